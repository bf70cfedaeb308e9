"""Words of an article in Markdown, where they mean nothing but themselves."""

from __future__ import annotations

import re

FSI, PDI = "\u2068", "\u2069"
_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~=&])")
_LINKS = re.compile(r"(:(?=//)|(?<=www)\.|@)", re.IGNORECASE)
_NUMBERED = re.compile(r"^(\s*\d+)\.")
_CONTROLS = re.compile("[\0-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def line(words: str) -> str:
    """Return words as one line, isolated from those around it."""
    return f"{FSI}{plain(' '.join(words.split()))}{PDI}"


def plain(words: str) -> str:
    """Return words without controls and marks of direction, each sign of Markdown escaped."""
    escaped = _MARKUP.sub(r"\\\1", _CONTROLS.sub("", words.replace("\r", " ")))
    return _NUMBERED.sub(r"\1\\.", _LINKS.sub(r"\\\1", escaped))
