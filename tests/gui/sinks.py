"""Where a window shows words, and which of those places would read them as rich text."""

import re
from itertools import count

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabWidget,
    QTextEdit,
)

from reader.gui.views.help_window import HelpPage
from reader.gui.views.passage_pane import PassagePane

OVERRIDES = re.compile("[\u202a-\u202e]")
OPEN, CLOSE = "\u2066\u2067\u2068", "\u2069"
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.WhatsThisRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
GUESSED = {"tool tip", "what is this", "label", str(Qt.ItemDataRole.ToolTipRole)}


def told(widget):
    """Yield (what kind of place, words) for all that a widget shows or would show."""
    yield "tool tip", widget.toolTip()
    yield "what is this", widget.whatsThis()
    yield "status tip", widget.statusTip()
    yield "title", widget.windowTitle()
    yield "accessible name", widget.accessibleName()
    yield "accessible description", widget.accessibleDescription()
    if isinstance(widget, QLabel):
        plain = widget.textFormat() == Qt.TextFormat.PlainText
        yield ("plain label" if plain else "label"), widget.text()
    if isinstance(widget, QAbstractButton | QLineEdit):
        yield "text", widget.text()
    if isinstance(widget, QGroupBox | QMenu):
        yield "text", widget.title()
    if isinstance(widget, QTabWidget):
        for at in range(widget.count()):
            yield "text", widget.tabText(at)
            yield "tool tip", widget.tabToolTip(at)
            yield "what is this", widget.tabWhatsThis(at)
    for action in widget.actions():
        yield "text", action.text()
        yield "tool tip", action.toolTip()
        yield "what is this", action.whatsThis()
        yield "status tip", action.statusTip()
    if isinstance(widget, QAbstractItemView | QComboBox) and widget.model() is not None:
        yield from _rows(widget.model(), QModelIndex())


def _rows(model, parent):
    for row in range(model.rowCount(parent)):
        for column in count():
            # Lists keep columnCount to themselves: where there is no column there is no index.
            index = model.index(row, column, parent)
            if not index.isValid():
                break
            for role in ROLES:
                words = index.data(role)
                if isinstance(words, str):
                    yield str(role), words
        yield from _rows(model, model.index(row, 0, parent))


def widgets():
    """Return every widget that there is, whatever window it is in."""
    return QApplication.allWidgets()


def rich_places():
    """Yield a line on each place that reads words as rich text, or would take such."""
    for widget in widgets():
        name = f"{type(widget).__name__} {widget.objectName()}"
        for kind, words in told(widget):
            if kind in GUESSED and GuiQt.mightBeRichText(words):
                yield f"{name}: {kind}: {words[:80]!r}"
        if isinstance(widget, QTextEdit) and not isinstance(widget, HelpPage):
            if widget.acceptRichText() and not widget.isReadOnly():
                yield f"{name}: takes rich text"
            if widget.document().rootFrame().childFrames() or "<img" in widget.toHtml():
                yield f"{name}: shows rich text"


def unmarked_places(needle):
    """Yield a line on each place where words of an article order the line around them.

    `needle` is in every such word; where it does not stand alone it must be isolated.
    """
    for widget in widgets():
        name = f"{type(widget).__name__} {widget.objectName()}"
        for kind, words in told(widget):
            if kind == "accessible description" and isinstance(widget, PassagePane):
                continue  # the article's own lines, as they are
            if OVERRIDES.search(words):
                yield f"{name}: {kind}: override: {words[:80]!r}"
            if kind != str(Qt.ItemDataRole.DisplayRole) and is_bare(words, needle):
                yield f"{name}: {kind}: not isolated: {words[:160]!r}"


def is_bare(words, needle):
    """Tell whether the needle stands anywhere outside of isolates."""
    depth = 0
    for at, letter in enumerate(words):
        if letter in OPEN:
            depth += 1
        elif letter == CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and words.startswith(needle, at):
            return True
    return False
