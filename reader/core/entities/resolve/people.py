"""Who is who: full names, and the short forms that are read by them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from reader.core.entities.resolve.groups import FIRST, Group, Index, Spellings, nearest
from reader.core.entities.resolve.names import PersonName, name_words, person_name, shown
from reader.core.entities.resolve.translit import skeleton
from reader.core.entities.words import Candidate, Words

_LASTS = 8  # last parts of one person's names, of which all but one or two are misread


def gather_people(
    words: Words, people: Sequence[Candidate], titles: Mapping[int, Candidate]
) -> list[Group]:
    """Return the people, a group each, in no order; `titles` are by the token that they end at.

    Full names come first, so that a headline's surname finds the name that the text
    gives below. Two people of one surname stay two: the surname alone is then the one
    last named.
    """
    gathering = _Gathering(words, titles)
    names = [person_name(words, name_words(shown(words, c))) for c in people]
    for candidate, name in zip(people, names, strict=True):
        if len(name.parts) > 1:
            gathering.place_full(candidate, name)
    for candidate, name in zip(people, names, strict=True):
        if len(name.parts) == 1:
            gathering.place_short(candidate, name)
        elif not name.parts:
            gathering.place_alone(candidate, name)
    return gathering.groups


class _Gathering:
    def __init__(self, words: Words, titles: Mapping[int, Candidate]) -> None:
        self._words = words
        self._titles = titles
        self._spellings = Spellings(words)
        self._nouns = words.lexicon.heads.keys() | words.lexicon.titles
        self._full = Index()  # by first and last, first two and last two parts
        self._last = Index()
        self._first = Index()
        self._alone = Index()
        self.groups: list[Group] = []

    def place_full(self, candidate: Candidate, name: PersonName) -> None:
        """Put a name of several parts with its person."""
        gender = self._gender(candidate)
        found: dict[Group, str] = {}
        for key in _full_keys(name.parts):
            for group in self._full.get(key):
                reason = self._why(candidate, name, group) if group not in found else ""
                if reason and (name.parts == group.parts or _agree(group.gender, gender)):
                    found[group] = reason
        group = nearest(found, candidate.span.start) or self._new(name)
        self._take(group, candidate, name, found.get(group, FIRST))
        self._file(group, name)

    def place_short(self, candidate: Candidate, name: PersonName) -> None:
        """Put a surname or a given name alone with the person that it is short for."""
        gender = self._gender(candidate)
        word = name.parts[0]
        for fit, what in self._readings(word):
            group = nearest((g for g in fit if _agree(g.gender, gender)), candidate.span.start)
            if group is not None:
                self._take(group, candidate, name, f"{what} «{' '.join(group.parts)}»")
                return
        group = self._new(name)
        self._take(group, candidate, name, FIRST)
        for key in _spelled(word):
            self._alone.put(key, group)

    def place_alone(self, candidate: Candidate, name: PersonName) -> None:
        """Give words without a letter, which a tagger may send, an entity of their own."""
        self._take(self._new(name), candidate, name, FIRST)

    def _readings(self, word: str) -> Iterator[tuple[list[Group], str]]:
        """Yield whom the word may name, the surest reading first, and as what."""
        one, near = self._spellings.one, skeleton(word)
        yield [g for g in self._last.get(word) if word in g.lasts], "last name of"
        yield [g for g in self._alone.get(word) if g.parts == (word,)], "same letters as"
        if near:
            found = self._last.get(near)
            spelled = [g for g in found if any(one(word, last) for last in g.lasts)]
            yield spelled, "spelling of the last name of"
            yield [g for g in self._alone.get(near) if one(word, g.parts[0])], "spelling of"
        firsts = [g for g in self._first.get(word) if g.parts[0] == word]
        yield firsts if len(firsts) == 1 else [], "first name of"

    def _why(self, candidate: Candidate, name: PersonName, group: Group) -> str:
        """Return why the name is another form of the group's name; "" where it is none."""
        short, full = sorted((name.parts, group.parts), key=len)
        whole = f"«{' '.join(group.parts)}»"
        if len(short) == len(full):
            if not self._spellings.all_one(short, full) or (
                short != full and self._both_known(name, group)
            ):
                return ""
            return f"same letters as {whole}" if short == full else f"spelling of {whole}"
        if self._spellings.all_one(short, full[: len(short)]):
            return f"first parts of the same name as {whole}"
        if self._spellings.all_one(short[:1], full[:1]) and self._spellings.all_one(
            short[-1:], full[-1:]
        ):
            return f"first and last name as in {whole}"
        if self._spellings.all_one(short, full[-len(short) :]) and self._drops_first(
            candidate, name, group
        ):
            return f"last parts of {whole}"
        return ""

    def _both_known(self, name: PersonName, group: Group) -> bool:
        return {name.key, " ".join(group.parts)} <= self._words.lexicon.known_people

    def _drops_first(self, candidate: Candidate, name: PersonName, group: Group) -> bool:
        """Tell whether what the longer name has more at its front is no name of a child.

        «علي عبد الله صالح» is the father of «أحمد علي عبد الله صالح», not short for him:
        so a shorter name must come later, and not be one that is well known.
        """
        lexicon = self._words.lexicon
        front = max(name.parts, group.parts, key=len)[0]
        if front not in lexicon.person_parts or front in lexicon.words["function"]:
            return True
        later = len(name.parts) < len(group.parts)
        return later and name.key not in lexicon.known_people and not self._is_kin(candidate)

    def _is_kin(self, candidate: Candidate) -> bool:
        """Tell whether a word before the name says that it is a relative's: «نجله أحمد»."""
        return self._words.reads_as(candidate.first - 1, "kin")

    def _new(self, name: PersonName) -> Group:
        group = Group("PER", name.parts)
        self.groups.append(group)
        return group

    def _take(self, group: Group, candidate: Candidate, name: PersonName, reason: str) -> None:
        group.add(candidate, name.key, reason)
        group.gender = group.gender or self._gender(candidate)
        if len(name.parts) > len(group.parts):
            group.parts = name.parts

    def _file(self, group: Group, name: PersonName) -> None:
        for key in _full_keys(name.parts):
            self._full.put(key, group)
        for last in dict.fromkeys((name.parts[-1], name.tail)):
            if last not in group.lasts and len(group.lasts) < _LASTS:
                group.lasts.append(last)
            for spelled in _spelled(last):
                self._last.put(spelled, group)
        self._first.put(name.parts[0], group)

    def _gender(self, candidate: Candidate) -> str:
        """Return "f" or "m" as the title or the verb right before the name says, or ""."""
        title = self._titles.get(candidate.first)
        before = title.first if title is not None else candidate.first - 1
        if not self._words.same_sentence(before, candidate.first):
            return ""
        verbs = self._words.lexicon.words["saying"]
        for reading in self._words.readings(before):
            if reading.stem in self._nouns:
                return _noun_gender(reading.stem, self._nouns)
            if reading.form in verbs:
                return _verb_gender(reading.form, verbs)
        return ""


def _spelled(word: str) -> Iterable[str]:
    return {word, skeleton(word) or word}


def _full_keys(parts: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    loose = [skeleton(part) or part for part in parts]
    yield "ends", loose[0], loose[-1]
    yield "start", loose[0], loose[1]
    yield "finish", loose[-2], loose[-1]


def _agree(a: str, b: str) -> bool:
    return not a or not b or a == b


def _noun_gender(title: str, titles: Collection[str]) -> str:
    if title.endswith("ه") and title[:-1] in titles:
        return "f"
    return "m" if title + "ه" in titles else ""


def _verb_gender(verb: str, verbs: Collection[str]) -> str:
    if verb.endswith("ت") and verb[:-1] in verbs:
        return "f"
    if verb.startswith("ت") and "ي" + verb[1:] in verbs:
        return "f"
    male = verb + "ت" in verbs or (verb.startswith("ي") and "ت" + verb[1:] in verbs)
    return "m" if male else ""
