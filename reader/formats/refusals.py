"""Why a file was not read, in words for a person."""

from __future__ import annotations

from reader.errors import InputError, RefusedError

_LONGEST = 200  # code points of what a library says


class ForbiddenError(PermissionError):
    """A parser did what no file may make it do, and was stopped."""


def refusal_of(error: BaseException, source: str) -> InputError:
    """Return the refusal of the file that made its reader raise `error`."""
    if isinstance(error, InputError):
        return error
    if isinstance(error, MemoryError):
        return RefusedError(source, "memory", "reading it takes more memory than a file may have")
    if isinstance(error, RecursionError):
        return RefusedError(source, "too-large", "it is nested too deep to be read")
    if isinstance(error, ForbiddenError):
        reason = f"reading it reached for what no file may ({_said(error)})"
        return RefusedError(source, "forbidden", reason)
    if isinstance(error, ImportError):
        reason = f"the library that reads such files is missing ({_said(error)}); install it"
        return RefusedError(source, "missing", reason)
    return RefusedError(source, "damaged", f"it is damaged and cannot be read ({_said(error)})")


def one_line(words: str) -> str:
    """Return words without what breaks their line, is not seen, or a terminal would obey."""
    return "".join(char if char.isprintable() else " " for char in words)


def _said(error: BaseException) -> str:
    """Return what an error says on one line, without anything that a terminal would obey."""
    try:
        name = "" if isinstance(error, ForbiddenError) else f"{type(error).__name__}: "
        words = f"{name}{error}"
    except Exception:  # noqa: BLE001 - an error that cannot even be told
        words = type(error).__name__
    kept = one_line(words[: _LONGEST + 1])
    return kept if len(kept) <= _LONGEST else kept[:_LONGEST] + "…"
