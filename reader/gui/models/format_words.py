"""What the window calls the formats of files and the encodings of text."""

from __future__ import annotations

from reader.gui.models.phrases import QT_TRANSLATE_NOOP, ltr, say

_CONTEXT = "Formats"
# The titles of the service's formats, for lupdate to see.
TITLES = (
    QT_TRANSLATE_NOOP("Formats", "Text"),
    QT_TRANSLATE_NOOP("Formats", "Markdown"),
    QT_TRANSLATE_NOOP("Formats", "Web page"),
    QT_TRANSLATE_NOOP("Formats", "PDF"),
    QT_TRANSLATE_NOOP("Formats", "Word document"),
    QT_TRANSLATE_NOOP("Formats", "OpenDocument text"),
    QT_TRANSLATE_NOOP("Formats", "Rich text"),
    QT_TRANSLATE_NOOP("Formats", "E-book"),
    QT_TRANSLATE_NOOP("Formats", "Feed (RSS, Atom)"),
    QT_TRANSLATE_NOOP("Formats", "JSON Feed"),
    QT_TRANSLATE_NOOP("Formats", "List of feeds (OPML)"),
    QT_TRANSLATE_NOOP("Formats", "E-mail"),
    QT_TRANSLATE_NOOP("Formats", "Mailbox"),
    QT_TRANSLATE_NOOP("Formats", "Web archive (WARC)"),
    QT_TRANSLATE_NOOP("Formats", "Archive (ZIP)"),
    QT_TRANSLATE_NOOP("Formats", "JSON"),
    QT_TRANSLATE_NOOP("Formats", "Lines of JSON"),
    QT_TRANSLATE_NOOP("Formats", "Table (CSV, TSV)"),
)
ENCODINGS = (
    "utf-8",
    "windows-1256",
    "iso-8859-6",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "mac-arabic",
)
"""Those that a user may choose, by the names that the service takes."""


def format_name(name: str | None) -> str:
    """Return what a format is called in the language of the interface, "" for none."""
    title = _titles().get(name or "", "")
    return say(title, _CONTEXT) if title else ""


def encoding_name(name: str | None) -> str:
    """Return an encoding as it is written, from the left in any line; "" for none."""
    return ltr((name or "").replace("_", "-").upper().replace("WINDOWS-", "windows-"))


def file_kinds() -> str:
    """Return the filters of a dialog that asks for files: all articles, each format, all files."""
    from reader.service import Workspace  # noqa: PLC0415 - the window is up before

    formats = Workspace().formats()
    every = tuple(sorted({suffix for known in formats for suffix in known.suffixes}))
    rows = [(say(QT_TRANSLATE_NOOP("Formats", "All articles"), _CONTEXT), every)]
    rows += [(say(known.title, _CONTEXT), known.suffixes) for known in formats if known.suffixes]
    kinds = [f"{title} ({' '.join(f'*{s}' for s in suffixes)})" for title, suffixes in rows]
    kinds.append(say(QT_TRANSLATE_NOOP("Formats", "All files (*)"), _CONTEXT))
    return ";;".join(kinds)


def _titles() -> dict[str, str]:
    from reader.service import Workspace  # noqa: PLC0415 - see above

    return {known.name: known.title for known in Workspace().formats()}
