"""Mailboxes (RFC 4155): one message after another, each begun by a line «From sender day»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.errors import InputError
from reader.formats.base import Item, Reading
from reader.formats.kinds import MAIL
from reader.formats.members import read_member

_START = re.compile(rb"^From [^\r\n]{1,300}\r?\n", re.MULTILINE)
_STAMP = re.compile(rb"\d\d?:\d\d.{0,20}\d{4}")
_WHOLE_STAMP = re.compile(rb"[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d .{0,20}\d{4}")
_HEADER = re.compile(rb"[!-9;-~]{1,80}:")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


def read(data: bytes, reading: Reading) -> Iterator[Item]:
    """Yield the messages of a mailbox and what is attached to each, damaged ones refused by name.

    Raises:
        InputError: it holds no message.
    """
    starts = [start for start in _START.finditer(data) if _begins(data, start)]
    if not starts:
        raise InputError(reading.source, "there is no message in this mailbox")
    ends = [start.start() for start in starts[1:]] + [len(data)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1):
        message = _ESCAPED.sub(rb"\1", data[start.end() : end])
        yield from read_member(str(number), message, reading, MAIL)


def _begins(data: bytes, start: re.Match[bytes]) -> bool:
    """Tell a message's first line from a sentence that begins so.

    It names a time of day, and headers follow it, or a whole time stamp and an empty line before.
    """
    if _HEADER.match(data, start.end()):
        return _STAMP.search(start[0]) is not None
    before = data[max(start.start() - 4, 0) : start.start()]
    apart = not before or before.endswith((b"\n\n", b"\r\n\r\n"))
    return apart and _WHOLE_STAMP.search(start[0]) is not None
