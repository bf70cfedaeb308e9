"""People's names: after a title, from the parts that names are made of, and again by surname."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reader.core.clitics import Reading
from reader.core.entities.words import Candidate, Words

_MAX_PARTS = 6
_SURE = 0.5
_RARE = 0.01
_LIKELY = 0.2  # of a common word, where the place speaks for a name


class PeopleFinder:
    """Finds people's names.

    `titles` gives the end of each title phrase by token; `known` the gazetteer's
    candidates by the token that they start at.
    """

    def __init__(
        self, words: Words, titles: Mapping[int, Candidate], known: Mapping[int, Candidate]
    ) -> None:
        self._words = words
        self._titles = titles
        self._known = known
        self._bare_titles: dict[str, Reading | None] = {}
        self._openers: dict[str, bool] = {}

    def find(self) -> Iterator[Candidate]:
        """Yield names and the bare titles before them, in text order."""
        index = 0
        while index < len(self._words):
            if not (index in self._titles or self._may_open(index) or self._bare_title(index)):
                index += 1
                continue
            found = list(self._titled(index)) or list(self._plain(index))
            yield from found
            index = max([index + 1, *(c.end for c in found if c.type == "PER")])

    def _titled(self, index: int) -> Iterator[Candidate]:
        """A name after a title phrase that ends at `index`, or after a bare title."""
        words = self._words
        title = self._titles.get(index)
        if title is not None:
            start = index + 1 if words.folded(index) in {"،", ",", ":"} else index
            name = self._name(start, titled=True)
            if name is not None:
                yield name
            return
        reading = self._bare_title(index)
        if reading is None:
            return
        name = self._name(index + 1, titled=True)
        if name is not None:
            span = words.span(index, index + 1, reading.offset)
            yield Candidate(index, index + 1, span, "TITLE", f"title: {reading.stem}", 0.8, 4)
            yield name

    def _bare_title(self, index: int) -> Reading | None:
        word, titles = self._words.folded(index), self._words.lexicon.titles
        if word not in self._bare_titles:
            readings = self._words.readings(index)
            self._bare_titles[word] = next((r for r in readings if r.stem in titles), None)
        return self._bare_titles[word]

    def _may_open(self, index: int) -> bool:
        """Tell whether the word alone allows that a name without a title begins with it."""
        word = self._words.folded(index)
        if word not in self._openers:
            parts = self._words.lexicon.person_parts
            named = any(parts.get(r.form, 0.0) >= _RARE for r in self._words.readings(index))
            self._openers[word] = named or self._particle(index)
        return self._openers[word]

    def _plain(self, index: int) -> Iterator[Candidate]:
        name = self._name(index, titled=False)
        if name is not None:
            yield name

    def _name(self, start: int, *, titled: bool) -> Candidate | None:
        words = self._words
        if not words.readings(start) or start in words.blocked:
            return None
        if not (titled or self._may_open(start)):
            return None
        first = self._first(start, titled=titled)
        if first is None:
            return None
        end, sure = start + 1, self._weight(start, first) >= _SURE
        while end - start < _MAX_PARTS and words.same_sentence(start, end):
            if not (self._part(end, start) or (titled and self._is_plain_surname(end, start))):
                break
            sure = sure or words.lexicon.person_parts.get(words.folded(end), 0) >= _SURE
            end += 1
        while end > start and self._particle(end - 1):
            end -= 1
        if end - start < (1 if titled else 2) or not (titled or sure):
            return None
        span = words.span(start, end, first.offset)
        rule = "person after title" if titled else "person by name parts"
        return Candidate(start, end, span, "PER", rule, 0.9 if titled else 0.75, 7 if titled else 4)

    def _nisba(self, index: int, end: int) -> bool:
        """Tell whether the name's second word is a surname such as «البجاوي»."""
        words = self._words
        return (
            index < end
            and words.definite(index)
            and words.folded(index).endswith("ي")
            and not words.is_common(index)
        )

    def _first(self, index: int, *, titled: bool) -> Reading | None:
        """Return how the word begins a name, if it may."""
        words = self._words
        if index in words.blocked or self._is_preposition(index):
            return None
        if self._is_place(index) and not (titled and self._is_given_name(index)):
            return None
        if titled and (self._is_head(index) or self._is_group(index)):
            return None
        if len(words.folded(index)) < 2 or words.has(index, "each"):
            return None
        for reading in words.readings(index):
            if titled and reading.offset:
                return None
            if self._particle(index) and reading.form in words.lexicon.words["particle"]:
                return reading if self._weight(index + 1, None) >= _SURE else None
            least = _RARE if titled or self._nisba(index + 1, index + 2) else _SURE
            if self._weight(index, reading) >= least and not reading.definite:
                return reading
        reading = words.readings(index)[0]
        unknown = not words.is_common(index) and not self._nation(index)
        unknown = unknown and not (self._is_adverb(index) or _conjoined(words, index))
        unknown = unknown and not self._is_group(index)
        return reading if titled and unknown and not self._is_head(index) else None

    def _is_given_name(self, index: int) -> bool:
        """Tell whether a place's name is a person's here: «حاكم المصرف رياض سلامة»."""
        words, after = self._words, index + 1
        if self._weight(index, None) < _SURE or not words.same_sentence(index, after):
            return False
        name = words.tokens[after].kind == "word" and not words.definite(after)
        return name and not self._ends_name(after) and self._weight(after, None) > 0

    def _is_preposition(self, index: int) -> bool:
        """Tell whether the word is «على», whose folded letters are those of the name «علي»."""
        words = self._words
        return words.tokens[index].span.of(words.text).endswith("لى")

    def _is_group(self, index: int) -> bool:
        """Tell whether a definite word ends as a plural or a feminine noun, not as a surname."""
        words = self._words
        return words.definite(index) and words.folded(index).endswith(("ين", "ون", "ات", "ه"))

    def _weight(self, index: int, reading: Reading | None) -> float:
        if index >= len(self._words):
            return 0.0
        form = reading.form if reading else self._words.folded(index)
        return self._words.lexicon.person_parts.get(form, 0.0)

    def _part(self, index: int, start: int) -> bool:
        """Tell whether the word goes on with a name that began at `start`."""
        words = self._words
        if words.tokens[index].kind != "word" or index in words.blocked:
            return False
        if self._particle(index):
            return words.same_sentence(start, index + 1) and bool(words.readings(index + 1))
        if self._particle(index - 1):
            return not words.has(index, "function")
        if self._ends_name(index) or self._is_adverb(index):
            return False
        sure = self._weight(index, None) >= _SURE or self._may_be_surname(index, start)
        return sure or self._is_middle(index, start)

    def _is_plain_surname(self, index: int, start: int) -> bool:
        """Tell whether a common word is the surname after a title and one name: «رياض سلامة»."""
        if index != start + 1 or self._words.definite(index) or self._ends_name(index):
            return False
        return self._weight(index, None) >= _LIKELY and not self._is_adverb(index)

    def _is_middle(self, index: int, start: int) -> bool:
        """Tell whether a word that is also a name stands between names: «رجب طيب أردوغان»."""
        words = self._words
        if not self._weight(index, None) or not words.same_sentence(start, index + 1):
            return False
        after = index + 1
        if words.tokens[after].kind != "word" or words.definite(after) or after in words.blocked:
            return False
        return not self._ends_name(after) and self._may_be_surname(after, start)

    def _is_adverb(self, index: int) -> bool:
        """Tell whether the word is written with the ً of an accusative, which names lack."""
        return "\u064b" in self._words.tokens[index].span.of(self._words.text)

    def _ends_name(self, index: int) -> bool:
        words = self._words
        return (
            len(words.folded(index)) < 3
            or words.has(index, "function")
            or words.has(index, "saying")
            or self._is_head(index)
        )

    def _may_be_surname(self, index: int, start: int) -> bool:
        words = self._words
        if words.definite(index) and words.folded(index).endswith("ي"):
            return index == start + 1 or not words.is_common(index)
        if self._nation(index) or self._is_place(index) or _conjoined(words, index):
            return False
        return not words.is_common(index) and not _is_possessed(words, index)

    def _particle(self, index: int) -> bool:
        return self._words.has(index, "particle")

    def _nation(self, index: int) -> bool:
        nations = self._words.lexicon.nations
        return any(r.stem in nations for r in self._words.readings(index))

    def _is_place(self, index: int) -> bool:
        known = self._known.get(index)
        return known is not None and known.name is not None and known.name.certain

    def _is_head(self, index: int) -> bool:
        lexicon = self._words.lexicon
        return any(
            r.stem in lexicon.heads or r.stem in lexicon.titles for r in self._words.readings(index)
        )


