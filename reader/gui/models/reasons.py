"""Reasons in the language of the interface: of errors, and of what the resolver decides."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from reader.errors import InputError, LibraryError, NotebookError, ReaderError
from reader.gui.models.library_words import fault_text
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate
from reader.gui.models.refusal_words import reason_text

# Why a form is an entity's, as the resolver says it; «…» after it is another form.
_BASES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Reasons", "first mention"),
    QT_TRANSLATE_NOOP("Reasons", "same letters"),
    QT_TRANSLATE_NOOP("Reasons", "same letters as"),
    QT_TRANSLATE_NOOP("Reasons", "one row of names"),
    QT_TRANSLATE_NOOP("Reasons", "kind of the state"),
    QT_TRANSLATE_NOOP("Reasons", "spelling of the name"),
    QT_TRANSLATE_NOOP("Reasons", "spelling of"),
    QT_TRANSLATE_NOOP("Reasons", "spelling of the last name of"),
    QT_TRANSLATE_NOOP("Reasons", "last name of"),
    QT_TRANSLATE_NOOP("Reasons", "first name of"),
    QT_TRANSLATE_NOOP("Reasons", "first parts of the same name as"),
    QT_TRANSLATE_NOOP("Reasons", "first and last name as in"),
    QT_TRANSLATE_NOOP("Reasons", "last parts of"),
    QT_TRANSLATE_NOOP("Reasons", "less the last words of"),
    QT_TRANSLATE_NOOP("Reasons", "less the last words of the one last named"),
    QT_TRANSLATE_NOOP("Reasons", "less the first word of"),
    QT_TRANSLATE_NOOP("Reasons", "its kind alone, last said of"),
    QT_TRANSLATE_NOOP("Reasons", "in brackets or quotes after"),
    QT_TRANSLATE_NOOP("Reasons", "as"),
    QT_TRANSLATE_NOOP("Reasons", "form of"),
    QT_TRANSLATE_NOOP("Reasons", "user"),
)
_BASIS = re.compile(r"(?P<why>[^«]*?)(?: (?P<name>«[^»]*»).*)?")


def basis_text(basis: str) -> str:
    """Return why a form is an entity's, in the language of the interface."""
    found = _BASIS.fullmatch(basis)
    why = found["why"] if found else basis
    if why.startswith("GeoNames"):
        return QCoreApplication.translate("Reasons", "one place in the list of places")
    told = QCoreApplication.translate("Reasons", why) if why in _BASES else why
    name = found["name"] if found else None
    return f"{told} {isolate(name)}" if name else told


def _notebook_text(error: NotebookError) -> str:
    """Return what is wrong with what the reader keeps of an article."""
    if error.kept is None:
        words = QCoreApplication.translate(
            "Errors", "Your corrections and notes could not be read or written:"
        )
        return f"{words}\n\n{isolate(str(error))}"
    words = QCoreApplication.translate(
        "Errors", "Your corrections and notes were damaged. The damaged file is kept as {name}."
    )
    return f"{words.format(name=isolate(error.kept.name))}\n\n{isolate(str(error.path))}"


def error_text(error: ReaderError) -> str:
    """Return what is wrong, with which file, and what to do."""
    if isinstance(error, NotebookError):
        return _notebook_text(error)
    if isinstance(error, LibraryError):
        return fault_text(error)
    if not isinstance(error, InputError):
        return str(error)
    source = error.source
    if source == "clipboard":
        source = QCoreApplication.translate("Errors", "the clipboard")
    return f"{isolate(source)}\n{reason_text(error)}"
