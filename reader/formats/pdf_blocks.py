"""Lines of pages joined into paragraphs, headings, list items and rows of tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.core.types import BlockKind
from reader.formats.pdf_lines import Line, Page, first_word, words

_BULLET = re.compile(r"[•▪◦●○‣∙■□▫➢✓·–-]\s+(?=\S)")
_DIGITS = re.compile(r"[\d٠-٩۰-۹]+")
_BARE = re.compile(r"[\s|.\-–—()]*(\d{1,4})(?:\s*/\s*\d{1,4})?[\s|.\-–—()]*")
_BROKEN_WORD = re.compile(r"[A-Za-zÀ-ɏ]{2}[-\u00ad\u2010]$")
# First parts of English compounds: their hyphen stays where a line ends with it.
_COMPOUND = re.compile(r"\b(?:well|self|non|ex|half|long|short|high|low|full|cross|vice|mid)-$")
_HEADING = 1.12  # of the size of running text
_LEADING = 1.3  # of the usual distance of lines: a gap between paragraphs
_INDENT = 0.7  # of the size of letters
_MOST_INDENT = 4.0  # of it: of first lines
_SENTENCE_ENDS = frozenset(".؟!?")
_LONGEST_PART = 40  # of a word before its hyphen
_SLACK = 0.6  # of the size of letters: a space, and what measuring is off by
_FEWEST_INDENTED = 3  # paragraphs that tell a style
_LONGEST_HEADING = 200  # code points


@dataclass(slots=True)
class Piece:
    """A block of a PDF."""

    text: str
    kind: BlockKind
    page: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class _Usual:
    """How running text is set.

    Attributes:
        size: of its letters, in points.
        leading: the distance of lines, in points.
        indent: of first lines, in sizes of letters; 0 where paragraphs are told by space.
    """

    size: float
    leading: float
    indent: float


@dataclass(slots=True)
class _Read:
    """A line with what it says."""

    line: Line
    text: str
    right_to_left: bool
    ragged_start: bool = False

    def room(self) -> float:
        """Return how much of its column is left at its end."""
        return self._gaps()[0 if self.ragged_start else 1]

    def is_centred(self) -> bool:
        """Tell whether it stands in the middle of its column."""
        before, after = self._gaps()
        return before > self.line.size and abs(before - after) < self.line.size

    def indent(self) -> float:
        """Return how far from the edge of its column it begins."""
        return 0.0 if self.ragged_start else self._gaps()[0]

    def _gaps(self) -> tuple[float, float]:
        line = self.line
        left, right = line.left - line.column_left, line.column_right - line.right
        return (right, left) if self.right_to_left else (left, right)

    def first_word(self) -> float:
        """Return the width of its first word."""
        return first_word(self.line.glyphs, right_to_left=self.right_to_left)


def running(pages: Sequence[Page]) -> list[str]:
    """Take what stands at the top or foot of several pages out of them; return its words.

    Numbers count as equal. A page's own number is taken wherever it stands alone.
    """
    edges = [_edges(page) for page in pages]
    counts = Counter(key for found in edges for key in {key for key, _ in found})
    least = 2 if len(pages) < 6 else len(pages) * 0.3
    told: dict[str, str] = {}
    for page, found in zip(pages, edges, strict=True):
        out = set()
        for key, line in found:
            bare = _BARE.fullmatch(_plain(line, page))
            numbered = bare is not None and int(bare[1]) == page.number and len(page.lines) > 2
            if counts[key] >= least or numbered:
                out.add(id(line))
                told.setdefault(key, _plain(line, page))
        page.lines = [line for line in page.lines if id(line) not in out]
    return list(dict.fromkeys(told.values()))


def _edges(page: Page) -> list[tuple[str, Line]]:
    """Return the lines at the top and the foot of a page, with where and what they are."""
    by_height = sorted(page.lines, key=lambda line: -line.y)
    found = []
    for place, lines in (("top", by_height[:3]), ("foot", by_height[-3:])):
        for line in lines:
            text = _DIGITS.sub("0", _plain(line, page))
            found.append((f"{place}{round(line.y / 6)}@{text}", line))
    return found


def _plain(line: Line, page: Page) -> str:
    return words(line.glyphs, right_to_left=page.right_to_left)


def pieces(pages: Sequence[Page]) -> list[Piece]:
    """Return the blocks of a document in the order of reading."""
    read = [
        _Read(line, words(line.glyphs, right_to_left=p.right_to_left), p.right_to_left)
        for p in pages
        for line in p.lines
    ]
    if not read:
        return []
    _tell_ragged(read)
    body = _usual(Counter({i: len(r.text) for i, r in enumerate(read)}), read)
    usual = _Usual(body, _usual_leading(read, body), _usual_indent(read))
    found: list[Piece] = []
    sizes: list[float] = []
    for group in _groups(read, usual):
        for piece in _piece(group, body):
            found.append(piece)
            sizes.append(group[0].line.size)
    _level(found, sizes)
    return found


def _tell_ragged(read: Sequence[_Read]) -> None:
    """Tell the lines of a text that is set flush at its end, as Arabic is by mistake."""
    flush: Counter[str] = Counter()
    for line in read:
        near = 0.5 * line.line.size
        flush["start"] += line.indent() < near
        flush["end"] += line.room() < near
    if flush["end"] > 2 * flush["start"]:
        for line in read:
            line.ragged_start = True


def _usual(weights: Counter[int], read: Sequence[_Read]) -> float:
    """Return the size of running text: that of most letters."""
    sizes: Counter[float] = Counter()
    for index, weight in weights.items():
        sizes[round(read[index].line.size * 2) / 2] += weight
    return sizes.most_common(1)[0][0]


def _usual_leading(read: Sequence[_Read], body: float) -> float:
    """Return the distance that lines of running text have within paragraphs."""
    distances: Counter[float] = Counter()
    for before, after in pairwise(read):
        distance = before.line.y - after.line.y
        if before.line.page == after.line.page and 0 < distance < 4 * body:
            distances[round(distance * 2) / 2] += 1
    if not distances:
        return 1.5 * body
    common = distances.most_common(1)[0][1]
    return min(distance for distance, count in distances.items() if count * 3 >= common)


def _groups(read: Sequence[_Read], usual: _Usual) -> Iterator[list[_Read]]:
    """Yield the lines of each block."""
    group: list[_Read] = []
    for line in read:
        if group and _parts(group, line, usual):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _parts(group: Sequence[_Read], after: _Read, usual: _Usual) -> bool:
    """Tell whether a new block begins with a line."""
    before = group[-1]
    if _is_row(before) or _is_row(after):
        return not (_is_row(before) and _is_row(after) and _is_near(before, after, usual, 3))
    if (
        abs(before.line.size - after.line.size) > 0.08 * usual.size
        or before.line.bold != after.line.bold
    ):
        return True
    if _BULLET.match(after.text) or not _is_near(before, after, usual):
        return True
    size = after.line.size
    if not usual.indent and _is_elsewhere(before, after) and before.text[-1:] in _SENTENCE_ENDS:
        return True
    # Lines that stand in at their beginning, as quotations do, may stand in at their end, too.
    inset = 0.0 if usual.indent else min(before.indent(), after.indent())
    if before.is_centred() and after.is_centred():
        inset = -before.indent()
    if before.room() - inset > after.first_word() + _SLACK * size and not _is_broken(before.text):
        return True
    return _is_indented(group, after, usual.indent)


def _is_elsewhere(before: _Read, after: _Read) -> bool:
    """Tell whether a line stands on another page or in another column than the one before."""
    return before.line.page != after.line.page or after.line.y >= before.line.y


def _is_near(before: _Read, after: _Read, usual: _Usual, lines: float = 1.0) -> bool:
    """Tell whether no space lies between two lines; over the end of a column there is none."""
    distance = before.line.y - after.line.y
    scaled = usual.leading * max(1.0, before.line.size / usual.size)
    return _is_elsewhere(before, after) or distance <= _LEADING * scaled * lines


def _usual_indent(read: Sequence[_Read]) -> float:
    """Return how far first lines of paragraphs stand in; 0 where they do not."""
    found: Counter[float] = Counter()
    for before, after in pairwise(read):
        size = after.line.size
        if _INDENT * size <= before.indent() <= _MOST_INDENT * size and after.indent() < 0.3 * size:
            found[round(before.indent() / size * 4) / 4] += 1
    likeliest = found.most_common(1)
    return likeliest[0][0] if likeliest and likeliest[0][1] >= _FEWEST_INDENTED else 0.0


def _is_indented(group: Sequence[_Read], after: _Read, usual: float) -> bool:
    """Tell whether a line begins a paragraph by standing further in than those before it."""
    indent = after.indent() / after.line.size
    if usual:
        return abs(indent - usual) < 0.4
    inner = (group[1:] or group)[-1].indent() / after.line.size
    return _INDENT <= indent <= 8 and indent - inner > _INDENT


def _is_row(read: _Read) -> bool:
    return len(read.line.parts) > 1


def _piece(group: Sequence[_Read], body: float) -> Iterator[Piece]:
    """Yield the block that lines are, or the cells of the table's rows that they are."""
    first = group[0]
    if _is_row(first) and (len(group) > 1 or len(first.line.parts) > 2):
        for read in group:
            parts = read.line.parts
            for part in reversed(parts) if read.right_to_left else parts:
                text = words(part, right_to_left=read.right_to_left)
                yield Piece(text, "cell", read.line.page)
        return
    text = _joined([read.text for read in group])
    page = first.line.page
    bullet = _BULLET.match(text)
    if bullet:
        yield Piece(text[bullet.end() :], "list_item", page)
        return
    large = first.line.size > _HEADING * body
    bold = all(r.line.bold for r in group) and len(group) < 3 and text[-1:] not in ".؟!،,"
    heading = (large or bold) and len(text) <= _LONGEST_HEADING
    yield Piece(text, "heading" if heading else "paragraph", page)


def _joined(lines: Sequence[str]) -> str:
    """Return lines as one; a word that is broken at a line's end becomes whole."""
    joined = []
    for line, after in pairwise([*lines, ""]):
        if not (_is_broken(line) and after[:1].islower()):
            joined.append(f"{line} ")
        else:
            joined.append(line if _COMPOUND.search(line[-_LONGEST_PART:]) else line[:-1])
    return "".join(joined).rstrip()


def _is_broken(line: str) -> bool:
    """Tell whether a line ends within a word."""
    return _BROKEN_WORD.search(line[-_LONGEST_PART:]) is not None


def _level(found: Sequence[Piece], sizes: Sequence[float]) -> None:
    """Give headings their levels by their sizes; the largest at the beginning is the title."""
    heads = [
        round(size) for piece, size in zip(found, sizes, strict=True) if piece.kind == "heading"
    ]
    ranks = {size: rank for rank, size in enumerate(sorted(set(heads), reverse=True), 1)}
    for index, (piece, size) in enumerate(zip(found, sizes, strict=True)):
        if piece.kind == "heading":
            piece.level = min(ranks[round(size)], 6)
            if index < 3 and piece.level == 1 and heads.count(round(size)) == 1:
                piece.kind, piece.level = "title", 0
