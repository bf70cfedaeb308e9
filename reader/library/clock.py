"""When something was written down; nothing is ordered by it."""

from __future__ import annotations

from datetime import datetime


def now() -> str:
    """Return the time of day in ISO 8601, with its offset from UTC."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
