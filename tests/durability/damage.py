"""Files that are damaged: torn logs, single bits, whole parts; and the way back from a backup."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import sample

from reader.core.notebook import Notebook
from reader.errors import LibraryError
from reader.library.backup import Backups
from reader.library.store import Library


@dataclass(slots=True)
class Tally:
    """How many cases ended how; `misses` are those that must not be."""

    told: int = 0
    same: int = 0
    misses: list[str] = field(default_factory=list)


def torn_logs(folder: Path, count: int, seed: int) -> Tally:
    """Cut and garble write-ahead logs: what is read must be what some commit had left."""
    chosen = random.Random(seed)
    path, copy = folder / "log.qari", folder / "copy.qari"
    states: list[Notebook] = []
    with Library.open(path) as library:
        number = library.articles.save(sample.document(0)).id
        with library.database.alone() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        states.append(library.notes.load(number).notebook)
        for step in range(25):
            base = library.notes.load(number).notebook
            states.append(library.notes.keep(number, sample.noted(base, step), base=base))
        main, log = path.read_bytes(), Path(f"{path}-wal").read_bytes()
    tally = Tally()
    for case in range(count):
        sample.remove(copy)
        copy.write_bytes(main)
        Path(f"{copy}-wal").write_bytes(_torn(log, chosen))
        _judge(tally, copy, f"log {case}", lambda library: _prefix(library, number, states))
    return tally


def _torn(log: bytes, chosen: random.Random) -> bytes:
    """Return a log as a loss of power may leave it: cut, or with sectors never written."""
    at = chosen.randrange(len(log) + 1)
    if chosen.random() < 0.5:
        return log[:at]
    at -= at % 512
    length = 512 * chosen.randint(1, 16)
    filler = bytes(length) if chosen.random() < 0.5 else chosen.randbytes(length)
    return log[:at] + filler[: len(log) - at] + log[at + length :]


def _prefix(library: Library, number: int, states: list[Notebook]) -> str:
    kept = library.notes.load(number)
    if kept.damaged:
        raise LibraryError(library.path, "damaged", "a note says so")
    return "" if kept.notebook in states else "the notes are none that were ever written"


def bit_flips(folder: Path, count: int, seed: int) -> tuple[Tally, int]:
    """Flip one bit at a time; return the tally, and how often only the index had changed unsaid."""
    chosen = random.Random(seed)
    path, copy = folder / "bits.qari", folder / "flipped.qari"
    sample.fill(path)
    main = path.read_bytes()
    with Library.open(path) as library:
        before, found = sample.state(library), _answers(library)
    tally, index = Tally(), 0
    answers: list[object] = []

    def differs(library: Library) -> str:
        now = sample.state(library)
        answers.append(_answers(library))
        return "" if now == before else _difference(before, now)

    for case in range(count):
        flipped = bytearray(main)
        bit = chosen.randrange(len(main) * 8)
        flipped[bit // 8] ^= 1 << bit % 8
        sample.remove(copy)
        copy.write_bytes(flipped)
        answers.clear()
        told = tally.told
        _judge(tally, copy, f"bit {bit} (case {case})", differs)
        index += tally.told == told and bool(answers) and answers[0] != found
    return tally, index


def _answers(library: Library) -> list[tuple[int, ...]]:
    return [library.search.best(word).ids for word in sample.WORDS]


def _difference(before: dict[str, object], now: dict[str, object]) -> str:
    changed = [key for key in before.keys() | now.keys() if before.get(key) != now.get(key)]
    return "; ".join(f"{key}: {before.get(key)} became {now.get(key)}" for key in changed)[:2000]


def _judge(tally: Tally, path: Path, case: str, differs: Callable[[Library], str]) -> None:
    """Open a damaged library: what it says is what was written, or it says that it is damaged."""
    try:
        with Library.open(path) as library:
            difference = differs(library)
            sound = not library.damaged and library.check().is_sound
    except LibraryError:
        tally.told += 1
        return
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a miss
        tally.misses.append(f"{case}: {error!r}")
        return
    if not sound:
        tally.told += 1
    elif difference:
        tally.misses.append(f"{case}: {difference}")
    else:
        tally.same += 1


def restores(folder: Path, count: int, seed: int) -> list[str]:
    """Damage libraries beyond use and go back to a backup; return what went wrong."""
    chosen = random.Random(seed)
    misses: list[str] = []
    path = folder / "drill" / "news.qari"
    path.parent.mkdir()
    sample.fill(path)
    with Library.open(path) as library:
        library.backups.make()
        sound = library.backups.make()
        before = sample.state(library)
    for case in range(count):
        damaged = _ruined(path.read_bytes(), chosen)
        path.write_bytes(damaged)
        try:
            aside = Backups(path).restore(sound)
            with Library.open(path) as library:
                if sample.state(library) != before or not library.check().is_sound:
                    misses.append(f"drill {case}: the library is not that of the backup")
            if aside is None or aside.read_bytes() != damaged:
                misses.append(f"drill {case}: what was there was not put aside")
            if sum(b.verified for b in Backups(path).list()) < 2:
                misses.append(f"drill {case}: fewer than two good backups are left")
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a miss
            misses.append(f"drill {case}: {error!r}")
            shutil.copy(sound.path, path)
    return misses


def _ruined(main: bytes, chosen: random.Random) -> bytes:
    match chosen.randrange(4):
        case 0:
            return main[: chosen.randrange(len(main))]
        case 1:
            return b""
        case 2:
            at = chosen.randrange(len(main))
            return main[:at] + bytes(4096) + main[at + 4096 :]
        case _:
            return chosen.randbytes(len(main))
