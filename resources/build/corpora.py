"""Read the labelled corpora as text that people write: words with clitics joined again.

Each corpus has its own notion of a name; `Sentence.corpus` lets a tagger learn them apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

TYPES = ("PER", "ORG", "GPE", "LOC", "FAC", "NORP")
LABELS = ("O", *(f"{place}-{kind}" for kind in TYPES for place in "BI"))
UNKNOWN = tuple(range(len(LABELS)))
CORPORA = ("newsfane", "wojood", "aqmar")

_FINE = {
    "PER": "Politician Athlete Artist Scientist Religious_PER Businessperson Lawyer Engineer"
    " Police Other_PER",
    "NORP": "Group",
    "ORG": "Government Non-Governmental Commercial Educational Media Medical-Science Sports"
    " Entertainment Religious_ORG",
    "GPE": "Nation State-or-Province County-or-District Population-Center",
    "LOC": "Continent GPE-Cluster Land-Region-Natural Water-Body",
    "FAC": "Building-Grounds Airport Path",
}
NEWSFANE = {fine: kind for kind, names in _FINE.items() for fine in names.split()}
WOJOOD = {"PERS": "PER"} | {kind: kind for kind in TYPES[1:]}
PROCLITICS = frozenset("وفبلك")
PRONOUNS = frozenset(("ه", "ها", "هم", "نا"))
_BOUND = {"ة": "ت", "ى": "ا"}  # how a word ends before a pronoun: «مدة» in «مدته»


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: per word the labels that may be right and its proclitic letters.

    A word's `allowed` holds indexes into LABELS, several where the corpus does not tell
    our types apart. `proclitics` counts letters, None where the corpus does not say.
    """

    corpus: str
    words: tuple[str, ...]
    allowed: tuple[tuple[int, ...], ...]
    proclitics: tuple[int | None, ...]


def _blocks(path: Path) -> Iterator[list[list[str]]]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split() for line in block.splitlines() if len(line.split()) > 1]
        if rows:
            yield rows


def _mapped(tag: str, kinds: dict[str, str]) -> str:
    place, _, kind = tag.partition("-")
    return f"{place}-{kinds[kind]}" if kind in kinds else "O"


def newsfane(path: Path) -> Iterator[Sentence]:
    """Read NewsFANE: proclitics and suffix pronouns are rows of their own there."""
    for rows in _blocks(path):
        words: list[str] = []
        labels: list[str] = []
        counts: list[int | None] = []
        open_word = False
        for number, (form, *_, tag) in enumerate(rows):
            label = _mapped(tag, NEWSFANE)
            following = rows[number + 1][0] if number + 1 < len(rows) else ""
            before = rows[number - 1][0] if number else ""
            is_pronoun = bool(words) and form in PRONOUNS and len(before) > 1 and not open_word
            if is_pronoun:
                words[-1] = words[-1][:-1] + _BOUND.get(words[-1][-1], words[-1][-1]) + form
                continue
            if open_word:
                words[-1] = _join(words[-1], form)
                if label.startswith("B") or labels[-1] == "O":
                    labels[-1] = label
            else:
                words.append(form)
                labels.append(label)
                counts.append(0)
            open_word = form in PROCLITICS and len(following) > 1 and following[0].isalpha()
            if open_word:
                counts[-1] = (counts[-1] or 0) + 1
        for at, (word, label) in enumerate(zip(words, labels, strict=True)):
            if label[0] == "B" and word.startswith("لل") and not counts[at]:
                counts[at] = 1  # the one proclitic that the corpus leaves on its word
        allowed = tuple((LABELS.index(label),) for label in labels)
        yield Sentence("newsfane", tuple(words), allowed, tuple(counts))


def _join(proclitics: str, form: str) -> str:
    if proclitics.endswith("ل") and form.startswith("ال"):
        return proclitics + form[1:]
    return proclitics + form


def wojood(path: Path) -> Iterator[Sentence]:
    """Read Wojood: several tags a word, of which the outermost of our types counts."""
    for rows in _blocks(path):
        labels: list[str] = []
        for _, *tags in rows:
            mapped = [label for tag in tags if (label := _mapped(tag, WOJOOD)) != "O"]
            inner = [m for m in mapped if labels and labels[-1][2:] == m[2:] and m[0] == "I"]
            labels.append((inner or mapped or ["O"])[0])
        allowed = tuple((LABELS.index(label),) for label in labels)
        yield Sentence("wojood", tuple(row[0] for row in rows), allowed, (None,) * len(rows))


def aqmar(path: Path) -> Iterator[Sentence]:
    """Read AQMAR: LOC may be any kind of place, and MIS says nothing of our types."""
    choices = {
        f"{place}-{kind}": tuple(LABELS.index(f"{place}-{ours}") for ours in kinds)
        for place in "BI"
        for kind, kinds in {
            "PER": ("PER",),
            "ORG": ("ORG",),
            "LOC": ("GPE", "LOC", "FAC"),
        }.items()
    }
    choices["O"] = (0, LABELS.index("B-NORP"), LABELS.index("I-NORP"))
    for rows in _blocks(path):
        allowed = tuple(choices.get(tag, UNKNOWN) for _, tag in rows)
        yield Sentence("aqmar", tuple(row[0] for row in rows), allowed, (None,) * len(rows))


def training_set(folder: Path) -> list[Sentence]:
    """Return every sentence that a shipped model may learn from."""
    return [
        *newsfane(folder / "newsfane" / "train.conll"),
        *wojood(folder / "wojood_sample" / "train.txt"),
        *aqmar(folder / "aqmar" / "train.txt"),
    ]


def spans(labels: Sequence[str]) -> set[tuple[int, int, str]]:
    """Return the (first word, word after the last, type) that BIO labels stand for."""
    found: list[tuple[int, int, str]] = []
    for at, label in enumerate(labels):
        place, _, kind = label.partition("-")
        if place == "I" and found and found[-1][1:] == (at, kind):
            found[-1] = (found[-1][0], at + 1, kind)
        elif place in ("B", "I"):
            found.append((at, at + 1, kind))
    return set(found)
