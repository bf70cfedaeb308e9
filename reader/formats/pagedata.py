"""What a web page's metadata says of it: title, author, day, address.

Only what is written for programs counts for a day: libraries that guess it from the words of the
page take «31 تشرين الأول 2017» for the first of January.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin

from lxml.html import HtmlElement

from reader.formats.days import machine_day

_ARTICLES = re.compile(r"Article|Posting|WebPage|Report|Review$")
_PUBLISHED = (
    "article:published_time", "datepublished", "og:published_time", "parsely-pub-date",
    "sailthru.date", "publishdate", "publish_date", "publish-date", "pubdate", "publication_date",
    "article.published", "dc.date.issued", "dcterms.issued", "citation_publication_date",
    "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "date",
)  # fmt: skip
_AUTHOR = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "citation_author",
)  # fmt: skip
_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title")
# What programs write where they were told no title.
_NO_TITLES = frozenset({"", "- no title specified", "no title", "unknown", "untitled",
                        "untitled document", "document"})  # fmt: skip
# Their metadata dates the file, not what is in it.
_OFFICES = ("libreoffice", "openoffice", "microsoft word")
_PERMALINK = re.compile(r"^[¶#]$")  # of a heading, shown when the mouse is over it
_BLANKS = re.compile(r"\s+")
_LONGEST = 1_000_000  # characters of JSON that are read
_VALUES = 20_000  # of it that are looked at


@dataclass(frozen=True, slots=True)
class PageData:
    """What the page says of itself; None where it does not."""

    title: str | None
    author: str | None
    published: date | None
    address: str | None


def page_data(root: HtmlElement, source: str) -> PageData:
    """Return what a page's metadata says; `source` is its address, if it has one."""
    metas = _metas(root)
    records = list(_records(root))
    return PageData(
        _title(root, metas, records),
        _author(root, metas, records),
        _published(root, metas, records),
        _address(root, metas, source),
    )


def squeezed(words: str) -> str:
    """Return words with one space between them."""
    return _BLANKS.sub(" ", words).strip()


def _metas(root: HtmlElement) -> dict[str, str]:
    """Return the page's meta elements by their name, the first of each."""
    metas: dict[str, str] = {}
    for element in root.iter("meta"):
        content = element.get("content")
        for key in ("property", "name", "itemprop"):
            if content and (name := element.get(key)):
                metas.setdefault(name.strip().lower(), content)
    return metas


def _records(root: HtmlElement) -> Iterator[dict[str, object]]:
    """Yield what JSON-LD says of articles."""
    for script in root.iter("script"):
        source = script.text or ""
        if "ld+json" not in script.get("type", "") or len(source) > _LONGEST:
            continue
        with suppress(ValueError, RecursionError):
            yield from _articles(json.loads(source))


def _articles(value: object) -> Iterator[dict[str, object]]:
    """Yield the objects of articles in a JSON value, the outermost first."""
    waiting = [value]
    for place in range(_VALUES):
        if place >= len(waiting):
            return
        item = waiting[place]
        if isinstance(item, dict):
            if _ARTICLES.search(str(item.get("@type", ""))):
                yield item
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item


def _title(
    root: HtmlElement, metas: dict[str, str], records: Sequence[dict[str, object]]
) -> str | None:
    """Return the page's heading where its metadata begins like it, else what that says.

    The metadata alone often adds the name of the site.
    """
    titles = [str(r["headline"]) for r in records if isinstance(r.get("headline"), str)]
    titles += [metas[name] for name in _TITLE if name in metas]
    titles += [_text(e) for e in root.iter("title") if e.getparent() is not None][:1]
    titles = [squeezed(title) for title in titles if title.strip()]
    titles = [title for title in titles if title.lower() not in _NO_TITLES]
    headings = [heading for h in root.iter("h1") if (heading := squeezed(_text(h)))]
    named = [heading for heading in headings if any(heading in title for title in titles)]
    if named:
        return max(named, key=len)  # the others name the site
    if titles:
        return titles[0]
    return headings[0] if len(headings) == 1 else None


def _author(
    root: HtmlElement, metas: dict[str, str], records: Sequence[dict[str, object]]
) -> str | None:
    for record in records:
        if names := list(dict.fromkeys(_names(record.get("author")))):
            return "، ".join(names)
    for name in _AUTHOR:
        if (author := squeezed(metas.get(name, ""))) and "://" not in author:
            return author
    for element in root.iter("a", "span", "div", "p", "address"):
        if element.get("rel") == "author" or element.get("itemprop") == "author":
            author = squeezed(_text(element))
            if 0 < len(author) <= 100:
                return author
    return None


def _names(author: object) -> Iterator[str]:
    for one in author if isinstance(author, list) else [author]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and (words := squeezed(name)) and "://" not in words:
            yield words


def _published(
    root: HtmlElement, metas: dict[str, str], records: Sequence[dict[str, object]]
) -> date | None:
    stamps = [str(record.get("datePublished") or "") for record in records]
    writer = metas.get("generator") or metas.get("dcterms.source") or ""
    if not any(office in writer.lower() for office in _OFFICES):
        stamps += [metas.get(name, "") for name in _PUBLISHED]
    times = list(root.iter("time"))
    stamps += [
        time.get("datetime", "")
        for time in times
        if time.get("itemprop") == "datePublished" or time.get("pubdate") is not None
    ]
    stamps += [e.get("title", "") for e in root.iter("abbr") if "published" in _classes(e)]
    for stamp in stamps:
        if day := machine_day(stamp):
            return day
    return _only_day(next(root.iter("article"), None)) or _only_day(root)


def _only_day(scope: HtmlElement | None) -> date | None:
    """Return the day of the time elements in a part of a page, where all are of one."""
    days = (
        {machine_day(t.get("datetime")) for t in scope.iter("time")} if scope is not None else set()
    )
    days.discard(None)
    return days.pop() if len(days) == 1 else None


def _address(root: HtmlElement, metas: dict[str, str], source: str) -> str | None:
    base = source if source.startswith(("http://", "https://")) else ""
    named = [link.get("href", "") for link in root.iter("link") if _is_canonical(link)]
    for address in (*named, metas.get("og:url", ""), base):
        with suppress(ValueError):
            whole = str(urljoin(base, address.strip()))
            if whole.startswith(("http://", "https://")):
                return whole
    return None


def _is_canonical(link: HtmlElement) -> bool:
    return "canonical" in link.get("rel", "").lower().split()


def _classes(element: HtmlElement) -> list[str]:
    return str(element.get("class", "")).split()


def _text(element: HtmlElement) -> str:
    return "".join(_PERMALINK.sub("", text) for text in element.itertext())
