"""Processes that are killed while they write, and two that write at once."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import sample

from reader.core.types import Document
from reader.library.exporting import export
from reader.library.importing import Job
from reader.library.store import Library

STORED = Path(__file__).parents[1] / "library" / "version_1.qari"
LONGEST = 0.12  # seconds until a process is killed
FRESH = 20  # kills of one library before another is made

Work = Callable[[Path, IO[str]], None]


def child(work: Work, path: Path) -> tuple[int, IO[str]]:
    """Start a process that works on a library; return its id and what it says."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, os.fdopen(reading, encoding="utf-8")
    status = 1
    try:
        os.close(reading)
        with os.fdopen(writing, "w", encoding="utf-8") as said:
            work(path, said)
        status = 0
    except BaseException:  # noqa: BLE001 - the parent reads of it in the status
        traceback.print_exc(file=sys.stderr)
    finally:
        os._exit(status)


def killed(work: Work, path: Path, chosen: random.Random) -> list[str]:
    """Let a process work, kill it, and return the lines that it had said by then."""
    pid, said = child(work, path)
    time.sleep(chosen.uniform(0, LONGEST))
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    with said:
        lines = said.read().split("\n")[:-1]  # the last may be half a line
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        lines.append("failed")
    return lines


def say(said: IO[str], words: object) -> None:
    """Tell the parent something, at once."""
    said.write(f"{json.dumps(words)}\n")
    said.flush()


# -- import ------------------------------------------------------------------------------------


def importing(path: Path, said: IO[str]) -> None:
    """Go on with an import, or start one, and say how many articles are saved."""

    def read(source: str) -> Iterator[Document]:
        for number in range(50):
            yield sample.document(int(source) * 50 + number)

    with Library.open(path) as library:

        def heard(_: Job) -> None:
            say(said, library.search.count())

        while True:
            left = library.imports.unfinished()
            first = library.search.count() // 50
            job = left[0].id if left else library.imports.start([str(first), str(first + 1)])
            library.imports.run(job, read, progress=heard)


def imported(path: Path, lines: list[str]) -> str:
    """Return what was lost of an import, "" for nothing."""
    with Library.open(path) as library:
        count = library.search.count()
        if lines and count < json.loads(lines[-1]):
            return f"{lines[-1]} articles were acknowledged, {count} are there"
        return unsound(library)


# -- edit --------------------------------------------------------------------------------------


def editing(path: Path, said: IO[str]) -> None:
    """Change notes, tags and places of one article, and say which change is on the disk."""
    with Library.open(path) as library:
        number = library.articles.save(sample.document(0)).id
        notes = library.notes.load(number).notebook.highlights
        step = max((int(h.note.split()[1]) for h in notes), default=-1) + 1
        while True:
            base = library.notes.load(number).notebook
            library.notes.keep(number, sample.noted(base, step), base=base)
            library.articles.leave_at(number, step)
            say(said, step)
            step += 1


def edited(path: Path, lines: list[str]) -> str:
    """Return what was lost of changes, "" for nothing."""
    with Library.open(path) as library:
        found = library.articles.find(sample.document(0).id)
        if found is None:
            return "the article is lost" if lines else ""
        notes = library.notes.load(found).notebook
        steps = max((int(h.note.split()[1]) for h in notes.highlights), default=-1) + 1
        last = json.loads(lines[-1]) if lines else -1
        if steps - 1 not in ({last, last + 1} if lines else {steps - 1}):
            return f"change {last} was acknowledged, {steps - 1} is there"
        if notes != sample.expected(notes.document, steps):
            return f"the notes are not those of change {steps - 1}"
        (row,) = library.articles.rows([found])
        if lines and row.position not in {last, last + 1}:
            return f"place {last} was acknowledged, {row.position} is there"
        return unsound(library)


# -- migrate -----------------------------------------------------------------------------------


def migrating(path: Path, said: IO[str]) -> None:
    """Bring an old library to the present version again and again."""
    while True:
        Library.open(path).close()
        say(said, "open")
        sample.remove(path)
        new = path.with_name("old.part")
        shutil.copy(STORED, new)
        new.replace(path)


