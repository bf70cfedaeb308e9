"""What goes through the pipes between the program and the process that reads its files.

A frame is a length of four bytes and as many bytes of JSON in UTF-8, in which lone surrogates
pass. Nothing in it is ever run.
"""

from __future__ import annotations

import json
from typing import Any, BinaryIO

from reader.core.codec import document_json, read_document
from reader.core.types import Document
from reader.errors import DecodingError, InputError, RefusedError, UnreadableError
from reader.formats.base import Item
from reader.formats.refusals import one_line

Frame = dict[str, Any]

_LENGTH = 4  # bytes
_KINDS: dict[str, type[InputError]] = {
    kind.__name__: kind for kind in (InputError, UnreadableError, DecodingError)
}


class FloodError(Exception):
    """A frame that is longer than it may be."""


def send(stream: BinaryIO, frame: Frame) -> None:
    """Write a frame."""
    body = json.dumps(frame, ensure_ascii=False).encode("utf-8", "surrogatepass")
    stream.write(len(body).to_bytes(_LENGTH, "big"))
    stream.write(body)
    stream.flush()


def receive(stream: BinaryIO, most: int) -> Frame | None:
    """Return the next frame with its length in bytes, None where the stream ends.

    Raises:
        FloodError: it is longer than `most` bytes.
        ValueError, RecursionError: it is not one.
    """
    head = stream.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    length = int.from_bytes(head, "big")
    if length > most:
        raise FloodError
    body = stream.read(length)
    if len(body) < length:
        return None
    frame = json.loads(body.decode("utf-8", "surrogatepass"))
    if not isinstance(frame, dict):
        raise ValueError("no frame")  # noqa: TRY004 - as all that is wrong with one
    return {**frame, "length": length}


def item_frame(item: Item) -> Frame:
    """Return an item as a frame."""
    if isinstance(item, Document):
        return {"document": document_json(item)}
    code = item.code if isinstance(item, RefusedError) else None
    return {
        "refused": {
            "kind": type(item).__name__,
            "source": item.source,
            "code": code,
            "reason": item.reason,
        }
    }


def read_item(frame: Frame) -> Item:
    """Return the item that `item_frame` gave.

    Raises:
        ContractError, KeyError, TypeError: it is none.
    """
    if "document" in frame:
        return read_document(frame["document"])
    told = frame["refused"]
    source, code, reason = str(told["source"]), told["code"], one_line(str(told["reason"]))
    if code is not None:
        return RefusedError(source, str(code), reason)
    return _KINDS.get(told["kind"], InputError)(source, reason)
