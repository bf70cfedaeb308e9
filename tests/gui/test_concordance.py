from dataclasses import replace

import pytest
from panel_article import ANALYSIS, at, type_in
from PySide6.QtCore import QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog

from reader.core.types import Analysis, Document, Sentence, Span
from reader.gui.features.concordance import ConcordanceFeature
from reader.gui.fonts import reading_font
from reader.gui.models.concordance import Concordance, table, whole_words
from reader.gui.models.concordance_model import Column, ConcordanceModel
from reader.gui.models.index import AnalysisIndex
from reader.gui.origin import Origin
from reader.gui.views.concordance_delegate import fitted


@pytest.fixture
def concordance(seed_window):
    return next(f for f in seed_window.features if isinstance(f, ConcordanceFeature))


def column(view, which):
    model = view.table.model()
    return [model.index(row, which).data() for row in range(model.rowCount())]


def click_row(view, row):
    index = view.table.model().index(row, Column.WORD)
    view.table.scrollTo(index)
    QTest.mouseClick(
        view.table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=view.table.visualRect(index).center(),
    )


def click_head(view, which):
    header = view.table.horizontalHeader()
    x = header.sectionViewportPosition(which) + header.sectionSize(which) // 2
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 8))


def search(view, words):
    type_in(view.search, words)
    QTest.keyClick(view.search, Qt.Key.Key_Return)


def test_the_key_opens_the_concordance_and_words_are_found_folded(seed_window, concordance):
    seed_window.actions_by_name["concordance"].trigger()
    view = concordance.view
    assert view.search.hasFocus()
    search(view, "استانا")
    assert column(view, Column.WORD) == [
        "استانا", "آستانا", "أستانا", "أستانا", "أستانا", "أستانا", "آستانا",
    ]  # fmt: skip
    assert "7" in view.count.text()
    assert column(view, Column.NUMBER) == ["1", "2", "4", "4", "5", "5", "7"]


def test_folded_copies_are_counted_not_listed(seed_window, concordance):
    seed_window.actions_by_name["concordance"].trigger()
    search(concordance.view, "سوتشي")
    assert column(concordance.view, Column.REPEATS) == ["+1"]


def test_a_click_and_enter_go_to_the_place(seed_window, concordance):
    seed_window.actions_by_name["concordance"].trigger()
    view = concordance.view
    search(view, "سوتشي")
    gone = []
    view.line_activated.connect(gone.append)
    click_row(view, 0)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert [line.found.of(seed_window.document.text) for line in gone] == ["سوتشي"] * 2
    assert seed_window.article.rectangles(gone[0].found)


def test_a_chosen_name_is_listed_and_the_next_choice_followed(seed_window, concordance):
    index = seed_window.index
    for name in ("روسيا", "تركيا"):
        entity = next(e.id for e in index.analysis.entities if e.name == name)
        seed_window.findings.mark([m.id for m in index.mentions_of[entity]])
        if concordance.view is None:
            seed_window.actions_by_name["concordance"].trigger()
        assert concordance.view.scope == ("entity", entity)
        assert concordance.view.names.currentData() == entity


def test_the_card_lists_its_sentences(seed_window, concordance):
    event = next(v for v in seed_window.index.analysis.events if v.cluster == "c1")
    seed_window.asked.emit("list", "event", event.id)
    assert concordance.view.scope == ("cluster", "c1")
    assert concordance.view.model.rowCount() == 3


def test_names_and_kinds_of_events_are_chosen_from_lists(seed_window, concordance):
    seed_window.actions_by_name["concordance"].trigger()
    view = concordance.view
    row = view.types.findData("AGREE")
    view.types.setCurrentIndex(row)
    view.types.activated.emit(row)
    agreed = [v for v in seed_window.index.analysis.events if v.type == "AGREE"]
    assert view.model.rowCount() == len(agreed)
    assert view.search.text() == ""


def test_heads_sort_by_the_words_next_to_the_keyword(seed_window, concordance):
    seed_window.actions_by_name["concordance"].trigger()
    view = concordance.view
    search(view, "استانا")
    for which in (Column.AFTER, Column.BEFORE):
        click_head(view, which)
        made = Concordance(seed_window.index)
        key = made.following if which == Column.AFTER else made.preceding
        keys = [key(line) for line in view.model.lines]
        assert keys == sorted(keys)
    click_head(view, Column.NUMBER)
    assert column(view, Column.NUMBER) == ["1", "2", "4", "4", "5", "5", "7"]


def test_copy_gives_the_selected_lines_as_a_table(seed_window, concordance):
    seed_window.actions_by_name["concordance"].trigger()
    view = concordance.view
    search(view, "استانا")
    click_row(view, 1)
    QTest.keySequence(view.table, "Ctrl+C")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 2
    assert lines[1].split("\t")[2] == "آستانا"


def test_the_table_is_saved_where_the_user_says(
    qtbot, seed_window, concordance, tmp_path, monkeypatch
):
    seed_window.actions_by_name["concordance"].trigger()
    qtbot.waitUntil(lambda: concordance.view.save_button.height() > 0)
    search(concordance.view, "استانا")
    target = tmp_path / "كشاف.tsv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    QTest.mouseClick(concordance.view.save_button, Qt.MouseButton.LeftButton)
    assert len(target.read_text(encoding="utf-8-sig").splitlines()) == 8


