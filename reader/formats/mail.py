"""Electronic mail (RFC 5322, MIME): the message as it was written, and what is attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import Compat32
from email.utils import parseaddr

from reader.core.types import BlockKind
from reader.errors import DecodingError, InputError
from reader.formats.base import Composer, Item, Reading
from reader.formats.charset import Charset, read_as
from reader.formats.days import machine_day
from reader.formats.kinds import FORMATS, HEAD, MAIL, TEXT, Format, format_of
from reader.formats.markup import compose, page_of
from reader.formats.members import DEEPEST, read_member

_LONGEST_HEADER = 4096  # characters; the standard library's time grows with their square
_MOST_NESTED = 100  # parts that hold parts; each costs a look at every line
_NESTING = re.compile(
    rb"^content-type:\s{0,99}(?:multipart|message)/", re.IGNORECASE | re.MULTILINE
)
_FOLD = re.compile(r"\r?\n[ \t]*|\r")
_LINE_END = re.compile(r"\r\n|\r|\n")
_ITEM = re.compile(r"\s*(?:[-*•·]|\d{1,3}[.)])\s")
_SIGNATURES = frozenset({"application/pgp-signature", "application/pkcs7-signature",
                         "application/x-pkcs7-signature"})  # fmt: skip
_ENCRYPTED = frozenset({"application/pgp-encrypted", "application/pkcs7-mime",
                        "application/x-pkcs7-mime"})  # fmt: skip
_STUB = 3  # times as many words in the HTML as in the plain text that stands for it
_NARROW, _WIDE = 40, 100  # characters in a line of text that a program broke into lines


class _Policy(Compat32):
    """Cuts headers off where their parsing would take long."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


_AS_CAME = _Policy(mangle_from_=False, max_line_length=None)


@dataclass(slots=True)
class _Parts:
    """What a message is made of, in its order.

    Attributes:
        texts: parts that are read as the message itself.
        attached: the others.
    """

    texts: list[Message] = field(default_factory=list)
    attached: list[Message] = field(default_factory=list)


def read(data: bytes, reading: Reading) -> Iterator[Item]:
    """Yield a message, and then what of its attachments can be read.

    Raises:
        InputError: it is no message, or holds too many others.
    """
    try:
        yield from _items(_parse(data, reading.source), reading)
    except (MessageError, LookupError, TypeError, ValueError, RecursionError) as error:
        raise InputError(reading.source, f"it is damaged: {error}"[:300]) from error


def _items(message: Message, reading: Reading) -> Iterator[Item]:
    parts = _Parts()
    _sort(message, parts)
    composer = Composer()
    subject = header(message, "subject")
    if subject:
        composer.add(subject, "title")
    encodings = [_write(part, composer, reading) for part in parts.texts]
    members = [_Member(part) for part in parts.attached]
    for member in members:
        if member.format is None:
            words = f"the attachment {member.name} ({member.part.get_content_type()}) is not read"
            composer.notice("attachment", words)
    yield _document(message, composer, reading, subject, next(filter(None, encodings), None))
    for member in members:
        if member.message is not None and reading.depth < DEEPEST:
            yield from _items(member.message, reading.inside(member.name))
        elif member.format is not None:
            yield from read_member(member.name, member.data, reading, member.format)


def header(message: Message, name: str) -> str:
    """Return what a header says in one line, its encoded words and raw bytes decoded."""
    raw = next((str(v) for key, v in message.raw_items() if key.lower() == name), "")
    return decoded_words(_FOLD.sub(" ", raw)).strip()


def decoded_words(raw: str) -> str:
    """Return a header's text; where an encoded word is wrong it stays as it is."""
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError):
        pieces = [(raw, None)]
    return "".join(_piece(piece, charset) for piece, charset in pieces)


def _piece(piece: bytes | str, charset: str | None) -> str:
    data = piece if isinstance(piece, bytes) else piece.encode("utf-8", "surrogateescape")
    try:
        return read_as(data, "", declared=charset).text
    except DecodingError:
        return data.decode("utf-8", "replace")


def _parse(data: bytes, source: str) -> Message:
    if len(_NESTING.findall(data)) > _MOST_NESTED:
        reason = f"it holds more than {_MOST_NESTED} messages and groups of parts; it is not read"
        raise InputError(source, reason)
    message: Message
    try:
        message = BytesParser(policy=_AS_CAME).parsebytes(data.lstrip(b"\r\n"))
    except RecursionError as error:
        raise InputError(source, "its parts lie too deep in each other") from error
    if not message.keys():
        raise InputError(source, "this is no message: it has no headers")
    return message


def _document(
    message: Message, composer: Composer, reading: Reading, subject: str, encoding: str | None
) -> Item:
    name, address = parseaddr(header(message, "from"))
    try:
        return composer.document(
            reading,
            "mail",
            title=subject,
            published=machine_day(header(message, "date")),
            author=name or address,
            encoding=encoding,
        )
    except InputError as error:
        return error


def _sort(part: Message, parts: _Parts) -> None:
    """Tell the parts that are the message from those that are attached to it."""
    kind = part.get_content_type()
    inner = [p for p in _inner(part) if isinstance(p, Message)]
    if kind == "multipart/alternative" and inner:
        _sort(_alternative(inner), parts)
    elif part.is_multipart() and not kind.startswith("message/"):
        for one in inner:
            _sort(one, parts)
    elif kind in {"text/plain", "text/html"} and part.get_content_disposition() != "attachment":
        parts.texts.append(part)
    elif kind not in _SIGNATURES:
        parts.attached.append(part)


