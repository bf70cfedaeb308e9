"""Cards on names, times and events: under the pointer, or with Space in the article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from reader.core.types import Document, Span
from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.lookup import lookup_address
from reader.gui.models.peek import Peeker
from reader.gui.models.peek_parts import Peek, Target
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.gui.theme import Theme
from reader.gui.views.article.marks import Hit
from reader.gui.views.lookup_dialog import LookupDialog
from reader.gui.views.peek_card import PeekCard
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow

_REST = 450  # milliseconds that the pointer rests before the card opens
_NESTED = 16  # findings that begin before a letter, of which one may hold it
_LEAVE = 350  # milliseconds that it may be off the words and the card


class PeekFeature(Feature):
    """Shows the card of what the reader points at or stands on."""

    COMMANDS = (
        Command(
            "peek",
            QT_TRANSLATE_NOOP("Actions", "&Card of this word"),
            QT_TRANSLATE_NOOP(
                "Actions",
                "Tell of the name, time or event at the caret or after it (in the article)",
            ),
            "Space",
            "why",
        ),
        Command(
            "peek_hover",
            QT_TRANSLATE_NOOP("Actions", "Cards under the &pointer"),
            QT_TRANSLATE_NOOP("Actions", "Open a card where the pointer rests on a marked word"),
            checkable=True,
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._peeker: Peeker | None = None
        self._last: tuple[Target, int] | None = None
        self._anchor = Span(0, 0)
        self._stays = False  # opened by a key or a click: goes with the next click in the text
        self._pointer = QPoint()
        self.card = PeekCard(window)
        self.rest, self.leave = QTimer(self), QTimer(self)
        for timer, time, call in (
            (self.rest, _REST, self._on_rest),
            (self.leave, _LEAVE, self._on_leave),
        ):
            timer.setSingleShot(True)
            timer.setInterval(time)
            timer.timeout.connect(call)
        self._connect()

    def _connect(self) -> None:
        window, card = self.window, self.card
        action = window.actions_by_name["peek"]
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        window.article.addAction(action)
        hover = window.actions_by_name["peek_hover"]
        hover.setChecked(window.settings.hover)
        hover.toggled.connect(self._on_hover)
        window.article.installEventFilter(self)
        window.article.viewport().installEventFilter(self)
        window.article.verticalScrollBar().valueChanged.connect(self._on_scroll)
        window.article.menu_wanted.connect(self._on_menu)
        window.article.mention_clicked.connect(lambda name: self._remember("mention", name))
        window.article.time_clicked.connect(self._on_time_clicked)
        window.article.event_clicked.connect(lambda name: self._remember("event", name))
        window.entities.mention_activated.connect(lambda name: self._remember("mention", name))
        window.events.event_activated.connect(lambda name: self._remember("event", name))
        card.page_turned.connect(self._place)
        card.entered.connect(self.leave.stop)
        card.left.connect(self._on_left)
        card.closed.connect(self._on_closed)
        card.link_activated.connect(self._follow)
        card.stepped.connect(self._step)
        card.list_wanted.connect(lambda: self._ask("list"))
        card.correct_wanted.connect(lambda: self._ask("correct"))
        card.copy_wanted.connect(self._copy)
        card.lookup_wanted.connect(self._look_up)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {"peek": self.open_here, "peek_hover": lambda: None}

    def show_document(self, document: Document) -> None:  # noqa: ARG002 - as Feature
        """Close the card of the article before."""
        self._last = None

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Tell of another analysis from now on."""
        self.card.close_card()
        self._peeker = Peeker(index) if index else None
        self.window.actions_by_name["peek"].setEnabled(index is not None)

    def follow(self, before: Settings, after: Settings) -> None:  # noqa: ARG002 - as Feature
        """Open cards under the pointer or not."""
        self.window.actions_by_name["peek_hover"].setChecked(after.hover)

    def set_theme(self, theme: Theme) -> None:
        """Show the card in other colors."""
        self.card.set_theme(theme)

    def retranslate(self) -> None:
        """Name the card's actions anew; what it told is in the language before."""
        self.card.close_card()
        self.card.retranslate()

    # -- opening and closing -----------------------------------------------------------------

    def open_here(self) -> None:
        """Open the card of what the keyboard is on, or of the next finding, and go to it."""
        peeker = self._peeker
        if peeker is None:
            return
        if self.card.peek is not None:
            self._stays = True
            self.card.take_focus()
            return
        target = self._here(peeker)
        if target is not None:
            self._open_with_keys(target)

    def open_card(self, target: Target, *, stays: bool = False) -> bool:
        """Open the card of a finding beside its words; False where there is none.

        Unless it `stays`, it goes when the pointer leaves it and its words.
        """
        peek = self._peeker.peek(target) if self._peeker else None
        if peek is None:
            return False
        self.rest.stop()
        self.leave.stop()
        self._anchor, self._stays = peek.span, stays
        self._remember(*target)
        if not self._rectangles(peek.span):
            self.window.article.reveal(peek.span, flash=False)
        self.card.show_peek(peek)
        self._place()
        self.card.show()
        self.card.raise_()
        return True

    def _here(self, peeker: Peeker) -> Target | None:
        """Return what the caret is in or what was gone to last; else the next one in sight."""
        article = self.window.article
        caret = article.selected_span()
        targets = peeker.targets()
        if self._last is not None and self._last[1] == caret.start:
            return self._last[0]
        at = bisect_right(targets, caret.start, key=lambda found: found[0].start)
        near = targets[max(0, at - _NESTED) : at]
        inside = [target for span, target in near if caret.start < span.end]
        if inside:
            return inside[-1]
        start = caret.start or article.first_visible_offset()
        at = bisect_left(targets, start, key=lambda found: found[0].start)
        return targets[at][1] if at < len(targets) else None

    def _remember(self, kind: str, name: str) -> None:
        self._last = ((kind, name), self.window.article.selected_span().start)

    def _rectangles(self, span: Span) -> list[QRect]:
        """Return where words are in the window, as far as they are in sight."""
        viewport = self.window.article.viewport()
        seen = viewport.rect()
        found = [r for r in self.window.article.rectangles(span) if r.intersects(seen)]
        return [QRect(viewport.mapTo(self.window, r.topLeft()), r.size()) for r in found]

    def _place(self) -> None:
        words = self._rectangles(self._anchor)
        if words and self.card.peek is not None:
            self.card.place_beside(words, self.window.rect())

    def _on_scroll(self) -> None:
        if self.card.peek is None:
            return
        if self._is_held():
            self._place()
        else:
            self.card.close_card()

    def _is_held(self) -> bool:
        """Tell whether the card stays where the pointer leaves it."""
        return self._stays or self.card.pinned

    def _on_closed(self, focused: bool) -> None:  # noqa: FBT001 - a slot
        self._stays = False
        self.rest.stop()
        self.leave.stop()
        if focused:
            self.window.article.setFocus(Qt.FocusReason.PopupFocusReason)

    # -- the pointer -------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch where the pointer rests in the article, and Esc."""
        kind = event.type()
        if watched is self.window.article:
            return self._is_escape(event) and self._escape(event)
        if isinstance(event, QMouseEvent) and kind == QEvent.Type.MouseMove:
            self._on_move(event)
        elif kind == QEvent.Type.Leave:
            self.rest.stop()
            self._on_left()
        elif kind == QEvent.Type.Wheel:
            self.rest.stop()
        elif kind == QEvent.Type.MouseButtonPress:
            self._on_press()
        elif kind == QEvent.Type.Resize:
            self._place_later()
        return False

    def _is_escape(self, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape

    def _escape(self, event: QEvent) -> bool:
        """Close the card with Esc before anything else stops."""
        if self.card.peek is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            self.card.close_card()
            return True
        return False

    def _on_move(self, event: QMouseEvent) -> None:
        self._pointer = event.position().toPoint()
        if event.buttons() != Qt.MouseButton.NoButton:
            self.rest.stop()
            return
        if self.window.settings.hover and not self._is_held():
            self.rest.start()
        if self.card.peek is None or self._is_on_words():
            self.leave.stop()
        else:
            self._on_left()

    def _on_press(self) -> None:
        """Let a click in the text close the card, unless the user has pinned it."""
        self.rest.stop()
        if not self.card.pinned:
            self.card.close_card()

    def _is_on_words(self) -> bool:
        at = self.window.article.viewport().mapTo(self.window, self._pointer)
        return any(rect.contains(at) for rect in self._rectangles(self._anchor))

    def _on_rest(self) -> None:
        """Open the card of what the pointer rests on."""
        hit = self.window.article.hit_at(self._pointer)
        if hit is None or self._is_held():
            return
        if self.card.peek is None or self.card.peek.target != (hit.kind, hit.id):
            self.open_card((hit.kind, hit.id))

    def _on_left(self) -> None:
        if self.card.peek is not None and not self._is_held() and not self.leave.isActive():
            self.leave.start()

    def _on_leave(self) -> None:
        """Close the card, unless the pointer has come to it."""
        inside = self.card.rect().contains(self.card.mapFromGlobal(QCursor.pos()))
        if not self._is_held() and not inside:
            self.card.close_card()

    def _place_later(self) -> None:
        if self.card.peek is not None:
            QTimer.singleShot(0, self._place)

    def _on_hover(self, is_on: bool) -> None:  # noqa: FBT001 - a slot
        self.window.keep(replace(self.window.settings, hover=is_on))
        self.rest.stop()

    def _on_time_clicked(self, name: str) -> None:
        """Open the card of a time, which has no panel."""
        self.open_card(("time", name), stays=True)

    def _on_menu(self, menu: QMenu, hit: Hit | None, _selected: Span, _place: int) -> None:
        """Offer the card in the article's menu."""
        if hit is not None and self._peeker is not None:
            target = (hit.kind, hit.id)
            menu.addAction(self.tr("Show the card"), lambda: self._open_with_keys(target))

    def _open_with_keys(self, target: Target) -> None:
        if self.open_card(target, stays=True):
            self.card.take_focus()

    # -- the card's actions ------------------------------------------------------------------

    def _follow(self, kind: str, name: str) -> None:
        if kind == "words":
            start, end = map(int, name.split(":"))
            self._go(Span(start, end))
            return
        self._go_to((kind, name))

    def _step(self, by: int) -> None:
        peek = self.card.peek
        if peek is not None:
            at = peek.same.index(peek.target) if peek.target in peek.same else -1
            self._go_to(peek.same[(at + by) % len(peek.same)])

    def _go_to(self, target: Target) -> None:
        """Go to a finding, with its card."""
        peek = self._peeker.peek(target) if self._peeker else None
        if peek is None:
            return
        focused = self.card.isAncestorOf(self.window.focusWidget() or self.window)
        self.window.findings.mark([name for _kind, name in peek.same])
        self._anchor = peek.span
        self._stays = True
        self.window.jumps.to(peek.span)
        self.open_card(target, stays=True)
        if focused:
            self._keep_focus(peek)

    def _keep_focus(self, peek: Peek) -> None:
        """Leave the keyboard on the card, on the same action where it is still there."""
        now = self.window.focusWidget()
        if now is None or not self.card.isAncestorOf(now) or now.isHidden():
            stops = self.card.stops()
            step = self.card.next_button if len(peek.same) > 1 else stops[0]
            step.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, span: Span) -> None:
        self._anchor, self._stays = span, True
        self.window.jumps.to(span)
        self._place()

    def _ask(self, verb: str) -> None:
        if self.card.peek is not None:
            self.window.asked.emit(verb, *self.card.peek.target)

    def _copy(self) -> None:
        if self.card.peek is not None:
            QGuiApplication.clipboard().setText(self.card.peek.text())

    def _look_up(self) -> None:
        if self.card.peek is None:
            return
        rtl = self.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
        name, wikidata = self.card.peek.lookup
        address = lookup_address(name, wikidata, "ar" if rtl else "en")
        LookupDialog(name, address, self.window).open()
