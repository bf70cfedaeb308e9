"""By what the articles of a library are filtered, chosen in a menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from reader.core.types import EventType
from reader.gui.models.phrases import isolate, ltr
from reader.gui.models.wording import event_type_name

if TYPE_CHECKING:
    from reader.libraries import Group, Library

_MOST = 40  # sources, tags or types in a menu

Groups = dict[str, tuple["Group", ...]]


class LibraryFilters(QMenu):
    """Offers what a library has groups of; one of each kind can be chosen.

    `is_asked` tells whether anything is asked for, here or elsewhere, that could be cleared.

    Attributes:
        groups: what there is, by its kind; none while that is not known.
        chosen: the group that is chosen, by its kind.
        unread_only: whether articles that were read are left out.

    Signals:
        changed: something else is chosen.
        clear_wanted: all articles shall be shown.
    """

    changed = Signal()
    clear_wanted = Signal()

    def __init__(self, is_asked: Callable[[], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._is_asked = is_asked
        self.groups: Groups = {}
        self.chosen: dict[str, Group] = {}
        self.unread_only = False
        self.aboutToShow.connect(self._fill)

    @property
    def count(self) -> int:
        """Return how many filters are on."""
        return len(self.chosen) + self.unread_only

    def take_groups(self, groups: Groups) -> None:
        """Offer these; a menu that is open does so at once."""
        self.groups = groups
        if self.isVisible():
            self._fill()

    def question(self) -> str:
        """Return what the filters add to what is asked of the library."""
        parts = [group.query for group in self.chosen.values()]
        return " ".join(["unread:yes", *parts] if self.unread_only else parts)

    def forget(self) -> None:
        """Choose nothing."""
        self.chosen.clear()
        self.unread_only = False

    def _fill(self) -> None:
        self.clear()
        unread = self.addAction(self.tr("Unread only"))
        unread.setCheckable(True)
        unread.setChecked(self.unread_only)
        unread.toggled.connect(self._choose_unread)
        titles = {
            "site": self.tr("Source"),
            "tag": self.tr("Tag"),
            "person": self.tr("Person"),
            "organization": self.tr("Organization"),
            "place": self.tr("Place"),
            "type": self.tr("Kind of event"),
        }
        for kind, title in titles.items():
            choices = self.addMenu(title)
            groups = [g for g in self.groups.get(kind, ()) if g.name][:_MOST]
            choices.setEnabled(bool(groups))
            for group in groups:
                self._add(choices, kind, group)
        self.addSeparator()
        every = self.addAction(self.tr("Show all articles"))
        every.setEnabled(self._is_asked())
        every.triggered.connect(self.clear_wanted)

    def _add(self, menu: QMenu, kind: str, group: Group) -> None:
        name = _event_name(group.name) if kind == "type" else group.name
        words = isolate(name.replace("&", "&&"))
        action = menu.addAction(f"{words}  {ltr(f'({group.count})')}")
        action.setCheckable(True)
        chosen = self.chosen.get(kind)
        action.setChecked(chosen is not None and chosen.query == group.query)
        action.toggled.connect(partial(self._choose, kind, group))

    def _choose_unread(self, is_on: bool) -> None:  # noqa: FBT001 - a slot
        self.unread_only = is_on
        self.changed.emit()

    def _choose(self, kind: str, group: Group, is_on: bool) -> None:  # noqa: FBT001 - a slot
        self.chosen.pop(kind, None)
        if is_on:
            self.chosen[kind] = group
        self.changed.emit()


def groups_of(library: Library) -> Groups:
    """Return by what the articles may be filtered."""
    articles = library.articles
    return {
        "site": articles.sites(),
        "tag": articles.tags(),
        "person": articles.names(("PER",), _MOST),
        "organization": articles.names(("ORG",), _MOST),
        "place": articles.names(("GPE", "LOC", "FAC"), _MOST),
        "type": articles.events(),
    }


def _event_name(kind: str) -> str:
    """Return the name of a kind of event; its own where it is none of ours."""
    known: EventType = kind  # type: ignore[assignment]  # a library may be of another version
    try:
        return event_type_name(known)
    except KeyError:
        return kind
