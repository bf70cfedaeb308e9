"""Articles in any number for the benches, made from the project's own texts.

usage: python tests/bench/articles.py COUNT FILE [--seed N] [--sentences N] [--truth FILE]

FILE is JSON Lines (.jsonl) or Parquet (.parquet). Sentences of seeds/ and of the development
articles are told again with other names, numbers, days and words. Every fifth article is a
variant of one before it; the truth says of which, and what was changed. An article depends on
the seed and its number alone, so that any part of a run can be made again.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path

from rapidfuzz.distance import Indel

from reader.core.clitics import readings
from reader.core.normalize import fold
from reader.formats.text import load
from reader.resources import dedupe, rows

_TOP = Path(__file__).parents[2]
_WORD = re.compile(r"[\w\u064b-\u0652\u0640]+")
_PARTS = re.compile(f"({_WORD.pattern})")
_SENTENCE = re.compile(r"(?<=[.؟!])\s+")
_TASHKEEL = "ًٌٍَُِّْ"
_WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_LEADS = ("(وكالات) - ", "مراسلنا: ", "عاجل | ", "المصدر: الوكالة. ")
_REWORDED = (
    (re.compile(r"\b(و?)قال(ت?)\b"), r"\1أكد\2"),
    (re.compile(r"\b(و?)أعلن(ت?)\b"), r"\1كشف\2"),
    (re.compile(r"\bبعد\b"), "عند"),
    (re.compile(r"\bفي\b"), "ضمن"),
)
_BASED = date(2017, 1, 1)
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_REACH = 5_000  # articles back, at most, to what a variant is of
EVERY = 5  # one article in so many is a variant
COPIES = ("same", "spelling", "marks", "lead", "reworded", "cut")
CHANGES = ("number", "negation", "name")  # what is told differs: these must stay


@dataclass(frozen=True, slots=True)
class Article:
    """One generated article.

    Attributes:
        of: the number of the article that it is a variant of, None where it is none.
        kind: what was done to that one (COPIES, CHANGES).
    """

    number: int
    title: str
    text: str
    published: str
    of: int | None = None
    kind: str | None = None


class Articles:
    """The articles of one seed.

    Attributes:
        sentences: in each article.
        titled: whether the title is a line of the text too.
    """

    def __init__(self, seed: int = 1, sentences: int = 8, *, titled: bool = True) -> None:
        self.seed = seed
        self.sentences = sentences
        self.titled = titled
        self._original = lru_cache(maxsize=_REACH)(self._fresh)

    def __iter__(self) -> Iterator[Article]:
        number = 0
        while True:
            yield self.article(number)
            number += 1

    def article(self, number: int) -> Article:
        """Return the article of that number, counted from 0."""
        if number % EVERY != EVERY - 1:
            return self._original(number)
        choice = random.Random(f"{self.seed}:of:{number}")  # noqa: S311 - a bench
        blocks = range(max(0, number // EVERY - _REACH // EVERY), number // EVERY + 1)
        of = EVERY * choice.choice(blocks) + choice.randrange(EVERY - 1)
        kind = choice.choice(COPIES + CHANGES)
        first = self._original(of)
        return Article(
            number, first.title, _varied(first.text, kind, choice), first.published, of, kind
        )

    def _fresh(self, number: int) -> Article:
        choice = random.Random(f"{self.seed}:{number}")  # noqa: S311 - a bench
        told = [_retold(choice) for _ in range(self.sentences)]
        lines = [" ".join(told[at : at + 3]) for at in range(0, len(told), 3)]
        title = " ".join(_WORD.findall(told[0])[:8])
        text = "\n".join([title, *lines] if self.titled else lines)
        return Article(number, title, text, str(_BASED + timedelta(days=choice.randrange(2000))))


class _Texts:
    """What the articles are made of."""

    @cached_property
    def templates(self) -> tuple[tuple[str, ...], ...]:
        """Sentences as words and what stands between them, by turns."""
        folder = _TOP / "tests" / "quality" / "gold"
        files = [*sorted(folder.glob("*.txt")), *sorted((_TOP / "seeds").glob("*.txt"))]
        lines = [line for file in files for line in load(file).text.split("\n")]
        told = {s: None for line in lines for s in _SENTENCE.split(line) if len(s.split()) > 8}
        return tuple(tuple(_PARTS.split(sentence)) for sentence in told)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Words that may stand for one another: nonsense, but of the language."""
        return tuple(
            row["word"]
            for row in rows("gazetteer", "common.tsv")
            if row["word"].isalpha() and self.is_content(row["word"])
        )

    @cached_property
    def people(self) -> tuple[str, ...]:
        return tuple(row["name"] for row in rows("gazetteer", "people.tsv"))

    @cached_property
    def places(self) -> tuple[str, ...]:
        return tuple(row["name"] for row in rows("gazetteer", "places.tsv"))

    def is_content(self, word: str) -> bool:
        """Tell whether the word says what is told: no number, negation, "said" or "in"."""
        return len(word) > 3 and not word.isdigit() and not _forms(word) & self._kept

    @cached_property
    def _kept(self) -> frozenset[str]:
        lexicon = dedupe.load()
        return lexicon.function | lexicon.negations | lexicon.reporting


def _forms(word: str) -> set[str]:
    """Return what a word may be without what is written onto it."""
    return {r.form for r in readings(fold("".join(_WORD.findall(word))))}


_TEXTS = _Texts()


