"""What the window calls the formats of an export, and how it shows a file before it is saved."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Mapping
from zipfile import ZipFile

from reader.export import Format
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, say

LINES, LETTERS = 400, 800  # that are shown of a file, and of a line
_STYLE = re.compile(b"(<style>).*?(</style>)", re.DOTALL)
# Of the files that we write ourselves.
_TAG, _PARAGRAPH_END = re.compile(b"<[^<>]*>"), re.compile(b"</w:p>")
_SHARED, _ROW = re.compile(b"<si>(.*?)</si>", re.DOTALL), re.compile(b"<row .*?</row>", re.DOTALL)
_CELL = re.compile(b'<c [^>]*?( t="s")?><v>([^<]*)</v>')
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
    QT_TRANSLATE_NOOP("Export", "Workbook (XLSX)"),
    QT_TRANSLATE_NOOP("Export", "Document with highlights (DOCX)"),
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

    Of documents for office programs the words are shown.

    Of a page the style is left out. What cannot be seen but changes what can, such as marks
    that turn the direction of words, is shown by its number.
    """
    if form.is_text:
        return _shown(_STYLE.sub(rb"\1\2", data) if form.name == "html" else data)
    with ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    if form.name in _OFFICE:
        return _shown(_OFFICE[form.name](files))
    return "\n\n".join(f"── {name} ──\n{_shown(file)}" for name, file in files.items())


def _document_words(files: Mapping[str, bytes]) -> bytes:
    """Return the words of a document for word processors, a paragraph on each line."""
    return _words(_PARAGRAPH_END.sub(b"\n", files["word/document.xml"]))


def _workbook_words(files: Mapping[str, bytes]) -> bytes:
    """Return the words of a workbook, a row on each line, its cells parted by bars."""
    shared = _SHARED.findall(files.get("xl/sharedStrings.xml", b""))
    sheets = (data for name, data in files.items() if name.startswith("xl/worksheets/sheet"))
    rows = (_CELL.findall(row) for sheet in sheets for row in _ROW.findall(sheet))
    return b"\n".join(
        b" | ".join(_words(shared[int(value)]) if kind else value for kind, value in row)
        for row in rows
    )


def _words(xml: bytes) -> bytes:
    return html.unescape(_TAG.sub(b"", xml).decode()).strip().encode()


_OFFICE = {"docx": _document_words, "xlsx": _workbook_words}


def _shown(data: bytes) -> str:
    lines = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n", LINES)
    cut = [line if len(line) <= LETTERS else f"{line[:LETTERS]}…" for line in lines[:LINES]]
    if len(lines) > LINES:
        cut.append("…")
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", "\n".join(cut)).rstrip()
