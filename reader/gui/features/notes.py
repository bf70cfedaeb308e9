"""Notes, highlights in four colors and bookmarks: the reader's own marks in the article."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from reader.core.notebook import COLORS, Bookmark, Color, Headings, Highlight, Notebook
from reader.core.types import Document, Span
from reader.errors import UnreadableError
from reader.files import safe_name
from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.keeper import Keeper
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.note_words import color_name, mark_name, mark_text
from reader.gui.models.notes_model import note_rows
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.gui.models.reasons import error_text
from reader.gui.models.targets import trimmed
from reader.gui.theme import Theme

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow
    from reader.gui.views.note_dialog import NoteDialog
    from reader.gui.views.notes_panel import NotesPanel

translate = QCoreApplication.translate
_MESSAGE = 6000  # milliseconds


class NotesFeature(Feature):
    """Marks words of the article, and lists what is marked.

    Attributes:
        dialog: the one that is open, None where none is.
    """

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "note",
            QT_TRANSLATE_NOOP("Actions", "&Note…"),
            QT_TRANSLATE_NOOP("Actions", "Write a note on the selected words, or on the sentence"),
            "Ctrl+Alt+N",
        ),
        Command(
            "highlight",
            QT_TRANSLATE_NOOP("Actions", "&Highlight"),
            QT_TRANSLATE_NOOP(
                "Actions", "Highlight the selected words or the sentence, or undo it"
            ),
            "Ctrl+Alt+H",
        ),
        Command(
            "bookmark",
            QT_TRANSLATE_NOOP("Actions", "&Bookmark"),
            QT_TRANSLATE_NOOP("Actions", "Set or remove a bookmark on the sentence"),
            "Ctrl+D",
        ),
        Command(
            "show_notes",
            QT_TRANSLATE_NOOP("Actions", "&Notes and bookmarks"),
            QT_TRANSLATE_NOOP("Actions", "List notes, highlights and bookmarks"),
            "Ctrl+Alt+A",
        ),
        Command(
            "export_notes",
            QT_TRANSLATE_NOOP("Actions", "Export &notes…"),
            QT_TRANSLATE_NOOP("Actions", "Write notes and bookmarks into a Markdown file"),
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.keeper: Keeper = window.keeper
        self.dialog: NoteDialog | None = None
        self._panel: NotesPanel | None = None
        self._color: Color = "yellow"
        self._index: AnalysisIndex | None = None
        window.desk.add("notes", lambda: translate("Notes", "Notes"), self._make_panel)
        self.keeper.opened.connect(self._show)
        self.keeper.changed.connect(self._show)
        window.article.menu_wanted.connect(self._fill_menu)
        self._enable()

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does."""
        return {
            "note": lambda: self._ask_note(self._target()),
            "highlight": lambda: self._toggle_highlight(self._target()),
            "bookmark": lambda: self._toggle_bookmark(self._here()),
            "show_notes": lambda: self.window.desk.show_view("notes"),
            "export_notes": self._export,
        }

    # -- what is shown -----------------------------------------------------------------------

    def show_document(self, document: Document) -> None:  # noqa: ARG002 - the keeper has it
        """Show the marks of another article."""
        self._show(self.keeper.notebook)

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Know the sentences; without them nothing can be marked."""
        self._index = index
        self._enable()
        self._show_rows()

    def set_theme(self, theme: Theme) -> None:
        """Show the colors of another theme."""
        if self._panel is not None:
            self._panel.set_theme(theme)

    def retranslate(self) -> None:
        """Write the rows in another language."""
        self._show_rows()

    def _enable(self) -> None:
        known = self._index is not None
        for name in ("note", "highlight", "bookmark", "export_notes"):
            self.window.actions_by_name[name].setEnabled(known)

    def _show(self, notebook: Notebook) -> None:
        text = self._text()
        highlights = [h for h in notebook.highlights if h.span.of(text) == h.words]
        article = self.window.article
        article.set_user_highlights(
            [(h.span, f"user_{h.color}") for h in highlights],
            [h.span for h in highlights if h.note],
        )
        article.set_bookmarks([b.span.start for b in notebook.bookmarks])
        self._show_rows()

    def _show_rows(self) -> None:
        if self._panel is None:
            return
        sentences = self._index.analysis.sentences if self._index else ()
        self._panel.show_rows(note_rows(self.keeper.notebook, self._text(), sentences))

    def _text(self) -> str:
        return self.window.document.text if self.window.document else ""

    def _make_panel(self) -> QWidget:
        from reader.gui.views.notes_panel import NotesPanel  # noqa: PLC0415 - when first seen

        self._panel = NotesPanel()
        self._panel.set_theme(self.window.theme())
        self._panel.mark_activated.connect(lambda mark: self.window.jumps.to(mark.span))
        self._panel.edit_wanted.connect(self._edit)
        self._panel.delete_wanted.connect(self._delete)
        self._panel.export_wanted.connect(self._export)
        self._show_rows()
        return self._panel

    # -- which words -------------------------------------------------------------------------

    def _target(self) -> Span | None:
        """Return the selected words; without a selection, the sentence that is read."""
        selection = trimmed(self._text(), self.window.article.selected_span())
        return selection if len(selection) else self._here()

    def _here(self) -> Span | None:
        """Return the sentence of the selection or the caret, or the first one in sight."""
        article = self.window.article
        at = article.selected_span().start
        seen = article.viewport().rect()
        spots = article.rectangles(Span(at, at + 1))
        if not any(seen.intersects(spot) for spot in spots):
            at = article.first_visible_offset()
        return self._sentence(at)

    def _sentence(self, offset: int) -> Span | None:
        index = self._index
        if index is None:
            return None
        after = [s for s in index.analysis.sentences if s.span.end > offset]
        return min((s.span for s in after), default=None)

    def _at(self, offset: int) -> Highlight | None:
        """Return the shortest highlight that holds a letter."""
        here = Span(offset, offset + 1)
        found = [h for h in self.keeper.notebook.highlights if h.span.contains(here)]
        return min(found, key=lambda h: len(h.span), default=None)

    def _of(self, span: Span) -> Highlight | None:
        return next((h for h in self.keeper.notebook.highlights if h.span == span), None)

    # -- marking -----------------------------------------------------------------------------

    def _fill_menu(self, menu: QMenu, hit: object, selection: Span, offset: int) -> None:  # noqa: ARG002 - marks are no findings
        """Offer to mark the selected words, the sentence, or to change the mark there."""
        if self._index is None:
            return
        span = trimmed(self._text(), selection)
        mark = self._at(offset)
        target = span if len(span) else mark.span if mark else self._sentence(offset)
        if target is None:
            return
        if not menu.isEmpty():
            menu.addSeparator()
        colors = menu.addMenu(translate("Notes", "Highlight"))
        there = self._of(target)
        for color in COLORS:
            action = colors.addAction(color_name(color))
            action.setCheckable(True)
            action.setChecked(there is not None and there.color == color)
            action.triggered.connect(lambda _on=False, color=color: self._highlight(target, color))
        words = translate("Notes", "Edit the note…") if there else translate("Notes", "Note…")
        menu.addAction(words).triggered.connect(lambda: self._ask_note(target))
        if there is not None:
            words = translate("Notes", "Remove the highlight")
            menu.addAction(words).triggered.connect(lambda: self._delete(there))
        sentence = self._sentence(target.start)
        marked = any(b.span == sentence for b in self.keeper.notebook.bookmarks)
        words = (
            translate("Notes", "Remove the bookmark")
            if marked
            else translate("Notes", "Bookmark this sentence")
        )
        menu.addAction(words).triggered.connect(lambda: self._toggle_bookmark(sentence))

    def _highlight(self, span: Span, color: Color, note: str | None = None) -> None:
        """Color words; the note that they have stays, unless there is another."""
        self._color = color
        before = self._of(span)
        kept = before.note if before and note is None else note or ""
        mark = Highlight(span, span.of(self._text()), color, kept, _now())
        self.keeper.change(mark_text(mark), self.keeper.notebook.with_highlight(mark))

    def _toggle_highlight(self, span: Span | None) -> None:
        there = self._of(span) if span else None
        if there is not None:
            self._delete(there)
        elif span is not None:
            self._highlight(span, self._color)

    def _toggle_bookmark(self, span: Span | None) -> None:
        if span is None:
            return
        book = self.keeper.notebook
        there = next((b for b in book.bookmarks if b.span == span), None)
        if there is not None:
            self._delete(there)
            return
        mark = Bookmark(span, span.of(self._text()), _now())
        self.keeper.change(mark_text(mark), book.with_bookmark(mark))

    def _delete(self, mark: Highlight | Bookmark) -> None:
        book = self.keeper.notebook
        if isinstance(mark, Bookmark):
            left = book.without_bookmark(mark.span)
        else:
            left = book.without_highlight(mark.span)
        words = translate("Notes", "Remove: {words}").format(words=mark_text(mark))
        self.keeper.change(words, left)

    def _edit(self, mark: Highlight | Bookmark) -> None:
        if isinstance(mark, Highlight):
            self._ask_note(mark.span)

    def _ask_note(self, span: Span | None) -> None:
        if span is None:
            return
        from reader.gui.views.note_dialog import NoteDialog  # noqa: PLC0415 - when first wanted

        there = self._of(span)
        words = there.words if there else span.of(self._text())
        color = there.color if there else self._color
        note = there.note if there else ""
        dialog = NoteDialog(" ".join(words.split()), note, color, self.window.theme(), self.window)
        dialog.chosen.connect(lambda note, color: self._write(span, note, color))
        dialog.finished.connect(lambda _result: setattr(self, "dialog", None))
        self.dialog = dialog
        dialog.open()

    def _write(self, span: Span, note: str, color: Color) -> None:
        there = self._of(span)
        if there is not None and there.words != span.of(self._text()):
            # Its place is gone: the note is changed where it is, not tied to other words.
            mark = replace(there, note=note, color=color, written=_now())
            self.keeper.change(mark_text(mark), self.keeper.notebook.with_highlight(mark))
        else:
            self._highlight(span, color, note)

    # -- exporting ---------------------------------------------------------------------------

    def _export(self) -> None:
        from reader.service import Workspace  # noqa: PLC0415 - the window is up before

        analysis, document = self.window.analysis, self.window.document
        if analysis is None or document is None:
            return
        first = safe_name(Path(document.source or "").stem, ".md")
        name, _kind = QFileDialog.getSaveFileName(
            self.window, translate("Notes", "Export notes"), first, "Markdown (*.md)"
        )
        if not name:
            return
        kinds = (Highlight(Span(0, 0), "", "yellow", note, "") for note in ("note", ""))
        note, plain = map(mark_name, kinds)
        colors = {color: color_name(color) for color in COLORS}
        headings = Headings(note, plain, translate("Notes", "Bookmark"), colors)
        try:
            told = Workspace().export_notes(analysis, self.keeper.notebook, headings)
            Workspace().write(Path(name), told)
        except UnreadableError as error:
            self.window.warnings.tell(error_text(error))


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
