"""Load resources/events/ into an EventLexicon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from reader.core.events.inflect import Inflected, noun_forms, participle_forms, verb_forms
from reader.core.lexicon.events import (
    Casualty,
    Effect,
    EventLexicon,
    Form,
    Frame,
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
        sources=_words("source"),
        links=_words("link"),
        operators=_operators(),
        verb_operators=_verb_operators(),
        grammar=_grammar(),
        casualties=_casualties(),
        not_definite=not_events["definite"],
        not_events=not_events["any"],
        common=entities.load().common,
    )


def _frame(text: str) -> Frame:
    cells = text.split()
    named: Pattern = next((_PATTERNS[c] for c in cells if c in _PATTERNS), "n")
    roles = (cell.split("=") for cell in cells if "=" in cell)
    return Frame(named, {fold(word): _ROLES[role] for word, role in roles})


def _type(text: str) -> EventType:
    return text  # type: ignore[return-value]  # the tests check the column


def _forms() -> dict[str, tuple[Form, ...]]:
    found: defaultdict[str, list[Form]] = defaultdict(list)
    for row in rows("events", "verbs.tsv"):
        needs = frozenset(fold(row["needs"] or "").split())
        lemma = Lemma(
            row["past"],
            _type(row["type"]),
            _frame(row["frame"]),
            needs,
            alike=fold((row["nouns"] or row["past"]).split()[0]),
        )
        for inflected in _inflected(row):
            form = Form(
                lemma, inflected.tense, inflected.feminine, inflected.plural, inflected.passive
            )
            if form not in found[inflected.text]:
                found[inflected.text].append(form)
    return {text: tuple(forms) for text, forms in found.items()}


def _inflected(row: dict[str, str]) -> Iterator[Inflected]:
    yield from verb_forms(row["past"], row["imperfect"])
    yield from participle_forms(row["past"], row["imperfect"])
    for noun in (row["nouns"] or "").split():
        yield from noun_forms(noun)


def _nouns() -> dict[str, Lemma]:
    found: dict[str, Lemma] = {}
    for row in rows("events", "nouns.tsv"):
        frame = _frame(row["frame"] or "n")
        for noun in row["nouns"].split():
            lemma = Lemma(noun, _type(row["type"]), frame, alike=fold(row["alike"] or noun))
            for inflected in noun_forms(noun):
                found.setdefault(inflected.text, lemma)
    return found


def _phrases() -> tuple[tuple[tuple[str, ...], Lemma], ...]:
    found = [
        (
            tuple(fold(row["phrase"]).split()),
            Lemma(
                row["phrase"],
                _type(row["type"]),
                _frame(row["frame"] or "n"),
                alike=fold(row["phrase"]),
            ),
        )
        for row in rows("events", "phrases.tsv")
    ]
    return tuple(sorted(found, key=lambda phrase: -len(phrase[0])))


def _light() -> dict[str, LightVerb]:
    found: dict[str, LightVerb] = {}
    for row in rows("events", "light.tsv"):
        for inflected in verb_forms(row["past"], row["imperfect"]):
            verb = LightVerb(_PHASES[row["phase"]], row["future"] == "yes", inflected.tense)
            found.setdefault(inflected.text, verb)
    return found


def _saying() -> tuple[dict[str, Tense], frozenset[str]]:
    found: dict[str, Tense] = {}
    denying: set[str] = set()
    for row in rows("events", "saying.tsv"):
        if row["kind"] not in {"say", "deny"}:
            continue
        forms = [*verb_forms(row["past"], row["imperfect"])]
        forms += participle_forms(row["past"], row["imperfect"])
        for inflected in forms:
            if inflected.passive:
                continue
            found.setdefault(inflected.text, inflected.tense)
            if row["kind"] == "deny":
                denying.add(inflected.text)
    return found, frozenset(denying)


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
    }


def _casualties() -> dict[str, Casualty]:
    found: dict[str, Casualty] = {}
    for row in rows("events", "casualties.tsv"):
        kind: Casualty = "dead" if row["kind"] == "dead" else "injured"
        pairs = [pair.split("/") for pair in row["verbs"].split()]
        forms = [form for past, imperfect in pairs for form in verb_forms(past, imperfect)]
        forms += [form for noun in row["words"].split() for form in noun_forms(noun)]
        for inflected in forms:
            found.setdefault(inflected.text, kind)
    return found


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
            for inflected in forms:
                found.setdefault(inflected.text, _effect(row["effect"]))
    return found
