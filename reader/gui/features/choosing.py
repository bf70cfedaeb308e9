"""How a view of the desk chooses an entity in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow


def choose_entity(window: MainWindow, entity: str) -> None:
    """Select an entity and go to its first mention; chosen again, to its next."""
    index = window.index
    if index is None or entity not in index.mentions_of:
        return
    mentions = [mention.id for mention in index.mentions_of[entity]]
    if tuple(mentions) == window.entities.selected_mentions():
        window.entities.next_mention()
        return
    window.entities.select_entity(entity, mentions[0])
    window.findings.mark(mentions)
    window.findings.go_to(mentions[0])
