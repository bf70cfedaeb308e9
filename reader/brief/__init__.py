"""One page on an article, to be read, pasted or printed."""

from __future__ import annotations

from reader.brief.gather import brief
from reader.brief.text import line_text, markdown, plain
from reader.brief.values import Brief, Line, Piece, Section

__all__ = ["Brief", "Line", "Piece", "Section", "brief", "line_text", "markdown", "plain"]
