"""A child of ours under strace, and what it asked of the system."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from report import TOP, plain_environment

MARKER = "/qari-marker-begin"  # a path that the child asks for when it has warmed up
CANARY = "qari-canary"  # in every path and address that a hostile file names
_CALLS = "connect,sendto,sendmsg,socket,openat,open,creat,execve,mkdir,mkdirat,rename,renameat,"
_CALLS += "renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat"
_PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')
_WRITES = re.compile(r"O_(?:WRONLY|RDWR|CREAT)|^(?:creat|mkdir|rename|link|symlink|unlink)")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a child asked of the system after it had warmed up; a line of strace each."""

    internet: list[str]
    canaries: list[str]
    programs: list[str]
    outside: list[str]
    written: list[str]
    calls: int
    status: int
    words: str


def trace(child: str, arguments: list[str], folder: Path) -> Asked | None:
    """Run a script of this folder under strace; None where there is no strace."""
    program = shutil.which("strace")
    if program is None:
        return None
    log = folder / "strace.log"
    command = [program, "-f", "-qq", "-s", "4096", "-e", f"trace={_CALLS}", "-e", "signal=none"]
    script = str(Path(__file__).with_name(child))
    done = subprocess.run(
        [*command, "-o", str(log), sys.executable, script, str(folder), *arguments],
        env=plain_environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    words = done.stdout.decode("utf-8", "replace")
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    begin = next((n for n, line in enumerate(lines) if MARKER in line), 0)
    before = {path for line in lines[:begin] for path in _paths(line)}
    after = [line.partition(" ")[2].strip() for line in lines[begin + 1 :]]
    return Asked(
        internet=[line for line in lines if "AF_INET" in line],
        canaries=[line for line in after if CANARY in line],
        programs=[line for line in after if line.startswith("execve(") and not _is_worker(line)],
        outside=[line for line in after if _is_outside(line, before, folder)],
        written=[line for line in after if _WRITES.search(line) and _is_foreign(line, folder)],
        calls=len(after),
        status=done.returncode,
        words=words,
    )


def _is_worker(line: str) -> bool:
    """Tell the process that reads files apart: this Python with our module, by its arguments."""
    return '"-m", "reader.formats.worker"' in line and sys.executable in line


def _paths(line: str) -> list[str]:
    return _PATH.findall(line)


def _allowed(folder: Path) -> tuple[str, ...]:
    """Return where the program's own files lie, and those of this run."""
    own = (TOP, folder, tempfile.gettempdir(), sys.prefix, sys.base_prefix, sys.exec_prefix)
    system = ("/proc/", "/dev/", "/sys/", "/usr/lib", "/lib", "/etc/ld.so", "/usr/share/fonts")
    return (*map(str, own), *system)


def _is_outside(line: str, before: set[str], folder: Path) -> bool:
    """Tell an open of a file that is neither the program's, nor ours, nor opened before."""
    if not line.startswith(("open", "creat")):
        return False
    return any(
        path.startswith("/") and path not in before and not path.startswith(_allowed(folder))
        for path in _paths(line)
    )


def _is_foreign(line: str, folder: Path) -> bool:
    """Tell a path outside of the folder; sinks of the system are no files."""
    allowed = (str(folder), "/dev/", "/proc/", "/memfd")
    if "O_TMPFILE" in line:
        return False
    return any(p.startswith("/") and not p.startswith(allowed) for p in _paths(line)) or any(
        ".." in p.split("/") for p in _paths(line)
    )
