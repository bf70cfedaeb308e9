"""Makes files/papers/: documents that other programs wrote, to hold our loaders to.

Run by hand, from the top of the project: python tests/formats/make_files.py FOLDER_OF_A_VENV [NAME]
It needs LibreOffice, Chromium, pandoc, Calibre, Ghostscript, ocrmypdf, and an environment with
reportlab, arabic-reshaper, python-bidi, fpdf2, uharfbuzz, weasyprint, typst, odfpy, odfdo,
python-docx, htmldocx, docxtpl, docutils, ebooklib and mkepub. Each file stands in files.tsv
with the program that wrote it; the words that it holds, a paragraph a line, are in expected/.
"""

# ruff: noqa: E501, T201 - other programs' input stands as they take it; it prints what it made

from __future__ import annotations

import html
import os
import shutil
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).parent
FILES = HERE / "files" / "papers"
EXPECTED = FILES / "expected"
GOLD = HERE.parent / "quality" / "gold"
FONTS = HERE.parents[1] / "resources" / "fonts"

Blocks = list[tuple[str, str]]


def gold(name: str) -> list[str]:
    return [line for line in (GOLD / f"{name}.txt").read_text("utf-8").split("\n") if line]


def wire() -> Blocks:
    """A short news item: a title and its paragraphs."""
    title, *rest = gold("kuwait_rail")
    return [("h1", title), *(("p", line) for line in rest)]


def report() -> Blocks:
    """Headings, a list, a table, a quotation and words of two scripts."""
    strike, quake, rates = gold("tunis_strike"), gold("agadir_quake"), gold("cairo_rates")
    return [
        ("h1", "تقرير الأسبوع: زلزال وإضراب وأسعار"),
        (
            "p",
            "أعدّه فريق التحرير لصحيفة «الأرز» بين 1/3/2024 و15/3/2024 بمساعدة UN News Centre (نيويورك).",
        ),
        ("h2", "المغرب"),
        *(("p", line) for line in quake[1:6]),
        ("h2", "تونس"),
        *(("p", line) for line in strike[1:5]),
        ("h3", "مطالب النقابة"),
        ("li", "زيادة الأجور بنسبة 7.5% قبل نهاية السنة"),
        ("li", "إلغاء الأمر رقم 117 لسنة 2022"),
        ("li", "فتح حوار مع وزارة النقل"),
        ("h2", "مصر"),
        *(("p", line) for line in rates[1:4]),
        ("q", "«لن نرفع الدعم عن الخبز»، هذا ما قاله الوزير مرارا."),
        ("td", "السنة|التضخم|سعر الدولار"),
        ("td", "2022|13.9%|19.16"),
        ("td", "2023|33.9%|30.85"),
        ("p", "المصدر: World Bank و(البنك المركزي المصري)، أرقام 2024."),
    ]


def essay() -> Blocks:
    """The report without its list and table."""
    return [block for block in report() if block[0] not in {"li", "td"}]


def long() -> Blocks:
    """Enough paragraphs for pages, without headings in between."""
    names = ["sudan_siege", "jeddah_delay", "oran_match", "basra_vote", "mocha_exchange"]
    # LibreOffice and others name the letter under two marks twice: nobody can read that right.
    lines = [
        line
        for name in names
        for line in gold(name)[1:]
        if "\u064e\u0651" not in line and "\u0651\u064e" not in line
    ]
    return [("h1", "أخبار من خمس مدن"), *(("p", line) for line in lines)]


def english() -> Blocks:
    """Latin letters: hyphens and columns that are read from the left."""
    return [
        ("h1", "Talks on water resume in Amman"),
        (
            "p",
            "Representatives of three governments resumed their negotiations in the Jordanian capital on Tuesday, after interruptions that had lasted for more than eleven months and had endangered the cooperation.",
        ),
        (
            "p",
            "The international commission responsible for the administration of the river published an extraordinarily detailed recommendation concerning infrastructure, compensation and environmental protection.",
        ),
        (
            "p",
            "Spokespersons described the conversations as well-intentioned but insufficient; the next meeting is scheduled for 14 September 2024.",
        ),
        (
            "p",
            "Agricultural organisations, representing approximately 12,500 households, nevertheless demonstrated outside the conference centre, demanding unconditional participation in decision-making.",
        ),
    ]


MASTERS = {"wire": wire, "essay": essay, "report": report, "long": long, "english": english}


def lines_of(blocks: Blocks) -> list[str]:
    """Return the lines that a loader shall give: table cells one each."""
    return [part for kind, text in blocks for part in (text.split("|") if kind == "td" else [text])]


