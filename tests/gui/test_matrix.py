import itertools
from dataclasses import replace

import pytest
from panel_article import ANALYSIS
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from test_theme import contrast

from reader.core.types import Analysis, Document, Entity, Mention, Paragraph, Sentence, Span
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.matrix import matrix_of
from reader.gui.theme import blend, load_theme
from reader.gui.views.matrix import MatrixView
from reader.gui.views.matrix_paint import MatrixPainter, shade_of
from reader.gui.views.painted import PaintedPanel
from reader.settings import THEMES

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot):
    made = PaintedPanel(MatrixView(), "matrix")
    qtbot.addWidget(made)
    made.resize(900, 420)
    made.set_theme(load_theme("light"))
    made.show()
    qtbot.waitExposed(made)
    made.view.show_index(AnalysisIndex(ANALYSIS))
    return made


@pytest.fixture
def view(panel):
    return panel.view


def center(rect):
    return rect.center().toPoint()


def row_of(view, name):
    return next(n for n, row in enumerate(view.matrix.rows) if row.entity.name == name)


def large(rows, columns):
    """An article of many paragraphs, in which each entity is mentioned in every seventh."""
    word, line = "بابل", 12
    text = "\n".join(f"{word:<{line - 1}}" for _ in range(columns))
    spans = [Span(line * n, line * n + line - 1) for n in range(columns)]
    entities = tuple(Entity(f"e{n}", "GPE", f"{word} {n}", ()) for n in range(rows))
    mentions = tuple(
        Mention(f"m{c}.{r}", Span(spans[c].start, spans[c].start + 4), "GPE", f"s{c}", f"e{r}")
        for c, r in itertools.product(range(columns), range(rows))
        if (c + r) % 7 == 0
    )
    return AnalysisIndex(
        Analysis(
            Document("id", None, None, text),
            paragraphs=tuple(Paragraph(span) for span in spans),
            sentences=tuple(Sentence(f"s{n}", span, n) for n, span in enumerate(spans)),
            entities=entities,
            mentions=mentions,
        )
    )


@pytest.mark.usefixtures("qapp")
def test_every_entity_and_mention_is_in_it_the_most_mentioned_first():
    matrix = matrix_of(AnalysisIndex(ANALYSIS))
    assert [row.entity.name for row in matrix.rows] == [
        "إستونيا",
        "أوروغواي",
        "طرطوس",
        "المنظمة المغربية",
    ]
    assert matrix.rows[0].cells == {0: ("m2",), 1: ("m4",), 2: ("m8",)}
    assert [column.is_copy for column in matrix.columns] == [False, False, False, True]


def test_a_click_on_every_cell_goes_to_the_first_mention_in_it(view):
    opened = []
    view.cell_opened.connect(lambda entity, mention: opened.append((entity, mention)))
    expected = []
    for number, row in enumerate(view.matrix.rows):
        for column, ids in row.cells.items():
            expected.append((row.entity.id, ids[0]))
            QTest.mouseClick(view.viewport(), LEFT, pos=center(view.cell_rect(number, column)))
    assert opened == expected
    assert len(opened) == 8
    QTest.mouseClick(view.viewport(), LEFT, pos=center(view.cell_rect(0, 3)))
    assert len(opened) == 8


def test_names_and_numbers_are_clicked_too(view):
    rows, columns = [], []
    view.row_opened.connect(rows.append)
    view.column_opened.connect(columns.append)
    QTest.mouseClick(view.viewport(), LEFT, pos=center(view.name_rect(1)))
    QTest.mouseClick(view.viewport(), LEFT, pos=center(view.number_rect(2)))
    assert (rows, columns) == (["e1"], [2])


def test_columns_run_the_way_that_is_read(view):
    view.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert view.cell_rect(0, 0).left() < view.cell_rect(0, 1).left()
    assert view.name_rect(0).left() == 0
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert view.cell_rect(0, 0).left() > view.cell_rect(0, 1).left()
    assert view.name_rect(0).right() == view.viewport().width()
    for column in range(4):
        assert view.place_at(center(view.cell_rect(2, column))) == (2, column)


@pytest.mark.parametrize("name", THEMES)
def test_more_mentions_are_darker_and_their_number_is_readable(name):
    theme = load_theme(name)
    base = theme.color("base")
    shades = [blend(theme.color("cell"), base, shade_of(n)) for n in range(8)]
    differences = [contrast(shade, base) for shade in shades]
    assert differences == sorted(differences)
    for count, shade in enumerate(shades[1:], 1):
        ink = "cell_text" if shade_of(count) == 1.0 else "text"
        assert contrast(theme.color(ink), shade) >= 4.5, count


def test_cells_are_painted_where_there_are_mentions_and_copies_are_hatched(view):
    image = view.viewport().grab().toImage()
    theme = view.theme

    def near(rect):
        return image.pixelColor(int(rect.left()) + 4, int(rect.center().y())).name()

    one = blend(theme.color("cell"), theme.color("base"), shade_of(1))
    assert near(view.cell_rect(0, 0)) == one.name()
    assert near(view.cell_rect(row_of(view, "المنظمة المغربية"), 0)) == theme.color("base").name()
    copy = view.cell_rect(0, 3).toRect()
    colors = {
        image.pixelColor(x, y).name()
        for x in range(copy.left(), copy.right())
        for y in range(copy.top(), copy.bottom())
    }
    assert theme.color("hatch").name() in colors