def test_what_is_not_there_is_said(seed_window, concordance):
    seed_window.actions_by_name["concordance"].trigger()
    search(concordance.view, "بوركينا")
    assert concordance.view.stack.words()
    assert not concordance.view.copy_button.isEnabled()


def test_the_keyword_stands_between_its_contexts_in_both_languages(seed_window, concordance):
    for language in ("ar", "en"):
        seed_window.set_language(language)
        seed_window.actions_by_name["concordance"].trigger()
        header = concordance.view.table.horizontalHeader()
        places = [header.sectionViewportPosition(c) for c in (Column.BEFORE, Column.WORD)]
        places.append(header.sectionViewportPosition(Column.AFTER))
        assert places == sorted(places, reverse=True)


def test_another_article_is_looked_in_anew(qtbot, seed_window, concordance):
    seed_window.actions_by_name["concordance"].trigger()
    search(concordance.view, "استانا")
    with qtbot.waitSignal(seed_window.analysis_ready, timeout=30_000):
        seed_window.opening.open(Origin(words="وصل الوفد إلى تونس."))
    assert concordance.view.model.rowCount() == 0


def test_what_is_looked_for_stays_when_the_analysis_changes(seed_window, concordance):
    entity = next(e for e in seed_window.analysis.entities if e.name == "روسيا")
    mentions = [m.id for m in seed_window.index.mentions_of[entity.id]]
    seed_window.asked.emit("list", "mention", mentions[0])
    known = seed_window.analysis
    moved = [replace(e, id=f"n{e.id}") for e in known.entities]
    named = [replace(m, entity=f"n{m.entity}" if m.entity else None) for m in known.mentions]
    seed_window.findings.show(replace(known, entities=tuple(moved), mentions=tuple(named)))
    assert concordance.view.scope == ("entity", f"n{entity.id}")
    assert concordance.view.model.rowCount() == len(mentions)


@pytest.mark.usefixtures("qapp")
def test_the_model_keeps_qts_rules():
    model = ConcordanceModel()
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, fatal)
    made = Concordance(AnalysisIndex(ANALYSIS))
    model.show_lines(made, made.lines(("words", "استونيا")))
    for which in Column:
        model.sort(which)
        model.sort(which, Qt.SortOrder.DescendingOrder)
    model.show_lines(None, ())
    assert tester is not None


@pytest.mark.usefixtures("qapp")
def test_a_kept_row_follows_its_line_when_the_order_changes():
    made = Concordance(AnalysisIndex(ANALYSIS))
    model = ConcordanceModel()
    model.show_lines(made, made.lines(("words", "استونيا")))
    index = model.index(0, Column.WORD)
    kept, word = QPersistentModelIndex(index), index.data()
    model.sort(Column.NUMBER, Qt.SortOrder.DescendingOrder)
    assert kept.row() == model.rowCount() - 1
    assert kept.data() == word


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("وقالت لإسرائيل، أمس", "إسرائيل", "لإسرائيل"),
        ("بـ«حماس»", "حماس", "حماس"),
        ("وبالمدينة.", "مدينة", "وبالمدينة"),
        ("مُحَمَّدٌ", "محمد", "مُحَمَّدٌ"),
    ],
)
def test_the_keyword_is_shown_with_its_prefixes(text, words, whole):
    start = text.find(words)
    span = Span(start, start + len(words)) if start >= 0 else Span(0, 3)
    assert whole_words(text, span).of(text) == whole


def test_contexts_keep_to_the_paragraph():
    made = Concordance(AnalysisIndex(ANALYSIS))
    (line,) = made.lines(("words", "زلزالًا"))
    assert made.before(line) == "وقال الوزير إن "
    assert made.after(line).endswith("بمساعدة طرطوس.")
    assert line.found == at("زلزالًا")


@pytest.mark.parametrize("cell", ["=1+1", "+20", "-7", "@x", "\u200f=cmd"])
def test_a_cell_that_a_spreadsheet_would_compute_is_inert(cell):
    text = f"كلمة {cell}\n"
    span = Span(5, 5 + len(cell))
    document = Document("id", None, None, text)
    analysis = Analysis(document, sentences=(Sentence("s1", Span(0, len(text) - 1), 0),))
    made = Concordance(AnalysisIndex(analysis))
    lines = made.lines(("words", "كلمة"))
    row = table(made, lines, ("a", "b", "c", "d", "e")).splitlines()[1].split("\t")
    assert row[3] == f"'{span.of(text)}"


def test_ten_thousand_lines_keep_only_spans():
    text = "\n".join(f"قال الوزير رقم {n} كلامًا" for n in range(10_000))
    made = Concordance(AnalysisIndex(Analysis(Document("id", None, None, text))))
    model = ConcordanceModel()
    model.show_lines(made, made.lines(("words", "الوزير")))
    model.sort(Column.AFTER)
    assert model.rowCount() == 10_000
    assert model.index(1, Column.AFTER).data() == " رقم 1 كلامًا"


@pytest.mark.parametrize("keeps_end", [True, False])
def test_words_are_left_off_at_the_outer_end(keeps_end):
    words = "ألف باء تاء ثاء جيم حاء خاء دال"
    metrics = QFontMetricsF(reading_font(13))
    shown = fitted(words, metrics.horizontalAdvance(words) / 2, metrics, keeps_end=keeps_end)
    assert shown.startswith("…") if keeps_end else shown.endswith("…")
    assert words.endswith(shown[2:]) if keeps_end else words.startswith(shown[:-2])
    assert fitted(words, 1e6, metrics, keeps_end=keeps_end) == words
