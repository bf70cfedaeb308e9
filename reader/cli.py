"""The command line: arguments and printing, nothing else."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import TextIOWrapper
from itertools import chain
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.progress import track

from reader import engines, explanation, summary
from reader.brief import brief as brief_on
from reader.brief import markdown, plain
from reader.core.codec import to_json
from reader.core.corrections.apply import apply
from reader.core.explain import explain as explain_at
from reader.core.explain import explanation_json
from reader.core.normalize import find_folded
from reader.core.notebook import Notebook
from reader.core.shown import printable
from reader.core.types import Analysis, Document, Span, is_address
from reader.errors import InputError, ReaderError, UnreadableError
from reader.export import FORMATS
from reader.files import replacing
from reader.formats.base import FIELDS, Item
from reader.formats.kinds import FORMATS as KINDS
from reader.resources import brief as brief_words
from reader.service import Choices, Workspace

STDIN = "-"
_INPUT = "standard input"
_ONE_FILE = "a file (FILE#3 is the third of many in it), a web address, or - for input"


def add_analyze(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `qari analyze`."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a file, a folder of them, a web address (http, https), or - for input",
    )
    _add_reading(parser)
    parser.add_argument(
        "--format",
        choices=("summary", "json", "jsonl"),
        help="summary on a terminal (default), json of one article, or one line of JSON each",
    )
    parser.add_argument("--keep-repeats", action="store_true", help="read copies like first copies")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here")


def add_export(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `qari export`."""
    parser.add_argument("path", metavar="FILE", help=_ONE_FILE)
    parser.add_argument(
        "--format",
        choices=[f.name for f in FORMATS],
        required=True,
        help="; ".join(f"{f.name}: {f.title}" for f in FORMATS),
    )
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help="write here")
    _add_reading(parser)


def export(arguments: argparse.Namespace) -> int:
    """Write an article's analysis, as its reader corrected it, in another form."""
    workspace = Workspace()
    engine = _engine(workspace, arguments.engine)
    document = _open(workspace, arguments)
    analysis = _read(workspace, document, arguments, engine)
    written = workspace.export(analysis, arguments.format)
    if arguments.output is None:
        sys.stdout.buffer.write(written)
        return 0
    workspace.write(arguments.output, written)
    return 0


def _read(
    workspace: Workspace,
    document: Document,
    arguments: argparse.Namespace,
    engine: str,
    *,
    keep_repeats: bool = False,
) -> Analysis:
    """Analyze an article with what its reader corrected, and tell of what found no place."""
    for notice in document.notices:
        _tell(f"{document.source}: {notice.words}")
    corrections = () if arguments.no_corrections else _kept(workspace, document).corrections
    analysis = workspace.analyze(
        document,
        arguments.reference_date,
        engine=engine,
        keep_repeats=keep_repeats,
        corrections=corrections,
    )
    lost = apply(analysis, corrections).lost
    if lost:
        _tell(
            f"{document.source}: {len(lost)} of {len(corrections)} corrections no longer fit the"
            " text"
        )
    return analysis


def _kept(workspace: Workspace, document: Document) -> Notebook:
    """Return what the reader keeps of an article: in the library, or else beside its file."""
    from reader.libraries import Library, default_path  # noqa: PLC0415 - after the arguments

    path = default_path()
    if path.exists():
        with Library.open(path, read_only=True) as library:
            article = library.articles.find(document.id)
            if article is not None:
                return library.notes.load(article).notebook
    return workspace.notebook(document)


def _add_reading(parser: argparse.ArgumentParser) -> None:
    """Declare what every reading of an article takes."""
    parser.add_argument(
        "--reference-date",
        type=day,
        metavar="YYYY-MM-DD",
        help="the day that the article was written, where you know it",
    )
    parser.add_argument(
        "--engine",
        choices=engines.NAMES,
        help="what finds names: best is right more often, fast is quicker; the best that is"
        " installed by default",
    )
    parser.add_argument(
        "--no-corrections",
        action="store_true",
        help="leave aside what the reader corrected, in the library or in FILE.qari.json",
    )
    parser.add_argument(
        "--as",
        dest="input_format",
        choices=[f.name for f in KINDS],
        help="the format of the file, where its bytes and its name do not tell",
    )
    parser.add_argument(
        "--encoding", help="of the file's letters, as windows-1256; otherwise it is worked out"
    )
    parser.add_argument(
        "--whole", action="store_true", help="of a web page all text, not only its article"
    )
    parser.add_argument(
        "--ocr",
        action="store_true",
        help="let ocrmypdf read the pages of a PDF that are pictures, where it is installed",
    )
    parser.add_argument(
        "--private",
        action="store_true",
        help="let a web address lie in a private network or on this machine",
    )
    parser.add_argument(
        "--field",
        type=field,
        action="append",
        default=[],
        metavar="NAME=FIELD",
        help="of JSON and CSV, the field that holds the " + ", ".join(FIELDS) + "; may be repeated",
    )


