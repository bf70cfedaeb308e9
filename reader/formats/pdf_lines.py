"""The letters of a page of PDF, by where they stand, as lines in the order of reading.

pdfium's own text is not taken: where marks, brackets or two scripts meet on a line it has them
in another order. Its letters and their places are right.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Any

import pypdfium2.raw as pdfium_c

from reader.core.display import logical

_SPACE = 0.18  # of the size of letters: what is a gap between words
# Of a letter with a mark only the ink is known, which may hang over on its left.
_SPACE_AFTER_MARKED = 0.14
_SPACE_BEFORE_MARKED = 0.26
_PART = 1.2  # of it: a gap between cells
_GUTTER = 0.9  # of it: the least gap between columns
_SAME_LINE = 0.45  # of it: how far letters of a line stand above each other
_NAMELESS = "\0"  # what is drawn but does not say which letter it is: takes room
_NARROWEST = 0.4  # of it: how wide a gutter is where few lines reach into it
_FILLED = 0.6  # of the widest line of a column: what half of its lines have at least
_FEW = 20
_SAME_DRAWING = 0.9  # of it: how far a mark stands above its letter
_FEWEST_ROWS = 6
_FEWEST_IN_COLUMN = 2
_MOST_STEPS = 4000  # letters are not that small
_MOST_PARTS = 1000  # of a page's rows; more is no page of text
_CELL = 40.0  # points: larger than letters
_MOST_IN_CELL = 200
_MOST_CHARS = 200_000  # of a page
_BOLD = 600
_TOUCH = 0.05  # of the size of letters
_HYPHEN = "\x02"  # what pdfium makes of a hyphen at the end of a line
_ALEFS = "اأإآٱ"
_SHADDA = "\u0651"
_SAME_PLACE = 0.05  # points
_TURN = math.pi / 2
_LAST_MARKS = frozenset(
    '.,;:!؟)»"'
)  # stand left of the last word where a line reads from the right


@dataclass(slots=True)
class Glyph:
    """A letter, or letters drawn as one, with the marks on it, in points of the page.

    Attributes:
        x, y: where the pen stood.
        backwards: it is drawn as in a mirror, as OCR layers have their words, numbers too.
    """

    text: str
    left: float
    right: float
    x: float
    y: float
    size: float
    bold: bool = False
    backwards: bool = False

    def is_arabic(self) -> bool:
        """Tell letters that are read from the right."""
        return unicodedata.bidirectional(self.text[0]) in {"R", "AL"}

    def is_marked(self) -> bool:
        """Tell whether marks are on it."""
        return len(self.text) > 1 and _is_mark(self.text[-1])


@dataclass(slots=True)
class Line:
    """A line of one column.

    Attributes:
        parts: its glyphs from left to right, parted where the gaps are wide: a table's cells.
        column_left, column_right: between what lines of its column stand.
        left, right: where it begins and ends.
        y, size: where its letters stand, and their size: those that most of them have.
        bold: all of it is.
    """

    parts: list[list[Glyph]]
    page: int
    column_left: float = 0.0
    column_right: float = 0.0
    left: float = field(init=False)
    right: float = field(init=False)
    y: float = field(init=False)
    size: float = field(init=False)
    bold: bool = field(init=False)

    def __post_init__(self) -> None:
        """Measure it."""
        glyphs = self.glyphs
        self.left = self.parts[0][0].left
        self.right = max(glyph.right for glyph in self.parts[-1])
        self.y = Counter(round(glyph.y, 1) for glyph in glyphs).most_common(1)[0][0]
        self.size = Counter(round(glyph.size, 1) for glyph in glyphs).most_common(1)[0][0]
        self.bold = all(glyph.bold for glyph in glyphs if glyph.text != " ")

    @property
    def glyphs(self) -> list[Glyph]:
        """Return all glyphs from left to right."""
        return [glyph for part in self.parts for glyph in part]


@dataclass(slots=True)
class Page:
    """What is written on a page.

    Attributes:
        lines: in the order of reading.
        right_to_left: most of its letters are read so.
        glyphs: how many letters are drawn on it.
        unmapped: how many letters the file does not name.
        turned: words that stand across the page, as stamps do.
    """

    number: int
    lines: list[Line] = field(default_factory=list)
    right_to_left: bool = False
    glyphs: int = 0
    unmapped: int = 0
    turned: str = ""


def page_lines(opened: Any, number: int) -> Page:  # noqa: ANN401 - pypdfium2 has no types
    """Return the lines of a page of pypdfium2; what lies outside of it nobody sees."""
    page = Page(number)
    glyphs = _glyphs(opened, page)
    arabic = sum(len(g.text) for g in glyphs if g.is_arabic())
    letters = sum(len(g.text) for g in glyphs if g.text[0].isalpha())
    page.right_to_left = arabic * 2 > letters
    page.glyphs = len(glyphs)
    rows = _rows(glyphs)
    page.lines = _in_columns(rows, page)
    return page


def _glyphs(opened: Any, page: Page) -> list[Glyph]:  # noqa: ANN401 - see above
    """Return what is drawn, marks put on their letters."""
    drawn: dict[int, list[tuple[Glyph, float, float]]] = {}
    for turn, glyph, ink_left, ink_right in _characters(opened, page):
        drawn.setdefault(turn, []).append((glyph, ink_left, ink_right))
    if not drawn:
        return []
    upright = max(drawn, key=lambda turn: len(drawn[turn]))
    page.turned = " ".join(
        "".join(glyph.text for glyph, _, _ in found).strip()
        for turn, found in drawn.items()
        if turn != upright
    )
    found = drawn[upright]
    bases = _as_drawn(glyph for glyph, _, _ in found if not _is_mark(glyph.text))
    _put_marks([item for item in found if _is_mark(item[0].text)], bases)
    return _once(bases)


def _characters(opened: Any, page: Page) -> Iterable[tuple[int, Glyph, float, float]]:  # noqa: ANN401
    """Yield each character with its turn in quarters, its place, and where its ink lies."""
    textpage = opened.get_textpage()
    raw = textpage.raw
    box_left, box_bottom, box_right, box_top = opened.get_cropbox()
    x, y = ctypes.c_double(), ctypes.c_double()
    ink = [ctypes.c_double() for _ in range(4)]
    box, matrix = pdfium_c.FS_RECTF(), pdfium_c.FS_MATRIX()
    for index in range(min(textpage.count_chars(), _MOST_CHARS)):
        char = chr(pdfium_c.FPDFText_GetUnicode(raw, index) & 0x1FFFFF)
        if char in "\r\n":
            continue
        if pdfium_c.FPDFText_HasUnicodeMapError(raw, index):
            page.unmapped += 1
            char = _NAMELESS
        pdfium_c.FPDFText_GetCharOrigin(raw, index, x, y)
        pdfium_c.FPDFText_GetLooseCharBox(raw, index, box)
        pdfium_c.FPDFText_GetCharBox(raw, index, *ink)
        pdfium_c.FPDFText_GetMatrix(raw, index, matrix)
        size = pdfium_c.FPDFText_GetFontSize(raw, index) * math.hypot(matrix.c, matrix.d)
        inserted = char.isspace() and box.right <= box.left and abs(size - 1) < _SAME_PLACE
        if inserted or pdfium_c.FPDFText_IsGenerated(raw, index):
            continue
        if not (box_left <= x.value <= box_right and box_bottom <= y.value <= box_top):
            continue
        turn = round(math.atan2(-matrix.c, matrix.d) / _TURN * 8) % 32
        left, right, ink_left, ink_right = box.left, box.right, ink[0].value, ink[1].value
        at_x, at_y = x.value, y.value
        if turn == 8:  # a quarter to the left: its x goes up the page
            left, right, at_x, at_y = box.bottom, box.top, y.value, -x.value
            ink_left, ink_right = ink[2].value, ink[3].value
        elif turn == 24:
            left, right, at_x, at_y = -box.top, -box.bottom, -y.value, x.value
            ink_left, ink_right = -ink[3].value, -ink[2].value
        elif turn == 16:
            left, right, at_x, at_y = -box.right, -box.left, -x.value, -y.value
            ink_left, ink_right = -ink_right, -ink_left
        bold = pdfium_c.FPDFText_GetFontWeight(raw, index) >= _BOLD
        backwards = matrix.a * matrix.d < 0
        glyph = Glyph(char, left, right, at_x, at_y, size, bold, backwards)
        yield turn, glyph, ink_left, ink_right


def _is_mark(text: str) -> bool:
    return unicodedata.category(text[0]) == "Mn"


def _as_drawn(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Return glyphs of one origin as one: a ligature, whose letters pdfium sets side by side."""
    origins: dict[tuple[float, float], list[Glyph]] = {}
    for glyph in glyphs:
        origins.setdefault((round(glyph.x, 1), round(glyph.y, 1)), []).append(glyph)
    found = []
    for letters in origins.values():
        inked = [g for g in letters if not g.text.isspace()]
        if not inked:
            found.append(letters[0])
            continue
        first = inked[0]
        if first.is_arabic():
            inked = _as_read(inked)
            first = inked[0]
        first.text = "".join(g.text for g in inked)
        first.left = min(g.left for g in inked)
        first.right = max(g.right for g in inked)
        found.append(first)
    return found


