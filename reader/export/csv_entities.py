"""The names of an article as a table."""

from __future__ import annotations

from collections.abc import Iterator

from reader.core.types import Analysis
from reader.export.cells import Cell, cut, joined, table
from reader.export.facts import Facts

_LINKS = ("wikidata", "geonames", "iso3166")
COLUMNS = (
    "id", "type", "name", "variants", "mentions", "start", "end", "latitude", "longitude",
    "related", "part_of", *_LINKS,
)  # fmt: skip


def write(analysis: Analysis) -> bytes:
    """Return the whole file; `start` and `end` are of the first mention."""
    return table(COLUMNS, rows(Facts(analysis)))


def rows(facts: Facts) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each entity."""
    for entity in facts.analysis.entities:
        mentions = facts.mentions[entity.id]
        first = mentions[0].span if mentions else None
        links = dict(entity.links)
        yield (
            entity.id,
            entity.type,
            cut(entity.name),
            joined(facts.other_forms(entity)),
            len(mentions),
            first.start if first else None,
            first.end if first else None,
            entity.latitude,
            entity.longitude,
            cut(facts.name(entity.related)),
            cut(facts.name(entity.part_of)),
            *(links.get(name) for name in _LINKS),
        )
