"""HTML into lines of text, as a browser that runs no script and loads nothing shows them.

The parser (lxml) drops text in elements that lie too deep in each other, and is slow on tags with
very many attributes; neither is told. So `scan` first goes over the source once, in time that
grows with its length alone, and what the parser kept is held against what the scan saw.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from reader.core.types import BlockKind
from reader.formats.base import Composer

_DEEP = 2000  # elements in each other; from 2048 on the parser drops them
_MOST_UNSEEN = 64  # elements in each other that are told apart where none is seen
_MOST_ATTRIBUTES = 1000  # of one tag; the parser's time grows with their square

# What is never shown: programs, styles, what only other media or older programs show.
_UNSEEN = frozenset({
    "applet", "audio", "canvas", "datalist", "desc", "embed", "head", "iframe", "metadata",
    "noembed", "noframes", "noscript", "object", "script", "style", "template", "title", "video",
})  # fmt: skip
# Elements whose content holds no tags.
_RAW = frozenset({
    "iframe", "noembed", "noframes", "noscript", "script", "style", "textarea", "title", "xmp",
})  # fmt: skip
_KINDS: dict[str, BlockKind] = {
    "blockquote": "quote", "caption": "caption", "dd": "list_item", "dt": "list_item",
    "figcaption": "caption", "li": "list_item", "td": "cell", "th": "cell",
    "h1": "heading", "h2": "heading", "h3": "heading",
    "h4": "heading", "h5": "heading", "h6": "heading",
}  # fmt: skip
_LINES = frozenset({
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre",
    "search", "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th",
    "thead", "tr", "ul",
})  # fmt: skip
# Parts of a page in a cell that is there to lay the page out.
_PARTS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "ol", "table", "ul"})
_APART = frozenset({"img", "input", "picture", "svg", "math", "meter", "progress"})  # part words
_AS_WRITTEN = frozenset({"pre", "textarea", "listing", "xmp"})
_PERMALINKS = frozenset({"¶", "#"})  # of a heading, shown when the mouse is over it
_BULLETS = re.compile(r"[•‣◦▪●○■□]+\s*")  # written where the list has marks of its own
_HIDDEN = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_TOKEN = re.compile(r"<!--|-->|<[/!?a-zA-Z]|[>\"']")
_NAME = re.compile(r"/?([a-zA-Z][a-zA-Z0-9:-]{0,30})")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the tree that holds text: before an element's children, or after the element."""

    element: HtmlElement
    tail: bool

    @property
    def text(self) -> str:
        """What stands there."""
        return (self.element.tail if self.tail else self.element.text) or ""


@dataclass(slots=True)
class Line:
    """A line of the page.

    Attributes:
        slots: where its text stands, by their indices in `Page.slots`.
    """

    kind: BlockKind
    level: int
    words: str = ""
    slots: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Page:
    """What is seen of a page.

    Attributes:
        root: its tree; None where the page is read as plain text.
        flat: why it is read so, "" where it is not.
        depth: how many elements lie in each other.
    """

    root: HtmlElement | None
    lines: list[Line]
    slots: list[Slot]
    flat: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Scan:
    """What one pass over the source of a page saw.

    Attributes:
        lines: its text, without that of `_UNSEEN` elements.
        attributes: of the tag that has most.
    """

    lines: list[str]
    attributes: int

    @property
    def letters(self) -> int:
        """The number of characters that are not blank."""
        return sum(len(_BLANKS.sub("", line)) for line in self.lines)


def page_of(text: str) -> Page:
    """Return what is seen of a page, or of a piece of one."""
    source = _clean(text)
    seen = scan(source)
    if seen.attributes > _MOST_ATTRIBUTES:
        return _flat(seen, f"a tag has {seen.attributes} attributes")
    root = _parse(source)
    if root is None:
        return _flat(seen, "its markup is damaged")
    depth = _depth(root)
    kept, letters = _kept(root), seen.letters
    if kept < letters * 0.98 - 20 or (kept < letters and (depth > _DEEP or not kept)):
        return _flat(seen, f"its elements lie {depth} or more deep in each other")
    reader = _Reader()
    reader.read(root)
    return Page(root, reader.lines, reader.slots, depth=depth)


def compose(text: str, composer: Composer, *, part: str | None = None) -> None:
    """Add all that is seen of a page, or of a piece of one, to a document."""
    page = page_of(text)
    tell(page, composer)
    for line in page.lines:
        composer.add(line.words, line.kind, level=line.level, part=part)


