"""Text whose letters stand as they were drawn and not as they are read, and its repair.

Some programs write Arabic from left to right as it looks on the page (visual order), some with
the drawn shapes of its letters (presentation forms, U+FB50 to U+FEFF). Such text is loaded as it
is; this tells that it is so, and makes readable text of it for a reader who asks.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]{2,}")
_MARK = "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
_CLUSTER = re.compile(rf".[{_MARK}]*", re.DOTALL)
_LOOSE_MARK = re.compile(rf"(?:^|[^\w{_MARK}])[{_MARK}]", re.MULTILINE)
_FORM = re.compile(r"[\ufb50-\ufd3d\ufd50-\ufdef\ufe70-\ufefc]")
_OPENING = "([{<«‹\ufd3f"
_CLOSING = ")]}>»›\ufd3e"
_MIRRORED = dict(zip(_OPENING + _CLOSING, _CLOSING + _OPENING, strict=True))
# By Unicode's bidirectional classes (UAX 9): what is read from left to right within Arabic. Signs
# as % belong to a number, and - joins two, only where no Arabic letter stands before (its rule W2).
_CLASSES = {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "N", "ES": "E", "CS": "C", "ET": "T"}
_LEFT_TO_RIGHT = re.compile(r"L(?:[^R]*[LN])?|T*N+(?:[CE]N+)*T*")
_AFTER_ARABIC = re.compile(r"N+(?:CN+)*")
_LEAST_EVIDENCE = 2  # a word or two may end as reversed words do


@dataclass(frozen=True, slots=True)
class Faults:
    """How text is written otherwise than it is read.

    Attributes:
        reversed_lines: how many lines are in visual order.
        forms: how many characters are presentation forms.
    """

    reversed_lines: int
    forms: int

    def __bool__(self) -> bool:
        """Tell whether there is anything to repair."""
        return bool(self.reversed_lines or self.forms)


def faults(text: str) -> Faults:
    """Return what `repaired` would mend."""
    reverse = looks_reversed(text)
    lines = sum(_line_reversed(line) for line in text.split("\n")) if reverse else 0
    return Faults(lines, len(_FORM.findall(text)))


def looks_reversed(text: str) -> bool:
    """Tell whether the Arabic of a text is in visual order.

    Told by what no Arabic word begins with (ة and ى) and by where the article ال stands.
    """
    return _evidence(text) >= _LEAST_EVIDENCE


def repaired(text: str) -> str:
    """Return text in reading order and without presentation forms.

    Each line is mended by itself, and there are as many as before. Numbers and words of other
    scripts within a reversed line stay as they are; text that is right comes back unchanged.
    """
    if looks_reversed(text):
        by_clusters = _LOOSE_MARK.search(text) is None
        lines = (
            _turned(line, by_clusters) if _line_reversed(line) else line
            for line in text.split("\n")
        )
        text = "\n".join(lines)
    return _FORM.sub(_letters, text)


def _evidence(text: str) -> int:
    """Return how many more words read backwards than forwards."""
    return sum(map(_direction, _WORD.findall(_FORM.sub(_letters, text))))


def _direction(word: str) -> int:
    backwards = (word[0] in "ةى") + (len(word) > 3 and word.endswith("لا"))
    forwards = (word[-1] in "ةى") + (len(word) > 3 and word.startswith("ال"))
    return backwards - forwards


def _line_reversed(line: str) -> bool:
    """Tell of a line of a reversed text whether it is reversed, too."""
    return _evidence(line) >= 0 and any(unicodedata.bidirectional(c) in {"R", "AL"} for c in line)


def _turned(line: str, by_clusters: bool) -> str:  # noqa: FBT001 - one question of its caller
    """Return a line in visual order in the order in which it is read."""
    return "".join(logical(_CLUSTER.findall(line) if by_clusters else list(line)))


def logical(drawn: Sequence[str]) -> list[str]:
    """Return what stands on a line from left to right in the order in which Arabic is read.

    `drawn` holds letters with their marks, or ligatures as the letters that they are read as.
    Numbers and words of other scripts keep their order. Brackets outside of them open or close
    as their place says: some writers name them by how they look, and some do not.
    """
    classes = "".join(_class(piece) for piece in drawn)
    pieces: list[str] = []
    start = len(drawn)
    for first, end in _runs(classes):
        pieces += drawn[end:start][::-1]
        pieces += drawn[first:end]
        start = first
    return _facing([*pieces, *drawn[:start][::-1]])


def _runs(classes: str) -> list[tuple[int, int]]:
    """Return where what is read from left to right begins and ends, from the right."""
    found: list[tuple[int, int]] = []
    strong = len(classes)  # where the letter stands that is read before a run
    for run in reversed(list(_LEFT_TO_RIGHT.finditer(classes))):
        start, end = run.span()
        strong = next((i for i in range(end, strong) if classes[i] in "LR"), strong)
        before = classes[strong : strong + 1] or ("R" if classes[start] == "T" else "")
        if before == "R" and classes[start] != "L":
            inner = _AFTER_ARABIC.finditer(classes, start, end)
            found += [number.span() for number in inner][::-1]
        else:
            found.append((start, end))
        strong = start if classes[start] == "L" else strong
    return found


def _facing(pieces: list[str]) -> list[str]:
    """Return pieces with brackets turned to what they enclose."""
    open_now: Counter[str] = Counter()
    out = list(pieces)
    for index, piece in enumerate(pieces):
        if piece not in _MIRRORED:
            continue
        opening = piece if piece in _OPENING else _MIRRORED[piece]
        before = index == 0 or pieces[index - 1].isspace() or pieces[index - 1] in _OPENING
        after = index + 1 == len(pieces) or not pieces[index + 1][0].isalnum()
        opens = before if before != after else not open_now[opening]
        open_now[opening] = max(open_now[opening] + (1 if opens else -1), 0)
        out[index] = opening if opens else _MIRRORED[opening]
    return out


def _class(piece: str) -> str:
    return _CLASSES.get(unicodedata.bidirectional(piece[0]), "o")


def _letters(form: re.Match[str]) -> str:
    """Return what a presentation form draws; its marks stand alone, without their space."""
    return unicodedata.normalize("NFKC", form.group()).replace(" ", "")
