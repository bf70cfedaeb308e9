"""Words of an article inside other words: they neither order nor command what is around them."""

from __future__ import annotations

import re

FSI, PDI = "\u2068", "\u2069"
_ORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OVERRIDES = re.compile("[\u202a-\u202e]")
_ISOLATES = re.compile("[\u2066-\u2069]")
# What a terminal may obey, line ends and tabs apart.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def isolate(text: str) -> str:
    """Wrap words of the article so that the line around them keeps its own order.

    What would override the order of letters, or end the wrapping early, is shown as a mark.
    """
    return f"{FSI}{marked(text)}{PDI}" if text else ""


def marked(text: str) -> str:
    """Return words with what overrides the order of letters shown, as in "[U+202E]".

    Isolates that are closed where they are opened stay: only what is in them is ordered anew.
    """
    if not _ORDERING.search(text):
        return text
    return (_OVERRIDES if _is_closed(text) else _ORDERING).sub(_mark, text)


def printable(text: str) -> str:
    """Return words for a terminal: what it would obey, or what overrides order, is shown."""
    return _CONTROLS.sub(_mark, marked(text))


def _mark(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]"


def _is_closed(text: str) -> bool:
    """Return whether each isolate of a text ends in it, and none is ended that it did not begin."""
    depth = 0
    for letter in _ISOLATES.findall(text):
        depth += -1 if letter == PDI else 1
        if depth < 0:
            return False
    return depth == 0
