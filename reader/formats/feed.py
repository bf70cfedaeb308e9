"""RSS and Atom: every entry of a feed is an article, in full where the feed gives it so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from urllib.parse import urljoin

import feedparser

from reader.core.types import Notice
from reader.errors import InputError
from reader.formats.base import Composer, Item, Reading
from reader.formats.charset import xml_text
from reader.formats.days import machine_day
from reader.formats.markup import compose, page_of

_FIRST_TAG = re.compile(r"<\w")
# An entity that stands for anything but one character.
_ENTITY = re.compile(r"""<!ENTITY\s+[^%\s"'>]+\s+(?:["'](?!&#\w{1,7};["'])|SYSTEM|PUBLIC)""")
# RSS: a@x.example (name); feedparser makes of Atom: name (a@x.example)
_WITH_MAIL = re.compile(
    r"[^\s()@]{1,99}@[^\s()@]{1,99} ?\((?P<after>[^()]+)\)"
    r"|(?P<before>[^()@]+)\([^\s()@]{1,99}@[^\s()@]{1,99}\)"
)
_PLAIN = "text/plain"
_UTF8 = {"content-type": "application/xml; charset=utf-8"}
_DAYS = ("published", "created", "updated")


def read(data: bytes, reading: Reading) -> Iterator[Item]:
    """Yield the entries of a feed, in its order.

    Raises:
        InputError: it is no feed, holds no article, or defines entities.
    """
    read_in = xml_text(data, reading.source, reading.encoding)
    first = _FIRST_TAG.search(read_in.text)
    if first and _ENTITY.search(read_in.text, 0, first.start()):
        raise InputError(reading.source, "it defines entities, as no feed needs to; it is not read")
    source = read_in.text.encode("utf-8", "replace")
    feed = feedparser.parse(
        BytesIO(source), sanitize_html=False, resolve_relative_uris=False, response_headers=_UTF8
    )
    notices = [read_in.notice] if read_in.notice else []
    if feed.get("bozo"):
        words = "the feed is damaged; what of it could be read is read"
        notices.append(Notice("damaged-feed", words))
    if not feed.entries:
        raise InputError(reading.source, "there is no article in this feed")
    base = str(feed.feed.get("link", "")) or reading.source
    for number, entry in enumerate(feed.entries, start=1):
        yield _item(entry, reading.inside(str(number)), base, read_in.encoding, notices)


def _item(
    entry: Mapping[str, object],
    reading: Reading,
    base: str,
    encoding: str,
    notices: list[Notice],
) -> Item:
    composer = Composer()
    composer.notices += notices
    title = words_of(_detail(entry.get("title_detail")))
    if title:
        composer.add(title, "title")
    compose_entry(_body(entry), composer)
    days = (machine_day(str(entry.get(name))) for name in _DAYS if name in entry)
    try:
        return composer.document(
            reading,
            "feed",
            title=title,
            published=next((day for day in days if day), None),
            author=_author(entry),
            address=web_address(base, str(entry.get("link") or "")),
            encoding=encoding,
        )
    except InputError as error:
        return error


def _author(entry: Mapping[str, object]) -> str:
    """Return who wrote an entry, without an address of mail where there is a name."""
    author = str(entry.get("author") or "").strip()
    named = _WITH_MAIL.fullmatch(author)
    return (named["after"] or named["before"]).strip() if named else author


def words_of(written: tuple[str, str]) -> str:
    """Return a title that is given as (type, value) in one line, without its markup."""
    kind, value = written
    if kind == _PLAIN:
        return " ".join(value.split())
    return " ".join(line.words for line in page_of(value).lines)


def compose_entry(written: tuple[str, str], composer: Composer) -> None:
    """Add what an entry holds, given as (type, value), to a document."""
    kind, value = written
    if kind == _PLAIN:
        composer.add(value)
    else:
        compose(value, composer)


def web_address(base: str, address: str) -> str | None:
    """Return the address that one in a feed stands for; None where it is not of the web."""
    try:
        whole = str(urljoin(base, address.strip())) if address.strip() else ""
    except ValueError:
        return None
    return whole if whole.startswith(("http://", "https://")) else None


def _body(entry: Mapping[str, object]) -> tuple[str, str]:
    """Return the fullest that an entry gives of its article."""
    contents = entry.get("content")
    given = [_detail(content) for content in (contents if isinstance(contents, list) else [])]
    given.append(_detail(entry.get("summary_detail")))
    texts = [one for one in given if one[0].startswith("text/") or "html" in one[0]]
    return max(texts, key=lambda one: len(one[1]), default=(_PLAIN, ""))


def _detail(detail: object) -> tuple[str, str]:
    if not isinstance(detail, Mapping):
        return _PLAIN, ""
    return str(detail.get("type") or _PLAIN), str(detail.get("value") or "")
