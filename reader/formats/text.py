"""Plain text: bytes in whatever encoding Arabic text comes in."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from charset_normalizer import from_bytes

from reader.core.types import Document
from reader.errors import DecodingError, InputError
from reader.formats.base import Item, Reading, digest, headline
from reader.formats.disk import file_bytes

# Tried by charset-normalizer, which says which of them the bytes are likely to be.
_SINGLE_BYTE = ["cp1256", "iso8859_6"]
_DOUBLE_BYTE = ["utf_16_le", "utf_16_be"]
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Control characters that no text holds; NUL is left out: some text has it.
_BINARY = frozenset(range(1, 9)) | frozenset(range(14, 27)) | frozenset(range(28, 32))


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the encoding that its bytes were in."""

    text: str
    encoding: str


def load(path: Path) -> Document:
    """Read a text file.

    Raises:
        InputError: see `file_bytes` and `decode`.
    """
    return decode(file_bytes(path), str(path))


def decode(data: bytes, source: str, encoding: str | None = None) -> Document:
    """Turn bytes into a Document; `source` names them in errors.

    The encoding is worked out where the user chose none.

    Raises:
        DecodingError: the bytes are in no encoding that we know, or not in the one chosen.
        InputError: there is nothing but white space.
    """
    read_as = _chosen(data, encoding, source) if encoding else decoded(data, source)
    document = from_text(read_as.text, source=source, encoding=read_as.encoding)
    if not document.text.strip():
        raise InputError(source, "the file is empty; choose one that holds an article")
    return document


def read(data: bytes, reading: Reading) -> Iterator[Item]:
    """Yield the one article of a text file."""
    yield decode(data, reading.source, reading.encoding)


def from_text(
    text: str,
    *,
    source: str | None = None,
    title: str | None = None,
    encoding: str | None = None,
) -> Document:
    """Make a Document of text; CR and CRLF become LF, nothing else changes."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Document(digest(text), source, title or headline(text), text, encoding=encoding)


def decoded(data: bytes, source: str) -> Decoded:
    """Return the text of bytes that do not say what they are in.

    Raises:
        DecodingError: they are in no encoding that we know.
    """
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _strictly(data[len(bom) :], encoding, source)
    utf8 = _utf8(data)
    if utf8 is not None and "\0" not in utf8.text:
        return _text_only(utf8, source)
    guessed = _guess(data)
    if guessed is not None:
        return guessed
    if utf8 is not None:
        return _text_only(utf8, source)
    raise DecodingError(
        source,
        "this is not text in UTF-8, UTF-16, windows-1256 or ISO-8859-6; save it as UTF-8 text",
    )


def _chosen(data: bytes, encoding: str, source: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
        text = data.decode(name, "surrogatepass" if name.startswith("utf") else "strict")
    except LookupError as error:
        reason = f"no encoding is called {encoding!r}; one is utf-8, another windows-1256"
        raise DecodingError(source, reason) from error
    except UnicodeError as error:
        raise DecodingError(source, f"it is not in {encoding}; choose another encoding") from error
    return _text_only(Decoded(text.removeprefix("\ufeff"), name), source)


def _strictly(data: bytes, encoding: str, source: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding, "surrogatepass"), encoding)
    except UnicodeDecodeError as error:
        reason = f"its mark says {encoding}, but byte {error.start} is not; save it as UTF-8 text"
        raise DecodingError(source, reason) from error


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8", "surrogatepass"), "utf-8")
    except UnicodeDecodeError:
        return None


def _guess(data: bytes) -> Decoded | None:
    """Return the text in the likeliest legacy encoding that gives Arabic letters."""
    # NULs are left out of the samples: charset-normalizer takes them for binary data.
    single = from_bytes(data.replace(b"\0", b""), cp_isolation=_SINGLE_BYTE)
    double = from_bytes(_without_nul_pairs(data), cp_isolation=_DOUBLE_BYTE)
    for match in (*single, *double):
        sample = str(match)
        letters = sum(char.isalpha() for char in sample)
        arabic = sum("\u0600" <= char <= "\u06ff" for char in sample)
        if letters and arabic > letters / 2 and not _looks_binary(sample):
            text = data.decode(match.encoding)
            return Decoded(text.removeprefix("\ufeff"), match.encoding.replace("_", "-"))
    return None


def guess(sample: bytes) -> str | None:
    """Return the encoding in which a sample of bytes is Arabic; None where it is in none."""
    found = _guess(sample)
    return found.encoding if found else None


def _without_nul_pairs(data: bytes) -> bytes:
    """Return data that may be UTF-16, in either byte order, without its NUL characters."""
    if len(data) % 2:
        return b""
    units = data.decode("utf-16-le", "surrogatepass").replace("\0", "")
    return units.encode("utf-16-le", "surrogatepass")


def _text_only(decoded: Decoded, source: str) -> Decoded:
    if _looks_binary(decoded.text):
        raise DecodingError(source, "this is a binary file, not text; open the text of it")
    return decoded


def _looks_binary(text: str) -> bool:
    sample = text[:65536]
    return sum(ord(char) in _BINARY for char in sample) > len(sample) // 50
