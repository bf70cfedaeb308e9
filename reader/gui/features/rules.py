"""Corrections that travel: said of a name or an event once, heard in all articles."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu

from reader.core.types import EntityType, Mention
from reader.errors import InputError
from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.entities_model import TYPES
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate
from reader.gui.models.rule_words import rule_text
from reader.gui.models.wording import entity_type_of_one
from reader.gui.shelf import shelf_of
from reader.gui.views.article.marks import Hit

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow
    from reader.gui.views.rules_dialog import RulesDialog
    from reader.libraries import Library, Rule

_MESSAGE = 6000  # milliseconds
_OTHERS = 20  # names that one may be the same as


class RulesFeature(Feature):
    """Makes rules of the library by the menus of names and events, and lists them.

    Attributes:
        dialog: None where none is open.
    """

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "library_rules",
            QT_TRANSLATE_NOOP("Actions", "&Rules of the library…"),
            QT_TRANSLATE_NOOP("Actions", "List what all articles of the library hear"),
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.shelf = shelf_of(window.choices)
        self.dialog: RulesDialog | None = None
        self.shelf.opened.connect(self._enable)
        self.shelf.ruled.connect(self._on_ruled)
        window.article.menu_wanted.connect(self._fill_menu)
        window.entities.menu_wanted.connect(self._fill_for_mentions)
        window.events.menu_wanted.connect(self._fill_for_events)
        self._enable()

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what its command does."""
        return {"library_rules": self._show_list}

    def _enable(self) -> None:
        is_open = self.shelf.library is not None
        self.window.actions_by_name["library_rules"].setEnabled(is_open)

    def _can_write(self) -> bool:
        library = self.shelf.library
        return library is not None and not library.read_only

    # -- menus -------------------------------------------------------------------------------

    def _fill_menu(self, menu: QMenu, hit: Hit | None, _selected: object, _at: int) -> None:
        if hit is not None and hit.kind == "mention":
            self._fill_for_mentions(menu, (hit.id,))
        elif hit is not None and hit.kind == "event":
            self._fill_for_events(menu, (hit.id,))

    def _fill_for_mentions(self, menu: QMenu, mentions: Sequence[str]) -> None:
        """Offer what may be said of a name in all articles."""
        index = self.window.index
        mention = index.mentions.get(mentions[0]) if index and mentions else None
        if index is None or mention is None or not self._can_write():
            return
        from reader.libraries import IsOfType, NoName  # noqa: PLC0415 - it is open

        words = " ".join(index.words(mention.span).split())
        inner = menu.addMenu(self.tr("In the whole library"))
        types = inner.addMenu(self.tr("Is always"))
        for kind in TYPES:
            self._offer(types, entity_type_of_one(kind), IsOfType(words, kind))
        self._offer_same(inner, mention)
        inner.addAction(self.tr("Means another name…")).triggered.connect(
            lambda: self._ask_name(words)
        )
        self._offer(inner, self.tr("Is no name"), NoName(words))

    def _offer_same(self, menu: QMenu, mention: Mention) -> None:
        """Offer the other names of the article that may be of the same thing."""
        index = self.window.index
        entity = index.entities.get(mention.entity or "") if index else None
        if index is None or entity is None:
            return
        from reader.libraries import SameEntity  # noqa: PLC0415 - it is open

        others = [e for e in index.entities.values() if e.type == entity.type and e.id != entity.id]
        others.sort(key=lambda e: -len(index.mentions_of[e.id]))
        same = menu.addMenu(self.tr("Is the same as"))
        same.setEnabled(bool(others))
        kind: EntityType = entity.type
        for other in others[:_OTHERS]:
            rule = SameEntity(kind, (entity.name, other.name), other.name)
            self._offer(same, isolate(other.name.replace("&", "&&")), rule)

    def _fill_for_events(self, menu: QMenu, events: Sequence[str]) -> None:
        """Offer to say of the words of an event that they tell none."""
        index = self.window.index
        event = index.events.get(events[0]) if index and events else None
        if index is None or event is None or not self._can_write():
            return
        from reader.libraries import NoEvent  # noqa: PLC0415 - it is open

        inner = menu.addMenu(self.tr("In the whole library"))
        words = index.words(event.trigger)
        for rule in (NoEvent(words, event.type), NoEvent(words)):
            self._offer(inner, rule_text(rule), rule)

    def _offer(self, menu: QMenu, words: str, rule: Rule) -> None:
        menu.addAction(words).triggered.connect(lambda _checked=False: self.add(rule))

    def _ask_name(self, words: str) -> None:
        from reader.libraries import NameMeans  # noqa: PLC0415 - it is open

        dialog = QInputDialog(self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Means another name"))
        dialog.setLabelText(self.tr("Name:"))
        dialog.setTextValue(words)
        dialog.textValueSelected.connect(
            lambda name: self.add(NameMeans(words, " ".join(name.split()))) if name.strip() else 0
        )
        dialog.open()

    # -- rules -------------------------------------------------------------------------------

    def add(self, rule: Rule) -> None:
        """Have one more rule, which every article hears."""
        told = rule_text(rule)
        self._change(lambda library: library.rules.add(rule, told))
        self.window.statusBar().showMessage(told, _MESSAGE)

    def _change(self, work: Callable[[Library], object]) -> None:
        def changed(library: Library) -> tuple[tuple[Rule, ...], int]:
            work(library)
            return library.rules.load(), library.rules.revision()

        self.shelf.write(changed, lambda result: self.shelf.ruled.emit(*result))

    def _on_ruled(self, rules: tuple[Rule, ...], revision: int) -> None:
        """Let the article in sight hear the rules as they are now."""
        shown = self.window.opening.shown
        if self.dialog is not None:
            self.dialog.show_rules(rules)
        if shown is None or shown.shelved is None:
            return
        heard = replace(shown.shelved, rules=rules, revision=revision)
        self.window.opening.shown = replace(shown, shelved=heard)
        self.window.analyze_again()

    def _show_list(self) -> None:
        from reader.gui.views.rules_dialog import RulesDialog  # noqa: PLC0415 - now

        dialog = RulesDialog(can_write=self._can_write(), parent=self.window)
        dialog.remove_wanted.connect(
            lambda rule: self._change(partial(_removed, rule=rule, words=rule_text(rule)))
        )
        dialog.undo_wanted.connect(lambda: self._change(lambda library: library.rules.undo()))
        dialog.redo_wanted.connect(lambda: self._change(lambda library: library.rules.redo()))
        dialog.export_wanted.connect(self._export)
        dialog.import_wanted.connect(self._import)
        dialog.finished.connect(lambda _result: setattr(self, "dialog", None))
        self.dialog = dialog
        self.shelf.read(lambda library: library.rules.load(), self._list)
        dialog.open()

    def _list(self, rules: tuple[Rule, ...]) -> None:
        if self.dialog is not None:
            self.dialog.show_rules(rules)

    def _export(self) -> None:
        kinds = self.tr("Rules (*.json)")
        title = self.tr("Export the rules")
        name, _kind = QFileDialog.getSaveFileName(self.window, title, "rules.json", kinds)
        if name:
            self.shelf.read(partial(_exported, path=Path(name)), lambda _done: None)

    def _import(self) -> None:
        kinds = self.tr("Rules (*.json)")
        title = self.tr("Take rules in")
        name, _kind = QFileDialog.getOpenFileName(self.window, title, "", kinds)
        if name:
            self._change(partial(_taken, path=Path(name)))


def _removed(library: Library, rule: Rule, words: str) -> None:
    library.rules.remove(rule, words)


def _exported(library: Library, path: Path) -> None:
    from reader.service import Workspace  # noqa: PLC0415 - the window is up before

    told = json.dumps(library.rules.told(), ensure_ascii=False, indent=1)
    Workspace().write(path, told.encode())


def _taken(library: Library, path: Path) -> int:
    try:
        told = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(str(path), f"it cannot be read: {error}") from error
    return library.rules.take(told)
