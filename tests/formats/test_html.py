from datetime import date

import pytest
from hypothesis import given, settings
from mangled import assert_blocks_right, assert_read_or_refused, mangled

from reader.errors import InputError
from reader.formats.base import Reading
from reader.formats.html import read
from reader.formats.kinds import format_of

FIRST = (
    "انتهت اليوم الثلاثاء محادثات أستانا بجولتها السابعة من دون تحقيق أي جديد يضاف إلى نتائج"
    " الجولة السابقة من المحادثات."
)
SECOND = (
    "ودعت موسكو في ختام الجولة إلى مؤتمر حوار وطني في مدينة سوتشي الروسية، على أن يعقد في"
    " النصف الثاني من شهر تشرين الثاني المقبل."
)
JSON_LD = '<script type="application/ld+json">'
HEADLINE = "ختام الجولة السابعة من محادثات أستانا"


def news(head="", body="", article=""):
    return f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>{HEADLINE} | صحيفة البلد</title>{head}<style>p {{color: red}}</style></head><body>
<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">سوريا</a></li></ul></nav>
<article><h1>{HEADLINE}</h1><p>{FIRST}</p><p>{SECOND}</p>{article}</article>{body}
<aside><h3>اقرأ أيضا</h3><a href="/x">خبر آخر عن الطقس في البلاد</a></aside>
<footer>جميع الحقوق محفوظة</footer><script>var x = "لا يرى";</script></body></html>"""


def one(page, **options):
    data = page if isinstance(page, bytes) else page.encode()
    [document] = read(data, Reading("a.html", **options))
    assert_blocks_right(document)
    return document


def lines(body, **options):
    return one(f"<html><body>{body}</body></html>", **options).text.split("\n")


def kinds(body):
    document = one(f"<html><body>{body}</body></html>")
    return [(b.kind, b.span.of(document.text)) for b in document.blocks]


def codes(document):
    return [notice.code for notice in document.notices]


def test_the_article_is_read_without_what_stands_around_it():
    document = one(news())
    assert document.text.split("\n") == [HEADLINE, FIRST, SECOND]
    assert document.title == HEADLINE
    assert [block.kind for block in document.blocks] == ["title", "paragraph", "paragraph"]
    assert codes(document) == ["rest-of-page"]


def test_the_whole_page_is_a_choice():
    document = one(news(), whole=True)
    for words in ("الرئيسية", HEADLINE, FIRST, SECOND, "اقرأ أيضا", "جميع الحقوق محفوظة"):
        assert words in document.text.split("\n")
    assert "لا يرى" not in document.text
    assert not document.notices


def test_a_page_without_an_article_is_read_whole_and_says_so():
    document = one("<body><aside>إعلان</aside><footer>حقوق الموقع</footer></body>")
    assert document.text == "إعلان\nحقوق الموقع"
    assert codes(document) == ["no-article"]


def test_lists_quotes_and_tables_of_an_article_keep_what_they_are():
    article = (
        "<h2>المشاركون</h2><ul><li>روسيا</li><li>تركيا</li></ul>"
        f"<blockquote><p>{FIRST}</p></blockquote>"
        "<table><tr><th>البلد</th><td>العدد</td></tr></table>"
    )
    document = one(news(article=article))
    found = [(b.kind, b.level) for b in document.blocks[3:]]
    assert found == [
        ("heading", 2),
        ("list_item", 0),
        ("list_item", 0),
        ("quote", 0),
        ("cell", 0),
        ("cell", 0),
    ]


def test_a_plain_document_is_read_to_its_last_word():
    body = "<p>سطر</p><p>آخر</p><p><a href='x'>رابط</a> في آخر الصفحة وكلام بعده</p>"
    assert lines(body) == ["سطر", "آخر", "رابط في آخر الصفحة وكلام بعده"]


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2017-10-31T23:30:00+03:00">',
        f'{JSON_LD}{{"@type": "NewsArticle", "datePublished": "2017-10-31"}}</script>',
        '<meta itemprop="datePublished" content="2017-10-31 10:00">',
        '<meta name="DC.date.issued" content="20171031">',
        '<meta name="pubdate" content="Tue, 31 Oct 2017 22:00:00 GMT">',
    ],
)
def test_the_day_is_what_the_page_says_to_programs(head):
    assert one(news(head)).published == date(2017, 10, 31)


@pytest.mark.parametrize(
    "head",
    [
        "<time>31 تشرين الأول 2017</time>",
        '<meta name="date" content="03/04/2017">',
        '<meta name="date" content="31 أكتوبر 2017">',
        JSON_LD + '{"datePublished": [1, {"@type": "NewsArticle"</script>',
    ],
)
def test_a_day_is_never_guessed(head):
    article = "<p>نشر في 31 تشرين الأول 2017</p>"
    assert one(news(head, article=article)).published is None


def test_the_day_of_a_file_is_not_its_articles():
    head = (
        '<meta name="generator" content="LibreOffice 7.4"><meta name="date" content="2026-01-01">'
    )
    assert one(news(head)).published is None
    stamp = '<abbr class="published" title="2017-10-31T22:00:00+03:00">أمس</abbr>'
    assert one(news(head, article=stamp)).published == date(2017, 10, 31)


def test_a_heading_that_names_the_site_is_no_title():
    page = news().replace("<article>", "<h1>صحيفة البلد</h1><article>")
    page = page.replace(f"<h1>{HEADLINE}", f'<h1>{HEADLINE}<a href="#x">¶</a>')
    document = one(page)
    assert (document.title, document.text.split("\n")[0]) == (HEADLINE, HEADLINE)


def test_a_time_element_dates_an_article_unless_there_are_more_days():
    stamp = '<time datetime="2017-10-31T10:00:00Z">اليوم</time>'
    other = '<time datetime="2016-01-01">قديم</time>'
    assert one(news(article=stamp, body=other)).published == date(2017, 10, 31)
    assert one(news(article=stamp + other)).published is None


def test_author_and_address_come_from_the_metadata():
    head = '<meta name="author" content="رامي سليمان"><link rel="canonical" href="/2017/a.html">'
    [document] = read(news(head).encode(), Reading("https://news.example/x?y=1"))
    assert document.author == "رامي سليمان"
    assert document.address == "https://news.example/2017/a.html"


@pytest.mark.parametrize(
    ("encoding", "label"),
    [
        ("cp1256", "windows-1256"),
        ("iso8859_6", "iso-8859-6"),
        ("utf-8", "utf-8"),
        ("cp1256", "iso-8859-1"),
        ("cp1256", "utf-8"),
        ("utf-8", "windows-1256"),
        ("cp1256", "zip"),
        ("cp1256", None),
        ("utf-8", None),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_is_in(encoding, label):
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">'
    page = f"<html><head>{meta if label else ''}</head><body><p>{FIRST}</p></body></html>"
    document = one(page.encode(encoding))
    assert document.text == FIRST
    assert document.encoding == encoding.replace("_", "-")
    right = {"windows-1256": "cp1256", "iso-8859-6": "iso8859_6", "utf-8": "utf-8"}
    wrong = label in {*right, "iso-8859-1"} and right.get(label) != encoding
    assert codes(document) == (["wrong-charset"] if wrong else [])


def test_the_users_encoding_comes_first():
    page = f"<meta charset=utf-8><p>{FIRST}</p>".encode("cp1256")
    assert one(page, encoding="windows-1256").text == FIRST
    assert codes(one(page, encoding="utf-8")) == ["bad-bytes"]


def test_what_is_not_seen_is_not_read():
    body = (
        "<p>يرى<!-- تعليق --></p><p hidden>مخفي</p><div style='color:red; display : none'>مخفي"
        "</div><template><p>قالب</p></template><noscript>بلا برنامج</noscript><p>آخر</p>"
        "<iframe>إطار</iframe><dialog>حوار</dialog><svg><title>عنوان</title></svg>"
    )
    assert lines(body) == ["يرى", "آخر"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>أول<br>ثان<br/><br>ثالث", ["أول", "ثان", "ثالث"]),
        ("<h1>عنوان<br>طويل</h1><p>نص", ["عنوان طويل", "نص"]),
        ("<p>و<b>القاهرة</b> ال<i>جديدة</i></p>", ["والقاهرة الجديدة"]),
        ("<p>عام&nbsp;2017 &amp; &#1575;&laquo;نعم&raquo;", ["عام\u00a02017 & ا«نعم»"]),
        ("<p>مؤت&shy;مر &zwnj;ما", ["مؤت\u00adمر \u200cما"]),
        ("<p>  نص\n   على \t سطرين </p>", ["نص على سطرين"]),
        ("<pre>بيت\n  وبيت</pre>", ["بيت", "وبيت"]),
        ("<ruby>字<rt>حرف</rt></ruby> <ruby>字<rp>[</rp><rt>حرف</rt><rp>]</rp></ruby>",
         ["字(حرف) 字[حرف]"]),
        ("نص قبل<p>فقرة</p>نص بعد", ["نص قبل", "فقرة", "نص بعد"]),
        ("<p>قبل<img src=x>بعد", ["قبل بعد"]),
        ("<dl><dt>لفظ<dd>معنى</dl>", ["لفظ", "معنى"]),
        ("<select><option>واحد<option>اثنان</select>", ["واحد", "اثنان"]),
        ("<p>حرف\0وحرف", ["حرفوحرف"]),
        ("<p>3 < 5 و 7 > 2", ["3 < 5 و 7 > 2"]),
    ],
)  # fmt: skip
def test_text_is_read_as_a_browser_shows_it(body, expected):
    assert lines(body) == expected


def test_a_table_that_lays_out_a_page_makes_no_cells():
    page = "<table><tr><td><h2>عنوان</h2><p>نص</p><table><tr><td>خلية</td></tr></table></td></tr>"
    assert kinds(page) == [("heading", "عنوان"), ("paragraph", "نص"), ("cell", "خلية")]


@pytest.mark.parametrize(
    "page",
    [
        "<div>كلمة " * 5_000,
        "<b><i><a>كلمة " * 5_000,
        "<table><tr><td>كلمة " * 5_000,
        "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">" + "كلمة " * 5_000,
    ],
)
def test_no_word_is_lost_where_the_parser_gives_up(page):
    document = one("<html><body>" + page)
    assert len(document.text.split()) == 5_000
    assert codes(document) == ["flat-markup"]


@pytest.mark.parametrize(
    "page",
    [
        "<a " * 60_000,
        "<" * 300_000,
        "<!--" * 60_000,
        "<p a=\"'" * 60_000,
        "<template>" * 50_000 + "</video>" * 50_000,
        "<nav>x</nav><p>ا" + "\u064b" * 100_000,
        "<nav>x</nav><p>" + "ا" * 300_000,
        "&" * 200_000,
        JSON_LD + "[" * 100_000,
    ],
)
def test_hostile_markup_is_read_or_refused(page):
    assert_read_or_refused(read, page.encode())


def test_a_page_without_text_is_refused():
    with pytest.raises(InputError, match="no text"):
        one("<html><body><img src=x></body></html>")


@settings(max_examples=150, deadline=None)
@given(mangled([news().encode(), news().encode("cp1256"), news(article="<table><td>ا").encode()]))
def test_damaged_pages_are_read_or_refused(data):
    assert_read_or_refused(read, data)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"<!DOCTYPE html><p>", "html"),
        (b"\xef\xbb\xbf <!-- a --> <HTML>", "html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C">', "html"),
        (b"just <html> in text", "text"),
    ],
)
def test_a_web_page_is_known_by_its_first_tag(head, name):
    assert format_of("a", head).name == name
