"""Paragraphs laid out in lines: made when they come in sight, few of them kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextLine, QTextOption

from reader.core.types import BlockKind
from reader.gui.views.article.shown import ShownText
from reader.gui.views.text_runs import Letter, line_letters, merged

_KEPT = 60_000  # characters of the paragraphs that stay laid out

# By the kind of a paragraph: the size of its font and what it is set in, by the font's size.
_KINDS: dict[BlockKind, tuple[float, float]] = {
    "title": (1.45, 0.0),
    "list_item": (1.0, 1.6),
    "quote": (1.0, 1.8),
    "cell": (0.95, 1.0),
    "caption": (0.9, 1.0),
    "note": (0.88, 0.0),
}
_HEADINGS = (1.3, 1.2, 1.12, 1.06, 1.0, 1.0)  # by level
_RUNS = 1_000  # ranges of a paragraph whose places are remembered


@dataclass(frozen=True)
class Setting:
    """How paragraphs are laid out.

    Attributes:
        width: of the lines, pixels.
        line_height: percent of the font's own.
        tashkil: whether it is drawn.
        indent: what the lines are set in from both sides, pixels.
    """

    font: QFont
    width: float
    line_height: float
    tashkil: bool = True
    indent: float = 0.0

    @property
    def points(self) -> float:
        """The size of the font, from which all distances come."""
        return self.font.pointSizeF()

    @property
    def line(self) -> float:
        """The height of one line with the space around it, pixels."""
        return QFontMetricsF(self.font).height() * self.line_height / 100

    @property
    def blank(self) -> float:
        """The height of a line without words, pixels."""
        return self.points * 0.55

    @property
    def after(self) -> float:
        """The space below a paragraph, pixels."""
        return self.points * 0.9

    def as_title(self) -> Setting:
        """Return the same for the article's title."""
        return self.of_kind("title", 0)

    def of_kind(self, kind: BlockKind, level: int) -> Setting:
        """Return the same for a paragraph of a kind; `level` is a heading's."""
        size, indent = _KINDS.get(kind, (1.0, 0.0))
        if kind == "heading":
            size = _HEADINGS[min(max(level, 1), len(_HEADINGS)) - 1]
        font = QFont(self.font)
        font.setPointSizeF(self.points * size)
        if kind in {"title", "heading"}:
            font.setWeight(QFont.Weight.Bold)
        return replace(self, font=font, indent=indent * self.points)


