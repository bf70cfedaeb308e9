import sqlite3
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.core.corrections.types import AddMention, Anchor
from reader.core.notebook import Bookmark, Highlight
from reader.core.types import Span
from reader.errors import LibraryError
from reader.library.store import Library


def highlight(at, note="ملاحظة"):
    return Highlight(Span(at, at + 2), "نص", "yellow", note, "2026-01-01T00:00:00+00:00")


@pytest.fixture
def number(library, article):
    return library.articles.save(article("نص طويل لا بأس به")).id


def write(library, number, change, words=""):
    base = library.notes.load(number).notebook
    return library.notes.keep(number, change(base), base=base, words=words)


def test_a_notebook_is_kept_and_each_change_can_be_undone_after_a_restart(library, number):
    empty = library.notes.load(number).notebook
    one = write(library, number, lambda n: n.with_highlight(highlight(3)), "تظليل")
    correction = AddMention(Anchor(Span(0, 2), "نص", "PER"))
    two = write(library, number, lambda n: replace(n, corrections=(correction,)), "تصحيح")
    library.close()
    with Library.open(library.path) as again:
        assert again.notes.load(number).notebook == two
        assert [s.words for s in again.notes.steps(number)[0]] == ["تصحيح", "تظليل"]
        assert again.notes.undo(number) == one
        assert again.notes.undo(number) == empty
        assert again.notes.undo(number) is None
        assert again.notes.redo(number) == one
        assert [s.words for s in again.notes.steps(number)[1]] == ["تصحيح"]
        assert again.articles.rows([number])[0].kept == 1


def test_a_hundred_steps_and_more_can_be_undone(library, number):
    first = library.notes.load(number).notebook
    for at in range(101):
        write(library, number, lambda n, at=at: n.with_highlight(highlight(at, str(at))))
    for _ in range(101):
        now = library.notes.undo(number)
    assert now == first
    assert library.notes.undo(number) is None
    assert len(library.notes.steps(number)[1]) == 101


def test_what_two_windows_write_is_all_kept(library, number):
    base = library.notes.load(number).notebook
    with Library.open(library.path) as other:
        other.notes.keep(number, base.with_highlight(highlight(0)), base=base)
    mark = Bookmark(Span(4, 6), "وي", "2026-01-01T00:00:00+00:00")
    kept = library.notes.keep(number, base.with_bookmark(mark), base=base)
    assert (kept.highlights, kept.bookmarks) == ((highlight(0),), (mark,))


def damage(library, statement, *values):
    connection = sqlite3.connect(library.path)
    with connection:
        connection.execute(statement, values)
    connection.close()


def test_a_damaged_note_is_told_and_set_aside_never_shown_or_written_over(library, number):
    write(library, number, lambda n: n.with_highlight(highlight(0, "first")))
    write(library, number, lambda n: n.with_highlight(highlight(3, "second")))
    damage(
        library,
        "UPDATE kept SET body = CAST(replace(CAST(body AS TEXT), 'first', 'fjrst') AS BLOB)",
    )
    kept = library.notes.load(number)
    assert [h.note for h in kept.notebook.highlights] == ["second"]
    (told,) = kept.damaged
    assert "fjrst" in told.words
    write(library, number, lambda n: n.with_highlight(highlight(6, "third")))
    after = library.notes.load(number)
    assert ([h.note for h in after.notebook.highlights], after.damaged) == (["second", "third"], ())
    assert "fjrst" in library.notes.aside()[0].words


def test_a_note_that_is_gone_is_told(library, number):
    write(library, number, lambda n: n.with_highlight(highlight(0)))
    damage(library, "DELETE FROM kept")
    (told,) = library.notes.load(number).damaged
    assert (told.table, told.article) == ("notebook", number)


def test_a_damaged_step_is_told_and_set_aside(library, number):
    write(library, number, lambda n: n.with_highlight(highlight(0, "one")))
    write(library, number, lambda n: n.with_highlight(highlight(3, "two")))
    damage(library, "UPDATE journal SET words = 'x' WHERE id = 2")
    with pytest.raises(LibraryError, match="damaged"):
        library.notes.undo(number)
    assert library.notes.undo(number).highlights == (highlight(3, "two"),)
    assert library.notes.aside()[0].table == "journal"


def test_a_note_on_no_article_is_refused(library):
    with pytest.raises(LibraryError, match="no article 99"):
        library.notes.load(99)


MOVES = st.lists(st.integers(0, 9) | st.sampled_from(["undo", "redo"]), max_size=25)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(moves=MOVES)
def test_edits_undone_and_redone_end_equal(library, article, moves):
    number = library.articles.save(article(f"نص {len(library.search.ids().ids)}")).id
    states, at = [library.notes.load(number).notebook], 0
    for step, move in enumerate(moves):
        if move == "undo":
            at = max(at - 1, 0)
            library.notes.undo(number)
        elif move == "redo":
            at = min(at + 1, len(states) - 1)
            library.notes.redo(number)
        else:
            made = write(
                library, number, lambda n, m=move, s=step: n.with_highlight(highlight(m, str(s)))
            )
            del states[at + 1 :]
            states.append(made)
            at += 1
        assert library.notes.load(number).notebook == states[at]
