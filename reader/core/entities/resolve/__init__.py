"""One entity for all the ways that a text writes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from reader.core.entities.resolve.bodies import gather_bodies
from reader.core.entities.resolve.describe import describe
from reader.core.entities.resolve.groups import Group, in_text_order
from reader.core.entities.resolve.nations import gather_nations
from reader.core.entities.resolve.people import gather_people
from reader.core.entities.resolve.places import gather_places, setting_of
from reader.core.entities.resolve.roles import hold_titles, relate, stand_in
from reader.core.entities.words import Candidate, Words
from reader.core.types import Entity, EntityType, Mention, Segmentation


def resolve(
    words: Words, segmentation: Segmentation, candidates: Sequence[Candidate]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Return the entities, in the order of their first mention, and all mentions.

    Every candidate is a mention; those of titles and quantities have no entity. The
    work grows with the number of mentions, however much their names are alike.
    """
    groups = list(in_text_order(_gather(words, candidates)))
    entities = tuple(describe(words, number, group) for number, group in enumerate(groups, 1))
    entities = relate(entities, groups)
    owner = {id(member): number for number, g in enumerate(groups) for member in g.members}
    mentions = tuple(
        Mention(
            id=f"m{number}",
            span=c.span,
            type=c.type,
            sentence=segmentation.sentences[words.tokens[c.first].sentence].id,
            entity=entities[owner[id(c)]].id if id(c) in owner else None,
            confidence=c.confidence,
            rule=c.rule,
        )
        for number, c in enumerate(candidates, start=1)
    )
    mentions = hold_titles(mentions, candidates)
    group_of = {n: groups[owner[id(c)]] for n, c in enumerate(candidates) if id(c) in owner}
    by_id = {entity.id: entity for entity in entities}
    return entities, stand_in(words, candidates, mentions, group_of, by_id)


def _gather(words: Words, candidates: Sequence[Candidate]) -> list[Group]:
    of: defaultdict[EntityType, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        of[candidate.type].append(candidate)
    setting = setting_of(words, candidates)
    titles = {title.end: title for title in of["TITLE"]}
    return [
        *gather_people(words, of["PER"], titles),
        *gather_places(words, of["GPE"], setting),
        *gather_places(words, of["LOC"], setting),
        *gather_bodies(words, of["ORG"], "ORG"),
        *gather_bodies(words, of["FAC"], "FAC"),
        *gather_bodies(words, of["EVENT"], "EVENT"),
        *gather_nations(words, of["NORP"]),
    ]
