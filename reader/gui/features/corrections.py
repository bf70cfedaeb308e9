"""Correcting what was found: menus, dialogs, undoing, and the list of corrections."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QUndoView, QWidget

from reader.core.corrections.types import (
    AddMention,
    ChangeType,
    Correction,
    Corrections,
    MergeEntities,
    MoveMention,
    RemoveMention,
    RemoveTime,
    SetReferenceDate,
    SetTime,
    SplitEntity,
    reference_day,
)
from reader.core.notebook import Notebook
from reader.core.types import Analysis, Document, Span
from reader.errors import NotebookError
from reader.gui.actions import Command, command_text
from reader.gui.features import Feature
from reader.gui.keeper import Keeper
from reader.gui.models import wording
from reader.gui.models.correction_words import correction_place, correction_text, lost_text
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.gui.models.reasons import error_text
from reader.gui.models.targets import anchor, forms, split, trimmed
from reader.gui.renewal import Renewal
from reader.gui.tasks import Report
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.core.corrections.apply import Corrected
    from reader.gui.features.correction_menu import CorrectionMenu
    from reader.gui.main_window import MainWindow
    from reader.gui.views.corrections_list import CorrectionsList
    from reader.notebooks import Kept

translate = QCoreApplication.translate
_MESSAGE = 6000  # milliseconds
_RENEWED = 1_000_000  # code points: longer articles are analyzed again on request only
_HEARD_BY_EVENTS = (
    AddMention
    | RemoveMention
    | MoveMention
    | ChangeType
    | MergeEntities
    | SplitEntity
    | SetTime
    | RemoveTime
)


class CorrectionsFeature(Feature):
    """Shows the analysis as the reader corrected it, and lets it be corrected."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "undo",
            QT_TRANSLATE_NOOP("Actions", "&Undo"),
            QT_TRANSLATE_NOOP("Actions", "Take the last change back"),
            "Ctrl+Z",
        ),
        Command(
            "redo",
            QT_TRANSLATE_NOOP("Actions", "&Redo"),
            QT_TRANSLATE_NOOP("Actions", "Make the change again that was taken back"),
            "Ctrl+Shift+Z",
        ),
        Command(
            "correct",
            QT_TRANSLATE_NOOP("Actions", "C&orrect this…"),
            QT_TRANSLATE_NOOP("Actions", "Correct what was found at the selection or the cursor"),
            "Ctrl+Alt+E",
        ),
        Command(
            "show_corrections",
            QT_TRANSLATE_NOOP("Actions", "&Corrections"),
            QT_TRANSLATE_NOOP("Actions", "List what was corrected, with a way back from each"),
            "Ctrl+Alt+Y",
        ),
        Command(
            "show_changes",
            QT_TRANSLATE_NOOP("Actions", "&Undo history"),
            QT_TRANSLATE_NOOP("Actions", "List the changes of this sitting, to go back to any"),
            "Ctrl+Alt+U",
        ),
        Command(
            "transliterate",
            QT_TRANSLATE_NOOP("Actions", "&Join transliterations"),
            QT_TRANSLATE_NOOP("Actions", "Take spellings of a foreign name for one name"),
            checkable=True,
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.keeper: Keeper = window.keeper
        self._bases: list[tuple[Analysis, Corrections]] = []
        self.renewal = Renewal(self._renewed_work, self)
        self._done: Corrected | None = None
        self._seen: Corrections = ()
        self._list: CorrectionsList | None = None
        window.desk.add(
            "corrections", lambda: translate("Corrections", "Corrections"), self._make_list
        )
        window.desk.add(
            "changes", lambda: translate("Corrections", "Undo history"), self._make_changes
        )
        self._set_up_actions()
        self._connect()

    def _set_up_actions(self) -> None:
        actions = self.window.actions_by_name
        stack = self.keeper.stack
        stack.canUndoChanged.connect(actions["undo"].setEnabled)
        stack.canRedoChanged.connect(actions["redo"].setEnabled)
        self.keeper.stepped.connect(self._name_actions)
        for name in ("undo", "redo", "correct"):
            actions[name].setEnabled(False)
        actions["transliterate"].setChecked(self.window.settings.transliterate)
        actions["transliterate"].toggled.connect(self._set_transliterate)

    @cached_property
    def menu(self) -> CorrectionMenu:
        """What fills menus with what can be corrected at a place."""
        from reader.gui.features.correction_menu import (  # noqa: PLC0415 - when first wanted
            CorrectionMenu,
        )

        return CorrectionMenu(self.window.findings, self.keeper, self.window)

    def _connect(self) -> None:
        window, keeper = self.window, self.keeper
        keeper.changed.connect(self._on_changed)
        keeper.failed.connect(self._on_failed)
        keeper.kept_elsewhere.connect(self._on_kept_elsewhere)
        window.analysis_ready.connect(self._on_analyzed)
        self.renewal.renewed.connect(self._on_renewed)
        window.date_button.date_chosen.connect(self._set_day)
        window.article.menu_wanted.connect(self._fill_menu)
        window.article.edges_dragged.connect(self._move_edges)
        window.entities.menu_wanted.connect(self._fill_for_mentions)
        window.entities.split_wanted.connect(self._split)
        window.events.menu_wanted.connect(self._fill_for_events)
        window.asked.connect(self._on_asked)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does."""
        return {
            "undo": self.keeper.stack.undo,
            "redo": self.keeper.stack.redo,
            "correct": self.correct_here,
            "show_corrections": lambda: self.window.desk.show_view("corrections"),
            "show_changes": lambda: self.window.desk.show_view("changes"),
        }

    def close(self) -> None:
        """Stop what runs."""
        self.renewal.stop()

    # -- what is shown -----------------------------------------------------------------------

    def show_document(self, document: Document) -> None:  # noqa: ARG002 - the keeper has it
        """Forget what was known of the article before."""
        self._bases, self._done = [], None
        self.renewal.stop()
        self._enable()

    def show_index(self, index: object) -> None:  # noqa: ARG002 - what is asked of the window
        """Show the corrections that are heard."""
        self._enable()
        self._show_list()

    def _enable(self) -> None:
        self.window.actions_by_name["correct"].setEnabled(self.window.index is not None)

    def _on_analyzed(self, analysis: Analysis) -> None:
        """Take an analysis for what corrections are made to, once it has heard the older ones."""
        self.renewal.stop()
        self._bases = [(analysis, self.window.analyzer.heard)]
        self._seen = self.window.analyzer.heard
        self._done = None
        lost = lost_text(len(self.lost()))
        if lost:
            self.window.statusBar().showMessage(lost, _MESSAGE)
        if self.window.analyzer.heard != self.keeper.notebook.corrections:
            self._show()
        self._show_list()

    def _on_changed(self, notebook: Notebook) -> None:
        if notebook.corrections != self._seen:
            self._show()

    def _show(self) -> None:
        """Show the analysis with the corrections as they are now."""
        if not self._bases:
            return
        corrections = self._seen = self.keeper.notebook.corrections
        fitting = [base for base in self._bases if _extends(corrections, base[1])]
        self._done = None
        if not fitting:
            self.renewal.stop()
            self.window.analyze_again()
            return
        self._bases = fitting
        self.window.findings.show(self._corrected().analysis)
        self._renew(corrections)

    def _renew(self, corrections: Corrections) -> None:
        """Look in the background for what follows from corrections that are only shown yet."""
        analysis, heard = self._bases[-1]
        unheard = corrections[len(heard) :]
        text = analysis.document.text
        if len(text) <= _RENEWED and any(isinstance(c, _HEARD_BY_EVENTS) for c in unheard):
            self.renewal.want(corrections)
        else:
            self.renewal.stop()

    def _renewed_work(self, corrections: Corrections) -> Callable[[Report], Analysis]:
        origin = self.window.opening.shown
        assert origin is not None  # noqa: S101 - what is corrected is shown
        return self.window.analyzer.work(self._bases[-1][0].document, origin, corrections)

    def _on_renewed(self, analysis: Analysis, heard: Corrections) -> None:
        """Show what follows from the corrections; the analysis before is kept for undoing."""
        if not self._bases or heard != self.keeper.notebook.corrections:
            return
        before = self._corrected().analysis
        self._bases = [self._bases[0], (analysis, heard)]
        self._done = None
        if analysis != before:
            self.window.findings.show(self._corrected().analysis)
        self._show_list()

    def lost(self) -> Corrections:
        """Return the corrections whose place in the text is gone."""
        return self._corrected().lost if self._bases else ()

    def _corrected(self) -> Corrected:
        """Return the analysis with the corrections as they are now."""
        if self._done is None and self._bases:
            from reader.core.corrections.apply import apply  # noqa: PLC0415 - the window is up

            self._done = apply(self._bases[-1][0], self.keeper.notebook.corrections)
        assert self._done is not None  # noqa: S101 - asked only once there is an analysis
        return self._done

    def _make_list(self) -> QWidget:
        from reader.gui.views.corrections_list import (  # noqa: PLC0415 - when first seen
            CorrectionsList,
        )

        self._list = CorrectionsList()
        self._list.revert_wanted.connect(self._revert)
        self._list.correction_activated.connect(self._go_to)
        self._show_list()
        return self._list

    def _make_changes(self) -> QWidget:
        view = QUndoView(self.keeper.stack)
        view.setEmptyLabel(translate("Corrections", "As it was opened"))
        view.setAccessibleName(translate("Corrections", "Undo history"))
        return view

    def _show_list(self) -> None:
        if self._list is not None:
            self._list.show_corrections(self.keeper.notebook.corrections, self.lost())

    def retranslate(self) -> None:
        """Name what is undone and redone in the language of the interface."""
        self._name_actions()

    def _name_actions(self) -> None:
        actions, stack = self.window.actions_by_name, self.keeper.stack
        named = (
            ("undo", translate("Corrections", "&Undo: {words}"), stack.undoText()),
            ("redo", translate("Corrections", "&Redo: {words}"), stack.redoText()),
        )
        for name, pattern, words in named:
            if words:
                actions[name].setText(pattern.format(words=words.replace("&", "&&")))
            else:
                actions[name].setText(command_text(self.COMMANDS, name))

    # -- what is wanted ----------------------------------------------------------------------

    def correct_here(self) -> None:
        """Open the menu of corrections for the selection, or for what is at the cursor."""
        selection = self.window.article.selected_span()
        menu = self._new_menu()
        self.menu.fill(menu, selection, selection.start)
        self._pop_up(menu, selection if len(selection) else _letter(selection))

    def _on_asked(self, verb: str, kind: str, name: str) -> None:
        """Open the menu of corrections for a finding that another part of the window shows."""
        index = self.window.index
        if verb != "correct" or index is None:
            return
        menu, place = self._new_menu(), None
        if kind == "entity" and name in index.mentions_of:
            mentions = index.mentions_of[name]
            place = mentions[0].span
            self.menu.fill_for_mentions(menu, [m.id for m in mentions])
        elif kind == "mention" and name in index.mentions:
            place = index.mentions[name].span
        elif kind == "time" and name in index.times:
            place = index.times[name].span
        elif kind == "event" and name in index.events:
            place = index.events[name].trigger
        if menu.isEmpty() and place is not None:
            self.menu.fill(menu, Span(0, 0), place.start)
        self._pop_up(menu, place)

    def _new_menu(self) -> QMenu:
        menu = QMenu(self.window.article)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _pop_up(self, menu: QMenu, place: Span | None) -> None:
        """Show a menu below its words; where it is empty, say what to do."""
        article = self.window.article
        if menu.isEmpty():
            words = translate("Corrections", "Select words, or click on what was found, first.")
            self.window.statusBar().showMessage(words, _MESSAGE)
            menu.deleteLater()
            return
        spots = article.rectangles(place) if place else []
        seen = article.viewport().rect()
        spot = next((s.bottomLeft() for s in spots if seen.intersects(s)), seen.center())
        menu.popup(article.viewport().mapToGlobal(spot))

    def _fill_menu(self, menu: QMenu, hit: object, selection: Span, offset: int) -> None:  # noqa: ARG002 - all at the place is offered
        self.menu.fill(menu, selection, offset)

    def _fill_for_mentions(self, menu: QMenu, mentions: Sequence[str]) -> None:
        self.menu.fill_for_mentions(menu, mentions)

    def _fill_for_events(self, menu: QMenu, events: Sequence[str]) -> None:
        self.menu.fill_for_events(menu, events)

    def _move_edges(self, mention: str, span: Span) -> None:
        index = self.window.index
        if index is None or mention not in index.mentions:
            return
        found = index.mentions[mention]
        span = trimmed(index.text, span)
        if len(span) and span != found.span:
            old, new = (anchor(index, s, found.type) for s in (found.span, span))
            self._correct(MoveMention(old, new))

    def _split(self, entity: str, form: str) -> None:
        """Split the mentions that are written so off their entity."""
        index = self.window.index
        if index is None:
            return
        off = forms(index, index.mentions_of.get(entity, ())).get(form, ())
        correction = split(index, off) if off else None
        if correction is not None:
            self._correct(correction)

    def _correct(self, correction: Correction) -> None:
        self.keeper.correct(correction_text(correction), correction)

    def _revert(self, correction: Correction) -> None:
        left = tuple(c for c in self.keeper.notebook.corrections if c is not correction)
        words = translate("Corrections", "Revert: {words}")
        self.keeper.set_corrections(words.format(words=correction_text(correction)), left)

    def _go_to(self, correction: Correction) -> None:
        place = correction_place(correction)
        if place is not None:
            self.window.jumps.to(place)

    def _set_day(self, day: date | None) -> None:
        if not self._bases or self.window.is_loading:
            self.window.set_reference_date(day)
        else:
            self._correct(SetReferenceDate(day))

    def _set_transliterate(self, joined: bool) -> None:  # noqa: FBT001 - a slot
        self.window.keep(replace(self.window.settings, transliterate=joined))

    def follow(self, before: Settings, after: Settings) -> None:
        """Join transliterations or not."""
        if before.transliterate != after.transliterate:
            self.window.actions_by_name["transliterate"].setChecked(after.transliterate)
            self.window.analyze_again()

    def _on_failed(self, error: NotebookError) -> None:
        self.window.warnings.tell(error_text(error))

    def _on_kept_elsewhere(self, kept: Kept) -> None:
        words = translate(
            "Corrections",
            "What you correct and note cannot be kept beside the article ({problem}). It is kept"
            " in your own folder instead:",
        )
        told = words.format(problem=wording.isolate(kept.problem))
        self.window.warnings.tell(f"{told}\n\n{wording.isolate(str(kept.path))}")


def _extends(corrections: Corrections, heard: Corrections) -> bool:
    """Tell whether corrections go on from those that an analysis heard, of the same day."""
    same = corrections[: len(heard)] == heard
    return same and reference_day(corrections) == reference_day(heard)


def _letter(place: Span) -> Span:
    return Span(place.start, place.start + 1)
