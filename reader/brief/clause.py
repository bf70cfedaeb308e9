"""The part of a sentence that tells an event, to be quoted."""

from __future__ import annotations

import re

from reader.core.types import Span

_LEAST, _MOST = 8, 30  # words of a quotation
_REACH = 400  # letters on each side of the event's own word
_ASIDE = 2  # words between two commas that are no clause
_BREAK = re.compile(r"[،؛:;…!؟?]|[,.](?!\d)|\s[-–—]\s")
_EDGES = " \t\n\r،؛:;,.…-–—\"'“”•*"
_PAIRS = {")": "(", "»": "«", "]": "[", "”": "“"}


def clause(text: str, sentence: Span, trigger: Span, joiners: frozenset[str]) -> Span:
    """Return the words between two marks around `trigger`, whole words of `sentence`.

    «قال الوزير، أمس، إن |الاتفاق| وُقّع؛ ثم غادر» → «إن الاتفاق وُقّع», longer where these
    are few words, and shorter where they are many. It does not begin with one of `joiners`.
    """
    sentence = _around(text, sentence, trigger)
    words = sentence.of(text)
    breaks = [sentence.start + m.start() for m in _BREAK.finditer(words)]
    starts = [sentence.start, *(b + 1 for b in breaks if b < trigger.start)]
    ends = [*(b for b in breaks if b >= trigger.end), sentence.end]
    start, end = starts.pop(), ends.pop(0)
    while _count(text, start, end) < _LEAST and (ends or starts):
        if ends:
            end = ends.pop(0)
        else:
            start = starts.pop()
    while starts and _count(text, starts[-1], end) <= _MOST and _is_torn(text, start, joiners):
        start = starts.pop()
    whole = _unquoted(text, Span(start, end), trigger)
    return _balanced(text, _stripped(text, _shortened(text, whole, trigger)))


def _around(text: str, sentence: Span, trigger: Span) -> Span:
    """Return the part of a sentence that a quotation may come from, whole words of it.

    A text without marks is one sentence, however long; the work must not grow with its square.
    """
    start, end = max(sentence.start, trigger.start - _REACH), trigger.end + _REACH
    if start > sentence.start:
        start = min(trigger.start, _space(text, start, trigger.start) + 1)
    if end < sentence.end:
        end = max(trigger.end, text.rfind(" ", trigger.end, end))
    return Span(start, min(end, sentence.end))


def _space(text: str, start: int, end: int) -> int:
    at = text.find(" ", start, end)
    return at if at >= 0 else end


def _is_torn(text: str, start: int, joiners: frozenset[str]) -> bool:
    """Tell whether what begins at `start` needs what is before: «على أن …», «أمس، إن …»."""
    after = _BREAK.search(text, start, start + _REACH)
    words = text[start : after.start() if after else start + _REACH].split()
    return len(words) <= _ASIDE or words[0].strip(_EDGES) in joiners


def _unquoted(text: str, span: Span, trigger: Span) -> Span:
    """Return the side of a lone quotation mark that the trigger is on."""
    marks = [i for i in range(span.start, span.end) if text[i] == '"']
    if len(marks) % 2 == 0:
        return span
    before = [i for i in marks if i < trigger.start]
    if len(before) % 2:
        return Span(before[-1] + 1, span.end)
    after = [i for i in marks if i >= trigger.end]
    return Span(span.start, after[-1]) if after else span


def _count(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())


def _shortened(text: str, span: Span, trigger: Span) -> Span:
    """Return at most so many words: from the beginning where that holds the trigger."""
    words = [Span(m.start(), m.end()) for m in re.compile(r"\S+").finditer(text, *_pair(span))]
    if len(words) <= _MOST:
        return span
    at = next(i for i, word in enumerate(words) if word.end >= trigger.end)
    first = 0 if at < _MOST - 2 else max(0, at - _MOST // 2)
    return Span(words[first].start, words[min(first + _MOST, len(words)) - 1].end)


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _stripped(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)


def _balanced(text: str, span: Span) -> Span:
    """Leave off a bracket at an edge whose other half is outside."""
    start, end = span.start, span.end
    words = text[start:end]
    for closing, opening in _PAIRS.items():
        if words.startswith(opening) and closing not in words:
            start += 1
        if words.endswith(closing) and opening not in words:
            end -= 1
    return _stripped(text, Span(start, end))
