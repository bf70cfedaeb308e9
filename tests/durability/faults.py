"""Writing that fails: at every nth call by strace where it is there, and by a limit on files."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import IO

import sample
import writes
from kills import child, say, unsound

from reader.library.backup import is_sound
from reader.library.exporting import export
from reader.library.store import Library

CALLS = {
    "pwrite64": "ENOSPC",
    "write": "ENOSPC",
    "fsync,fdatasync": "EIO",
    "rename,renameat,renameat2": "EIO",
    "ftruncate": "EIO",
}
_STEP = 4096  # bytes


def strace() -> str | None:
    """Return the program that puts faults into calls, where it is there and may do so."""
    found = shutil.which("strace")
    if found is None:
        return None
    tried = subprocess.run([found, "-qq", "true"], capture_output=True, check=False)
    return found if tried.returncode == 0 else None


def at_calls(folder: Path, program: str, most: int | None) -> tuple[dict[str, int], list[str]]:
    """Fail each nth call of each kind; return how many failed, and what was lost.

    With `most` only so many of each kind, further and further apart.
    """
    misses: list[str] = []
    failed = dict.fromkeys(CALLS, 0)
    for kind, error in CALLS.items():
        path = _ready(folder / kind.partition(",")[0])
        before = {p: p.read_bytes() for p in (path, path.with_name("all.jsonl"))}
        numbers: Iterable[int] = count(1) if most is None else [n * n for n in range(1, most + 1)]
        for number in numbers:
            sample.remove(path)
            for file, data in before.items():
                file.write_bytes(data)
            lines, hit, status = _run(program, kind, error, number, path)
            if not hit:
                break
            failed[kind] += 1
            miss = f"it ended with {status}" if status else _lost(path, number, lines)
            if miss:
                misses.append(f"{kind} {number}: {miss}")
    return failed, misses


def _ready(place: Path) -> Path:
    place.mkdir()
    path = place / "news.qari"
    sample.fill(path)
    with Library.open(path) as library:
        export(library, path.with_name("all.jsonl"))
    return path


def _run(
    program: str, kind: str, error: str, number: int, path: Path
) -> tuple[list[str], bool, int]:
    """Write with a fault; return what was said, whether the fault happened, and the status."""
    log = path.with_name("calls.log")
    script = Path(__file__).with_name("writes.py")
    ended = subprocess.run(
        [
            program, "-f", "-qq", "-o", str(log), "-e", f"trace={kind}",
            "-e", f"inject={kind}:error={error}:when={number}",
            sys.executable, "-B", str(script), str(path), str(number),
        ],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": "."},
        text=True,
    )  # fmt: skip
    hit = "(INJECTED)" in log.read_text(encoding="utf-8", errors="replace")
    if ended.returncode:
        sys.stderr.write(ended.stderr[-2000:])
    return ended.stdout.splitlines(), hit, ended.returncode


def at_limits(folder: Path, steps: int) -> tuple[int, list[str]]:
    """Let files grow to some size only; return how many runs were refused something, and misses."""
    path = _ready(folder / "limits")
    refused = 0
    misses: list[str] = []
    for number in range(1, steps + 1):
        limit = path.stat().st_size + (number - steps // 2) * _STEP

        def work(path: Path, said: IO[str], limit: int = limit, number: int = number) -> None:
            hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
            resource.setrlimit(resource.RLIMIT_FSIZE, (max(0, limit), hard))
            writes.work(path, number, lambda words: say(said, words))

        pid, said = child(work, path)
        with said:
            lines = [json.loads(line) for line in said]
        _, status = os.waitpid(pid, 0)
        refused += any(line.startswith("refused") for line in lines)
        miss = f"it ended with {status}" if status else _lost(path, number, lines)
        if miss:
            misses.append(f"limit {limit}: {miss}")
    return refused, misses


def _lost(path: Path, number: int, lines: list[str]) -> str:
    """Return what was acknowledged and is not there, or is damaged, "" for nothing."""
    try:
        with Library.open(path) as library:
            return _missing(library, number, lines) or unsound(library) or _spoilt(library)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a miss
        return repr(error)


def _missing(library: Library, number: int, lines: list[str]) -> str:
    article = library.articles.find(sample.document(0).id) or 0
    notes = [h.note for h in library.notes.load(article).notebook.highlights]
    (row,) = library.articles.rows([article])
    there = {
        "save": library.articles.find(sample.document(number).id) is not None,
        "note": f"ملاحظة {number}" in notes,
        "tag": f"وسم {number}" in row.tags,
    }
    return ", ".join(name for name, found in there.items() if f"done {name}" in lines and not found)


def _spoilt(library: Library) -> str:
    """Return what is wrong with the export or with backups that count as good."""
    out = library.path.with_name("all.jsonl")
    if out.exists():
        for line in out.read_text(encoding="utf-8").splitlines():
            json.loads(line)
    bad = [b.path.name for b in library.backups.list() if b.verified and not is_sound(b.path)]
    return f"these backups are damaged: {bad}" if bad else ""
