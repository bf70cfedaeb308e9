"""The folded search of the panels: no hamza, no marks, no article."""

from __future__ import annotations

from reader.core.clitics import ARTICLE
from reader.core.normalize import fold


class FoldedQuery:
    """Words that must all be somewhere in a folded text, whatever their order.

    Only the query loses its article: what is left of it lies in the text with
    or without one, so «المغرب» finds «مغرب», «المغرب» and «للمغرب».
    """

    def __init__(self, text: str = "") -> None:
        self._words = tuple(_bare(word) for word in fold(text).split())

    def __bool__(self) -> bool:
        return bool(self._words)

    def matches(self, folded: str) -> bool:
        """Tell whether every word is in `folded`; an empty query is in everything."""
        return all(word in folded for word in self._words)


def _bare(word: str) -> str:
    rest = word.removeprefix(ARTICLE)
    return rest if len(rest) > 1 else word