def add_explain(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `qari explain`."""
    parser.add_argument("path", metavar="FILE", help=_ONE_FILE)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument(
        "--at",
        type=place,
        metavar="OFFSET",
        help="code points into the text as loaded: one offset, or START:END (end exclusive)",
    )
    where.add_argument("--find", metavar="WORDS", help="the first place where these words stand")
    _add_reading(parser)
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="text by default"
    )


def add_brief(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `qari brief`."""
    parser.add_argument("path", metavar="FILE", help=_ONE_FILE)
    _add_reading(parser)
    parser.add_argument("--format", choices=("text", "md"), default="text", help="text by default")
    parser.add_argument(
        "--language",
        choices=("ar", "en"),
        default="ar",
        help="of all but the article's own words; Arabic by default",
    )


def place(text: str) -> Span:
    """Return the span that an argument names; a plain message where it names none."""
    start, colon, end = text.partition(":")
    if not (start.isdecimal() and (end.isdecimal() or not colon)):
        raise argparse.ArgumentTypeError(f"{text!r} is no place; write it as 120 or 120:135")
    span = Span(int(start), int(end) if colon else int(start) + 1)
    if span.end <= span.start:
        raise argparse.ArgumentTypeError(
            f"{text!r} holds no letter: its end is not after its start"
        )
    return span


def explain(arguments: argparse.Namespace) -> int:
    """Print what was found at some words of an article, and why."""
    workspace = Workspace()
    engine = _engine(workspace, arguments.engine)
    document = _open(workspace, arguments)
    span = _asked(document, arguments)
    analysis = _read(workspace, document, arguments, engine)
    told = explain_at(analysis, span)
    if arguments.format == "json":
        json.dump(explanation_json(told), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    else:
        explanation.show(told, _console(sys.stdout))
    return 0


def brief(arguments: argparse.Namespace) -> int:
    """Print one page on an article."""
    workspace = Workspace()
    engine = _engine(workspace, arguments.engine)
    document = _open(workspace, arguments)
    analysis = _read(workspace, document, arguments, engine)
    page = brief_on(analysis, brief_words.load(arguments.language))
    sys.stdout.write(printable(markdown(page) if arguments.format == "md" else plain(page)))
    return 0


def _asked(document: Document, arguments: argparse.Namespace) -> Span:
    """Return the place that was asked for; InputError where the text has none such."""
    source, text = document.source or "the text", document.text
    if arguments.find is not None:
        hits = find_folded(text, arguments.find)
        if not hits:
            raise InputError(source, f"the words {arguments.find!r} are not in it")
        return hits[0]
    span: Span = arguments.at
    if span.end > len(text):
        reason = f"{span.end - 1} is past its last letter, which is at {len(text) - 1}"
        raise InputError(source, reason)
    return span


def field(words: str) -> tuple[str, str]:
    """Return the pair that an argument names; a plain message where it names none."""
    name, equals, named = words.partition("=")
    if not (equals and named and name in FIELDS):
        message = f"{words!r} names no field; write it as text=body (one of {', '.join(FIELDS)})"
        raise argparse.ArgumentTypeError(message)
    return name, named


def _choices(arguments: argparse.Namespace) -> Choices:
    return Choices(
        arguments.encoding,
        arguments.whole,
        tuple(arguments.field),
        arguments.input_format,
        arguments.ocr,
    )


def day(text: str) -> date:
    """Return the day that an argument names; a plain message where it names none."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"{text!r} is no day; write it as 2017-10-31"
        raise argparse.ArgumentTypeError(message) from error


def analyze(arguments: argparse.Namespace) -> int:
    """Analyze articles and print them in input order; 1 where one of them was bad."""
    workspace = Workspace()
    engine = _engine(workspace, arguments.engine)
    sources: list[Path | str] = []
    bad = False
    for path in arguments.paths:
        try:
            named = path == STDIN or is_address(path)
            sources += [path] if named else list(workspace.articles(Path(path)))
        except ReaderError as error:
            bad = _complain(error)
    items = _items(workspace, sources, arguments)
    ahead = _until_second(items)
    many = len(sources) > 1 or len(ahead) > 1
    style = arguments.format or ("jsonl" if many else "summary")
    if style == "json" and many:
        style = "jsonl"
    try:
        with _output(arguments.output) as out:
            for item in chain(ahead, items):
                try:
                    analysis = _analyzed(workspace, item, arguments, engine)
                except ReaderError as error:
                    bad = _complain(error)
                    continue
                _print(analysis, style, out)
    except OSError as error:
        if arguments.output is None:
            raise
        reason = f"cannot be written: {error.strerror}"
        bad = _complain(UnreadableError(str(arguments.output), reason))
    return 1 if bad else 0


def _items(
    workspace: Workspace, sources: list[Path | str], arguments: argparse.Namespace
) -> Iterator[Item]:
    """Yield the articles of all files and what was refused, in input order."""
    choices = _choices(arguments)
    on_terminal = arguments.output is None and sys.stdout.isatty()
    for source in _progress(sources, quiet=on_terminal):
        if isinstance(source, Path):
            yield from workspace.open_all(source, choices)
        elif is_address(source):
            yield from workspace.fetch(source, choices, allow_private=arguments.private)
        else:
            yield from workspace.open_all_bytes(sys.stdin.buffer.read(), _INPUT, choices)


def _until_second(items: Iterator[Item]) -> list[Item]:
    """Take items until they hold two articles; enough to know that there are many."""
    ahead: list[Item] = []
    articles = 0
    for item in items:
        ahead.append(item)
        articles += isinstance(item, Document)
        if articles == 2:
            break
    return ahead


@contextmanager
def _output(path: Path | None) -> Iterator[TextIO]:
    """Give what results are written to; a file is there when all are in it, or not at all."""
    if path is None:
        yield sys.stdout
        return
    with replacing(path) as file:
        out = TextIOWrapper(file, "utf-8", "backslashreplace", newline="\n")  # as on a terminal
        yield out
        out.detach()


def _analyzed(
    workspace: Workspace, item: Item, arguments: argparse.Namespace, engine: str
) -> Analysis:
    """Analyze an article; what was refused is raised."""
    if isinstance(item, InputError):
        raise item
    return _read(workspace, item, arguments, engine, keep_repeats=arguments.keep_repeats)


def _engine(workspace: Workspace, asked: str | None) -> str:
    """Return the engine that runs, and say on standard error why no better one does."""
    engine, unfit = workspace.engine(asked)
    for error in unfit:
        _tell(f"{error}; {engine} is used")
    return engine


def _open(workspace: Workspace, arguments: argparse.Namespace) -> Document:
    """Return the one article that a command is about."""
    choices = _choices(arguments)
    if arguments.path == STDIN:
        return workspace.open_bytes(sys.stdin.buffer.read(), _INPUT, choices)
    if is_address(arguments.path):
        return workspace.open_address(arguments.path, choices, allow_private=arguments.private)
    return workspace.open(Path(arguments.path), choices)


def _progress(sources: list[Path | str], *, quiet: bool) -> Iterator[Path | str]:
    """Yield the sources, with a bar on a terminal's standard error for long work."""
    console = Console(stderr=True)
    if quiet or len(sources) < 2 or not console.is_terminal:
        yield from sources
        return
    yield from track(sources, description="analyzing", console=console, transient=True)


def _complain(error: ReaderError) -> bool:
    _tell(str(error))
    return True


def _tell(words: str) -> None:
    sys.stderr.write(f"qari: {printable(words)}\n")


def _print(analysis: Analysis, style: str, out: TextIO) -> None:
    if style == "summary":
        summary.show(analysis, _console(out))
        return
    indent = 1 if style == "json" else None
    json.dump(to_json(analysis), out, ensure_ascii=False, indent=indent)
    out.write("\n")


def _console(out: TextIO) -> Console:
    width = None if out.isatty() else 160
    return Console(file=out, width=width, highlight=False, soft_wrap=False)
