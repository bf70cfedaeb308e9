"""How what is told across articles is worded: orders, figures, standings, reasons."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from reader.core.types import FigureKind, Modality, Polarity
from reader.gui.models import wording
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, say
from reader.stories.values import (
    Discord,
    Link,
    Order,
    Standing,
)

_ORDERS: dict[Order, str] = {
    "published": QT_TRANSLATE_NOOP("Across", "by the days of publishing"),
    "reference": QT_TRANSLATE_NOOP("Across", "by the days that the texts give"),
    "credit": QT_TRANSLATE_NOOP("Across", "it names the other's source"),
    "extent": QT_TRANSLATE_NOOP("Across", "by how much of the other it holds"),
    "unknown": QT_TRANSLATE_NOOP("Across", "nothing tells which was first"),
}
_STANDINGS: dict[Standing, str] = {
    "planned": QT_TRANSLATE_NOOP("Across", "announced"),
    "called_for": QT_TRANSLATE_NOOP("Across", "called for"),
    "postponed": QT_TRANSLATE_NOOP("Across", "⟳ postponed"),
    "cancelled": QT_TRANSLATE_NOOP("Across", "✕ cancelled"),
    "denied": QT_TRANSLATE_NOOP("Across", "⊘ denied"),
}
_FIGURES: dict[FigureKind, str] = {
    "dead": QT_TRANSLATE_NOOP("Across", "dead"),
    "injured": QT_TRANSLATE_NOOP("Across", "injured"),
    "count": QT_TRANSLATE_NOOP("Across", "count"),
    "money": QT_TRANSLATE_NOOP("Across", "money"),
    "percent": QT_TRANSLATE_NOOP("Across", "percent"),
}
_DISCORDS: dict[Discord, str] = {
    "conflict": QT_TRANSLATE_NOOP("Across", "≠ Figures conflict"),
    "update": QT_TRANSLATE_NOOP("Across", "↗ Figures grew"),
}
_REASONS = (
    QT_TRANSLATE_NOOP("Across", "ruled"),
    QT_TRANSLATE_NOOP("Across", "equal names"),
    QT_TRANSLATE_NOOP("Across", "equal full names"),
    QT_TRANSLATE_NOOP("Across", "equal full names, other states"),
    QT_TRANSLATE_NOOP("Across", "one row of names"),
    QT_TRANSLATE_NOOP("Across", "spelling of"),
    QT_TRANSLATE_NOOP("Across", "leaves out parts of"),
    QT_TRANSLATE_NOOP("Across", "first parts of"),
    QT_TRANSLATE_NOOP("Across", "one name in versions of one story"),
    QT_TRANSLATE_NOOP("Across", "one name and title"),
    QT_TRANSLATE_NOOP("Across", "last name, in versions of one story"),
    QT_TRANSLATE_NOOP("Across", "last name and title"),
)
_SCHEMES = frozenset({"wikidata", "geonames"})
_REASON = re.compile(r"(?P<why>[^«:]*?)(?P<rest>:? ?«[^»]*»|: .*)?", re.DOTALL)


def link_words(link: Link, earlier: str) -> str:
    """Tell whom a version follows, why that is thought, and how surely."""
    shared = wording.isolate(f"{link.shared:.0%}")
    same = QCoreApplication.translate("Across", "{percent} of the words shared")
    if link.basis == "unknown":
        return f"{say(_ORDERS[link.basis], 'Across')} · {same.format(percent=shared)}"
    follows = QCoreApplication.translate("Across", "follows {title} ({why}, {percent} sure)")
    sure = wording.isolate(f"{link.confidence:.0%}")
    told = follows.format(title=earlier, why=say(_ORDERS[link.basis], "Across"), percent=sure)
    return f"{told} · {same.format(percent=shared)}"


def standing_name(standing: Standing) -> str:
    """Return how an announced event stands."""
    return say(_STANDINGS[standing], "Across")


def conflict_name(nature: Discord) -> str:
    """Return how figures differ."""
    return say(_DISCORDS[nature], "Across")


def figure_name(kind: FigureKind, of: str) -> str:
    """Return what a figure counts."""
    name = say(_FIGURES[kind], "Across")
    return f"{name}: {wording.isolate(of)}" if of else name


def told_status(polarity: Polarity, modality: Modality) -> str:
    """Return whether an event is told as one that happened, or how else."""
    return wording.status_name("denied" if polarity == "NEG" else modality)


def reason_words(basis: str) -> str:
    """Return why two are one, or may be, in the language of the interface."""
    found = _REASON.fullmatch(basis)
    why = found["why"] if found else basis
    if why not in _REASONS:
        scheme, _space, value = basis.partition(" ")
        return wording.link_text(scheme, value) if scheme in _SCHEMES else basis
    rest = (found["rest"] or "").strip(": ") if found else ""
    told = say(why, "Across")
    return f"{told} {wording.isolate(rest)}" if rest else told
