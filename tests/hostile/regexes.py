"""Every regular expression of the program on Arabic that wants it to go back and forth."""

from __future__ import annotations

import ast
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pkgutil import walk_packages

from report import TOP, Part

# Where work grows as the square of the text this is 4, as its cube 8.
MOST_GROWTH = 3.0
LENGTH = 2_000  # letters of the shorter text; the other is twice as long
LEAST = 0.002  # seconds, below which a clock tells nothing
MOST = 1.0  # seconds for the longer text, however it grows
PIECES = (
    "ا", "ال", "و", "وال ", "قال ", " ", "  \t", "\n", " \n", ".", "،", "«", "»", "(", "[", "<", "</",
    "&", "-", "ـ", "\u064e\u0651", "م\u064e", "١", "12", "1,", "1.", "2017-", "10/", ":", "a", "A",
    "http://", "@", "=", '"', "\\", "\r", "{", "#", "*", "_", "|", "«ا", "«قال ", "الأول ", "يوم ",
    "محمد بن ", "ا.ب", "s1", "<a ", "a=", "From ", "X: ", "--", "/*", "%", "+", "\0", "\u200f",
)  # fmt: skip
ENDS = ("", "!")
METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")
# Applied to a few letters only, by the code beside them.
BOUNDED = {r"\w*\Z"}  # targets.py: the eight letters before a name

Place = tuple[str, int]


@contextmanager
def _recorded(found: dict[tuple[object, int], Place]) -> Iterator[None]:
    """Note each pattern that code of the program has compiled, and where."""
    compiled = re._compile  # type: ignore[attr-defined]  # what all of `re` goes through

    def note(pattern: object, flags: object) -> object:
        frame = sys._getframe(2)
        name = frame.f_globals.get("__name__", "")
        if name.startswith("reader"):
            key = pattern if isinstance(pattern, re.Pattern) else (pattern, int(flags))
            found.setdefault(key, (frame.f_code.co_filename, frame.f_lineno))
        return compiled(pattern, flags)

    re._compile = note
    try:
        yield
    finally:
        re._compile = compiled


def patterns() -> dict[re.Pattern, Place]:
    """Return every pattern that the program compiles, with where that is."""
    found: dict = {}
    with _recorded(found):
        import reader

        for module in walk_packages(reader.__path__, "reader."):
            if module.name != "reader.__main__":
                _imported(module.name)
        _use_all()
    return {
        key if isinstance(key, re.Pattern) else re.compile(*key): place
        for key, place in found.items()
    }


def _imported(name: str) -> None:
    try:
        import_module(name)
    except ImportError:
        return  # an engine that is not installed, or what another system has


def _use_all() -> None:
    """Analyze and export an article, so that patterns made of data and on the way are noted."""
    from reader.export import FORMATS
    from reader.service import Workspace

    workspace = Workspace()
    analysis = workspace.analyze(workspace.open(workspace.seed()))
    for form in FORMATS:
        workspace.export(analysis, form.name)


def uses() -> dict[str, dict[str, set[str]]]:
    """Return by file and name of a pattern the methods that it is used by."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for path in (TOP / "reader").rglob("*.py"):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        here = found[str(path)]
        for node in nodes:
            if isinstance(node, ast.Attribute) and node.attr in METHODS:
                here[ast.unparse(node.value).rpartition(".")[2]].add(node.attr)
        for node in nodes:  # for form in (_ISO, _PDF)
            if isinstance(node, ast.For) and isinstance(node.iter, ast.Tuple):
                for each in node.iter.elts:
                    here[ast.unparse(each)] |= here[ast.unparse(node.target)]
    return found


def _names(place: Place) -> set[str]:
    """Return the names that the pattern compiled at a place is given."""
    tree = ast.parse(open(place[0], encoding="utf-8").read())  # noqa: PTH123, SIM115 - brief
    return {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, (ast.Assign, ast.AnnAssign))
        and node.lineno <= place[1] <= (node.end_lineno or node.lineno)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }


def _call(pattern: re.Pattern, method: str) -> Callable[[str | bytes], object]:
    """Return what uses a pattern on a text as the program does."""
    empty: str | bytes = b"" if isinstance(pattern.pattern, bytes) else ""
    if method in {"sub", "subn"}:
        return lambda text: pattern.sub(lambda _found: empty, text)
    if method == "finditer":
        return lambda text: sum(1 for _ in pattern.finditer(text))
    return getattr(pattern, method)


def _seconds(call: Callable[[str | bytes], object], text: str | bytes) -> float:
    begun = time.perf_counter()
    call(text)
    return time.perf_counter() - begun


def _growth(call: Callable[[str | bytes], object], make: Callable[[int], str | bytes]) -> tuple:
    """Return how often more time twice the text takes, and that time in seconds."""
    first = _seconds(call, make(2 * LENGTH))
    if first < LEAST:
        return 1.0, first
    long = min(first, _seconds(call, make(2 * LENGTH))) if first < MOST else first
    short = min(_seconds(call, make(LENGTH)) for _ in range(3))
    return long / max(short, 1e-9), long


def _text(pattern: re.Pattern, piece: str, end: str) -> Callable[[int], str | bytes]:
    def make(length: int) -> str | bytes:
        text = "ق" + piece * (length // len(piece)) + end
        return text.encode() if isinstance(pattern.pattern, bytes) else text

    return make


def run(_count: int, _seed: int) -> Part:
    """Time each pattern on each text at two lengths."""
    part, known = Part(), uses()
    found = patterns()
    misses, worst, cases, slowest = [], 1.0, 0, 0.0
    for pattern, place in found.items():
        names = _names(place)
        here = known[place[0]]
        methods = set().union(*(here.get(name, set()) for name in names))
        # One that goes through a loop or a table is used in a way that its file uses something.
        methods = methods or set().union(*here.values()) - {"split", "sub", "subn"}
        where = f"{place[0].removeprefix(str(TOP) + '/')}:{place[1]}"
        for method in sorted(methods or {"search", "fullmatch"}):
            grew, long, piece = _worst(pattern, method)
            cases += len(PIECES) * len(ENDS)
            worst, slowest = max(worst, grew), max(slowest, long)
            if (grew > MOST_GROWTH or long > MOST) and pattern.pattern not in BOUNDED:
                told = f"{where} {method} {pattern.pattern!r:.60}"
                misses.append(f"{told}: x{grew:.1f}, {long:.3f} s on {piece!r}")
    part.tell(
        f"{len(found)} patterns, {cases} texts: twice the text takes {worst:.1f} times as long at"
        f" most, {2 * LENGTH:,} letters {slowest:.3f} s at most",
        misses,
    )
    return part


def _worst(pattern: re.Pattern, method: str) -> tuple[float, float, str]:
    call, worst = _call(pattern, method), (1.0, 0.0, "")
    for piece in PIECES:
        for end in ENDS:
            make = _text(pattern, piece, end)
            grew, long = _growth(call, make)
            if grew > MOST_GROWTH:  # once more, in case the machine was busy
                grew, long = min((grew, long), _growth(call, make))
            worst = max(worst, (grew, long, piece))
            if worst[0] > MOST_GROWTH:
                return worst
    return worst
