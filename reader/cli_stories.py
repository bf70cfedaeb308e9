"""`qari stories`: what several articles tell together, as text or JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

from reader import engines
from reader.core.shown import isolate, printable
from reader.core.types import Analysis, Discrepancy, Document, Figure, Span
from reader.errors import InputError, ReaderError
from reader.resources import everything
from reader.resources import stories as story_words
from reader.service import Workspace
from reader.stories import Stories
from reader.stories.values import Citation, DatedDiscrepancy, Difference, Version

_SHOWN = 60  # code points of a sentence
_TYPES = ("PER", "ORG", "GPE", "LOC", "FAC", "EVENT")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `qari stories`."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders of articles")
    parser.add_argument("--engine", choices=engines.NAMES, help="what finds names")
    parser.add_argument(
        "--day",
        type=_day,
        metavar="YYYY-MM-DD",
        help="what is announced counts as ahead from this day on; that of the last article by"
        " default",
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="text by default"
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"{text!r} is no day; write it as 2017-10-31"
        raise argparse.ArgumentTypeError(message) from error


def run(arguments: argparse.Namespace) -> int:
    """Print what the articles tell together; 1 where one of them was bad."""
    refused: list[ReaderError] = []
    analyses = list(_analyses(arguments, refused))
    for error in refused:
        sys.stderr.write(f"qari: {printable(str(error))}\n")
    found = Stories(analyses, everything.load(), story_words.load())
    days = [article.last_day for article in found.articles.values() if article.last_day]
    day = arguments.day or max(days, default=date.min)
    if arguments.format == "json":
        json.dump(_whole(found, day), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    else:
        sys.stdout.write("\n".join(printable(line).rstrip() for line in _lines(found, day)) + "\n")
    return 1 if refused else 0


def _analyses(arguments: argparse.Namespace, refused: list[ReaderError]) -> Iterator[Analysis]:
    workspace = Workspace()
    engine, unfit = workspace.engine(arguments.engine)
    for reason in unfit:
        sys.stderr.write(f"qari: {printable(str(reason))}; {engine} is used\n")
    for path in arguments.paths:
        try:
            for file in workspace.articles(Path(path)):
                yield from _of_file(workspace, file, engine, refused)
        except ReaderError as error:
            refused.append(error)


def _of_file(
    workspace: Workspace, file: Path, engine: str, refused: list[ReaderError]
) -> Iterator[Analysis]:
    for item in workspace.open_all(file):
        if isinstance(item, Document):
            corrections = workspace.notebook(item).corrections
            yield workspace.analyze(item, engine=engine, corrections=corrections)
        elif isinstance(item, InputError):
            refused.append(item)


# -- JSON ----------------------------------------------------------------------------------------


def _whole(found: Stories, day: date) -> Mapping[str, object]:
    return {
        "articles": [
            {"id": a.id, "sources": a.sources, "day": _plain(a.day)}
            for a in found.articles.values()
        ],
        "stories": _plain(found.stories),
        "differences": _plain(tuple(_differences(found))),
        "entities": [_plain(found.profile(name)) for name in _shared(found)],
        "events": _plain(tuple(c for c in found.chains if len(c.tellings) > 1)),
        "conflicts": {name: _plain(told) for name, told in _conflicts(found).items()},
        "ahead": _plain(found.ahead(day)),
    }


def _plain(value: object) -> object:
    """Return a value as JSON holds it: a span as its two offsets, a day as ISO 8601 writes it."""
    if is_dataclass(value):
        names = [field.name for field in fields(value)]
        if names == ["start", "end"]:
            return [getattr(value, name) for name in names]
        return {name: _plain(getattr(value, name)) for name in names}
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(each) for each in value] if isinstance(value, tuple | list) else value


# -- text ----------------------------------------------------------------------------------------


def _shared(found: Stories) -> Iterator[str]:
    """Yield the profiles that several articles name."""
    for name, members in found.merged.profiles.items():
        if len({member.article for member in members}) > 1 and found.type_of(name) in _TYPES:
            yield name


def _differences(found: Stories) -> Iterator[Difference]:
    """Yield what each version made of the one before, or of the first where that is not known."""
    for story in found.stories:
        for version in story.versions[1:]:
            origin = version.origin
            before = origin.earlier if origin else story.versions[0].article
            yield found.difference(before, version.article)


def _conflicts(found: Stories) -> Mapping[str, tuple[Discrepancy, ...]]:
    told = {name: article.analysis.discrepancies for name, article in found.articles.items()}
    return {name: conflicts for name, conflicts in told.items() if conflicts}


def _lines(found: Stories, day: date) -> Iterator[str]:
    yield from _story_lines(found)
    yield "ENTITIES IN SEVERAL ARTICLES"
    for name in _shared(found):
        page = found.profile(name)
        spelled = "، ".join(f"{isolate(s.text)} ×{s.count}" for s in page.spellings)
        yield f"  {page.type} {isolate(page.name)}, {len(page.members)} articles: {spelled}"
        yield from (
            f"    held {isolate(t.title)} {_days(t.first_day, t.last_day)}" for t in page.titles
        )
    yield "EVENTS IN SEVERAL ARTICLES"
    for chain in found.chains:
        if len(chain.tellings) > 1:
            disputed = ", disputed" if chain.disputed else ""
            days = _days(chain.first_day, chain.last_day)
            yield f"  {chain.type} {isolate(chain.label)} {days}{disputed}"
            yield from (f"    {_said(found, t.citations[0])}" for t in chain.tellings)
            yield from _discrepancies(found, chain.discrepancies)
    yield "CONFLICTING FIGURES IN ONE ARTICLE"
    for name, told in _conflicts(found).items():
        yield f"  {_called(found, name)}"
        for each in told:
            yield f"    {each.kind} {isolate(each.of)} ({each.confidence:.0%})"
            yield from (_figure(f, _at(found, name, f.span)) for f in each.figures)
    yield f"AHEAD OF {day.isoformat()}"
    for entry in found.ahead(day):
        days = _days(entry.first_day, entry.last_day)
        moved = ", moved" if entry.moved else ""
        yield f"  {days} {entry.type} {isolate(entry.label)}: {entry.standing}{moved}"
        for word in entry.announcements:
            said = _said(found, word.citation)
            yield f"    {word.standing} {_days(word.first_day, word.last_day)} {said}"


def _story_lines(found: Stories) -> Iterator[str]:
    yield "VERSIONS"
    for story in found.stories:
        yield f"  {len(story.versions)} versions"
        for version in story.versions:
            days = _days(version.first_day, version.last_day)
            yield f"    {_called(found, version.article)} {days}{_after(found, version)}"
    for difference in _differences(found):
        before, after = _called(found, difference.before), _called(found, difference.after)
        yield f"  {before} → {after}"
        for change in difference.changes:
            if change.kind != "spelling":
                old, new = _words(found, change.before), _words(found, change.after)
                yield f"    {change.kind}: {old or '+'} → {new or '-'}"


def _after(found: Stories, version: Version) -> str:
    origin = version.origin
    if origin is None:
        return ""
    why = f"by {origin.basis} ({origin.confidence:.0%}), {origin.overlap:.0%} the same"
    return f", after {_called(found, origin.earlier)} {why}"


def _discrepancies(found: Stories, told: Iterable[DatedDiscrepancy]) -> Iterator[str]:
    for each in told:
        yield f"    {each.nature} {each.kind} {isolate(each.of)} ({each.confidence:.0%})"
        yield from (_figure(f, _said(found, f.citation)) for f in each.figures)


def _figure(figure: Figure, said: str) -> str:
    speaker = f", {isolate(figure.speaker)}" if figure.speaker else ""
    bound = "" if figure.bound == "exact" else f"{figure.bound} "
    return f"      {bound}{figure.value:g}{speaker}: {said}"


def _at(found: Stories, article: str, span: Span) -> str:
    return _said(found, found.articles[article].cite(span))


def _said(found: Stories, citation: Citation) -> str:
    text = found.articles[citation.article].text
    words = " ".join(citation.sentence.of(text).split())
    return f"{_called(found, citation.article)} {isolate(words[:_SHOWN])}"


def _words(found: Stories, citation: Citation | None) -> str:
    if citation is None:
        return ""
    text = found.articles[citation.article].text
    return isolate(" ".join(citation.span.of(text).split())[:_SHOWN])


def _called(found: Stories, name: str) -> str:
    sources = found.articles[name].sources
    return isolate(Path(sources[0]).name) if sources else name[:12]


def _days(first: date | None, last: date | None) -> str:
    days = dict.fromkeys(day.isoformat() for day in (first, last) if day)
    return "–".join(days)
