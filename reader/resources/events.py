"""Load resources/events/ into an EventLexicon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from reader.core.events.inflect import (
    Forms,
    masdar_of,
    noun_forms,
    participle_forms,
    verb_forms,
)
from reader.core.lexicon.events import (
    Casualty,
    Control,
    Effect,
    EventLexicon,
    Finite,
    Form,
    Frame,
    Guard,
    Lemma,
    LightVerb,
    Pattern,
    Tense,
)
from reader.core.normalize import fold
from reader.core.types import EventType, Phase, Role
from reader.resources import entities, rows

_PATTERNS: dict[str, Pattern] = {"so": "so", "s": "s", "r": "r", "u": "u"}
_ROLES: dict[str, Role] = {"actor": "actor", "target": "target", "other": "other"}
_CONTROLS: dict[str, Control] = {"subject": "subject", "object": "object", "none": "none"}
_PHASES: dict[str, Phase | None] = {"START": "START", "END": "END", "none": None}


@lru_cache(maxsize=1)
def load() -> EventLexicon:
    """Return the words that tell events; read and inflected once."""
    saying, denying = _saying()
    not_events = _not_events()
    return EventLexicon(
        forms=_forms(),
        nouns=_nouns(),
        phrases=_phrases(),
        light=_light(),
        saying=saying,
        denying=denying,
        finite=_finite(),
        sources=_words("source"),
        manner=_words("manner"),
        links=_words("link"),
        operators=_operators(),
        verb_operators=_verb_operators(),
        grammar=_grammar(),
        casualties=_casualties(),
        tolls=_tolls("verbs"),
        victims=_tolls("words"),
        not_definite=not_events["definite"],
        not_events=not_events["any"],
        not_written=_not_written(),
        heads=not_events["head"],
        persons=_grammar()["person"],
        common=entities.load().common,
    )


def _frame(text: str) -> Frame:
    cells = text.split()
    named: Pattern = next((_PATTERNS[c] for c in cells if c in _PATTERNS), "n")
    roles = [cell.split("=") for cell in cells if "=" in cell]
    return Frame(
        named,
        {fold(word): _ROLES[role] for word, role in roles if role != "place"},
        frozenset(fold(word) for word, role in roles if role == "place"),
    )


def _type(text: str) -> EventType:
    return text  # type: ignore[return-value]  # the tests check the column


def _guard(cell: str | None) -> Guard | None:
    """Read the words, «=next» words and «@TYPE»s of a needs or not column."""
    if not cell:
        return None
    after = [c[1:] for c in cell.split() if c[0] == "="]
    near = [c for c in cell.split() if c[0] != "="]
    return Guard(
        words=frozenset(form for c in near if c[0] != "@" for form in _numbers(fold(c))),
        following=frozenset(fold(c) for c in after if c[0] != "@" and len(c) > 1),
        letters=frozenset(c for c in after if len(c) == 1),
        types=frozenset(c[1:] for c in near if c[0] == "@"),
        following_types=frozenset(c[1:] for c in after if c[0] == "@"),
    )


def _numbers(word: str) -> set[str]:
    """Return a folded noun with its singular or its plurals, «جندي» with «جنود»."""
    found = {word, *_broken_plurals().get(word, ())}
    if word.endswith("ات") and len(word) > 4:
        found.add(f"{word[:-2]}ه")
    return found


@lru_cache(maxsize=1)
def _broken_plurals() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in rows("events", "plurals.tsv"):
        forms = frozenset(fold(f"{row['singular']} {row['plurals']}").split())
        found.update(dict.fromkeys(forms, forms))
    return found


def _masdars(row: dict[str, str]) -> list[str]:
    cells = [c for c in (row["nouns"] or "").split() if c != "-"]
    return [masdar_of(row["past"]) if c == "+" else c for c in cells]


def _forms() -> dict[str, tuple[Form, ...]]:
    found: defaultdict[str, list[Form]] = defaultdict(list)
    for row in rows("events", "verbs.tsv"):
        masdars = _masdars(row)
        lemma = Lemma(
            row["past"],
            _type(row["type"]),
            _frame(row["frame"]),
            _guard(row["needs"]),
            _guard(row["not"]),
            alike=fold([*masdars, row["past"]][0]),
            row=f"verbs {row['past']} {row['type']}",
        )
        for text, told in dict.fromkeys(_inflected(row, masdars)):
            found[text].append(Form(lemma, told))
    return {text: tuple(forms) for text, forms in found.items()}


def _inflected(row: dict[str, str], masdars: list[str]) -> Forms:
    yield from verb_forms(row["past"], row["imperfect"])
    yield from participle_forms(row["past"], row["imperfect"])
    for noun in masdars:
        yield from noun_forms(noun)


def _nouns() -> dict[str, tuple[Lemma, ...]]:
    found: defaultdict[str, list[Lemma]] = defaultdict(list)
    for row in rows("events", "nouns.tsv"):
        frame = _frame(row["frame"] or "n")
        needs, unless = _guard(row["needs"]), _guard(row["not"])
        for noun in row["nouns"].split():
            lemma = Lemma(
                noun,
                _type(row["type"]),
                frame,
                needs,
                unless,
                alike=fold(row["alike"] or noun),
                row=f"nouns {noun} {row['type']}",
            )
            for text in dict.fromkeys(text for text, _ in noun_forms(noun)):
                found[text].append(lemma)
    return {text: tuple(lemmas) for text, lemmas in found.items()}


def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], Lemma | None], ...]]:
    told: list[tuple[str, Lemma | None]] = [
        (row["phrase"], _phrase(row)) for row in rows("events", "phrases.tsv")
    ]
    told += [
        (row["words"], None) for row in rows("events", "not_events.tsv") if row["form"] == "phrase"
    ]
    found: defaultdict[str, list[tuple[tuple[str, ...], Lemma | None]]] = defaultdict(list)
    for phrase, lemma in told:
        first, *rest = fold(phrase).split()
        found[first.removeprefix("ال")].append((tuple(rest), lemma))
    return {
        first: tuple(sorted(phrases, key=lambda phrase: -len(phrase[0])))
        for first, phrases in found.items()
    }


def _phrase(row: dict[str, str]) -> Lemma:
    return Lemma(
        row["phrase"],
        _type(row["type"]),
        _frame(row["frame"] or "n"),
        alike=fold(row["phrase"]),
        row=f"phrases {row['phrase']} {row['type']}",
    )


def _light() -> dict[str, LightVerb]:
    found: dict[str, LightVerb] = {}
    for row in rows("events", "light.tsv"):
        for text, told in verb_forms(row["past"], row["imperfect"]):
            verb = LightVerb(_PHASES[row["phase"]], row["future"] == "yes", told.tense)
            found.setdefault(text, verb)
    return found


def _saying() -> tuple[dict[str, Tense], frozenset[str]]:
    found: dict[str, Tense] = {}
    denying: set[str] = set()
    for row in rows("events", "saying.tsv"):
        if row["kind"] not in {"say", "deny"}:
            continue
        forms = [*verb_forms(row["past"], row["imperfect"])]
        forms += participle_forms(row["past"], row["imperfect"])
        for text, told in forms:
            if told.passive:
                continue
            found.setdefault(text, told.tense)
            if row["kind"] == "deny":
                denying.add(text)
    return found, frozenset(denying)


def _finite() -> dict[str, Finite]:
    """Return the finite forms of the verbs that tell no event, by what they control."""
    found: dict[str, Finite] = {}
    for past, imperfect, control in _other_verbs():
        for text, told in verb_forms(past, imperfect):
            found.setdefault(text, Finite(told, control))
    return found


def _other_verbs() -> Iterator[tuple[str, str, Control]]:
    for row in rows("events", "operators.tsv"):
        if row["kind"] == "verb":
            for pair in row["words"].split():
                past, imperfect = pair.split("/")
                yield past, imperfect, "subject"
    for row in rows("events", "saying.tsv"):
        if row["kind"] in {"say", "deny"}:
            yield row["past"], row["imperfect"], "subject"
    for row in rows("events", "light.tsv"):
        yield row["past"], row["imperfect"], "subject"
    for row in rows("events", "clause_verbs.tsv"):
        for pair in row["verbs"].split():
            past, imperfect = pair.split("/")
            yield past, imperfect, _CONTROLS[row["control"]]


def _words(kind: str) -> frozenset[str]:
    return frozenset(
        word
        for row in rows("events", "saying.tsv")
        if row["kind"] == kind
        for word in fold(row["past"]).split()
    )


def _grammar() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows("events", "grammar.tsv"):
        found[row["kind"]].update(fold(row["words"]).split())
    return {kind: frozenset(words) for kind, words in found.items()}


def _not_events() -> dict[str, frozenset[str]]:
    return {
        row["form"]: frozenset(word.removeprefix("ال") for word in fold(row["words"]).split())
        for row in rows("events", "not_events.tsv")
        if row["form"] in {"definite", "any", "head"}
    }


def _not_written() -> frozenset[str]:
    found = (r["words"] for r in rows("events", "not_events.tsv") if r["form"] == "written")
    return frozenset(word for words in found for word in words.split())


def _casualties() -> dict[str, Casualty]:
    found: dict[str, Casualty] = {}
    for row in rows("events", "casualties.tsv"):
        if row["kind"] == "toll":
            continue
        kind: Casualty = "dead" if row["kind"] == "dead" else "injured"
        pairs = [pair.split("/") for pair in row["verbs"].split()]
        forms = [form for past, imperfect in pairs for form in verb_forms(past, imperfect)]
        forms += [form for noun in row["words"].split() for form in noun_forms(noun)]
        for text, _ in forms:
            found.setdefault(text, kind)
    return found


def _tolls(column: Literal["verbs", "words"]) -> frozenset[str]:
    row = next(row for row in rows("events", "casualties.tsv") if row["kind"] == "toll")
    if column == "verbs":
        pairs = [pair.split("/") for pair in row["verbs"].split()]
        return frozenset(text for pair in pairs for text, _ in verb_forms(*pair))
    return frozenset(text for noun in row["words"].split() for text, _ in noun_forms(noun))


def _effect(text: str) -> Effect:
    return text  # type: ignore[return-value]  # the tests check the column


def _operators() -> dict[str, frozenset[Effect]]:
    found: defaultdict[str, set[Effect]] = defaultdict(set)
    for row in rows("events", "operators.tsv"):
        if row["kind"] == "word":
            for word in fold(row["words"]).split():
                found[word].add(_effect(row["effect"]))
    return {word: frozenset(effects) for word, effects in found.items()}


def _verb_operators() -> dict[str, Effect]:
    found: dict[str, Effect] = {}
    for row in rows("events", "operators.tsv"):
        if row["kind"] != "verb":
            continue
        for pair in row["words"].split():
            past, imperfect = pair.split("/")
            forms = [*verb_forms(past, imperfect), *participle_forms(past, imperfect)]
            for text, _ in forms:
                found.setdefault(text, _effect(row["effect"]))
    return found