def _inner(part: Message) -> list[object]:
    payload = part.get_payload()
    return list(payload) if isinstance(payload, list) else []


def _alternative(inner: list[Message]) -> Message:
    """Return the plain text, or where that is no more than a hint at it, the HTML."""
    plain = [part for part in inner if part.get_content_type() == "text/plain"]
    rich = [part for part in inner if part.get_content_type() != "text/plain"]
    if not plain or not rich:
        return (plain or rich)[-1]
    pages = [(part, page) for part in rich for page in part.walk() if _is_page(page)]
    if not pages:
        return plain[0]
    holder, marked = pages[-1]
    words = len(_text(plain[0], "", None).text.split())
    shown = page_of(_text(marked, "", None).text)
    full = sum(len(line.words.split()) for line in shown.lines)
    return holder if full > words * _STUB else plain[0]


def _is_page(part: Message) -> bool:
    return part.get_content_type() == "text/html"


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(part: Message, source: str, chosen: str | None) -> Charset:
    data = _payload(part)
    label = part.get_content_charset()
    try:
        return read_as(data, source, chosen=chosen, declared=label)
    except DecodingError:
        return Charset(data.decode("utf-8", "replace"), "utf-8")


def _write(part: Message, composer: Composer, reading: Reading) -> str:
    """Add a part's text to the message; return its encoding."""
    read_in = _text(part, reading.source, reading.encoding)
    if read_in.notice:
        composer.notice(read_in.notice.code, read_in.notice.words)
    if part.get_content_type() == "text/html":
        compose(read_in.text, composer)
    else:
        flowed = str(part.get_param("format", "")).lower() == "flowed"
        spaceless = str(part.get_param("delsp", "")).lower() == "yes"
        for kind, words in paragraphs(read_in.text, flowed=flowed, spaceless=spaceless):
            composer.add(words, kind)
    return read_in.encoding


def paragraphs(
    text: str, *, flowed: bool = False, spaceless: bool = False
) -> Iterator[tuple[BlockKind, str]]:
    """Yield the paragraphs of plain text as mail has it, quotations and the signature told apart.

    Lines that a program broke are put together again: by its own marks (RFC 3676: `flowed`,
    and `spaceless` where its marks are no spaces), or where the next word had found no room.
    """
    lines = [_unquoted(line, flowed=flowed) for line in _LINE_END.split(text)]
    width = 0 if flowed else max((len(words) for _, words in lines), default=0)
    held: list[str] = []
    level, last, signed = 0, "", False
    for depth, words in lines:
        breaks = last.endswith(" ") if flowed else _had_no_room(last, words, width)
        if held and (signed or depth != level or not words.strip() or not breaks):
            yield _kind(level, signed=signed), _joined(held, spaceless=spaceless)
            held = []
        if words.rstrip() == "--" and depth == 0:
            signed = True
        elif words.strip():
            held.append(words)
        level, last = depth, words
    if held:
        yield _kind(level, signed=signed), _joined(held, spaceless=spaceless)


def _unquoted(line: str, *, flowed: bool) -> tuple[int, str]:
    """Return how often a line is quoted, and the line without the marks of it."""
    words = line.lstrip("> ") if line.startswith(">") else line
    depth = line[: len(line) - len(words)].count(">")
    return depth, words.removeprefix(" ") if flowed and not depth else words


def _had_no_room(last: str, words: str, width: int) -> bool:
    """Tell whether a line was broken only because its next word did not fit."""
    if not _NARROW <= width <= _WIDE or not words.strip() or _ITEM.match(words):
        return False
    return len(last.rstrip()) + 1 + len(words.split(None, 1)[0]) > width


def _kind(depth: int, *, signed: bool) -> BlockKind:
    if depth:
        return "quote"
    return "note" if signed else "paragraph"


def _joined(lines: list[str], *, spaceless: bool) -> str:
    if spaceless:
        return "".join(line.removesuffix(" ") for line in lines)
    return " ".join(line.strip() for line in lines)


def _name(part: Message) -> str:
    """Return the name of an attachment, or what it is."""
    name = decoded_words(_FOLD.sub(" ", part.get_filename() or "")).strip()
    return name.replace("\\", "/").rpartition("/")[2] or part.get_content_type()


class _Member:
    """An attachment.

    Attributes:
        data: what it holds.
        message: the same, where it is one.
        format: what it is read as; None where it is read as nothing.
    """

    def __init__(self, part: Message) -> None:
        self.name = _name(part)
        self.part = part
        inner = _inner(part) if part.get_content_type() == "message/rfc822" else []
        self.message = inner[0] if inner and isinstance(inner[0], Message) else None
        self.data = b"" if self.message else _payload(part)
        self.format = MAIL if self.message else self._format()

    def _format(self) -> Format | None:
        kind = self.part.get_content_type()
        if kind in _ENCRYPTED or not self.data.strip():
            return None
        known = format_of(self.name, self.data[:HEAD])
        if known is not TEXT:
            return known
        if self.name.lower().endswith(TEXT.suffixes):
            return TEXT
        return next((f for f in FORMATS if kind in f.media_types and f is not TEXT), None)
