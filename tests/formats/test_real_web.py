"""One article, written by programs that are not ours, in every format that comes from the web.

What each program is and how it was made to write stands in docs/formats.md.
"""

from pathlib import Path

import pytest
from mangled import assert_blocks_right

from reader.core.types import Document
from reader.formats.base import Reading
from reader.formats.kinds import HEAD, format_of, load

FILES = Path(__file__).with_name("files")
ARTICLE = (FILES / "web-article.txt").read_text("utf-8").splitlines()
FORMATS = {
    "feed": {"feed", "jsonfeed"},
    "html": {"html"},
    "mail": {"mail"},
    "markdown": {"markdown"},
    "mbox": {"mbox"},
    "warc": {"warc"},
}
NAMES = sorted(path.name for path in FILES.iterdir() if path.name.partition("-")[0] in FORMATS)


def articles(name):
    data = (FILES / name).read_bytes()
    known = format_of(name, data[:HEAD])
    assert known.name in FORMATS[name.partition("-")[0]]
    return [item for item in load(known)(data, Reading(name)) if isinstance(item, Document)]


@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_read_in_its_order_and_paragraph(name):
    document = articles(name)[0]
    assert document.text.split("\n") == ARTICLE
    assert_blocks_right(document)
    assert document.blocks[0].kind == "title"
    assert document.title == ARTICLE[0]


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("mbox-")])
def test_a_mailbox_gives_both_its_messages(name):
    first, second = articles(name)
    assert second.text == first.text


def test_a_document_in_a_message_is_read_as_well():
    for name in ("mail-mpack.eml", "mail-mutt-1256.eml"):
        message, attached = articles(name)
        assert attached.format == "docx"
        assert attached.text.split("\n") == message.text.split("\n")


@pytest.mark.parametrize(
    "name",
    ["feed-django.rss", "feed-feedgen.atom", "feed-node.json", "html-chromium-dom.html",
     "html-pelican.html", "mail-nodemailer.eml", "warc-wget.warc.gz"],
)  # fmt: skip
def test_the_day_is_the_articles_own(name):
    assert str(articles(name)[0].published) == "2017-10-31"
