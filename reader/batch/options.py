"""What the rows of a run depend on, beside its input."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

SHARD = 500  # files, lines or rows


@dataclass(frozen=True, slots=True)
class Options:
    """How the articles of a run are read and analyzed.

    Attributes:
        engine: the tagger of names.
        reference_date: the day that all articles were written; None where each tells its own.
        fields: of records (lines, rows), the names of the fields that hold the text, title,
            day, author and address; those that are not named are guessed.
        encoding: of files; None where it is guessed.
        shard: units (files, lines, rows) in a shard.
        analyses: whether each whole analysis is kept too, as JSON.
    """

    engine: str = "fast"
    reference_date: date | None = None
    fields: tuple[tuple[str, str], ...] = ()
    encoding: str | None = None
    shard: int = SHARD
    analyses: bool = False


def options_json(options: Options) -> dict[str, Any]:
    """Return the options as JSON values."""
    day = options.reference_date
    return {
        **asdict(options),
        "reference_date": day.isoformat() if day else None,
        "fields": dict(options.fields),
    }


def read_options(told: Mapping[str, Any]) -> Options:
    """Return the options that `options_json` told."""
    day = told["reference_date"]
    return Options(
        **{
            **told,
            "reference_date": date.fromisoformat(day) if day else None,
            "fields": tuple(told["fields"].items()),
        }
    )
