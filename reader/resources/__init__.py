"""The only place that knows where resources/ and seeds/ are.

In a wheel they lie inside the package, in a checkout beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from reader.errors import ResourceError

SUMS = "SHA256SUMS"
CHECKED = ("gazetteer", "map")  # folders of what scripts made, which no one edits
_PACKAGE = Path(str(files("reader")))


def _folder(name: str) -> Path:
    beside = _PACKAGE.parent / name
    return beside if beside.is_dir() else _PACKAGE / f"_{name}"


@lru_cache(maxsize=1)
def _sums() -> dict[str, str]:
    """Return the SHA-256 of each file that it was released with, by its path in resources/."""
    lines = resource(SUMS).read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def released(*parts: str) -> bytes:
    """Return a data file's bytes; those of CHECKED folders are checked to be as released.

    Raises:
        ResourceError: it is missing, or differs from what was released.
    """
    path = resource(*parts)
    data = path.read_bytes()
    if parts[0] in CHECKED:
        wanted = _sums().get("/".join(parts))
        if sha256(data).hexdigest() != wanted:
            raise ResourceError(f"{path}: not as released; install the program again")
    return data


def resource(*parts: str) -> Path:
    """Return the path of a data file; ResourceError where it is missing."""
    path = _folder("resources").joinpath(*parts)
    if not path.exists():
        raise ResourceError(f"{path}: missing from the installation; install the program again")
    return path


def seed() -> Path:
    """Return the path of the article that the program opens first."""
    return next(iter(sorted(_folder("seeds").glob("*.txt"))))


def rows(*parts: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a tab-separated table.

    Raises:
        ResourceError: it is missing, or differs from what was released.

    Lines that start with `#` are comments; the first other line names the columns. A row
    may leave off its last empty cells.
    """
    text = released(*parts).decode("utf-8")
    lines = (line for line in text.split("\n") if line and not line.startswith("#"))
    columns = next(lines).split("\t")
    for line in lines:
        cells = line.split("\t")
        cells += [""] * (len(columns) - len(cells))
        yield dict(zip(columns, cells, strict=True))