def migrated(path: Path, _lines: list[str]) -> str:
    """Return what an old library has lost, "" for nothing."""
    if not path.exists():
        sample.remove(path)
        shutil.copy(STORED, path)  # the process was killed before it had put it there
    with Library.open(path) as library:
        rows = library.articles.rows(sorted(library.search.ids().ids))
        kept = library.notes.load(1).notebook
        told = [(row.tags, row.position, row.sources) for row in rows]
        if told != [(("سلام",), 40, 2), ((), 0, 1)] or len(kept.highlights) != 1:
            return f"it holds {told}, {kept}"
        return unsound(library)


# -- export ------------------------------------------------------------------------------------


def exporting(path: Path, said: IO[str]) -> None:
    """Write a library over an export that is there already."""
    with Library.open(path) as library:
        while True:
            export(library, path.with_name("all.jsonl"))
            say(said, "written")


def exported(path: Path, lines: list[str]) -> str:
    """Return what is wrong with an export, "" for nothing."""
    out = path.with_name("all.jsonl")
    for part in path.parent.glob("all.jsonl.*.new"):
        part.unlink()
    if not out.exists():
        return "the export is lost" if lines else ""
    written = out.read_text(encoding="utf-8").splitlines()
    articles = sum("document" in json.loads(line) for line in written)
    with Library.open(path) as library:
        if articles != library.search.count():
            return f"{articles} articles are written"
        return unsound(library)


# -- all ---------------------------------------------------------------------------------------


def unsound(library: Library) -> str:
    """Return what a check finds, "" for nothing."""
    found = library.check()
    return "" if found.is_sound and not library.damaged else str(found)


KINDS: dict[str, tuple[Work, Callable[[Path, list[str]], str]]] = {
    "import": (importing, imported),
    "edit": (editing, edited),
    "migrate": (migrating, migrated),
    "export": (exporting, exported),
}


def kills(folder: Path, count: int, seed: int) -> tuple[dict[str, int], list[str]]:
    """Kill processes; return how many of each kind had acknowledged something, and the misses."""
    chosen = random.Random(seed)
    misses: list[str] = []
    told = dict.fromkeys(KINDS, 0)
    for number in range(count):
        kind = list(KINDS)[number % len(KINDS)]
        place = folder / f"{kind}-{number // (FRESH * len(KINDS))}"
        path = place / "news.qari"
        if not place.exists():
            place.mkdir()
            if kind == "migrate":
                shutil.copy(STORED, path)
            if kind == "export":
                sample.fill(path, 30)
        work, verify = KINDS[kind]
        lines = killed(work, path, chosen)
        told[kind] += bool(lines)
        miss = "it failed before it was killed" if "failed" in lines else ""
        miss = miss or _verified(verify, path, lines)
        if miss:
            misses.append(f"kill {number} ({kind}): {miss}")
    return told, misses


def _verified(verify: Callable[[Path, list[str]], str], path: Path, lines: list[str]) -> str:
    try:
        return verify(path, lines)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a miss
        return repr(error)


# -- two at once -------------------------------------------------------------------------------


def two(folder: Path, count: int) -> list[str]:
    """Let two processes save and note at once; return what was lost or refused."""
    path = folder / "two.qari"
    Library.open(path).close()

    def work(first: int) -> Work:
        def saves(path: Path, said: IO[str]) -> None:
            with Library.open(path) as library:
                shared = library.articles.save(sample.document(-1)).id
                for number in range(first, first + count):
                    own = library.articles.save(sample.document(number, 10)).id
                    for article in (own, shared) if number % 10 == 0 else (own,):
                        base = library.notes.load(article).notebook
                        mark = sample.noted(base, number).highlights[-1]
                        library.notes.keep(article, base.with_highlight(mark), base=base)
                    say(said, number)

        return saves

    running = [child(work(first), path) for first in (0, count)]
    acknowledged: list[int] = []
    misses: list[str] = []
    for pid, said in running:
        with said:
            acknowledged += [json.loads(line) for line in said]
        _, status = os.waitpid(pid, 0)
        if status:
            misses.append(f"a process ended with {status}")
    with Library.open(path) as library:
        for number in acknowledged:
            found = library.articles.find(sample.document(number, 10).id)
            if found is None or not library.notes.load(found).notebook.highlights:
                misses.append(f"save {number} is lost")
        if unsound(library):
            misses.append(unsound(library))
    if len(acknowledged) != 2 * count:
        misses.append(f"{len(acknowledged)} of {2 * count} were acknowledged")
    return misses
