"""DOCX: the body of a Word document in its order, notes and text boxes after their paragraphs.

python-docx is not asked: it unpacks all of a file without bounds, and its paragraphs leave out
what lies in content controls, text boxes, tracked insertions and notes.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from reader.core.types import BlockKind
from reader.errors import InputError
from reader.formats.base import Composer, Item, Reading
from reader.formats.metadata import author, file_day
from reader.formats.package import Package, local, xml

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PASSED = frozenset(
    {"del", "moveFrom", "rPr", "pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "rt"}
)
_ANCHORED = frozenset({"txbxContent", "footnoteReference", "endnoteReference"})
_CHARACTERS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011"}
_STYLES: tuple[tuple[str, BlockKind], ...] = (
    ("title", "title"),
    ("list", "list_item"),
    ("quote", "quote"),
    ("intense quote", "quote"),
    ("block text", "quote"),
    ("caption", "caption"),
)
_DEEPEST_STYLE = 20  # styles are based on each other, damaged ones in circles

Node = Any  # lxml has no types


def read(data: bytes, reading: Reading) -> Iterator[Item]:
    """Yield the one article of a Word document."""
    if data.startswith(_OLE):
        raise InputError(reading.source, _refusal(data))
    parts = _Parts(Package(data, reading.source))
    body = _Body(parts)
    body.walk(parts.main.find("{*}body"))
    composer = body.composer
    if running := parts.running():
        composer.notice("running-text", f"left out what stands on every page: {running}")
    properties = parts.properties()
    titled = any(block.kind == "title" for block in composer.blocks)
    yield composer.document(
        reading,
        "docx",
        title=None if titled else properties.get("title"),
        author=author(properties.get("creator")),
        published=file_day(properties.get("created"), composer),
    )


def _refusal(data: bytes) -> str:
    """Say what an OLE file is that has a Word document's name."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "it is encrypted; open it with its password and save it without one"
    return "this is a file of Word 97 to 2003 (.doc) or the like; save it as DOCX"


class _Parts:
    """The XML files of the package, by what the document says that they are."""

    def __init__(self, package: Package) -> None:
        self._package = package
        main = self._targets("", "officeDocument")
        if not main:
            raise InputError(package.source, "it is damaged: it does not name its document")
        self.main = self._xml(main[0])
        if local(self.main) != "document":
            raise InputError(package.source, "this is no text but another file of Office")
        self._main_name = main[0]
        self.styles = _Styles(self._first("styles"))
        self.notes = {
            f"{kind}Reference": {_value(note, "id"): note for note in self._first(f"{kind}s")}
            for kind in ("footnote", "endnote")
        }

    def running(self) -> str:
        """Return the words of headers and footers."""
        names = (
            *self._targets(self._main_name, "header"),
            *self._targets(self._main_name, "footer"),
        )
        found = []
        for name in names:
            if name in self._package:
                words = " ".join(
                    "".join(t.text or "" for t in self._xml(name).iter("{*}t")).split()
                )
                if words and words not in found:
                    found.append(words)
        return "; ".join(found)

    def properties(self) -> dict[str, str]:
        """Return the core properties by name."""
        for name in self._targets("", "core-properties"):
            if name in self._package:
                return {local(p): p.text.strip() for p in self._xml(name) if p.text}
        return {}

    def _first(self, kind: str) -> Node:
        """Return the root of a part, an empty one where the document has none."""
        for name in self._targets(self._main_name, kind):
            if name in self._package:
                return self._xml(name)
        return etree.Element("none")

    def _targets(self, part: str, kind: str) -> list[str]:
        """Return the names of what a part relates to by a kind of relationship."""
        folder, name = posixpath.split(part)
        relations = self._package.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        if relations is None:
            return []
        return [
            posixpath.normpath(posixpath.join(folder, relation.get("Target", ""))).lstrip("/")
            for relation in self._xml_of(relations)
            if local(relation) == "Relationship"
            and relation.get("Type", "").rpartition("/")[2] == kind
            and relation.get("TargetMode") != "External"
        ]

    def _xml(self, name: str) -> Node:
        return self._xml_of(self._package.read(name))

    def _xml_of(self, data: bytes) -> Node:
        return xml(data, self._package.source)


@dataclass(frozen=True, slots=True)
class _Style:
    kind: BlockKind
    level: int = 0


