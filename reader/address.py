"""The address of a place in an article: qari://ARTICLE#s12, or #c1204 for a letter.

ARTICLE is the path of a file, percent-encoded, or the first letters of the article's id;
without it the address is of the article in sight.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

SCHEME = "qari://"
_FORM = re.compile(r"(?:qari://)?(?P<article>[^#\s]*)#?(?P<kind>[sc])(?P<number>\d{1,9})")
_ID = re.compile(r"[0-9a-f]{8,64}")
_LETTERS = 16  # of an article's id; enough to tell any two apart


@dataclass(frozen=True, slots=True)
class Address:
    """A place.

    Attributes:
        article: a path or the beginning of an id; "" for the article in sight.
        sentence: its number, from 1; 0 where `offset` tells the place.
        offset: code points into the text.
    """

    article: str
    sentence: int = 0
    offset: int = 0

    @property
    def is_id(self) -> bool:
        """Whether the article is named by its id."""
        return bool(_ID.fullmatch(self.article))

    def __str__(self) -> str:
        place = f"s{self.sentence}" if self.sentence else f"c{self.offset}"
        return f"{SCHEME}{quote(self.article)}#{place}"


def address_of(path: Path | None, article: str, *, sentence: int = 0, offset: int = 0) -> Address:
    """Return the address of a place in a file, or in an article that only its id names."""
    name = str(path.resolve()) if path else article[:_LETTERS]
    return Address(name, sentence, offset)


def parse(text: str) -> Address | None:
    """Return the address that `text` is, or None; «s12» and «#c40» are of the article in sight."""
    form = _FORM.fullmatch(text.strip())
    if form is None or (form["article"] and not text.strip().startswith(SCHEME)):
        return None
    number = int(form["number"])
    article = unquote(form["article"])
    if form["kind"] == "c":
        return Address(article, offset=number)
    return Address(article, sentence=number) if number else None
