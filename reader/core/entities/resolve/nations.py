"""Nationalities, peoples and creeds: all inflections of all words for one are one entity."""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.entities.resolve.groups import Group
from reader.core.entities.resolve.names import bare, name_words, shown
from reader.core.entities.words import Candidate, Words
from reader.core.lexicon.entities import Nation


def nation_of(words: Words, candidate: Candidate) -> Nation | None:
    """Return the lexicon's row for a mention, if it has one."""
    for reading in words.readings(candidate.first):
        if reading.stem in words.lexicon.nations:
            return words.lexicon.nations[reading.stem]
    return None


def gather_nations(words: Words, candidates: Sequence[Candidate]) -> list[Group]:
    """Return the nationalities, a group each, in no order."""
    groups: dict[str, Group] = {}
    for candidate in candidates:
        name = [bare(word) for word in name_words(shown(words, candidate))]
        form = " ".join(name)
        nation = nation_of(words, candidate) if len(name) == 1 else None
        identity = (nation.iso or nation.stem) if nation is not None else form
        group = groups.get(identity)
        if group is None:
            group = groups[identity] = Group("NORP", tuple(name))
            if nation is not None:
                group.stem, group.state, group.iso = nation.stem, nation.state, nation.iso
        group.add(candidate, form, _reason(nation))
    return list(groups.values())


def _reason(nation: Nation | None) -> str:
    if nation is None:
        return "same letters"
    return f"form of «{nation.stem}»" + (f", of {nation.state}" if nation.state else "")
