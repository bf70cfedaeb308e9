"""What can go wrong, by who can act on it.

ReaderError
├── InputError        the document is at fault: names the source and the reason
│   ├── UnreadableError   the file could not be opened
│   ├── DecodingError     its bytes are in no encoding that we can tell
│   ├── RefusedError      it, or a part of it, cannot be read: the code says why
│   └── FetchError        an address that could not be fetched: the code says why
├── CancelledError    the user has had enough
├── ResourceError     the program's own data is missing or damaged: reinstall
├── EngineError       an engine that was asked for cannot run: install what it names
├── ContractError     an analysis that we were given is not contract version 1
├── NotebookError     what a reader keeps of an article cannot be read or written
├── LibraryError      a library cannot be opened, read or written: says who can mend it
├── BatchError        a run over many articles cannot begin or go on: says why
└── SettingsError     the settings file cannot be read or written
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

LibraryFault = Literal[
    "busy", "full", "read_only", "damaged", "newer", "foreign", "missing", "unreachable"
]


class ReaderError(Exception):
    """Root of all errors that the program raises on purpose."""


class InputError(ReaderError):
    """A document that cannot be used.

    Attributes:
        source: file name or address, as the user gave it.
        reason: what is wrong, and what to do about it.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class UnreadableError(InputError):
    """A file that could not be opened or read."""


class DecodingError(InputError):
    """Bytes that are not text in any encoding that we know."""


class RefusedError(InputError):
    """A file, or a member of one, that was not read.

    Attributes:
        code: names the reason; the window translates it: crashed, timeout, memory, too-large
            (its size, what comes of it, or how deep it is nested), damaged, encrypted, needs-ocr,
            forbidden (it reached for the network, another file or a program), unknown (no
            format that we read), missing (the library that reads it).
    """

    def __init__(self, source: str, code: str, reason: str) -> None:
        super().__init__(source, reason)
        self.code = code


class FetchError(InputError):
    """A web address that could not be fetched.

    Attributes:
        code: names the reason; the window translates it: address, broken, encoding, not-text,
            private, redirect, robots, status, timeout, tls, too-large, unreachable.
    """

    def __init__(self, source: str, code: str, reason: str) -> None:
        super().__init__(source, reason)
        self.code = code


class CancelledError(ReaderError):
    """The user has had enough: what was read so far is not the whole."""


class ResourceError(ReaderError):
    """A data file of the program is missing or damaged."""


class EngineError(ReaderError):
    """A tagger of names that cannot run.

    Attributes:
        engine: what the user calls it.
        reason: what is missing, and what to do about it.
    """

    def __init__(self, engine: str, reason: str) -> None:
        super().__init__(f"engine {engine}: {reason}")
        self.engine = engine
        self.reason = reason


class ContractError(ReaderError):
    """JSON that is not an analysis of contract version 1."""


class NotebookError(ReaderError):
    """A notebook that cannot be read or written.

    Attributes:
        path: the file.
        reason: what is wrong with it.
        kept: the name that a damaged file has now, None where it was not moved.
    """

    def __init__(self, path: Path, reason: str, kept: Path | None = None) -> None:
        where = f"; it is kept as {kept.name}" if kept else ""
        super().__init__(f"{path}: {reason}{where}")
        self.path = path
        self.reason = reason
        self.kept = kept


class LibraryError(ReaderError):
    """A library that cannot be opened, read or written; nothing in it was changed.

    Attributes:
        path: the library's file.
        fault: busy (another program keeps it), full (the disk), read_only, damaged, newer (made
            by a later version of the program), foreign (the file is no library), missing (there
            is no such file or article), unreachable (the system refuses, or the disk fails).
        reason: what is wrong, and what to do about it.
    """

    def __init__(self, path: Path, fault: LibraryFault, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.fault = fault
        self.reason = reason


class BatchError(ReaderError):
    """A run over many articles that cannot begin or go on."""


class SettingsError(ReaderError):
    """A settings file that cannot be read or written."""
