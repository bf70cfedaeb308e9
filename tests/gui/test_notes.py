"""Notes, highlights and bookmarks in the real window."""

from pathlib import Path

import pytest
from panel_article import type_in
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMenu

from reader import notebooks
from reader.core.notebook import COLORS, Bookmark, Highlight, Notebook
from reader.core.types import Span
from reader.formats.text import load
from reader.gui.features.notes import NotesFeature
from reader.gui.main_window import MainWindow
from reader.gui.models.notes_model import NotesModel, Role, note_rows
from reader.gui.models.search import FoldedFilter
from reader.gui.views.note_dialog import NoteDialog
from reader.gui.views.notes_panel import NotesPanel

ARTICLE = "وصل الوفد إلى تونس أمس.\nوقال الرئيس إن الاجتماع كان جيدا.\nثم غادر الوفد."
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def article(qtbot, window, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    window.set_language("en")
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.open_path(path)
    return window


def at(words):
    return Span(ARTICLE.index(words), ARTICLE.index(words) + len(words))


def notes(window):
    return next(f for f in window.features if isinstance(f, NotesFeature))


def kept(window):
    return notebooks.load(window.document)


def choose(window, span, *path, selection=None):
    menu = QMenu(window)
    window.article.menu_wanted.emit(menu, None, selection or Span(0, 0), span.start)
    for words in path:
        action = next(a for a in menu.actions() if words in a.text())
        menu = action.menu() or menu
    action.trigger()


def panel(window):
    window.actions_by_name["show_notes"].trigger()
    return window.desk.findChild(NotesPanel)


def write(window, note, color="yellow"):
    dialog = notes(window).dialog
    assert isinstance(dialog, NoteDialog)
    dialog.field.clear()
    type_in(dialog.field, note)
    dialog.choose(color)
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()


def test_words_are_highlighted_in_four_colors(article):
    span = at("الاجتماع")
    for color, name in zip(COLORS, ("Yellow", "Green", "Blue", "Pink"), strict=True):
        choose(article, span, "Highlight", name, selection=span)
        (mark,) = kept(article).highlights
        assert (mark.span, mark.words, mark.color) == (span, "الاجتماع", color)
    choose(article, span, "Remove the highlight")
    assert kept(article).highlights == ()
    article.actions_by_name["undo"].trigger()
    assert len(kept(article).highlights) == 1


def test_a_note_is_written_on_a_selection_edited_and_deleted(qtbot, article):
    span = at("الوفد")
    choose(article, span, "Note", selection=span)
    write(article, "من هم؟", "green")
    (mark,) = kept(article).highlights
    assert (mark.note, mark.color) == ("من هم؟", "green")
    shown = panel(article)
    shown.view.setCurrentIndex(shown.filter.index(0, 0))
    shown.edit_button.click()
    write(article, "وزراء", "pink")
    (mark,) = kept(article).highlights
    assert (mark.note, mark.color) == ("وزراء", "pink")
    assert shown.view.currentIndex().isValid()
    shown.delete_button.click()
    assert kept(article).highlights == ()
    qtbot.waitUntil(lambda: "وفد" in article.actions_by_name["undo"].text())


def test_keys_mark_the_sentence_where_nothing_is_selected(article):
    QTest.keyClick(article, Qt.Key.Key_D, CTRL)
    QTest.keyClick(article, Qt.Key.Key_H, CTRL | ALT)
    book = kept(article)
    first = article.analysis.sentences[0].span
    assert [b.span for b in book.bookmarks] == [first]
    assert [h.span for h in book.highlights] == [first]
    QTest.keyClick(article, Qt.Key.Key_D, CTRL)
    QTest.keyClick(article, Qt.Key.Key_H, CTRL | ALT)
    assert kept(article).is_empty
    QTest.keyClick(article, Qt.Key.Key_N, CTRL | ALT)
    write(article, "عنوان")
    assert [h.note for h in kept(article).highlights] == ["عنوان"]


def test_a_bookmark_is_set_and_removed_by_the_menu(article):
    choose(article, at("الرئيس"), "Bookmark this sentence")
    (mark,) = kept(article).bookmarks
    assert mark.words == "وقال الرئيس إن الاجتماع كان جيدا."
    choose(article, at("الاجتماع"), "Remove the bookmark")
    assert kept(article).bookmarks == ()


def test_the_panel_is_searched_and_goes_to_a_mark(article):
    choose(article, at("غادر"), "Note", selection=at("غادر"))
    write(article, "متى؟")
    choose(article, at("الرئيس"), "Bookmark this sentence")
    shown = panel(article)
    assert shown.filter.rowCount() == 2
    type_in(shown.search, "متي")
    assert shown.filter.rowCount() == 1
    shown.view.clicked.emit(shown.filter.index(0, 0))
    assert article.actions_by_name["back"].isEnabled()
    shown.search.clear()
    type_in(shown.search, "لا شيء")
    assert shown.stack.words()
    shown.stack.button.click()
    assert shown.filter.rowCount() == 2


def test_notes_are_exported_as_markdown(article, tmp_path, monkeypatch):
    choose(article, at("غادر"), "Note", selection=at("غادر"))
    write(article, "متى؟")
    out = tmp_path / "notes.md"
    monkeypatch.setattr(
        "reader.gui.features.notes.QFileDialog.getSaveFileName", lambda *_args: (str(out), "")
    )
    panel(article).export_button.click()
    written = out.read_text(encoding="utf-8")
    assert "متى؟" in written
    assert "ثم غادر الوفد." in written
    assert f"qari://{article.document.id}#s" in written


def test_marks_are_there_when_the_article_is_opened_again(qtbot, article):
    choose(article, at("غادر"), "Note", selection=at("غادر"))
    write(article, "متى؟")
    again = MainWindow(article.settings, keeps=False)
    qtbot.addWidget(again)
    again.show()
    with qtbot.waitSignal(again.analysis_ready, timeout=30_000):
        again.open_path(Path(article.document.source))
    assert panel(again).model.rowCount() == 1


def test_a_mark_whose_words_are_gone_is_listed_but_not_painted(qtbot, window, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    document = load(path)
    lost = Highlight(Span(0, 3), "غيره", "blue", "ملاحظة", "2026-11-24T10:00:00")
    notebooks.save(document, Notebook(document.id, highlights=(lost,)))
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.open_path(path)
    row = panel(window).model.index(0, 0)
    assert row.data(Role.ROW).lost
    assert "⚠" in row.data()


@pytest.mark.usefixtures("qapp")
def test_the_models_keep_qts_rules():
    model, proxy = NotesModel(), FoldedFilter(Role.FOLDED)
    proxy.setSourceModel(model)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(m, fatal) for m in (model, proxy)]
    book = Notebook(
        "", highlights=(Highlight(Span(0, 3), "وصل", "blue", "ن", ""),),
        bookmarks=(Bookmark(Span(0, 22), "", ""),),
    )  # fmt: skip
    model.set_rows(note_rows(book, ARTICLE, ()))
    proxy.set_text("وصل")
    proxy.set_text("")
    model.retranslate()
    model.set_rows(())
    assert len(testers) == 2


def colors_at(window, span):
    """Return every color of the article's picture in the words' rectangle."""
    window.article.reveal(span, flash=False)
    picture = window.article.viewport().grab().toImage()
    rect = window.article.rectangles(span)[0]
    scale = picture.devicePixelRatio()
    return {
        picture.pixelColor(round(x * scale), round(y * scale)).name()
        for x in range(rect.left(), rect.right())
        for y in range(rect.top(), rect.bottom())
    }


def test_a_highlight_is_painted_and_one_with_a_note_looks_different(article):
    span = at("جيدا")
    plain = colors_at(article, span)
    choose(article, span, "Highlight", "Pink", selection=span)
    pink = article.theme().color("user_pink").name()
    marked = colors_at(article, span)
    assert pink in marked - plain
    before = article.article.viewport().grab().toImage()
    choose(article, span, "note", selection=span)
    write(article, "حقا؟", "pink")
    assert pink in colors_at(article, span)
    assert article.article.viewport().grab().toImage() != before


def test_the_marks_follow_the_theme(article):
    span = at("جيدا")
    choose(article, span, "Highlight", "Pink", selection=span)
    shown = panel(article)
    article.set_theme("dark")
    assert shown.delegate.theme.name == "dark"
    assert article.theme().color("user_pink").name() in colors_at(article, span)
    assert QApplication.activeModalWidget() is None
