"""The caret in the reading view, with what is selected up to it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter

from reader.core.types import Span
from reader.gui.theme import Theme
from reader.gui.views.article.folding import Folding
from reader.gui.views.article.scrolled import ScrolledColumn
from reader.gui.views.article.selection import Selection

_WIDTH = 2.0  # pixels


class Caret(QObject):
    """Stands in one text, shown or not; all that selects moves it.

    Attributes:
        selection: the selected part.
        is_browsing: whether the caret is shown and moved by the keys.

    Signals:
        moved: another part is selected, or the caret is elsewhere.
        pressed: the reader acts on the letter after the caret, at a place of the viewport.
    """

    moved = Signal()
    pressed = Signal(QPointF)

    def __init__(self, area: ScrolledColumn, folding: Folding) -> None:
        super().__init__(area)
        self._area, self._column, self._folding = area, area.column, folding
        self.selection = Selection()
        self.is_browsing = False

    @property
    def offset(self) -> int:
        """Return where it stands."""
        return self.selection.caret

    def set_selection(self, selection: Selection) -> None:
        """Select another part, or put the caret elsewhere."""
        if selection != self.selection:
            self.selection = selection
            self.moved.emit()

    def set_browsing(self, on: bool) -> None:  # noqa: FBT001 - as a slot
        """Show a caret that the keys move, beginning in sight, or hide it."""
        if on == self.is_browsing:
            return
        self.is_browsing = on
        seen = self._column.seen()
        if on and not seen.start <= self.offset <= seen.end:
            self.set_selection(Selection(seen.start, seen.start))
        self._area.viewport().update()

    def reveal(self) -> None:
        """Scroll as little as brings the caret in sight."""
        self._folding.unfold(Span(self.offset, self.offset + 1))
        line, view = self._column.caret(self.offset), self._column.view
        if line.bottom() < -view or line.top() > 2 * view:
            self._area.show_span(Span(self.offset, self.offset), margin=0.0, fraction=0.5)
        elif line.top() < 0:
            self._area.scroll_by(line.top() - 4)
        elif line.bottom() > view:
            self._area.scroll_by(line.bottom() - view + 4)

    def press(self) -> None:
        """Act on the letter after the caret, as a click on it does."""
        letter = self._column.rectangles(Span(self.offset, self.offset + 1))
        if letter:
            self.pressed.emit(letter[0].center())

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw it by hand: Qt's own has a flag that tells the direction."""
        if self.is_browsing and not self._column.is_hidden(self.offset):
            line = self._column.caret(self.offset)
            place = QRectF(line.left() - _WIDTH / 2, line.top(), _WIDTH, line.height())
            painter.fillRect(place, theme.color("text"))
