"""A library of many articles: import, search and listing, against the limits that we hold to.

usage: python tests/bench/bench_library.py [COUNT]

COUNT articles (100,000 by default) are made by `articles.py` and saved into a library in a
temporary folder. What misses its limit makes the exit status 1.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

from articles import Articles

from reader.core.clitics import readings
from reader.core.normalize import fold
from reader.core.types import Document
from reader.formats.base import digest
from reader.library.store import Library
from reader.service import Workspace

COUNT = 100_000
SENTENCES = 14  # an article of about 4 KB
BATCH = 100  # articles saved at once
QUESTIONS = 300
PAGE = 50  # rows in sight
ANALYZED = 200  # articles
MANY = 10_000  # that have an analysis when the window opens


def documents(count: int) -> Iterator[Document]:
    """Yield the generated articles as documents."""
    for made in islice(Articles(sentences=SENTENCES), count):
        name, day = f"news/{made.number}.txt", date.fromisoformat(made.published)
        yield Document(digest(made.text), name, made.title, made.text, day)


def batches(count: int) -> Iterator[list[Document]]:
    """Yield the documents as they are saved."""
    made = documents(count)
    while batch := list(islice(made, BATCH)):
        yield batch


def timed(times: list[float], ask: Callable[[], object]) -> object:
    """Do something, and note how many milliseconds it took."""
    start = perf_counter()
    result = ask()
    times.append((perf_counter() - start) * 1000)
    return result


def told(name: str, times: list[float], limit: float | None = None) -> bool:
    """Print the median and 95th percentile of times; tell whether the latter is in its limit."""
    high = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    bound = f"  (limit {limit:g} ms)" if limit else ""
    print(f"{name:34} median {median(times):8.2f} ms   p95 {high:8.2f} ms{bound}", flush=True)
    return limit is None or high <= limit


def main(count: int) -> int:
    """Make the library and ask it; return the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.qari"
        library = Library.open(path)
        words = fill(library, count)
        library.close()
        print(f"{'file':34} {path.stat().st_size / 1e6:.0f} MB")
        opened: list[float] = []
        library = timed(opened, lambda: Library.open(path))  # type: ignore[assignment]
        sound = told("open", opened, 1000)
        sound &= search(library, words)
        sound &= listing(library)
        analysis(library)
        library.close()
        sound &= window(path, words[0])
    return 0 if sound else 1


def window(path: Path, word: str) -> bool:
    """Open the window on the library, in a process of its own."""
    child = Path(__file__).with_name("bench_shelf.py")
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, child, path, word], env=variables, check=False)
    return done.returncode == 0


def fill(library: Library, count: int) -> list[str]:
    """Save the articles; return words of theirs, each as often as it is likely to be met."""
    chosen = random.Random(1)  # noqa: S311 - a sample
    words: list[str] = []
    spent = 0.0
    slowest = 0.0
    for batch in batches(count):
        start, work = perf_counter(), process_time()
        library.articles.save_all(batch)
        spent += process_time() - work
        slowest = max(slowest, perf_counter() - start)
        words += chosen.sample(batch[0].text.split(), 3)
    rate = count / spent
    print(f"{'import, without analysis':34} {rate:.0f} articles/s of one core  (limit 100)")
    print(f"{'slowest ' + str(BATCH) + ' articles':34} {slowest * 1000:.0f} ms", flush=True)
    return words


def search(library: Library, words: list[str]) -> bool:
    """Ask for words, phrases, beginnings and spellings."""
    chosen = random.Random(2)  # noqa: S311 - a sample
    asked = [word for word in chosen.sample(words, min(QUESTIONS, len(words))) if fold(word)]
    one: list[float] = []
    two: list[float] = []
    beginning: list[float] = []
    shown: list[float] = []
    for word, other in zip(asked, reversed(asked), strict=True):
        found = timed(one, lambda word=word: library.search.best(word, PAGE))
        timed(two, lambda word=word, other=other: library.search.best(f"{word} {other}", PAGE))
        timed(beginning, lambda word=word: library.search.best(f"{fold(word)[:3]}*", PAGE))
        timed(shown, lambda word=word, found=found: library.articles.hits(word, found.ids[:20]))
    sound = told("word search", one, 10)
    told("search for two words", two)
    told("search for three letters*", beginning)
    told("20 hits with their places", shown)
    missed = [word for word in asked[:100] if not spelled(library, word)]
    print(f"{'spellings found':34} {100 - len(missed)} of 100 words in 6 spellings {missed or ''}")
    return sound and not missed


def spelled(library: Library, word: str) -> bool:
    """Tell whether a word of the text is found under each of its spellings."""
    stem = readings(fold(word))[0].form
    marked = "".join(letter + "\u064e" for letter in word)
    long = word[:1] + "\u0640\u0640" + word[1:]
    hamza = word.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا")
    spellings = (word, stem, marked, long, hamza, word.replace("ة", "ه").replace("ى", "ي"))
    counts = {library.search.count(spelling) for spelling in spellings}
    return len(counts) == 1 and counts != {0}


def listing(library: Library) -> bool:
    """List all articles, and ask for the rows in sight."""
    whole: list[float] = []
    pages: list[float] = []
    filtered: list[float] = []
    chosen = random.Random(3)  # noqa: S311 - a sample
    ids: tuple[int, ...] = ()
    for _ in range(5):
        ids = timed(whole, lambda: library.search.ids().ids)  # type: ignore[assignment]
    for _ in range(200):
        at = chosen.randrange(max(1, len(ids) - PAGE))
        timed(pages, lambda at=at: library.articles.rows(ids[at : at + PAGE]))
    for question in ("unread:yes", "source:news", "from:2017-02 to:2017-03", "قال"):
        timed(filtered, lambda question=question: library.search.ids(question))
    told("numbers of all articles", whole)
    told("numbers of filtered articles", filtered)
    return told(f"a page of {PAGE} rows", pages, 50)


def analysis(library: Library) -> None:
    """Analyze some articles, and keep what is found."""
    workspace = Workspace()
    ids = library.search.ids().ids[:ANALYZED]
    workspace.analyze(library.articles.document(ids[0]), engine="fast")
    start = process_time()
    made = []
    for number in ids:
        made.append(workspace.analyze(library.articles.document(number), engine="fast"))
        library.analyses.keep(number, made[-1])
    rate = len(ids) / (process_time() - start)
    print(f"{'import, with analysis (fast)':34} {rate:.0f} articles/s of one core")
    # The window's filters count names over all analyses: it is to be tried with many.
    for at, number in enumerate(library.search.ids().ids[ANALYZED:MANY]):
        library.analyses.keep(number, made[at % len(made)])


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT))
