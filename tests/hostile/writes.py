"""Exports while the disk is full or a call fails: the old file stays, and nothing else is left."""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from report import TOP, Part

ERRORS = {
    "openat": "ENOSPC", "write": "ENOSPC", "fsync": "EIO", "close": "EIO", "rename": "EIO",
    "chmod": "EPERM", "unlink": "EIO", "newfstatat": "EIO",
}  # fmt: skip
NEEDED = ("openat", "write", "fsync", "rename")
OLD = b"what was here before\n"
# A file as large as an article's page with highlights.
WRITER = """
import os
import sys
from pathlib import Path
from reader.errors import UnreadableError
from reader.service import Workspace
def marked():
    try:
        os.readlink("/qari-marker")
    except OSError:
        pass
data = b"x" * int(sys.argv[2])
workspace, path = Workspace(), Path(sys.argv[1])
marked()
try:
    workspace.write(path, data)
except UnreadableError as error:
    print(error)
    sys.exit(3)
finally:
    marked()
"""
SIZE = 300_000
NEW = b"x" * SIZE


def run(count: int, _seed: int) -> Part:
    """Fail each call that writing a file makes, and `count` sizes of a file."""
    part = Part()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _calls(part, folder)
        _sizes(part, folder, count)
        _full_disk(part, folder)
    return part


def _calls(part: Part, folder: Path) -> None:
    """Fail each call that writing the file makes, one at a time, to the last of its kind."""
    program = shutil.which("strace")
    if program is None:
        part.tell("no strace: calls are not failed one by one", ["strace is not installed"])
        return
    misses: list[str] = []
    told: list[str] = []
    for call, error in ERRORS.items():
        numbers = _numbers(program, folder, call)
        refused = 0
        for number in numbers:
            inject = f"inject={_family(call)}:error={error}:when={number}"
            options = ["-f", "-o", os.devnull, "-e", f"trace={_family(call)}", "-e", inject]
            status, words = _write(folder, [program, *options])
            refused += status == 3
            misses += _wrong(folder, status, f"{call} {number}: {words}")
        told.append(f"{call} {refused} of {len(numbers)}")
        if call in NEEDED and not refused:
            misses.append(f"{call}: no failure reached the write")
    part.tell(f"each call failed at each nth time; writes refused: {', '.join(told)}", misses)


def _family(call: str) -> str:
    """Return the calls that one of the C library may become."""
    families = {"rename": "rename,renameat,renameat2", "chmod": "chmod,fchmod,fchmodat"}
    return families.get(call, call)


def _numbers(program: str, folder: Path, call: str) -> range:
    """Return which of a program's calls of a kind are those of writing the file."""
    log = folder / "log"
    trace = f"trace={_family(call)},readlink,readlinkat"
    _write(folder, [program, "-f", "-o", str(log), "-e", trace])
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    log.unlink()
    begins = re.compile(rf"^\d+ +(?:{_family(call).replace(',', '|')})\(")
    begin, end = (i for i, line in enumerate(lines) if "/qari-marker" in line)
    before = sum(bool(begins.match(line)) for line in lines[:begin])
    return range(before + 1, before + 1 + sum(bool(begins.match(x)) for x in lines[begin:end]))


def _write(folder: Path, before: list[str], size: int = SIZE, limit: int | None = None) -> tuple:
    """Write over a file in a child; return its status and words."""
    place = folder / "out"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    (place / "page.html").write_bytes(OLD)
    done = subprocess.run(
        [*before, sys.executable, "-c", WRITER, str(place / "page.html"), str(size)],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(TOP), "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=None if limit is None else lambda: _limit(limit),
        check=False,
    )
    words = (done.stdout + done.stderr).decode("utf-8", "replace").strip().splitlines()
    return done.returncode, words[-1] if words else ""


def _limit(size: int) -> None:
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def _wrong(folder: Path, status: int, case: str) -> list[str]:
    """Return what a failed write left that it must not."""
    left = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    if status == 3 and left == {"page.html": OLD}:
        return []
    if status == 0 and left == {"page.html": NEW}:
        return []
    return [f"{case}: status {status}, left { ({n: len(d) for n, d in left.items()}) }"]


def _sizes(part: Part, folder: Path, count: int) -> None:
    misses, refused = [], 0
    for number in range(count):
        limit = number * SIZE // count
        status, words = _write(folder, [], limit=limit)
        refused += status == 3
        misses += _wrong(folder, status, f"limit {limit}: {words}")
        misses += [] if status == 3 else [f"limit {limit}: not refused"]
    part.tell(f"{count} limits on the size of a file (RLIMIT_FSIZE): {refused} refused", misses)


def _full_disk(part: Part, folder: Path) -> None:
    """Write to a disk of 128 KiB, where this may be mounted."""
    disk = folder / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(disk)]
    if os.geteuid() != 0 or not mount or subprocess.run(command, check=False).returncode:
        part.tell("a full disk: may not be mounted here; the limits above stand for it")
        return
    try:
        status, words = _write(disk, [])
        misses = _wrong(disk, status, f"full disk: {words}")
        misses += [] if status == 3 else ["full disk: not refused"]
        part.tell(f"a full disk: {words.rpartition(': ')[2]!r}", misses)
    finally:
        subprocess.run(["umount", str(disk)], check=False)  # noqa: S607 - as mount
