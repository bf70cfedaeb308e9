"""A page on one person, body or place, from all articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from reader.core.normalize import fold
from reader.core.types import EntityType, Span
from reader.stories.articles import Article
from reader.stories.chains import Chained
from reader.stories.merged import Merged
from reader.stories.units import Unit
from reader.stories.values import (
    Chain,
    Citation,
    Held,
    Member,
    Mentioned,
    Part,
    Profile,
    Spelling,
    Together,
)

_LAST = date.max


class Profiles:
    """Writes pages; what they need of all articles is looked up once."""

    def __init__(self, articles: Mapping[str, Article], merged: Merged, chained: Chained) -> None:
        self._articles = articles
        self._merged = merged
        self._taking_part: defaultdict[str, list[tuple[Chain, Unit]]] = defaultdict(list)
        for chain in chained.chains:
            for unit in chained.units[chain.id]:
                for profile in unit.actors | unit.targets | unit.towns | unit.states:
                    self._taking_part[profile].append((chain, unit))

    def profile(self, name: str) -> Profile:
        """Return the page of a profile by its id; KeyError where there is none."""
        members = self._merged.profiles[name]
        entities = [self._articles[m.article].entities[m.entity] for m in members]
        spelled: Counter[str] = Counter()
        for entity in entities:
            spelled.update({variant.text: variant.count for variant in entity.variants})
        events = sorted(
            self._parts(name), key=lambda p: (p.first_day or _LAST, p.citation, p.role, p.chain)
        )
        return Profile(
            id=name,
            type=entities[0].type,
            name=self._merged.names[name],
            members=members,
            spellings=tuple(
                Spelling(t, n) for t, n in sorted(spelled.items(), key=lambda s: (-s[1], s[0]))
            ),
            links=tuple(sorted({link for entity in entities for link in entity.links})),
            titles=self._titles(members),
            mentions=tuple(
                sorted(self._mentions(members), key=lambda m: (m.day or _LAST, m.citation))
            ),
            places=self._places(name),
            together=self._together(name, members),
            events=tuple(events),
            reasons=self._merged.reasons.get(name, ()),
            possible=self._merged.possible.get(name, ()),
        )

    def _mentions(self, members: Iterable[Member]) -> Iterator[Mentioned]:
        for member in members:
            article = self._articles[member.article]
            for mention in article.mentions_of.get(member.entity, ()):
                yield Mentioned(article.day, article.cite(mention.span))

    def _titles(self, members: Iterable[Member]) -> tuple[Held, ...]:
        held: defaultdict[str, list[tuple[str, date | None, Citation]]] = defaultdict(list)
        for member in members:
            article = self._articles[member.article]
            for mention in article.titles_of.get(member.entity, ()):
                words = _whole(article, mention.span)
                told = words, article.day, article.cite(mention.span)
                held[fold(words).removeprefix("ال")].append(told)
        found = [_held(each) for each in held.values()]
        return tuple(sorted(found, key=lambda h: (h.first_day or _LAST, h.title)))

    def _parts(self, name: str) -> Iterator[Part]:
        """Yield the events that it is an actor or a target of, once for each telling and role."""
        for chain, unit in self._taking_part[name]:
            article, seen = unit.article, set()
            for event in unit.events:
                for part in event.participants:
                    known = self._merged.of(article.id, part.entity)
                    if known != name or part.role in seen:
                        continue
                    seen.add(part.role)
                    yield Part(
                        part.role,
                        chain.id,
                        event.type,
                        event.polarity,
                        event.modality,
                        chain.first_day,
                        chain.last_day,
                        article.cite(event.trigger),
                    )

    def _places(self, name: str) -> tuple[Together, ...]:
        found: defaultdict[str, list[Citation]] = defaultdict(list)
        for _chain, unit in self._taking_part[name]:
            if name not in unit.actors | unit.targets:
                continue
            for event in unit.events:
                for place in event.places:
                    profile = self._merged.of(unit.article.id, place.entity)
                    if profile is not None and profile != name:
                        found[profile].append(unit.article.cite(event.trigger))
        return self._listed({p: Counter(events=len(c)) for p, c in found.items()}, found)

    def _together(self, name: str, members: Iterable[Member]) -> tuple[Together, ...]:
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        where: defaultdict[str, list[Citation]] = defaultdict(list)
        for member in members:
            article = self._articles[member.article]
            for sentence in dict.fromkeys(
                m.sentence for m in article.mentions_of.get(member.entity, ())
            ):
                for other, citation in self._others(article, sentence, name).items():
                    counts[other]["sentences"] += 1
                    where[other].append(citation)
        for _chain, unit in self._taking_part[name]:
            for other in (unit.actors | unit.targets) - {name}:
                if name in unit.actors | unit.targets:
                    counts[other]["events"] += 1
                    where[other].append(unit.article.cite(unit.events[0].trigger))
        return self._listed(counts, where)

    def _others(self, article: Article, sentence: str, name: str) -> dict[str, Citation]:
        found: dict[str, Citation] = {}
        for mention in article.mentions_in.get(sentence, ()):
            other = self._merged.of(article.id, mention.entity)
            if other is not None and other != name and mention.type != "NORP":
                found.setdefault(other, article.cite(mention.span))
        return found

    def _listed(
        self, counts: Mapping[str, Counter[str]], where: Mapping[str, Sequence[Citation]]
    ) -> tuple[Together, ...]:
        found = [
            Together(
                profile,
                self._merged.names[profile],
                self._type(profile),
                count["sentences"],
                count["events"],
                tuple(dict.fromkeys(where[profile])),
            )
            for profile, count in counts.items()
        ]
        return tuple(sorted(found, key=lambda t: (-t.sentences - t.events, t.profile)))

    def _type(self, profile: str) -> EntityType:
        member = self._merged.profiles[profile][0]
        return self._articles[member.article].entities[member.entity].type


def _whole(article: Article, span: Span) -> str:
    """Return a title with the ال that «لل» hides: a span keeps the second ل of «للرئيس»."""
    words = " ".join(span.of(article.text).split())
    hidden = span.start > 0 and article.text[span.start - 1 : span.start + 1] == "لل"
    return "ال" + words[1:] if hidden else words


def _held(told: Sequence[tuple[str, date | None, Citation]]) -> Held:
    days = sorted(day for _words, day, _citation in told if day)
    often = Counter(words for words, _day, _citation in told)
    title = max(often, key=lambda words: (often[words], words))
    ordered = sorted(told, key=lambda t: (t[1] or _LAST, t[2]))
    return Held(
        title,
        days[0] if days else None,
        days[-1] if days else None,
        tuple(dict.fromkeys(citation for _words, _day, citation in ordered)),
    )
