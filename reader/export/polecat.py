"""The events of an article as rows by PLOVER, in the columns of the POLECAT data set.

A row an event and no dyads: several names in a cell are joined by "; ", and what is not known is
"None", as there. The columns after "Publication Date" are this program's own.

The types of an event that happened or goes on become:

| Qari | PLOVER |
|---|---|
| AGREE, CONSULT, SUPPORT, CONCEDE | the same, quad VERBAL COOPERATION |
| COOPERATE, AID, RETREAT | the same, quad MATERIAL COOPERATION |
| REQUEST, ACCUSE, REJECT, THREATEN | the same, quad VERBAL CONFLICT |
| PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT | the same, quad MATERIAL CONFLICT |
| VOTE, ECON, PERSONNEL, INCIDENT, OTHER | None: PLOVER has no such type |

Where it is planned, CONSULT, SUPPORT, COOPERATE and AID become AGREE, as PLOVER codes what is
promised. What is else planned, called for, supposed or denied has not happened, and is None. PLOVER
codes the signing of an agreement as SUPPORT and reaching one as AGREE; the two are not told apart
here, and are AGREE. The event mode is always None: it is not analyzed. States have two letters
(ISO 3166-1 alpha-2), where POLECAT has three.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from reader.core.types import Analysis, Argument, Event, Filler
from reader.export.cells import RISK
from reader.export.encoding import utf8
from reader.export.lookup import Lookup, link, position

_QUADS = {
    "VERBAL COOPERATION": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "MATERIAL COOPERATION": ("COOPERATE", "AID", "RETREAT"),
    "VERBAL CONFLICT": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "MATERIAL CONFLICT": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
_QUAD = {kind: quad for quad, kinds in _QUADS.items() for kind in kinds}
_PROMISED = {"CONSULT", "SUPPORT", "COOPERATE", "AID"}
_NONE = "None"
_COLUMNS = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Quad Code",
    "Actor Name",
    "Actor Country",
    "Actor Name Raw",
    "Recipient Name",
    "Recipient Country",
    "Recipient Name Raw",
    "Placename",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Language",
    "Publication Date",
    "Qari Type",
    "Last Date",
    "Polarity",
    "Modality",
    "Speakers",
    "Confidence",
    "Sentence",
)

Fillers = tuple[Argument | Filler, ...]


def write(analysis: Analysis) -> bytes:
    """Return the whole file: values apart by tabs, the first line their names."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows(_Writer(analysis).rows())
    return utf8(out.getvalue())


def plover_type(event: Event) -> str | None:
    """Return what PLOVER calls an event; None where it has no name for it."""
    if event.polarity == "NEG":
        return None
    if event.modality == "planned":
        return "AGREE" if event.type in _PROMISED else None
    return event.type if event.type in _QUAD and event.modality in {"happened", "ongoing"} else None


class _Writer:
    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._lookup = Lookup(analysis)
        published = analysis.document.published or analysis.reference_date.value
        self._published = str(published) if published else _NONE

    def rows(self) -> Iterator[list[str]]:
        for event in self._analysis.events:
            kind = plover_type(event)
            first, last = self._lookup.days(event) or (_NONE, _NONE)
            yield [
                f"{self._analysis.document.id[:16]}-{event.id}",
                str(first),
                kind or _NONE,
                _NONE,
                _QUAD[kind] if kind else _NONE,
                *self._parties(tuple(p for p in event.participants if p.role == "actor")),
                *self._parties(tuple(p for p in event.participants if p.role == "target")),
                *self._place(event),
                "Arabic",
                self._published,
                event.type,
                str(last),
                event.polarity,
                event.modality,
                self._names(event.attribution.speakers if event.attribution else ()),
                f"{event.confidence:.2f}",
                _cell([self._lookup.sentence(event)]),
            ]

    def _parties(self, fillers: Fillers) -> Iterator[str]:
        """Yield the names, the states and the words of who fills a slot."""
        yield self._names(fillers)
        entities = (self._lookup.entity(f) for f in fillers)
        yield _cell(link(e, "iso3166") for e in entities if e)
        yield self._raw(fillers)

    def _place(self, event: Event) -> Iterator[str]:
        """Yield the names of places, where the first that is known lies, and their words."""
        yield self._names(event.places)
        entities = (self._lookup.entity(p) for p in event.places)
        known = next((e for e in entities if e and position(e)), None)
        longitude, latitude = (known and position(known)) or (_NONE, _NONE)
        yield _cell([link(known, "iso3166") if known else ""])
        yield str(latitude)
        yield str(longitude)
        yield _cell([link(known, "geonames") if known else ""])
        yield self._raw(event.places)

    def _names(self, fillers: Fillers) -> str:
        return _cell(map(self._lookup.name, fillers))

    def _raw(self, fillers: Fillers) -> str:
        return _cell(f.span.of(self._lookup.text) for f in fillers)


def _cell(words: Iterable[str]) -> str:
    """Return the different words of several on one line, never taken for a formula."""
    lines = (" ".join(w.replace("\0", "\ufffd").split()) for w in words)
    cell = "; ".join(dict.fromkeys(line for line in lines if line)) or _NONE
    return f"'{cell}" if RISK.match(cell) else cell