def _as_read(letters: list[Glyph]) -> list[Glyph]:
    """Return the letters of a ligature in the order in which they are read.

    pdfium shares its width out among them, or else gives each all of it and turns them round;
    but lam-alef that is named by its presentation form it does not turn.
    """
    if any(letter.left != letters[0].left for letter in letters):
        return sorted(letters, key=lambda g: -g.left)
    lam_alef = len(letters) == 2 and letters[0].text == "ل" and letters[1].text in _ALEFS
    return letters if lam_alef else letters[::-1]


def _put_marks(marks: list[tuple[Glyph, float, float]], bases: list[Glyph]) -> None:
    """Put each mark on the letter that it is drawn over."""
    cells: dict[tuple[int, int], list[Glyph]] = {}
    for base in bases:
        cell = cells.setdefault(_cell(base.x, base.y), [])
        if not base.text.isspace() and len(cell) < _MOST_IN_CELL:
            cell.append(base)
    for mark, left, right in marks:
        column, row = _cell(mark.x, mark.y)
        near = [
            base
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for base in cells.get((column + dx, row + dy), ())
            if abs(base.y - mark.y) < mark.size
        ]
        if near:
            _put_mark(mark, left, right, near)


def _cell(x: float, y: float) -> tuple[int, int]:
    return int(x // _CELL), int(y // _CELL)


def _put_mark(mark: Glyph, left: float, right: float, near: list[Glyph]) -> None:
    """Put a mark, with ink from left to right, on the letter over which most of it is."""

    def fitness(base: Glyph) -> tuple[float, float]:
        return min(base.right, right) - max(base.left, left), -abs(base.y - mark.y)

    same = [b for b in near if abs(b.x - mark.x) + abs(b.y - mark.y) < _SAME_PLACE]
    best = max(same or near, key=fitness)
    best.text = _marked(best.text, mark.text)
    if same:  # one drawing, whose width pdfium has shared out
        best.left, best.right = min(best.left, left), max(best.right, right)


def _marked(letters: str, mark: str) -> str:
    """Return letters with one more mark, a doubling mark first, as it is typed."""
    if mark != _SHADDA:
        return letters + mark
    end = len(letters)
    while end > 1 and _is_mark(letters[end - 1]):
        end -= 1
    return letters[:end] + mark + letters[end:]


def _rows(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs that stand on one height, from the top; each row from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: -g.y):
        row = rows[-1] if rows else None
        if row and row[0].y - glyph.y <= _SAME_LINE * max(row[0].size, glyph.size):
            row.append(glyph)
        else:
            rows.append([glyph])
    kept = (_cleaned(sorted(row, key=lambda g: g.x)) for row in rows)
    return [row for row in kept if any(g.text != " " for g in row)]


def _cleaned(row: list[Glyph]) -> list[Glyph]:
    """Return a row without what stands for no letter, and without space at its ends."""
    for glyph in row:
        if glyph.text.isspace():
            glyph.text = " "
        elif glyph.text == _HYPHEN:
            glyph.text = "-"
        elif unicodedata.category(glyph.text[0]) in {"Cc", "Cs", "Co", "Cn"}:
            glyph.text = _NAMELESS
    for _, run in groupby(range(1, len(row) - 1), key=lambda i: row[i].text):
        _unname_stroke(row, list(run))
    return _trimmed(row)


def _unname_stroke(row: list[Glyph], run: list[int]) -> None:
    """Take the name from strokes that lengthen a word: some files name them by a digit.

    What else but a letter is joined to letters on both of its sides?
    """
    before, after = row[run[0] - 1], row[run[-1] + 1]
    if not (before.is_arabic() and after.is_arabic()) or row[run[0]].is_arabic():
        return
    reach = _TOUCH * before.size
    chain = [before, *(row[i] for i in run), after]
    joined = all(b.left - a.right < reach for a, b in pairwise(chain))
    if joined and row[run[0]].text not in {" ", _NAMELESS} and row[run[0]].text.isalnum():
        for index in run:
            row[index].text = _NAMELESS


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """Return glyphs without the second of two drawings that each stand for the same letters.

    A letter and its mark, drawn apart, may both be named as the two of them; the letter stands
    at the height of others.
    """
    heights = Counter(round(glyph.y, 1) for glyph in glyphs)
    marked: dict[str, list[Glyph]] = {}
    dropped = set()
    for glyph in glyphs:
        if not glyph.is_marked():
            continue
        for other in marked.get(glyph.text, ())[-_FEW:]:
            shared = min(other.right, glyph.right) - max(other.left, glyph.left)
            narrow = min(other.right - other.left, glyph.right - glyph.left)
            if shared * 2 > narrow and abs(other.y - glyph.y) < _SAME_DRAWING * glyph.size:
                rarer = heights[round(glyph.y, 1)] <= heights[round(other.y, 1)]
                dropped.add(id(glyph if rarer else other))
        marked.setdefault(glyph.text, []).append(glyph)
    return [glyph for glyph in glyphs if id(glyph) not in dropped]


def _parted(row: list[Glyph], gap: float) -> list[list[Glyph]]:
    """Return a row in parts between which the gap is at least so wide, in sizes of its letters."""
    parts: list[list[Glyph]] = []
    right = -math.inf
    for glyph in row:
        if glyph.text == " ":
            if parts:
                parts[-1].append(glyph)
            continue
        if not parts or glyph.left - right >= gap * glyph.size:
            parts.append([])
        parts[-1].append(glyph)
        right = max(right, glyph.right)
    return [_trimmed(part) for part in parts]


def _in_columns(rows: list[list[Glyph]], page: Page) -> list[Line]:
    """Return the lines of a page column by column; what spans columns parts those above it."""
    gutters = _gutters(rows)
    order = range(len(gutters) + 1)
    bands: list[list[list[Line]]] = []
    for row in rows:
        columns = _cut(row, gutters)
        if columns is None:
            bands.append([[_line(row, page.number)]])
            continue
        if not bands or len(bands[-1]) == 1:
            bands.append([[] for _ in order] if gutters else [[]])
        for column, glyphs in enumerate(columns):
            if glyphs:
                bands[-1][column].append(_line(glyphs, page.number))
    if not gutters:
        bands = [[[line for band in bands for column in band for line in column]]]
    lines = []
    spanning = [b[0] for b in bands if len(b) == 1]
    _set_edges([line for column in spanning for line in column])
    for column in order if gutters else ():
        _set_edges([line for band in bands if len(band) > 1 for line in band[column]])
    for band in bands:
        for column_lines in reversed(band) if page.right_to_left else band:
            lines += column_lines
    return lines


def _line(glyphs: list[Glyph], page: int) -> Line:
    return Line(_parted(glyphs, _PART), page)


def _set_edges(lines: list[Line]) -> None:
    """Tell lines between what edges those of their column stand; large titles reach further."""
    if not lines:
        return
    sizes = [round(line.size) for line in lines]
    usual = Counter(sizes).most_common(1)[0][0]
    running = [line for line, size in zip(lines, sizes, strict=True) if size == usual]
    left, right = min(line.left for line in running), max(line.right for line in running)
    for line in lines:
        line.column_left, line.column_right = min(left, line.left), max(right, line.right)


def _cut(row: list[Glyph], gutters: list[float]) -> list[list[Glyph]] | None:
    """Return a row's glyphs by column; None where it spans a gutter."""
    for part in _parted(row, _GUTTER):
        right = max(g.right for g in part)
        if any(part[0].left < gutter < right for gutter in gutters):
            return None
    columns: list[list[Glyph]] = [[] for _ in range(len(gutters) + 1)]
    for glyph in row:
        middle = (glyph.left + glyph.right) / 2
        columns[bisect_left(gutters, middle)].append(glyph)
    return [_trimmed(column) for column in columns]


def _trimmed(glyphs: list[Glyph]) -> list[Glyph]:
    """Return glyphs without space at their ends."""
    drawn = [index for index, glyph in enumerate(glyphs) if glyph.text != " "]
    return glyphs[drawn[0] : drawn[-1] + 1] if drawn else []


def _gutters(rows: list[list[Glyph]]) -> list[float]:
    """Return the middles of the empty strips between columns of running text, from the left."""
    solids = []
    for row in rows:
        size = max(g.size for g in row)
        parts = _parted(row, _GUTTER)
        solids.append([(p[0].left, max(g.right for g in p), size) for p in parts])
    every = [solid for row in solids for solid in row]
    if len(solids) < _FEWEST_ROWS or len(every) > _MOST_PARTS:
        return []
    start, end = min(s[0] for s in every), max(s[1] for s in every)
    size = sorted(s[2] for s in every)[len(every) // 2]
    step = size / 4
    count = int((end - start) / step)
    if count > _MOST_STEPS:
        return []
    crossing = [_crossing(start + step * n, every) for n in range(1, count)]
    found = []
    for free, run in groupby(enumerate(crossing, 1), key=lambda pair: pair[1] is not None):
        strip = [(n, crossed) for n, crossed in run if crossed is not None]
        if not free or (len(strip) - 1) * step < _NARROWEST * size:
            continue
        least = min(crossed for _, crossed in strip)
        emptiest = [n for n, crossed in strip if crossed == least]
        middle = start + step * emptiest[len(emptiest) // 2]
        if _is_between_columns(middle, solids):
            found.append(middle)
    edges = [start, *found, end]
    return found if all(b - a >= 6 * size for a, b in pairwise(edges)) else []


def _crossing(x: float, solids: Sequence[tuple[float, float, float]]) -> int | None:
    """Return how many parts of rows stand over a place; None where it is no gutter."""
    crossing = sum(left < x < right for left, right, _ in solids)
    before = sum(right <= x for _, right, _ in solids)
    fewer = min(before, len(solids) - crossing - before)
    return crossing if crossing * 3 <= fewer * 2 and fewer >= _FEWEST_IN_COLUMN else None


def _is_between_columns(
    middle: float, solids: Sequence[Sequence[tuple[float, float, float]]]
) -> bool:
    """Tell a gutter from the space between a table's columns: lines fill the columns beside it."""
    for before in (True, False):
        sides = _sides(solids, middle, before=before)
        widths = sorted(side[-1][1] - side[0][0] for side in sides)
        if not widths or widths[len(widths) // 2] < _FILLED * widths[-1]:
            return False
    return True


def _sides(
    solids: Sequence[Sequence[tuple[float, float, float]]], middle: float, *, before: bool
) -> list[list[tuple[float, float, float]]]:
    """Return the parts of rows on one side of a place."""
    found = []
    for row in solids:
        if any(s[0] < middle < s[1] for s in row):
            continue
        side = [s for s in row if (s[1] <= middle) == before]
        if side:
            found.append(side)
    return found


def words(glyphs: Sequence[Glyph], *, right_to_left: bool) -> str:
    """Return the text of a line or a part of one in the order of reading."""
    drawn = _with_spaces(glyphs)
    if not drawn:
        return ""
    read = logical(drawn) if right_to_left and not _is_foreign(drawn) else _runs_turned(drawn)
    return " ".join("".join(read).split())


def first_word(glyphs: Sequence[Glyph], *, right_to_left: bool) -> float:
    """Return the width of the word that a line begins with."""
    found = _words(glyphs)
    word = found[-1 if right_to_left else 0]
    return max(g.right for g in word) - min(g.left for g in word)


def _with_spaces(glyphs: Sequence[Glyph]) -> list[str]:
    """Return the texts of glyphs with spaces between words, whether they are drawn or not."""
    drawn: list[str] = []
    for word in _words(glyphs):
        if drawn:
            drawn.append(" ")
        texts = [glyph.text for glyph in word if glyph.text != _NAMELESS]
        drawn += logical(texts)[::-1] if word[0].backwards else texts
    return drawn


def _words(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs of each word, from left to right."""
    found: list[list[Glyph]] = []
    last = None
    right = -math.inf
    for glyph in glyphs:
        if glyph.text == " ":
            last = None
            continue
        start = glyph.left if glyph.is_marked() or glyph.backwards else glyph.x
        if last is None or _is_space(last, glyph, (start - right) / (glyph.size or 1.0)):
            found.append([])
        found[-1].append(glyph)
        right = max(right, glyph.right)
        last = glyph
    return found


def _is_space(left: Glyph, right: Glyph, gap: float) -> bool:
    """Tell whether the gap between two glyphs, in sizes of their letters, parts words."""
    if left.is_marked():
        return gap >= _SPACE_BEFORE_MARKED
    return gap >= (_SPACE_AFTER_MARKED if right.is_marked() else _SPACE)


def _is_foreign(drawn: Sequence[str]) -> bool:
    """Tell a line of Latin words within Arabic that reads from the left."""
    strong = {unicodedata.bidirectional(piece[0]) for piece in drawn}
    return "L" in strong and not {"R", "AL"} & strong and drawn[0] not in _LAST_MARKS


def _runs_turned(drawn: list[str]) -> list[str]:
    """Return a line that reads from the left, with the Arabic in it in its order."""
    out: list[str] = []
    arabic = [unicodedata.bidirectional(piece[0]) in {"R", "AL"} for piece in drawn]
    index = 0
    while index < len(drawn):
        end = last = index
        while (
            end < len(drawn) and arabic[index] and unicodedata.bidirectional(drawn[end][0]) != "L"
        ):
            last = end if arabic[end] else last
            end += 1
        out += logical(drawn[index : last + 1]) if arabic[index] else [drawn[index]]
        index = last + 1
    return out
