"""Small whole files of every format, from which others are made."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from email.message import EmailMessage

import docx
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

TITLE = "الوزير يصل إلى بغداد"
WORDS = "قال وزير الخارجية محمد سعيد أمس في بغداد إن 12 شخصا قتلوا في قصف على البصرة."
MORE = "وأضاف أن المحادثات مع الأمم المتحدة تستأنف يوم الأحد 5 نوفمبر 2017."
PAGE = (
    f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{TITLE}</title>'
    '<meta property="article:published_time" content="2017-11-02T10:00:00+03:00">'
    f"</head><body><article><h1>{TITLE}</h1><p>{WORDS}</p><p>{MORE}</p><ul><li>{WORDS}</li></ul>"
    f"<table><tr><td>{MORE}</td></tr></table></article></body></html>"
)
RSS = (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>أخبار</title>'
    f"<item><title>{TITLE}</title><link>https://example.org/1</link><description>&lt;p&gt;{WORDS}"
    "&lt;/p&gt;</description><pubDate>Thu, 02 Nov 2017 10:00:00 +0300</pubDate></item>"
    f"<item><title>{MORE}</title><description>{MORE}</description></item></channel></rss>"
)
OPML = (
    '<?xml version="1.0"?><opml version="2.0"><head><title>مصادر</title></head><body>'
    '<outline text="وكالة" type="rss" xmlUrl="https://example.org/rss"/></body></opml>'
)
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "أخبار",
    "items": [{"id": "1", "title": TITLE, "content_html": f"<p>{WORDS}</p>"}],
}
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
ODT_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
CONTENT = (
    f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{OFFICE}" '
    f'xmlns:text="{ODT_TEXT}" office:version="1.2"><office:body><office:text>'
    f'<text:h text:outline-level="1">{TITLE}</text:h><text:p>{WORDS}</text:p>'
    "</office:text></office:body></office:document-content>"
)
MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" '
    'xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>"
)
OPF = (
    '<?xml version="1.0"?><package version="3.0" xmlns="http://www.idpf.org/2007/opf" '
    'unique-identifier="i"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
    f'<dc:identifier id="i">x</dc:identifier><dc:title>{TITLE}</dc:title>'
    '<dc:language>ar</dc:language></metadata><manifest><item id="c" href="c.xhtml" '
    'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>'
)
CHAPTER = (
    '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head>'
    f"<title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>{WORDS}</p></body></html>"
)


def zipped(members: dict[str, bytes | str], stored: tuple[str, ...] = ()) -> bytes:
    """Return a zip file of members, in their order."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            kind = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), data, kind)
    return made.getvalue()


def _docx() -> bytes:
    made, document = io.BytesIO(), docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(WORDS)
    document.add_table(1, 1).cell(0, 0).text = MORE
    document.save(made)
    return made.getvalue()


def _odt() -> bytes:
    kind = "application/vnd.oasis.opendocument.text"
    members = {"mimetype": kind, "content.xml": CONTENT, "META-INF/manifest.xml": MANIFEST}
    return zipped(members, ("mimetype",))


def epub(chapter: str = CHAPTER, opf: str = OPF) -> bytes:
    """Return a book of one chapter."""
    members: dict[str, bytes | str] = {"mimetype": "application/epub+zip"}
    members |= {"META-INF/container.xml": CONTAINER, "a.opf": opf, "c.xhtml": chapter}
    return zipped(members, ("mimetype",))


def _warc(*, packed: bool) -> bytes:
    made = io.BytesIO()
    writer = WARCWriter(made, gzip=packed)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], "HTTP/1.0")
    writer.write_record(
        writer.create_warc_record(
            "https://example.org/1", "response", io.BytesIO(PAGE.encode()), http_headers=headers
        )
    )
    return made.getvalue()


