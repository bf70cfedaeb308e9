"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_LONGEST = 200  # bytes of a name; systems take 255, and we add to it while a file is written
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL"} | {f"{kind}{n}" for kind in ("COM", "LPT") for n in range(1, 10)}
)  # what Windows takes for no file


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in the place of the file in one step; see `replacing`.

    Raises:
        OSError: it cannot be written; what was there before still is.
    """
    with replacing(path) as file:
        file.write(data)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write, which takes the place of `path` in one step at the end.

    Who may read the file stays as it was; a new one is like any that the user makes. Where
    anything is raised, nothing is left. What is no file (a terminal, a pipe) is written at once.

    Raises:
        OSError: it cannot be written; what was there before still is.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        with path.open("wb") as file:
            yield file
        return
    new = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    handle = os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)  # as any new file
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            new.chmod(path.stat().st_mode)
        new.replace(path)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise


def safe_name(words: str, ending: str, otherwise: str = "article") -> str:
    """Return the name of a file that is called so, which every system takes and none obeys.

    It is a single name without a folder, is seen as it is, and has at most 200 bytes.
    """
    kept = "".join(c if c.isprintable() and c not in '/\\:*?"<>|' else "_" for c in words)
    stem = kept.strip(" .")
    while len(f"{stem}{ending}".encode("utf-8", "replace")) > _LONGEST:
        stem = stem[:-1]
    stem = stem.strip(" .") or otherwise
    if stem.partition(".")[0].upper().rstrip() in _DEVICES:
        stem = f"_{stem}"
    return f"{stem}{ending}"
