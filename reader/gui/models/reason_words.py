"""The analysis' own reasons in the language of the interface, as far as it gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from reader.core.told import Section
from reader.core.types import EntityType
from reader.gui.models import wording
from reader.gui.models.phrases import PDI, QT_TRANSLATE_NOOP, isolate, say

_LRI = "\u2066"
_DATE = QT_TRANSLATE_NOOP("Reasons", "Date of the article")
# Why a form is an entity's: what `reader.core.entities.resolve` writes before the words.
_FORMS: dict[str, str] = {
    "first mention": QT_TRANSLATE_NOOP("Reasons", "first mention"),
    "same letters": QT_TRANSLATE_NOOP("Reasons", "same letters"),
    "same letters as": QT_TRANSLATE_NOOP("Reasons", "same letters as {words}"),
    "form of": QT_TRANSLATE_NOOP("Reasons", "form of {words}"),
    "spelling of": QT_TRANSLATE_NOOP("Reasons", "another spelling of {words}"),
    "spelling of the name": QT_TRANSLATE_NOOP("Reasons", "another spelling of the name"),
    "spelling of the last name of": QT_TRANSLATE_NOOP(
        "Reasons", "another spelling of the last name of {words}"
    ),
    "last name of": QT_TRANSLATE_NOOP("Reasons", "last name of {words}"),
    "first name of": QT_TRANSLATE_NOOP("Reasons", "first name of {words}"),
    "kind of the state": QT_TRANSLATE_NOOP("Reasons", "the state with its kind"),
    "one row of names": QT_TRANSLATE_NOOP("Reasons", "listed as names of one place"),
    "in brackets or quotes after": QT_TRANSLATE_NOOP(
        "Reasons", "in brackets or quotes after {words}"
    ),
    "as": QT_TRANSLATE_NOOP("Reasons", "as {words}"),
    "less the last words of the one last named": QT_TRANSLATE_NOOP(
        "Reasons", "the one last named, without its last words"
    ),
    "less the last words of": QT_TRANSLATE_NOOP("Reasons", "{words} without its last words"),
}
_FORM = re.compile(r"([a-z ]+?)(?: («[^»]*»))?(?:, of (.+))?")
# What the rules of names, times and events write between the words of the article.
_PIECES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Reasons", "whom the pronoun before it stands for"),
    QT_TRANSLATE_NOOP("Reasons", "subject of the verb that carries it"),
    QT_TRANSLATE_NOOP("Reasons", "whom the noun's pronoun stands for"),
    QT_TRANSLATE_NOOP("Reasons", "whom the verb's pronoun stands for"),
    QT_TRANSLATE_NOOP("Reasons", "noun that the relative clause describes"),
    QT_TRANSLATE_NOOP("Reasons", "place of the verb that it is joined to"),
    QT_TRANSLATE_NOOP("Reasons", "from the clause of who takes part"),
    QT_TRANSLATE_NOOP("Reasons", "time of the victims told with it"),
    QT_TRANSLATE_NOOP("Reasons", "place that the disaster strikes"),
    QT_TRANSLATE_NOOP("Reasons", "time before it in its clause"),
    QT_TRANSLATE_NOOP("Reasons", "time after it in its clause"),
    QT_TRANSLATE_NOOP("Reasons", "noun that the clause describes"),
    QT_TRANSLATE_NOOP("Reasons", "place that they go to for it"),
    QT_TRANSLATE_NOOP("Reasons", "place of what it is done in"),
    QT_TRANSLATE_NOOP("Reasons", "place of the harm that it did"),
    QT_TRANSLATE_NOOP("Reasons", "place that sees or hosts it"),
    QT_TRANSLATE_NOOP("Reasons", "people that its toll counts"),
    QT_TRANSLATE_NOOP("Reasons", "people counted before it"),
    QT_TRANSLATE_NOOP("Reasons", "actor of what it depends on"),
    QT_TRANSLATE_NOOP("Reasons", "subject of the verb before"),
    QT_TRANSLATE_NOOP("Reasons", "subject of the main verb"),
    QT_TRANSLATE_NOOP("Reasons", "subject before its verb"),
    QT_TRANSLATE_NOOP("Reasons", "subject after its verb"),
    QT_TRANSLATE_NOOP("Reasons", "place of what caused it"),
    QT_TRANSLATE_NOOP("Reasons", "time of what caused it"),
    QT_TRANSLATE_NOOP("Reasons", "victims that it caused"),
    QT_TRANSLATE_NOOP("Reasons", "name beside the speaker"),
    QT_TRANSLATE_NOOP("Reasons", "who is asked or accused"),
    QT_TRANSLATE_NOOP("Reasons", "who says or decides it"),
    QT_TRANSLATE_NOOP("Reasons", "actor of what is said"),
    QT_TRANSLATE_NOOP("Reasons", "source that is named"),
    QT_TRANSLATE_NOOP("Reasons", "who stands over it"),
    QT_TRANSLATE_NOOP("Reasons", "place of its victims"),
    QT_TRANSLATE_NOOP("Reasons", "time of its victims"),
    QT_TRANSLATE_NOOP("Reasons", "genitive of the noun"),
    QT_TRANSLATE_NOOP("Reasons", "object of the noun"),
    QT_TRANSLATE_NOOP("Reasons", "who announces it"),
    QT_TRANSLATE_NOOP("Reasons", "who has it done"),
    QT_TRANSLATE_NOOP("Reasons", "who spoke last"),
    QT_TRANSLATE_NOOP("Reasons", "place after"),
    QT_TRANSLATE_NOOP("Reasons", "joined by"),
    QT_TRANSLATE_NOOP("Reasons", "preposition"),
    QT_TRANSLATE_NOOP("Reasons", "in its name"),
    QT_TRANSLATE_NOOP("Reasons", "passive"),
    QT_TRANSLATE_NOOP("Reasons", "heading"),
    QT_TRANSLATE_NOOP("Reasons", "object"),
    QT_TRANSLATE_NOOP("Reasons", "of such findings are right"),
    QT_TRANSLATE_NOOP("Reasons", "what a warning is about"),
    QT_TRANSLATE_NOOP("Reasons", "what is talked about"),
    QT_TRANSLATE_NOOP("Reasons", "person after title"),
    QT_TRANSLATE_NOOP("Reasons", "by a word near it"),
    QT_TRANSLATE_NOOP("Reasons", "future tense"),
    QT_TRANSLATE_NOOP("Reasons", "light verb"),
    QT_TRANSLATE_NOOP("Reasons", "negated by"),
    QT_TRANSLATE_NOOP("Reasons", "not negated"),
    QT_TRANSLATE_NOOP("Reasons", "by context"),
    QT_TRANSLATE_NOOP("Reasons", "first mention"),
    QT_TRANSLATE_NOOP("Reasons", "same letters as"),
    QT_TRANSLATE_NOOP("Reasons", "gazetteer"),
    QT_TRANSLATE_NOOP("Reasons", "verb of"),
    QT_TRANSLATE_NOOP("Reasons", "noun of"),
    QT_TRANSLATE_NOOP("Reasons", "hypothetical"),
    QT_TRANSLATE_NOOP("Reasons", "called_for"),
    QT_TRANSLATE_NOOP("Reasons", "happened"),
    QT_TRANSLATE_NOOP("Reasons", "ongoing"),
    QT_TRANSLATE_NOOP("Reasons", "planned"),
    QT_TRANSLATE_NOOP("Reasons", "negated"),
    QT_TRANSLATE_NOOP("Reasons", "quoted"),
    QT_TRANSLATE_NOOP("Reasons", "spelling"),
    QT_TRANSLATE_NOOP("Reasons", "translit"),
    QT_TRANSLATE_NOOP("Reasons", "alias"),
    QT_TRANSLATE_NOOP("Reasons", "form of"),
    QT_TRANSLATE_NOOP("Reasons", "ambiguous"),
    QT_TRANSLATE_NOOP("Reasons", "unknown"),
    QT_TRANSLATE_NOOP("Reasons", "inferred"),
    QT_TRANSLATE_NOOP("Reasons", "given"),
)
_PIECE = re.compile(r"(?<![\w/])(?:" + "|".join(map(re.escape, _PIECES)) + r")(?![\w/])")
_LATIN = r"[0-9A-Za-z][0-9A-Za-z_/:.-]*[0-9A-Za-z]"
_CODE = re.compile(rf"\[[^\[\]]*\]|{_LATIN}(?: {_LATIN})*")
_SOURCES: dict[str, str] = {
    "text": QT_TRANSLATE_NOOP("Reasons", "the text"),
    "user": QT_TRANSLATE_NOOP("Reasons", "the reader"),
    "dateline": QT_TRANSLATE_NOOP("Reasons", "the dateline"),
    "metadata": QT_TRANSLATE_NOOP("Reasons", "the source's own data"),
}
_QUOTED = re.compile(r"(«[^«»]*»)")
_CAPTIONS: dict[str, str] = {
    "type": QT_TRANSLATE_NOOP("Reasons", "type"),
    "found by": QT_TRANSLATE_NOOP("Reasons", "found by"),
    "confidence": QT_TRANSLATE_NOOP("Reasons", "confidence"),
    "stands for": QT_TRANSLATE_NOOP("Reasons", "stands for"),
    "held by": QT_TRANSLATE_NOOP("Reasons", "held by"),
    "names": QT_TRANSLATE_NOOP("Reasons", "names"),
    "written": QT_TRANSLATE_NOOP("Reasons", "written"),
    "known as": QT_TRANSLATE_NOOP("Reasons", "known as"),
    "lies at": QT_TRANSLATE_NOOP("Reasons", "lies at"),
    "may be": QT_TRANSLATE_NOOP("Reasons", "may be"),
    "of": QT_TRANSLATE_NOOP("Reasons", "of"),
    "part of": QT_TRANSLATE_NOOP("Reasons", "part of"),
    "status": QT_TRANSLATE_NOOP("Reasons", "status"),
    "actor": QT_TRANSLATE_NOOP("Reasons", "actor"),
    "target": QT_TRANSLATE_NOOP("Reasons", "target"),
    "other": QT_TRANSLATE_NOOP("Reasons", "takes part"),
    "place": QT_TRANSLATE_NOOP("Reasons", "place"),
    "time": QT_TRANSLATE_NOOP("Reasons", "time"),
    "if": QT_TRANSLATE_NOOP("Reasons", "if"),
    "said by cue": QT_TRANSLATE_NOOP("Reasons", "word of saying"),
    "speaker": QT_TRANSLATE_NOOP("Reasons", "speaker"),
    "dead": QT_TRANSLATE_NOOP("Reasons", "dead"),
    "injured": QT_TRANSLATE_NOOP("Reasons", "injured"),
    "told also in": QT_TRANSLATE_NOOP("Reasons", "told also in"),
    "value": QT_TRANSLATE_NOOP("Reasons", "value"),
    "days": QT_TRANSLATE_NOOP("Reasons", "days"),
    "written as": QT_TRANSLATE_NOOP("Reasons", "written as"),
    "conflict": QT_TRANSLATE_NOOP("Reasons", "conflict"),
    "from": QT_TRANSLATE_NOOP("Reasons", "from"),
    "because": QT_TRANSLATE_NOOP("Reasons", "because"),
}


def form_reason(basis: str) -> str:
    """Say why a form is taken for an entity's; a reason of no known shape comes as it is.

    «same letters as «استانا»» is «الحروف نفسها في «استانا»» in Arabic.
    """
    match = _FORM.fullmatch(basis)
    if not match or match[1] not in _FORMS:
        return basis
    written = say(_FORMS[match[1]], "Reasons").format(words=isolate(match[2] or ""))
    if not match[3]:
        return written
    return say(QT_TRANSLATE_NOOP("Reasons", "{reason}, of {words}"), "Reasons").format(
        reason=written, words=isolate(match[3])
    )


def caption_text(caption: str) -> str:
    """Return the name of a line of `reader.core.told`."""
    return say(_CAPTIONS[caption], "Reasons") if caption in _CAPTIONS else caption


def line_text(caption: str, words: str) -> str:
    """Return a line of `reader.core.told`, what is not the article's own in words.

    What is in quotes is the article's own; codes, numbers and rows of a grammar keep their
    order in a line of Arabic.
    """
    if caption == "type":
        return type_text(words)
    if words in _SOURCES:
        return say(_SOURCES[words], "Reasons")
    parts = _QUOTED.split(words)
    parts[::2] = map(_plain, parts[::2])
    parts[1::2] = map(isolate, parts[1::2])
    return "".join(parts)


def _plain(words: str) -> str:
    said = _PIECE.sub(lambda match: say(match[0], "Reasons"), words)
    return _CODE.sub(lambda match: _code(match[0]), said)


def _code(words: str) -> str:
    """Return a code or days in the order that they are written in, whatever is around."""
    return f"{_LRI}{words}{PDI}"


def type_text(code: str) -> str:
    """Name a type of a mention or an event, its code beside it: «شخص (PER)»."""
    kind = code.partition(" ")[0]
    if kind in wording.entity_types():
        name = wording.entity_type_of_one(cast("EntityType", kind))
    elif kind in wording.event_types():
        name = wording.event_type_name(kind)
    else:
        return _code(code)
    return f"{name} ({_code(code)})"


def section_text(section: Section) -> str:
    """Return what a section of the reasons is about."""
    return line_text("", section.words) or say(_DATE, "Reasons")


def reasons_text(sections: Sequence[Section]) -> str:
    """Return the reasons as lines, to be heard."""
    lines = (
        [
            section_text(section),
            *(f"{caption_text(c)}: {line_text(c, w)}" for c, w in section.lines),
        ]
        for section in sections
    )
    return "\n".join(line for told in lines for line in told)