def page(blocks: Blocks, style: str = "", lang: str = "ar") -> str:
    tags = {"q": "blockquote"}
    out = []
    for index, (kind, text) in enumerate(blocks):
        before = blocks[index - 1][0] if index else ""
        after = blocks[index + 1][0] if index + 1 < len(blocks) else ""
        safe = html.escape(text, quote=False)
        if kind == "li":
            out.append(("<ul>" * (before != "li")) + f"<li>{safe}</li>" + "</ul>" * (after != "li"))
        elif kind == "td":
            cells = "".join(f"<td>{cell}</td>" for cell in safe.split("|"))
            opening = '<table border="1">' * (before != "td")
            out.append(f"{opening}<tr>{cells}</tr>" + "</table>" * (after != "td"))
        else:
            tag = tags.get(kind, kind)
            out.append(f"<{tag}>{safe}</{tag}>")
    direction = "rtl" if lang == "ar" else "ltr"
    return (
        f'<!DOCTYPE html><html lang="{lang}" dir="{direction}"><head><meta charset="utf-8">'
        f"<title>{html.escape(blocks[0][1])}</title><style>{style}</style></head><body>\n"
        + "\n".join(out)
        + "\n</body></html>\n"
    )


def markdown(blocks: Blocks) -> str:
    out = [
        f"---\ntitle: '{blocks[0][1]}'\nauthor: ليلى حداد\ndate: 2024-03-15\nlang: ar\ndir: rtl\n---"
    ]
    marks = {"h2": "# ", "h3": "## ", "q": "> ", "p": ""}
    for index, (kind, text) in enumerate(blocks[1:], 1):
        if kind == "li":
            out.append(f"- {text}")
        elif kind == "td":
            row = f"| {text.replace('|', ' | ')} |"
            first = blocks[index - 1][0] != "td"
            out.append(row + ("\n" + "|---" * (text.count("|") + 1) + "|" if first else ""))
        else:
            out.append(marks[kind] + text)
    joined = out[0]
    for before, after in pairwise(out):
        tight = before[0] == after[0] and after[0] in "-|"
        joined += ("\n" if tight else "\n\n") + after
    return joined + "\n"


FOOTNOTED = """---
title: 'هدنة في المدينة'
author: ليلى حداد
date: 2024-03-15
lang: ar
dir: rtl
---

أعلنت الأمم المتحدة هدنة[^1] تبدأ يوم الجمعة المقبل في المدينة القديمة.

# ما قبل الهدنة

قال الناطق إن [اللجنة الوطنية](https://example.org/a) وافقت على النص[^2] كاملا، **دون شروط**.

[^1]: تسري أسبوعين ثم تمدد.
[^2]: نشر النص في الجريدة الرسمية، العدد 117.
"""
FOOTNOTED_LINES = [
    "هدنة في المدينة",
    "أعلنت الأمم المتحدة هدنة تبدأ يوم الجمعة المقبل في المدينة القديمة.",
    "تسري أسبوعين ثم تمدد.",
    "ما قبل الهدنة",
    "قال الناطق إن اللجنة الوطنية وافقت على النص كاملا، دون شروط.",
    "نشر النص في الجريدة الرسمية، العدد 117.",
]

