"""The formats that the program reads, and how a file's format is told.

Light on purpose: the window and the command line know the formats by it. What reads a format
is the function `read` of the module of its name, with the libraries that it needs; `load` has it.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module

from reader.formats.base import Item, Reading

HEAD = 4096  # bytes at a file's start that tell its format
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^<>]*>\s*)?(?:<!--[^<>]*-->\s*){0,8}"
    rb"(?:<!doctype\s+html\b|<html\b|<head\b|<body\b)",
    re.IGNORECASE,
)
# The first tag that is no declaration, instruction or comment.
_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^>]*>[^<]*){0,20}<(?:rss|feed|rdf:RDF|atom:feed)[\s>]"
)
_OPML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^>]*>[^<]*){0,20}<opml[\s>]", re.IGNORECASE)
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*(?:\"[^\"]*\"\s*:|\})")
_JSON_LINES = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{[^\n]*\}[ \t\r]*\n\s*\{\s*\"")
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,40}):", re.MULTILINE)
_HEADERS_END = re.compile(rb"\r?\n\r?\n")
_MAIL_HEADERS = frozenset(
    {
        b"from", b"to", b"date", b"subject", b"message-id", b"mime-version", b"received",
        b"return-path", b"delivered-to", b"content-type", b"reply-to",
    }
)  # fmt: skip

Read = Callable[[bytes, Reading], Iterator[Item]]


def _never(_head: bytes) -> bool:
    """Tell nothing by the bytes: only the name says that a file is of the format."""
    return False


def _looks_like_html(head: bytes) -> bool:
    """Tell a web page by its first tag, which may stand after comments and an XML declaration."""
    return _HTML.match(head) is not None


def _is_feed(head: bytes) -> bool:
    return _FEED.match(head) is not None


def _is_opml(head: bytes) -> bool:
    return _OPML.match(head) is not None


def _is_json_feed(head: bytes) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"{") and b"jsonfeed.org/version/" in head


def _is_mail(head: bytes) -> bool:
    """Tell a message by its headers: three at least that every program writes."""
    end = _HEADERS_END.search(head)
    names = _HEADER.findall(head[: end.start()] if end else head)
    known = {name.lower() for name in names} & _MAIL_HEADERS
    return len(known) >= 3 and _HEADER.match(head) is not None


def _is_mbox(head: bytes) -> bool:
    first, _, rest = head.partition(b"\n")
    return first.startswith(b"From ") and b":" in first and _HEADER.match(rest) is not None


def _is_warc(head: bytes) -> bool:
    """Tell a web archive, packed by gzip or not."""
    if head.startswith(b"\x1f\x8b"):
        with suppress(zlib.error):
            head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, 64)
    return head.startswith(b"WARC/")


@dataclass(frozen=True, slots=True)
class Format:
    """One format of files.

    Attributes:
        name: what the program calls it ("html"); its module in this package.
        title: what a person calls it, in English ("Web page"); the window translates it.
        suffixes: of file names, in small letters with their dot.
        media_types: as servers and mail name it.
        matches: tells by a file's first bytes (HEAD at most) that it is of this format,
            whatever its name; must not take text of another format for its own.
        many: whether a file of it is expected to hold more than one article.
        trusted: it is read by our own code in the program's process, not in one of its own.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...] = ()
    matches: Callable[[bytes], bool] = _never
    many: bool = False
    trusted: bool = False


def _members(head: bytes) -> list[bytes]:
    """Return the names of the members whose headers lie in a zip file's first bytes."""
    pieces = head.split(b"PK\x03\x04")[1:] if head.startswith(b"PK\x03\x04") else []
    return [p[26 : 26 + int.from_bytes(p[22:24], "little")] for p in pieces]


def _is_docx(head: bytes) -> bool:
    """Tell Word documents, and the older and the encrypted ones, which are refused by name."""
    office = {b"[Content_Types].xml", b"_rels/.rels", b"word/document.xml"}
    return head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") or not office.isdisjoint(
        _members(head)
    )


def _is_odt(head: bytes) -> bool:
    """Tell OpenDocument by the type that it names first, or by its members."""
    named = b"mimetypeapplication/vnd.oasis.opendocument" in head[:200]
    named = named or (head.lstrip()[:1] == b"<" and b"<office:document" in head)
    return named or {b"content.xml", b"META-INF/manifest.xml"} <= set(_members(head))


def _is_epub(head: bytes) -> bool:
    named = b"mimetypeapplication/epub+zip" in head[:200]
    return named or b"META-INF/container.xml" in _members(head)


