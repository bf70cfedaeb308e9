"""The selected words as they are copied."""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.types import Mention, Span


def plain_text(text: str, selected: Span, hidden: Sequence[Span]) -> str:
    """Return the words as the author wrote them, without the lines that are folded away.

    `hidden` are whole lines in text order; the newline after them goes with them.
    """
    at, parts = selected.start, []
    for lines in hidden:
        if lines.start >= selected.end:
            break
        if lines.end + 1 > at:
            parts.append(text[at : max(at, lines.start)])
            at = min(lines.end + 1, selected.end)
    return "".join([*parts, text[at : selected.end]])


def marked_up_text(text: str, selected: Span, mentions: Sequence[Mention]) -> str:
    """Return the words with each outermost name as [words](TYPE)."""
    at, parts = selected.start, []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if mention.span.start < at or not selected.contains(mention.span):
            continue
        parts += [text[at : mention.span.start], f"[{mention.span.of(text)}]({mention.type})"]
        at = mention.span.end
    return "".join([*parts, text[at : selected.end]])
