"""Why a file or an address was refused, and what to do about it, in the interface's language.

The layers below speak English. What is refused with a code has a sentence here; of the rest
those that are always the same are listed, and those with particulars known by their form.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from reader.errors import FetchError, InputError, RefusedError
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate

_CONTEXT = "Errors"
_WHOLE = "its pages are pictures"  # its sentence here says all that the one below does
_LONGEST = 300  # code points of particulars

REASONS: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Errors", "no such file; check the name"),
    QT_TRANSLATE_NOOP("Errors", "no file can have this name"),
    QT_TRANSLATE_NOOP("Errors", "this is a folder; name a file in it"),
    QT_TRANSLATE_NOOP("Errors", "you may not read this file; check its rights"),
    QT_TRANSLATE_NOOP("Errors", "the file is empty; choose one that holds an article"),
    QT_TRANSLATE_NOOP("Errors", "this is a binary file, not text; open the text of it"),
    QT_TRANSLATE_NOOP(
        "Errors",
        "this is not text in UTF-8, UTF-16, windows-1256 or ISO-8859-6; save it as UTF-8 text",
    ),
    QT_TRANSLATE_NOOP("Errors", "there is no text in it; copy an article first"),
    QT_TRANSLATE_NOOP("Errors", "there is no text in it"),
    QT_TRANSLATE_NOOP("Errors", "there is no article in it"),
    QT_TRANSLATE_NOOP("Errors", "there is no article in this feed"),
    QT_TRANSLATE_NOOP("Errors", "there is no message in this mailbox"),
    QT_TRANSLATE_NOOP("Errors", "there is no page in this archive"),
    QT_TRANSLATE_NOOP("Errors", "this is no text but another file of Office"),
    QT_TRANSLATE_NOOP("Errors", "this is an OpenDocument file, but no text"),
    QT_TRANSLATE_NOOP("Errors", "this is no list of feeds (OPML)"),
    QT_TRANSLATE_NOOP("Errors", "this is no message: it has no headers"),
    QT_TRANSLATE_NOOP("Errors", "it is encrypted; open it with its password"),
    QT_TRANSLATE_NOOP("Errors", "it is encrypted; open it with its password and save it without"),
    QT_TRANSLATE_NOOP(
        "Errors", "it is protected against copying (DRM); open it in the shop's program"
    ),
)
# A sentence with what differs each time, and how to find that.
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        QT_TRANSLATE_NOOP(
            "Errors", "its mark says {0}, but byte {1} is not; save it as UTF-8 text"
        ),
        re.compile(r"its mark says (\S+), but byte (\d+) is not; .*"),
    ),
    (
        QT_TRANSLATE_NOOP("Errors", "it is not in {0}; choose another encoding"),
        re.compile(r"it is not in (\S+); choose another encoding"),
    ),
    (
        QT_TRANSLATE_NOOP("Errors", "it is larger than {0} MB; open a part of it"),
        re.compile(r"it is larger than (\d+) MB"),
    ),
    (
        QT_TRANSLATE_NOOP("Errors", "it is damaged: {0}"),
        re.compile(r"it is damaged: (.*)", re.DOTALL),
    ),
    (
        QT_TRANSLATE_NOOP("Errors", "cannot be written: {0}"),
        re.compile(r"cannot be written: (.*)", re.DOTALL),
    ),
)
_REFUSED = {
    "crashed": QT_TRANSLATE_NOOP(
        "Errors", "Reading it made its parser crash. It is damaged, or made to do harm."
    ),
    "timeout": QT_TRANSLATE_NOOP(
        "Errors", "Reading it takes too long. It is damaged, or made to do harm."
    ),
    "memory": QT_TRANSLATE_NOOP(
        "Errors", "Reading it takes more memory than a file may have. Open a part of it."
    ),
    "too-large": QT_TRANSLATE_NOOP(
        "Errors", "It is too large, or nested too deep. Open a part of it."
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "Errors", "It is damaged. Open it in its own program and save it anew."
    ),
    "encrypted": QT_TRANSLATE_NOOP(
        "Errors", "It is encrypted. Open it with its password and save it without."
    ),
    "unknown": QT_TRANSLATE_NOOP("Errors", "It is of no format that is read. Save it as text."),
    "missing": QT_TRANSLATE_NOOP("Errors", "The library that reads such files is missing."),
    "forbidden": QT_TRANSLATE_NOOP(
        "Errors", "Reading it reached for what no file may. It is made to do harm."
    ),
    "needs-ocr": QT_TRANSLATE_NOOP(
        "Errors",
        "Its pages are pictures without text: it needs OCR, which the program ocrmypdf does where"
        " it is installed.",
    ),
}
_FETCHED = {
    "address": QT_TRANSLATE_NOOP("Errors", "This is no address that is fetched. Check it."),
    "broken": QT_TRANSLATE_NOOP("Errors", "The site broke off its answer. Try again later."),
    "encoding": QT_TRANSLATE_NOOP("Errors", "What the site sent could not be unpacked."),
    "not-text": QT_TRANSLATE_NOOP("Errors", "This is no text. Choose a page, a feed or a file."),
    "private": QT_TRANSLATE_NOOP(
        "Errors", "It lies in your own network. Allow that in the dialog if you mean it."
    ),
    "redirect": QT_TRANSLATE_NOOP("Errors", "The site leads on to where no page is."),
    "robots": QT_TRANSLATE_NOOP(
        "Errors",
        "The site asks programs to stay away. Open the page in a browser, save it, and open"
        " the file.",
    ),
    "status": QT_TRANSLATE_NOOP("Errors", "The site did not give the page. Check the address."),
    "timeout": QT_TRANSLATE_NOOP("Errors", "The site did not answer in time. Try again later."),
    "tls": QT_TRANSLATE_NOOP(
        "Errors", "The site's certificate is not to be trusted; nothing was read."
    ),
    "too-large": QT_TRANSLATE_NOOP(
        "Errors", "The page is too large. Save it in a browser and open the file."
    ),
    "unreachable": QT_TRANSLATE_NOOP(
        "Errors", "The site cannot be reached. Check the address and the connection."
    ),
}


def reason_text(error: InputError) -> str:
    """Return why something was refused, and what to do about it.

    A reason that is not known here, such as the system's own, is shown as it is.
    """
    words = _line(error.reason)
    said = ""
    if isinstance(error, FetchError):
        said = _FETCHED.get(error.code, "")
    elif isinstance(error, RefusedError):
        said = _REFUSED.get(error.code, "")
    if said:
        is_all = error.reason.startswith(_WHOLE)
        return _said(said) if is_all else f"{_said(said)} ({isolate(words)})"
    if words in REASONS:
        return _said(words)
    for form, pattern in _FORMS:
        found = pattern.fullmatch(words)
        if found is not None:
            return _said(form).format(*map(isolate, found.groups()))
    return isolate(words)


def _said(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)


def _line(words: str) -> str:
    line = " ".join(words[: 4 * _LONGEST].split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