# A page of office text, as LibreOffice keeps it: running header and footer, page numbers,
# changes that are tracked, a text box, a note.
FODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>{title}</dc:title><meta:initial-creator>سامر نجار</meta:initial-creator><meta:creation-date>2024-03-15T08:30:00</meta:creation-date></office:meta>
<office:font-face-decls><style:font-face style:name="Amiri" svg:font-family="Amiri"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="{mode}"/><style:text-properties style:font-name="Amiri" style:font-name-complex="Amiri" fo:font-size="12pt" style:font-size-complex="12pt"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="{gap}" fo:text-indent="{indent}" fo:text-align="{align}" style:writing-mode="{mode}"/></style:style>
<style:style style:name="Header" style:family="paragraph"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"><style:paragraph-properties fo:keep-with-next="always" fo:margin-bottom="0.2cm" style:writing-mode="{mode}"/><style:text-properties fo:font-size="20pt" style:font-size-complex="20pt" fo:font-weight="bold" style:font-weight-complex="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:default-outline-level="2"><style:paragraph-properties fo:keep-with-next="always" fo:margin-top="0.3cm" fo:margin-bottom="0.1cm" style:writing-mode="{mode}"/><style:text-properties fo:font-size="15pt" style:font-size-complex="15pt" fo:font-weight="bold" style:font-weight-complex="bold"/></style:style></office:styles>
<office:automatic-styles><style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="{width}" fo:page-height="20cm" fo:margin="2cm" style:writing-mode="{mode}">{columns}</style:page-layout-properties><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1">{running}</style:master-page></office:master-styles>
<office:body><office:text>{tracked}{body}</office:text></office:body></office:document>
"""
RUNNING = (
    "<style:header><text:p text:style-name='Header'>نشرة الأخبار اليومية - العدد 512</text:p></style:header>"
    "<style:footer><text:p text:style-name='Header'>صفحة <text:page-number/> من <text:page-count/></text:p></style:footer>"
)
TRACKED = (
    "<text:tracked-changes><text:changed-region xml:id='c1' text:id='c1'><text:deletion><office:change-info><dc:creator>س</dc:creator>"
    "<dc:date>2024-03-15T08:30:00</dc:date></office:change-info><text:p>كلام محذوف </text:p></text:deletion></text:changed-region>"
    "<text:changed-region xml:id='c2' text:id='c2'><text:insertion><office:change-info><dc:creator>س</dc:creator>"
    "<dc:date>2024-03-15T08:30:00</dc:date></office:change-info></text:insertion></text:changed-region></text:tracked-changes>"
)
OFFICE_BODY = (
    "<text:h text:style-name='Heading_20_1' text:outline-level='1'>بيان لجنة المياه</text:h>"
    "<text:p text:style-name='Standard'>أعلنت اللجنة <text:change text:change-id='c1'/><text:change-start text:change-id='c2'/>اليوم الأحد "
    "<text:change-end text:change-id='c2'/>خطة جديدة<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>"
    "<text:note-body><text:p>نشرت في العدد 511.</text:p></text:note-body></text:note> لتوزيع المياه في حلب<text:s text:c='2'/>وإدلب.</text:p>"
    "<text:p text:style-name='Standard'><draw:frame draw:name='f' text:anchor-type='paragraph' svg:width='5cm' svg:height='2cm'><draw:text-box>"
    "<text:p>إطار: 40 مليون متر مكعب</text:p></draw:text-box></draw:frame>وقال رئيسها <text:a xlink:href='http://example.org/'>سامر نجار</text:a> إن الخطة تبدأ<text:tab/>في أيار.</text:p>"
    "<text:list><text:list-item><text:p>المرحلة الأولى</text:p><text:list><text:list-item><text:p>حفر الآبار</text:p></text:list-item></text:list></text:list-item>"
    "<text:list-item><text:p>المرحلة الثانية</text:p></text:list-item></text:list>"
    "<table:table table:name='t'><table:table-column table:number-columns-repeated='2'/><table:table-row><table:table-cell><text:p>المدينة</text:p></table:table-cell>"
    "<table:table-cell><text:p>الحصة</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>حلب</text:p></table:table-cell>"
    "<table:table-cell><text:p>25%</text:p></table:table-cell></table:table-row></table:table>"
    "<text:p text:style-name='Standard'>وتنتهي الخطة في نهاية السنة.</text:p>"
)
OFFICE_LINES = [
    "بيان لجنة المياه",
    "أعلنت اللجنة اليوم الأحد خطة جديدة لتوزيع المياه في حلب  وإدلب.",
    "نشرت في العدد 511.",
    "وقال رئيسها سامر نجار إن الخطة تبدأ\tفي أيار.",
    "إطار: 40 مليون متر مكعب",
    "المرحلة الأولى",
    "حفر الآبار",
    "المرحلة الثانية",
    "المدينة",
    "الحصة",
    "حلب",
    "25%",
    "وتنتهي الخطة في نهاية السنة.",
]


def fodt(body: str, title: str, **parts: str) -> str:
    values = {
        "mode": "rl-tb", "gap": "0.3cm", "indent": "0cm", "width": "15cm", "columns": "",
        "running": "", "tracked": "", "align": "start",
    }  # fmt: skip
    return FODT.format(body=body, title=title, **(values | parts))


def fodt_body(blocks: Blocks) -> str:
    out = []
    for index, (kind, text) in enumerate(blocks):
        safe = html.escape(text)
        before = blocks[index - 1][0] if index else ""
        after = blocks[index + 1][0] if index + 1 < len(blocks) else ""
        if kind in {"h1", "h2", "h3"}:
            level = min(int(kind[1]), 2)
            out.append(
                f"<text:h text:style-name='Heading_20_{level}' text:outline-level='{level}'>{safe}</text:h>"
            )
        elif kind == "li":
            out.append(
                "<text:list>" * (before != "li")
                + f"<text:list-item><text:p>{safe}</text:p></text:list-item>"
                + "</text:list>" * (after != "li")
            )
        elif kind == "td":
            cells = "".join(
                f"<table:table-cell><text:p>{c}</text:p></table:table-cell>"
                for c in safe.split("|")
            )
            out.append(
                "<table:table><table:table-column table:number-columns-repeated='3'/>"
                * (before != "td")
                + f"<table:table-row>{cells}</table:table-row>"
                + "</table:table>" * (after != "td")
            )
        else:
            out.append(f"<text:p text:style-name='Standard'>{safe}</text:p>")
    return "".join(out)


class Maker:
    """Runs the programs in a folder of its own."""

    def __init__(self, venv: Path, only: str) -> None:
        self.venv = venv
        self.only = only
        self.work = Path(tempfile.mkdtemp())
        conf = self.work / "fonts.conf"
        conf.write_text(
            f"<fontconfig><dir>{FONTS}</dir><dir>/usr/share/fonts</dir><cachedir>{self.work}/fc</cachedir>"
            "<include>/etc/fonts/conf.d</include></fontconfig>"
        )
        self.environment = os.environ | {
            "FONTCONFIG_FILE": str(conf), "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox",
            "QT_QPA_PLATFORM": "offscreen", "SOURCE_DATE_EPOCH": "1710489600", "TZ": "UTC",
        }  # fmt: skip

    def wanted(self, name: str) -> bool:
        return not self.only or self.only == name

    def run(self, *words: str | Path) -> None:
        command = [str(word) for word in words]
        done = subprocess.run(
            command,
            cwd=self.work,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        if done.returncode:
            print("FAILED", *words[:4], done.stderr[-1500:])

    def put(self, name: str, made: Path | str) -> None:
        made = self.work / made
        if not made.is_file():
            print("NOT MADE", name)
            return
        FILES.mkdir(exist_ok=True)
        shutil.copyfile(made, FILES / name)
        print(name, made.stat().st_size)

    def write(self, name: str, words: str) -> Path:
        path = self.work / name
        path.write_text(words, "utf-8")
        return path

    def office(self, source: str | Path, suffix: str, infilter: str = "") -> Path:
        """Convert with LibreOffice; return the file."""
        source = Path(source)
        out = self.work / f"lo-{source.suffix[1:]}"
        extra = [f"--infilter={infilter}"] if infilter else []
        self.run("soffice", "--headless", f"-env:UserInstallation=file://{self.work}/lo", *extra,
                 "--convert-to", suffix, "--outdir", out, self.work / source)  # fmt: skip
        return out / f"{source.stem}.{suffix.partition(':')[0]}"

    def chromium(self, source: Path, target: str, *extra: str) -> None:
        self.run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--disable-pdf-tagging", f"--user-data-dir={self.work}/chromium",
                 *extra, f"--print-to-pdf={self.work / target}", source.as_uri())  # fmt: skip

    def script(self, code: str, *words: str | Path) -> None:
        self.run(self.venv / "bin" / "python", "-c", code, *words)


FACE = f"@font-face{{font-family:A;src:url(file://{FONTS}/Amiri-Regular.ttf)}} "
ONE = FACE + "body{font:14px A;line-height:1.6} @page{size:A5;margin:18mm}"
TWO = (
    FACE
    + "body{font:12px A;line-height:1.5} @page{size:A4;margin:15mm} body>p{margin:0;text-indent:1.5em} body{column-count:2;column-gap:10mm} h1{column-span:all}"
)
RUN = ONE + " .r{position:fixed;top:-12mm}"

REPORTLAB = """
import sys, arabic_reshaper
reshape = arabic_reshaper.ArabicReshaper({'delete_harakat': False, 'ARABIC LIGATURE ALLAH': False}).reshape
from bidi.algorithm import get_display
from reportlab.pdfgen import canvas
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
pdfmetrics.registerFont(TTFont('D', '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'))
source, target, size = sys.argv[1:]
size = int(size)
page = canvas.Canvas(target, pagesize=(420, 595), invariant=1)
y = 540
for index, line in enumerate(open(source, encoding='utf-8').read().split('\\n')):
    big = 18 if index == 0 else size
    words, rows = line.split(), ['']
    for word in words:
        if pdfmetrics.stringWidth(get_display(reshape(rows[-1] + ' ' + word)), 'D', big) > 340:
            rows.append(word)
        else:
            rows[-1] = (rows[-1] + ' ' + word).strip()
    for row in rows:
        if y < 60:
            page.showPage(); y = 540
        page.setFont('D', big)
        page.drawRightString(380, y, get_display(reshape(row), base_dir='R'))
        y -= big * 1.5
    y -= size
