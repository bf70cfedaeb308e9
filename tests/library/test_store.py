import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reader import analyze
from reader.core.types import Block, Notice, Span
from reader.errors import LibraryError
from reader.library import schema
from reader.library.places import default_path
from reader.library.rules import NoName
from reader.library.store import Library
from reader.resources import seed
from reader.service import Workspace

STORED = [Path(__file__).with_name(f"version_{n}.qari") for n in range(1, schema.VERSION)]


def test_an_article_comes_back_as_it_was_loaded(library, article):
    saved = article(
        "العنوان\nقال \ud800 شيئا\0 ثم سكت.",
        "news.zip#2017/a.html",
        "العنوان",
        "2017-10-31",
        author="كاتب",
        address="https://www.example.org/a",
        format="html",
        blocks=(Block(Span(0, 7), "title", 1),),
        notices=(Notice("pages", "two pages are pictures", 2),),
    )
    number = library.articles.save(saved).id
    assert library.articles.document(number) == saved
    assert library.articles.find(saved.id) == number


def test_the_same_text_twice_is_one_article_with_two_sources(library, article):
    first = library.articles.save(article("نص واحد", "a.txt"))
    again = library.articles.save(article("نص واحد", "https://example.org/b", "عنوان"))
    same = library.articles.save(article("نص واحد", "a.txt"))
    assert (first.new, again.new, same.new) == (True, False, False)
    assert first.id == again.id == same.id
    sources = library.articles.sources(first.id)
    assert [(s.source, s.title) for s in sources] == [
        ("a.txt", ""),
        ("https://example.org/b", "عنوان"),
    ]
    (row,) = library.articles.rows([first.id])
    assert (row.source, row.sources, row.title) == ("a.txt", 2, "نص واحد")


def test_an_analysis_comes_back_and_can_be_asked(library):
    document = Workspace().open(seed())
    analysis = analyze(document, engine="fast")
    number = library.articles.save(document).id
    assert library.analyses.stale(rules=0) == (number,)
    library.analyses.keep(number, analysis)
    assert library.analyses.load(number) == analysis
    assert library.analyses.stale(rules=0) == ()
    assert library.analyses.stale(rules=1) == (number,)
    person = library.articles.names(["PER"])[0]
    assert library.search.ids(person.query).ids == (number,)
    assert library.search.ids('place:"استانا"').ids == (number,)
    assert library.search.ids(library.articles.events()[0].query).ids == (number,)
    library.analyses.keep(number, replace(analysis, entities=(), mentions=(), events=()))
    assert library.search.ids(person.query).ids == ()


def test_lists_are_sorted_and_filtered(library, article):
    texts = [
        ("خبر أول", "https://alpha.example/1", "باء", "2017-10-31"),
        ("خبر ثان", "https://beta.example/2", "ألف", "2017-11-05"),
        ("خبر ثالث", "c.txt", "جيم", None),
    ]
    one, two, three = (s.id for s in library.articles.save_all([article(*t) for t in texts]))
    ids = library.search.ids
    assert ids().ids == (two, one, three)
    assert ids(sort="added", ascending=True).ids == (one, two, three)
    assert ids(sort="title", ascending=True).ids == (two, one, three)
    assert ids("source:beta.example").ids == (two,)
    assert ids("from:2017-11").ids == (two,)
    assert ids("قبل:2017-11-01").ids == (one,)
    library.articles.mark([two], read=True)
    assert ids("unread:yes").ids == (one, three)
    assert ids("جديد:لا").ids == (two,)
    library.articles.tag([one, three], "مُهمّ")
    assert ids("tag:مهم").ids == (one, three)
    assert ids("-tag:مهم").ids == (two,)
    assert ids("tag:مهم OR source:beta.example").ids == (two, one, three)
    assert library.search.count("tag:مهم") == 2
    assert library.articles.tags()[0].count == 2
    library.articles.untag([one], "مهم")
    library.articles.leave_at(three, 4)
    (row,) = library.articles.rows([three])
    assert (row.tags, row.position, row.unread) == (("مُهمّ",), 4, True)


def test_rows_come_in_the_order_asked_for_without_those_that_are_gone(library, article):
    one, two = (s.id for s in library.articles.save_all([article("أول"), article("ثان")]))
    assert [row.id for row in library.articles.rows([two, 99, one])] == [two, one]
    assert library.articles.remove([one, 99]) == 1
    assert [row.id for row in library.articles.rows([two, one])] == [two]
    assert library.search.ids("أول").ids == ()
    with pytest.raises(LibraryError, match=f"no article {one}"):
        library.articles.document(one)


