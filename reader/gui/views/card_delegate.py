"""Draws one event as a card: what, who, where, when, how sure and says who."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.gui.models import cards, wording
from reader.gui.models.cards import EventCard
from reader.gui.models.events_model import Role
from reader.gui.theme import blend, is_dark
from reader.gui.views.blocks import (
    Chip,
    ChipRow,
    Direction,
    Frame,
    TextBlock,
    chip_colors,
    dim,
    sized,
)
from reader.gui.views.grounds import draw_focus
from reader.gui.views.panel_parts import row_width

MARGIN, PADDING, STRIP, GAP = 5.0, 10.0, 4.0, 4.0


class CardLayout:
    """One card's blocks, measured for a width; every card has the same column of captions."""

    def __init__(
        self,
        card: EventCard,
        *,
        captions: tuple[tuple[str, str], ...],
        counter: str,
        font: QFont,
        palette: QPalette,
        width: float,
        direction: Direction,
    ) -> None:
        self.card = card
        inner = width - 2 * (MARGIN + PADDING) - STRIP
        small = sized(font, 0.86)
        dark = is_dark(palette)
        self.counter = TextBlock(counter, sized(font, 0.92), inner, direction, lines=1)
        counter_width = self.counter.width + 8 if counter else 0
        self.label = TextBlock(
            wording.signed(wording.isolate(card.label), by_user=card.by_user),
            sized(font, 1.06, bold=True),
            inner - counter_width,
            direction,
        )
        quad = wording.quad_of(card.type)
        self.chips = ChipRow(
            (
                Chip(wording.event_type_name(card.type), small, chip_colors(quad, dark=dark), None),
                Chip(
                    wording.status_name(card.status),
                    small,
                    chip_colors(card.status, dark=dark),
                    card.status,
                ),
            ),
            inner,
        )
        self.strip = chip_colors(quad, dark=dark)
        metrics = QFontMetricsF(small)
        self.caption_width = max(metrics.horizontalAdvance(c) for c, _ in captions) + 8
        self.lines = [
            (
                TextBlock(caption, small, self.caption_width, direction, lines=1),
                TextBlock(text, sized(font, 0.94), inner - self.caption_width, direction),
            )
            for caption, text in captions
            if text
        ]
        self.inner = inner
        self.height = (
            2 * (MARGIN / 2 + PADDING)
            + self.label.height
            + GAP
            + self.chips.height
            + sum(max(c.height, t.height) + GAP / 2 for c, t in self.lines)
            + (GAP if self.lines else 0)
        )

    def draw(
        self, painter: QPainter, rect: QRectF, palette: QPalette, direction: Direction
    ) -> None:
        """Draw the words and chips of the card inside `rect`."""
        inner = rect.adjusted(MARGIN + PADDING, MARGIN / 2 + PADDING, -MARGIN - PADDING, 0)
        if direction == Direction.RightToLeft:
            inner.setRight(inner.right() - STRIP)
        else:
            inner.setLeft(inner.left() + STRIP)
        frame = Frame(inner, direction)
        text, faint = palette.text().color(), dim(palette)
        label_width = self.inner - (self.counter.width + 8 if self.counter.width else 0)
        self.label.draw(painter, frame.place(0, 0, label_width).topLeft(), text)
        counter_at = frame.place(self.inner - self.counter.width, 1, self.inner)
        self.counter.draw(painter, counter_at.topLeft(), faint)
        y = self.label.height + GAP
        self.chips.draw(painter, Frame(frame.place(0, y, self.inner, 0), direction))
        y += self.chips.height + GAP
        for caption, words in self.lines:
            caption.draw(painter, frame.place(0, y + 1, self.caption_width).topLeft(), faint)
            width = self.inner - self.caption_width
            words.draw(painter, frame.place(self.caption_width, y, width).topLeft(), text)
            y += max(caption.height, words.height) + GAP / 2