page.save()
"""
FPDF = """
import sys
from fpdf import FPDF
source, font, target = sys.argv[1:]
pdf = FPDF(format='A5'); pdf.add_page(); pdf.add_font('A', '', font); pdf.set_text_shaping(True, direction='rtl', script='arab', language='ara')
for index, line in enumerate(open(source, encoding='utf-8').read().split('\\n')):
    pdf.set_font('A', size=20 if index == 0 else 13)
    pdf.multi_cell(0, 9 if index == 0 else 7, line, align='R', new_x='LMARGIN', new_y='NEXT'); pdf.ln(3)
pdf.set_title('x'); pdf.output(target)
"""
QT = """
import sys
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QGuiApplication, QFontDatabase, QPageSize, QPdfWriter, QTextDocument, QFont, QTextOption
app = QGuiApplication([])
source, font, target = sys.argv[1:]
family = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(font))[0]
doc = QTextDocument(); doc.setDefaultFont(QFont(family, 12))
option = QTextOption(); from PySide6.QtCore import Qt; option.setTextDirection(Qt.RightToLeft); doc.setDefaultTextOption(option)
doc.setHtml(open(source, encoding='utf-8').read())
w = QPdfWriter(target); w.setPageSize(QPageSize(QPageSize.A5)); w.setTitle('عنوان'); doc.setPageSize(QPageSize(QPageSize.A5).size(QPageSize.Point)); doc.print_(w)
"""
PYDOCX = """
import sys, docx
target = sys.argv[1]
d = docx.Document()
d.core_properties.title = 'بيان'; d.core_properties.author = 'ليلى حداد'
import datetime
d.core_properties.created = datetime.datetime(2024, 3, 15, 8)
for line in sys.stdin if False else open(sys.argv[2], encoding='utf-8'):
    kind, text = line.rstrip('\\n').split('\\t', 1)
    if kind in ('h1', 'h2', 'h3'): d.add_heading(text, 0 if kind == 'h1' else int(kind[1]) - 1)
    elif kind == 'li': d.add_paragraph(text, style='List Bullet')
    elif kind == 'q': d.add_paragraph(text, style='Intense Quote')
    elif kind == 'td':
        cells = text.split('|')
        if not d.tables: table = d.add_table(0, len(cells))
        row = table.add_row()
        for cell, words in zip(row.cells, cells): cell.text = words
    else: d.add_paragraph(text)