def tell(page: Page, composer: Composer) -> None:
    """Add the notice that a page is read as plain text, where it is."""
    if page.flat:
        words = f"{page.flat}; its text is read without headings, lists and tables"
        composer.notice("flat-markup", words)


def _clean(text: str) -> str:
    """Leave out what stops the parser, as browsers do."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _parse(source: str) -> HtmlElement | None:
    parser = HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    try:
        root = document_fromstring(source.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    return root if isinstance(root, HtmlElement) else None


def _flat(seen: Scan, why: str) -> Page:
    return Page(None, [Line("paragraph", 0, line) for line in seen.lines], [], why)


def _depth(root: HtmlElement) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _kept(root: HtmlElement) -> int:
    """Return how many characters that are not blank the parser kept of what the scan counts."""
    slots = _slots(root, lambda _element: False)
    return sum(len(_BLANKS.sub("", slot.text)) for _, slot in slots)


def _slots(root: HtmlElement, leave: Callable[[HtmlElement], bool]) -> Iterator[tuple[str, Slot]]:
    """Yield "start" and "end" of each element that may be seen, each with the text after it.

    What follows an element that is left out comes as "left"; `leave` names more of them.
    """
    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    left: HtmlElement | None = None
    for event, element in walker:
        if event == "start":
            if element.tag in _UNSEEN or leave(element):
                walker.skip_subtree()
                left = element
                continue
            yield event, Slot(element, tail=False)
        elif event == "end" and element is not left:
            yield event, Slot(element, tail=True)
        elif element.tail and element is not root:
            yield "left", Slot(element, tail=True)


def _is_hidden(element: HtmlElement) -> bool:
    if element.tag in {"html", "body"}:
        return False
    if element.get("hidden") is not None or (
        element.tag == "dialog" and "open" not in element.attrib
    ):
        return True
    if element.tag == "a" and (element.text or "").strip() in _PERMALINKS and not len(element):
        return True
    return bool(_HIDDEN.search(element.get("style", "")[:2000]))


class _Reader:
    """Goes through a tree and keeps its lines.

    Attributes:
        kinds: of the elements that are open and make a kind of line, with the level of it.
        cells: the lines of each open cell of a table.
        laying_out: whether each lays out the page.
    """

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.slots: list[Slot] = []
        self.kinds: list[tuple[BlockKind, int]] = [("paragraph", 0)]
        self.cells: list[list[Line]] = []
        self.laying_out: list[bool] = []
        self.as_written = 0
        self.pieces: list[str] = []
        self.used: list[int] = []

    def read(self, root: HtmlElement) -> None:
        """Read all lines of a tree."""
        for event, slot in _slots(root, _is_hidden):
            if event == "start":
                self._open(slot.element)
            elif event == "end":
                self._close(slot.element)
            if not (slot.tail and slot.element is root):
                self._write(slot)
        self._end_line()

    def _open(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _LINES:
            self._end_line()
        if tag in _PARTS and self.cells:
            self.laying_out[-1] = True
        if tag in _KINDS:
            self.kinds.append((_KINDS[tag], int(tag[1]) if _KINDS[tag] == "heading" else 0))
        if tag in {"td", "th"}:
            self.cells.append([])
            self.laying_out.append(False)
        if tag in _AS_WRITTEN:
            self.as_written += 1
        if tag == "br":
            self._break()
        elif tag == "rt" and not _has_brackets(element):
            self.pieces.append("(")
        elif tag in _APART:
            self._blank()

    def _close(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _LINES:
            self._end_line()
        if tag in _KINDS:
            self.kinds.pop()
        if tag in {"td", "th"}:
            self._close_cell()
        if tag in _AS_WRITTEN:
            self.as_written -= 1
        if tag == "rt" and not _has_brackets(element):
            self.pieces.append(")")
        elif tag in _APART:
            self._blank()

    def _close_cell(self) -> None:
        lines = self.cells.pop()
        if self.laying_out.pop():
            for line in lines:
                line.kind = "paragraph"

    def _write(self, slot: Slot) -> None:
        text = slot.text
        if not text:
            return
        if self.as_written:
            first, *others = text.split("\n")
            self._piece(first, slot)
            for line in others:
                self._end_line()
                self._piece(line, slot)
            return
        text = _BLANKS.sub(" ", text)
        if text[0] == " " and (not self.pieces or self.pieces[-1][-1] == " "):
            text = text[1:]
        if text:
            self._piece(text, slot)

    def _piece(self, text: str, slot: Slot) -> None:
        if not text:
            return
        self.pieces.append(text)
        if not text.isspace():
            self.used.append(len(self.slots))
            self.slots.append(slot)

    def _blank(self) -> None:
        if self.pieces and self.pieces[-1][-1] != " ":
            self.pieces.append(" ")

    def _break(self) -> None:
        if self.kinds[-1][0] == "heading":
            self._blank()
        else:
            self._end_line()

    def _end_line(self) -> None:
        words = "".join(self.pieces).strip()
        if words:
            kind, level = self.kinds[-1]
            if kind == "list_item":
                words = _BULLETS.sub("", words, count=1) if _BULLETS.match(words) else words
            line = Line(kind, level, words, self.used)
            self.lines.append(line)
            if kind == "cell":
                self.cells[-1].append(line)
        self.pieces, self.used = [], []


def _has_brackets(reading: HtmlElement) -> bool:
    """Tell whether a ruby text stands in brackets of its own (rp)."""
    before = reading.getprevious()
    return before is not None and before.tag == "rp"


def scan(source: str) -> Scan:
    """Go over the source of a page once."""
    scanner = _Scanner(source)
    scanner.run()
    return Scan(scanner.lines, scanner.attributes)


class _Scanner:
    """Tells text from tags by a few marks, each looked at once.

    Attributes:
        state: "text", "tag", "comment", or the quotation mark of the value that is open.
        unseen: the names of the elements that are open and whose content is left out.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.lines: list[str] = []
        self.attributes = 0
        self.state = "text"
        self.text_from = self.tag_from = self.quotes = 0
        self.unseen: list[str] = []
        self.pieces: list[str] = []

    def run(self) -> None:
        """Go over the source."""
        for token in _TOKEN.finditer(self.source):
            mark, at = token[0], token.start()
            if self.state == "text":
                self._in_text(mark, at)
            elif self.state == "comment":
                if mark == "-->":
                    self.state, self.text_from = "text", token.end()
            elif self.state == "tag":
                self._in_tag(mark, token)
            elif mark == self.state:
                self.state = "tag"
        if self.state == "text":
            self._text(len(self.source))
        self._end_line()

    def _in_text(self, mark: str, at: int) -> None:
        if mark[0] != "<":
            return
        raw = bool(self.unseen) and self.unseen[-1] in _RAW
        if raw and not self._ends_raw(at):
            return
        self._text(at)
        self.tag_from, self.quotes = at, 0
        self.state = "comment" if mark == "<!--" else "tag"

    def _ends_raw(self, at: int) -> bool:
        ending = "</" + self.unseen[-1]
        return self.source[at : at + len(ending)].lower() == ending

    def _in_tag(self, mark: str, token: re.Match[str]) -> None:
        if mark in {'"', "'"}:
            if self.source[max(token.start() - 8, 0) : token.start()].rstrip().endswith("="):
                self.state = mark
                self.quotes += 1
        elif mark[-1] == ">":
            self._tag(token.end())
            self.state, self.text_from = "text", token.end()

    def _tag(self, end: int) -> None:
        inside = self.source[self.tag_from + 1 : end - 1]
        named = _NAME.match(inside)
        if named is None:
            return
        name, closes = named[1].lower(), inside[0] == "/"
        if not closes and len(inside) > _MOST_ATTRIBUTES:
            self.attributes = max(self.attributes, self.quotes, len(inside.split()))
        if name in _UNSEEN and name != "head":
            self._leave(name, closes=closes)
        elif name == "br" or name in _LINES:
            self._end_line()

    def _leave(self, name: str, *, closes: bool) -> None:
        if not closes:
            if name != "embed" and len(self.unseen) < _MOST_UNSEEN:
                self.unseen.append(name)
        elif name in self.unseen:
            while self.unseen.pop() != name:
                pass

    def _text(self, end: int) -> None:
        if not self.unseen:
            self.pieces.append(self.source[self.text_from : end])

    def _end_line(self) -> None:
        words = _BLANKS.sub(" ", unescape("".join(self.pieces))).strip()
        if words:
            self.lines.append(words)
        self.pieces = []
