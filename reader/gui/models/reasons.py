"""The reasons of errors in the language of the interface.

The layers below speak English, for the terminal; their sentences are listed here for
the translators. A sentence that is not listed, such as the system's own, is shown as
it is.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from reader.errors import InputError, ReaderError
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate

REASONS: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Errors", "no such file; check the name"),
    QT_TRANSLATE_NOOP("Errors", "this is a folder; name a file in it"),
    QT_TRANSLATE_NOOP("Errors", "you may not read this file; check its rights"),
    QT_TRANSLATE_NOOP("Errors", "the file is empty; choose one that holds an article"),
    QT_TRANSLATE_NOOP("Errors", "this is a binary file, not text; open the text of it"),
    QT_TRANSLATE_NOOP(
        "Errors",
        "this is not text in UTF-8, UTF-16, windows-1256 or ISO-8859-6; save it as UTF-8 text",
    ),
    QT_TRANSLATE_NOOP("Errors", "there is no text in it; copy an article first"),
)


# A sentence with what differs each time, and how to find that.
_MARK = QT_TRANSLATE_NOOP(
    "Errors", "its mark says {encoding}, but byte {byte} is not; save it as UTF-8 text"
)
_MARK_FOUND = re.compile(r"its mark says (?P<encoding>\S+), but byte (?P<byte>\d+) is not; .*")


def _reason(words: str) -> str:
    found = _MARK_FOUND.fullmatch(words)
    if found is not None:
        return QCoreApplication.translate("Errors", _MARK).format(**found.groupdict())
    return QCoreApplication.translate("Errors", words)


def error_text(error: ReaderError) -> str:
    """Return what is wrong, with which file, and what to do."""
    if not isinstance(error, InputError):
        return str(error)
    source = error.source
    if source == "clipboard":
        source = QCoreApplication.translate("Errors", "the clipboard")
    return f"{isolate(source)}\n{_reason(error.reason)}"