def _retold(choice: random.Random) -> str:
    """Return a sentence of the project's with half of its words, its names and numbers others."""
    parts = list(choice.choice(_TEXTS.templates))
    for at in range(1, len(parts), 2):
        word = parts[at]
        if word.isdigit():
            parts[at] = _number(len(word), choice)
        elif word in _WEEKDAYS:
            parts[at] = choice.choice(_WEEKDAYS)
        elif _TEXTS.is_content(word) and choice.random() < 0.5:
            parts[at] = _other(choice)
    return "".join(parts)


def _number(digits: int, choice: random.Random) -> str:
    """Return a year for four digits, what a day of the month can be for two."""
    if digits == 4:
        return str(choice.randrange(1990, 2030))
    return str(choice.randrange(2, 30 if digits < 3 else 10**digits))


def _other(choice: random.Random) -> str:
    kind = choice.random()
    if kind < 0.1:
        return f"{choice.choice(_TEXTS.people)} {choice.choice(_TEXTS.people)}"
    return choice.choice(_TEXTS.places if kind < 0.2 else _TEXTS.words)


def _varied(text: str, kind: str, choice: random.Random) -> str:
    if kind == "spelling":
        return _respelled(text, choice)
    if kind == "marks":
        return text.replace("«", '"').replace("»", '"').replace("،", " ،").rstrip(".")
    if kind == "lead":
        return choice.choice(_LEADS) + text
    if kind == "reworded":
        return _reworded(text)
    if kind == "cut":
        return _cut(text)
    if kind in CHANGES:
        return _changed(text, kind, choice)
    return text


def _respelled(text: str, choice: random.Random) -> str:
    """Return the text as another keyboard writes it: hamza, ya, diacritics, tatweel, digits."""
    bare = text.replace("أ", "ا").replace("إ", "ا").replace("ى", "ي").translate(_EASTERN)
    letters = [
        c + choice.choice(_TASHKEEL) if c.isalpha() and choice.random() < 0.1 else c for c in bare
    ]
    return "".join(letters).replace("ست", "سـت")


def _reworded(text: str) -> str:
    """Return the text with one word for which another says the same."""
    for pattern, other in _REWORDED:
        told, count = pattern.subn(other, text, count=1)
        if count:
            return told
    return text


def _cut(text: str) -> str:
    """Return the text without its last tenth, but for what is denied there."""
    words = text.split(" ")
    end = len(words) - max(1, len(words) // 10)
    negations = dedupe.load().negations
    denied = (at for at, word in enumerate(words) if _forms(word) & negations)
    return " ".join(words[: max([end, *(at + 1 for at in denied)])])


def _changed(text: str, kind: str, choice: random.Random) -> str:
    """Return the text with one thing told differently."""
    parts = _PARTS.split(text)
    numbers = [at for at in range(1, len(parts), 2) if parts[at].isdigit()]
    if kind == "number" and numbers:
        at = choice.choice(numbers)
        parts[at] = str(int(parts[at]) + choice.randrange(1, 90))
        return "".join(parts)
    content = [at for at in range(1, len(parts), 2) if _TEXTS.is_content(parts[at])]
    at = choice.choice(content)
    if kind == "negation":
        parts[at] = f"لم {parts[at]}"
    else:
        parts[at] = next(
            word
            for word in iter(lambda: choice.choice(_TEXTS.words), None)
            if Indel.normalized_similarity(fold(word), fold(parts[at])) < 0.4
        )
    return "".join(parts)


def write(articles: Iterator[Article], path: Path, truth: Path | None = None) -> int:
    """Write articles as JSON Lines or Parquet, and what was planted beside; return how many."""
    count = 0
    planted: list[dict[str, object]] = []
    with closing(_Parquet(path) if path.suffix == ".parquet" else _Lines(path)) as writer:
        for article in articles:
            row = asdict(article)
            of, kind = row.pop("of"), row.pop("kind")
            if of is not None:
                planted.append({"number": article.number, "of": of, "kind": kind})
            writer.add(row)
            count += 1
    if truth is not None:
        truth.write_text("".join(json.dumps(row) + "\n" for row in planted), encoding="utf-8")
    return count


class _Lines:
    """Writes rows as JSON Lines."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8")

    def add(self, row: dict[str, object]) -> None:
        self._file.write(json.dumps(row, ensure_ascii=False) + "\n")

    def close(self) -> None:
        self._file.close()


class _Parquet:
    """Writes rows as Parquet."""

    _GROUP = 10_000  # rows

    def __init__(self, path: Path) -> None:
        import pyarrow as pa  # noqa: PLC0415 - JSON Lines need none
        import pyarrow.parquet as pq  # noqa: PLC0415 - see above

        texts = [(name, pa.string()) for name in ("title", "text", "published")]
        self._table = pa.Table
        self._file = pq.ParquetWriter(path, pa.schema([("number", pa.int64()), *texts]))
        self._rows: list[dict[str, object]] = []

    def add(self, row: dict[str, object]) -> None:
        self._rows.append(row)
        if len(self._rows) == self._GROUP:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._file.close()

    def _flush(self) -> None:
        self._file.write_table(self._table.from_pylist(self._rows, self._file.schema))
        self._rows = []


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("count", type=int)
    parser.add_argument("file", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sentences", type=int, default=8)
    parser.add_argument("--truth", type=Path)
    given = parser.parse_args()
    made = Articles(given.seed, given.sentences)
    count = write(islice(made, given.count), given.file, given.truth)
    print(f"{count} articles: {given.file}")


if __name__ == "__main__":
    main()
