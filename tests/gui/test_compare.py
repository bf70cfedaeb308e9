import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from reader.core.types import Analysis, Document, Repetition, Span
from reader.gui.features.compare import CompareFeature
from reader.gui.models.compare import Comparer
from reader.gui.models.differences_model import DifferencesModel, Role, difference_text
from reader.gui.models.index import AnalysisIndex
from reader.gui.origin import Origin
from reader.gui.theme import load_theme
from reader.resources import dedupe

COPIES = (
    "أعلنت وزارة الصحة في تونس اليوم أن 40 شخصًا أصيبوا في انفجار وقع قرب ميناء صفاقس،"
    " ولم تتبن أي جهة المسؤولية عنه.\n"
    "وقال الوزير سالم القرطاجي إن التحقيق سيستمر أيامًا، وإن السلطات ستعلن نتائجه قريبًا.\n"
    "أعلنت وزارة الصحة في تونس اليوم أن 45 شخصًا اصيبوا في انفجار وقع قرب ميناء بنزرت،"
    " ولم تتبن أي جهة المسؤولية.\n"
    "وقال الوزير سالم القرطاجي إن التحقيق لن يستمر أيامًا، وإن السلطات ستعلن نتائجه قريبًا."
)


def compared(first, copy):
    text = f"{first}\n{copy}"
    spans = Span(0, len(first)), Span(len(first) + 1, len(text))
    repetition = Repetition(spans[1], "near", spans[0], 0.9)
    analysis = Analysis(Document("id", None, None, text), repetitions=(repetition,))
    comparison = Comparer(AnalysisIndex(analysis), dedupe.load().negations).compare(repetition)
    return [(d.kind, d.first.of(text), d.copy.of(text)) for d in comparison.by_weight]


@pytest.mark.parametrize(
    ("first", "copy", "differences"),
    [
        ("وقع الاتفاق", "وقع الاتفاق", []),
        ("قتل 40 شخصًا", "قتل 45 شخصًا", [("number", "40", "45")]),
        ("قتل ٤٠ شخصًا", "قتل 40 شخصًا", [("spelling", "٤٠", "40")]),
        ("زار أستانا", "زار استانا", [("spelling", "أستانا", "استانا")]),
        ("سيستمر التحقيق", "لن يستمر التحقيق", [("negation", "سيستمر", "لن يستمر")]),
        ("المسؤولية عنه.", "المسؤولية.", [("words", "عنه", "")]),
        ("قال نعم.", "قال نعم!", [("signs", ".", "!")]),
        ("في 3.5 ملايين", "في 3,5 ملايين", [("number", "3.5", "3,5")]),
        ("", "كلمة", [("words", "", "كلمة")]),
    ],
)
def test_differences_are_found_and_named(first, copy, differences):
    assert compared(first, copy) == differences


WORDS = st.lists(st.sampled_from(["قتل", "40", "45", "لم", "شخصًا", "شخصا", "،", "."]), max_size=12)


@given(WORDS, WORDS)
def test_the_differences_turn_the_first_copy_into_the_other(first, copy):
    text = f"{' '.join(first)}\n{' '.join(copy)}"
    middle = len(" ".join(first))
    repetition = Repetition(Span(middle + 1, len(text)), "near", Span(0, middle), 0.9)
    analysis = Analysis(Document("id", None, None, text), repetitions=(repetition,))
    comparison = Comparer(AnalysisIndex(analysis), frozenset()).compare(repetition)
    at, made = 0, []
    for difference in comparison.differences:
        made += text[at : difference.first.start].split() + difference.copy.of(text).split()
        at = max(at, difference.first.end)
    assert made + text[at:middle].split() == copy


def test_what_changes_the_meaning_comes_first():
    kinds = [
        kind for kind, _old, _new in compared("قال إن أحمد نقل 3 صناديق", "قال ان علي نقل 4 أكياس")
    ]
    assert kinds == sorted(kinds, key=("number", "name", "negation", "words", "spelling").index)
    assert kinds[0] == "number"


def test_very_long_copies_take_no_long_time():
    first = " ".join(f"كلمة{n}" for n in range(20_000))
    copy = " ".join(f"كلمة{n}" for n in reversed(range(20_000)))
    assert len(compared(first, copy)) == 1


@pytest.fixture
def window_of_copies(qtbot, window):
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.opening.open(Origin(words=COPIES))
    assert len(window.analysis.repetitions) == 2
    return window


@pytest.fixture
def feature(window_of_copies):
    return next(f for f in window_of_copies.features if isinstance(f, CompareFeature))


def opened(qtbot, window, feature):
    window.actions_by_name["compare"].trigger()
    qtbot.waitUntil(lambda: feature.view.first.height() > 0)
    return feature.view


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def kinds(view):
    return [difference.kind for difference in view.model.differences]


