"""An article with its highlights as a document for word processors (DOCX), right to left.

Marks of notes, and signs of events, are runs in styles of their own: without them the runs of a
paragraph are its text. The package and its styles are the template of python-docx.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import docx
from docx.document import Document as Package
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from reader.core.types import Analysis, Block, Paragraph, Span
from reader.export.archive import zipped
from reader.export.cells import cut
from reader.export.encoding import xml_words
from reader.export.facts import Facts, status
from reader.export.pieces import Layer, unbroken, word_end
from reader.export.told import EVENTS, told_events
from reader.resources.export import colors, terms

_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - python-docx writes it as it is
_FONT = "Times New Roman"  # every word processor has its Arabic letters, or puts others there
_TYPES = (
    "PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "TITLE", "MONEY", "PERCENT", "COUNT",
)  # fmt: skip
_LINES = {
    "happened": "single",
    "ongoing": "double",
    "planned": "dash",
    "called_for": "dotted",
    "hypothetical": "wave",
    "denied": "single",
}
_STYLES = {
    "title": "Title",
    "list_item": "ListBullet",
    "quote": "Quote",
    "caption": "Caption",
    "note": "Caption",
    "cell": "Normal",
    "paragraph": "Normal",
}
_LETTERS = {
    # points, whether they are bold, and their color
    "Normal": (13, False, "text"),
    "Title": (20, True, "text"),
    "Heading 1": (17, True, "text"),
    "Heading 2": (15, True, "text"),
    **{f"Heading {level}": (13, True, "text") for level in (3, 4, 5, 6)},
    "Quote": (13, False, "marker_text"),
    "Caption": (11, False, "marker_text"),
}
_SIGN, _NOTE = "QariSign", "QariNote"
_INDENT = 360  # twentieths of a point that a cell of a table is set in
# The order in which the schema wants the properties of a run.
_ORDER = ("rStyle", "rFonts", "b", "bCs", "strike", "color", "sz", "szCs", "u", "shd", "rtl")
_Look = dict[str, dict[str, str]]


def write(analysis: Analysis) -> bytes:
    """Return the whole file."""
    package = docx.Document()
    _set_up(package)
    body = package.element.body
    last = body.sectPr
    for element in _Writer(analysis).elements():
        last.addprevious(element)
    core = package.core_properties
    core.title = xml_words(cut(analysis.document.title or ""))[:255]
    core.author, core.comments, core.created, core.modified = "", "", _CREATED, _CREATED
    file = BytesIO()
    package.save(file)
    with ZipFile(file) as members:
        return zipped({name: members.read(name) for name in members.namelist()})


class _Writer:
    def __init__(self, analysis: Analysis) -> None:
        self._analysis, self._text = analysis, analysis.document.text
        self._facts = Facts(analysis)
        self._notes: list[str] = []
        self._after: dict[
            int, list[tuple[str, str]]
        ] = {}  # what stands after a letter: style, words
        self._mark_signs()
        self._mark_notes()
        text = self._text
        found: tuple[list[tuple[Span, _Look]], ...] = (
            [(m.span, _shaded(m.type)) for m in analysis.mentions],
            [(t.span, _lined("single", "TIME")) for t in analysis.times],
            [(e.trigger, _triggered(status(e))) for e in analysis.events],
            [(r.span, {"color": {"val": _color("copy")}}) for r in analysis.repetitions],
        )
        self._layers = [Layer((unbroken(s, text), look) for s, look in looks) for looks in found]
        edges = {edge for layer in self._layers for edge in layer.edges()}
        self._edges = sorted(edges | self._after.keys())

    def elements(self) -> Iterator[BaseOxmlElement]:
        """Yield the paragraphs and tables of the file."""
        blocks = {b.span.start: b for b in self._analysis.document.blocks}
        first, paragraphs = self._head(blocks)
        yield from first
        yield from self._about()
        yield from self._legend()
        for paragraph in paragraphs:
            yield _block(self._runs(paragraph.span), blocks.get(paragraph.span.start))
        yield from self._events()
        yield from self._listed()

    def _head(
        self, blocks: Mapping[int, Block]
    ) -> tuple[list[BaseOxmlElement], Sequence[Paragraph]]:
        """Return the title, and the paragraphs but for one that is it."""
        document, paragraphs = self._analysis.document, self._analysis.paragraphs
        span = paragraphs[0].span if paragraphs else Span(0, 0)
        block = blocks.get(span.start)
        if paragraphs and (
            span.of(self._text).strip() == document.title or (block and block.kind == "title")
        ):
            return [_paragraph(self._runs(span), "Title")], paragraphs[1:]
        name = document.title or Path(document.source or "").stem
        return [_paragraph([_run(cut(name))], "Title")] if name else [], paragraphs

    def _about(self) -> Iterator[BaseOxmlElement]:
        document, day = self._analysis.document, self._analysis.reference_date.value
        told = [
            f"{terms()['written'].arabic}: {day}" if day else "",
            document.author or "",
            document.address or Path(document.source or "").name,
        ]
        words = [cut(word) for word in told if word]
        if words:
            yield _paragraph([_run(" · ".join(words))], "Caption")

    def _legend(self) -> Iterator[BaseOxmlElement]:
        """Yield the key of what is there to be seen."""
        names = {m.type for m in self._analysis.mentions}
        statuses = {status(e) for e in self._analysis.events}
        rows: list[tuple[str, _Look]] = [(t, _shaded(t)) for t in _TYPES if t in names]
        rows += [("TIME", _lined("single", "TIME"))] if self._analysis.times else []
        rows += [(key, _triggered(key)) for key in _LINES if key in statuses]
        rows += [("copy", {"color": {"val": _color("copy")}})] if self._analysis.repetitions else []
        if not rows:
            return
        runs = [_run(f"{terms()['legend'].arabic}: ", {"b": {}, "bCs": {}})]
        for key, look in rows:
            term = terms()[key]
            signed = [_run(term.sign, style=_SIGN)] if term.sign else []
            runs += [_run(term.arabic, look), *signed, _run("   ")]
        yield _paragraph(runs)

    # -- the article -------------------------------------------------------------------------

    def _mark_signs(self) -> None:
        for event in self._analysis.events:
            sign = terms()[status(event)].sign
            if sign:
                self._stand(word_end(event.trigger.end, self._text), _SIGN, sign)

    def _mark_notes(self) -> None:
        """Number what the article disagrees on, in text order, and what could not be read."""
        told = terms()["conflict"].arabic
        found = [(t.span, f"{told}: {t.conflict}") for t in self._analysis.times if t.conflict]
        for repetition in self._analysis.repetitions:
            for c in repetition.conflicts:
                words = f"{c.span.of(self._text)} / {c.of.of(self._text)}"
                found.append((c.span, f"{told}: {words}"))
        for span, words in sorted(found):
            self._notes.append(words)
            number = f"[{len(self._notes)}]"
            self._stand(word_end(span.end, self._text), _NOTE, number)
        self._notes += [notice.words for notice in self._analysis.document.notices]

    def _stand(self, place: int, style: str, words: str) -> None:
        there = self._after.setdefault(place, [])
        if (style, words) not in there:
            there.append((style, words))

    def _runs(self, span: Span) -> Iterator[BaseOxmlElement]:
        first, last = bisect_right(self._edges, span.start), bisect_left(self._edges, span.end)
        for start, end in pairwise((span.start, *self._edges[first:last], span.end)):
            look: _Look = {}
            for layer in self._layers:
                look |= layer.at(start) or {}
            yield _run(self._text[start:end], look)
            for style, words in self._after.get(end, ()):
                yield _run(words, style=style)

    # -- what follows it ---------------------------------------------------------------------

    def _events(self) -> Iterator[BaseOxmlElement]:
        rows = list(told_events(self._facts))
        if rows:
            yield _paragraph([_run(terms()["events"].arabic)], "Heading1")
            yield _table([terms()[name].arabic for name in EVENTS], rows)

    def _listed(self) -> Iterator[BaseOxmlElement]:
        if self._notes:
            yield _paragraph([_run(terms()["notes"].arabic)], "Heading1")
        for number, words in enumerate(self._notes, start=1):
            yield _paragraph([_run(f"[{number}] {cut(words)}")])


def _shaded(kind: str) -> _Look:
    return {"shd": {"val": "clear", "color": "auto", "fill": _color(kind)}}


def _lined(line: str, color: str) -> _Look:
    return {"u": {"val": line, "color": _color(color)}}


def _triggered(found: str) -> _Look:
    struck: _Look = {"strike": {}} if found == "denied" else {}
    return _lined(_LINES[found], "TRIGGER") | struck


def _color(name: str) -> str:
    return colors()[name].removeprefix("#").upper()


def _element(tag: str, *children: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    found = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        found.set(qn(f"w:{name}"), value)
    found.extend(children)
    return found


def _run(words: str, look: _Look | None = None, *, style: str = "") -> BaseOxmlElement:
    """Return words that go right to left and look as they shall."""
    properties: _Look = {**(look or {}), "rtl": {}} | ({"rStyle": {"val": style}} if style else {})
    made = (_element(tag, **properties[tag]) for tag in _ORDER if tag in properties)
    text = OxmlElement("w:t")
    text.text = xml_words(words).replace("\t", " ").replace("\r", " ").replace("\n", " ")
    text.set(qn("xml:space"), "preserve")
    return _element("r", _element("rPr", *made), text)


def _paragraph(
    runs: Iterable[BaseOxmlElement],
    style: str = "Normal",
    *,
    indent: int = 0,
    is_close: bool = False,
) -> BaseOxmlElement:
    properties = [_element("pStyle", val=style), _element("bidi")]
    properties += [_element("spacing", after="0", line="260", lineRule="auto")] if is_close else []
    properties += [_element("ind", left=str(indent))] if indent else []
    return _element("p", _element("pPr", *properties), *runs)


def _block(runs: Iterable[BaseOxmlElement], block: Block | None) -> BaseOxmlElement:
    if block is None:
        return _paragraph(runs)
    if block.kind == "heading":
        return _paragraph(runs, f"Heading{min(max(block.level, 1), 6)}")
    return _paragraph(runs, _STYLES[block.kind], indent=_INDENT if block.kind == "cell" else 0)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> BaseOxmlElement:
    """Return a table whose first column is at the right and whose head is on every page."""
    properties = _element(
        "tblPr",
        _element("tblStyle", val="TableGrid"),
        _element("bidiVisual"),
        _element("tblW", w="5000", type="pct"),
    )
    grid = _element("tblGrid", *(_element("gridCol", w=str(8800 // len(head))) for _ in head))
    bold: _Look = {"b": {}, "bCs": {}}
    first = _row(head, bold, _element("trPr", _element("cantSplit"), _element("tblHeader")))
    others = (_row(row, {}, _element("trPr", _element("cantSplit"))) for row in rows)
    return _element("tbl", properties, grid, first, *others)


def _row(words: Sequence[str], look: _Look, properties: BaseOxmlElement) -> BaseOxmlElement:
    small: _Look = {**look, "sz": {"val": "20"}, "szCs": {"val": "20"}}
    runs = ([_run(word, small)] if word else [] for word in words)
    return _element("tr", properties, *(_element("tc", _paragraph(r, is_close=True)) for r in runs))


def _set_up(package: Package) -> None:
    """Make the template's styles fit Arabic, and add those of marks."""
    for name, (points, is_bold, color) in _LETTERS.items():
        style = package.styles[name].element
        if style.rPr is not None:
            style.remove(style.rPr)
        fonts = _element("rFonts", ascii=_FONT, hAnsi=_FONT, cs=_FONT)
        bold = [_element("b"), _element("bCs")] if is_bold else []
        size = str(2 * points)
        sizes = [_element("sz", val=size), _element("szCs", val=size)]
        style.append(_element("rPr", fonts, *bold, _element("color", val=_color(color)), *sizes))
    package.styles["Normal"].paragraph_format.line_spacing = 1.5
    for name in (_SIGN, _NOTE):
        mark = package.styles.add_style(name, WD_STYLE_TYPE.CHARACTER).element
        raised = _element("vertAlign", val="superscript")
        mark.append(_element("rPr", _element("color", val=_color("marked")), raised))
