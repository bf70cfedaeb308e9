"""The words of the brief, from resources/brief/."""

from __future__ import annotations

from functools import lru_cache

from reader.core.lexicon.brief import BriefWords, Language
from reader.resources import rows

_ARABIC = ("arabic", "one", "two", "few", "many", "other")
_ENGLISH = ("english_one", "english")


@lru_cache(maxsize=2)
def load(language: Language) -> BriefWords:
    """Return the words of one language."""
    columns = _ARABIC if language == "ar" else _ENGLISH
    forms = {
        row["key"]: tuple(row[column] for column in columns if row[column])
        for row in rows("brief", "words.tsv")
    }
    joiners = frozenset(row["word"] for row in rows("brief", "joiners.tsv"))
    return BriefWords(language, forms, joiners)
