import pytest
from panel_article import ANALYSIS
from PySide6.QtCore import Qt

from reader.gui.views.legend import KEYS, Legend


@pytest.fixture
def legend(qtbot):
    widget = Legend()
    qtbot.addWidget(widget)
    widget.resize(500, 120)
    widget.set_analysis(ANALYSIS)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_offers_the_types_that_the_article_has_with_their_counts(legend):
    offered = {key: s.text() for key, s in legend.switches.items() if s.isVisible()}
    assert set(offered) == {"GPE", "ORG", "TITLE", "COUNT", "TIME", "TRIGGER"}
    assert "7" in offered["GPE"]
    assert "2" in offered["TIME"]
    assert "5" in offered["TRIGGER"]


def test_a_click_switches_one_type_off_and_on(qtbot, legend):
    for expected in (frozenset(KEYS) - {"GPE"}, frozenset(KEYS)):
        with qtbot.waitSignal(legend.types_changed) as signal:
            qtbot.mouseClick(legend.switches["GPE"], Qt.MouseButton.LeftButton)
        assert signal.args == [expected]
        assert legend.visible_types() == expected


def test_the_space_bar_switches_too(qtbot, legend):
    legend.switches["TIME"].setFocus()
    with qtbot.waitSignal(legend.types_changed) as signal:
        qtbot.keyClick(legend.switches["TIME"], Qt.Key.Key_Space)
    assert "TIME" not in signal.args[0]


def test_none_and_all(qtbot, legend):
    with qtbot.waitSignal(legend.types_changed) as signal:
        qtbot.mouseClick(legend.none_button, Qt.MouseButton.LeftButton)
    assert signal.args == [frozenset()]
    with qtbot.waitSignal(legend.types_changed) as signal:
        qtbot.mouseClick(legend.all_button, Qt.MouseButton.LeftButton)
    assert signal.args == [frozenset(KEYS)]


def test_remembered_types_come_back_without_a_signal(qtbot, legend):
    with qtbot.assertNotEmitted(legend.types_changed):
        legend.set_visible_types(frozenset({"PER", "TIME"}))
    assert legend.visible_types() == {"PER", "TIME"}
    legend.set_analysis(None)
    assert legend.visible_types() == {"PER", "TIME"}


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_switches_flow_from_the_leading_edge_without_overlap(legend, direction):
    legend.setLayoutDirection(direction)
    legend.resize(260, legend.heightForWidth(260))
    legend.layout().activate()
    rects = [s.geometry() for s in legend.switches.values() if s.isVisible()]
    assert all(legend.rect().contains(rect) for rect in rects)
    assert not any(a.intersects(b) for i, a in enumerate(rects) for b in rects[:i])
    leads = (
        rects[0].left() < 10
        if direction == Qt.LayoutDirection.LeftToRight
        else (rects[0].right() > 250)
    )
    assert leads


def test_the_threshold_is_chosen_by_keys_and_told_once(qtbot, legend):
    field = legend.threshold.field
    assert field.text() == "any"
    with qtbot.waitSignal(legend.threshold.percent_changed) as signal:
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert signal.args == [5]
    assert field.text() == "\u2265\u00a05%"


def test_a_remembered_threshold_comes_back_without_a_signal(qtbot, legend):
    with qtbot.assertNotEmitted(legend.threshold.percent_changed):
        legend.threshold.set_percent(80)
    assert legend.threshold.field.value() == 80