class ParagraphLayout:
    """One paragraph in lines. Offsets are code points from its start; its top left is 0, 0.

    Attributes:
        height: of the lines, pixels.
    """

    def __init__(self, source: str, setting: Setting) -> None:
        self.shown = ShownText(source, tashkil=setting.tashkil)
        self._blank = not source.strip()
        self._width = setting.width - setting.indent
        self._by_line: dict[int, list[Letter]] = {}
        self._runs: dict[tuple[int, int], list[QRectF]] = {}
        # QTextLayout takes the side as it is named; it mirrors nothing.
        option = QTextOption(Qt.AlignmentFlag.AlignRight)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.layout = QTextLayout(self.shown.text, setting.font)
        self.layout.setTextOption(option)
        self.layout.setCacheEnabled(True)
        self.height = self._break(setting)

    def _break(self, setting: Setting) -> float:
        height = 0.0
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(max(setting.width - 2 * setting.indent, 1.0))
            slot = line.height() * setting.line_height / 100
            line.setPosition(QPointF(setting.indent, height + (slot - line.height()) / 2))
            height += slot
        self.layout.endLayout()
        return setting.blank if self._blank else height + setting.after

    def lines(self) -> Iterator[QTextLine]:
        """Yield the lines from the top."""
        return (self.layout.lineAt(number) for number in range(self.layout.lineCount()))

    def runs(self, start: int, end: int) -> list[QRectF]:
        """Return where the characters of a range stand, in runs from left to right by line."""
        key = (max(start, 0), end)
        if key not in self._runs:
            if len(self._runs) > _RUNS:
                self._runs.clear()
            first, stop = self.shown.position(key[0]), self.shown.position(end)
            self._runs[key] = [
                run for line in self.lines() for run in self._line_runs(line, first, stop)
            ]
        return self._runs[key]

    def _line_runs(self, line: QTextLine, first: int, stop: int) -> list[QRectF]:
        known = self._by_line.get(line.lineNumber())
        if known is None:
            return merged(line, line_letters(line, self.shown.text, first, stop))
        return merged(line, [x for x in known if first <= x.position < stop])

    def _letters(self, line: QTextLine) -> list[Letter]:
        number = line.lineNumber()
        if number not in self._by_line:
            self._by_line[number] = line_letters(line, self.shown.text)
        return self._by_line[number]

    def letter_at(self, place: QPointF) -> int | None:
        """Return the offset of the character that is drawn at a place, None beside the words."""
        line = self._line_at(place.y())
        if not line.y() <= place.y() < line.y() + line.height():
            return None
        for letter in self._letters(line):
            if letter.left <= place.x() < letter.right:
                return self.shown.offset(letter.position)
        return None

    def gap_at(self, place: QPointF) -> int:
        """Return the offset of the gap between characters that is nearest to a place."""
        line = self._line_at(place.y())
        return self.shown.offset(self._gap(line, place.x()))

    def _gap(self, line: QTextLine, x: float) -> int:
        letters = self._letters(line)
        if not letters or x >= max(letter.right for letter in letters):
            return line.textStart()
        if x <= min(letter.left for letter in letters):
            return self._last_gap(line)
        number = min(range(len(letters)), key=lambda n: _away(letters[n], x))
        letter = letters[number]
        in_right_half = x > (letter.left + letter.right) / 2
        if in_right_half == letter.to_left:
            return letter.position
        if number + 1 < len(letters):
            return letters[number + 1].position
        return self._last_gap(line)

    def _last_gap(self, line: QTextLine) -> int:
        """Return the last position that the caret has on a line and not on the next."""
        end = line.textStart() + line.textLength()
        return end - 1 if end < self.shown.units and line.textLength() > 1 else end

    def _line_at(self, y: float) -> QTextLine:
        """Return the line whose middle is nearest to a height."""
        return min(self.lines(), key=lambda line: abs(line.y() + line.height() / 2 - y))

    def line_of(self, offset: int) -> QTextLine:
        """Return the line that holds a character."""
        return self.layout.lineForTextPosition(self.shown.position(offset))

    def line_range(self, offset: int) -> tuple[int, int]:
        """Return the offsets of the first and the last gap of the line of a character."""
        line = self.line_of(offset)
        return self.shown.offset(line.textStart()), self.shown.offset(self._last_gap(line))

    def caret(self, offset: int) -> QRectF:
        """Return where the caret stands before a character: a line without width."""
        line, position = self.line_of(offset), self.shown.position(offset)
        letters = self._letters(line)
        after = [letter for letter in letters if letter.position >= position]
        if after:
            x = after[0].right if after[0].to_left else after[0].left
        elif letters:
            x = letters[-1].left if letters[-1].to_left else letters[-1].right
        else:
            x = self._width
        return QRectF(x, line.y(), 0.0, line.height())

    def beside(self, offset: int, *, to_left: bool) -> int | None:
        """Return the next gap to the left or the right as it is drawn, None past the edge."""
        position = self.shown.position(offset)
        move = self.layout.leftCursorPosition if to_left else self.layout.rightCursorPosition
        found = move(position)
        return None if found == position else self.shown.offset(found)

    def start_y(self, offset: int) -> float:
        """Return the top of the line that holds a character."""
        return self.line_of(offset).y()


def _away(letter: Letter, x: float) -> float:
    """Return how far a place is from a letter, 0 on it."""
    return max(letter.left - x, x - letter.right, 0.0)


class LayoutCache:
    """The paragraphs that were laid out last, the oldest forgotten first."""

    def __init__(self, make: Callable[[int], ParagraphLayout]) -> None:
        self._make = make
        self._kept: OrderedDict[int, ParagraphLayout] = OrderedDict()
        self._size = 0

    def __getitem__(self, number: int) -> ParagraphLayout:
        found = self._kept.get(number)
        if found is not None:
            self._kept.move_to_end(number)
            return found
        made = self._kept[number] = self._make(number)
        self._size += made.shown.units
        while self._size > _KEPT and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._size -= oldest.shown.units
        return made

    def clear(self) -> None:
        """Forget all: the setting or the text is another."""
        self._kept.clear()
        self._size = 0
