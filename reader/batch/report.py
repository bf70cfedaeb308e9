"""What a run tells while it goes on and at its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

SHOWN = 20  # refused articles that a report names

Progress = Callable[[int, int], None]
"""Told how many units and articles are done more."""


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a run.

    Attributes:
        articles, refused, pairs, stories: in the whole folder.
        analyzed: articles of this time; the rest were there already.
        seconds: that the analysis of these took.
        named: the first refused, as (source, reason).
    """

    articles: int
    refused: int
    pairs: int
    stories: int
    analyzed: int
    seconds: float
    named: tuple[tuple[str, str], ...]
