"""What is kept of an article, on a real disk."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reader import notebooks
from reader.core.corrections.types import (
    AddMention,
    Anchor,
    RenameEntity,
    SetReferenceDate,
)
from reader.core.notebook import (
    Bookmark,
    Highlight,
    Notebook,
    notebook_from_json,
    notebook_to_json,
)
from reader.core.types import Document, Span
from reader.errors import ContractError, NotebookError
from reader.formats.text import from_text, load
from reader.resources import seed

ARTICLE = "وصل الوفد إلى تونس أمس."
AT = Anchor(Span(14, 18), "تونس", "GPE")


def test_a_name_that_no_file_can_have_has_no_notebook_beside_it():
    assert notebooks.beside(from_text(ARTICLE, source="a.zip#" + "a" * 5000)) is None


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "خبر.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return load(path)


def full(document):
    return Notebook(
        document.id,
        corrections=(
            AddMention(AT),
            RenameEntity((AT,), "الخضراء"),
            SetReferenceDate(date(2020, 2, 29)),
        ),
        highlights=(Highlight(Span(0, 3), "وصل", "green", "لاحظ\nهذا", "2026-11-24T10:00:00"),),
        bookmarks=(Bookmark(Span(0, 23), ARTICLE, "2026-11-24T10:00:00"),),
    )


def test_a_notebook_is_kept_beside_its_article_and_comes_back(article, tmp_path):
    kept = notebooks.save(article, full(article))
    assert kept == notebooks.Kept(tmp_path / "خبر.txt.qari.json")
    assert notebooks.load(article) == full(article)
    written = kept.path.read_text(encoding="utf-8")
    assert "الخضراء" in written
    assert json.loads(written)["version"] == 1


def test_nothing_is_kept_of_an_article_without_notes(article, tmp_path):
    notebooks.save(article, full(article))
    notebooks.save(article, Notebook(article.id))
    assert [p.name for p in tmp_path.iterdir()] == ["خبر.txt"]
    assert notebooks.load(article) == Notebook(article.id)


def test_a_member_whose_name_no_file_can_have_is_kept_by_its_content():
    document = replace(from_text("نص\n"), source=f"news.zip#{'م' * 300}")
    assert notebooks.beside(document) is None


@pytest.mark.parametrize("document", [from_text(ARTICLE), load(seed())], ids=["pasted", "seed"])
def test_what_has_no_file_of_its_own_is_kept_by_its_content(document):
    kept = notebooks.save(document, full(document))
    assert kept.path == notebooks.own_folder() / f"{document.id}.qari.json"
    assert not kept.problem
    assert notebooks.load(document) == full(document)


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format": "qari-notebook", "version": 2}',
        b'{"format": "qari-notebook", "version": 1}',
    ],
)
def test_a_damaged_notebook_is_kept_aside_and_named(article, tmp_path, damage):
    path = tmp_path / "خبر.txt.qari.json"
    for name in ("خبر.txt.damaged.qari.json", "خبر.txt.damaged1.qari.json"):
        path.write_bytes(damage)
        with pytest.raises(NotebookError) as caught:
            notebooks.load(article)
        assert caught.value.kept == tmp_path / name
        assert name in str(caught.value)
        assert (tmp_path / name).read_bytes() == damage
    assert notebooks.load(article) == Notebook(article.id)
    notebooks.save(article, full(article))
    assert (tmp_path / "خبر.txt.damaged.qari.json").read_bytes() == damage


def test_a_damaged_notebook_that_has_come_meanwhile_is_not_written_over(article, tmp_path):
    (tmp_path / "خبر.txt.qari.json").write_bytes(b"{")
    with pytest.raises(NotebookError, match="damaged"):
        notebooks.save(article, full(article))
    assert (tmp_path / "خبر.txt.damaged.qari.json").read_bytes() == b"{"
    notebooks.save(article, full(article))
    assert notebooks.load(article) == full(article)


def test_where_the_folder_cannot_be_written_the_users_own_is_used(article, tmp_path):
    place = tmp_path / "خبر.txt.qari.json"
    place.mkdir()  # nothing can take the place of a folder, not even for root
    kept = notebooks.save(article, full(article))
    assert kept.problem
    assert kept.path == notebooks.own_folder() / f"{article.id}.qari.json"
    assert notebooks.load(article) == full(article)
    place.rmdir()
    assert notebooks.load(article) == full(article)
    assert notebooks.save(article, full(article)) == notebooks.Kept(place)
    assert not kept.path.exists()


def test_where_nothing_can_be_written_it_is_said(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("QARI_DATA", str(tmp_path / "file"))
    document = from_text(ARTICLE)
    with pytest.raises(NotebookError, match="cannot be written"):
        notebooks.save(document, full(document))


KILLED = """
import os, sys
from pathlib import Path
from reader import notebooks
from reader.core.notebook import Notebook
from reader.formats.text import load

Path.replace = lambda self, target: os._exit(9)
document = load(Path(sys.argv[1]))
notebook = notebooks.load(document)
notebooks.save(document, Notebook(document.id, notebook.corrections[:1]))
"""


def test_a_crash_before_the_last_step_leaves_what_was_there(article):
    notebooks.save(article, full(article))
    done = subprocess.run([sys.executable, "-c", KILLED, article.source], check=False)
    assert done.returncode == 9
    assert notebooks.load(article) == full(article)
    notebooks.save(article, Notebook(article.id, full(article).corrections))
    assert notebooks.load(article).highlights == ()


def test_marks_of_one_place_take_each_others_place_and_stay_in_text_order():
    first, second = Span(0, 3), Span(4, 9)
    green = Highlight(second, "الوفد", "green", "", "")
    pink = Highlight(second, "الوفد", "pink", "", "")
    yellow = Highlight(first, "وصل", "yellow", "", "")
    book = Notebook("").with_highlight(green).with_highlight(yellow).with_highlight(pink)
    assert book.highlights == (yellow, pink)
    assert book.without_highlight(first).highlights == (pink,)
    marked = book.with_bookmark(Bookmark(first, "وصل", ""))
    assert marked.without_bookmark(first) == book


@pytest.mark.parametrize("key", ["document", "corrections", "highlights", "bookmarks"])
def test_a_notebook_that_lacks_something_is_refused(key):
    written = notebook_to_json(full(from_text(ARTICLE)))
    del written[key]
    with pytest.raises(ContractError, match=key):
        notebook_from_json(written)


@pytest.mark.parametrize(
    "highlight",
    [{}, 1, {"span": [3, 0], "words": "", "color": "green", "note": "", "written": ""},
     {"span": [0, 3], "words": "", "color": "black", "note": "", "written": ""}],
)  # fmt: skip
def test_a_highlight_that_is_none_is_refused(highlight):
    written = notebook_to_json(Notebook("")) | {"highlights": [highlight]}
    with pytest.raises(ContractError):
        notebook_from_json(written)


def test_a_document_whose_file_is_gone_is_kept_by_its_content(tmp_path):
    document = Document("0" * 64, str(tmp_path / "gone.txt"), None, ARTICLE)
    assert notebooks.save(document, full(document)).path.parent == Path(notebooks.own_folder())
