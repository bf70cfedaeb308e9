"""Bytes that say what they are written in, into text: where they say wrong, the guess is taken."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass, replace

from reader.core.types import Notice
from reader.errors import DecodingError
from reader.formats.text import BOMS, decoded, guess

# What a label of these names is, on the web, no more than a default that nobody changed.
_LATIN = frozenset({"ascii", "iso8859-1", "cp1252"})
_DEFAULTS = _LATIN | {"utf-8"}
# Codecs of Python that no text on the web or in mail comes in, or that are slow on long text.
_REFUSED = frozenset(
    {
        "idna",
        "punycode",
        "unicode_escape",
        "raw_unicode_escape",
        "utf-7",
        "undefined",
        "unicode-escape",
    }
)

_WORD = re.compile(rb"[\x80-\xff]{2,}")
_DECLARED = re.compile(rb"""<\?xml[^<>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""")
_DECLARATION = re.compile(r"<\?xml[^<>]*\?>")
_SAMPLE = 1 << 20  # bytes that are looked at for a guess


@dataclass(frozen=True, slots=True)
class Charset:
    """Text and what it was read in.

    Attributes:
        notice: that the bytes are not what they say, or hold some that are not text.
    """

    text: str
    encoding: str
    notice: Notice | None = None


def read_as(
    data: bytes, source: str, *, chosen: str | None = None, declared: str | None = None
) -> Charset:
    """Return the text of bytes: as the user chose, as their mark says, as declared, or guessed.

    Raises:
        DecodingError: they are not text.
    """
    if chosen and (codec := known(chosen)):
        return _lenient(data, codec)
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _lenient(data[len(bom) :], encoding)
    codec = known(declared) if declared else None
    if codec is None:
        return _guessed(data, source)
    if codec.startswith(("utf-16", "utf-32")):
        if b"\0" in data:
            return _lenient(data, codec)
        return _disagreeing(_guessed(data, source), declared)
    if (utf8 := _strictly(data, "utf-8")) is not None:
        read = Charset(utf8, "utf-8")
        return read if codec == "utf-8" or data.isascii() else _disagreeing(read, declared)
    if codec not in _DEFAULTS and (text := _strictly(data, codec)) is not None:
        return Charset(text, codec)
    with suppress(DecodingError):
        return _disagreeing(_guessed(data, source), declared)
    if b"\0" in data:
        raise DecodingError(source, "this is a binary file, not text; open the text of it")
    return _lenient(data, codec if codec not in _LATIN else "cp1252")


def xml_text(data: bytes, source: str, chosen: str | None = None) -> Charset:
    """Return the text of XML less its declaration: the bytes may speak against what that says.

    Raises:
        DecodingError: it is not text.
    """
    declared = _DECLARED.match(data.lstrip())
    label = declared[1].decode("ascii", "replace") if declared else None
    found = read_as(data, source, chosen=chosen, declared=label)
    return replace(found, text=_DECLARATION.sub("", found.text, count=1))


def agreeing(label: str | None, data: bytes) -> str | None:
    """Return the encoding that a server names, where the bytes do not speak against it."""
    codec = known(label) if label else None
    if codec is None or codec in _LATIN or _strictly(data, codec) is None:
        return None
    if codec != "utf-8" and not data.isascii() and _strictly(data, "utf-8") is not None:
        return None
    return codec


def known(label: str) -> str | None:
    """Return the name of the encoding that a label stands for; None where it is not of text."""
    name = label.strip().strip("\"'").lower()
    for spelling in (name, name.removeprefix("x-"), name.removeprefix("x-").replace("-", "_")):
        with suppress(LookupError, ValueError):
            codec = codecs.lookup(spelling)
            # What tells encodings of text from others (base64, zip) has no public name.
            if getattr(codec, "_is_text_encoding", False) and codec.name not in _REFUSED:
                return codec.name
    return None


def _guessed(data: bytes, source: str) -> Charset:
    """Guess by the words alone: markup around them is ASCII in any encoding."""
    for start, encoding in ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")):
        if data.startswith(start):
            return _lenient(data, encoding)
    if _strictly(data, "utf-8") is None:
        words = b" ".join(_WORD.findall(data, 0, _SAMPLE))
        if words and (guessed := guess(words)):
            return _lenient(data, guessed)
    found = decoded(data, source)
    return Charset(found.text, found.encoding)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except ValueError:
        return None


def _lenient(data: bytes, encoding: str) -> Charset:
    if (text := _strictly(data, encoding)) is not None:
        return Charset(text, encoding)
    words = f"some bytes are not {encoding}; they are shown as \ufffd"
    return Charset(data.decode(encoding, "replace"), encoding, Notice("bad-bytes", words))


def _disagreeing(read: Charset, declared: str | None) -> Charset:
    label = (declared or "").strip()[:40]
    words = f"it says that it is {label}, but it reads as {read.encoding}"
    return Charset(read.text, read.encoding, Notice("wrong-charset", words))