def _is_pdf(head: bytes) -> bool:
    """Tell PDF: readers take what has its mark in the first 1,024 bytes."""
    return b"%PDF-" in head[:1024]


def _is_rtf(head: bytes) -> bool:
    return head.lstrip()[:5] == b"{\\rtf"


def _is_zip(head: bytes) -> bool:
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def _is_json(head: bytes) -> bool:
    """Tell JSON by an object, or a list of them, that begins it."""
    return _JSON.match(head) is not None


def _is_json_lines(head: bytes) -> bool:
    """Tell lines of JSON by a first one that is an object, with another one after it."""
    return _JSON_LINES.match(head) is not None


TEXT = Format("text", "Text", (".txt", ".text"), ("text/plain",), trusted=True)
DOCX = Format(
    "docx",
    "Word document",
    (".docx", ".docm", ".dotx", ".doc"),
    (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/msword",
    ),
    _is_docx,
)
ODT = Format(
    "odt",
    "OpenDocument text",
    (".odt", ".fodt", ".ott"),
    ("application/vnd.oasis.opendocument.text",),
    _is_odt,
)
EPUB = Format("epub", "E-book", (".epub",), ("application/epub+zip",), _is_epub, many=True)
PDF = Format("pdf", "PDF", (".pdf",), ("application/pdf",), _is_pdf)
RTF = Format("rtf", "Rich text", (".rtf",), ("application/rtf", "text/rtf"), _is_rtf)
HTML = Format(
    "html",
    "Web page",
    (".html", ".htm", ".xhtml", ".xht", ".shtml"),
    ("text/html", "application/xhtml+xml"),
    _looks_like_html,
)

FEED = Format(
    "feed",
    "Feed (RSS, Atom)",
    (".rss", ".atom", ".rdf"),
    ("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
    _is_feed,
    many=True,
)
JSON_FEED = Format(
    "jsonfeed", "JSON Feed", (), ("application/feed+json",), _is_json_feed, many=True
)
WARC = Format("warc", "Web archive (WARC)", (".warc",), ("application/warc",), _is_warc, many=True)
OPML = Format("opml", "List of feeds (OPML)", (".opml",), ("text/x-opml",), _is_opml)
MARKDOWN = Format("markdown", "Markdown", (".md", ".markdown"), ("text/markdown",))
MAIL = Format("mail", "E-mail", (".eml",), ("message/rfc822",), _is_mail)
MBOX = Format("mbox", "Mailbox", (".mbox",), ("application/mbox",), _is_mbox, many=True)

ZIP = Format(
    "zip",
    "Archive (ZIP)",
    (".zip",),
    ("application/zip", "application/x-zip-compressed"),
    _is_zip,
    many=True,
)
JSON_LINES = Format(
    "json_lines",
    "Lines of JSON",
    (".jsonl", ".ndjson"),
    ("application/jsonl", "application/x-ndjson"),
    _is_json_lines,
    many=True,
)
JSON = Format("json_record", "JSON", (".json",), ("application/json",), _is_json, many=True)
TABLE = Format(
    "table",
    "Table (CSV, TSV)",
    (".csv", ".tsv", ".tab"),
    ("text/csv", "text/tab-separated-values"),
    many=True,
)

FORMATS: tuple[Format, ...] = (
    EPUB,
    ODT,
    DOCX,
    PDF,
    RTF,
    HTML,
    FEED,
    JSON_FEED,
    OPML,
    WARC,
    MAIL,
    MBOX,
    MARKDOWN,
    ZIP,
    JSON_LINES,
    JSON,
    TABLE,
    TEXT,
)  # fmt: skip
"""In the order in which they are asked whether the bytes are theirs; text is what is left."""


def format_of(name: str, head: bytes, media_type: str = "") -> Format:
    """Return a file's format by its first bytes, else by what its server calls it or its suffix."""
    for known in FORMATS:
        if known.matches(head):
            return known
    for known in FORMATS:
        if media_type in known.media_types:
            return known
    suffix = "." + name.lower().rpartition(".")[2]
    return next((f for f in FORMATS if suffix in f.suffixes), TEXT)


def format_named(name: str) -> Format:
    """Return the format of that name; KeyError where there is none."""
    return {known.name: known for known in FORMATS}[name]


def module_of(known: Format) -> str:
    """Return the name of the module that reads a format."""
    return f"reader.formats.{known.name}"


def load(known: Format) -> Read:
    """Return what reads a format, with the libraries that it needs.

    It yields the articles in the file and what of it was refused. It may raise InputError where
    nothing can be read; anything else that it raises is damage of the file, for its caller to tell.
    """
    read: Read = import_module(module_of(known)).read
    return read
