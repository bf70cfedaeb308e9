"""Everything that is told across some articles, worked out when it is first asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

from reader.core.lexicon.stories import StoryWords
from reader.core.pipeline import Lexicon
from reader.core.types import Analysis, EntityType
from reader.stories.ahead import ahead
from reader.stories.articles import Article, gather
from reader.stories.chains import Chained, chain
from reader.stories.differences import compare
from reader.stories.figures import CitedFigures
from reader.stories.merged import Merged, merge
from reader.stories.names import Names
from reader.stories.overview import dated, located
from reader.stories.profiles import Profiles
from reader.stories.units import units_of
from reader.stories.values import (
    Ahead,
    Chain,
    Dated,
    Difference,
    Located,
    Profile,
    Ruling,
    Story,
)
from reader.stories.versions import find_stories


class Stories:
    """What some articles tell together.

    An article is named by the id of its Document; a text that came twice is one article.

    Args:
        analyses: in any order.
        lexicon: the data that they were analyzed with.
        words: the words that articles are compared by.
        rulings: what a reader decided on who is who.
    """

    def __init__(
        self,
        analyses: Iterable[Analysis],
        lexicon: Lexicon,
        words: StoryWords,
        rulings: Sequence[Ruling] = (),
    ) -> None:
        self._lexicon = lexicon
        self._words = words
        self._rulings = rulings
        self._figures = CitedFigures(lexicon.numbers, lexicon.figures)
        self.articles: Mapping[str, Article] = {a.id: a for a in gather(analyses)}

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """Articles that are versions of one story, by their first day."""
        return find_stories(tuple(self.articles.values()))

    def difference(self, before: str, after: str) -> Difference:
        """Return what one article made of another; KeyError where there is none of that id."""
        return compare(self.articles[before], self.articles[after], self._lexicon, self._identity)

    def _identity(self, article: Article, entity: str) -> str:
        return self.merged.of(article.id, entity) or entity

    @cached_property
    def merged(self) -> Merged:
        """Which entities of which articles are one."""
        names = Names(self._lexicon.entities, self._words)
        return merge(tuple(self.articles.values()), self.stories, names, self._rulings)

    @cached_property
    def _profiles(self) -> Profiles:
        return Profiles(self.articles, self.merged, self._chained)

    def profile(self, name: str) -> Profile:
        """Return the page of an entity by the id of its profile; KeyError where there is none."""
        return self._profiles.profile(name)

    def type_of(self, name: str) -> EntityType:
        """Return the type of a profile; KeyError where there is none of that id."""
        member = self.merged.profiles[name][0]
        return self.articles[member.article].entities[member.entity].type

    @cached_property
    def _chained(self) -> Chained:
        articles = self.articles.values()
        units = [unit for a in articles for unit in units_of(a, self.merged, self._words)]
        return chain(units, self._figures, self._words)

    @property
    def chains(self) -> tuple[Chain, ...]:
        """All events, each with all its tellings, by the first of them."""
        return self._chained.chains

    def ahead(self, day: date) -> tuple[Ahead, ...]:
        """Return the announced events that are not over before `day`, the next first."""
        return ahead(self._chained, day)

    def dated(self, articles: Collection[str] | None = None) -> tuple[Dated, ...]:
        """Return the events of some articles, or of all, as a time axis takes them."""
        return dated(self._chained, self.articles if articles is None else articles)

    def located(self, articles: Collection[str] | None = None) -> tuple[Located, ...]:
        """Return the places of some articles, or of all, as a map takes them."""
        chosen = self.articles if articles is None else articles
        return located(self.articles, self.merged, self._chained, chosen)
