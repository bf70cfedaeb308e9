"""Files from the disk."""

from __future__ import annotations

from pathlib import Path

from reader.errors import RefusedError, UnreadableError

LARGEST = 256 << 20  # bytes of a file


def file_bytes(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        UnreadableError: it cannot be opened, or is a folder.
        RefusedError: it is larger than any file may be.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except IsADirectoryError as error:
        raise UnreadableError(str(path), "this is a folder; name a file in it") from error
    except FileNotFoundError as error:
        raise UnreadableError(str(path), "no such file; check the name") from error
    except PermissionError as error:
        raise UnreadableError(str(path), "you may not read this file; check its rights") from error
    except OSError as error:
        raise UnreadableError(str(path), error.strerror or str(error)) from error
    except ValueError as error:  # a NUL in the name
        raise UnreadableError(str(path), "no file can have this name") from error
    if len(data) > LARGEST:
        raise too_large(str(path), LARGEST)
    return data


def too_large(source: str, most: int) -> RefusedError:
    """Return the refusal of a file that is larger than so many bytes."""
    return RefusedError(source, "too-large", f"it is larger than {most >> 20} MB")
