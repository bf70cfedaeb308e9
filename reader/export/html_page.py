"""An article with its highlights as one page of HTML: no script, nothing from elsewhere.

The text of the element `article` is the text of the article. Color is never alone: the status
of an event is a kind of line and a sign, and so is a conflict.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from reader.core.types import Analysis, EntityType, Event, Mention, Span, TimeExpression
from reader.export.encoding import utf8
from reader.export.facts import Facts, days, status
from reader.export.pieces import Layer, unbroken, word_end
from reader.resources.export import colors, terms

_FSI, _PDI = "\u2068", "\u2069"
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MOST = 160  # letters of a name in a tip
_TYPES: tuple[EntityType, ...] = (
    "PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "TITLE", "MONEY", "PERCENT", "COUNT",
)  # fmt: skip
_STATUSES = {
    "happened": "solid",
    "ongoing": "double",
    "planned": "dashed",
    "called_for": "dotted",
    "hypothetical": "wavy",
    "denied": "solid",
}
_STYLE = """
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem; color: $text; background: $base;
  font: 1.15rem/2 "Noto Naskh Arabic", "Amiri", "Geeza Pro", "Traditional Arabic", serif; }
h1 { font-size: 1.5rem; line-height: 1.6; margin: 0 0 .25rem; }
header p, ul { font-size: .9rem; line-height: 1.8; margin: 0 0 1rem; color: $marker_text; }
ul { list-style: none; padding: .6rem .9rem; background: $alternate; border: 1px solid $border;
  border-radius: .4rem; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; }
