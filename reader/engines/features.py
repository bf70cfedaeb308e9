"""What the small tagger sees of a word and of the words around it.

All that depends on a word alone is worked out once for each word; what depends on its
neighbours are pairs of short names of kinds, and names that the lists hold. Attributes
begin with the distance to the word that is tagged: «-1|w=مدينه».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.core.clitics import ARTICLE, Reading, readings
from reader.core.lexicon.entities import EntityLexicon, Name
from reader.core.normalize import fold

REACH = 3  # words on either side
_CITY, _TOWN = 300_000, 40_000  # people
_CUES = ("place_cue", "saying", "function", "particle", "direction", "adjective", "percent", "unit")
_QUOTES = frozenset("\"'«»“”‘’„")
_BRACKETS = frozenset("()[]{}")
_MANY = 100  # bearers of a name in the source
Roles = Mapping[str, tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of a word by itself.

    Attributes:
        form: the folded word.
        kind: the one kind of word that says most about it.
        near: attributes by distance: of the word itself, of one beside it, and so on.
        starts: the letters taken off and the bare form, where a listed name may begin.
    """

    form: str
    kind: str
    near: tuple[tuple[str, ...], ...]
    starts: tuple[tuple[int, str], ...]


class Lists:
    """The lists that the tagger looks words up in, as attributes of a bare form.

    Words outside `vocabulary` are seen by their letters and lists alone: the training
    sets hold them too seldom to tell what they are.
    """

    def __init__(
        self,
        lexicon: EntityLexicon,
        people: Iterable[Mapping[str, str]],
        vocabulary: frozenset[str],
    ) -> None:
        self._lexicon = lexicon
        self.vocabulary = vocabulary
        self._roles = _roles(people)
        self._places: dict[str, str] = {}
        self.longer: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for name, after_lam in lexicon.patterns:
            if after_lam:
                continue
            kind = _place_kind(name)
            first, *rest = name.folded.split()
            if rest:
                self.longer[first].append((tuple(rest), kind))
            else:
                self._places[first] = kind
        for longer in self.longer.values():
            longer.sort(key=lambda found: -len(found[0]))

    def of(self, reading: Reading) -> list[str]:
        """Return what the lists say of a reading, what says most first."""
        lexicon, form, stem = self._lexicon, reading.form, reading.stem
        found = [cue for cue in _CUES if form in lexicon.words[cue]]
        if stem in lexicon.titles:
            found.append("title")
        if stem in lexicon.heads:
            found.append(f"head {lexicon.heads[stem]}")
        if stem in lexicon.nations:
            found.append("nation")
        if form in self._places:
            found.append(self._places[form])
        if form in self._roles:
            role, count = self._roles[form]
            found.append(role if count >= _MANY else f"rare {role}")
        return found


def _roles(people: Iterable[Mapping[str, str]]) -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for row in people:
        if row["role"] == "full":
            for part in row["name"].split():
                found.setdefault(part, ("famous", 1))
        else:
            found[row["name"]] = (row["role"], int(row["count"]))
    return found


def _place_kind(name: Name) -> str:
    if name.type != "GPE" or not name.places:
        return f"list {name.type}"
    best = name.places[0]
    if best.state:
        return "state"
    if best.capital or best.population > _CITY:
        return "city"
    return "town" if best.population > _TOWN else "place"


