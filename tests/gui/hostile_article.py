"""An article whose every name, time, event, note and title tries to be more than text."""

import os

from reader import notebooks
from reader.core.corrections.types import (
    AddMention,
    Anchor,
    Participation,
    RenameEntity,
    SetEvent,
    SetTime,
    When,
)
from reader.core.notebook import Bookmark, Highlight, Notebook
from reader.core.types import Span
from reader.formats import text

CANARY = "/qari-canary"  # a path that nothing may open
TAG = f'<img src="file://{CANARY}.png">'
TABLE = "<table><tr><td>" * 30
FORCED = "\u202egnp.\u202c"  # an override, closed
BROKEN = "\u2069\u2067x\u2066"  # isolates that end what they did not begin
NAMES = (
    f"{TAG}<b>سعيد</b>",
    f"<table><tr><td>{TAG}</table>",
    f"&lt;b&gt; &amp; {TAG}",
    f"<!DOCTYPE html>{TAG}",
    f"{FORCED}{TAG}",
    f"{BROKEN}{TAG}",
)
TYPES = ("PER", "ORG", "GPE", "EVENT", "TITLE", "LOC")
WRITTEN = "2026-01-01T00:00:00+00:00"


def hostile_text():
    """Return the words: each name in sentences of its own, a copied paragraph, nested tables."""
    told = [f"قال {n} يوم <i>{TAG}</i> إن {n} قصف {n} وقتل 12 شخصا في بغداد." for n in NAMES]
    lines = [f"{TAG}<b>عنوان</b> {FORCED}", *told, told[1], TABLE]
    return "\n".join(lines) + "\n"


def _anchors(words, part, kind):
    at = -1
    while (at := words.find(part, at + 1)) >= 0:
        yield Anchor(Span(at, at + len(part)), part, kind)


def _corrections(words):
    for name, kind in zip(NAMES, TYPES, strict=True):
        places = list(_anchors(words, name, kind))
        yield from (AddMention(at) for at in places)
        yield RenameEntity((places[0],), f"{name} {TAG}")
        line = words.rfind("\n", 0, places[0].span.start) + 1
        time = next(a for a in _anchors(words, f"<i>{TAG}</i>", "DATE") if a.span.start > line)
        yield SetTime(time, "DATE", "2026-01-02")
        trigger = next(a for a in _anchors(words, "قصف", "ASSAULT") if a.span.start > line)
        parts = (Participation("actor", places[0]), Participation("target", places[2]))
        yield SetEvent(
            trigger, "ASSAULT", participants=parts, places=(places[1],), time=When(time, "AT")
        )


def make(folder):
    """Write the article and what its reader kept into a folder; return the path."""
    path = folder / f"<b>{FORCED}<img src=x>&lt;.txt"
    path.write_bytes(os.fsencode(hostile_text()))
    document = text.load(path)
    words = document.text
    marks = [
        Highlight(a.span, a.words, "yellow", f"{TAG}{TABLE}{name}", WRITTEN)
        for name in NAMES
        for a in _anchors(words, name, "")
    ]
    first = Span(0, words.index("\n"))
    book = Bookmark(first, first.of(words), WRITTEN)
    kept = Notebook(document.id, tuple(_corrections(words)), tuple(marks), (book,))
    notebooks.save(document, kept)
    return path
