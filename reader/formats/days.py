"""Days as programs write them for programs; a day that only people write is left alone."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from email.utils import parsedate_tz

# ISO 8601 and what comes close to it: the year first, in digits of any script that int() reads.
_ISO = re.compile(r"\s*(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|(\d{2})(\d{2}))(?!\d)")
_LONGEST = 80  # characters of a day with its time


def machine_day(words: str | None) -> date | None:
    """Return the day of a time stamp (ISO 8601, RFC 2822), where its writer's clock stood.

    Anything else is None: in 03/04/2017 nobody can tell the month.
    """
    if not words or len(words) > _LONGEST:
        return None
    if iso := _ISO.match(words):
        year, month, day = (int(part) for part in iso.groups() if part)
        return _day(year, month, day)
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        if parts := parsedate_tz(words):
            return _day(parts[0], parts[1], parts[2])
    return None


def _day(year: int, month: int, day: int) -> date | None:
    """Return a day in which news may have been written, or None."""
    if not 1700 <= year <= 2200:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