d.sections[0].header.paragraphs[0].text = 'رأس الصفحة'
d.save(target)
"""
HTMLDOCX = """
import sys
from htmldocx import HtmlToDocx
import docx
d = docx.Document(); HtmlToDocx().add_html_to_document(open(sys.argv[1], encoding='utf-8').read().split('<body>')[1].split('</body>')[0], d); d.save(sys.argv[2])
"""
DOCXTPL = """
import sys, docx
from docxtpl import DocxTemplate
d = docx.Document(); d.add_heading('{{ title }}', 0)
d.add_paragraph('{%p for line in lines %}'); d.add_paragraph('{{ line }}'); d.add_paragraph('{%p endfor %}')
d.save('template.docx')
title, *lines = open(sys.argv[1], encoding='utf-8').read().split('\\n')
t = DocxTemplate('template.docx'); t.render({'title': title, 'lines': lines}); t.save(sys.argv[2])
"""
ODFPY = """
import sys
from odf.opendocument import OpenDocumentText
from odf.text import H, P
from odf import dc, meta
d = OpenDocumentText()
title, *lines = open(sys.argv[1], encoding='utf-8').read().split('\\n')
d.meta.addElement(dc.Title(text=title)); d.meta.addElement(meta.InitialCreator(text='ليلى حداد')); d.meta.addElement(meta.CreationDate(text='2024-03-15T08:00:00'))
d.text.addElement(H(outlinelevel=1, text=title))
for line in lines: d.text.addElement(P(text=line))
d.save(sys.argv[2])
"""
ODFDO = """
import sys
from odfdo import Document, Header, Paragraph, List, Table
d = Document('text'); d.body.clear()
items = None
for line in open(sys.argv[2], encoding='utf-8'):
    kind, text = line.rstrip('\\n').split('\\t', 1)
    if kind[0] == 'h': d.body.append(Header(int(kind[1]), text))
    elif kind == 'li':
        if items is None: items = List(); d.body.append(items)
        items.append_item(text)
    elif kind == 'td':
        cells = text.split('|')
        rows = globals().setdefault('rows', []); rows.append(cells)
        if len(rows) == 1: table = Table('t'); d.body.append(table)
        from odfdo import Row
        row = Row(); row.set_values(cells); table.append_row(row)
    else: d.body.append(Paragraph(text))
