"""What the window calls the formats of an export, and how it shows a file before it is saved."""

from __future__ import annotations

import io
import re
from zipfile import ZipFile

from reader.export import Format
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, say

LINES, LETTERS = 400, 800  # that are shown of a file, and of a line
_STYLE = re.compile(b"(<style>).*?(</style>)", re.DOTALL)
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029]")
# The titles of `reader.export.FORMATS`, for lupdate to see.
TITLES = (
    QT_TRANSLATE_NOOP("Export", "Page with highlights (HTML)"),
    QT_TRANSLATE_NOOP("Export", "Text with marks (Markdown)"),
    QT_TRANSLATE_NOOP("Export", "JSON (all findings)"),
    QT_TRANSLATE_NOOP("Export", "JSON on one line"),
    QT_TRANSLATE_NOOP("Export", "Table of names (CSV)"),
    QT_TRANSLATE_NOOP("Export", "Table of events (CSV)"),
    QT_TRANSLATE_NOOP("Export", "Table of times (CSV)"),
    QT_TRANSLATE_NOOP("Export", "Gold annotations"),
    QT_TRANSLATE_NOOP("Export", "Words with labels (BIO)"),
    QT_TRANSLATE_NOOP("Export", "Places (GeoJSON)"),
    QT_TRANSLATE_NOOP("Export", "Dated events (iCalendar)"),
    QT_TRANSLATE_NOOP("Export", "Who did what to whom (GraphML)"),
    QT_TRANSLATE_NOOP("Export", "Linked data (JSON-LD, schema.org)"),
    QT_TRANSLATE_NOOP("Export", "Annotations for brat (zip)"),
    QT_TRANSLATE_NOOP("Export", "Web Annotations (W3C)"),
    QT_TRANSLATE_NOOP("Export", "UIMA CAS (XMI in a zip)"),
    QT_TRANSLATE_NOOP("Export", "Events by PLOVER (POLECAT rows)"),
)


def title(form: Format) -> str:
    """Return what a format is called in the language of the interface."""
    return say(form.title, "Export")


def preview(form: Format, data: bytes) -> str:
    """Return the beginning of a file as text, or of each file in an archive.

    Of a page the style is left out. What cannot be seen but changes what can, such as marks
    that turn the direction of words, is shown by its number.
    """
    if form.is_text:
        return _shown(_STYLE.sub(rb"\1\2", data) if form.name == "html" else data)
    with ZipFile(io.BytesIO(data)) as archive:
        files = [(name, archive.read(name)) for name in archive.namelist()]
    return "\n\n".join(f"── {name} ──\n{_shown(file)}" for name, file in files)


def _shown(data: bytes) -> str:
    lines = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n", LINES)
    cut = [line if len(line) <= LETTERS else f"{line[:LETTERS]}…" for line in lines[:LINES]]
    if len(lines) > LINES:
        cut.append("…")
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", "\n".join(cut)).rstrip()
