"""PDF: the text of its pages in the order of reading, with what could not be read named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium_c

from reader.errors import InputError, RefusedError
from reader.formats.base import Composer, Item, Reading
from reader.formats.metadata import author, file_day
from reader.formats.pdf_blocks import pieces, running
from reader.formats.pdf_lines import Page, page_lines

_MOST_PAGES = 2000
_MOST_GLYPHS = 5_000_000
_MANY_UNMAPPED = 0.02  # of the letters of a page
# Where these made the file it was printed from a page, or scanned, that may be much older.
_PRINTERS = (
    *("mozilla", "chrom", "skia", "webkit", "wkhtml", "firefox", "safari", "quartz"),
    *("ocrmypdf", "tesseract", "img2pdf", "scan"),
)
_UNSAID = ("untitled", "microsoft word", "powerpoint", "about:blank")
_NOTES = frozenset(
    {
        pdfium_c.FPDF_ANNOT_TEXT,
        pdfium_c.FPDF_ANNOT_FREETEXT,
        pdfium_c.FPDF_ANNOT_STAMP,
        pdfium_c.FPDF_ANNOT_FILEATTACHMENT,
    }
)


Pdf = Any  # pypdfium2 has no types


def read(data: bytes, reading: Reading) -> Iterator[Item]:
    """Yield the one article of a PDF."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise InputError(reading.source, _refusal(str(error))) from error
    composer = Composer()
    pages = _pages(pdf, composer, reading)
    if left_out := running(pages):
        words = f"left out what stands on several pages: {'; '.join(left_out)}"
        composer.notice("running-text", words)
    for piece in pieces(pages):
        composer.add(piece.text, piece.kind, level=piece.level, page=piece.page)
    if not composer.blocks:
        raise RefusedError(
            reading.source,
            "needs-ocr",
            "its pages are pictures without text and need OCR: run `ocrmypdf -l ara in.pdf "
            "out.pdf`, or open it with --ocr where ocrmypdf is installed",
        )
    said = pdf.get_metadata_dict()
    titled = any(block.kind == "title" for block in composer.blocks)
    yield composer.document(
        reading,
        "pdf",
        title=None if titled else _title(said.get("Title", "")),
        author=author(said.get("Author")),
        published=_published(said, composer),
    )


def _refusal(reason: str) -> str:
    if "password" in reason.lower():
        return "it is encrypted; open it with its password and save it without one"
    return "it is damaged: it cannot be read as PDF"


def _pages(pdf: Pdf, composer: Composer, reading: Reading) -> list[Page]:
    """Return the pages' lines, and tell of what is not in them."""
    pages: list[Page] = []
    empty: list[int] = []
    notes = glyphs = 0
    count = min(len(pdf), _MOST_PAGES)
    for index in range(count):
        reading.progress(index / count)
        try:
            opened = pdf[index]
            page = page_lines(opened, index + 1)
        except pypdfium2.PdfiumError:
            composer.notice("damaged-page", "it cannot be read", index + 1)
            continue
        if page.lines:
            pages.append(page)
        elif pdfium_c.FPDFPage_CountObjects(opened.raw):
            empty.append(index + 1)
        notes += _notes(opened)
        glyphs += page.glyphs
        _tell(page, composer)
        opened.close()
        if glyphs > _MOST_GLYPHS:
            break
    if (pages and pages[-1].number < len(pdf) > _MOST_PAGES) or glyphs > _MOST_GLYPHS:
        composer.notice("cut", f"it is too long: what follows page {pages[-1].number} is not read")
    for number in empty if pages else ():
        composer.notice("needs-ocr", "there is no text on it, only pictures: it needs OCR", number)
    if notes:
        composer.notice("annotations", f"left out notes that readers put on pages: {notes}")
    if attached := pdf.count_attachments():
        composer.notice("attachments", f"left out files that are attached to it: {attached}")
    return pages


def _tell(page: Page, composer: Composer) -> None:
    if page.turned:
        composer.notice("turned-text", f"left out what stands across: {page.turned}", page.number)
    if page.unmapped > _MANY_UNMAPPED * page.glyphs:
        words = f"the file does not say which letters {page.unmapped} of its signs are"
        composer.notice("unmapped", words, page.number)


def _notes(page: Pdf) -> int:
    """Return how many notes of readers are on a page."""
    found = 0
    for index in range(min(pdfium_c.FPDFPage_GetAnnotCount(page.raw), 1000)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, index)
        if annotation:
            found += pdfium_c.FPDFAnnot_GetSubtype(annotation) in _NOTES
            pdfium_c.FPDFPage_CloseAnnot(annotation)
    return found


def _title(said: str) -> str | None:
    """Return the title that the metadata gives, unless a program made it up."""
    words = " ".join(said.split())
    made_up = words.lower().startswith(_UNSAID) or words.lower().endswith((".doc", ".docx", ".pdf"))
    return None if made_up else words or None


def _published(said: dict[str, str], composer: Composer) -> date | None:
    """Return the day on which the file was made, unless it was printed from elsewhere then."""
    makers = f"{said.get('Creator', '')} {said.get('Producer', '')}".lower()
    if any(printer in makers for printer in _PRINTERS):
        return None
    return file_day(said.get("CreationDate"), composer)
