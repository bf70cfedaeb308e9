import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from reader import launch, libraries
from reader.library.rules import IsOfType
from reader.library.store import Library

FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>أخبار</title>
<link>https://example.org/</link>{}</channel></rss>"""
ENTRY = """<item><title>{0}</title><link>https://example.org/{1}</link>
<pubDate>Tue, 31 Oct 2017 10:00:00 GMT</pubDate><description>قال المتحدث إن {0} في صنعاء.
</description></item>"""


class _Answers(BaseHTTPRequestHandler):
    entries = 1

    def do_GET(self):
        tag = f'"{self.entries}"'
        if self.path == "/robots.txt":
            self.send_error(404)
        elif self.headers.get("If-None-Match") == tag:
            self.send_response(304)
            self.end_headers()
        else:
            items = "".join(ENTRY.format(f"الخبر رقم {n}", n) for n in range(self.entries))
            self.send_response(200)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("ETag", tag)
            self.end_headers()
            self.wfile.write(FEED.format(items).encode())

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def server():
    made = ThreadingHTTPServer(("127.0.0.1", 0), type("Answers", (_Answers,), {}))
    thread = threading.Thread(target=made.serve_forever)
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


def test_a_feed_is_asked_only_for_what_is_new(library, server):
    address = f"http://127.0.0.1:{server.server_port}/feed"
    assert libraries.refresh(library, address, allow_private=True).new == 1
    assert not libraries.refresh(library, address, allow_private=True).changed
    server.RequestHandlerClass.entries = 3
    again = libraries.refresh(library, address, allow_private=True)
    assert (again.new, again.changed) == (2, True)
    assert [feed.address for feed in library.feeds.list()] == [address]
    assert library.search.count("خبر on:2017-10-31") == 3
    library.feeds.remove(address)
    assert library.feeds.list() == ()
    assert library.check().is_sound


def test_what_has_no_analysis_or_an_older_one_than_the_rules_is_analyzed(library, article):
    number = library.articles.save(article("قال دي ميستورا في جنيف إن المحادثات بدأت.")).id
    assert libraries.analyze_stale(library, engine="fast") == 1
    assert libraries.analyze_stale(library, engine="fast") == 0
    library.rules.add(IsOfType("دي ميستورا", "ORG"))
    heard = []
    done = libraries.analyze_stale(library, engine="fast", progress=lambda *n: heard.append(n))
    assert (done, heard) == (1, [(1, 0)])
    mention = library.analyses.load(number).mentions[0]
    assert (mention.type, mention.span.of("قال دي ميستورا")) == ("ORG", "دي ميستورا")


def test_the_command_line_keeps_finds_and_moves_articles(tmp_path, capsys):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("وصل الوفد إلى صنعاء.\nوجرت المُحادثات.", encoding="utf-8")
    (folder / "b.txt").write_bytes(b"")
    path = tmp_path / "my.qari"

    def qari(*words):
        status = launch.main(["library", words[0], "--library", str(path), *words[1:]])
        said = capsys.readouterr()
        return status, said.out, said.err

    status, out, err = qari("add", str(folder))
    assert status == 1
    assert "1 new of 1 articles" in out
    assert "b.txt" in err
    status, out, _ = qari("search", "محادثات")
    assert status == 0
    assert "المُحادثات" in out
    assert qari("search", "زلزال")[0] == 1
    qari("tag", "يمن", "صنعاء")
    assert "#يمن" in qari("list", "tag:يمن")[1]
    assert qari("export", str(tmp_path / "all.jsonl"))[0] == 0
    assert qari("check")[:2] == (0, "1 articles\n")
    assert qari("backup")[0] == 0
    name = qari("restore")[1].split()[0]
    qari("tag", "--remove", "يمن", "1")
    assert qari("list", "tag:يمن")[1] == ""
    assert qari("restore", name)[0] == 0
    assert "#يمن" in qari("list", "tag:يمن")[1]
    with Library.open(tmp_path / "other.qari") as other:
        libraries.take(other, tmp_path / "all.jsonl")
        assert other.search.count("tag:يمن") == 1


def test_a_file_that_is_no_library_is_refused_by_the_command_line(tmp_path, capsys):
    path = tmp_path / "essay.txt"
    path.write_text("نص")
    assert launch.main(["library", "list", "--library", str(path)]) == 1
    assert "no library" in capsys.readouterr().err
