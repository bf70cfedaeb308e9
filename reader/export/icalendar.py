"""The dated events of an article as a calendar (RFC 5545), for calendar programs.

An event of the article is one of the calendar, however often it is told: it is taken from where
the article first gives its days, and lies all day on each. It is tentative where it is called
for or supposed, or where the article leaves the day open; it is cancelled where it is denied.
Nothing is taken from the clock, so that the same analysis gives the same file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from reader.core.types import Analysis, Event
from reader.export.encoding import utf8
from reader.export.lookup import Lookup, position

_OCTETS = 75  # of a line, without its end
_SPECIAL = re.compile(r"([\\;,])")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_UNCERTAIN = {"called_for", "hypothetical"}
_PRODUCT = "-//Qari//Arabic news reader//EN"
_UNDATED = date(1970, 1, 1)

Property = tuple[str, str]


def write(analysis: Analysis) -> bytes:
    """Return the whole file."""
    properties = _Writer(analysis).calendar()
    return b"".join(_folded(utf8(f"{name}:{value}")) for name, value in properties)


class _Writer:
    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._lookup = Lookup(analysis)
        self._events = {e.id: e for e in analysis.events}
        self._stamp = _stamp(analysis)

    def calendar(self) -> Iterator[Property]:
        yield "BEGIN", "VCALENDAR"
        yield "VERSION", "2.0"
        yield "PRODID", _PRODUCT
        yield "CALSCALE", "GREGORIAN"
        yield from chain.from_iterable(self._dated())
        yield "END", "VCALENDAR"

    def _dated(self) -> Iterator[Iterator[Property]]:
        for cluster in self._analysis.clusters:
            for name in cluster.events:
                event = self._events[name]
                days = self._lookup.days(event)
                if days is not None:
                    yield self._event(event, cluster.label, days)
                    break

    def _event(self, event: Event, label: str, days: tuple[date, date]) -> Iterator[Property]:
        document = self._analysis.document
        first, last = days
        yield "BEGIN", "VEVENT"
        yield "UID", f"{document.id}-{event.trigger.start}-{event.trigger.end}@qari"
        yield "DTSTAMP", self._stamp
        yield "DTSTART;VALUE=DATE", _day(first)
        if last < date.max:
            yield "DTEND;VALUE=DATE", _day(last + timedelta(days=1))
        yield "SUMMARY", _text(label or event.trigger.of(document.text))
        yield "DESCRIPTION", _text(self._lookup.sentence(event))
        yield from self._place(event)
        yield "CATEGORIES", event.type
        yield "STATUS", self._status(event)
        yield "TRANSP", "TRANSPARENT"
        yield "END", "VEVENT"

    def _place(self, event: Event) -> Iterator[Property]:
        if not event.places:
            return
        yield "LOCATION", _text("، ".join(dict.fromkeys(map(self._lookup.name, event.places))))
        entities = filter(None, map(self._lookup.entity, event.places))
        point = next(filter(None, map(position, entities)), None)
        if point:
            longitude, latitude = point
            yield "GEO", f"{latitude:.6f};{longitude:.6f}"

    def _status(self, event: Event) -> str:
        if event.polarity == "NEG":
            return "CANCELLED"
        when = self._lookup.time(event)
        open_day = when is not None and "X" in when.value
        return "TENTATIVE" if open_day or event.modality in _UNCERTAIN else "CONFIRMED"


def _stamp(analysis: Analysis) -> str:
    """Return midnight of the day that the article is known to be written on."""
    reference = analysis.reference_date
    known = reference.first_day if reference.first_day == reference.last_day else None
    day = known or analysis.document.published or _UNDATED
    return f"{_day(day)}T000000Z"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(words: str) -> str:
    """Return a text value: no control characters, and what has a meaning is escaped."""
    lines = "\n".join(words.splitlines())
    return _SPECIAL.sub(r"\\\1", _CONTROLS.sub("\ufffd", lines)).replace("\n", r"\n")


def _folded(line: bytes) -> bytes:
    """Return a line cut so that none is too long, never inside a character."""
    parts = []
    start, room = 0, _OCTETS
    while len(line) - start > room:
        end = start + room
        while line[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(line[start:end])
        start, room = end, _OCTETS - 1
    parts.append(line[start:])
    return b"\r\n ".join(parts) + b"\r\n"
