"""`qari batch`: its arguments, its progress and its report."""

from __future__ import annotations

import argparse
import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from reader import cli, engines
from reader.batch.options import SHARD, Options
from reader.batch.report import Progress as Told
from reader.batch.report import Report
from reader.core.shown import printable
from reader.errors import BatchError
from reader.formats.kinds import FORMATS
from reader.libraries import Library
from reader.service import Workspace

STOPPED = 130  # as shells say it of Ctrl+C
_MEGABYTE = 1 << 20


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `qari batch`."""
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="files of any format, folders, patterns ('news/**/*.html'), JSON Lines, Parquet",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where rows go")
    parser.add_argument(
        "--engine", choices=engines.NAMES, default="fast", help="what finds names; fast by default"
    )
    parser.add_argument(
        "--reference-date",
        type=cli.day,
        metavar="YYYY-MM-DD",
        help="the day that all articles were written, where you know it",
    )
    parser.add_argument(
        "--field",
        action="append",
        default=[],
        type=cli.field,
        metavar="NAME=FIELD",
        help="of JSON Lines, Parquet and other records, the field that holds the text, title,"
        " published, author or address; may be repeated",
    )
    parser.add_argument(
        "--encoding",
        type=_encoding,
        metavar="NAME",
        help="of the files' letters, as windows-1256; otherwise it is worked out",
    )
    parser.add_argument(
        "--library",
        type=Path,
        metavar="FILE",
        help="put articles and analyses into this library too, for the window to open",
    )
    parser.add_argument(
        "--on",
        choices=("pool", "ray"),
        default="pool",
        help="processes of this machine (default), or a Ray cluster (the extra qari[cluster])",
    )
    parser.add_argument(
        "--address",
        metavar="ADDRESS",
        help="of a Ray cluster that runs already (auto, ray://host:10001); else one is started",
    )
    parser.add_argument(
        "--workers",
        type=_count,
        default=os.cpu_count() or 1,
        metavar="N",
        help="processes, or processors of a Ray cluster; as many as this machine has by default",
    )
    parser.add_argument(
        "--shard",
        type=_count,
        default=SHARD,
        metavar="N",
        help=f"files, lines or rows for each file of results; {SHARD} by default",
    )
    parser.add_argument(
        "--timeout",
        type=_count,
        default=120,
        metavar="SECONDS",
        help="that one article may take; 120 by default",
    )
    parser.add_argument(
        "--memory",
        type=_count,
        default=2048,
        metavar="MB",
        help="that one process may use; 2048 by default",
    )
    parser.add_argument(
        "--retries",
        type=_count,
        default=2,
        metavar="N",
        help="processes that may end at one article before it is refused; 2 by default",
    )


def _count(text: str) -> int:
    """Return the number that an argument names; a plain message where it is none."""
    if not (text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 up")
    return int(text)


def _suffixes() -> set[str]:
    return {suffix for known in FORMATS for suffix in known.suffixes}


def _encoding(name: str) -> str:
    """Return the encoding that an argument names; a plain message where there is none."""
    try:
        return codecs.lookup(name).name
    except LookupError as error:
        raise argparse.ArgumentTypeError(f"{name!r} is no encoding") from error


def batch(arguments: argparse.Namespace) -> int:
    """Analyze many articles; 1 where some were refused."""
    if arguments.address and arguments.on != "ray":
        raise BatchError("--address is of a Ray cluster; add --on ray")
    options = Options(
        engine=arguments.engine,
        reference_date=arguments.reference_date,
        fields=tuple(arguments.field),
        encoding=arguments.encoding,
        shard=arguments.shard,
        analyses=arguments.library is not None,
    )
    Workspace().engine(options.engine)  # says now what each process would say
    try:
        return _run(arguments, options)
    except ModuleNotFoundError as error:
        extra = "cluster" if error.name == "ray" else "batch"
        reason = f"the package {error.name} is missing; install qari[{extra}]"
        raise BatchError(reason) from error
    except KeyboardInterrupt:
        sys.stderr.write(
            "qari: stopped; what is done is kept, and the same command goes on from there\n"
        )
        return STOPPED


def _run(arguments: argparse.Namespace, options: Options) -> int:
    from reader.batch import run as runs  # noqa: PLC0415 - pyarrow is an extra
    from reader.batch.plan import plan  # noqa: PLC0415 - see above
    from reader.batch.pool import Limits  # noqa: PLC0415 - see above
    from reader.batch.shelf import take  # noqa: PLC0415 - see above

    planned = plan(arguments.inputs, options.shard, _suffixes())
    limits = Limits(
        workers=arguments.workers,
        silence=arguments.timeout,
        memory=arguments.memory * _MEGABYTE,
        deaths=arguments.retries,
    )
    out: Path = arguments.out
    if arguments.library is not None:
        Library.open(arguments.library).close()  # says now what it would say at the end
    with _progress(planned.units) as progress:
        if arguments.on == "pool":
            analyze = runs.on_this_machine(options, out, limits)
            report = runs.run(planned, options, out, analyze, progress=progress)
        else:
            import reader.batch.cluster as ray  # noqa: PLC0415 - Ray is an extra

            analyze = ray.analyze(options, out, limits)
            with ray.connected(arguments.address, arguments.workers):
                report = runs.run(planned, options, out, analyze, pair=ray.pair, progress=progress)
    _tell(report, out)
    if arguments.library is not None:
        taken = take(arguments.library, out, planned.shards)
        sys.stdout.write(f"{taken:,} articles put into {arguments.library}\n")
    return 1 if report.refused else 0


@contextmanager
def _progress(units: int) -> Iterator[Told]:
    """Give what shows how much is done, on a terminal's standard error."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _units, _articles: None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as shown:
        task = shown.add_task("analyzing", total=units)
        yield lambda done, _articles: shown.advance(task, done)


def _tell(report: Report, out: Path) -> None:
    rate = report.analyzed / report.seconds if report.seconds else 0.0
    lines = [
        f"{report.articles:,} articles in {out}, {report.refused:,} refused",
        f"{report.pairs:,} pairs of near copies, {report.stories:,} stories told more than once",
    ]
    if report.analyzed:
        lines.append(
            f"analyzed now: {report.analyzed:,} in {report.seconds:.1f} s, {rate:.1f} articles/s"
        )
    sys.stdout.write("\n".join(lines) + "\n")
    for source, reason in report.named:
        sys.stderr.write(f"qari: {printable(f'{source}: {reason}')}\n")
    if report.refused > len(report.named):
        more = report.refused - len(report.named)
        sys.stderr.write(f"qari: and {more:,} more; see {out / 'refused'}\n")
