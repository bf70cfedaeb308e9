"""Files that lie in other files: attachments of mail, records of archives."""

from __future__ import annotations

from collections.abc import Iterator

from reader.errors import RefusedError
from reader.formats.base import Item, Reading
from reader.formats.kinds import HEAD, Format, format_of, load
from reader.formats.refusals import refusal_of

DEEPEST = 3  # files in each other


def read_member(
    name: str, data: bytes, reading: Reading, known: Format | None = None
) -> Iterator[Item]:
    """Yield the articles of a file that lies in the one of `reading`, and what was refused."""
    inside = reading.inside(name)
    if inside.depth > DEEPEST:
        reason = f"it lies in more than {DEEPEST} other files; unpack it"
        yield RefusedError(inside.source, "too-large", reason)
        return
    try:
        yield from load(known or format_of(name, data[:HEAD]))(data, inside)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever its parser makes of damage
        yield refusal_of(error, inside.source)