def _is_possessed(words: Words, index: int) -> bool:
    """Tell whether the word is a common one with a suffix pronoun: «نظيره»."""
    folded, common = words.folded(index), words.lexicon.common
    return any(folded.removesuffix(p) in common for p in ("ه", "ها", "هم") if folded.endswith(p))


def _conjoined(words: Words, index: int) -> bool:
    """Tell whether the word is و or another proclitic and a word of its own."""
    return any(
        r.proclitics
        and (
            r.definite
            or r.form in words.lexicon.common
            or r.form in words.lexicon.person_parts
            or r.stem in words.lexicon.words["place_cue"]
        )
        for r in words.readings(index)
    )


def find_surnames(words: Words, people: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the places where a person named in full elsewhere is named by the last part."""
    surnames = {
        words.folded(person.end - 1): person for person in people if person.end - person.first > 1
    }
    covered = {i for person in people for i in range(person.first, person.end)}
    for index in range(len(words)):
        if index in covered or index in words.blocked:
            continue
        for reading in words.readings(index):
            if reading.form in surnames and reading.form not in words.lexicon.common:
                first = index
                while not reading.offset and first and words.has(first - 1, "surname_particle"):
                    first -= 1
                offset = reading.offset if first == index else 0
                span = words.span(first, index + 1, offset)
                yield Candidate(first, index + 1, span, "PER", "surname of a person", 0.8, 6)
                break
