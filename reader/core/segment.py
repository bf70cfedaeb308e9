"""Text into paragraphs, sentences and tokens, all by original offsets.

A sentence ends at a full stop, a question or an exclamation mark. «؛» does not end
it: in the standard's articles both halves are one sentence, whose times and places
hold for both. Nor do marks inside a quotation or brackets: «قال: "لا. لن نعود." ثم
خرج» stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.core.normalize import fold_word
from reader.core.spans import SpanIndex
from reader.core.types import Paragraph, Segmentation, Sentence, Span, Token, TokenKind

# Longer quotations are speeches: they are cut like the text around them.
MAX_QUOTATION = 400  # code points

_LINE = re.compile(r"[^\n]+")
_INVISIBLE = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2066\u2067\u2068\u2069\ufeff"
)
_DIACRITICS = "\u064b-\u065f\u0670\u0640\u0610-\u061a\u06d6-\u06ed"
_MARKS = ".!?؟۔…"
_CLOSERS = "»”“\"’')]"
_CONJUNCTION = "و"  # how Arabic opens the next sentence
_GOING_ON = "،,؛;:"
_DOCTOR = "د"
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC = re.compile(r"[\u0621-\u064a]")
_ENCLOSING = re.compile(r"[«»“”„\"()\[\]]")
_STRAIGHT = {'"': '"', "“": "“", "”": "“", "„": "“"}  # told apart by what is around them
_OPENING = {"«": "»", "(": ")", "[": "]"}
_END = re.compile(rf"[{_MARKS}][{_MARKS}»”“\"’')\]{_INVISIBLE}]*")
# One letter and what stands before it: «1436هـ.», «ا.ف.ب.», «ود.».
_SHORT = re.compile(
    r"(?P<before>\d\s?|[^\W\d_]\.\s?)?(?<![^\W\d_])و?(?P<letter>[^\W\d_])[ـ\u200d]*$"
)
_FOREIGN_TITLE = re.compile(r"(?<![^\W\d_])[A-Z][a-z]{0,2}$")
# A full stop without a space after it is a slip between words, but not in «العربية.نت».
_RUN_ON = re.compile(r"(?!(?:كوم|أورغ)\b)[\u0621-\u064a]{3}")
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,٫٬]\d+)*)"
    rf"|(?P<word>[^\W\d_](?:[^\W\d_]|[{_DIACRITICS}]|[{_INVISIBLE}]++(?=[^\W\d_]))*)"
    rf"|(?P<punctuation>[^\w\s{_INVISIBLE}]|_)"
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


def _enclosures(text: str, paragraph: Span) -> list[Span]:
    """Return the quotations and brackets, outermost only, in text order.

    A mark without its partner encloses nothing.
    """
    found: list[Span] = []
    opened: dict[str, list[int]] = {}
    for match in _ENCLOSING.finditer(text, paragraph.start, paragraph.end):
        mark, at = match.group(), match.start()
        start = _close(opened, text, mark, at, paragraph)
        if start is None or at + 1 - start > MAX_QUOTATION:
            continue
        while found and found[-1].start > start:
            found.pop()
        if not found or found[-1].end <= start:
            found.append(Span(start, at + 1))
    return found


def _close(
    opened: dict[str, list[int]], text: str, mark: str, at: int, paragraph: Span
) -> int | None:
    """Return where the enclosure that `mark` closes starts, or note that one opens."""
    if mark in _OPENING:
        opened.setdefault(_OPENING[mark], []).append(at)
        return None
    kind = _STRAIGHT.get(mark)
    if kind is None:
        return opened[mark].pop() if opened.get(mark) else None
    after_word = at > paragraph.start and not text[at - 1].isspace()
    if opened.get(kind) and after_word:
        return opened[kind].pop()
    if at + 1 < paragraph.end and not text[at + 1].isspace():
        opened[kind] = [at]
    return None


class _Paragraph:
    """Decides which marks of one paragraph end a sentence."""

    def __init__(self, text: str, span: Span) -> None:
        self._text = text
        self._span = span
        enclosures = _enclosures(text, span)
        self._openings = frozenset(e.start for e in enclosures)
        self._enclosures = iter(enclosures)
        self._enclosure = next(self._enclosures, None)

    def sentences(self) -> list[Span]:
        """Return the sentences, each with a letter in it where the paragraph has one."""
        spans: list[Span] = []
        start = self._span.start
        letter = self._letter(start)
        for end in self._ends():
            if letter is None or letter > end:
                continue
            spans.append(Span(start, end))
            start = self._skip_space(end)
            letter = self._letter(start)
        if letter is None and spans:
            spans[-1] = Span(spans[-1].start, self._span.end)
        elif start < self._span.end:
            spans.append(Span(start, self._span.end))
        return spans

    def _letter(self, start: int) -> int | None:
        found = _LETTER.search(self._text, start, self._span.end)
        return found.start() if found else None

    def _skip_space(self, at: int) -> int:
        while at < self._span.end and self._text[at].isspace():
            at += 1
        return at

    def _ends(self) -> Iterator[int]:
        for match in _END.finditer(self._text, self._span.start, self._span.end):
            enclosure = self._around(match.start())
            end = self._before_opening(match.start(), match.end())
            inside = enclosure is not None and end < enclosure.end
            if not inside and self._ends_sentence(match.start(), end):
                yield end

    def _around(self, at: int) -> Span | None:
        """Return the enclosure that holds `at`; to be asked in text order."""
        while self._enclosure and self._enclosure.end <= at:
            self._enclosure = next(self._enclosures, None)
        return self._enclosure if self._enclosure and self._enclosure.start < at else None

    def _before_opening(self, start: int, end: int) -> int:
        """Return where the marks from `start` to `end` stop: a quotation may open in them."""
        return next((at for at in range(start, end) if at in self._openings), end)

    def _ends_sentence(self, start: int, end: int) -> bool:
        """Tell whether the marks from `start` to `end`, closers included, end a sentence."""
        following = self._skip_space(end)
        if following == self._span.end:
            return True
        run = self._text[start:end].rstrip(_INVISIBLE)
        marked = run.rstrip(_CLOSERS)
        mark, closers = marked[len(marked.rstrip(_MARKS)) :], run[len(marked) :]
        if not self._may_follow(mark, end, following):
            return False
        if mark == ".":
            return self._is_stop(start + len(marked) - 1, following)
        asked = any(char in "!?؟" for char in mark)
        if closers:
            quoted = not closers.startswith((")", "]"))
            return quoted and self._text[following] == _CONJUNCTION
        return asked or mark == "۔"

    def _may_follow(self, mark: str, end: int, following: int) -> bool:
        """Tell whether what follows the marks can start a sentence."""
        if end < following:
            return self._text[following] not in _GOING_ON
        if following in self._openings:
            return True
        return bool((_RUN_ON if mark == "." else _ARABIC).match(self._text, following))

    def _is_stop(self, dot: int, following: int) -> bool:
        """Tell whether the full stop at `dot` is more than the end of an abbreviation."""
        before = self._text[max(self._span.start, dot - 6) : dot]
        if _FOREIGN_TITLE.search(before):
            return not "A" <= self._text[following] <= "Z"
        short = _SHORT.search(before)
        if short is None or (short["before"] or "")[:1].isdigit():
            return True
        initials = short["before"] is not None and short["letter"] != _DOCTOR
        return initials and self._text[following] == _CONJUNCTION


def _kind(match: re.Match[str]) -> TokenKind:
    if match["number"] is not None:
        return "number"
    return "word" if match["word"] is not None else "punctuation"


def _tokens(text: str, span: Span, sentence: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, span.start, span.end):
        folded = fold_word(match.group())
        if folded:  # a mark without its letter is none
            yield Token(Span(*match.span()), folded, _kind(match), sentence)


def segment(text: str) -> Segmentation:
    """Cut `text` into paragraphs, sentences and tokens."""
    lines = paragraphs(text)
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    ranges: list[tuple[int, int]] = []
    for index, paragraph in enumerate(lines):
        for span in _Paragraph(text, paragraph.span).sentences():
            first = len(tokens)
            tokens.extend(_tokens(text, span, len(sentences)))
            ranges.append((first, len(tokens)))
            sentences.append(Sentence(f"s{len(sentences) + 1}", span, index))
    return Segmentation(lines, tuple(sentences), tuple(tokens), tuple(ranges))


def first_copies(segmentation: Segmentation, folded_away: tuple[Span, ...]) -> Segmentation:
    """Return `segmentation` without the sentences that lie in `folded_away`.

    Sentences keep their ids and paragraphs their indices; token and sentence
    indices are counted anew.
    """
    if not folded_away:
        return segmentation
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    ranges: list[tuple[int, int]] = []
    gone = SpanIndex(folded_away)
    for sentence, (first, end) in zip(
        segmentation.sentences, segmentation.sentence_tokens, strict=True
    ):
        if gone.at(sentence.span.start) is not None:
            continue
        ranges.append((len(tokens), len(tokens) + end - first))
        tokens.extend(
            Token(t.span, t.folded, t.kind, len(sentences)) for t in segmentation.tokens[first:end]
        )
        sentences.append(sentence)
    return Segmentation(segmentation.paragraphs, tuple(sentences), tuple(tokens), tuple(ranges))
