"""Tables, JSON, packages and lists of feeds that other programs wrote; see make_records.py."""

from pathlib import Path

import make_records
import pytest

from reader.formats.base import Reading
from reader.formats.opening import open_bytes
from reader.formats.opml import feeds

FILES = make_records.FILES
NAMES = sorted(path.name for path in FILES.iterdir() if path.name != "records.tsv")
RECORDS = [name for name in NAMES if not name.endswith((".opml", ".zip"))]


def opened(name):
    return list(open_bytes((FILES / name).read_bytes(), Reading(name)))


def test_every_kind_has_files_of_ten_programs_or_settings():
    endings = [Path(name).suffix for name in NAMES]
    tables = endings.count(".csv") + endings.count(".tsv")
    lines = endings.count(".jsonl") + endings.count(".ndjson")
    assert min(tables, lines, *(endings.count(e) for e in (".json", ".zip", ".opml"))) >= 10


@pytest.mark.parametrize("name", [name for name in RECORDS if name != "trafilatura.jsonl"])
def test_every_record_is_an_article_whole_and_in_its_order(name):
    expected = make_records.articles()
    found = opened(name)
    codec = "cp1256" if "1256" in name else "utf-8"  # windows-1256 has no Arabic figures
    texts = [a["text"].encode(codec, "replace").decode(codec) for a in expected]
    assert [d.text for d in found] == texts
    assert [(d.title, d.author, d.address) for d in found] == [
        (a["title"], a["author"], a["url"]) for a in expected
    ]
    assert [d.published.isoformat() for d in found] == [a["published"] for a in expected]


def test_pages_that_a_crawler_has_read_are_whole():
    expected = make_records.articles()
    assert [d.text for d in opened("trafilatura.jsonl")] == [
        f"{a['title']}\n{a['text']}" for a in expected
    ]


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".zip")])
def test_every_member_of_a_package_is_read_under_its_name(name):
    found = opened(name)
    assert [d.source for d in found] == [f"{name}#خبر {n}.txt" for n in (1, 2, 3)]
    expected = make_records.articles()
    assert [d.text for d in found] == [f"{a['title']}\n{a['text']}\n" for a in expected]


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".opml")])
def test_every_feed_of_a_list_is_found(name):
    found = feeds((FILES / name).read_bytes(), name)
    assert [feed.address for feed in found] == [address for _, address in make_records.FEEDS]
    untitled = {"newsboat.opml", "rss2email.opml", "elfeed.opml", "liferea.opml"}
    if name not in untitled:
        assert [feed.title for feed in found] == [title for title, _ in make_records.FEEDS]
