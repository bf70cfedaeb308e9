"""The command line: arguments and printing, nothing else."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.progress import track

from reader import engines, summary
from reader.core.codec import to_json
from reader.core.types import Analysis, Document
from reader.errors import InputError, ReaderError, UnreadableError
from reader.service import Workspace

STDIN = "-"


def add_analyze(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `qari analyze`."""
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a text file, a folder of them, or - for input"
    )
    parser.add_argument(
        "--reference-date",
        type=day,
        metavar="YYYY-MM-DD",
        help="the day that the articles were written, where you know it",
    )
    parser.add_argument(
        "--format",
        choices=("summary", "json", "jsonl"),
        help="summary on a terminal (default), json of one article, or one line of JSON each",
    )
    parser.add_argument(
        "--engine",
        choices=engines.NAMES,
        help="what finds names: best is right more often, fast is quicker; the best that is"
        " installed by default",
    )
    parser.add_argument("--keep-repeats", action="store_true", help="read copies like first copies")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here")


def day(text: str) -> date:
    """Return the day that an argument names; a plain message where it names none."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"{text!r} is no day; write it as 2017-10-31"
        raise argparse.ArgumentTypeError(message) from error


def analyze(arguments: argparse.Namespace) -> int:
    """Analyze articles and print them in input order; 1 where one of them was bad."""
    workspace, bad = Workspace(), False
    engine, unfit = workspace.engine(arguments.engine)
    for error in unfit:
        sys.stderr.write(f"qari: {error}; {engine} is used\n")
    sources: list[Path | str] = []
    for path in arguments.paths:
        try:
            sources += [STDIN] if path == STDIN else list(workspace.articles(Path(path)))
        except ReaderError as error:
            bad = _complain(error)
    style = arguments.format or ("jsonl" if len(sources) > 1 else "summary")
    if style == "json" and len(sources) > 1:
        style = "jsonl"
    try:
        opened = arguments.output.open("w", encoding="utf-8") if arguments.output else None
    except OSError as error:
        _complain(UnreadableError(str(arguments.output), f"cannot be written: {error.strerror}"))
        return 1
    with opened or nullcontext(sys.stdout) as out:
        for source in _progress(sources, quiet=out is sys.stdout and out.isatty()):
            try:
                document = _open(workspace, source)
                analysis = workspace.analyze(
                    document,
                    arguments.reference_date,
                    engine=engine,
                    keep_repeats=arguments.keep_repeats,
                )
            except ReaderError as error:
                bad = _complain(error)
                continue
            _print(analysis, style, out)
    return 1 if bad else 0


def _open(workspace: Workspace, source: Path | str) -> Document:
    if isinstance(source, Path):
        return workspace.open(source)
    data = sys.stdin.buffer.read()
    if not data.strip():
        raise InputError("standard input", "there is no text in it")
    return workspace.open_bytes(data, "standard input")


def _progress(sources: list[Path | str], *, quiet: bool) -> Iterator[Path | str]:
    """Yield the sources, with a bar on a terminal's standard error for long work."""
    console = Console(stderr=True)
    if quiet or len(sources) < 2 or not console.is_terminal:
        yield from sources
        return
    yield from track(sources, description="analyzing", console=console, transient=True)


def _complain(error: ReaderError) -> bool:
    sys.stderr.write(f"qari: {error}\n")
    return True


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
