"""What a rule of the library says, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.gui.models.phrases import QT_TRANSLATE_NOOP, join, quoted
from reader.gui.models.wording import entity_type_of_one

if TYPE_CHECKING:
    from reader.libraries import Rule

_PATTERNS = {
    "SameEntity": QT_TRANSLATE_NOOP("Rules", "{names} are one: {name}"),
    "IsOfType": QT_TRANSLATE_NOOP("Rules", "{words} is always: {type}"),
    "NameMeans": QT_TRANSLATE_NOOP("Rules", "{words} means {name}"),
    "NoName": QT_TRANSLATE_NOOP("Rules", "{words} is no name"),
    "NoEvent": QT_TRANSLATE_NOOP("Rules", "{words} tells no event"),
}


def rule_text(rule: Rule) -> str:
    """Return what a rule says, in the language of the interface."""
    kind = type(rule).__name__
    values = {
        "words": quoted(getattr(rule, "words", "")),
        "name": quoted(getattr(rule, "name", "")),
        "names": join(map(quoted, getattr(rule, "names", ()))),
        "type": entity_type_of_one(rule.type) if kind == "IsOfType" else "",  # type: ignore[union-attr, arg-type]
    }
    return QCoreApplication.translate("Rules", _PATTERNS[kind]).format(**values)
