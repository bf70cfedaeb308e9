"""ODT and flat ODT: the body of an OpenDocument text in its order, notes after their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reader.core.types import BlockKind
from reader.errors import InputError
from reader.formats.base import Composer, Item, Reading
from reader.formats.metadata import author, file_day
from reader.formats.package import Package, local, xml

_SPACES = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 100  # that one element may stand for
_LINE_ENDS = {"line-break": "\n", "tab": "\t"}
# What is no text of the document: lists of changes and of fields, comments, names of pictures.
_PASSED = frozenset(
    {
        *("tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "forms"),
        *("annotation", "note-citation", "title", "desc", "ruby-text", "table-of-content-source"),
        *("hidden-text", "hidden-paragraph", "scripts", "event-listeners"),
    }
)
_ANCHORED = frozenset({"text-box", "note-body", "p", "h", "list", "table"})
_STYLES: dict[str, BlockKind] = {
    "title": "title",
    "quotations": "quote",
    "caption": "caption",
    "illustration": "caption",
    "figure": "caption",
}
_DEEPEST_STYLE = 20

Node = Any  # lxml has no types


def read(data: bytes, reading: Reading) -> Iterator[Item]:
    """Yield the one article of an OpenDocument text."""
    roots = _roots(data, reading.source)
    body = next((b for r in roots for b in r.iterfind("{*}body/{*}text")), None)
    if body is None:
        raise InputError(reading.source, "this is an OpenDocument file, but no text")
    styles = _Styles()
    for root in roots:
        styles.take(root)
    walk = _Walk(styles)
    walk.blocks(body)
    composer = walk.composer
    if running := _running(roots):
        composer.notice("running-text", f"left out what stands on every page: {running}")
    meta = {local(m): m.text for r in roots for m in r.iterfind("{*}meta/*")}
    titled = any(block.kind == "title" for block in composer.blocks)
    yield composer.document(
        reading,
        "odt",
        title=None if titled else meta.get("title"),
        author=author(meta.get("initial-creator") or meta.get("creator")),
        published=file_day(meta.get("creation-date"), composer),
    )


def _roots(data: bytes, source: str) -> list[Node]:
    """Return the XML of the text, of its styles and of its metadata."""
    if not data.startswith(b"PK"):
        return [xml(data, source)]
    package = Package(data, source)
    if b"encryption-data" in (package.get("META-INF/manifest.xml") or b""):
        raise InputError(source, "it is encrypted; open it with its password and save it without")
    others = (package.get(name) for name in ("styles.xml", "meta.xml"))
    return [xml(part, source) for part in (package.read("content.xml"), *others) if part]


def _running(roots: list[Node]) -> str:
    """Return the words of headers and footers."""
    found: list[str] = []
    for root in roots:
        for page in root.iterfind("{*}master-styles/{*}master-page"):
            for part in page:
                words = " ".join(" ".join(p.itertext()) for p in part.iter("{*}p"))
                words = " ".join(words.split())
                if words and words not in found:
                    found.append(words)
    return "; ".join(found)


@dataclass(slots=True)
class _Styles:
    """Styles by their names: what each is based on, is called, and says."""

    parents: dict[str, str] = field(default_factory=dict)
    outlines: dict[str, int] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)

    def take(self, root: Node) -> None:
        """Add the styles that one of the files defines."""
        for node in (*root.iterfind("{*}styles/*"), *root.iterfind("{*}automatic-styles/*")):
            if local(node) != "style":
                continue
            name = _value(node, "name")
            self.parents[name] = _value(node, "parent-style-name")
            level = _value(node, "default-outline-level")
            if level.isdecimal():
                self.outlines[name] = int(level)
            if any(_value(p, "display") == "none" for p in node.iterfind("{*}text-properties")):
                self.hidden.add(name)

    def kind(self, name: str) -> tuple[BlockKind, int]:
        """Return what paragraphs of a style are, and their level."""
        for _ in range(_DEEPEST_STYLE):
            if name in self.outlines:
                return "heading", min(max(self.outlines[name], 1), 6)
            plain = name.replace("_20_", " ").lower()
            if plain in _STYLES:
                return _STYLES[plain], 0
            name = self.parents.get(name, "")
        return "paragraph", 0


class _Walk:
    """Walks the text and fills a composer."""

    def __init__(self, styles: _Styles) -> None:
        self._styles = styles
        self.composer = Composer()
        self._hidden = False

    def blocks(self, node: Node, kind: BlockKind | None = None) -> None:
        """Add the paragraphs below a node; `kind` is that of what is around them."""
        for child in node:
            self._block(child, kind)

    def _block(self, node: Node, kind: BlockKind | None) -> None:
        name = local(node)
        if name in {"p", "h"}:
            self._paragraph(node, kind)
        elif name == "table":
            self.blocks(node, kind or ("cell" if _is_table(node) else None))
        elif name in {"list", "numbered-paragraph"}:
            self.blocks(node, kind or "list_item")
        elif name == "section" and _value(node, "display") == "none":
            self._tell_hidden()
        elif name not in _PASSED:
            self.blocks(node, "note" if name == "note-body" else kind)

    def _paragraph(self, node: Node, kind: BlockKind | None) -> None:
        pieces: list[str] = []
        anchored: list[Node] = []
        self._inline(node, pieces, anchored)
        styled, level = self._styles.kind(_value(node, "style-name"))
        if local(node) == "h" and kind in {None, "list_item"}:
            outline = _value(node, "outline-level")
            styled, level = "heading", min(int(outline) if outline.isdecimal() else 1, 6)
            kind = None
        self.composer.add("".join(pieces), kind or styled, level=0 if kind else level)
        for inside in anchored:
            self._block(inside, kind)

    def _inline(self, node: Node, pieces: list[str], anchored: list[Node]) -> None:
        """Collect the words in a paragraph, and what is anchored in it."""
        pieces.append(_SPACES.sub(" ", node.text or ""))
        for child in node:
            name = local(child)
            if name in _LINE_ENDS:
                pieces.append(_LINE_ENDS[name])
            elif name == "s":
                count = _value(child, "c") or "1"
                pieces.append(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))
            elif name in _ANCHORED:
                anchored.append(child)
            elif _value(child, "style-name") in self._styles.hidden:
                self._tell_hidden()
            elif name and name not in _PASSED:
                self._inline(child, pieces, anchored)
            pieces.append(_SPACES.sub(" ", child.tail or ""))

    def _tell_hidden(self) -> None:
        if not self._hidden:
            self._hidden = True
            self.composer.notice("hidden-text", "left out text that its writer has hidden")


def _is_table(node: Node) -> bool:
    """Tell a table from a frame around text: it has more than one cell."""
    cells = node.iter("{*}table-cell")
    return next(cells, None) is not None and next(cells, None) is not None


def _value(node: Node, name: str) -> str:
    """Return an attribute by its name without namespace, "" where there is none."""
    for key, value in node.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""
