"""The process that reads files which others made: `python -m reader.formats.worker ORDERS`.

It is started by `reader.formats.isolate`, shuts itself in (see `reader.formats.sandbox`) before
it is given a byte, and then reads one file after another: it takes a frame that says how, and
the file's bytes; it gives a frame for each article or refusal, and one at the end. It ends when
its input does, so it does not outlive the program.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from importlib import import_module
from typing import BinaryIO

from reader.core.types import Document
from reader.errors import RefusedError
from reader.formats import sandbox
from reader.formats.base import Item, Reading
from reader.formats.frames import Frame, item_frame, receive, send
from reader.formats.refusals import refusal_of

_FILES = 100  # read by one process; a library that leaks does not leak for ever
_ORDER = 1 << 20  # bytes
_MEGABYTE = 1 << 20
_STEP = 0.1  # seconds between two words of progress


def main() -> None:
    """Serve until the input ends."""
    orders = json.loads(sys.argv[1])
    given, answers = _pipes()
    held = sandbox.enter(orders["memory"], orders["folders"])
    for module in orders["warm"]:
        with suppress(ImportError):  # told where a file needs it
            import_module(module)
    send(answers, {"ready": held})
    for number in range(1, _FILES + 1):
        order = receive(given, _ORDER)
        if order is None:
            break
        data = given.read(order["size"])
        with sandbox.dying_with(given):
            spent = _serve(order, data, answers)
        del data
        last = spent or number == _FILES
        send(answers, {"end": True, "last": last})
        if last:
            break


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Take input and output for ourselves; what a library prints goes nowhere."""
    given, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    return given, answers


def _serve(order: Frame, data: bytes, answers: BinaryIO) -> bool:
    """Read one file; tell whether this process has had enough."""
    work = order["cpu"] + order["cpu_megabyte"] * len(data) // _MEGABYTE
    told = 0.0

    def progress(done: float) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told >= _STEP:
            told = now
            sandbox.allow_work(work)
            send(answers, {"progress": done})

    source = order["source"]
    reading = Reading(
        source=source,
        encoding=order["encoding"],
        whole=order["whole"],
        fields=tuple((name, field) for name, field in order["fields"]),
        progress=progress,
    )
    try:
        read = import_module(order["module"]).read
        send(answers, {"progress": 0.0})
        sandbox.allow_work(work)
        for item in read(data, reading):
            _give(answers, item, order)
            sandbox.allow_work(work)
    except BaseException as error:  # noqa: BLE001 - whatever a parser raises is told
        send(answers, item_frame(refusal_of(error, source)))
        return isinstance(error, MemoryError)
    return False


def _give(answers: BinaryIO, item: Item, order: Frame) -> None:
    """Send an item, or why an article is too long to be sent."""
    most = order["document"]
    if isinstance(item, Document) and 4 * len(item.text) > most:  # bytes of UTF-8 at most
        size = len(item.text.encode("utf-8", "surrogatepass"))
        if size > most // 2:  # its blocks take the rest
            reason = f"the text of it is longer than {most // 2 // _MEGABYTE} MB"
            item = RefusedError(item.source or order["source"], "too-large", reason)
    send(answers, item_frame(item))


if __name__ == "__main__":
    main()
