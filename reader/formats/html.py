"""Web pages: the article that a page is for, or all that is seen of it.

Which lines are the article's is asked of trafilatura; the lines themselves are the page's own,
so that not a letter is changed. To know them again, a letter that no Arabic text holds is put
before each piece of text in the tree that trafilatura gets.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.metadata import extract_author
from trafilatura.settings import Document as Extracted

from reader.formats.base import Composer, Item, Reading
from reader.formats.charset import read_as
from reader.formats.markup import Line, Page, page_of, tell
from reader.formats.pagedata import PageData, page_data, squeezed

_FIRST_MARK, _MARKS = 0x20000, 10_000  # CJK Extension B; pages of more are no articles
_MARK = re.compile("[\U00020000-\U0002a6df]")
_LONG_RUN = re.compile(
    r"([\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]{30})[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]+"
)
_CONTROL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # not in a tree
_META = re.compile(
    rb"""<meta[^<>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})|"""
    rb"""<\?xml[^<>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_HEAD = 8192  # bytes in which a page says what it is written in; browsers read 1024
_DEEPEST = 200  # elements in each other in which an article is looked for
_FURNITURE = ("nav", "aside", "footer", "form", "iframe", "button", "menu", "frameset")
_LINKED = 0.3  # of the letters of a page; more is a list of links

# What it logs is told to nobody.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def read(data: bytes, reading: Reading) -> Iterator[Item]:
    """Yield the one article of a page."""
    read_in = read_as(data, reading.source, chosen=reading.encoding, declared=declared(data))
    page = page_of(read_in.text)
    composer = Composer()
    if read_in.notice:
        composer.notice(read_in.notice.code, read_in.notice.words)
    tell(page, composer)
    about = _about(page, reading.source)
    lines = page.lines if reading.whole else _article(page, composer)
    for line in _titled(lines, page, about):
        composer.add(line.words, line.kind, level=line.level)
    yield composer.document(
        reading,
        "html",
        title=about.title,
        published=about.published,
        author=about.author,
        address=about.address,
        encoding=read_in.encoding,
    )


def declared(data: bytes) -> str | None:
    """Return the encoding that a page says it is in."""
    found = _META.search(data[:_HEAD])
    label = (found[1] or found[2]) if found else None
    return label.decode("ascii", "replace") if label else None


def _about(page: Page, source: str) -> PageData:
    if page.root is None:
        return PageData(None, None, None, None)
    about = page_data(page.root, source)
    if about.author is None and _is_searched(page) and not _is_plain(page):
        return replace(about, author=_byline(page.root))
    return about


def _byline(root: HtmlElement) -> str | None:
    """Return the author that the page shows, where trafilatura finds one."""
    try:
        return extract_author(root)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - see below
        return None


def _titled(lines: list[Line], page: Page, about: PageData) -> list[Line]:
    """Put the page's heading first where it is not among the lines, and call it the title."""
    title = next(
        (line for line in page.lines if line.level == 1 and squeezed(line.words) == about.title),
        None,
    )
    if title is None:
        return lines
    title.kind, title.level = "title", 0
    if all(line is not title for line in lines):
        return [title, *lines]
    before = next(place for place, line in enumerate(lines) if line is title)
    # A heading of its rank before it names the site.
    return [line for line in lines[:before] if line.level != 1] + lines[before:]


def _article(page: Page, composer: Composer) -> list[Line]:
    """Return the lines of the page's article, or all where it has none."""
    if page.root is None or _is_plain(page):
        return page.lines
    if not _is_searched(page):
        composer.notice("no-article", "the page is too large to look for its article; all is read")
        return page.lines
    sizes = [len(slot.text.strip()) for slot in page.slots]
    kept = _kept(page.root, page)
    lines = [
        line
        for line in page.lines
        if sum(sizes[s] for s in line.slots if s in kept) * 2 >= sum(sizes[s] for s in line.slots)
    ]
    if not lines:
        composer.notice("no-article", "no article was found in the page; all of it is read")
        return page.lines
    left = sum(len(line.words.split()) for line in page.lines)
    left -= sum(len(line.words.split()) for line in lines)
    if left > 0:
        words = f"{left} words of the page stand outside its article and are left out"
        composer.notice("rest-of-page", words)
    return lines


def _is_searched(page: Page) -> bool:
    """Tell whether the page is of a size in which trafilatura finds anything soon."""
    return page.depth <= _DEEPEST and len(page.slots) <= _MARKS


def _is_plain(page: Page) -> bool:
    """Tell whether the page is a document and nothing else: no menus, forms, lists of links."""
    root = page.root
    if root is None or next(root.iter(*_FURNITURE), None) is not None:
        return False
    letters = sum(len(line.words) for line in page.lines)
    linked = sum(len("".join(link.itertext())) for link in root.iter("a") if link.get("href"))
    return linked <= letters * _LINKED


def _kept(root: HtmlElement, page: Page) -> set[int]:
    """Return the slots whose text is the article's. The tree is of no more use after that."""
    for number, slot in enumerate(page.slots):
        text = _LONG_RUN.sub(r"\1", _MARK.sub("\u3007", _CONTROL.sub("", slot.text)))
        marked = chr(_FIRST_MARK + number) + text
        if slot.tail:
            slot.element.tail = marked
        else:
            slot.element.text = marked
    try:
        found = bare_extraction(root, include_comments=False, include_tables=True)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - trafilatura may stumble over an odd tree; all is read then
        return set()
    if not isinstance(found, Extracted):
        return set()
    return {ord(mark) - _FIRST_MARK for mark in _MARK.findall("".join(found.body.itertext()))}
