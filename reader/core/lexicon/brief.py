"""The words that a brief is made with besides the article's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Language = Literal["ar", "en"]


@dataclass(frozen=True, slots=True)
class BriefWords:
    """Patterns by key; a counted one has a form for each plural of the language.

    Attributes:
        forms: one pattern, or all plural forms: Arabic zero, one, two, few, many, other;
            English one, other.
        joiners: words that go on with the clause before a comma.
    """

    language: Language
    forms: Mapping[str, tuple[str, ...]]
    joiners: frozenset[str] = frozenset()

    def say(self, key: str, **put_in: str | int) -> str:
        """Return the words of a key."""
        return self.forms[key][-1].format(**put_in)

    def count(self, key: str, number: int) -> str:
        """Return the words of a counted key: «14 قتيلًا»."""
        forms = self.forms[key]
        form = _arabic(number) if self.language == "ar" else int(number != 1)
        return forms[form].format(n=number)

    def join(self, parts: list[str], key: str = "comma") -> str:
        """Return the parts that are not empty, with commas or semicolons between them."""
        return self.forms[key][-1].join(filter(None, parts))


def _arabic(number: int) -> int:
    """Return which of the six plural forms a number takes."""
    if number < 3:
        return number
    if 3 <= number % 100 <= 10:
        return 3
    return 4 if number % 100 > 10 else 5
