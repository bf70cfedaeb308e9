"""The words that numbers are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NumberLexicon:
    """Folded number words and their values, without article or proclitics.

    Attributes:
        units: one to ten, and the cardinal halves of eleven to nineteen.
        teens: the first word of eleven to nineteen, cardinal or ordinal; the
            second is a form of ten.
        tens, hundreds: round numbers.
        scales: thousand and up, in the singular and plural, multiplied by what
            stands before them.
        duals: two thousand and up in one word.
        ordinals: first to tenth.
        fractions: half, third, quarter, which multiply a scale («نصف مليون»).
        shares: their plurals, which multiply a unit («ثلاثة أرباع»).
    """

    units: Mapping[str, int]
    teens: Mapping[str, int]
    tens: Mapping[str, int]
    hundreds: Mapping[str, int]
    scales: Mapping[str, int]
    duals: Mapping[str, int]
    ordinals: Mapping[str, int]
    fractions: Mapping[str, float]
    shares: Mapping[str, float]
