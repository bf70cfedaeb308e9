"""The words of exported pages and the colors of their highlights."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from reader.resources import resource, rows

_THEME = "light.toml"


@dataclass(frozen=True, slots=True)
class Term:
    """What a page calls a thing, and the sign that says it without color, if any."""

    sign: str
    arabic: str
    english: str


@lru_cache(maxsize=1)
def terms() -> Mapping[str, Term]:
    """Return the terms by their keys."""
    table = rows("export", "words.tsv")
    return {r["key"]: Term(r["sign"], r["arabic"], r["english"]) for r in table}


@lru_cache(maxsize=1)
def colors() -> Mapping[str, str]:
    """Return the colors of the light theme, by name, those of highlights by type."""
    theme = tomllib.loads(resource("themes", _THEME).read_text(encoding="utf-8"))
    return {**theme["palette"], **theme["reading"], **theme["highlights"]}
