"""What the name lists say of each word, as input to the encoder beside its pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.core.clitics import readings
from reader.core.normalize import fold
from reader.resources import rows

KINDS = (
    "state",
    "metropolis",
    "town",
    "region",
    "in_place",
    "body",
    "in_body",
    "given",
    "rare_given",
    "surname",
    "rare_surname",
    "nation",
    "org_head",
    "fac_head",
    "event_head",
    "title",
    "place_after_clitic",
    "person_after_clitic",
)
_BIT = {kind: 1 << at for at, kind in enumerate(KINDS)}
_METROPOLIS = 300_000
_OFTEN = 30
_LONGEST = 4  # words of a listed name
_HEADS = {"ORG": "org_head", "FAC": "fac_head", "EVENT": "event_head", "TITLE": "title"}
_ENDINGS = ("", "ه", "ين", "ون", "ان", "ات")
_PERSON = sum(_BIT[kind] for kind in ("given", "rare_given", "surname", "rare_surname"))
_PLACE = sum(_BIT[kind] for kind in ("state", "metropolis", "town", "region"))
_REMEMBERED = 100_000


class Hints:
    """Reads the name lists and tells, for each word of a sentence, which of them hold it."""

    def __init__(self) -> None:
        listed = list(_listed())
        self._words = _words(listed)
        self._names = _names(listed)
        self._firsts = {name[0] for name in self._names}
        self._known: dict[str, tuple[int, tuple[str, ...]]] = {}

    def of(self, words: Sequence[str]) -> list[int]:
        """Return a set of KINDS as bits for each word."""
        looked = [self._look(word) for word in words]
        bits = [bit for bit, _ in looked]
        for at, (_, firsts) in enumerate(looked):
            for first in firsts:
                if first in self._firsts:
                    self._mark(at, first, looked, bits)
        return bits

    def name_offsets(self, folded: str) -> list[int]:
        """Return how many proclitic letters the word may have if a listed name begins it."""
        return [
            reading.offset
            for reading in readings(folded)
            if self._words.get(reading.form, 0) & _PLACE or reading.form in self._firsts
        ]

    def _mark(
        self, at: int, first: str, looked: list[tuple[int, tuple[str, ...]]], bits: list[int]
    ) -> None:
        """Mark the longest name of several words that starts here."""
        rest = [forms[-1] for _, forms in looked[at + 1 : at + _LONGEST]]
        for size in range(len(rest), 0, -1):
            kind = self._names.get((first, *rest[:size]))
            if kind is not None:
                bits[at] |= _BIT[kind]
                inside = _BIT["in_body" if kind == "body" else "in_place"]
                for inner in range(at + 1, at + size + 1):
                    bits[inner] |= inside
                return

    def _look(self, word: str) -> tuple[int, tuple[str, ...]]:
        """Return the word's own bits and its forms that begin names; the plain form last."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[word] = found = self._read(fold(word[:40]))
        return found

    def _read(self, folded: str) -> tuple[int, tuple[str, ...]]:
        bits, forms = 0, []
        for reading in readings(folded):
            own = self._words.get(reading.form, 0)
            if reading.definite:
                own |= self._words.get(reading.stem, 0) & ~_PERSON
            if reading.offset:
                after = _BIT["person_after_clitic"] if own & _PERSON else 0
                own = (own & ~_PERSON) | after
                own |= _BIT["place_after_clitic"] if own & _PLACE else 0
            bits |= own
            if reading.form in self._firsts and reading.form != folded:
                forms.append(reading.form)
        return bits, (*forms, folded)


def _words(listed: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Return the bits of single words, folded."""
    found: dict[str, int] = {}

    def add(word: str, kind: str) -> None:
        found[word] = found.get(word, 0) | _BIT[kind]

    for name, kind in listed:
        if " " not in name and len(name) > 2:
            add(name, kind)
    for row in rows("gazetteer", "people.tsv"):
        if row["role"] == "full":
            for part in row["name"].split():
                add(fold(part), "rare_given")
            continue
        role = "given" if row["role"] == "given" else "surname"
        often = int(row["count"] or 0) >= _OFTEN
        add(fold(row["name"]), role if often else f"rare_{role}")
    for row in rows("gazetteer", "nations.tsv"):
        first, *others = row["forms"].split("|")
        for form in (*(fold(first) + ending for ending in _ENDINGS), *map(fold, others)):
            add(form, "nation")
    for row in rows("entities", "heads.tsv"):
        for word in fold(row["words"]).split():
            add(word, _HEADS[row["type"]])
    return found


def _names(listed: Sequence[tuple[str, str]]) -> dict[tuple[str, ...], str]:
    """Return the names of several words."""
    found: dict[tuple[str, ...], str] = {}
    for name, kind in listed:
        if " " in name and len(words := tuple(name.split())) <= _LONGEST:
            found.setdefault(words, kind)
    return found


def _listed() -> Iterator[tuple[str, str]]:
    for row in rows("entities", "organizations.tsv"):
        for name in row["names"].split("|"):
            yield fold(name), "body"
    for row in rows("entities", "places.tsv"):
        for name in row["names"].split("|"):
            yield fold(name), "state" if row["iso"] else "region"
    for row in rows("gazetteer", "places.tsv"):
        large = int(row["population"] or 0) >= _METROPOLIS
        town = "metropolis" if large else "town"
        state = row["kind"] == "state" or not row["latitude"]
        yield fold(row["name"]), "state" if state else town
