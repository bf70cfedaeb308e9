import json
from datetime import date

import pytest
from hypothesis import given, settings
from mangled import assert_blocks_right, assert_read_or_refused, mangled

from reader.core.types import Document
from reader.errors import InputError
from reader.formats import feed, jsonfeed, opml
from reader.formats.base import Reading
from reader.formats.kinds import format_of

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>صحيفة البلد</title>
<link>https://news.example/</link>
<item><title>ختام محادثات &lt;b&gt;أستانا&lt;/b&gt;</title><link>/2017/a</link>
<dc:creator>رامي سليمان</dc:creator><pubDate>Tue, 31 Oct 2017 22:00:00 +0300</pubDate>
<description>موجز الخبر</description><content:encoded><![CDATA[<h2>الختام</h2><p>انتهت
المحادثات&nbsp;اليوم.</p><ul><li>روسيا</li></ul><script>x</script>]]></content:encoded></item>
<item><title>خبر ثان</title><description>نص الخبر الثاني بلا زيادة.</description></item>
<item><link>https://news.example/empty</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>صحيفة</title><entry>
<title>عنوان</title><link href="https://news.example/b"/><author><name>هدى</name></author>
<published>2017-10-31T23:00:00+03:00</published><updated>2017-11-02T00:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>فقرة <b>أ</b>ولى</p>
<blockquote>قول</blockquote></div></content></entry></feed>"""
JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "صحيفة",
    "authors": [{"name": "التحرير"}],
    "items": [
        {"id": "https://news.example/c", "title": "عنوان", "content_html": "<p>أ<p>ب",
         "date_published": "2017-10-31T10:00:00Z"},
        {"id": "2", "content_text": "سطر\nوسطر", "authors": [{"name": "هدى"}, {"name": "علي"}]},
        3,
    ],
}  # fmt: skip
OPML = """<opml version="2.0"><body><outline text="عربي"><outline text="أ" type="rss"
 xmlUrl="https://a.example/rss"/><outline title="ب" xmlUrl="https://b.example/"/></outline>
<outline text="أ ثانية" xmlUrl="https://a.example/rss"/><outline xmlUrl="file:///etc/passwd"/>
</body></opml>"""


def read(module, text):
    items = list(module.read(text if isinstance(text, bytes) else text.encode(), Reading("f")))
    for item in items:
        if isinstance(item, Document):
            assert_blocks_right(item)
    return items


def test_a_day_that_is_no_day_is_left_out():
    first, *_ = read(feed, RSS.format(encoding="utf-8").replace("Tue, 31 Oct 2017", "الثلاثاء"))
    assert first.published is None


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "utf-16"])
def test_every_item_of_rss_is_an_article_in_full(encoding):
    first, second, empty = read(feed, RSS.format(encoding=encoding).encode(encoding))
    assert first.text == "ختام محادثات أستانا\nالختام\nانتهت المحادثات\u00a0اليوم.\nروسيا"
    assert [b.kind for b in first.blocks] == ["title", "heading", "paragraph", "list_item"]
    assert first.title == "ختام محادثات أستانا"
    assert first.author == "رامي سليمان"
    assert first.published == date(2017, 10, 31)
    assert first.address == "https://news.example/2017/a"
    assert first.source == "f#1"
    assert second.text == "خبر ثان\nنص الخبر الثاني بلا زيادة."
    assert isinstance(empty, InputError)


def test_atom_is_read_with_its_day_of_publication():
    [entry] = read(feed, ATOM)
    assert entry.text == "عنوان\nفقرة أولى\nقول"
    assert [b.kind for b in entry.blocks] == ["title", "paragraph", "quote"]
    assert entry.published == date(2017, 10, 31)
    assert (entry.author, entry.address) == ("هدى", "https://news.example/b")


def test_json_feed_is_read():
    first, second, third = read(jsonfeed, json.dumps(JSON))
    assert first.text == "عنوان\nأ\nب"
    assert (first.author, first.address) == ("التحرير", "https://news.example/c")
    assert first.published == date(2017, 10, 31)
    assert (second.text, second.author) == ("سطر\nوسطر", "هدى، علي")
    assert isinstance(third, InputError)


@pytest.mark.parametrize(
    "text",
    [
        RSS.format(encoding="utf-8").replace("موجز الخبر", "أ & ب"),
        RSS.format(encoding="utf-8").replace("</channel></rss>", ""),
        RSS.format(encoding="utf-8").replace("خبر ثان", "خبر&nbsp;ثان"),
    ],
)
def test_a_damaged_feed_is_read_and_told(text):
    items = [item for item in read(feed, text) if isinstance(item, Document)]
    assert "نص الخبر الثاني بلا زيادة." in items[1].text
    assert [n.code for n in items[0].notices] == ["damaged-feed"]


@pytest.mark.parametrize(
    "entity",
    [
        '<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">',
        '<!ENTITY b "' + "ا" * 10_000 + '">',
        '<!ENTITY b SYSTEM "file:///etc/passwd">',
    ],
)
def test_entities_are_refused(entity):
    bomb = f"<!DOCTYPE rss [{entity}]>" + RSS.replace("موجز", "&b;" * 1000)[38:]
    with pytest.raises(InputError, match="entities"):
        read(feed, bomb)
    assert_read_or_refused(opml.read, f"<!DOCTYPE opml [{entity}]>{OPML}".encode())


def test_a_list_of_feeds_says_that_it_is_one():
    with pytest.raises(InputError, match="list of 2 feeds"):
        read(opml, OPML)
    first, second = opml.feeds(OPML.encode(), "f")
    assert (first.title, first.address, first.folder) == ("أ", "https://a.example/rss", ("عربي",))
    assert second.title == "ب"


@pytest.mark.parametrize(
    ("module", "text"),
    [
        (feed, "<rss/>"),
        (feed, "نص"),
        (jsonfeed, "{"),
        (jsonfeed, "[" * 100_000),
        (jsonfeed, '{"items": []}'),
        (opml, "<html/>"),
    ],
)
def test_what_is_no_feed_is_refused(module, text):
    with pytest.raises(InputError):
        read(module, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (RSS.format(encoding="utf-8"), "feed"),
        ("<!-- a --><rdf:RDF xmlns:rdf='x'>", "feed"),
        (ATOM, "feed"),
        (json.dumps(JSON), "jsonfeed"),
        (OPML, "opml"),
        ("<p>نص عن <rss> وغيره", "text"),
    ],
)
def test_feeds_are_known_by_their_first_bytes(text, name):
    assert format_of("a.xml", text.encode()).name == name


@pytest.mark.parametrize(
    "hostile", ["<a " * 30_000, "&" * 50_000, "<a>" * 30_000, "<![CDATA[" * 30_000, "&#x10FFFF;"]
)
def test_hostile_feeds_are_read_or_refused(hostile):
    assert_read_or_refused(
        feed.read, f"<rss version='2.0'><channel><item><title>{hostile}".encode()
    )


@settings(max_examples=150, deadline=None)
@given(mangled([RSS.format(encoding="utf-8").encode(), ATOM.encode()]))
def test_damaged_feeds_are_read_or_refused(data):
    assert_read_or_refused(feed.read, data)


@settings(max_examples=100, deadline=None)
@given(mangled([json.dumps(JSON).encode(), OPML.encode()]))
def test_damaged_lists_are_read_or_refused(data):
    assert_read_or_refused(jsonfeed.read, data)
    assert_read_or_refused(opml.read, data)
