"""What the window says of what could not be read, was left out, or was guessed."""

from __future__ import annotations

import re

from reader.core.types import Document, Notice
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate, ltr, say

_CONTEXT = "Notices"
_AFTER = r"[^:]*: (.*)"  # what follows the first colon
_MOST = 300  # code points of a loader's own words
QUIET = frozenset(
    {"rest-of-page", "running-text", "front-matter", "file-day", "annotations", "repaired"}
)
"""Codes of what is told only to who asks: nothing that the reader wants is missing."""
# By the code of a notice: what is said, and where in the loader's words its particulars are.
_WORDS: dict[str, tuple[str, str]] = {
    "annotations": (
        QT_TRANSLATE_NOOP("Notices", "Notes that readers put on pages are left out: {0}"),
        _AFTER,
    ),
    "attachment": (
        QT_TRANSLATE_NOOP("Notices", "An attachment is not read: {0}"),
        r"the attachment (.*) is not read",
    ),
    "attachments": (
        QT_TRANSLATE_NOOP("Notices", "Files that are attached to it are left out: {0}"),
        _AFTER,
    ),
    "bad-bytes": (
        QT_TRANSLATE_NOOP("Notices", "Some bytes are not {0}; they are shown as missing letters"),
        r"some bytes are not (\S+);",
    ),
    "cut": (
        QT_TRANSLATE_NOOP("Notices", "It is too long: what follows page {0} is not read"),
        r".* page (\d+) is not read",
    ),
    "damaged-feed": (
        QT_TRANSLATE_NOOP("Notices", "The feed is damaged; what of it could be read is read"),
        "",
    ),
    "damaged-page": (QT_TRANSLATE_NOOP("Notices", "it cannot be read"), ""),
    "embedded": (
        QT_TRANSLATE_NOOP("Notices", "A document that is embedded in this one is left out"),
        "",
    ),
    "file-day": (
        QT_TRANSLATE_NOOP(
            "Notices", "The file is younger than its text; its day is not taken for the article's"
        ),
        "",
    ),
    "flat-markup": (
        QT_TRANSLATE_NOOP(
            "Notices", "The page is read as plain text, without headings, lists and tables"
        ),
        "",
    ),
    "front-matter": (
        QT_TRANSLATE_NOOP("Notices", "Pages about the book are left out: {0}"),
        _AFTER,
    ),
    "guessed-field": (
        QT_TRANSLATE_NOOP("Notices", "No field is called as texts are; the longest is shown: {0}"),
        _AFTER,
    ),
    "hidden-text": (
        QT_TRANSLATE_NOOP("Notices", "Text that its writer has hidden is left out"),
        "",
    ),
    "mended": (
        QT_TRANSLATE_NOOP("Notices", "A part is not well-formed, and some may be missing: {0}"),
        r"(.*) is not well-formed",
    ),
    "needs-ocr": (
        QT_TRANSLATE_NOOP("Notices", "no text, only pictures: it needs OCR"),
        "",
    ),
    "no-article": (
        QT_TRANSLATE_NOOP("Notices", "No article was found in the page; all of it is read"),
        "",
    ),
    "refused": (QT_TRANSLATE_NOOP("Notices", "A part of the file was refused: {0}"), r"(.*)"),
    "repaired": (
        QT_TRANSLATE_NOOP("Notices", "The text was repaired for display; its file is as it was"),
        "",
    ),
    "rest-of-page": (
        QT_TRANSLATE_NOOP("Notices", "Words of the page outside its article are left out: {0}"),
        r"(\d+) words",
    ),
    "running-text": (
        QT_TRANSLATE_NOOP("Notices", "What stands on every page is left out: {0}"),
        _AFTER,
    ),
    "turned-text": (
        QT_TRANSLATE_NOOP("Notices", "What stands across the page is left out: {0}"),
        _AFTER,
    ),
    "unmapped": (
        QT_TRANSLATE_NOOP("Notices", "The file does not say which letters some signs are: {0}"),
        r".* letters (\d+) of",
    ),
    "wrong-charset": (
        QT_TRANSLATE_NOOP("Notices", "The file says that it is {0}, but it reads as {1}"),
        r"it says that it is (.*), but it reads as (\S+)",
    ),
}


def notice_text(notice: Notice) -> str:
    """Return a notice in the language of the interface, with its page.

    One whose code is not known here, or whose particulars are not found, is told in the
    loader's own words.
    """
    words = _known(notice) or isolate(_line(notice.words))
    if notice.page is None:
        return words
    page = say(QT_TRANSLATE_NOOP("Notices", "Page {page}: {words}"), _CONTEXT)
    return page.format(page=ltr(str(notice.page)), words=words)


def _known(notice: Notice) -> str:
    said, pattern = _WORDS.get(notice.code, ("", ""))
    found = re.match(pattern, notice.words, re.DOTALL)
    if not said or found is None:
        return ""
    return say(said, _CONTEXT).format(*(isolate(_line(part)) for part in found.groups()))


def loud(document: Document) -> tuple[Notice, ...]:
    """Return the notices that a reader must see."""
    return tuple(n for n in document.notices if n.code not in QUIET)


def _line(words: str) -> str:
    line = " ".join(words[: 4 * _MOST].split())
    return line if len(line) <= _MOST else f"{line[:_MOST]}…"
