"""Documents as formats give them, for the tests of what shows them."""

from reader.formats.base import Composer, Reading

BLOCKS = (
    ("اجتماع وزاري في تونس لبحث الأزمة الليبية", "title", 0, 1),
    (
        "التقى وزير الخارجية التونسي نظيره الجزائري يوم الأحد 5 نوفمبر 2017.",
        "paragraph",
        0,
        1,
    ),
    ("المواقف", "heading", 1, 1),
    ("وقال الوزير: «ندعو جميع الأطراف إلى الحوار» وأكد دعم بلاده لأوباما.", "quote", 0, 2),
    ("نقاط الاتفاق", "heading", 3, 2),
    ("دعم جهود المبعوث الأممي غسان سلامة لإنهاء المرحلة الانتقالية", "list_item", 0, 2),
    ("عدد اللاجئين", "cell", 0, 3),
    ("صورة: الوزيران في المطار", "caption", 0, 3),
    ("1 المصدر: وكالة الأنباء", "note", 0, 3),
)


def composed(*notices, source="تقرير.pdf", blocks=BLOCKS, known="pdf"):
    """Return a document of these blocks and notices (code, words, page)."""
    composer = Composer()
    for words, kind, level, page in blocks:
        composer.add(words, kind, level=level, page=page)
    for notice in notices:
        composer.notice(*notice)
    return composer.document(Reading(source), known)


def pdf_of(*pages):
    """Return a PDF of pages with these contents, in Helvetica."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, content in enumerate(pages):
        look = "/MediaBox[0 0 400 600]/Resources<</Font<</F1 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R{look}/Contents {5 + 2 * number} 0 R>>")
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    out, places = "%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{item}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()
