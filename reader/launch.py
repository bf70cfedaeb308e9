"""Where the program starts: the window, a picture of it, or the command line."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from reader import address
from reader.core.shown import printable
from reader.errors import ReaderError
from reader.settings import THEMES

_PICTURE = "qari.png"


def main(argv: list[str] | None = None) -> int:
    """Run `qari` with arguments, the process's own by default; return the exit status."""
    _speak_utf8()
    _use_one_thread()
    words = sys.argv[1:] if argv is None else argv
    try:
        if words and (run := _COMMANDS.get(words[0])):
            return run(words[1:])
        return _open(words)
    except ReaderError as error:
        sys.stderr.write(f"qari: {printable(str(error))}\n")
        return 1
    except BrokenPipeError:
        # Whoever read our output has had enough; Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _use_one_thread() -> None:
    """Have numpy, which is not loaded yet, multiply on one thread.

    Its matrices are small here: more threads take more work for the same time, and the sums of
    several differ in their last digit.
    """
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def _speak_utf8() -> None:
    """Print Arabic whatever the locale says; lone surrogates are escaped, not fatal."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _analyze(words: list[str]) -> int:
    from reader import cli  # noqa: PLC0415 - the window starts without it

    parser = argparse.ArgumentParser(
        prog="qari analyze", description="Analyze articles and print what they tell."
    )
    cli.add_analyze(parser)
    return cli.analyze(parser.parse_args(words))


def _explain(words: list[str]) -> int:
    from reader import cli  # noqa: PLC0415 - see above

    parser = argparse.ArgumentParser(
        prog="qari explain",
        description="Tell what was found at some words of an article, and which rule found it.",
    )
    cli.add_explain(parser)
    return cli.explain(parser.parse_args(words))


def _stories(words: list[str]) -> int:
    from reader import cli_stories  # noqa: PLC0415 - see above

    parser = argparse.ArgumentParser(
        prog="qari stories",
        description="Tell what articles say together: versions of one story and what each"
        " changed, who is who in all of them, events that several tell, figures that disagree,"
        " and what is announced.",
    )
    cli_stories.add_arguments(parser)
    return cli_stories.run(parser.parse_args(words))


def _export(words: list[str]) -> int:
    from reader import cli  # noqa: PLC0415 - see above

    parser = argparse.ArgumentParser(
        prog="qari export",
        description="Write an article's analysis, as its reader corrected it, in another form.",
    )
    cli.add_export(parser)
    return cli.export(parser.parse_args(words))


def _library(words: list[str]) -> int:
    from reader import cli_library  # noqa: PLC0415 - see above

    parser = argparse.ArgumentParser(
        prog="qari library", description="Keep articles, and find them again."
    )
    cli_library.add_arguments(parser)
    return cli_library.run(parser.parse_args(words))


def _brief(words: list[str]) -> int:
    from reader import cli  # noqa: PLC0415 - see above

    parser = argparse.ArgumentParser(
        prog="qari brief",
        description="Print one page on an article: who, where, when, what happened, what is"
        " planned, claimed or denied, and by whom.",
    )
    cli.add_brief(parser)
    return cli.brief(parser.parse_args(words))


def _batch(words: list[str]) -> int:
    from reader.batch import command  # noqa: PLC0415 - see above

    parser = argparse.ArgumentParser(
        prog="qari batch",
        description="Analyze many articles into Parquet: articles, names, times, events, near"
        " copies and stories. A run that was stopped goes on where it was.",
    )
    command.add(parser)
    return command.batch(parser.parse_args(words))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="qari",
        description="Read Arabic news: who, where, when and what happened.",
        epilog="qari analyze PATH... prints the analysis instead, qari explain FILE says why,"
        " qari brief FILE makes a page of it, qari export FILE writes it in another form,"
        " qari batch INPUT... --out DIR analyzes many,"
        " qari library keeps articles and finds them again, qari stories tells across articles;"
        " each has a --help.",
    )
    parser.add_argument(
        "path",
        nargs="?",
        help="a file of any format, or the address of a place in one (qari://…#s12); by default"
        " those of the last time, or the program's own article",
    )
    parser.add_argument(
        "--reference-date", metavar="YYYY-MM-DD", help="the day that the article was written"
    )
    parser.add_argument(
        "--screenshot", type=Path, metavar="PNG", help="draw the window into a picture and end"
    )
    parser.add_argument("--theme", choices=THEMES, default="light", help="of the picture")
    parser.add_argument("--language", choices=("ar", "en"), default="ar", help="of the picture")
    parser.add_argument(
        "--size", default="1600x1000", metavar="WxH", help="of the picture, in pixels"
    )
    parser.add_argument("--version", action="store_true", help="print the version and end")
    return parser


def _open(words: list[str]) -> int:
    parser = _parser()
    _refuse_mistyped(words, parser)
    arguments = parser.parse_args(words)
    if arguments.version:
        from reader import __version__  # noqa: PLC0415 - see above

        sys.stdout.write(f"qari {__version__}\n")
        return 0
    written = _day(arguments.reference_date, parser)
    from reader.resources import seed  # noqa: PLC0415 - see above

    place = address.parse(arguments.path or "")
    named = place.article if place else arguments.path
    path = Path(named) if named and not (place and place.is_id) else None
    if arguments.screenshot is not None:
        _draw(path or seed(), arguments.screenshot, written, arguments, parser)
        return 0
    from reader.gui.display import display_problem  # noqa: PLC0415 - asked before Qt is loaded

    problem = display_problem()
    if problem is not None:
        return _without_display(problem, path or seed(), written, arguments, parser)
    from reader.gui.app import main as open_window  # noqa: PLC0415 - Qt comes last

    return open_window(path, written, place)


def _refuse_mistyped(words: list[str], parser: argparse.ArgumentParser) -> None:
    """End where the first word is almost a command, and no file."""
    word = words[0] if words else ""
    near = get_close_matches(word, _COMMANDS, n=1)
    if near and not Path(word).exists():
        parser.error(f"there is no command and no file {word!r}; did you mean qari {near[0]}?")


def _day(text: str | None, parser: argparse.ArgumentParser) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        parser.error(f"{text!r} is no day; write it as 2017-10-31")


def _without_display(
    problem: str,
    path: Path,
    written: date | None,
    arguments: argparse.Namespace,
    parser: argparse.ArgumentParser,
) -> int:
    """Say why there is no window, print the analysis and draw the window into a picture."""
    sys.stdout.write(f"no window: {problem}; here is the analysis, and the window as a picture\n\n")
    status = _analyze([str(path), *(["--reference-date", written.isoformat()] if written else [])])
    if status:
        return status
    picture = Path.cwd() / _PICTURE
    sys.stdout.flush()
    _draw(path, picture, written, arguments, parser)
    sys.stdout.write(f"\nthe window: {picture}\n")
    return 0


def _draw(
    path: Path,
    out: Path,
    written: date | None,
    arguments: argparse.Namespace,
    parser: argparse.ArgumentParser,
) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QSize  # noqa: PLC0415 - the platform is chosen first

    from reader.gui.screenshot import render  # noqa: PLC0415 - the same

    width, cross, height = arguments.size.partition("x")
    if not (cross and width.isdigit() and height.isdigit()):
        parser.error(f"{arguments.size!r} is no size; write it as 1600x1000")
    size = QSize(int(width), int(height))
    render(
        path,
        out,
        reference_date=written,
        size=size,
        theme=arguments.theme,
        language=arguments.language,
    )


_COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "analyze": _analyze,
    "explain": _explain,
    "brief": _brief,
    "export": _export,
    "batch": _batch,
    "library": _library,
    "stories": _stories,
}
