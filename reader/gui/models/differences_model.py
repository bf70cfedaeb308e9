"""The differences between two copies as rows, those that change what is said first."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    Qt,
)

from reader.gui.models import wording
from reader.gui.models.compare import Comparison, Difference, Kind
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, say
from reader.gui.models.rows_model import RowsModel

_KINDS: dict[Kind, str] = {
    "number": QT_TRANSLATE_NOOP("Compare", "number"),
    "name": QT_TRANSLATE_NOOP("Compare", "name"),
    "attribution": QT_TRANSLATE_NOOP("Compare", "attribution"),
    "date": QT_TRANSLATE_NOOP("Compare", "date"),
    "negation": QT_TRANSLATE_NOOP("Compare", "negation"),
    "title": QT_TRANSLATE_NOOP("Compare", "title"),
    "words": QT_TRANSLATE_NOOP("Compare", "words"),
    "spelling": QT_TRANSLATE_NOOP("Compare", "spelling"),
    "signs": QT_TRANSLATE_NOOP("Compare", "punctuation"),
}


_MOST = 400  # letters of a difference that a row shows


class Role(IntEnum):
    """What `data` gives besides Qt's own roles."""

    DIFFERENCE = Qt.ItemDataRole.UserRole + 1


class DifferencesModel(RowsModel[Difference]):
    """One row per difference."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = "", ""

    def show_comparison(self, text: str, comparison: Comparison | None) -> None:
        """Show the differences of a comparison in `text`."""
        self.show_differences(text, text, comparison.by_weight if comparison else ())

    def show_differences(self, first: str, copy: str, found: Sequence[Difference]) -> None:
        """Show differences between two texts in the order that they have."""
        self._texts = first, copy
        self.set_rows(found)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Every difference, in the order of the rows."""
        return self.rows

    def told(self, row: Difference, role: int) -> object:
        """Return the difference, or its words."""
        if role == Role.DIFFERENCE:
            return row
        shown = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        )
        return difference_text(row, *self._texts) if role in shown else None


def difference_text(difference: Difference, first: str, copy: str) -> str:
    """Write a difference: «number: 40 → 45»."""
    old, now = _short(difference.first.of(first)), _short(difference.copy.of(copy))
    kind = say(_KINDS[difference.kind], "Compare")
    if old and now:
        pattern = QCoreApplication.translate("Compare", "{kind}: {old} → {new}")
    elif old:
        pattern = QCoreApplication.translate("Compare", "{kind}: − {old}")
    else:
        pattern = QCoreApplication.translate("Compare", "{kind}: + {new}")
    return pattern.format(kind=kind, old=wording.isolate(old), new=wording.isolate(now))


def _short(words: str) -> str:
    """Return words on one line; of many the first."""
    shown = " ".join(words[: _MOST + 1].split())
    return shown if len(words) <= _MOST else f"{shown[:_MOST]}…"
