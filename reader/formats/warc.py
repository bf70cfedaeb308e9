"""Web archives (WARC): every page, document or feed that a crawler brought home is read.

The archive is cut into its records here, so that a damaged one is named and the next is read;
what a record holds is taken apart by warcio.
"""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataException, ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from reader.core.types import Document
from reader.errors import InputError
from reader.formats.base import Item, Reading
from reader.formats.charset import agreeing
from reader.formats.kinds import HEAD, TEXT, Format, format_of
from reader.formats.members import read_member
from reader.packed import FREE, RATIO, PackedError, unpacked

_LARGEST = 50_000_000  # bytes of one record, unpacked
_CHUNK = 1 << 16
_HEADERS = 1 << 16  # bytes of a record's headers
_GZIP = b"\x1f\x8b\x08"
_LENGTH = re.compile(rb"\r?\ncontent-length:[ \t]*(\d{1,15})[ \t]*\r?\n", re.IGNORECASE)
_HEADERS_END = re.compile(rb"\r?\n\r?\n")
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})")
_WANTED = frozenset({"response", "resource", "conversion"})
_LEFT = frozenset({"image", "audio", "video", "font"})
_LEFT_TYPES = frozenset({
    "application/javascript", "application/json", "application/x-javascript", "text/css",
    "text/javascript",
})  # fmt: skip

# What warcio makes of a record that is damaged.
_DAMAGE = (
    ArchiveLoadFailed, ChunkedDataException, ValueError, EOFError, AttributeError, TypeError,
)  # fmt: skip
logging.getLogger("warcio").setLevel(logging.CRITICAL)  # what it logs is told to nobody


def read(data: bytes, reading: Reading) -> Iterator[Item]:
    """Yield the articles in an archive, named after their addresses, and what was refused.

    Raises:
        InputError: it holds no page.
    """
    found, came = False, 0
    for number, record in enumerate(_records(data), start=1):
        came += len(record)
        reading.progress(min(came / len(data), 0.99))  # of what is packed: sooner than it is
        for item in _items(record, reading, number):
            found = True
            yield item
    if not found:
        raise InputError(reading.source, "there is no page in this archive")


def _items(record: bytes | str, reading: Reading, number: int) -> Iterator[Item]:
    """Yield what one record gives; a string says what is wrong with it."""
    source = reading.inside(f"record {number}").source
    if isinstance(record, str):
        yield InputError(source, record)
        return
    try:
        parsed = next(iter(ArchiveIterator(BytesIO(record))), None)
        page = None if parsed is None else _page(parsed)
    except PackedError as error:
        yield InputError(source, error.reason)
        return
    except _DAMAGE as error:
        yield InputError(source, f"it is damaged: {error}"[:300])
        return
    if page is None:
        return
    address, data, known, charset = page
    options = replace(reading, encoding=agreeing(charset, data) or reading.encoding)
    for item in read_member(address, data, options, known):
        if isinstance(item, Document) and item.address is None:
            yield replace(item, address=address)
        else:
            yield item


def _page(record: ArcWarcRecord) -> tuple[str, bytes, Format, str | None] | None:
    """Return the address, content, format and charset of a record; None where it is no page."""
    http = record.http_headers
    if record.rec_type not in _WANTED or (http and not http.get_statuscode().startswith("2")):
        return None
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    if not address.startswith(("http://", "https://")):
        return None
    header = (http or record.rec_headers).get_header("Content-Type") or ""
    media_type, _, parameters = header.lower().partition(";")
    media_type = media_type.strip()
    if media_type.partition("/")[0] in _LEFT or media_type in _LEFT_TYPES:
        return None
    data = b"".join(_content(record))
    path = urlsplit(address).path
    known = format_of(path, data[:HEAD], media_type)
    if known is TEXT and (media_type != "text/plain" or path == "/robots.txt"):
        return None
    charset = _CHARSET.search(parameters[:300])
    return address, data, known, charset[1] if charset else None


def _content(record: ArcWarcRecord) -> Iterator[bytes]:
    """Yield what a record holds, as its server meant it."""
    http, stream = record.http_headers, record.raw_stream
    if http and (http.get_header("Transfer-Encoding") or "").strip().lower() == "chunked":
        stream = ChunkedDataReader(stream)
    packed = (http.get_header("Content-Encoding") or "") if http else ""
    yield from unpacked(iter(lambda: stream.read(_CHUNK), b""), packed, _LARGEST)


def _records(data: bytes) -> Iterator[bytes | str]:
    """Yield the records of an archive, and in words what is wrong with others."""
    if not data.startswith(_GZIP):
        yield from _cut(data)
        return
    at = 0
    while at < len(data):
        try:
            whole, at = _member(data, at)
        except (PackedError, zlib.error) as error:
            yield f"it is damaged: {error}"
            following = data.find(_GZIP, at + 1)
            at = following if following >= 0 else len(data)
            continue
        yield from _cut(whole)


def _member(data: bytes, start: int) -> tuple[bytes, int]:
    """Unpack the gzip member that begins at `start`; return it and where the next begins."""
    inflate, pieces, given, at = zlib.decompressobj(zlib.MAX_WBITS | 16), [], 0, start
    while not inflate.eof:
        chunk = inflate.unconsumed_tail or data[at : at + _CHUNK]
        if not chunk:
            raise PackedError("broken", "it ends too soon")
        at += 0 if inflate.unconsumed_tail else len(chunk)
        piece = inflate.decompress(chunk, _CHUNK)
        given += len(piece)
        if given > max(FREE, min(RATIO * (at - start), 4 * _LARGEST)):
            raise PackedError("too-large", "it unpacks to far more than it should")
        pieces.append(piece)
    at -= len(inflate.unused_data)
    while data[at : at + 1] in {b"\r", b"\n", b"\0"}:
        at += 1
    return b"".join(pieces), at


def _cut(data: bytes) -> Iterator[bytes | str]:
    """Yield the records that stand one after another in bytes."""
    at = _start(data, 0)
    if at != 0:
        yield "it is damaged: it does not begin with a record"
    while at < len(data):
        end = _end(data, at)
        if end is None:
            yield "it is damaged: it does not say how long it is, or is cut off"
            at = _start(data, at + 1)
            continue
        yield data[at:end] + b"\r\n\r\n"
        following = end
        while data[following : following + 1] in {b"\r", b"\n"}:
            following += 1
        if following < len(data) and not data.startswith(b"WARC/", following):
            yield "it is damaged: it is not as long as it says"
            following = _start(data, at + 1)
        at = following


def _start(data: bytes, at: int) -> int:
    """Return where the next record begins, or the end."""
    if data.startswith(b"WARC/", at):
        return at
    found = data.find(b"\nWARC/1.", at)
    return found + 1 if found >= 0 else len(data)


def _end(data: bytes, at: int) -> int | None:
    """Return where the record that begins at `at` ends, by its own words."""
    headers = _HEADERS_END.search(data, at, at + _HEADERS)
    length = _LENGTH.search(data, at, headers.end()) if headers else None
    if headers is None or length is None:
        return None
    end = headers.end() + int(length[1])
    return end if end <= len(data) else None