class _Styles:
    """Paragraph styles: which kind of block each makes."""

    def __init__(self, root: Node) -> None:
        self._nodes = {_value(s, "styleId"): s for s in root if local(s) == "style"}
        self._known: dict[str | None, _Style] = {}

    def of(self, name: str | None) -> _Style:
        """Return what paragraphs of a style are."""
        if name not in self._known:
            self._known[name] = self._resolved(name)
        return self._known[name]

    def _resolved(self, name: str | None) -> _Style:
        for _ in range(_DEEPEST_STYLE):
            node = self._nodes.get(name)
            if node is None:
                break
            if told := self._told(node):
                return told
            name = _child(node, "basedOn")
        return _Style("paragraph")

    def _told(self, node: Node) -> _Style | None:
        """Return what a style says itself, not what it is based on."""
        named = (_child(node, "name") or "").lower()
        if named.startswith("heading ") and named[8:].isdecimal():
            return _Style("heading", min(int(named[8:]), 6) or 1)
        for start, kind in _STYLES:
            if named == start or (start == "list" and named.startswith("list ")):
                return _Style(kind)
        properties = node.find("{*}pPr")
        return None if properties is None else _outlined(properties)


def _outlined(properties: Node) -> _Style | None:
    """Return what the properties of a style or paragraph say: a heading or a list item."""
    outline = _child(properties, "outlineLvl")
    if outline is not None and outline.isdecimal() and int(outline) < 9:
        return _Style("heading", min(int(outline) + 1, 6))
    numbering = properties.find("{*}numPr")
    if numbering is not None and _child(numbering, "numId") not in {None, "0"}:
        return _Style("list_item")
    return None


class _Body:
    """Walks the document and fills a composer."""

    def __init__(self, parts: _Parts) -> None:
        self._parts = parts
        self.composer = Composer()
        self._hidden = False

    def walk(self, node: Node, kind: BlockKind | None = None) -> None:
        """Add the paragraphs below a node; `kind` is that of the table or note around them."""
        if node is None:
            return
        for child in node:
            name = local(child)
            if name == "p":
                self._paragraph(child, kind)
            elif name == "tbl":
                self.walk(child, kind or ("cell" if _is_table(child) else None))
            elif name == "AlternateContent":
                self.walk(_chosen(child), kind)
            elif name == "altChunk":
                self.composer.notice("embedded", "left out a document that is embedded in this one")
            elif name and name not in _PASSED:
                self.walk(child, kind)

    def _paragraph(self, node: Node, kind: BlockKind | None) -> None:
        pieces: list[str] = []
        anchored: list[Node] = []
        self._inline(node, pieces, anchored)
        style = _Style(kind) if kind else self._style(node)
        self.composer.add("".join(pieces), style.kind, level=style.level)
        for node_inside in anchored:
            self._anchored(node_inside, kind)

    def _style(self, node: Node) -> _Style:
        properties = node.find("{*}pPr")
        if properties is None:
            return self._parts.styles.of(None)
        styled = self._parts.styles.of(_child(properties, "pStyle"))
        return (styled.kind == "paragraph" and _outlined(properties)) or styled

    def _anchored(self, node: Node, kind: BlockKind | None) -> None:
        name = local(node)
        if name == "txbxContent":
            self.walk(node, kind)
            return
        note = self._parts.notes[name].pop(_value(node, "id"), None)
        self.walk(note, "note")

    def _inline(self, node: Node, pieces: list[str], anchored: list[Node]) -> None:
        """Collect the words below a node of a paragraph, and what is anchored in it."""
        for child in node:
            name = local(child)
            if name == "t":
                pieces.append(child.text or "")
            elif name in _CHARACTERS:
                pieces.append(_CHARACTERS[name])
            elif name == "br":
                pieces.append("\n" if _value(child, "type") in {None, "textWrapping"} else " ")
            elif name in _ANCHORED:
                anchored.append(child)
            elif name == "AlternateContent":
                if (chosen := _chosen(child)) is not None:
                    self._inline(chosen, pieces, anchored)
            elif name == "r" and _is_hidden(child):
                self._tell_hidden(child)
            elif name and name not in _PASSED:
                self._inline(child, pieces, anchored)

    def _tell_hidden(self, run: Node) -> None:
        if not self._hidden and any(t.text for t in run.iter("{*}t")):
            self._hidden = True
            self.composer.notice("hidden-text", "left out text that its writer has hidden")


def _is_table(node: Node) -> bool:
    """Tell a table from a frame around text: it has more than one cell."""
    cells = node.iterfind("{*}tr/{*}tc")
    return next(cells, None) is not None and next(cells, None) is not None


def _chosen(node: Node) -> Node:
    """Return the one of several versions of a drawing that is read."""
    chosen = node.find("{*}Choice")
    return node.find("{*}Fallback") if chosen is None else chosen


def _is_hidden(run: Node) -> bool:
    properties = run.find("{*}rPr")
    vanish = None if properties is None else properties.find("{*}vanish")
    return vanish is not None and _value(vanish, "val") not in {"0", "false", "off"}


def _child(node: Node, name: str) -> str | None:
    """Return the value of a child element: <w:name w:val="..."/>."""
    found = node.find(f"{{*}}{name}")
    return None if found is None else _value(found, "val")


def _value(node: Node, name: str) -> str | None:
    """Return an attribute by its name without namespace."""
    for key, value in node.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None