class CardDelegate(QStyledItemDelegate):
    """Draws the cards of the events sidebar; `set_position` names the mention being shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._position: tuple[str, int] | None = None
        self._heights: dict[tuple[str, int, bool], int] = {}

    def set_position(self, card: str | None, position: int = 0) -> None:
        """Show on `card` that its mention at `position` (from 0) is the current one."""
        self._position = None if card is None else (card, position)

    def forget(self) -> None:
        """Measure every card anew: its words, font or width changed."""
        self._heights.clear()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height that the card's words need in the width of the view."""
        card = index.data(Role.CARD)
        width = row_width(option)
        heading = str(index.data(Role.HEADING) or "")
        key = (card.id, width, bool(heading))
        if key not in self._heights:
            height = self._layout(card, option, width).height + _heading_height(heading, option)
            self._heights[key] = round(height + 0.5)
        return QSize(width, self._heights[key])

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the card, its ground first."""
        painter.save()
        card, rect = index.data(Role.CARD), QRectF(option.rect)
        heading = str(index.data(Role.HEADING) or "")
        if heading:
            _draw_heading(painter, rect, option, heading)
            rect.setTop(rect.top() + _heading_height(heading, option))
        layout = self._layout(card, option, option.rect.width())
        _draw_ground(painter, rect, option, layout)
        layout.draw(painter, rect, option.palette, option.direction)
        painter.restore()

    def _layout(self, card: EventCard, option: QStyleOptionViewItem, width: int) -> CardLayout:
        return CardLayout(
            card,
            captions=self._captions(card),
            counter=self._counter(card),
            font=option.font,
            palette=option.palette,
            width=width,
            direction=option.direction,
        )

    def _captions(self, card: EventCard) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Who"), cards.who_text(card)),
            (self.tr("Where"), cards.where_text(card)),
            (self.tr("When"), cards.when_text(card)),
            (self.tr("Toll"), cards.casualties_text(card)),
            (self.tr("Figures differ"), cards.differing_text(card)),
            (self.tr("If"), wording.isolate(card.condition)),
            (self.tr("Source"), cards.source_text(card)),
        )

    def _counter(self, card: EventCard) -> str:
        if self._position and self._position[0] == card.id:
            return wording.isolate(f"{self._position[1] + 1} / {len(card.events)}")
        return wording.isolate(f"×{len(card.events)}") if len(card.events) > 1 else ""


def _heading(heading: str, option: QStyleOptionViewItem) -> TextBlock:
    width = row_width(option) - 2 * MARGIN
    return TextBlock(heading, sized(option.font, 1.0, bold=True), width, option.direction, lines=1)


def _heading_height(heading: str, option: QStyleOptionViewItem) -> float:
    return _heading(heading, option).height + 2 * PADDING if heading else 0.0


def _draw_heading(
    painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, heading: str
) -> None:
    """Draw the name of a group with a line under it."""
    block = _heading(heading, option)
    at = rect.topLeft() + QPointF(MARGIN, PADDING)
    block.draw(painter, at, option.palette.text().color())
    painter.setPen(QPen(dim(option.palette), 1))
    y = at.y() + block.height + 2
    painter.drawLine(QPointF(rect.left() + MARGIN, y), QPointF(rect.right() - MARGIN, y))


def _draw_ground(
    painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, layout: CardLayout
) -> None:
    palette = option.palette
    box = rect.adjusted(MARGIN, MARGIN / 2, -MARGIN, -MARGIN / 2)
    accent, base = palette.highlight().color(), palette.base().color()
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    share = 0.12 if selected else 0.05 if hovered else 0.0
    edge = accent if selected else blend(palette.text().color(), base, 0.16)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1.6 if selected else 1.0))
    painter.setBrush(blend(accent, base, share))
    painter.drawRoundedRect(box, 7, 7)
    strip = Frame(box, option.direction).place(4, 8, STRIP, box.height() - 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(blend(layout.strip.text, layout.strip.fill, 0.55))
    painter.drawRoundedRect(strip, STRIP / 2, STRIP / 2)
    draw_focus(painter, box.adjusted(2.5, 2.5, -2.5, -2.5), option, 5)
