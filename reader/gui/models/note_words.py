"""What notes, highlights and bookmarks are called, in the language of the interface."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.core.notebook import Bookmark, Color, Highlight
from reader.gui.models import wording

_SHORT = 60  # letters of the words of a note in a menu


def color_name(color: Color) -> str:
    """Return the name of a color of highlights."""
    names: dict[Color, str] = {
        "yellow": QCoreApplication.translate("Notes", "Yellow"),
        "green": QCoreApplication.translate("Notes", "Green"),
        "blue": QCoreApplication.translate("Notes", "Blue"),
        "pink": QCoreApplication.translate("Notes", "Pink"),
    }
    return names[color]


def mark_name(mark: Highlight | Bookmark) -> str:
    """Return what kind of mark it is."""
    if isinstance(mark, Bookmark):
        return QCoreApplication.translate("Notes", "Bookmark")
    if mark.note:
        return QCoreApplication.translate("Notes", "Note")
    return QCoreApplication.translate("Notes", "Highlight")


def mark_text(mark: Highlight | Bookmark) -> str:
    """Return what kind of mark it is, with its words, in one short line."""
    line = " ".join(mark.words.split())
    if len(line) > _SHORT:
        line = line[:_SHORT].rsplit(" ", 1)[0] + "…"
    pattern = QCoreApplication.translate("Notes", "{kind}: {words}")
    return pattern.format(kind=mark_name(mark), words=wording.quoted(line))
