import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.core.notebook import Highlight
from reader.core.types import Span
from reader.errors import LibraryError
from reader.library.backup import Backups, kept_of
from reader.library.rules import NoName
from reader.library.store import Library
from reader.library.types import Backup


@pytest.fixture
def number(library, article):
    number = library.articles.save(article("نص فيه محادثات")).id
    base = library.notes.load(number).notebook
    mark = Highlight(Span(0, 2), "نص", "yellow", "ملاحظة", "2026-01-01T00:00:00+00:00")
    library.notes.keep(number, base.with_highlight(mark), base=base)
    library.articles.tag([number], "وسم")
    library.articles.mark([number], read=True)
    library.rules.add(NoName("كلمة"))
    return number


def change(path, statement):
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(statement)
    connection.close()


@pytest.mark.usefixtures("number")
def test_a_sound_library_is_told_to_be_sound(library):
    found = library.check()
    assert (found.articles, found.is_sound) == (1, True)


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE article SET title = 'other'", "article"),
        ("DELETE FROM article", "article"),
        ("UPDATE content SET body = x'00'", "content"),
        ("UPDATE source SET source = 'other'", "source"),
        ("UPDATE kept SET body = x'7b7d'", "kept"),
        ("DELETE FROM kept", "kept"),
        ("DELETE FROM notebook", "notebook"),
        ("UPDATE tag SET name = 'other'", "tag"),
        ("DELETE FROM tag", "tag"),
        ("UPDATE reading SET unread = 1", "reading"),
        ("UPDATE rule SET body = x'7b7d'", "rule"),
        ("DELETE FROM rule", "rule"),
        ("UPDATE journal SET words = 'other'", "journal"),
        ("UPDATE seal SET rows = rows + 1 WHERE name = 'tag'", "tag"),
    ],
)
@pytest.mark.usefixtures("number")
def test_a_change_that_we_did_not_make_shows(library, statement, table):
    library.close()
    change(library.path, statement)
    with Library.open(library.path) as again:
        assert table in {damage.table for damage in again.check().damaged}


def test_damage_of_the_users_own_shows_when_the_library_is_opened(library, number):
    library.close()
    change(library.path, "UPDATE kept SET body = x'7b7d'")
    with Library.open(library.path) as again:
        assert [d.table for d in again.damaged] == ["kept"]
        assert again.repair().is_sound
        assert again.notes.load(number).damaged == ()
        assert again.notes.aside()[0].words == "{}"


def test_what_articles_are_sorted_by_is_examined_and_made_anew(library, number):
    change(library.path, "UPDATE article SET day = '1999-01-01', sort_title = 'x'")
    assert library.check().index
    assert library.repair().is_sound
    (row,) = library.articles.rows([number])
    assert row.day is None


def test_an_index_that_is_lost_is_made_anew(library, number):
    change(library.path, "INSERT INTO search (search) VALUES ('delete-all')")
    assert library.search.best("محادثات").ids == ()
    library.repair()
    assert library.search.best("محادثات").ids == (number,)


def test_an_index_of_other_keys_is_made_anew_at_opening(library, number):
    library.close()
    change(library.path, "UPDATE setting SET value = 'other' WHERE name = 'words'")
    change(library.path, "INSERT INTO search (search) VALUES ('delete-all')")
    with Library.open(library.path) as again:
        assert again.search.best("محادثات").ids == (number,)


def test_a_backup_is_made_when_something_has_changed_for_a_while(library, number):
    assert library.backups.is_due()
    made = library.backups.make()
    assert made.verified
    later = datetime.now(UTC) + timedelta(minutes=31)
    assert not library.backups.is_due(now=later)
    library.articles.tag([number], "آخر")
    assert not library.backups.is_due()
    assert library.backups.is_due(now=later)


def test_a_library_is_restored_and_what_was_there_is_put_aside(library, number):
    backup = library.backups.make()
    library.articles.remove([number])
    library.close()
    aside = Backups(library.path).restore(backup)
    with Library.open(library.path) as again:
        assert again.articles.rows([number])[0].tags == ("وسم",)
        assert again.check().is_sound
    with Library.open(aside) as before:
        assert before.search.count() == 0


@pytest.mark.usefixtures("number")
def test_a_library_that_cannot_be_opened_is_restored(library):
    backup = library.backups.make()
    library.close()
    damaged = b"\0" * 5000 + library.path.read_bytes()[5000:]
    library.path.write_bytes(damaged)
    with pytest.raises(LibraryError):
        Library.open(library.path)
    aside = Backups(library.path).restore(backup)
    assert aside.read_bytes() == damaged
    with Library.open(library.path) as again:
        assert again.check().is_sound
        assert again.search.count() == 1


@pytest.mark.usefixtures("number")
def test_a_library_that_is_being_written_is_not_restored_over(library):
    backup = library.backups.make()
    with library.database.writing(), pytest.raises(LibraryError, match="another"):
        Backups(library.path).restore(backup)
    assert library.search.count() == 1


@pytest.mark.usefixtures("number")
def test_a_backup_of_a_damaged_library_is_not_among_the_good_ones(library):
    good = library.backups.make()
    change(library.path, "UPDATE kept SET body = x'7b7d'")
    bad = library.backups.make()
    assert [(b.path, b.verified) for b in library.backups.list()] == [
        (bad.path, False),
        (good.path, True),
    ]
    library.close()
    with pytest.raises(LibraryError, match="damaged"):
        library.backups.restore(bad)


def test_a_backup_is_made_before_a_migration(tmp_path):
    path = tmp_path / "old.qari"
    shutil.copy(Path(__file__).with_name("version_1.qari"), path)
    Library.open(path).close()
    (backup,) = Backups(path).list()
    assert backup.verified


def test_backups_are_thinned_to_recent_daily_weekly_and_always_two_good_ones(tmp_path):
    start = datetime(2026, 6, 1, tzinfo=UTC)
    every = [
        Backup(tmp_path / str(n), (start + timedelta(hours=n)).isoformat(), 1, verified=True)
        for n in range(24 * 100)
    ]
    kept = sorted(kept_of(every[::-1]), key=lambda b: b.made)
    assert len(kept) <= 6 + 7 + 8
    assert kept[-1] == every[-1]
    assert (start + timedelta(days=100) - datetime.fromisoformat(kept[0].made)).days >= 42
    bad = [Backup(tmp_path / f"x{n}", b.made, 1, verified=False) for n, b in enumerate(every[-9:])]
    assert set(every[:2]) <= kept_of([*bad[::-1], *every[1::-1]])
