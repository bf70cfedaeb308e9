"""What the findings of one analysis point at, found by id."""

from __future__ import annotations

from datetime import date

from reader.core.types import Analysis, Argument, Entity, Event, Filler, Mention, TimeExpression
from reader.export.cells import MOST
from reader.export.facts import Facts

LINKS = {
    "wikidata": "http://www.wikidata.org/entity/",
    "geonames": "https://sws.geonames.org/",
}


class Lookup:
    """What fills the slots of events, and when and where in the text they are.

    Attributes:
        text: of the article.
        entities: by id.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._facts = Facts(analysis)
        self.text = self._facts.text
        self.entities = self._facts.entities
        self._sentences = {s.id: s.span for s in analysis.sentences}

    def entity(self, filler: Argument | Filler) -> Entity | None:
        """Return the entity that the words of a slot name, where it is known."""
        return self.entities.get(filler.entity or "")

    def name(self, filler: Argument | Filler) -> str:
        """Return the name of the entity that fills a slot, or else the words there."""
        return next(self._facts.called([filler]))

    def mentions(self, entity: Entity) -> list[Mention]:
        """Return where the text names an entity, in text order."""
        return self._facts.mentions[entity.id]

    def sentence(self, event: Event) -> str:
        """Return the sentence of an event on one line, without its end where it is very long."""
        span = self._sentences.get(event.sentence, event.trigger)
        words = self.text[span.start : min(span.end, span.start + MOST)]
        return " ".join(words.split()) + ("…" if len(span) > MOST else "")

    def time(self, event: Event) -> TimeExpression | None:
        """Return what tells when an event is; None where nothing does, or only before or after."""
        tells = event.time is not None and event.time.relation in {"AT", "WITHIN"}
        return self._facts.time(event) if tells else None

    def days(self, event: Event) -> tuple[date, date] | None:
        """Return the first and the last day that an event may be on; None where unknown."""
        time = self.time(event)
        if time is None or time.first_day is None or time.last_day is None:
            return None
        return time.first_day, time.last_day


def link(entity: Entity, scheme: str) -> str:
    """Return the identifier of an entity by one scheme, or an empty text."""
    return dict(entity.links).get(scheme, "")


def links(entity: Entity) -> list[str]:
    """Return the addresses of an entity elsewhere."""
    return [LINKS[scheme] + name for scheme, name in entity.links if scheme in LINKS]


def position(entity: Entity) -> tuple[float, float] | None:
    """Return the longitude and latitude of a place in degrees; None where it has none on earth."""
    if entity.longitude is None or entity.latitude is None:
        return None
    on_earth = abs(entity.longitude) <= 180 and abs(entity.latitude) <= 90
    return (entity.longitude, entity.latitude) if on_earth else None
