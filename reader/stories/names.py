"""What an entity of an article is told by: its name's parts, its ids, the titles it bears."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from reader.core.entities.resolve.groups import Spellings
from reader.core.entities.resolve.names import bare, name_words, person_name, place_name
from reader.core.entities.words import Words
from reader.core.lexicon.entities import EntityLexicon
from reader.core.lexicon.stories import StoryWords
from reader.core.normalize import fold
from reader.core.types import Entity, EntityType, Mention
from reader.stories.articles import Article

IDS = ("wikidata", "geonames")
_ISO = "iso3166"
_ROW = re.compile(r"gazetteer: entities/organizations\.tsv (.+)")
_BODIES: frozenset[EntityType] = frozenset({"ORG", "FAC", "EVENT"})
Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TitleKey:
    """A title as it is compared: its words, without those that name a state, and the states."""

    words: Parts
    states: frozenset[str]

    @property
    def is_specific(self) -> bool:
        """Tell whether few people bear it at one time: «الرئيس اليمني», not «الرئيس»."""
        return len(self.words) + len(self.states) > 1


class Names:
    """Reads the names of articles as their own resolution does."""

    def __init__(self, lexicon: EntityLexicon, words: StoryWords) -> None:
        self._lexicon = lexicon
        self._words = words
        self._empty = Words("", (), lexicon, frozenset())
        self.spellings = Spellings(self._empty)

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        return {fold(name): code for code, name in self._lexicon.states.items()}

    def parts(self, entity: Entity) -> Parts:
        """Return the parts of a name by which it is compared; () where nothing is left of it."""
        name = name_words(entity.name)
        if entity.type == "PER":
            return person_name(self._empty, name).parts
        if entity.type in {"GPE", "LOC"}:
            return tuple(place_name(self._empty, name))
        return tuple(map(bare, name))

    def tail(self, entity: Entity) -> str:
        """Return the word that may stand alone for the last part of a person's name."""
        return person_name(self._empty, name_words(entity.name)).tail

    def ids(self, article: Article, entity: Entity) -> Iterator[tuple[str, str]]:
        """Yield what names the entity wherever it is written, as (scheme, id)."""
        links = dict(entity.links)
        known = [(scheme, links[scheme]) for scheme in IDS if scheme in links]
        yield from known
        if not known and _ISO in links:
            yield _ISO, links[_ISO]
        if entity.type in _BODIES and not known:
            for mention in article.mentions_of.get(entity.id, ()):
                row = _ROW.match(mention.rule)
                if row and not self.is_local(row[1].split()):
                    yield "row", row[1]

    def is_local(self, parts: Parts | list[str]) -> bool:
        """Tell whether every state has such a body, and the name says of which it is not."""
        of_state = any(part in self._lexicon.nations or part in self._codes for part in parts)
        return parts[0] in self._words.local_heads and not of_state

    def both_known(self, one: Parts, other: Parts) -> bool:
        """Tell whether two names are of two well-known people, however alike."""
        return {" ".join(one), " ".join(other)} <= self._lexicon.known_people

    def is_misread(self, part: str) -> bool:
        """Tell whether a word that ends a name is rather the next word of the sentence."""
        lexicon = self._lexicon
        if part in lexicon.person_parts:
            return False
        return part in lexicon.common or part in lexicon.titles or part in lexicon.words["function"]

    def is_patronymic(self, part: str) -> bool:
        """Tell whether a part says whose son or of which house somebody is: «بن فهد», «آل ثاني»."""
        kinds = self._lexicon.words
        first, _space, more = part.partition(" ")
        return bool(more) and (first in kinds["patronymic"] or first in kinds["inner_patronymic"])

    def title(self, article: Article, mention: Mention) -> TitleKey:
        """Return a title by its words and the states that it names."""
        states, cut = set(), []
        beside = article.mentions_in.get(mention.sentence, ())
        first = bisect_left(beside, mention.span.start, key=lambda m: m.span.start)
        for inner in map(beside.__getitem__, range(first, len(beside))):
            if inner.span.start >= mention.span.end:
                break
            if inner is mention or not mention.span.contains(inner.span):
                continue
            state = self._state(article, inner)
            if state:
                states.add(state)
                cut.append(inner.span)
        kept, at = [], mention.span.start
        for span in cut:
            kept.append(article.text[at : max(at, span.start)])
            at = max(at, span.end)
        kept.append(article.text[at : mention.span.end])
        words = [
            word.removeprefix("ل") if n == 0 and word.startswith("لل") else word
            for n, word in enumerate(name_words(" ".join(kept)))
        ]
        return TitleKey(tuple(map(bare, words)), frozenset(states))

    def _state(self, article: Article, mention: Mention) -> str:
        entity = article.entities.get(mention.entity or "")
        if entity is None or entity.type not in {"NORP", "GPE"}:
            return ""
        if entity.type == "NORP":
            related = article.entities.get(entity.related or "")
            if related is None:
                return self._codes.get(fold(entity.related or ""), "")
            entity = related
        return dict(entity.links).get(_ISO, "")
