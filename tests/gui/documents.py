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
