"""What a rule of the library says, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.gui.models.phrases import QT_TRANSLATE_NOOP, join, quoted
from reader.gui.models.wording import entity_type_of_one, event_type_name

if TYPE_CHECKING:
    from reader.libraries import Rule

_PATTERNS = {
    "SameEntity": QT_TRANSLATE_NOOP("Rules", "{names} are one: {name}"),
    "IsOfType": QT_TRANSLATE_NOOP("Rules", "{words} is always: {type}"),
    "NameMeans": QT_TRANSLATE_NOOP("Rules", "{words} means {name}"),
    "NoName": QT_TRANSLATE_NOOP("Rules", "{words} is no name"),
    "NoEvent": QT_TRANSLATE_NOOP("Rules", "{words} tells no event"),
}
_NO_EVENT_OF = QT_TRANSLATE_NOOP("Rules", "{words} tells no event of this kind: {type}")


def rule_text(rule: Rule) -> str:
    """Return what a rule says, in the language of the interface."""
    kind = type(rule).__name__
    pattern = _PATTERNS[kind]
    of = ""
    if kind == "IsOfType":
        of = entity_type_of_one(rule.type)  # type: ignore[union-attr, arg-type]
    elif kind == "NoEvent" and rule.type is not None:  # type: ignore[union-attr]
        pattern, of = _NO_EVENT_OF, event_type_name(rule.type)  # type: ignore[union-attr, arg-type]
    values = {
        "words": quoted(getattr(rule, "words", "")),
        "name": quoted(getattr(rule, "name", "")),
        "names": join(map(quoted, getattr(rule, "names", ()))),
        "type": of,
    }
    return QCoreApplication.translate("Rules", pattern).format(**values)