def see(word: str, lists: Lists) -> Seen:
    """Return what is seen of a word as written."""
    form = fold(word)
    if not form[:1].isalpha():
        return _sign(form)
    known_word = form in lists.vocabulary
    own, listed, kind = [f"n={min(len(form), 8)}"], [], ""
    own.append(f"w={form}" if known_word else "new")
    starts: list[tuple[int, str]] = []
    for reading in readings(form):
        bare, off = reading.form, "+" if reading.offset else ""
        if bare in lists.vocabulary:
            own += [f"r{off}={bare}", f"known{off}"]
            known_word = True
        known = lists.of(reading)
        listed += [f"l{off}={what}" for what in known]
        kind = kind or (known[0] if known else "")
        if bare in lists.longer:
            starts.append((reading.offset, bare))
        if reading.offset and (known or reading.definite):
            own += [f"c={reading.proclitics}", f"cs={bare[-2:]}"]
    own += [f"p{n}={form[:n]}" for n in (1, 2, 3, 4)] + [f"s{n}={form[-n:]}" for n in (1, 2, 3, 4)]
    body = form.removeprefix(ARTICLE)
    own += [f"g={body[at : at + 3]}" for at in range(len(body) - 2)]
    if not known_word:
        own.append("unknown")
        listed.append("unknown")
    beside = [*own[1:2], f"s={form[-2:]}", f"p={form[:2]}", *listed]
    kind = kind or _ending(form)
    near = (
        (*own, *listed, f"k={kind}"),
        tuple(beside),
        (own[1], f"k={kind}", *listed),
        (f"k={kind}",),
    )
    return Seen(form, kind, near, tuple(starts))


def _sign(form: str) -> Seen:
    if form[:1] in _QUOTES or form[:1] in _BRACKETS:
        kind = "quote" if form[0] in _QUOTES else "bracket"
    else:
        kind = "digit" if form[:1].isdigit() else "sign"
    one = (f"w={form if kind != 'digit' else len(form)}", f"k={kind}")
    return Seen(form, kind, (one, one, one, one[1:]), ())


def _ending(form: str) -> str:
    article = "al" if form.startswith(ARTICLE) and len(form) > 3 else "x"
    for ending in ("يه", "ات", "ين", "ون", "ي", "ه", "ا"):
        if form.endswith(ending):
            return f"{article} {ending}"
    return article if form.isascii() is False else "latin"


@lru_cache(maxsize=16384)
def _kinds(left: str, kind: str, right: str) -> tuple[str, str, str]:
    return f"k<{left}|{kind}", f"k>{kind}|{right}", f"k<>{left}|{kind}|{right}"


def around(seen: Sequence[Seen], lists: Lists) -> list[list[str]]:
    """Return for each word of a sentence what depends on it and its neighbours."""
    size = len(seen)
    found: list[list[str]] = []
    for at, word in enumerate(seen):
        before = seen[at - 1] if at else None
        after = seen[at + 1] if at + 1 < size else None
        left, right = (before.kind if before else "^"), (after.kind if after else "$")
        attributes = [*_kinds(left, word.kind, right)]
        if before and before.form in lists.vocabulary:
            attributes.append(f"w<{before.form}|{word.kind}")
        if after and after.form in lists.vocabulary:
            attributes.append(f"w>{word.kind}|{after.form}")
        if at < 2:
            attributes.append(f"at={at}")
        found.append(attributes)
    for at, word in enumerate(seen):
        for offset, first in word.starts:
            hit = _longest(seen, at, lists.longer[first])
            if hit is not None:
                length, kind = hit
                clitic = "+" if offset else ""
                found[at].append(f"B{clitic}:{kind}")
                for inside in range(at + 1, at + length):
                    found[inside].append(f"I:{kind}")
                break
    return found


def _longest(
    seen: Sequence[Seen], at: int, names: Sequence[tuple[tuple[str, ...], str]]
) -> tuple[int, str] | None:
    for rest, kind in names:
        if tuple(word.form for word in seen[at + 1 : at + 1 + len(rest)]) == rest:
            return len(rest) + 1, kind
    return None


def attributes(seen: Sequence[Seen], lists: Lists) -> list[list[str]]:
    """Return all attributes of each word of a sentence, as the training sees them."""
    found = around(seen, lists)
    for at, own in enumerate(found):
        for distance in range(-REACH, REACH + 1):
            if 0 <= at + distance < len(seen):
                near = seen[at + distance].near[abs(distance)]
                own.extend(f"{distance}|{attribute}" for attribute in near)
    return found
