import json

import pytest

from reader.core.notebook import Highlight, Notebook
from reader.core.types import Span
from reader.errors import InputError, LibraryError
from reader.library.exporting import export, take
from reader.library.importing import BATCH
from reader.library.rules import NoName
from reader.library.store import Library

MARK = Highlight(Span(0, 2), "نص", "yellow", "ملاحظة", "2026-01-01T00:00:00+00:00")


@pytest.fixture
def read(article):
    def opened(source):
        if source == "bad":
            raise InputError("bad", "it is no article")
        for number in range(int(source)):
            if number == 3:
                yield InputError(f"{source}#3", "it is empty")
            yield article(f"نص {source} {number}", f"{source}#{number}")

    return opened


def test_files_are_taken_in_and_what_is_refused_is_told(library, read):
    heard = []
    job = library.imports.start(["2", "bad", "5", "2"], "مجلد")
    done = library.imports.run(job, read, progress=heard.append)
    assert (done.state, done.files, done.done) == ("done", 4, 4)
    assert (done.articles, done.new, done.refused) == (9, 7, 2)
    assert [r.source for r in library.imports.refusals(job)] == ["bad", "5#3"]
    assert heard[-1].done == 4
    assert library.search.count() == 7
    assert library.imports.unfinished() == ()


def test_an_import_that_was_cut_short_goes_on(library, read):
    job = library.imports.start(["2", "500", "3"])
    heard = []

    def dies(source):
        for number, found in enumerate(read(source)):
            if number == 3 * BATCH:
                raise KeyboardInterrupt
            yield found

    with pytest.raises(KeyboardInterrupt):
        library.imports.run(job, dies, progress=heard.append)
    library.close()
    with Library.open(library.path) as again:
        assert 0 < again.search.count() < 300
        (left,) = again.imports.unfinished()
        assert (left.id, left.done) == (job, 1)
        done = again.imports.run(left.id, read)
        assert (done.state, done.done, again.search.count()) == ("done", 3, 505)
        assert [r.source for r in again.imports.refusals(job)] == ["500#3"]


def test_an_import_is_cancelled_at_any_article_and_goes_on_later(library, read):
    job = library.imports.start(["100", "100"])
    for at in range(0, 90, 30):
        asked = iter(range(10**6))
        stopped = library.imports.run(job, read, cancelled=lambda a=at, n=asked: next(n) >= a)
        assert stopped.state == "running"
        assert library.check().is_sound
    assert library.imports.run(job, read).state == "done"
    assert library.search.count() == 100
    other = library.imports.start(["2"])
    library.imports.cancel(other)
    assert library.imports.run(other, read).state == "cancelled"


def test_what_was_kept_beside_an_article_is_taken_in(library, read):
    job = library.imports.start(["1"])
    library.imports.run(job, read, notebook=lambda d: Notebook(d.id).with_highlight(MARK))
    (number,) = library.search.ids().ids
    assert library.notes.load(number).notebook.highlights == (MARK,)


def test_a_whole_library_moves_as_json_lines(library, article, tmp_path):
    one, two = (
        s.id
        for s in library.articles.save_all(
            [article("نص \ud800 أول", "a.txt", None, "2017-10-31"), article("نص ثان")]
        )
    )
    library.articles.save(article("نص ثان", "https://example.org/b", "عنوان"))
    base = library.notes.load(one).notebook
    library.notes.keep(one, base.with_highlight(MARK), base=base)
    library.articles.tag([one], "وسم")
    library.articles.mark([two], read=True)
    library.articles.leave_at(two, 3)
    library.rules.add(NoName("كلمة"))
    path = tmp_path / "all.jsonl"
    assert export(library, path).articles == 2
    with Library.open(tmp_path / "other.qari") as other:
        assert take(other, path).articles == 2
        again = other.articles.rows(other.search.ids(sort="added", ascending=True).ids)
        before = library.articles.rows([one, two])
        assert [(r.tags, r.unread, r.position, r.kept) for r in again] == [
            (r.tags, r.unread, r.position, r.kept) for r in before
        ]
        assert other.articles.document(again[0].id) == library.articles.document(one)
        assert other.notes.load(again[0].id) == library.notes.load(one)
        assert [s.source for s in other.articles.sources(again[1].id)] == [
            "",
            "https://example.org/b",
        ]
        assert other.rules.load() == (NoName("كلمة"),)
        take(other, path)
        assert other.search.count() == 2
        assert other.check().is_sound


def test_lines_that_are_no_articles_are_refused_and_the_others_taken(library, article, tmp_path):
    path = tmp_path / "all.jsonl"
    library.articles.save(article("نص"))
    export(library, path)
    with path.open("a") as file:
        file.write('{"document": 1}\nnot json\n' + json.dumps({}) + "\n")
    with Library.open(tmp_path / "other.qari") as other:
        moved = take(other, path)
        assert (moved.articles, len(moved.refused)) == (1, 3)
    path.write_text("{}")
    with pytest.raises(LibraryError, match="no qari-library"):
        take(library, path)
