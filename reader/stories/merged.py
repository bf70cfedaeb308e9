"""Entities of many articles that are one, why, and which others may be.

What is surest is put together first: what a reader ruled, ids, equal full names, spellings of
them, longer and shorter names. A surname alone never joins two people: it needs a title, or
another version of the same story. Whatever would put together two ids, people of two states at
one time, or what a reader keeps apart, is not done; then both list each other as possible.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from reader.core.entities.resolve.translit import skeleton
from reader.core.normalize import fold
from reader.core.types import Entity
from reader.stories.articles import Article
from reader.stories.grouping import Groups
from reader.stories.names import IDS, Names, Parts, TitleKey
from reader.stories.values import Member, Named, Possible, Reason, Ruling, Story

_WINDOW = 12  # names of one key that a name is held against
_DOMINANT = 10  # times as many articles have a name as have all others it may be taken for
_POSSIBLE = 8  # others that are listed
_ONE_TIME = timedelta(days=180)  # between articles of one time
_SEASON = timedelta(days=120)  # between articles on one named event
_HAMZAS = frozenset("أإآؤئء")
_ID, _NAME, _SPELLED, _SHORTER, _PREFIX = 0.97, 0.9, 0.8, 0.75, 0.7
_STORY, _TITLED, _TITLE_ALONE = 0.75, 0.7, 0.65


@dataclass(slots=True, eq=False)
class _Form:
    """A person's full name as several articles write it, and who bear it.

    Attributes:
        people: members that are one, for each of the people of that name.
    """

    parts: Parts
    people: list[list[Member]]
    states: frozenset[str]
    titles: frozenset[TitleKey]

    @property
    def count(self) -> int:
        """In how many articles it is."""
        return sum(map(len, self.people))

    @property
    def one(self) -> Member | None:
        """The one who bears the name, if there is one only."""
        return self.people[0][0] if len(self.people) == 1 else None


@dataclass(slots=True)
class Merged:
    """Which entities of which articles are one.

    Attributes:
        profiles: the members of each profile, by its id; in the order of the articles.
        reasons: why its members are one, by the id of the profile.
        possible: which other profiles may be the same.
    """

    profiles: Mapping[str, tuple[Member, ...]]
    names: Mapping[str, str]
    reasons: Mapping[str, tuple[Reason, ...]]
    possible: Mapping[str, tuple[Possible, ...]]
    _of: Mapping[tuple[str, str], str] = field(repr=False)

    def of(self, article: str, entity: str | None) -> str | None:
        """Return the id of the profile that an entity of an article belongs to."""
        return self._of.get((article, entity or ""))


def merge(
    articles: Sequence[Article],
    stories: Sequence[Story],
    names: Names,
    rulings: Sequence[Ruling] = (),
) -> Merged:
    """Put together the entities of all articles; the order of the rulings does not matter."""
    merging = _Merging(articles, stories, names, rulings)
    merging.run()
    return merging.merged()


class _Merging:
    def __init__(
        self,
        articles: Sequence[Article],
        stories: Sequence[Story],
        names: Names,
        rulings: Sequence[Ruling],
    ) -> None:
        self._names = names
        self._rulings = rulings
        self._articles = {article.id: article for article in articles}
        self._members = [Member(a.id, e.id) for a in articles for e in a.analysis.entities]
        self._story = {v.article: story.id for story in stories for v in story.versions}
        self._groups = Groups(self._members)
        self._ids: dict[Member, dict[str, str]] = {}
        self._sides: dict[Member, frozenset[tuple[int, bool]]] = {}
        self._reasons: list[Reason] = []
        self._may_be: list[tuple[Member, Member, str]] = []
        self._title_keys: dict[Member, frozenset[TitleKey]] = {}
        self._parts = {m: self._names.parts(self._entity(m)) for m in self._members}

    def run(self) -> None:
        """Put together what is one, the surest first."""
        self._keep_apart()
        for ruling in self._rulings:
            if ruling.same:
                self._join_all([*self._named(ruling.one), *self._named(ruling.other)], "ruled", 1.0)
        self._by_id()
        self._by_name()
        forms = self._full_names()
        self._short_forms(forms)
        self._surnames(forms)
        self._places()

    # -- joining -----------------------------------------------------------------------------

    def _entity(self, member: Member) -> Entity:
        return self._articles[member.article].entities[member.entity]

    def _join(self, one: Member, other: Member, basis: str, confidence: float) -> bool:
        """Put two together unless something forbids it; tell whether they are one now."""
        a, b = self._groups.root(one), self._groups.root(other)
        if a == b:
            return True
        ids, more = self._ids.get(a, {}), self._ids.get(b, {})
        sides = self._sides.get(a, frozenset()), self._sides.get(b, frozenset())
        if any(ids[scheme] != more[scheme] for scheme in ids.keys() & more.keys()):
            return False
        if any((number, not side) in sides[1] for number, side in sides[0]):
            return False
        joined = self._groups.join(a, b)
        assert joined is not None  # noqa: S101 - they were two
        root = joined[0]
        self._ids[root] = {**ids, **more}
        self._sides[root] = sides[0] | sides[1]
        self._reasons.append(Reason(one, other, basis, confidence))
        return True

    def _join_all(self, members: Iterable[Member], basis: str, confidence: float) -> None:
        members = iter(members)
        first = next(members, None)
        for member in members:
            if first is not None and not self._join(first, member, basis, confidence):
                self._may_be.append((first, member, basis))

    def _keep_apart(self) -> None:
        for member in self._members:
            links = dict(self._entity(member).links)
            known = {scheme: links[scheme] for scheme in IDS if scheme in links}
            if known:
                self._ids[member] = known
        for number, ruling in enumerate(self._rulings):
            if ruling.same:
                continue
            one = set(self._named(ruling.one))
            for member in one:
                self._mark(member, (number, False))
            for member in self._named(ruling.other):
                if member not in one:
                    self._mark(member, (number, True))

    def _mark(self, member: Member, side: tuple[int, bool]) -> None:
        self._sides[member] = self._sides.get(member, frozenset()) | {side}

    def _named(self, named: Named) -> list[Member]:
        key = " ".join(fold(named.name).split())
        found = self._by_variant().get((named.type, key), [])
        return [m for m in found if named.article in {None, m.article}]

    def _by_variant(self) -> Mapping[tuple[str, str], list[Member]]:
        if self._variants is None:
            self._variants = defaultdict(list)
            for member in self._members:
                entity = self._entity(member)
                texts = {entity.name, *(variant.text for variant in entity.variants)}
                for text in {" ".join(fold(text).split()) for text in texts}:
                    self._variants[entity.type, text].append(member)
        return self._variants

    _variants: defaultdict[tuple[str, str], list[Member]] | None = None

    # -- ids and equal names -------------------------------------------------------------------

    def _by_id(self) -> None:
        having: defaultdict[tuple[str, str], list[Member]] = defaultdict(list)
        for member in self._members:
            for key in self._names.ids(self._articles[member.article], self._entity(member)):
                having[key].append(member)
        for (scheme, value), members in sorted(having.items()):
            basis = f"one row of names: {value}" if scheme == "row" else f"{scheme} {value}"
            self._join_all(members, basis, _ID)

    def _by_name(self) -> None:
        having: defaultdict[tuple[str, Parts], list[Member]] = defaultdict(list)
        for member in self._members:
            entity = self._entity(member)
            if entity.type != "PER" and self._parts[member] and not entity.candidates:
                having[entity.type, self._parts[member]].append(member)
        for (kind, parts), members in sorted(having.items()):
            for group in self._tellable(kind, parts, members):
                self._join_all(group, "equal names", _NAME)

    def _tellable(self, kind: str, parts: Parts, members: list[Member]) -> Iterator[list[Member]]:
        """Yield those of equal names that the name alone shows to be one."""
        if kind == "EVENT":
            yield from self._seasons(members)
        elif kind in {"ORG", "FAC"} and self._names.is_local(parts):
            yield from _grouped(members, lambda m: self._story.get(m.article))
        elif kind != "FAC" or len(parts) > 1:
            yield members

    def _seasons(self, members: list[Member]) -> Iterator[list[Member]]:
        """Yield the members whose articles are of one time; those without a day each alone."""
        dated = [(day, m) for m in members if (day := self._articles[m.article].last_day)]
        dated.sort(key=lambda pair: (pair[0], pair[1].article, pair[1].entity))
        group = [m for _day, m in dated[:1]]
        for (before, _), (day, member) in pairwise(dated):
            if day - before > _SEASON:
                yield group
                group = []
            group.append(member)
        yield group

    def _places(self) -> None:
        """List the places that a name which may mean several may mean."""
        known = {
            link: member
            for member in reversed(self._members)
            for link in self._entity(member).links
            if link[0] == "geonames"
        }
        for member in self._members:
            for place in self._entity(member).candidates:
                other = known.get(("geonames", place.id))
                if other is not None:
                    self._may_be.append((member, other, "one of the places of that name"))

    # -- people ----------------------------------------------------------------------------------

    def _full_names(self) -> list[_Form]:
        """Put together the people of one full name; return the names, the shortest first."""
        having: defaultdict[Parts, list[Member]] = defaultdict(list)
        for member in self._members:
            if self._entity(member).type == "PER" and len(self._parts[member]) > 1:
                having[self._parts[member]].append(member)
        forms = []
        for parts in sorted(having, key=lambda p: (len(p), p)):
            people = self._people_of(having[parts])
            for one in people:
                self._join_all(one, "equal full names", _NAME)
            forms.append(
                _Form(
                    parts,
                    people,
                    frozenset().union(*map(self._states, having[parts])),
                    frozenset().union(*map(self._titles, having[parts])),
                )
            )
            self._may_be += [
                (people[0][0], p[0], "equal full names, other states") for p in people[1:]
            ]
        return forms

    def _titles(self, member: Member) -> frozenset[TitleKey]:
        found = self._title_keys.get(member)
        if found is None:
            article = self._articles[member.article]
            titles = article.titles_of.get(member.entity, ())
            found = frozenset(self._names.title(article, title) for title in titles)
            self._title_keys[member] = found
        return found

    def _states(self, member: Member) -> frozenset[str]:
        return frozenset(state for title in self._titles(member) for state in title.states)

    def _people_of(self, members: list[Member]) -> list[list[Member]]:
        """Return the members by person, where their titles are of other states at one time.

        Who bears no such title is one of them, but not told which: each is by itself.
        """
        stated = [member for member in members if self._states(member)]
        found: list[tuple[set[str], list[Member]]] = []
        for member in sorted(stated, key=lambda m: (-len(self._states(m)), self._rank(m))):
            states = self._states(member)
            fit = [one for one in found if one[0] & states]
            if not fit and found and not any(self._at_one_time(member, one[1]) for one in found):
                fit = found[:1]
            for one in fit[1:]:
                fit[0][0].update(one[0])
                fit[0][1].extend(one[1])
                found.remove(one)
            if fit:
                fit[0][0].update(states)
                fit[0][1].append(member)
            else:
                found.append((set(states), [member]))
        if len(found) < 2:
            return [members]
        others = [[member] for member in members if not self._states(member)]
        people = [sorted(one[1], key=self._rank) for one in found]
        return [*sorted(people, key=lambda one: self._rank(one[0])), *others]

    def _at_one_time(self, member: Member, others: Iterable[Member]) -> bool:
        day = self._articles[member.article].last_day
        days = [self._articles[other.article].last_day for other in others]
        return day is None or any(d is None or abs(d - day) <= _ONE_TIME for d in days)

    def _rank(self, member: Member) -> tuple[date, str, str]:
        return *self._articles[member.article].rank, member.entity

    def _short_forms(self, forms: Sequence[_Form]) -> None:
        """Put together full names that are spellings of one, or one with less of its parts."""
        filed: defaultdict[tuple[str, ...], list[_Form]] = defaultdict(list)
        for form in forms:
            for key in _keys(form.parts):
                filed[key].append(form)
        near: defaultdict[int, dict[int, _Form]] = defaultdict(dict)
        for alike in filed.values():
            for at, form in enumerate(alike):
                # What comes after a name under its key is not shorter.
                following = alike[at + 1 : at + 1 + _WINDOW]
                near[id(form)].update({id(other): other for other in following})
        for form in forms:
            self._join_near(form, list(near[id(form)].values()))

    def _join_near(self, form: _Form, others: Sequence[_Form]) -> None:
        found = [(other, self._why(form, other)) for other in others]
        known = [(other, why) for other, why in found if why is not None]
        longer = [other for other, _why in known if len(other.parts) > len(form.parts)]
        meant = {id(other) for other in self._meant(form, longer)}
        for other, (basis, confidence) in known:
            is_longer = len(other.parts) > len(form.parts)
            told = f"{basis} «{' '.join(other.parts)}»"
            sure = confidence > 0 and (id(other) in meant or not is_longer)
            if not (sure and self._join_forms(form, other, told, confidence)):
                self._may_be.append((form.people[0][0], other.people[0][0], told))

    def _meant(self, form: _Form, longer: Sequence[_Form]) -> Sequence[_Form]:
        """Return the longer names that a name is short for: none, where they are of several.

        Then a title that few bear may tell which, or that hardly any article names the others.
        """
        if self._of_one(longer):
            return longer
        titles = {title for title in form.titles if title.is_specific}
        titled = [other for other in longer if titles & other.titles]
        if self._of_one(titled):
            return titled
        best = max(longer, key=lambda f: (f.count, f.parts), default=form)
        of_best = [f for f in longer if self._of_one([f, best])]
        others = sum(f.count for f in longer) - sum(f.count for f in of_best)
        return of_best if best.count >= _DOMINANT * others else ()

    def _of_one(self, forms: Sequence[_Form]) -> bool:
        """Tell whether all names are short for the longest of them."""
        if not forms:
            return False
        fullest = max(forms, key=lambda form: (len(form.parts), form.parts))
        return all(form is fullest or self._why(form, fullest) for form in forms)

    def _join_forms(self, form: _Form, other: _Form, basis: str, confidence: float) -> bool:
        """Put the bearers of two names together, where each has one and their titles allow it."""
        one, two = form.one, other.one
        if one is None or two is None:
            return False
        if form.states and other.states and not form.states & other.states:
            return False
        return self._join(one, two, basis, confidence)

    def _why(self, short: _Form, long: _Form) -> tuple[str, float] | None:
        """Return why a name is another's, and how surely (0: not surely enough); None if not."""
        a, b = short.parts, long.parts
        if len(a) == len(b):
            alike = self._names.spellings.all_one(a, b) and not self._names.both_known(a, b)
            return ("spelling of", _SPELLED) if alike else None
        if self._names.is_misread(b[-1]):
            return None
        if self._leaves_out(a, b):
            return "leaves out parts of", _SHORTER
        if a != b[: len(a)]:
            return None
        told = all(map(self._names.is_patronymic, a[1:])) or len(a) > 2
        titled = any(title.is_specific for title in short.titles & long.titles)
        return "first parts of", _PREFIX if told or titled else 0.0

    def _leaves_out(self, a: Parts, b: Parts) -> bool:
        """Tell whether a name has the first part and the family name of another.

        «سلمان بن عبد العزيز» is no short form of «سلمان بن سلطان بن عبد العزيز»: he is the
        son of another.
        """
        if a[0] != b[0] or a[-1] != b[-1] or self._names.is_patronymic(a[-1]):
            return False
        rest = iter(b)
        return all(part in rest for part in a)

    # -- surnames --------------------------------------------------------------------------------

    def _surnames(self, forms: Sequence[_Form]) -> None:
        """Put a name of one part with the only one that a title or the story tells it is."""
        full: defaultdict[str, list[Member]] = defaultdict(list)
        told: defaultdict[tuple[str, object], dict[Member, None]] = defaultdict(dict)
        for form in forms:
            for one in form.people:
                for member in one:
                    for last in {form.parts[-1], self._names.tail(self._entity(member))}:
                        for mark in self._marks(member):
                            told[last, mark][one[0]] = None
                for last in {form.parts[-1], self._names.tail(self._entity(one[0]))}:
                    full[last].append(one[0])
        alone: defaultdict[tuple[str, object], list[Member]] = defaultdict(list)
        for member in self._members:
            if self._entity(member).type != "PER" or len(self._parts[member]) != 1:
                continue
            name = self._parts[member][0]
            if not self._belongs(member, name, told):
                for mark in self._marks(member):
                    alone[name, mark].append(member)
                self._may_be += [
                    (member, other, "surname alone") for other in full[name][:_POSSIBLE]
                ]
        for (_name, mark), members in sorted(
            alone.items(), key=lambda i: (i[0][0], _order(i[0][1]))
        ):
            in_story = isinstance(mark, str)
            basis = "one name in versions of one story" if in_story else "one name and title"
            self._join_all(members, basis, _STORY if in_story else _TITLE_ALONE)

    def _marks(self, member: Member) -> Iterator[object]:
        """Yield what besides a surname tells who it is: the story, titles that few bear."""
        if member.article in self._story:
            yield self._story[member.article]
        yield from (title for title in self._titles(member) if title.is_specific)

    def _belongs(
        self, member: Member, name: str, told: Mapping[tuple[str, object], Iterable[Member]]
    ) -> bool:
        for mark in sorted(self._marks(member), key=_order):
            people = {self._groups.root(other): other for other in told.get((name, mark), ())}
            if len(people) == 1:
                in_story = isinstance(mark, str)
                basis = "last name, in versions of one story" if in_story else "last name and title"
                other = next(iter(people.values()))
                if self._join(other, member, basis, _STORY if in_story else _TITLED):
                    return True
        return False

    # -- what came of it -------------------------------------------------------------------------

    def merged(self) -> Merged:
        """Return the profiles, with ids that hang on the members alone."""
        rank = {article: number for number, article in enumerate(self._articles)}
        groups = self._groups.groups(
            lambda m: (
                rank[m.article],
                int(m.entity[1:] or 0) if m.entity[1:].isdigit() else 0,
                m.entity,
            )
        )
        groups.sort(key=lambda group: (rank[group[0].article], group[0].entity))
        names = [self._name(group) for group in groups]
        ids: dict[str, int] = {}
        profiles, called, of = {}, {}, {}
        for group, name in zip(groups, names, strict=True):
            key = self._key(group, name)
            ids[key] = ids.get(key, 0) + 1
            profile = key if ids[key] == 1 else f"{key}#{ids[key]}"
            profiles[profile] = tuple(group)
            called[profile] = name
            of.update({(m.article, m.entity): profile for m in group})
        reasons: defaultdict[str, list[Reason]] = defaultdict(list)
        for reason in self._reasons:
            reasons[of[reason.one.article, reason.one.entity]].append(reason)
        return Merged(
            profiles,
            called,
            {profile: tuple(why) for profile, why in reasons.items()},
            self._possible(of),
            of,
        )

    def _possible(self, of: Mapping[tuple[str, str], str]) -> Mapping[str, tuple[Possible, ...]]:
        found: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for one, other, basis in self._may_be:
            a, b = of[one.article, one.entity], of[other.article, other.entity]
            for profile, another in ((a, b), (b, a)):
                if a != b and len(found[profile]) < _POSSIBLE:
                    found[profile].setdefault(another, basis)
        return {
            profile: tuple(Possible(other, basis) for other, basis in others.items())
            for profile, others in found.items()
            if others
        }

    def _key(self, group: Sequence[Member], name: str) -> str:
        ids = self._ids.get(self._groups.root(group[0]), {})
        scheme = next((scheme for scheme in IDS if scheme in ids), "")
        kind = self._entity(group[0]).type
        return f"{scheme}:{ids[scheme]}" if scheme else f"{kind}:{' '.join(fold(name).split())}"

    def _name(self, group: Sequence[Member]) -> str:
        """Return a person's fullest name; of others the most frequent."""
        counts: Counter[str] = Counter()
        articles: Counter[str] = Counter()
        for member in group:
            entity = self._entity(member)
            counts[entity.name] += sum(variant.count for variant in entity.variants)
            articles[entity.name] += 1
        person = self._entity(group[0]).type == "PER"
        # A longest form that no other article has may hold the next word of its sentence.
        often = max(articles.values()) > 1
        return max(
            counts,
            key=lambda text: (
                not often or articles[text] > 1,
                len(text.split()) if person else 0,
                counts[text],
                sum(char in _HAMZAS for char in text),
                text,
            ),
        )


def _grouped(
    members: Iterable[Member], key: Callable[[Member], str | None]
) -> Iterator[list[Member]]:
    found: defaultdict[str, list[Member]] = defaultdict(list)
    for member in members:
        of = key(member)
        if of is not None:
            found[of].append(member)
    yield from found.values()


def _order(mark: object) -> tuple[str, ...]:
    if isinstance(mark, TitleKey):
        return "title", *mark.words, *sorted(mark.states)
    return "story", str(mark)


def _keys(parts: Parts) -> Iterator[tuple[str, ...]]:
    loose = [skeleton(part) or part for part in parts]
    yield "ends", loose[0], loose[-1]
    yield "start", loose[0], loose[1]
