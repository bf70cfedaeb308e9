"""An analysis as brat standoff: a zip archive of the text, the annotations and their types.

Offsets are code points. brat reads a line at a time, so a span that runs over the end of a line,
or holds a tab, is given as the pieces between. Unpacked into a folder of brat's data it opens as
it is. A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD, one character for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import get_args

from reader.core.types import (
    Analysis,
    Entity,
    EntityType,
    Event,
    EventType,
    Modality,
    Phase,
    Polarity,
    Span,
    TimeType,
)
from reader.export.archive import zipped
from reader.export.encoding import utf8

_PIECE = re.compile("[^\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_DATABASES = {"wikidata": "Wikidata", "geonames": "GeoNames"}
_WORDS = "WORDS"  # what fills a slot and is no mention
_CONFIGURATION = f"""\
[entities]
{{entities}}
{_WORDS}
[relations]
<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>
[events]
{{events}}
[attributes]
Polarity\tArg:<EVENT>, Value:{{polarities}}
Modality\tArg:<EVENT>, Value:{{modalities}}
Phase\tArg:<EVENT>, Value:{{phases}}
"""


def write(analysis: Analysis) -> bytes:
    """Return the whole archive."""
    files = {
        "article.txt": analysis.document.text,
        "article.ann": "".join(f"{line}\n" for line in _Writer(analysis).lines()),
        "annotation.conf": _configuration(),
    }
    return zipped({name: utf8(words) for name, words in files.items()})


class _Writer:
    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._text = analysis.document.text
        self._entities = {e.id: e for e in analysis.entities}
        self._lines: list[str] = []
        self._counts = dict.fromkeys("TEAN#", 0)
        self._of_span: dict[Span, str] = {}
        self._of_time: dict[str, str] = {}

    def lines(self) -> list[str]:
        for mention in self._analysis.mentions:
            name = self._spanned(mention.type, mention.span)
            self._of_span.setdefault(mention.span, name)
            entity = self._entities.get(mention.entity or "")
            if entity:
                self._identity(name, entity)
        for time in self._analysis.times:
            name = self._of_time[time.id] = self._spanned(time.type, time.span)
            self._add("#", f"AnnotatorNotes {name}\t{_line(time.value)}")
        for event in self._analysis.events:
            self._event(event)
        return self._lines

    def _add(self, kind: str, words: str) -> str:
        self._counts[kind] += 1
        name = f"{kind}{self._counts[kind]}"
        self._lines.append(f"{name}\t{words}")
        return name

    def _spanned(self, kind: str, span: Span) -> str:
        found = list(_PIECE.finditer(self._text, span.start, span.end))
        places = ";".join(f"{piece.start()} {piece.end()}" for piece in found)
        return self._add("T", f"{kind} {places}\t{' '.join(piece[0] for piece in found)}")

    def _identity(self, name: str, entity: Entity) -> None:
        for scheme, number in entity.links:
            if scheme in _DATABASES:
                database = f"{_DATABASES[scheme]}:{number}"
                self._add("N", f"Reference {name} {database}\t{_line(entity.name)}")

    def _filler(self, span: Span) -> str:
        if span not in self._of_span:
            self._of_span[span] = self._spanned(_WORDS, span)
        return self._of_span[span]

    def _event(self, event: Event) -> None:
        trigger = self._spanned(event.type, event.trigger)
        slots = [(p.role.capitalize(), self._filler(p.span)) for p in event.participants]
        slots += [("Place", self._filler(p.span)) for p in event.places]
        if event.time and event.time.id in self._of_time:
            slots.append(("Time", self._of_time[event.time.id]))
        filled = " ".join(_numbered(slots))
        name = self._add("E", f"{event.type}:{trigger} {filled}".rstrip())
        self._add("A", f"Polarity {name} {event.polarity}")
        self._add("A", f"Modality {name} {event.modality}")
        if event.phase:
            self._add("A", f"Phase {name} {event.phase}")


def _numbered(slots: Iterable[tuple[str, str]]) -> Iterable[str]:
    """Yield the slots of an event, the second of a role as Actor2 and so on."""
    counts: dict[str, int] = {}
    for role, name in slots:
        counts[role] = counts.get(role, 0) + 1
        number = str(counts[role]) if counts[role] > 1 else ""
        yield f"{role}{number}:{name}"


def _line(words: str) -> str:
    return " ".join(words.split())


def _configuration() -> str:
    entities = [*get_args(EntityType), *get_args(TimeType)]
    times = "|".join(get_args(TimeType))
    slots = f"Actor*:<ENTITY>, Target*:<ENTITY>, Other*:<ENTITY>, Place*:<ENTITY>, Time?:{times}"
    return _CONFIGURATION.format(
        entities="\n".join(entities),
        events="\n".join(f"{name}\t{slots}" for name in get_args(EventType)),
        polarities="|".join(get_args(Polarity)),
        modalities="|".join(get_args(Modality)),
        phases="|".join(get_args(Phase)),
    )
