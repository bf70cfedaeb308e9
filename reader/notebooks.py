"""Notebooks on disk: beside their articles, or in the user's data folder.

A notebook stands beside its article as `ARTICLE.qari.json`. Where that cannot be written, and
for text that came from no file, it is kept in the user's data folder by the article's content;
one that is kept there is newer than one beside the article.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import platformdirs

from reader.core.notebook import Notebook, notebook_from_json, notebook_to_json
from reader.core.types import Document, is_address
from reader.errors import ContractError, NotebookError
from reader.files import replace_file
from reader.resources import seed

SUFFIX = ".qari.json"


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a notebook was written, and why not beside the article, "" where it is."""

    path: Path
    problem: str = ""


def own_folder() -> Path:
    """Return the user's folder of notebooks; the variable QARI_DATA overrides where it lies."""
    named = os.environ.get("QARI_DATA")
    return (Path(named) if named else platformdirs.user_data_path("qari")) / "notebooks"


def beside(document: Document) -> Path | None:
    """Return where the notebook of an article from a file is; the program's own have none."""
    if not document.source or is_address(document.source):
        return None
    path = Path(document.source)
    try:
        if not path.is_file() or path.resolve() == seed().resolve():
            return None
    except OSError:  # a name that no file can have
        return None
    return path.with_name(path.name + SUFFIX)


def by_content(document: Document) -> Path:
    """Return where the notebook of an article is that has none beside it."""
    return own_folder() / f"{document.id}{SUFFIX}"


def load(document: Document) -> Notebook:
    """Read the notebook of an article; an empty one where there is none.

    Raises:
        NotebookError: it is damaged or cannot be read. One that is damaged is kept under
            another name, which the error tells.
    """
    for path in _places(document):
        if path.is_file():
            return _read(path)
    return Notebook(document.id)


def _places(document: Document) -> Iterator[Path]:
    yield by_content(document)
    place = beside(document)
    if place is not None:
        yield place


def _read(path: Path) -> Notebook:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise NotebookError(path, f"cannot be read: {error.strerror}") from error
    try:
        return notebook_from_json(json.loads(data))
    except (ValueError, RecursionError, ContractError) as error:
        raise NotebookError(path, f"is damaged: {error}", _set_aside(path)) from error


def _set_aside(path: Path) -> Path:
    """Give a damaged notebook a name of its own, so that nothing is written over it."""
    stem = path.name.removesuffix(SUFFIX)
    names = (path.with_name(f"{stem}.damaged{n or ''}{SUFFIX}") for n in count())
    free = next(name for name in names if not name.exists())
    try:
        return path.rename(free)
    except OSError as error:
        raise NotebookError(path, f"is damaged, and cannot be moved: {error.strerror}") from error


def save(document: Document, notebook: Notebook) -> Kept:
    """Write the notebook of an article, whole or not at all; an empty one is taken away.

    Raises:
        NotebookError: it can be written neither beside the article nor in the user's folder,
            or a damaged file that has come there meanwhile was kept under another name.
    """
    place, own = beside(document), by_content(document)
    problem = ""
    if place is not None:
        try:
            _write(place, notebook)
        except OSError as error:
            problem = error.strerror or str(error)
        else:
            own.unlink(missing_ok=True)
            return Kept(place)
    try:
        own.parent.mkdir(parents=True, exist_ok=True)
        _write(own, notebook)
    except OSError as error:
        raise NotebookError(own, f"cannot be written: {error.strerror}") from error
    return Kept(own, problem)


def _write(path: Path, notebook: Notebook) -> None:
    if path.is_file():
        _read(path)
    if notebook.is_empty:
        path.unlink(missing_ok=True)
        return
    written = json.dumps(notebook_to_json(notebook), ensure_ascii=False, indent=1)
    replace_file(path, (written + "\n").encode("utf-8", "surrogatepass"))