d.save(sys.argv[1])
"""
EBOOKLIB = """
import sys
from ebooklib import epub
b = epub.EpubBook(); b.set_identifier('id1'); b.set_title('نشرة'); b.set_language('ar'); b.add_author('ليلى حداد'); b.set_direction('rtl')
b.add_metadata('DC', 'date', '2024-03-15')
chapters = []
for n, path in enumerate(sys.argv[2:]):
    title, *lines = open(path, encoding='utf-8').read().split('\\n')
    c = epub.EpubHtml(title=title, file_name=f'c{n}.xhtml', lang='ar', direction='rtl')
    c.content = f'<h1>{title}</h1>' + ''.join(f'<p>{l}</p>' for l in lines)
    b.add_item(c); chapters.append(c)
b.toc = chapters; b.add_item(epub.EpubNcx()); b.add_item(epub.EpubNav()); b.spine = ['nav', *chapters]
epub.write_epub(sys.argv[1], b)
"""
MKEPUB = """
import sys, mkepub
b = mkepub.Book(title='نشرة', author='ليلى حداد', language='ar')
for path in sys.argv[2:]:
    title, *lines = open(path, encoding='utf-8').read().split('\\n')
    b.add_page(title, f'<h1>{title}</h1>' + ''.join(f'<p>{l}</p>' for l in lines))
