"""The articles of a file that holds several, and its parts that were refused."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from pathlib import PurePath

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    Qt,
)

from reader.core.normalize import fold
from reader.core.types import Document
from reader.errors import InputError
from reader.gui.models.format_words import format_name
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate, join, ltr, say_count
from reader.gui.models.refusal_words import reason_text
from reader.gui.models.rows_model import AnyIndex

_TITLE = 160  # code points of a title that are shown


class Role(IntEnum):
    """What `data` gives besides Qt's own roles."""

    DOCUMENT = Qt.ItemDataRole.UserRole + 1
    FACTS = Qt.ItemDataRole.UserRole + 2
    FOLDED = Qt.ItemDataRole.UserRole + 3


def document_title(document: Document) -> str:
    """Return what an article is called: its title, or else its first words, on one line."""
    words = document.title or document.text[: 4 * _TITLE]
    line = " ".join(words.split())
    return line if len(line) <= _TITLE else f"{line[:_TITLE]}…"


def part_name(source: str | None) -> str:
    """Return which part of its file something is: what follows the file's name."""
    name, _mark, part = (source or "").partition("#")
    return part or PurePath(name).name


def document_facts(document: Document) -> str:
    """Return the day, the part of the file, the author, and how long an article is."""
    facts = [
        ltr(document.published.isoformat()) if document.published else "",
        isolate(part_name(document.source)),
        isolate(" ".join((document.author or "").split())[:_TITLE]),
        format_name(document.format),
        say_count(QT_TRANSLATE_NOOP("Wording", "%n letter(s)"), len(document.text)),
    ]
    return " · ".join(fact for fact in facts if fact)


class ContentsModel(QAbstractListModel):
    """A row for each article, added as they are read.

    Attributes:
        documents: in the order of the file.
        refused: the parts that could not be read.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.documents: list[Document] = []
        self.refused = RefusedModel(self)
        self._folded: list[str] = []
        self._rows: dict[str | None, int] = {}

    def add(self, items: Sequence[Document | InputError]) -> None:
        """Add what was read or refused since."""
        found = [item for item in items if isinstance(item, Document)]
        if found:
            first = len(self.documents)
            self.beginInsertRows(QModelIndex(), first, first + len(found) - 1)
            self.documents += found
            self._folded += map(_folded, found)
            for row, document in enumerate(found, first):
                self._rows.setdefault(document.source, row)
            self.endInsertRows()
        errors = [item for item in items if isinstance(item, InputError)]
        if errors:
            self.refused.add(errors)

    def row_of(self, source: str | None) -> int:
        """Return the row of the article that came from a part of the file, -1 for none."""
        return self._rows.get(source, -1)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of articles."""
        return 0 if parent is not None and parent.isValid() else len(self.documents)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an article, its title or what is known of it."""
        if not index.isValid() or index.row() >= len(self.documents):
            return None
        document = self.documents[index.row()]
        if role == Role.DOCUMENT:
            return document
        if role == Role.FOLDED:
            return self._folded[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return isolate(document_title(document))
        if role == Role.FACTS:
            return document_facts(document)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return join((isolate(document_title(document)), document_facts(document)))
        return None


class RefusedModel(QAbstractListModel):
    """A row for each part of a file that was not read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.errors: list[InputError] = []

    def add(self, errors: Sequence[InputError]) -> None:
        """Add what was refused since."""
        first = len(self.errors)
        self.beginInsertRows(QModelIndex(), first, first + len(errors) - 1)
        self.errors += errors
        self.endInsertRows()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of refusals."""
        return 0 if parent is not None and parent.isValid() else len(self.errors)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the part and why it was refused."""
        if not index.isValid() or index.row() >= len(self.errors):
            return None
        error = self.errors[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{isolate(part_name(error.source))}: {reason_text(error)}"
        return None


def _folded(document: Document) -> str:
    author = (document.author or "")[:_TITLE]
    return fold(f"{document_title(document)}\n{part_name(document.source)}\n{author}")


def count_words(contents: ContentsModel) -> str:
    """Tell how many articles a file holds, and how many of its parts were refused."""
    told = [say_count(QT_TRANSLATE_NOOP("Wording", "%n article(s)"), len(contents.documents))]
    refused = len(contents.refused.errors)
    if refused:
        told.append(say_count(QT_TRANSLATE_NOOP("Wording", "%n part(s) refused"), refused))
    return " · ".join(told)
