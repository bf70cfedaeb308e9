"""`qari library`: a library on the command line."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from reader import engines, libraries
from reader.core.shown import printable
from reader.errors import InputError, LibraryError, ReaderError
from reader.files import replacing
from reader.libraries import Backups, Library, Row, default_path

_SYNTAX = (
    'words must all be there, in any spelling; "words in quotes" one after the other; begin*;'
    " one OR other; -word; title: text: entity: event: place: person: source: tag: unread:yes;"
    " from: to: on: before: after: a day, month or year"
)
Verb = Callable[[Library, argparse.Namespace], int]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `qari library`."""
    verbs = parser.add_subparsers(required=True, metavar="VERB")

    def verb(name: str, words: str, run: Verb, *, writes: bool = True) -> argparse.ArgumentParser:
        made = verbs.add_parser(name, help=words, description=f"{words[:1].upper()}{words[1:]}.")
        made.add_argument(
            "--library", type=Path, metavar="FILE", help="the library; your own by default"
        )
        made.set_defaults(run=run, writes=writes)
        return made

    add = verb("add", "take files, folders or feeds in", _add)
    add.add_argument("sources", nargs="*", metavar="PATH", help="or the address of a feed")
    add.add_argument("--analyze", action="store_true", help="and analyze what is not yet")
    add.add_argument("--engine", choices=engines.NAMES, help="that analyzes")
    verb("refresh", "ask the feeds for what is new", _refresh)
    verb("analyze", "analyze what is not yet", _analyze).add_argument(
        "--engine", choices=engines.NAMES
    )
    shown = verb("list", "list articles", _list, writes=False)
    shown.add_argument("question", nargs="?", default="", help=_SYNTAX)
    shown.add_argument("--sort", choices=libraries.SORTS, default="day")
    shown.add_argument("--limit", type=int, default=100)
    search = verb("search", "find articles, the best first", _search, writes=False)
    search.add_argument("question", help=_SYNTAX)
    search.add_argument("--limit", type=int, default=20)
    tag = verb("tag", "give articles a tag, or take it from them", _tag)
    tag.add_argument("name")
    tag.add_argument("question", help="of which articles; as for search, or their numbers")
    tag.add_argument("--remove", action="store_true")
    out = verb("export", "write the library as JSON Lines", _export, writes=False)
    out.add_argument("output", type=Path, metavar="OUT")
    out.add_argument("--find", metavar="QUESTION", default="", help="only these articles")
    verb("merge", "take an export in", _merge).add_argument("input", type=Path, metavar="FILE")
    rules = verb("rules", "list the rules, or move them between libraries", _rules)
    rules.add_argument("--export", type=Path, metavar="OUT")
    rules.add_argument("--import", type=Path, metavar="FILE", dest="taken")
    verb("backup", "copy the library, and check the copy", _backup, writes=False)
    check = verb("check", "look for damage", _check, writes=False)
    check.add_argument("--repair", action="store_true", help="after a backup")
    restore = verb("restore", "put a backup in the place of the library", _restore, writes=False)
    restore.add_argument("backup", nargs="?", help="its name; without it they are listed")


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked; return the exit status."""
    path = arguments.library or default_path()
    if arguments.run is _restore:  # what cannot be opened can be restored
        return _restore_at(path, arguments)
    with Library.open(path, create=arguments.run in {_add, _merge}) as library:
        if library.notice:
            _tell(f"{path}: {library.notice}")
        for damage in library.damaged:
            _tell(f"{path}: damaged: {damage.table} {damage.words}: {damage.reason}")
        status: int = arguments.run(library, arguments)
        if arguments.writes and not library.read_only and library.backups.is_due():
            library.backups.make()
    return status


def _add(library: Library, arguments: argparse.Namespace) -> int:
    feeds = [source for source in arguments.sources if "://" in source]
    paths = [Path(source).resolve() for source in arguments.sources if "://" not in source]
    bad = _any(_refreshed(library, address) for address in feeds)
    files, refused = libraries.sources_of(paths)
    for refusal in refused:
        bad = _complain(f"{refusal.source}: {refusal.reason}")
    jobs = [job.id for job in library.imports.unfinished()]
    if files:
        jobs.append(library.imports.start(files, " ".join(arguments.sources)))
    for job in jobs:
        done = libraries.gather(library, job)
        _say(f"{done.new} new of {done.articles} articles in {done.files} files")
        for refusal in library.imports.refusals(job):
            bad = _complain(f"{refusal.source}: {refusal.reason}")
    if arguments.analyze:
        _analyze(library, arguments)
    return int(bad)


def _refresh(library: Library, _: argparse.Namespace) -> int:
    return int(_any(_refreshed(library, feed.address) for feed in library.feeds.list()))


def _refreshed(library: Library, address: str) -> bool:
    """Ask a feed; tell whether something was wrong."""
    try:
        found = libraries.refresh(library, address, allow_private=True)
    except ReaderError as error:
        return _complain(str(error))
    _say(f"{address}: {found.new} new" if found.changed else f"{address}: nothing newer")
    return _any(_complain(f"{r.source}: {r.reason}") for r in found.refused)


def _analyze(library: Library, arguments: argparse.Namespace) -> int:
    done = libraries.analyze_stale(library, engine=arguments.engine)
    _say(f"{done} articles analyzed")
    return 0


def _list(library: Library, arguments: argparse.Namespace) -> int:
    ascending = arguments.sort == "title"
    found = library.search.ids(arguments.question, arguments.sort, ascending=ascending)
    _told_unknown(found.unknown)
    for row in library.articles.rows(found.ids[: max(0, arguments.limit)]):
        _say(_line(row))
    if len(found.ids) > arguments.limit:
        _tell(f"{len(found.ids) - arguments.limit} more; see --limit")
    return 0


def _search(library: Library, arguments: argparse.Namespace) -> int:
    found = library.search.best(arguments.question, max(0, arguments.limit))
    _told_unknown(found.unknown)
    for hit in library.articles.hits(arguments.question, found.ids):
        words = hit.snippet.words.replace("\n", " ")
        _say(_line(hit.row))
        _say(f"    {'…' if hit.snippet.cut_before else ''}{words}")
    return 0 if found.ids else 1


def _line(row: Row) -> str:
    marks = ("*" if row.unread else " ") + ("!" if row.damaged else " ")
    day = row.day.isoformat() if row.day else " " * 10
    tags = "".join(f" #{tag}" for tag in row.tags)
    return f"{row.id:>6} {marks} {day}  {row.title}  [{row.site or row.source}]{tags}"


def _tag(library: Library, arguments: argparse.Namespace) -> int:
    words = arguments.question.split()
    ids: Sequence[int] = library.search.ids(arguments.question).ids
    if words and all(word.isdecimal() for word in words):
        ids = [row.id for row in library.articles.rows([int(word) for word in words])]
    change = library.articles.untag if arguments.remove else library.articles.tag
    change(ids, arguments.name)
    _say(f"{len(ids)} articles")
    return 0 if ids else 1


def _export(library: Library, arguments: argparse.Namespace) -> int:
    return _moved(libraries.export(library, arguments.output, question=arguments.find))


def _merge(library: Library, arguments: argparse.Namespace) -> int:
    return _moved(libraries.take(library, arguments.input))


def _moved(moved: libraries.Moved) -> int:
    _say(f"{moved.articles} articles")
    return int(_any(_complain(f"{r.source}: {r.reason}") for r in moved.refused))


def _rules(library: Library, arguments: argparse.Namespace) -> int:
    if arguments.taken:
        try:
            told = json.loads(arguments.taken.read_bytes())
        except (OSError, ValueError, RecursionError) as error:
            raise InputError(str(arguments.taken), f"it cannot be read: {error}") from error
        _say(f"{library.rules.take(told)} new rules")
    if arguments.export:
        try:
            with replacing(arguments.export) as file:
                file.write(json.dumps(library.rules.told(), ensure_ascii=False, indent=1).encode())
        except OSError as error:
            reason = f"cannot be written: {error.strerror}"
            raise InputError(str(arguments.export), reason) from error
    if not (arguments.taken or arguments.export):
        for rule in library.rules.told()["rules"]:
            _say(json.dumps(rule, ensure_ascii=False))
    return 0


def _backup(library: Library, _: argparse.Namespace) -> int:
    made = library.backups.make()
    _say(str(made.path))
    if made.verified:
        return 0
    return int(_complain("the library is damaged; this copy is kept, and is not among the good"))


def _check(library: Library, arguments: argparse.Namespace) -> int:
    found = library.repair() if arguments.repair else library.check()
    _say(f"{found.articles} articles")
    for damage in found.damaged:
        _complain(f"damaged: {damage.table} {damage.row or ''} {damage.words}: {damage.reason}")
    for problem in found.problems:
        _complain(problem)
    if found.index:
        _complain("the index or an analysis is damaged; --repair makes it anew")
    return int(not found.is_sound)


def _restore(_library: Library, _: argparse.Namespace) -> int:
    raise NotImplementedError  # `run` calls _restore_at


def _restore_at(path: Path, arguments: argparse.Namespace) -> int:
    backups = Backups(path)
    if arguments.backup is None:
        for backup in backups.list():
            _say(f"{backup.path.name}  {backup.size} bytes{'' if backup.verified else '  damaged'}")
        return 0
    chosen = next((b for b in backups.list() if b.path.name == arguments.backup), None)
    if chosen is None:
        raise LibraryError(path, "missing", f"there is no backup {arguments.backup}")
    aside = backups.restore(chosen)
    _say(f"restored; what was there is {aside}" if aside else "restored")
    return 0


def _any(done: Iterable[bool]) -> bool:
    """Do all; tell whether one of them was bad."""
    return bool([bad for bad in done if bad])


def _told_unknown(parts: Sequence[str]) -> None:
    for part in parts:
        _tell(f"{part} means nothing here, and was looked for as words")


def _say(words: str) -> None:
    sys.stdout.write(f"{printable(words)}\n")


def _tell(words: str) -> None:
    sys.stderr.write(f"qari: {printable(words)}\n")


def _complain(words: str) -> bool:
    _tell(words)
    return True
