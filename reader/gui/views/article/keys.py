"""What the keys do in the reading view: they scroll, or move a caret."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from reader.gui.views.article import selection as moves
from reader.gui.views.article.caret import Caret
from reader.gui.views.article.scrolled import ScrolledColumn

_Key = Qt.Key
_MOVES = frozenset({
    _Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down,
    _Key.Key_Home, _Key.Key_End, _Key.Key_PageUp, _Key.Key_PageDown,
})  # fmt: skip
_OVERLAP = 48.0  # pixels of a page that stay in sight on the next


class Keys:
    """The keyboard of one view. Without caret browsing, keys scroll and Shift selects."""

    def __init__(self, area: ScrolledColumn, caret: Caret) -> None:
        self._area, self._caret = area, caret
        self._x: float | None = None  # where lines up and down are entered

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key; False where it is not for the article."""
        caret = self._caret
        if event.key() == _Key.Key_F7:
            caret.set_browsing(not caret.is_browsing)
        elif event.key() in {_Key.Key_Return, _Key.Key_Enter} and caret.is_browsing:
            caret.press()
        elif event.key() == _Key.Key_Space:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._area.scroll_by(-self._page() if back else self._page())
        elif event.key() in _MOVES and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return self._move(event)
        else:
            return False
        return True

    def _page(self) -> float:
        return max(20.0, self._area.viewport().height() - _OVERLAP)

    def _move(self, event: QKeyEvent) -> bool:
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not extend and not self._caret.is_browsing:
            return self._scroll(Qt.Key(event.key()), control=control)
        key = Qt.Key(event.key())
        vertical = key in {_Key.Key_Up, _Key.Key_Down, _Key.Key_PageUp, _Key.Key_PageDown}
        caret = self._caret.offset
        if not vertical or control:
            self._x = None
        elif self._x is None:
            self._x = self._area.column.caret(caret).x()
        offset = self._target(key, caret, control=control)
        self._caret.set_selection(self._caret.selection.to(offset, extend=extend))
        self._caret.reveal()
        return True

    def _scroll(self, key: Qt.Key, *, control: bool) -> bool:
        area = self._area
        line = area.column.setting.line
        steps = {
            _Key.Key_Up: -line,
            _Key.Key_Down: line,
            _Key.Key_PageUp: -self._page(),
            _Key.Key_PageDown: self._page(),
        }
        bar = area.verticalScrollBar()
        if key in steps and not control:
            area.scroll_by(steps[key])
        elif key == _Key.Key_Home:
            bar.setValue(0)
        elif key == _Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            return False
        return True

    def _target(self, key: Qt.Key, caret: int, *, control: bool) -> int:
        """Return where the caret goes."""
        column = self._area.column
        if key in {_Key.Key_Left, _Key.Key_Right}:
            to_left = key == _Key.Key_Left
            if control:
                return (moves.next_word if to_left else moves.previous_word)(column, caret)
            return moves.beside(column, caret, to_left=to_left)
        if key in {_Key.Key_Home, _Key.Key_End}:
            end = key == _Key.Key_End
            if control:
                return len(column.paragraphs.text) if end else 0
            return moves.line_edge(column, caret, end=end)
        down = key in {_Key.Key_Down, _Key.Key_PageDown}
        if control:
            return moves.paragraph_edge(column, caret, down=down)
        page = key in {_Key.Key_PageUp, _Key.Key_PageDown}
        lines = max(1, int(self._page() / column.setting.line)) if page else 1
        x = self._x if self._x is not None else column.caret(caret).x()
        return moves.above_or_below(column, caret, x, lines if down else -lines)