def test_keys_go_from_cell_to_cell_and_enter_opens(view):
    opened = []
    view.cell_opened.connect(lambda _entity, mention: opened.append(mention))
    view.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(view, key)
    assert opened == ["m4"]
    assert "paragraph" in view.accessibleDescription()
    assert "زلزال" in view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current() == (1, 0)
    row = row_of(view, "المنظمة المغربية")
    for _ in range(row - 1):
        QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert view.current() == (row, 2)


def test_tips_and_words_tell_what_the_table_shows(view):
    tip = view.tip_at(center(view.cell_rect(0, 1)))
    for part in ("إستونيا", "paragraph", "mentions: 1", "زلزال"):
        assert part in tip
    assert "a folded copy" in view.tip_at(center(view.number_rect(3)))
    told = view.description()
    assert all(entity.name in told for entity in ANALYSIS.entities)
    assert "Folded copies" in told


def test_two_hundred_names_in_three_hundred_paragraphs_are_all_reached(view):
    view.show_index(large(200, 300))
    assert (len(view.matrix.rows), len(view.matrix.columns)) == (200, 300)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    for _ in range(20):
        QTest.keyClick(view, Qt.Key.Key_PageDown)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current() == (199, 299)
    assert view.viewport().rect().contains(center(view.cell_rect(199, 299)))
    assert view.place_at(center(view.cell_rect(199, 299))) == (199, 299)


def test_only_cells_in_sight_are_painted(view, monkeypatch):
    view.show_index(large(200, 300))
    painted = []
    monkeypatch.setattr(
        MatrixPainter, "_paint_cell", lambda _s, rect, _n, _c: painted.append(rect.toRect())
    )
    view.viewport().grab()
    seen = QRect(view.viewport().rect()).adjusted(-30, -30, 30, 30)
    assert painted
    assert all(seen.intersects(rect) for rect in painted)


def test_the_whole_table_is_saved(panel, view, tmp_path):
    view.show_index(large(60, 80))
    view.verticalScrollBar().setValue(200)
    size = view.picture_size()
    image = view.image()
    assert image.width() == 2 * int(size.width())
    assert view.verticalScrollBar().value() == 200
    panel.save(tmp_path / "a.svg")
    assert "بابل 59" in (tmp_path / "a.svg").read_text(encoding="utf-8")


# -- in the window -------------------------------------------------------------------------------


def test_a_cell_clicked_in_the_window_goes_to_its_mention(seed_window, qtbot):
    window = seed_window
    window.actions_by_name["matrix"].trigger()
    feature = next(f for f in window.features if type(f).__name__ == "MatrixFeature")
    qtbot.waitUntil(lambda: feature.view.viewport().height() > 100)
    view = feature.view
    for number, row in enumerate(view.matrix.rows[:6]):
        column, ids = next(iter(row.cells.items()))
        QTest.mouseClick(view.viewport(), LEFT, pos=center(view.cell_rect(number, column)))
        span = window.index.mentions[ids[0]].span
        rects = window.article.rectangles(span)
        assert any(window.article.viewport().rect().intersects(r) for r in rects)
        assert set(window.entities.selected_mentions()) == {
            i for found in row.cells.values() for i in found
        }
    QTest.mouseClick(view.viewport(), LEFT, pos=center(view.number_rect(4)))
    span = window.index.analysis.paragraphs[4].span
    rects = window.article.rectangles(Span(span.start, span.start + 1))
    assert window.article.viewport().rect().intersects(rects[0])


def test_a_name_chosen_in_the_panel_is_shown_in_the_matrix(seed_window, qtbot):
    window = seed_window
    window.actions_by_name["matrix"].trigger()
    feature = next(f for f in window.features if type(f).__name__ == "MatrixFeature")
    qtbot.waitUntil(lambda: feature.view.viewport().height() > 100)
    view, last = feature.view, len(feature.view.matrix.rows) - 1
    entity = view.matrix.rows[last].entity
    window.article.setFocus()
    before = view.viewport().grab().toImage()
    window.findings.mark([m.id for m in window.index.mentions_of[entity.id]])
    assert view.viewport().rect().intersects(view.name_rect(last).toRect())
    assert view.viewport().grab().toImage() != before


@pytest.mark.qt_log_ignore("raise", "grabbing the keyboard", extend=True)
def test_the_menu_of_a_name_lists_its_sentences(seed_window, qtbot):
    window = seed_window
    window.actions_by_name["matrix"].trigger()
    view = next(f for f in window.features if type(f).__name__ == "MatrixFeature").view
    qtbot.waitUntil(lambda: view.viewport().height() > 100)
    point = center(view.name_rect(0))
    view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, point))
    menu = next(m for m in view.findChildren(QMenu) if m.isVisible())
    with qtbot.waitSignal(window.asked) as signal:
        menu.actions()[0].trigger()
    menu.close()
    verb, kind, mention = signal.args
    assert (verb, kind) == ("list", "mention")
    assert window.index.mentions[mention].entity == view.matrix.rows[0].entity.id


def test_the_threshold_hides_what_is_not_sure_enough(seed_window):
    window = seed_window
    window.actions_by_name["matrix"].trigger()
    feature = next(f for f in window.features if type(f).__name__ == "MatrixFeature")
    before = sum(row.total for row in feature.view.matrix.rows)
    window.findings.show(
        replace(
            window.analysis,
            mentions=tuple(replace(m, confidence=0.1) for m in window.analysis.mentions),
        )
    )
    window.legend.threshold.field.setValue(50)
    assert sum(row.total for row in feature.view.matrix.rows) == 0 < before