def mail(body: str = PAGE) -> EmailMessage:
    """Return a message with a page of HTML beside its text, and an attachment."""
    made = EmailMessage()
    made["From"], made["To"] = "محرر <a@example.org>", "b@example.org"
    made["Subject"], made["Date"] = TITLE, "Thu, 02 Nov 2017 10:00:00 +0300"
    made["Message-ID"] = "<1@example.org>"
    made.set_content(f"{WORDS}\n\n{MORE}\n")
    made.add_alternative(body, subtype="html")
    made.add_attachment(WORDS.encode(), maintype="text", subtype="plain", filename="خبر.txt")
    return made


def _mbox() -> bytes:
    one = bytes(mail())
    return (
        b"From a@example.org Thu Nov  2 10:00:00 2017\n"
        + one
        + b"\n\n"
        + (b"From b@example.org Thu Nov  2 11:00:00 2017\n" + one + b"\n")
    )


def _rtf() -> bytes:
    words = "".join(f"\\u{ord(c)}?" if ord(c) > 127 else c for c in f"{TITLE}\\par {WORDS}")
    return (
        b"{\\rtf1\\ansi\\ansicpg1256{\\fonttbl{\\f0 Arial;}}{\\info{\\title x}}\\rtlpar "
        + words.encode("ascii")
        + b"\\par {\\b b}\\'c7\\'e1\\par}"
    )


def _pdf() -> bytes:
    """Return a page as Qt writes it."""
    from PySide6.QtCore import QBuffer, QIODevice, QRect, Qt
    from PySide6.QtGui import QGuiApplication, QPainter, QPdfWriter

    application = QGuiApplication.instance() or QGuiApplication([])
    made = QBuffer()
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(made)
    painter = QPainter(writer)
    for at, line in enumerate((TITLE, WORDS, MORE)):
        box = QRect(200, 400 + 400 * at, 8000, 400)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, line)
    painter.end()
    del application
    return bytes(made.data().data())


_LINES = f"# {TITLE}\n\n{WORDS}\n\n- {MORE}\n\n> {WORDS}\n\n[خبر](https://example.org)\n"
_RECORD = {"title": TITLE, "text": f"{WORDS}\n{MORE}", "date": "2017-11-02", "author": "محرر"}

SEEDS: dict[str, tuple[str, Callable[[], list[bytes]]]] = {
    "text": (
        "a.txt",
        lambda: [f"{TITLE}\n\n{WORDS}\n{MORE}\n".encode(e) for e in ("utf-8", "cp1256", "utf-16")],
    ),
    "markdown": ("a.md", lambda: [_LINES.encode()]),
    "html": ("a.html", lambda: [PAGE.encode(), PAGE.replace("utf-8", "cp1256").encode("cp1256")]),
    "feed": ("a.rss", lambda: [RSS.encode()]),
    "jsonfeed": ("a.json", lambda: [json.dumps(JSON_FEED, ensure_ascii=False).encode()]),
    "opml": ("a.opml", lambda: [OPML.encode()]),
    "warc": ("a.warc", lambda: [_warc(packed=False), _warc(packed=True)]),
    "mail": ("a.eml", lambda: [bytes(mail())]),
    "mbox": ("a.mbox", lambda: [_mbox()]),
    "zip": ("a.zip", lambda: [zipped({"خبر.html": PAGE, "b.txt": WORDS, "c/d.docx": _docx()})]),
    "json_lines": (
        "a.jsonl",
        lambda: [(json.dumps(_RECORD, ensure_ascii=False) + "\n").encode() * 3],
    ),
    "json_record": ("a.json", lambda: [json.dumps([_RECORD], ensure_ascii=False).encode()]),
    "table": ("a.csv", lambda: [f'title,text,date\n{TITLE},"{WORDS}",2017-11-02\n'.encode()]),
    "docx": ("a.docx", lambda: [_docx()]),
    "odt": ("a.odt", lambda: [_odt()]),
    "epub": ("a.epub", lambda: [epub()]),
    "rtf": ("a.rtf", lambda: [_rtf()]),
    "pdf": ("a.pdf", lambda: [_pdf()]),
}
"""By the name of the format: a name for its files, and what makes some of them."""
