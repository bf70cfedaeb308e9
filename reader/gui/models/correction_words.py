"""What corrections are called, in the language of the interface."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from reader.core.corrections.types import (
    AddMention,
    Anchor,
    ChangeType,
    Correction,
    MergeEntities,
    MergeEvents,
    MoveMention,
    RemoveEvent,
    RemoveMention,
    RemoveTime,
    RenameEntity,
    SetEvent,
    SetReferenceDate,
    SetTime,
    SplitEntity,
    SplitEvents,
)
from reader.core.types import Span
from reader.gui.models import wording
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, ltr

_PATTERNS: dict[type[Correction], str] = {
    AddMention: QT_TRANSLATE_NOOP("Corrections", "Add the name {words} ({type})"),
    RemoveMention: QT_TRANSLATE_NOOP("Corrections", "Remove the name {words}"),
    MoveMention: QT_TRANSLATE_NOOP("Corrections", "Change the edges of {words} to {other}"),
    ChangeType: QT_TRANSLATE_NOOP("Corrections", "Change the type of {words} to {type}"),
    MergeEntities: QT_TRANSLATE_NOOP("Corrections", "Merge {words} into {other}"),
    SplitEntity: QT_TRANSLATE_NOOP("Corrections", "Split {words} off {other}"),
    RenameEntity: QT_TRANSLATE_NOOP("Corrections", "Rename {words} to {other}"),
    SetTime: QT_TRANSLATE_NOOP("Corrections", "Set the date {words} to {other}"),
    RemoveTime: QT_TRANSLATE_NOOP("Corrections", "Remove the date {words}"),
    SetEvent: QT_TRANSLATE_NOOP("Corrections", "Correct the event {words}"),
    RemoveEvent: QT_TRANSLATE_NOOP("Corrections", "Remove the event {words}"),
    MergeEvents: QT_TRANSLATE_NOOP("Corrections", "Take {words} and {other} for one event"),
    SplitEvents: QT_TRANSLATE_NOOP("Corrections", "Take {words} for another event than {other}"),
    SetReferenceDate: QT_TRANSLATE_NOOP("Corrections", "Set the day of writing to {other}"),
}
_UNDATED = QT_TRANSLATE_NOOP("Corrections", "Work the day of writing out from the text")


def correction_text(correction: Correction) -> str:
    """Tell what a correction says, in one line."""
    if correction == SetReferenceDate(None):
        return QCoreApplication.translate("Corrections", _UNDATED)
    pattern = QCoreApplication.translate("Corrections", _PATTERNS[type(correction)])
    return pattern.format(
        words=_subject(correction), other=_object(correction), type=_type(correction)
    )


def _subject(correction: Correction) -> str:
    """Return the words that a correction is about."""
    match correction:
        case ChangeType(mentions=mentions) | RenameEntity(mentions=mentions):
            return _all(mentions)
        case MergeEntities(others=others) | MergeEvents(others=others):
            return _all(others)
        case SplitEntity(off=off) | SplitEvents(off=off):
            return _all(off)
        case SetReferenceDate():
            return ""
        case _:
            return _words(correction.at)


def _object(correction: Correction) -> str:
    """Return what a correction makes of them."""
    match correction:
        case MoveMention(to=to):
            return _words(to)
        case MergeEntities(name=name) | RenameEntity(name=name):
            return wording.quoted(name)
        case MergeEvents(into=into):
            return _all(into)
        case SplitEntity(rest=rest) | SplitEvents(rest=rest):
            return _all(rest)
        case SetTime(value=value):
            return ltr(value)
        case SetReferenceDate(day=day) if day is not None:
            return wording.day_text(day)
        case _:
            return ""


def _type(correction: Correction) -> str:
    """Return the name of the type that a correction gives."""
    match correction:
        case AddMention(at=at):
            return wording.entity_type_of_one(at.type)  # type: ignore[arg-type]  # a mention's
        case ChangeType(type=kind):
            return wording.entity_type_of_one(kind)
        case _:
            return ""


def lost_text(count: int) -> str:
    """Say how many corrections found no place in the text, nothing where all did."""
    told = QCoreApplication.translate(
        "Corrections", "%n correction(s) no longer fit the text", None, count
    )
    return told if count else ""


def correction_place(correction: Correction) -> Span | None:
    """Return the first place that a correction is about; None where it is about none."""
    match correction:
        case MoveMention(to=to):
            return to.span
        case ChangeType(mentions=mentions) | RenameEntity(mentions=mentions):
            return mentions[0].span
        case MergeEntities(others=others) | MergeEvents(others=others):
            return others[0].span
        case SplitEntity(off=off) | SplitEvents(off=off):
            return off[0].span
        case SetReferenceDate():
            return None
        case _:
            return correction.at.span


def _words(anchor: Anchor) -> str:
    return wording.quoted(" ".join(anchor.words.split()))


def _all(anchors: Sequence[Anchor]) -> str:
    """Return the words of mentions, each form once, with how many mentions there are."""
    forms = dict.fromkeys(_words(a) for a in anchors)
    told = wording.join(forms)
    return told if len(anchors) == 1 else f"{told} {wording.isolate(f'×{len(anchors)}')}"
