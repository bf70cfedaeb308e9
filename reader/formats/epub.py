"""EPUB: the chapters of a book or the articles of a magazine, in the order of its spine."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import unquote

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from reader.core.types import BlockKind
from reader.errors import InputError
from reader.formats.base import Composer, Item, Reading
from reader.formats.metadata import author, day
from reader.formats.package import Package, local, xml

_SPACES = re.compile(r"[ \t\r\n]+")
_FONT_ALGORITHMS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_FIRST_YEAR = 1980  # programs write the first century where they know no date
# By epub:type, or by the older guide: pages about the book.
_NO_ARTICLES = frozenset({"cover", "toc", "titlepage", "title-page", "halftitlepage", "landmarks"})
_PASSED = frozenset({"head", "script", "style", "rt", "rp", "svg", "nav", "template"})
_NOTE_MARKS = frozenset({"noteref", "backlink", "doc-noteref", "doc-backlink"})
_KINDS: dict[str, BlockKind] = {
    "li": "list_item",
    "td": "cell",
    "th": "cell",
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
}
_NOTES = frozenset({"footnote", "rearnote", "endnote", "footnotes", "endnotes", "rearnotes"})
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "body", "dd", "details", "div", "dl", "dt", "figure"),
        *("footer", "header", "hr", "main", "ol", "p", "pre", "section", "summary", "table"),
        *("tbody", "tfoot", "thead", "tr", "ul", "h1", "h2", "h3", "h4", "h5", "h6"),
        *_KINDS,
    }
)
_MARK = re.compile(r"[\s\[(]*[\d٠-٩*†‡]{1,3}[\s\])]*")

Node = Any  # lxml has no types


def read(data: bytes, reading: Reading) -> Iterator[Item]:
    """Yield each article: what an entry of the table of contents names, or the one there is."""
    book = _Book(Package(data, reading.source))
    groups = book.groups()
    articles: list[_Article] = []
    for number, names in enumerate(groups):
        reading.progress(number / len(groups))
        article = book.article(names)
        articles += [article] if article.composer.text else []
    if not articles:
        raise InputError(reading.source, "there is no text in it")
    if book.left_out:
        words = f"left out pages about the book: {', '.join(book.left_out)}"
        articles[0].composer.notice("front-matter", words)
    alone = len(articles) == 1
    for article in articles:
        yield article.composer.document(
            reading if alone else reading.inside(article.part),
            "epub",
            title=(book.named("title") if alone else None) or article.title,
            author=author(book.named("creator")),
            published=book.published(),
        )


@dataclass(frozen=True, slots=True)
class _Article:
    part: str
    title: str | None
    composer: Composer


class _Book:
    """What the package says of its chapters.

    Attributes:
        left_out: names of chapters that are no articles.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._opf_name = self._rootfile()
        self._opf = self._xml(self._opf_name)
        folder = posixpath.dirname(self._opf_name)
        self._items = {
            item.get("id"): (_joined(folder, item.get("href", "")), item.get("properties") or "")
            for item in self._opf.iterfind("{*}manifest/{*}item")
        }
        self._spine = self._chapters()
        self._refuse_locked()
        self._guide = {
            _joined(folder, r.get("href", "")): r.get("type", "")
            for r in self._opf.iterfind("{*}guide/{*}reference")
        }
        self._labels = self._contents()
        self.left_out: list[str] = []

    def named(self, name: str) -> str | None:
        """Return a property of the metadata, the first of that name."""
        found = self._opf.find(f"{{*}}metadata/{{*}}{name}")
        return None if found is None else found.text

    def published(self) -> date | None:
        """Return the day of publication."""
        for node in self._opf.iterfind("{*}metadata/{*}date"):
            event = next((v for k, v in node.attrib.items() if k.endswith("event")), "publication")
            found = day(node.text)
            if event == "publication" and found and found.year > _FIRST_YEAR:
                return found
        return None

    def groups(self) -> list[list[str]]:
        """Return the names of the chapters of each article.

        A file that the table of contents does not name goes on with the one before it.
        """
        groups: list[list[str]] = []
        for name in self._spine:
            if not groups or name in self._labels or not self._labels:
                groups.append([])
            groups[-1].append(name)
        return groups

    def article(self, names: list[str]) -> _Article:
        """Read the chapters of an article."""
        composer = Composer()
        for name in names:
            root, mended = self._chapter(name)
            if mended:
                composer.notice("mended", f"{name} is not well-formed; some of it may be missing")
            if self._is_about_the_book(name, root):
                if "".join(root.itertext()).strip():
                    self.left_out.append(name)
                continue
            _Chapter(composer, name).walk(root)
        return _Article(names[0], self._labels.get(names[0]), composer)

    def _is_about_the_book(self, name: str, root: Node) -> bool:
        """Tell covers and title pages: they are marked so, or say what the metadata says."""
        if self._guide.get(name) in _NO_ARTICLES or _types(root) & _NO_ARTICLES:
            return True
        said = {" ".join((m.text or "").split()) for m in self._opf.iterfind("{*}metadata/*")}
        body = next(root.iter("{*}body"), None)
        words = [] if body is None else [" ".join(text.split()) for text in body.itertext()]
        return any(words) and {word for word in words if word} <= said

    def _rootfile(self) -> str:
        container = self._xml("META-INF/container.xml")
        found = container.find(".//{*}rootfile")
        if found is None:
            raise InputError(self._package.source, "it is damaged: it does not name its contents")
        return str(found.get("full-path", ""))

    def _chapters(self) -> list[str]:
        """Return the names of the chapters in the order of reading, each once."""
        spine = self._opf.iterfind("{*}spine/{*}itemref")
        found = (self._items.get(ref.get("idref"), ("", "")) for ref in spine)
        return list(dict.fromkeys(n for n, p in found if "nav" not in p and n in self._package))

    def _refuse_locked(self) -> None:
        """Refuse a book whose chapters are encrypted; fonts may be."""
        locked = self._package.get("META-INF/encryption.xml")
        if locked is None:
            return
        for node in self._parsed(locked).iter("{*}EncryptedData"):
            method, target = node.find("{*}EncryptionMethod"), node.find(".//{*}CipherReference")
            algorithm = "" if method is None else method.get("Algorithm", "")
            name = "" if target is None else unquote(target.get("URI", ""))
            if algorithm not in _FONT_ALGORITHMS and name in self._spine:
                raise InputError(
                    self._package.source,
                    "it is protected against copying (DRM); open it in the shop's program",
                )

    def _contents(self) -> dict[str, str]:
        """Return the titles of the chapters that the table of contents names at its top."""
        for name, properties in self._items.values():
            if name not in self._package:
                continue
            if "nav" in properties.split():
                return self._entries(name, "nav", "a", "href")
            if name.endswith(".ncx"):
                return self._entries(name, "navMap", "content", "src")
        return {}

    def _entries(self, name: str, around: str, link: str, attribute: str) -> dict[str, str]:
        root, _ = self._chapter(name)
        labels: dict[str, str] = {}
        for entries in list(root.iter(f"{{*}}{around}"))[:1]:
            listed = entries.find("{*}ol") if around == "nav" else entries
            for entry in () if listed is None else listed:
                target = next(entry.iter(f"{{*}}{link}"), None)
                if target is not None:
                    chapter = _joined(posixpath.dirname(name), target.get(attribute, ""))
                    label = target if around == "nav" else entry.find("{*}navLabel")
                    words = "" if label is None else " ".join("".join(label.itertext()).split())
                    labels.setdefault(chapter, words)
        return labels

    def _chapter(self, name: str) -> tuple[Node, bool]:
        """Return the root of a chapter, and whether it had to be mended."""
        data = self._package.read(name)
        try:
            return self._parsed(data), False
        except InputError:
            return _mended(data), True

    def _xml(self, name: str) -> Node:
        return self._parsed(self._package.read(name))

    def _parsed(self, data: bytes) -> Node:
        return xml(data, self._package.source)


