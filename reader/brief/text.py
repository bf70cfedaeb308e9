"""A brief as text to be pasted: plain, or Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from reader.brief.values import Brief, Line, Piece
from reader.core.shown import isolate

_MARKED = re.compile(r"([\\`*_\[\]<>#|~])")


def plain(brief: Brief) -> str:
    """Return the brief as lines; the article's words are isolated from those around them."""
    rows = [line_text(brief.title), "", *map(line_text, brief.facts)]
    for section in brief.sections:
        rows += ["", section.title, *(f"• {line_text(line)}" for line in section.lines)]
    return "\n".join([*rows, "", brief.note]) + "\n"


def markdown(brief: Brief) -> str:
    """Return the brief as Markdown."""
    rows = [f"# {_written(brief.title, _marked)}", ""]
    rows += [f"- {_written(line, _marked)}" for line in brief.facts]
    for section in brief.sections:
        rows += ["", f"## {section.title}", ""]
        rows += [f"- {_written(line, _marked)}" for line in section.lines]
    return "\n".join([*rows, "", f"*{brief.note}*"]) + "\n"


def line_text(line: Line) -> str:
    """Return a line with the numbers of its sentences."""
    return _written(line, piece_text)


def piece_text(piece: Piece) -> str:
    """Return a piece as plain words."""
    words = f"«{piece.words}»" if piece.quoted else piece.words
    return isolate(words) if piece.own else words


def _written(line: Line, write: Callable[[Piece], str]) -> str:
    words = "".join(map(write, line.pieces)) if write is piece_text else _joined(line, write)
    if not line.sentences:
        return words
    return f"{words} [{', '.join(map(str, line.sentences))}]"


def _joined(line: Line, write: Callable[[Piece], str]) -> str:
    """Return the pieces written, strong ones next to one another in one pair of marks."""
    return "".join(_runs(line, write))


def _runs(line: Line, write: Callable[[Piece], str]) -> Iterator[str]:
    strong: list[str] = []
    for piece in (*line.pieces, Piece("")):
        if piece.strong:
            strong.append(write(piece))
            continue
        if strong:
            yield f"**{''.join(strong)}**"
            strong = []
        yield write(piece)


def _marked(piece: Piece) -> str:
    """Return a piece that Markdown reads as it is written."""
    return piece_text(Piece(_MARKED.sub(r"\\\1", piece.words), piece.own, quoted=piece.quoted))
