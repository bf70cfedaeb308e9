"""Zip files: the articles in their members, by name. Nothing of them is ever written to disk."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

from reader.errors import RefusedError
from reader.formats.base import Item, Reading
from reader.formats.members import read_member
from reader.formats.package import FREE_BYTES, MOST_BYTES, MOST_MEMBERS, RATIO

_CHUNK = 65_536
_HEADER = 30  # bytes of a member's own header, its name not counted
_UTF8_NAME, _ENCRYPTED = 0x800, 0x1
_UNICODE_PATH = 0x7075  # an extra field: version, checksum, the name in UTF-8
_ARABIC_PAGES = ("cp1256", "cp720", "iso8859_6")
_OF_THE_SYSTEM = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError,
    NotImplementedError, RuntimeError,
)  # fmt: skip


class _SpentError(Exception):
    """More came out of the file than may."""


def read(data: bytes, reading: Reading) -> Iterator[Item]:
    """Yield the articles of all members, and what of them was refused.

    Raises:
        RefusedError: its directory is damaged or names too much.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _DAMAGE as error:
        reason = "it is damaged: its directory cannot be read"
        raise RefusedError(reading.source, "damaged", reason) from error
    members = _members(archive, reading)
    unpacked = 0
    for number, (name, info) in enumerate(members):
        reading.progress(number / len(members))
        try:
            content = _content(archive, info, reading, FREE_BYTES + RATIO * len(data) - unpacked)
        except _SpentError:
            reason = f"it unpacks to far more than it should; read up to {name}"
            yield RefusedError(reading.source, "too-large", reason)
            return
        except RefusedError as error:
            yield RefusedError(reading.inside(name).source, error.code, error.reason)
            continue
        unpacked += len(content)
        yield from read_member(name, content, reading)


def _members(archive: zipfile.ZipFile, reading: Reading) -> list[tuple[str, zipfile.ZipInfo]]:
    """Return the files that a person put in, by name.

    Raises:
        RefusedError: there are too many, or some share their bytes, as no honest one does.
    """
    infos = archive.infolist()
    if not reading.budget.spend(members=len(infos)):
        reason = f"it holds more than {MOST_MEMBERS} files"
        raise RefusedError(reading.source, "too-large", reason)
    bounds = sorted((i.header_offset, i.compress_size + _HEADER) for i in infos)
    if any(start + size > after for (start, size), (after, _) in pairwise(bounds)):
        raise RefusedError(reading.source, "damaged", "files in it overlap, as in a zip bomb")
    named = ((_name(info), info) for info in infos if not info.filename.endswith("/"))
    return sorted((one for one in named if not _is_hidden(one[0])), key=lambda one: one[0])


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, reading: Reading, most: int) -> bytes:
    """Return what a member holds; what it says of its size is not believed."""
    if info.flag_bits & _ENCRYPTED:
        reason = "it is encrypted; unpack it with its password"
        raise RefusedError(reading.source, "encrypted", reason)
    chunks = []
    size = 0
    try:
        with archive.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if size > min(most, MOST_BYTES) or not reading.budget.spend(unpacked=len(chunk)):
                    raise _SpentError
                chunks.append(chunk)
    except _DAMAGE as error:
        raise RefusedError(reading.source, "damaged", "it is damaged in the archive") from error
    return b"".join(chunks)


def _is_hidden(name: str) -> bool:
    """Tell what a system put in beside the files."""
    parts = name.replace("\\", "/").split("/")
    return any(
        part.lower() in _OF_THE_SYSTEM or (part.startswith(".") and part.strip("."))
        for part in parts
    )


def _name(info: zipfile.ZipInfo) -> str:
    """Return a member's name: programs write it in the code page of their system and say not so."""
    if info.flag_bits & _UTF8_NAME or info.filename.isascii():
        return info.filename
    if named := _unicode_path(info.extra):
        return named
    try:
        raw = info.filename.encode("cp437")  # what zipfile took it for
    except UnicodeEncodeError:
        return info.filename
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        names = [raw.decode(page, "replace") for page in _ARABIC_PAGES]
    likeliest = max(names, key=_arabic)
    return likeliest if _arabic(likeliest) > 0.5 else info.filename


def _arabic(name: str) -> float:
    """Return how much of what is not ASCII in a name is Arabic letters."""
    foreign = [char for char in name if not char.isascii()]
    return sum("\u0621" <= char <= "\u064a" for char in foreign) / len(foreign)


def _unicode_path(extra: bytes) -> str | None:
    while len(extra) >= 4:
        kind, size = int.from_bytes(extra[:2], "little"), int.from_bytes(extra[2:4], "little")
        if kind == _UNICODE_PATH and size > 5:
            return extra[9 : 4 + size].decode("utf-8", "replace")
        extra = extra[4 + size :]
    return None
