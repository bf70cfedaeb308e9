"""The arguments of events, once the mentions that they are tied to are corrected."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reader.core.corrections.mentions import Named
from reader.core.corrections.types import USER
from reader.core.types import Argument, Attribution, Casualties, Event, Filler, Mention, Span


def retarget(
    events: tuple[Event, ...], before: Sequence[Mention], named: Named
) -> tuple[Event, ...]:
    """Return the events with the entities that their arguments' words name now."""
    if tuple(before) == named.mentions and not named.heirs:
        return events
    return tuple(map(_Arguments(before, named).event, events))


class _Arguments:
    def __init__(self, before: Sequence[Mention], named: Named) -> None:
        self._heirs = named.heirs
        self._alive = {e.id for e in named.entities}
        self._now = {m.id: m.entity for m in named.mentions}
        self._by_user = {m.span: m.entity for m in named.mentions if m.rule == USER and m.entity}
        self._before: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in sorted(before, key=lambda m: m.span):
            if mention.entity:
                self._before[mention.entity].append(mention)

    def event(self, event: Event) -> Event:
        """Return an event with its arguments as they are now."""
        said = event.attribution
        return replace(
            event,
            participants=tuple(map(self._argument, event.participants)),
            places=tuple(map(self._filler, event.places)),
            attribution=said and self._attribution(said),
            casualties=tuple(map(self._casualties, event.casualties)),
        )

    def _argument(self, argument: Argument) -> Argument:
        return replace(argument, entity=self._entity(argument.span, argument.entity))

    def _filler(self, filler: Filler) -> Filler:
        return replace(filler, entity=self._entity(filler.span, filler.entity))

    def _attribution(self, said: Attribution) -> Attribution:
        return replace(said, speakers=tuple(map(self._filler, said.speakers)))

    def _casualties(self, casualties: Casualties) -> Casualties:
        speaker = casualties.speaker
        known = speaker in self._before
        return replace(casualties, speaker=self._of(speaker) if known else speaker)

    def _entity(self, span: Span, entity: str | None) -> str | None:
        if entity is None:
            return self._by_user.get(span)
        mention = self._inside(span, entity)
        return self._now.get(mention.id) if mention else self._of(entity)

    def _inside(self, span: Span, entity: str) -> Mention | None:
        """Return the first of the entity's old mentions in `span`."""
        mentions = self._before.get(entity, [])
        at = bisect_left(mentions, span.start, key=lambda m: m.span.start)
        found = mentions[at] if at < len(mentions) else None
        return found if found and span.contains(found.span) else None

    def _of(self, entity: str | None) -> str | None:
        """Return what an entity became; None where it is gone."""
        return entity if entity in self._alive else self._heirs.get(entity or "") or None
