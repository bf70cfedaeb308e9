"""Files and bytes into articles, whatever their format; what others made is read apart."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

from reader.errors import InputError
from reader.formats.base import Item, Progress, Reading, silent
from reader.formats.disk import LARGEST, file_bytes, too_large
from reader.formats.kinds import HEAD, PDF, Format, format_of, load, module_of
from reader.formats.ocr import searchable

_LARGEST_TRUSTED = 64 << 20  # bytes of a file that this process reads


def open_path(
    path: Path,
    reading: Reading,
    *,
    known: Format | None = None,
    ocr: bool = False,
    progress: Progress = silent,
    cancelled: threading.Event | None = None,
) -> Iterator[Item]:
    """Yield the articles in a file and what of it was refused, itself where it cannot be read.

    The arguments are those of `open_bytes`.
    """
    try:
        data = file_bytes(path)
    except InputError as error:
        yield error
        return
    yield from open_bytes(
        data, reading, known=known, ocr=ocr, progress=progress, cancelled=cancelled
    )


def open_bytes(
    data: bytes,
    reading: Reading,
    *,
    known: Format | None = None,
    ocr: bool = False,
    progress: Progress = silent,
    cancelled: threading.Event | None = None,
) -> Iterator[Item]:
    """Yield the articles in the bytes of a file and what of it was refused.

    Args:
        data: at most 256 MB are read.
        reading: how; its source is the file's name, by which its format is told where the
            bytes do not tell it.
        known: the format, where the user chose it.
        ocr: ocrmypdf reads the pages of a PDF that are pictures, by the user's wish.
        progress: called now and then with how much is done, 0 to 1; what it raises ends it.
        cancelled: ends it soon after it is set.

    Raises:
        CancelledError: `cancelled` was set.
    """
    chosen = known or format_of(reading.source, data[:HEAD])
    most = _LARGEST_TRUSTED if chosen.trusted else LARGEST
    if len(data) > most:
        yield too_large(reading.source, most)
    elif chosen.trusted:
        yield from _read_here(chosen, data, reading)
    else:
        from reader.formats.isolate import shared  # noqa: PLC0415 - text needs none of it

        if ocr and chosen is PDF:
            try:
                data = searchable(data, reading.source, cancelled)
            except InputError as error:
                yield error
                return
        isolate, module = shared(), module_of(chosen)
        yield from isolate.read(module, data, reading, progress=progress, cancelled=cancelled)


def _read_here(known: Format, data: bytes, reading: Reading) -> Iterator[Item]:
    try:
        yield from load(known)(data, reading)
    except InputError as error:
        yield error
