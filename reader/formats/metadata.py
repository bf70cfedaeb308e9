"""What files say of themselves, and how much of it is likely to be true of the article."""

from __future__ import annotations

import re
from datetime import date

from reader.formats.base import Composer

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_PDF = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
_YEAR = re.compile(r"(?<![\d٠-٩])(?:19|20|١٩|٢٠)[\d٠-٩]{2}(?![\d٠-٩])")
# What templates of libraries say: no writer's day.
_TEMPLATES = frozenset({date(2013, 12, 23)})
_EARLY = 2  # months of a year in which articles still speak of the year before
_FIRST_YEAR = 1980  # files are dated so where a clock is not set
# What programs write where nobody is named.
_NOBODY = frozenset({"unknown", "python-docx", "anonymous", "(anonymous)", "unspecified", "user"})


def author(words: str | None) -> str | None:
    """Return a writer's name; None where a program put a word in its place."""
    named = " ".join((words or "").split())
    return named if named and named.lower() not in _NOBODY else None


def day(words: str | None) -> date | None:
    """Return the day that ISO 8601 or a date of PDF names; None where it is neither."""
    for form in (_ISO, _PDF):
        if found := form.match((words or "").lstrip()):
            try:
                return date(*map(int, found.groups()))
            except ValueError:
                return None
    return None


def file_day(words: str | None, composer: Composer) -> date | None:
    """Return the day on which a file was made, where its text may have been written then.

    Old articles are put into new files: where the text names years, the file's must be the
    latest of them, or the one before, of what is planned, or early in the one after. A day that
    is not taken is told of in a notice.
    """
    made = day(words)
    if made is None or made.year <= _FIRST_YEAR or made in _TEMPLATES:
        return None
    years = [int(year) for year in _YEAR.findall(composer.text)]
    after = made.year - max(years, default=made.year)
    if after in (0, -1) or (after == 1 and made.month <= _EARLY):
        return made
    composer.notice("file-day", f"the file was made on {made}, its text tells of {max(years)}")
    return None
