"""Markdown (CommonMark with tables): its text, without the marks; YAML front matter is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt

from reader.formats.base import Composer, Item, Reading
from reader.formats.charset import read_as
from reader.formats.days import machine_day
from reader.formats.markup import Line, page_of, tell

_DEEPEST = 60  # quotations and lists in each other
_MOST_BRACKETS = 500  # in one paragraph; the parser's time grows with their square
_FRONT = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n")
_FIELD = re.compile(r"([A-Za-z][\w-]{0,30})\s{0,9}[:=]\s{0,9}(\S.*)?")
_FRONT_LINES = 200


def read(data: bytes, reading: Reading) -> Iterator[Item]:
    """Yield the one article of a file."""
    read_in = read_as(data, reading.source, chosen=reading.encoding)
    about, text = _parted(read_in.text)
    title = about.get("title", "")
    composer = Composer()
    if read_in.notice:
        composer.notice(read_in.notice.code, read_in.notice.words)
    lines = _lines(text, composer)
    heading = lines[0] if lines and lines[0].level == 1 else None
    if heading is not None:
        heading.kind, heading.level = "title", 0
    elif title:
        composer.add(title, "title")
    for line in lines:
        composer.add(line.words, line.kind, level=line.level)
    yield composer.document(
        reading,
        "markdown",
        title=title,
        published=machine_day(about.get("date") or about.get("published")),
        author=about.get("author") or about.get("authors"),
        encoding=read_in.encoding,
    )


def _parted(text: str) -> tuple[dict[str, str], str]:
    """Return the fields of the front matter, and what follows it."""
    begins = _FRONT.match(text)
    if begins is None:
        return {}, text
    fields: dict[str, str] = {}
    at, last = begins.end(), ""
    for _ in range(_FRONT_LINES):
        end = text.find("\n", at)
        line = text[at:] if end < 0 else text[at:end]
        at = len(text) if end < 0 else end + 1
        if line.rstrip() in {begins[1], "..."}:
            return fields, text[at:]
        if field := _FIELD.fullmatch(line.rstrip()):
            last = field[1].lower()
            fields.setdefault(last, _value(field[2] or ""))
        elif last and line.lstrip().startswith("- "):  # a list, one to a line
            fields[last] = "، ".join(filter(None, (fields[last], _value(line.lstrip()[2:]))))
    return {}, text


def _value(words: str) -> str:
    """Return a value without the marks of a string or a list."""
    inner = words.strip()
    if inner.startswith("[") and inner.endswith("]"):
        return "، ".join(filter(None, (_value(one) for one in inner[1:-1].split(","))))
    if len(inner) > 1 and inner[0] == inner[-1] and inner[0] in "\"'":
        return inner[1:-1]
    return inner


def _lines(text: str, composer: Composer) -> list[Line]:
    if any(paragraph.count("[") > _MOST_BRACKETS for paragraph in text.split("\n\n")):
        return _flat(text, composer, "a paragraph holds hundreds of brackets")
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    tokens = parser.parse(text)
    if any(token.level >= _DEEPEST - 2 for token in tokens):
        return _flat(text, composer, "its lists and quotations lie very deep in each other")
    page = page_of(str(parser.renderer.render(tokens, parser.options, {})))
    tell(page, composer)
    return page.lines


def _flat(text: str, composer: Composer, why: str) -> list[Line]:
    composer.notice("flat-markup", f"{why}; its text is read without headings, lists and tables")
    return [Line("paragraph", 0, line) for line in text.splitlines()]
