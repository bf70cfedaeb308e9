"""Text for PDFs that are pictures, by ocrmypdf where it is installed and the user asks for it.

Where only tesseract is, it reads pictures of all pages that pdftoppm makes. Each runs as a program
of its own on a copy in a temporary folder. Nothing else in the program runs
other programs, and no document makes this one run.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import threading
from pathlib import Path

from reader.errors import CancelledError, InputError

_SECONDS = 900
_POLL = 0.2
_LARGEST = 256_000_000  # bytes of what it makes
_TOLD = 300  # characters of what it complains of
_LANGUAGES = "ara+eng"
_PAGES = 500  # that tesseract alone reads
_LIST = "pages.txt"


def available() -> bool:
    """Tell whether a program that can do it is installed."""
    return _commands("given.pdf", "made") is not None


def searchable(data: bytes, source: str, cancelled: threading.Event | None = None) -> bytes:
    """Return a PDF with a text layer on the pages that have none; by tesseract alone, on all.

    Raises:
        InputError: no such program or its Arabic is installed, or it fails or takes too long.
        CancelledError: `cancelled` was set.
    """
    with tempfile.TemporaryDirectory(prefix="qari-ocr-") as folder:
        given, made = Path(folder, "given.pdf"), Path(folder, "made.pdf")
        commands = _commands(str(given), str(made.with_suffix("")))
        if commands is None:
            raise InputError(
                source,
                "ocrmypdf is not installed; install it with tesseract's Arabic (on Debian and"
                " Ubuntu: apt-get install ocrmypdf tesseract-ocr-ara)",
            )
        given.write_bytes(data)
        complaints = [_run(command, folder, source, cancelled) for command in commands]
        if not made.is_file() or made.stat().st_size > _LARGEST:
            name = Path(commands[-1][0]).stem
            why = " ".join(filter(None, complaints)) or "no reason given"
            raise InputError(source, f"{name} could not read it: {why}"[:_TOLD])
        return made.read_bytes()


def _commands(given: str, made: str) -> list[list[str]] | None:
    """Return what makes `made`.pdf out of a PDF, one after the other; None with no program."""
    if program := shutil.which("ocrmypdf"):
        options = ["--skip-text", "--language", _LANGUAGES, "--output-type", "pdf"]
        return [[program, *options, "--jobs", "1", "--quiet", given, f"{made}.pdf"]]
    draw, recognize = shutil.which("pdftoppm"), shutil.which("tesseract")
    if draw is None or recognize is None:
        return None
    # pdftoppm writes all numbers as wide as the last: their names sort as the pages follow.
    pages = ["-r", "300", "-gray", "-l", str(_PAGES), given, "page"]
    return [
        [draw, *pages],
        [recognize, _LIST, made, "-l", _LANGUAGES, "--dpi", "300", "pdf"],
    ]


def _run(command: list[str], folder: str, source: str, cancelled: threading.Event | None) -> str:
    """Run the program to its end; return what it complains of."""
    if _LIST in command:
        pages = sorted(path.name for path in Path(folder).glob("page-*.pgm"))
        Path(folder, _LIST).write_text("\n".join(pages), encoding="utf-8")
    process = subprocess.Popen(  # noqa: S603 - the program by its full path, names of our own
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        cwd=folder,
        env={**os.environ, "TMPDIR": folder},
    )
    left: float = _SECONDS
    while True:
        try:
            _, complaint = process.communicate(timeout=_POLL)
        except subprocess.TimeoutExpired:
            left -= _POLL
            stopped = cancelled is not None and cancelled.is_set()
            if left > 0 and not stopped:
                continue
            _end(process)
            if stopped:
                raise CancelledError(source) from None
            name = Path(command[0]).stem
            why = f"{name} took more than {_SECONDS // 60} minutes"
            raise InputError(source, why) from None
        return " ".join(complaint.decode("utf-8", "replace").split())[:_TOLD]


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it has started."""
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.communicate()