def test_the_default_library_lies_in_the_users_data_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("QARI_DATA", str(tmp_path / "data"))
    with Library.open(default_path()) as library:
        assert library.path == tmp_path / "data" / "library.qari"


@pytest.mark.parametrize("stored", STORED, ids=lambda path: path.stem)
def test_an_older_library_is_brought_forward_with_all_that_it_holds(tmp_path, stored):
    path = tmp_path / "old.qari"
    shutil.copy(stored, path)
    version = schema.header_version(path)
    assert stored.stem == f"version_{version}"
    with Library.open(path) as library:
        (row, other) = library.articles.rows(library.search.ids().ids)
        assert (row.published, row.tags, row.position) == (date(2017, 10, 31), ("سلام",), 40)
        assert (row.sources, row.unread, other.unread) == (2, False, True)
        kept = library.notes.load(row.id)
        assert [h.note for h in kept.notebook.highlights] == ["ملاحظة أولى"]
        assert len(kept.notebook.bookmarks) == 1
        assert not kept.damaged
        assert library.notes.redo(row.id).corrections
        assert library.analyses.load(row.id).entities
        assert library.rules.load() == ((NoName("كلمة"),) if version > 1 else ())
        assert [job.files for job in library.imports.unfinished()] == ([2] if version > 1 else [])
        assert library.search.best("المحادثات").ids
        assert library.check().is_sound
    assert schema.header_version(path) == schema.VERSION


def test_a_library_of_a_later_version_is_refused_and_left_as_it_is(tmp_path):
    path = tmp_path / "new.qari"
    Library.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="later version") as told:
        Library.open(path)
    assert told.value.fault == "newer"
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["new.qari"]


@pytest.mark.parametrize("content", [b"not a library", b"SQLite format 3\0" + b"x" * 200])
def test_a_file_that_is_no_library_is_refused_and_left_as_it_is(tmp_path, content):
    path = tmp_path / "essay.txt"
    path.write_bytes(content)
    with pytest.raises(LibraryError, match="no library") as told:
        Library.open(path)
    assert told.value.fault == "foreign"
    assert path.read_bytes() == content


def test_an_other_programs_database_is_refused(tmp_path):
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url)")
    connection.close()
    with pytest.raises(LibraryError, match="no library"):
        Library.open(path)


def test_there_is_a_message_where_there_is_no_library(tmp_path):
    with pytest.raises(LibraryError, match="no such library"):
        Library.open(tmp_path / "none.qari", create=False)


def test_a_library_open_for_reading_says_so_and_refuses_to_write(library, article):
    number = library.articles.save(article("نص")).id
    with Library.open(library.path, read_only=True) as other:
        assert other.read_only
        assert "reading only" in other.notice
        assert other.articles.document(number).text == "نص"
        with pytest.raises(LibraryError, match="reading only") as told:
            other.articles.tag([number], "وسم")
    assert told.value.fault == "read_only"


def test_two_windows_see_what_each_other_writes(library, article):
    with Library.open(library.path) as other:
        one = library.articles.save(article("أول")).id
        two = other.articles.save(article("ثان")).id
        assert set(library.search.ids().ids) == set(other.search.ids().ids) == {one, two}


def test_a_window_that_waits_in_vain_says_who_is_in_the_way(library, article):
    with (
        Library.open(library.path, patience=0.01) as other,
        library.database.writing(),
        pytest.raises(LibraryError) as told,
    ):
        other.articles.save(article("نص"))
    assert told.value.fault == "busy"
    assert library.articles.save(article("نص")).new


FULL = """
import resource, sys
from pathlib import Path
from reader.core.notebook import Highlight
from reader.core.types import Span
from reader.errors import LibraryError
from reader.library.store import Library

with Library.open(Path(sys.argv[1])) as library:
    base = library.notes.load(1).notebook
    long = Highlight(Span(0, 2), "نص", "yellow", "x" * 100_000, "2026-01-01T00:00:00+00:00")
    note = base.with_highlight(long)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        library.notes.keep(1, note, base=base)
    except LibraryError as error:
        print(error.fault)
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert library.notes.load(1).notebook == base
    assert library.notes.keep(1, note, base=base) == note
    assert library.check().is_sound
"""


def test_a_disk_that_takes_no_more_is_told_and_the_note_can_be_kept_later(library, article):
    library.articles.save(article("نص"))
    library.close()
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(library.path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() in {"full", "unreachable"}
