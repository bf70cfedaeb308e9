"""Text for PDFs that are pictures, by ocrmypdf where it is installed and the user asks for it.

It runs as a program of its own on a copy in a temporary folder. Nothing else in the program runs
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


def available() -> bool:
    """Tell whether ocrmypdf is installed."""
    return shutil.which("ocrmypdf") is not None


def searchable(data: bytes, source: str, cancelled: threading.Event | None = None) -> bytes:
    """Return a PDF with a text layer on the pages that have none.

    Raises:
        InputError: ocrmypdf or its Arabic is not installed, or it fails or takes too long.
        CancelledError: `cancelled` was set.
    """
    program = shutil.which("ocrmypdf")
    if program is None:
        raise InputError(
            source,
            "ocrmypdf is not installed; install it with tesseract's Arabic (on Debian and Ubuntu:"
            " apt-get install ocrmypdf tesseract-ocr-ara)",
        )
    with tempfile.TemporaryDirectory(prefix="qari-ocr-") as folder:
        given, made = Path(folder, "given.pdf"), Path(folder, "made.pdf")
        given.write_bytes(data)
        options = ["--skip-text", "--language", _LANGUAGES, "--output-type", "pdf"]
        command = [program, *options, "--jobs", "1", "--quiet", str(given), str(made)]
        complaint = _run(command, folder, source, cancelled)
        if not made.is_file() or made.stat().st_size > _LARGEST:
            raise InputError(
                source, f"ocrmypdf could not read it: {complaint or 'no reason given'}"
            )
        return made.read_bytes()


def _run(command: list[str], folder: str, source: str, cancelled: threading.Event | None) -> str:
    """Run the program to its end; return what it complains of."""
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
            why = f"ocrmypdf took more than {_SECONDS // 60} minutes"
            raise InputError(source, why) from None
        return " ".join(complaint.decode("utf-8", "replace").split())[:_TOLD]


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it has started."""
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.communicate()