def _mended(data: bytes) -> Node:
    """Return the root of a chapter that is not well-formed, as a browser takes it."""
    try:
        data.decode("utf-8")
        encoding = "utf-8"
    except UnicodeDecodeError:
        encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "windows-1256"
    parser = HTMLParser(encoding=encoding, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(data, parser=parser)
    except (etree.ParserError, ValueError):
        return etree.Element("html")


def _joined(folder: str, href: str) -> str:
    """Return the name of a member that a reference in a folder's file is to."""
    path = unquote(href.partition("#")[0])
    return posixpath.normpath(posixpath.join(folder, path)) if path else ""


def _types(root: Node) -> set[str]:
    """Return what a chapter says that it is, on its body or the one section in it."""
    body = next(root.iter("{*}body"), None)
    if body is None:
        return set()
    sections = list(body)
    return _roles(body) | (_roles(sections[0]) if len(sections) == 1 else set())


def _roles(node: Node) -> set[str]:
    """Return the epub:type and the role of an element, in words."""
    found = (v for k, v in node.attrib.items() if k.rpartition("}")[2] in {"type", "role"})
    return {word for value in found for word in value.split()}


class _Chapter:
    """Walks a chapter's elements and adds its blocks."""

    def __init__(self, composer: Composer, part: str) -> None:
        self._composer = composer
        self._part = part
        self._pieces: list[str] = []

    def walk(self, root: Node) -> None:
        """Add the blocks of a chapter."""
        for body in list(root.iter("{*}body"))[:1]:
            self._inside(body, "paragraph", 0)
            self._flush("paragraph", 0)

    def _inside(self, node: Node, kind: BlockKind, level: int) -> None:
        """Take the words of an element and of what is in it."""
        self._pieces.append(node.text or "")
        for child in node:
            self._child(child, kind, level)
            self._pieces.append(child.tail or "")

    def _child(self, child: Node, kind: BlockKind, level: int) -> None:
        name = local(child)
        if child.tag is etree.Entity:
            self._pieces.append(_character(child.text))
        elif name == "br":
            self._flush(kind, level)
        elif name in _BLOCKS:
            self._flush(kind, level)
            inner = self._kind(child, name, kind)
            self._inside(child, *inner)
            self._flush(*inner)
        elif name and name not in _PASSED and not _is_mark(child, name):
            self._inside(child, kind, level)

    def _kind(self, node: Node, name: str, around: BlockKind) -> tuple[BlockKind, int]:
        """Return what the text of a block element is."""
        if name[0] == "h" and name[1:].isdigit():
            return "heading", int(name[1])
        if _roles(node) & _NOTES or around == "note":
            return "note", 0
        return _KINDS.get(name, around if around != "heading" else "paragraph"), 0

    def _flush(self, kind: BlockKind, level: int) -> None:
        """Add what was taken as a block; white space in it counts as in a browser."""
        words = _SPACES.sub(" ", "".join(self._pieces))
        self._pieces.clear()
        self._composer.add(words, kind, level=level, part=self._part)


def _is_mark(node: Node, name: str) -> bool:
    """Tell the sign in the text that stands for a note, and the one at the note."""
    if _roles(node) & _NOTE_MARKS:
        return True
    linked = name == "a" and "#" in node.get("href", "")
    return linked and _MARK.fullmatch("".join(node.itertext())) is not None


def _character(entity: str) -> str:
    """Return the character of HTML that an entity names, nothing for others."""
    found = html.unescape(entity)
    return "" if found == entity else found