def test_the_action_shows_the_first_repeat_beside_its_first_copy(qtbot, window_of_copies, feature):
    view = opened(qtbot, window_of_copies, feature)
    assert kinds(view) == ["number", "name", "words", "spelling"]
    assert "1 / 2" in view.stepper.counter.text()
    assert view.first.accessibleDescription().startswith("أعلنت وزارة الصحة")
    assert "45" in view.copy.accessibleDescription()


def test_next_and_previous_go_through_the_repeats(qtbot, window_of_copies, feature):
    view = opened(qtbot, window_of_copies, feature)
    click(view.stepper.next_button)
    assert kinds(view) == ["negation"]
    click(view.stepper.next_button)
    assert "1 / 2" in view.stepper.counter.text()
    click(view.stepper.previous_button)
    assert kinds(view) == ["negation"]


def test_either_copy_is_gone_to(qtbot, window_of_copies, feature):
    view = opened(qtbot, window_of_copies, feature)
    repetition = window_of_copies.analysis.repetitions[0]
    gone = []
    view.place_wanted.connect(gone.append)
    click(view.first_button)
    click(view.copy_button)
    assert gone == [repetition.of, repetition.span]
    assert window_of_copies.article.rectangles(repetition.span)


def test_a_chosen_difference_comes_into_sight_on_both_sides(qtbot, window_of_copies, feature):
    view = opened(qtbot, window_of_copies, feature)
    index = view.model.index(1, 0)
    QTest.mouseClick(
        view.list.viewport(), Qt.MouseButton.LeftButton, pos=view.list.visualRect(index).center()
    )
    difference = index.data(Role.DIFFERENCE)
    for pane, span in ((view.first, difference.first), (view.copy, difference.copy)):
        rect = pane.rectangles(span)[0].toAlignedRect()
        assert pane.viewport().rect().contains(rect.center())


@pytest.mark.parametrize("name", ["light", "dark"])
def test_marks_have_a_color_and_a_line(qtbot, window_of_copies, feature, name):
    window_of_copies.set_theme(name)
    view = opened(qtbot, window_of_copies, feature)
    theme = load_theme(name)
    difference = view.model.differences[0]
    for pane, span, fill in (
        (view.first, difference.first, "EVENT"),
        (view.copy, difference.copy, "GPE"),
    ):
        rect = pane.rectangles(span)[0].toAlignedRect()
        image = pane.viewport().grab(rect).toImage()
        colors = {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
        }
        assert {theme.highlight(fill).name(), theme.color("text").name()} <= colors


def menu_at(window, point):
    """The entries of the article's menu at a point of its viewport."""
    viewport = window.article.viewport()
    menus = []
    window.article.menu_wanted.connect(lambda menu, *_: menus.append(menu))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, viewport.mapToGlobal(point))
    QApplication.sendEvent(viewport, event)
    return menus[-1]


@pytest.mark.qt_log_ignore("raise", "grabbing the keyboard", extend=True)
def test_the_menu_of_a_folds_marker_offers_the_comparison(window_of_copies, feature):
    bar = window_of_copies.article.verticalScrollBar()
    bar.setValue(bar.maximum())
    menu = menu_at(window_of_copies, window_of_copies.article.folding.marker(0).center())
    next(a for a in menu.actions() if a.text() == "قارن بالنسخة الأولى").trigger()
    menu.close()
    assert feature.view.comparison.repetition == window_of_copies.analysis.repetitions[0]


@pytest.mark.qt_log_ignore("raise", "grabbing the keyboard", extend=True)
def test_the_menu_of_a_first_copy_offers_its_repeat(window_of_copies, feature):
    second = window_of_copies.analysis.repetitions[1]
    window_of_copies.article.reveal(second.of, flash=False)
    start = second.of.start
    point = window_of_copies.article.rectangles(Span(start, start + 1))[0].center()
    menu = menu_at(window_of_copies, point)
    next(a for a in menu.actions() if a.text() == "قارن بالنسخة الأولى").trigger()
    menu.close()
    assert feature.view.comparison.repetition == second


def test_without_repeats_there_is_nothing_to_compare(qtbot, window):
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.opening.open(Origin(words="وصل الوفد إلى تونس."))
    assert not window.actions_by_name["compare"].isEnabled()
    window.desk.show_view("compare")
    feature = next(f for f in window.features if isinstance(f, CompareFeature))
    assert feature.view.stack.words()


@pytest.mark.usefixtures("qapp")
def test_the_model_keeps_qts_rules_and_tells_a_difference_in_words():
    text = "قتل 40 شخصًا\nقتل 45 شخصًا"
    repetition = Repetition(Span(13, 25), "near", Span(0, 12), 0.9)
    analysis = Analysis(Document("id", None, None, text), repetitions=(repetition,))
    comparison = Comparer(AnalysisIndex(analysis), frozenset()).compare(repetition)
    model = DifferencesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_comparison(text, comparison)
    assert model.rowCount() == 1
    assert (
        difference_text(comparison.differences[0], text, text)
        == "number: \u206840\u2069 → \u206845\u2069"
    )
    model.show_comparison("", None)
    assert tester is not None