bdi { font-family: system-ui, sans-serif; font-size: .8rem; }
article p { margin: 0 0 1rem; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { color: inherit; background: none; }
mark, [data-sign] { text-decoration-thickness: 2px; text-underline-offset: .3em;
  text-decoration-skip-ink: none; }
.copy { color: $copy; }
.TIME { text-decoration: underline solid $TIME; }
.TRIGGER { text-decoration: underline solid $TRIGGER; }
.denied { text-decoration-line: underline line-through; }
.conflict { text-decoration: underline wavy $conflict; }
[data-sign]::after { content: "\\2060" attr(data-sign); font-size: .7em; vertical-align: super;
  color: $marked; }
@media print { body { max-width: none; background: none;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
"""


class _Look(NamedTuple):
    """How letters look, and what they tell when they are pointed at."""

    classes: str
    tip: str


def write(analysis: Analysis) -> bytes:
    """Return the whole file."""
    return utf8(_Page(analysis).whole())


class _Page:
    def __init__(self, analysis: Analysis) -> None:
        self._facts = Facts(analysis)
        self._text = text = analysis.document.text
        self._analysis = analysis
        self._signs: dict[int, str] = {}
        for place, sign in self._signed():
            if sign not in self._signs.get(place, ""):
                self._signs[place] = self._signs.get(place, "") + sign
        found = (
            [(m.span, self._name(m)) for m in analysis.mentions],
            [(t.span, self._time(t)) for t in analysis.times],
            [(e.trigger, self._event(e)) for e in analysis.events],
            [(r.span, _Look("copy", "")) for r in analysis.repetitions],
            [(span, _Look("conflict", _term("conflict"))) for span in self._conflicts()],
        )
        self._layers = [Layer((unbroken(s, text), look) for s, look in looks) for looks in found]
        edges = {edge for layer in self._layers for edge in layer.edges()}
        self._edges = sorted(edges | self._signs.keys())

    def whole(self) -> str:
        """Return the page."""
        title = _written(self._title())
        return (
            '<!DOCTYPE html>\n<html lang="ar" dir="rtl">\n<head>\n<meta charset="utf-8">\n'
            '<meta http-equiv="Content-Security-Policy"'
            " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            '<meta name="referrer" content="no-referrer">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}</title>\n<style>{_style()}</style>\n</head>\n<body>\n"
            f"<header>\n<h1>{title}</h1>\n{self._written_on()}{self._legend()}</header>\n"
            f"<main>\n<article>{self._article()}</article>\n</main>\n</body>\n</html>\n"
        )

    def _title(self) -> str:
        document = self._analysis.document
        name = document.title or Path(document.source or "").stem or document.text.strip()
        return _plain(name)

    def _written_on(self) -> str:
        day = self._analysis.reference_date.value
        return f"<p>{_both('written')}: <bdi>{_written(day)}</bdi></p>\n" if day else ""

    # -- the key -----------------------------------------------------------------------------

    def _legend(self) -> str:
        """Return the key of what is there to be seen."""
        names = {m.type for m in self._analysis.mentions}
        statuses = {status(e) for e in self._analysis.events}
        rows: list[tuple[str, str]] = [(key, key) for key in _TYPES if key in names]
        rows += [("TIME", "TIME")] if self._analysis.times else []
        rows += [(key, f"TRIGGER {key}") for key in _STATUSES if key in statuses]
        rows += [("conflict", "conflict")] if next(self._all_conflicts(), None) else []
        rows += [("copy", "copy")] if self._analysis.repetitions else []
        items = "".join(f"<li>{_row(key, classes)}</li>\n" for key, classes in rows)
        return f'<ul aria-label="{_term("legend")}">\n{items}</ul>\n' if items else ""

    # -- what was found ----------------------------------------------------------------------

    def _name(self, mention: Mention) -> _Look:
        name = self._facts.name(mention.entity)
        return _Look(mention.type, _told(_term(mention.type), name))

    def _time(self, time: TimeExpression) -> _Look:
        conflict = f"{_term('conflict')}: {time.conflict}" if time.conflict else ""
        return _Look("TIME", _told(_term("TIME"), days(time) or time.value, conflict))

    def _event(self, event: Event) -> _Look:
        found = status(event)
        who = "، ".join(self._facts.actors(event, "actor"))
        return _Look(f"TRIGGER {found}", _told(f"{_term(event.type)} ({_term(found)})", who))

    def _conflicts(self) -> Iterator[Span]:
        for repetition in self._analysis.repetitions:
            for conflict in repetition.conflicts:
                yield conflict.span
                yield conflict.of

    def _all_conflicts(self) -> Iterator[Span]:
        yield from self._conflicts()
        yield from (t.span for t in self._analysis.times if t.conflict)

    def _signed(self) -> Iterator[tuple[int, str]]:
        """Yield the signs, each with the end of the word that it stands after."""
        for event in self._analysis.events:
            sign = terms()[status(event)].sign
            if sign:
                yield word_end(event.trigger.end, self._text), sign
        for span in self._all_conflicts():
            yield word_end(span.end, self._text), terms()["conflict"].sign

    # -- the article -------------------------------------------------------------------------

    def _article(self) -> str:
        lines, start = [], 0
        for words in self._text.split("\n"):
            lines.append(f"<p>{self._line(start, start + len(words))}</p>" if words else "")
            start += len(words) + 1
        return "\n".join(lines)

    def _line(self, start: int, end: int) -> str:
        edges = self._edges[bisect_right(self._edges, start) : bisect_left(self._edges, end)]
        return "".join(self._piece(a, b) for a, b in pairwise((start, *edges, end)))

    def _piece(self, start: int, end: int) -> str:
        words = _written(self._text[start:end])
        looks = [look for layer in self._layers if (look := layer.at(start)) is not None]
        sign = self._signs.get(end)
        signed = f' data-sign="{sign}"' if sign else ""
        if not looks:
            return f"<span{signed}>{words}</span>" if sign else words
        classes = " ".join(look.classes for look in looks)
        tip = " — ".join(look.tip for look in looks if look.tip)
        titled = f' title="{_written(tip)}"' if tip else ""
        return f'<mark class="{classes}"{titled}{signed}>{words}</mark>'


def _row(key: str, classes: str) -> str:
    term = terms()[key]
    sign = f' data-sign="{term.sign}"' if term.sign else ""
    return f'<mark class="{classes}"{sign}>{term.arabic}</mark> <bdi>{term.english}</bdi>'


def _both(key: str) -> str:
    term = terms()[key]
    return f"{term.arabic} <bdi>{term.english}</bdi>"


def _term(key: str) -> str:
    return terms()[key].arabic


def _told(kind: str, *words: str) -> str:
    """Return what is told of a finding; words of the article disturb nothing around them."""
    return "، ".join([kind, *(f"{_FSI}{_plain(w)}{_PDI}" for w in words if w)])


def _plain(words: str) -> str:
    """Return words as one short line without marks of direction."""
    line = " ".join(_DIRECTIONS.sub("", words[: 4 * _MOST]).split())
    return line if len(line) <= _MOST else f"{line[:_MOST]}…"


def _written(words: str) -> str:
    """Return words that mean nothing but themselves in text and in attributes."""
    return html.escape(words).replace("\r", "&#13;").replace("\0", "\ufffd")


def _style() -> str:
    rules = [f".{key} {{ background: {colors()[key]}; }}" for key in _TYPES]
    rules += [f".{key} {{ text-decoration-style: {line}; }}" for key, line in _STATUSES.items()]
    return _colored(_STYLE, colors().items()) + "\n".join(rules) + "\n"


def _colored(style: str, named: Iterable[tuple[str, str]]) -> str:
    known = dict(named)
    return re.sub(r"\$(\w+)", lambda found: known[found[1]], style)
