"""Files that were whole and are no more: bytes, words and members changed by chance."""

from __future__ import annotations

import gzip
import io
import random
import re
import struct
import zipfile
import zlib

_TOKEN = re.compile(rb"<[^<>]{1,200}>|\\[a-z]+-?\d*|\"[^\"\n]{0,60}\"|[A-Za-z]{3,}|\d+")
_NUMBERS = (
    b"0", b"-1", b"1", b"255", b"65536", b"2147483647", b"4294967296", b"99999999999999999999",
    b"1e999", b"0x7fffffff",
)  # fmt: skip
_BITS = (b"\0", b"\xff", b"\x7f", b"\x80", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\xef\xbb\xbf")
_BITS += (b"<", b">", b"&", b"&#x110000;", b"]]>", b"<!--", b"{", b"}", b"[", b'"', b"\r\n\r\n")
_BITS += (b"\xd9\x8e" * 40, b"../../", b"\xff\xfe", b"%00", b"=?utf-8?b?", b"\\u0", b"\\bin9999 ")


def mutated(data: bytes, chosen: random.Random) -> bytes:
    """Return a file with something changed in it, inside of what packs it where it is packed."""
    if chosen.random() < 0.7:
        if data.startswith(b"PK\x03\x04"):
            return _in_zip(data, chosen)
        if data.startswith(b"\x1f\x8b"):
            return gzip.compress(_changed(gzip.decompress(data), chosen), 1)
        if data.startswith(b"%PDF") and chosen.random() < 0.5:
            return _in_pdf(data, chosen)
    return _changed(data, chosen)


def _changed(data: bytes, chosen: random.Random) -> bytes:
    for _ in range(chosen.choice((1, 1, 1, 2, 3, 8))):
        data = chosen.choice(_WAYS)(data, chosen)
    return data[: 1 << 20]


def _flip(data: bytes, chosen: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chosen.choice((1, 1, 4, 16))):
        if made:
            made[chosen.randrange(len(made))] ^= 1 << chosen.randrange(8)
    return bytes(made)


def _put(data: bytes, chosen: random.Random) -> bytes:
    at = chosen.randrange(len(data) + 1)
    what = chosen.choice(_BITS) if chosen.random() < 0.8 else chosen.randbytes(chosen.randrange(64))
    return data[:at] + what * chosen.choice((1, 1, 1, 3, 50)) + data[at:]


def _drop(data: bytes, chosen: random.Random) -> bytes:
    at = chosen.randrange(len(data) + 1)
    return data[:at] + data[at + chosen.choice((1, 4, 64, 1024)) :]


def _cut(data: bytes, chosen: random.Random) -> bytes:
    return data[: chosen.randrange(len(data) + 1)]


def _double(data: bytes, chosen: random.Random) -> bytes:
    at = chosen.randrange(len(data) + 1)
    part = data[at : at + chosen.choice((1, 8, 64, 512))]
    return data[:at] + part * chosen.choice((2, 2, 10, 200)) + data[at + len(part) :]


def _words(data: bytes, chosen: random.Random) -> bytes:
    """Put one word, tag or number of the file in another's place, or many times over."""
    found = list(_TOKEN.finditer(data[: 1 << 17]))
    if not found:
        return _put(data, chosen)
    here, there = chosen.choice(found), chosen.choice(found)
    put = chosen.choice(_NUMBERS) if here[0].isdigit() else there[0]
    return data[: here.start()] + put * chosen.choice((1, 1, 2, 300)) + data[here.end() :]


def _number(data: bytes, chosen: random.Random) -> bytes:
    """Overwrite four bytes with a number that lengths go wrong at."""
    if len(data) < 4:
        return data
    at = chosen.randrange(len(data) - 3)
    number = chosen.choice((0, 1, 0x7F, 0xFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF))
    return data[:at] + struct.pack(chosen.choice("<>") + "I", number) + data[at + 4 :]


_WAYS = (_flip, _put, _drop, _cut, _double, _words, _words, _number)


def _in_zip(data: bytes, chosen: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chosen.choice(list(members))
    members[name] = _changed(members[name], chosen)
    if chosen.random() < 0.1:
        members[chosen.choice(("../x", "/etc/x", "a\0b", name + "/", "\u202ex"))] = members[name]
    if chosen.random() < 0.1:
        del members[chosen.choice(list(members))]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for member, words in members.items():
            archive.writestr(zipfile.ZipInfo(member), words)
    return made.getvalue()


_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def _in_pdf(data: bytes, chosen: random.Random) -> bytes:
    """Change a stream where it is unpacked."""
    found = list(_STREAM.finditer(data))
    if not found:
        return _changed(data, chosen)
    stream = chosen.choice(found)
    try:
        inner = zlib.compress(_changed(zlib.decompress(stream[1]), chosen))
    except zlib.error:
        inner = _changed(stream[1], chosen)
    return data[: stream.start(1)] + inner + data[stream.end(1) :]