b.save(sys.argv[1])
"""


def expect(name: str, lines: list[str]) -> None:
    EXPECTED.mkdir(parents=True, exist_ok=True)
    (EXPECTED / f"{name}.txt").write_text("\n".join(lines) + "\n", "utf-8")


SIGNED = ["ليلى حداد", "2024-03-15"]


def prepare(m: Maker) -> None:
    """Write the sources that the programs convert, and what their files shall say."""
    for name, blocks in ((name, make()) for name, make in MASTERS.items()):
        lines = lines_of(blocks)
        expect(name, lines)
        expect(f"{name}-signed", [lines[0], *SIGNED, *lines[1:]])  # by pandoc, from metadata
        expect(f"{name}-twice", [lines[0], *lines])  # the page's title and its heading
        expect(f"{name}-rows", [text.replace("|", " ") for _, text in blocks])
        m.write(f"{name}.txt", "\n".join(lines))
        m.write(f"{name}.tsv", "".join(f"{kind}\t{text}\n" for kind, text in blocks))
        m.write(f"{name}.html", page(blocks, ONE, "en" if name == "english" else "ar"))
        m.write(f"{name}2.html", page(blocks, TWO, "en" if name == "english" else "ar"))
        m.write(f"{name}.md", markdown(blocks))
        m.write(f"{name}.fodt", fodt(fodt_body(blocks), blocks[0][1]))
    m.write("notes.md", FOOTNOTED)
    m.write("office.fodt", fodt(OFFICE_BODY, "بيان لجنة المياه", tracked=TRACKED, running=RUNNING))
    expect("notes", FOOTNOTED_LINES)
    expect("notes-signed", [FOOTNOTED_LINES[0], *SIGNED, *FOOTNOTED_LINES[1:]])
    expect("office", OFFICE_LINES)
    framed = OFFICE_LINES[:3] + OFFICE_LINES[4:5] + OFFICE_LINES[3:4] + OFFICE_LINES[5:]
    expect("office-framed", framed)  # RTF has a box before what it belongs to
    expect("three", [*lines_of(wire()), *lines_of(english()), *lines_of(long())])
    expect("two", [*lines_of(wire()), *lines_of(english())])
    m.write(
        "running.fodt",
        fodt(
            fodt_body(long()), "أخبار", running=RUNNING, gap="0cm", indent="0.8cm", align="justify"
        ),
    )
    columns = "<style:columns fo:column-count='2' fo:column-gap='0.8cm'/>"
    m.write(
        "columns.fodt",
        fodt(
            fodt_body(long()),
            "أخبار",
            running=RUNNING,
            width="21cm",
            columns=columns,
            align="justify",
        ),
    )
    m.write(
        "english2.fodt",
        fodt(fodt_body(english()), "Talks", mode="lr-tb", width="21cm", columns=columns).replace(
            "<style:text-properties style:font-name=",
            "<style:text-properties fo:language='en' fo:country='US' fo:hyphenate='true' style:font-name=",
            1,
        ),
    )


def plain(suffix: str) -> list[str]:
    """Keep pandoc from turning quotation marks into others."""
    return ["-f", "markdown-smart"] if suffix == "md" else []


def docx(m: Maker) -> None:
    """DOCX of ten programs and ways."""
    word = "docx:MS Word 2007 XML"
    m.put("lo-html-report.docx", m.office("report.html", word, "HTML (StarWriter)"))
    m.put("lo-fodt-office.docx", m.office("office.fodt", word))
    m.put("lo-fodt-report.docx", m.office("report.fodt", "docx:Office Open XML Text"))
    m.put("lo-columns-long.docx", m.office("columns.fodt", word))
    for source, suffix in (("report", "md"), ("wire", "html"), ("notes", "md")):
        m.run("pandoc", *plain(suffix), f"{source}.{suffix}", "-o", f"p-{source}.docx")
        m.put(f"pandoc-{suffix}-{source}.docx", f"p-{source}.docx")
    m.run("ebook-convert", m.work / "report.html", "c-report.docx")
    m.put("calibre-html-report.docx", "c-report.docx")
    m.script(PYDOCX, "py.docx", "report.tsv")
    m.put("python-docx-report.docx", "py.docx")
    m.script(HTMLDOCX, "wire.html", "hd.docx")
    m.put("htmldocx-wire.docx", "hd.docx")
    m.script(DOCXTPL, "wire.txt", "tpl.docx")
    m.put("docxtpl-wire.docx", "tpl.docx")


def odt(m: Maker) -> None:
    m.put("lo-html-report.odt", m.office("report.html", "odt:writer8", "HTML (StarWriter)"))
    m.put("lo-fodt-office.odt", m.office("office.fodt", "odt"))
    m.put("lo-columns-long.odt", m.office("columns.fodt", "odt"))
    m.put("lo-text-wire.odt", m.office("wire.txt", "odt", "Text (encoded):UTF8"))
    for source, suffix in (("report", "md"), ("report", "html"), ("notes", "md")):
        m.run("pandoc", *plain(suffix), f"{source}.{suffix}", "-o", f"p-{suffix}-{source}.odt")
        m.put(f"pandoc-{suffix}-{source}.odt", f"p-{suffix}-{source}.odt")
    m.run("pandoc", "notes.md", "-o", "p-notes.docx")
    m.put("lo-docx-notes.odt", m.office("p-notes.docx", "odt"))
    m.script(ODFPY, "wire.txt", "odfpy.odt")
    m.put("odfpy-wire.odt", "odfpy.odt")
    m.script(ODFDO, "odfdo.odt", "report.tsv")
    m.put("odfdo-report.odt", "odfdo.odt")
    m.write(
        "wire.rst",
        "\n\n".join([gold("kuwait_rail")[0] + "\n" + "=" * 150, *gold("kuwait_rail")[1:]]),
    )
    m.run(m.venv / "bin" / "docutils", "--writer=odt", "wire.rst", "docutils.odt")
    m.put("docutils-wire.odt", "docutils.odt")


def rtf(m: Maker) -> None:
    m.put(
        "lo-html-report.rtf", m.office("report.html", "rtf:Rich Text Format", "HTML (StarWriter)")
    )
    m.put("lo-fodt-office.rtf", m.office("office.fodt", "rtf"))
    m.put("lo-fodt-long.rtf", m.office("long.fodt", "rtf"))
    for source, suffix in (("report", "md"), ("wire", "html"), ("notes", "md")):
        m.run("pandoc", "-s", *plain(suffix), f"{source}.{suffix}", "-o", f"p-{source}.rtf")
        m.put(f"pandoc-{suffix}-{source}.rtf", f"p-{source}.rtf")
    m.run("pandoc", "notes.md", "-o", "p-notes.docx")
    m.put("lo-docx-notes.rtf", m.office("p-notes.docx", "rtf"))
    m.run("ebook-convert", m.work / "wire.html", "c-wire.rtf")  # of tables it leaves no cells
    m.put("calibre-html-wire.rtf", "c-wire.rtf")
    m.run("ebook-convert", m.work / "english.html", "c-english.rtf")
    m.put("calibre-html-english.rtf", "c-english.rtf")
    m.put("lo-columns-long.rtf", m.office("columns.fodt", "rtf"))
    m.run("pandoc", *plain("md"), "wire.md", "-o", "p-wire.odt")
    m.put("lo-odt-wire.rtf", m.office("p-wire.odt", "rtf"))


def epub(m: Maker) -> None:
    for version in "23":
        m.run(
            "pandoc",
            "-t",
            f"epub{version}",
            *plain("md"),
            "report.md",
            "-o",
            f"p{version}.epub",
        )
        m.put(f"pandoc-epub{version}-report.epub", f"p{version}.epub")
    m.run("pandoc", "notes.md", "-o", "pn.epub")
    m.put("pandoc-epub3-notes.epub", "pn.epub")
    m.run("pandoc", "wire.html", "-o", "pw.epub")
    m.put("pandoc-html-wire.epub", "pw.epub")
    for source in ("report", "wire", "english"):
        m.run(
            "ebook-convert",
            m.work / f"{source}.html",
            f"c-{source}.epub",
            "--no-default-epub-cover",
        )
        m.put(f"calibre-html-{source}.epub", f"c-{source}.epub")
    m.run("ebook-convert", m.work / "long.html", "c3.epub", "--epub-version=3")
    m.put("calibre-epub3-long.epub", "c3.epub")
    m.put("lo-fodt-report.epub", m.office("report.fodt", "epub"))
    m.script(EBOOKLIB, "el.epub", "wire.txt", "english.txt", "long.txt")
    m.put("ebooklib-three.epub", "el.epub")
    m.script(MKEPUB, "mk.epub", "wire.txt", "english.txt")
    m.put("mkepub-two.epub", "mk.epub")


def pdf(m: Maker) -> None:
    for name in ("wire", "report"):  # Chromium puts less of this font into its files
        m.write(
            f"{name}-v.html",
            page(
                MASTERS[name](),
                ONE.replace("Amiri-Regular", "Vazirmatn-Regular").replace("A5", "A4"),
            ),
        )
    m.chromium(m.work / "wire-v.html", "ch1.pdf")
    m.put("chromium-wire.pdf", "ch1.pdf")
    m.chromium(m.work / "report-v.html", "ch4.pdf")
    m.chromium(m.work / "long2.html", "ch2.pdf")
    m.chromium(m.work / "english2.html", "ch3.pdf")
    m.put("chromium-report.pdf", "ch4.pdf")
    m.put("chromium-columns-long.pdf", "ch2.pdf")
    m.put("chromium-columns-english.pdf", "ch3.pdf")
    for name in ("report", "running", "columns", "english2"):
        m.put(f"lo-{name}.pdf", m.office(f"{name}.fodt", "pdf"))
    m.run("ebook-convert", m.work / "essay.html", "c.pdf", "--paper-size=a4", "--pdf-page-numbers")
    m.put("calibre-essay.pdf", "c.pdf")
    m.script(REPORTLAB, "long.txt", "rl.pdf", "12")
    m.put("reportlab-visual-long.pdf", "rl.pdf")
    m.script(FPDF, "wire.txt", FONTS / "Vazirmatn-Regular.ttf", "fp.pdf")
    m.put("fpdf2-wire.pdf", "fp.pdf")
    m.run(m.venv / "bin" / "weasyprint", "report-v.html", "wp.pdf")
    m.put("weasyprint-report.pdf", "wp.pdf")
    title, *lines = gold("kuwait_rail")
    body = "\n\n".join(line.replace("#", "\\#").replace("@", "\\@") for line in lines)
    m.write(
        "wire.typ",
        f'#set text(font: "Amiri", lang: "ar", size: 12pt)\n#set page(paper: "a5", numbering: "1")\n#set par(justify: true)\n= {title}\n\n{body}\n',
    )
    m.script(
        "import typst,sys; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]])",
        m.work / "wire.typ",
        m.work / "ty.pdf",
        FONTS,
    )
    m.put("typst-wire.pdf", "ty.pdf")
    subprocess.run(
        [sys.executable, "-c", QT, "long.html", FONTS / "NotoNaskhArabic_400Regular.ttf", "qt.pdf"],
        cwd=m.work,
        env=m.environment,
        check=False,
    )
    m.put("qt-long.pdf", "qt.pdf")
    m.run("pdftoppm", "-r", "150", "-gray", "-f", "1", "-l", "1", "ch1.pdf", "scan")
    m.run(
        "ocrmypdf",
        "-l",
        "ara",
        "--image-dpi",
        "150",
        "--output-type",
        "pdf",
        "--optimize",
        "1",
        "--sidecar",
        "ocr.txt",
        next(m.work.glob("scan*.pgm"), "scan"),
        "ocr.pdf",
    )
    m.put("ocrmypdf-wire.pdf", "ocr.pdf")
    shutil.copyfile(m.work / "ocr.txt", EXPECTED / "ocr.txt")  # what it has read, right or wrong


def main() -> None:
    venv = Path(sys.argv[1])
    m = Maker(venv, sys.argv[2] if len(sys.argv) > 2 else "")
    prepare(m)
    for make in (docx, odt, rtf, epub, pdf):
        if m.wanted(make.__name__):
            make(m)
    print(m.work)


if __name__ == "__main__":
    main()
