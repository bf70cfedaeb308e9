"""Text into paragraphs, sentences and tokens, all by original offsets."""

from __future__ import annotations

import re

from reader.core.normalize import fold
from reader.core.spans import SpanIndex
from reader.core.types import Paragraph, Segmentation, Sentence, Span, Token, TokenKind

_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"(?P<mark>[.!?؟…]+)[\"”»’')\]]*(?=\s|$)")
_LETTER = re.compile(r"(?<![^\W_])[^\W\d_]\Z")  # alone, as in «د.» and «ا.ف.ب.»
_CLOSING = {"«": "»", "“": "”", '"': '"'}
_OPENING = frozenset(_CLOSING)
_QUOTE = re.compile('[«»“”"]')
MAX_QUOTATION = 600  # code points; a longer one is a speech and is read sentence by sentence
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,٫٬]\d+)*)"
    r"|(?P<word>[^\W\d_](?:[^\W\d_]|[\u064b-\u065f\u0670\u0640\u0610-\u061a\u06d6-\u06ed\u200c\u200d])*)"
    r"|(?P<punctuation>[^\w\s]|_)"
)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the lines of `text` that are not blank, trimmed of outer white space."""
    found = []
    for match in _LINE.finditer(text):
        line = match.group()
        if line.strip():
            start = match.start() + len(line) - len(line.lstrip())
            found.append(Paragraph(Span(start, match.start() + len(line.rstrip()))))
    return tuple(found)


def _sentence_spans(text: str, paragraph: Span) -> list[Span]:
    """Cut a paragraph after full stops, question and exclamation marks.

    «؛» ends a clause only. No cut is made inside a quotation, after an ellipsis, after
    a letter that stands for a word («د. محمد») or after the number of a list.
    """
    quoted = SpanIndex(_quotations(text, paragraph))
    spans, start = [], paragraph.start
    for match in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        if match.end() < paragraph.end and _is_inside(text, match, start, quoted):
            continue
        spans.append(Span(start, match.end()))
        start = match.end()
        while start < paragraph.end and text[start].isspace():
            start += 1
    if start < paragraph.end:
        spans.append(Span(start, paragraph.end))
    return spans


def _is_inside(text: str, match: re.Match[str], start: int, quoted: SpanIndex) -> bool:
    """Tell whether a mark that may end the sentence from `start` on does not."""
    mark = match["mark"]
    if "…" in mark or ".." in mark:
        return True
    quotation = quoted.at(match.end() - 1)
    if quotation is not None and quoted.at(match.end()) == quotation:
        return True
    before = text[max(start, match.start() - 4) : match.start()]
    lists = match.start() - start <= 3 and before.isdigit()
    return mark == "." and (lists or _LETTER.search(before) is not None)


def _quotations(text: str, paragraph: Span) -> list[Span]:
    """Return the quotations that open and close in the paragraph, marks included.

    One that never closes is none, and one longer than MAX_QUOTATION is cut like any text.
    """
    found, opened = [], None
    for match in _QUOTE.finditer(text, paragraph.start, paragraph.end):
        mark = match.group()
        if opened is None:
            opened = match.start() if mark in _OPENING else None
        elif mark == _CLOSING[text[opened]]:
            if match.end() - opened <= MAX_QUOTATION:
                found.append(Span(opened, match.end()))
            opened = None
    return found


def _kind(match: re.Match[str]) -> TokenKind:
    if match["number"] is not None:
        return "number"
    return "word" if match["word"] is not None else "punctuation"


def segment(text: str) -> Segmentation:
    """Cut `text` into paragraphs, sentences and tokens."""
    lines = paragraphs(text)
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    ranges: list[tuple[int, int]] = []
    for index, paragraph in enumerate(lines):
        for span in _sentence_spans(text, paragraph.span):
            first = len(tokens)
            tokens.extend(
                Token(Span(*m.span()), fold(m.group()), _kind(m), len(sentences))
                for m in _TOKEN.finditer(text, span.start, span.end)
            )
            ranges.append((first, len(tokens)))
            sentences.append(Sentence(f"s{len(sentences) + 1}", span, index))
    return Segmentation(lines, tuple(sentences), tuple(tokens), tuple(ranges))


def first_copies(segmentation: Segmentation, folded_away: tuple[Span, ...]) -> Segmentation:
    """Return `segmentation` without the sentences that lie in `folded_away`.

    Sentences keep their ids and paragraphs their indices; token and sentence
    indices are counted anew.
    """
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    ranges: list[tuple[int, int]] = []
    for sentence, (first, end) in zip(
        segmentation.sentences, segmentation.sentence_tokens, strict=True
    ):
        if any(span.contains(sentence.span) for span in folded_away):
            continue
        ranges.append((len(tokens), len(tokens) + end - first))
        tokens.extend(
            Token(t.span, t.folded, t.kind, len(sentences)) for t in segmentation.tokens[first:end]
        )
        sentences.append(sentence)
    return Segmentation(segmentation.paragraphs, tuple(sentences), tuple(tokens), tuple(ranges))
