from dataclasses import replace

import pytest
from panel_article import ANALYSIS, TIMES
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from reader.core.types import Span
from reader.gui.features.peek import PeekFeature
from reader.gui.models.cards import event_cards, event_lines
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.lookup import lookup_address
from reader.gui.models.peek import Peeker
from reader.gui.models.peek_words import sure
from reader.gui.models.reason_words import form_reason, line_text, reasons_text
from reader.gui.models.web_address import shown_address
from reader.gui.views.link_label import Words
from reader.gui.views.lookup_dialog import LookupDialog


@pytest.fixture
def peek(seed_window):
    return next(f for f in seed_window.features if isinstance(f, PeekFeature))


def spans(window):
    """Every finding's span, with its kind and id."""
    analysis = window.index.analysis
    found = [(m.span, ("mention", m.id)) for m in analysis.mentions]
    found += [(t.span, ("time", t.id)) for t in analysis.times]
    return found + [(v.trigger, ("event", v.id)) for v in analysis.events]


def point_of(window, span):
    window.article.reveal(span, flash=False)
    return window.article.rectangles(Span(span.start, span.start + 1))[0].center()


def rest_on(window, span):
    point = point_of(window, span)
    QTest.mouseMove(window.article.viewport(), point + QPoint(0, 1))
    QTest.mouseMove(window.article.viewport(), point)


def mention(window, words):
    return next(
        m for m in window.index.analysis.mentions if m.span.of(window.document.text) == words
    )


def texts(card):
    return [w.words for w in card.facts.widget().findChildren(Words)]


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def space(window):
    QTest.keyClick(window.article, Qt.Key.Key_Space)


def place_caret(window, span):
    QTest.mouseClick(
        window.article.viewport(), Qt.MouseButton.LeftButton, pos=point_of(window, span)
    )


def test_a_resting_pointer_opens_the_card_of_the_word_and_leaving_closes_it(
    qtbot, seed_window, peek
):
    name = mention(seed_window, "تركيا")
    rest_on(seed_window, name.span)
    qtbot.waitUntil(peek.card.isVisible)
    assert peek.card.peek.target == ("mention", name.id)
    assert not peek.card.isAncestorOf(seed_window.focusWidget())
    QTest.mouseMove(seed_window.article.viewport(), QPoint(4, 4))
    qtbot.waitUntil(lambda: not peek.card.isVisible())


def test_the_pointer_can_go_into_the_card_and_a_click_there_keeps_it(qtbot, seed_window, peek):
    rest_on(seed_window, mention(seed_window, "تركيا").span)
    qtbot.waitUntil(peek.card.isVisible)
    QTest.mouseMove(peek.card, QPoint(20, 20))
    QTest.mouseClick(peek.card.subtitle, Qt.MouseButton.LeftButton)
    assert peek.card.pinned
    QTest.mouseMove(seed_window.article.viewport(), QPoint(4, 4))
    assert not peek.leave.isActive()
    click(peek.card.close_button)
    assert not peek.card.isVisible()


def test_a_marked_word_has_no_tool_tip_beside_its_card(seed_window):
    point = point_of(seed_window, mention(seed_window, "تركيا").span)
    viewport = seed_window.article.viewport()
    event = QHelpEvent(QEvent.Type.ToolTip, point, viewport.mapToGlobal(point))
    QApplication.sendEvent(viewport, event)
    assert QToolTip.text() == ""


def test_the_articles_menu_offers_the_card_and_the_list(seed_window, peek):
    name = mention(seed_window, "تركيا")
    place = point_of(seed_window, name.span)
    menu = seed_window.article.context_menu(QPointF(place))
    entries = {action.text(): action for action in menu.actions()}
    entries["أظهر البطاقة"].trigger()
    assert peek.card.peek.target == ("mention", name.id)
    entries["اعرض كل مواضع هذا"].trigger()
    assert seed_window.desk.current() == "concordance"
    menu.deleteLater()


def test_without_hover_nothing_opens_and_the_choice_is_kept(seed_window, peek):
    seed_window.actions_by_name["peek_hover"].trigger()
    rest_on(seed_window, mention(seed_window, "تركيا").span)
    assert not peek.rest.isActive()
    assert seed_window.settings.hover is False


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_card_is_in_the_window_and_beside_its_words(seed_window, peek, language):
    seed_window.set_language(language)
    seed_window.resize(900, 700)
    for span, target in spans(seed_window):
        assert peek.open_card(target)
        card = peek.card.geometry()
        assert seed_window.rect().contains(card)
        viewport = seed_window.article.viewport()
        for rect in seed_window.article.rectangles(span):
            on_words = rect.translated(viewport.mapTo(seed_window, QPoint()))
            assert not card.intersects(on_words)


def test_space_opens_the_card_at_the_caret_tab_reaches_all_and_esc_goes_back(seed_window, peek):
    name = mention(seed_window, "روسيا")
    place_caret(seed_window, name.span)
    space(seed_window)
    card = peek.card
    assert card.peek.target == ("mention", name.id)
    seen = []
    for _ in card.stops():
        seen.append(seed_window.focusWidget())
        QTest.keyClick(seed_window.focusWidget(), Qt.Key.Key_Tab)
    assert set(seen) == set(card.stops())
    assert {card.list_button, card.copy_button, card.why_button, card.next_button} <= set(seen)
    assert any(isinstance(w, Words) for w in seen)
    QTest.keyClick(seed_window.focusWidget(), Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert seed_window.article.hasFocus()


def test_a_card_that_is_too_tall_scrolls_with_the_keys(seed_window, peek):
    seed_window.resize(900, 420)
    peek.open_card(("mention", mention(seed_window, "استانا").id))
    peek.card.take_focus()
    bar = peek.card.facts.verticalScrollBar()
    assert bar.maximum() > 0
    QTest.keyClick(seed_window.focusWidget(), Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(seed_window.focusWidget(), Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_space_without_a_caret_opens_the_first_finding(seed_window, peek):
    first = min(span for span, _ in spans(seed_window))
    seed_window.article.setFocus()
    space(seed_window)
    assert peek.card.peek.span == first


def test_space_stays_a_space_for_buttons(seed_window, peek):
    seed_window.find_bar.open_bar("")
    QTest.keyClick(seed_window.find_bar.field, Qt.Key.Key_Space)
    assert seed_window.find_bar.field.text() == " "
    assert peek.card.peek is None


def test_the_card_follows_f3(seed_window, peek):
    name = mention(seed_window, "روسيا")
    place_caret(seed_window, name.span)
    QTest.keyClick(seed_window.article, Qt.Key.Key_F3)
    seed_window.article.setFocus()
    space(seed_window)
    same = [m.id for m in seed_window.index.mentions_of[name.entity]]
    assert peek.card.peek.target == ("mention", same[1])


def test_the_next_mention_moves_the_card_and_keeps_the_keyboard(seed_window, peek):
    name = mention(seed_window, "روسيا")
    peek.open_card(("mention", name.id))
    peek.card.take_focus()
    peek.card.next_button.setFocus()
    QTest.keyClick(peek.card.next_button, Qt.Key.Key_Space)
    assert peek.card.peek.target == peek.card.peek.same[1]
    assert seed_window.focusWidget() is peek.card.next_button
    click(peek.card.previous_button)
    assert peek.card.peek.target == ("mention", name.id)


def test_a_name_in_an_events_card_leads_to_the_names_card(seed_window, peek):
    event = next(e for e in seed_window.index.analysis.events if e.type == "AGREE")
    peek.open_card(("event", event.id))
    link = next(w for w in peek.card.facts.widget().findChildren(Words) if "تركيا" in w.words)
    click(link)
    assert peek.card.peek.title == "تركيا"


def test_an_entitys_card_tells_its_forms_and_why_they_are_one(seed_window, peek):
    peek.open_card(("mention", mention(seed_window, "استانا").id))
    told = "\n".join(texts(peek.card))
    assert "«آستانا»" in told
    assert "الحروف نفسها" in told
    assert "51.18° N" in told
    assert "KZ" in told


def test_a_times_card_tells_three_calendars_and_how_it_was_worked_out(seed_window, peek):
    time = next(t for t in seed_window.index.analysis.times if t.part == "H2")
    peek.open_card(("time", time.id))
    told = "\n".join(texts(peek.card))
    for words in ("كانون الأول", "ديسمبر", "دجنبر", "1439", "2017-12 END H2", "16 يومًا"):
        assert words in told


def test_a_click_on_a_time_opens_its_card_until_the_next_click(seed_window, peek):
    time = seed_window.index.analysis.times[0]
    place_caret(seed_window, time.span)
    assert peek.card.peek.target == ("time", time.id)
    QTest.mouseMove(seed_window.article.viewport(), QPoint(4, 4))
    assert not peek.leave.isActive()
    QTest.mouseClick(seed_window.article.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert not peek.card.isVisible()


def test_a_pinned_card_outlives_clicks_in_the_text(seed_window, peek):
    peek.open_card(("mention", mention(seed_window, "تركيا").id))
    click(peek.card.pin_button)
    QTest.mouseClick(seed_window.article.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert peek.card.isVisible()


def test_an_events_card_tells_who_where_when_and_says_who(seed_window, peek):
    event = next(e for e in seed_window.index.analysis.events if e.attribution and e.places)
    peek.open_card(("event", event.id))
    captions = {row.caption for row in peek.card.peek.rows}
    assert {"من", "أين", "المصدر", "الثقة"} <= captions


def test_figures_that_differ_are_told_beside_the_event_and_lead_to_their_words(
    qtbot, window, tmp_path
):
    path = tmp_path / "toll.txt"
    path.write_text(
        "قالت الشرطة إن 12 شخصا قتلوا في انفجار في مدينة الموصل.\n"
        "وقال مصدر طبي إن 20 شخصا قتلوا في الانفجار.",
        encoding="utf-8",
    )
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.open_path(path)
    event = next(v for v in window.index.analysis.events if v.casualties)
    card = next(c for c in event_cards(window.index) if event.id in c.events)
    assert "أرقام متباينة: " in event_lines(card)
    peek = next(f for f in window.features if isinstance(f, PeekFeature))
    peek.open_card(("event", event.id))
    row = next(row for row in peek.card.peek.rows if row.caption == "أرقام متباينة")
    assert ["الشرطة" in row.parts[0].text, "مصدر طبي" in row.parts[1].text] == [True, True]
    second = row.parts[1].text
    click(next(w for w in peek.card.facts.widget().findChildren(Words) if w.words == second))
    assert peek.card.peek.span.of(window.document.text) == "20 شخصا"


def test_the_second_page_tells_the_rule_in_the_interfaces_language(seed_window, peek):
    peek.open_card(("mention", mention(seed_window, "خيرات عبد الرحمانوف").id))
    click(peek.card.why_button)
    told = [w.words for w in peek.card.reasons.widget().findChildren(Words)]
    assert "شخص بعد لقب" in told


def test_the_second_page_tells_why_each_part_of_an_event_is_one(seed_window, peek):
    event = next(
        e
        for e in seed_window.index.analysis.events
        if any(p.rule == "subject after its verb" for p in e.participants)
    )
    peek.open_card(("event", event.id))
    click(peek.card.why_button)
    told = [w.words for w in peek.card.reasons.widget().findChildren(Words)]
    assert any(words.endswith(": فاعل بعد فعله") for words in told)


def test_words_begin_at_the_leading_edge_whatever_their_letters(seed_window, peek):
    for language, right in (("ar", True), ("en", False)):
        seed_window.set_language(language)
        peek.open_card(("mention", mention(seed_window, "تركيا").id))
        title = peek.card.title
        image = title.grab().toImage()
        ground = image.pixelColor(0, 0)
        inked = [
            x
            for x in range(image.width())
            if any(image.pixelColor(x, y) != ground for y in range(image.height()))
        ]
        at_right = image.width() - inked[-1] < inked[0]
        assert at_right is right


def test_the_copy_is_plain_text_with_every_isolate_closed(seed_window, peek):
    peek.open_card(("mention", mention(seed_window, "استانا").id))
    click(peek.card.copy_button)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("\u2068أستانا\u2069 — ")
    for line in copied.split("\n"):
        assert line.count("\u2068") == line.count("\u2069")


# The menu of corrections opens; the offscreen platform says this of every menu.
@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing", extend=True)
def test_the_card_asks_for_the_list_and_for_a_correction(qtbot, seed_window, peek):
    name = mention(seed_window, "تركيا")
    peek.open_card(("mention", name.id))
    for button, verb in ((peek.card.list_button, "list"), (peek.card.correct_button, "correct")):
        with qtbot.waitSignal(seed_window.asked) as asked:
            click(button)
        assert asked.args == [verb, "mention", name.id]


def test_a_time_that_the_text_disagrees_on_says_so(qapp):  # noqa: ARG001 - translators
    doubtful = replace(TIMES[0], conflict="الثلاثاء")
    article = replace(ANALYSIS, times=(doubtful, *TIMES[1:]))
    rows = Peeker(AnalysisIndex(article)).peek(("time", doubtful.id)).rows
    assert [
        part.text for row in rows if row.caption == "The text disagrees" for part in row.parts
    ] == ["\u2068الثلاثاء\u2069"]


def test_every_finding_has_a_card_that_says_how_sure_it_is(qapp):  # noqa: ARG001 - translators
    peeker = Peeker(AnalysisIndex(ANALYSIS))
    targets = [target for _span, target in peeker.targets()]
    assert len(targets) == len(ANALYSIS.mentions) + len(ANALYSIS.times) + len(ANALYSIS.events)
    for target in targets:
        assert "Confidence" in {row.caption for row in peeker.peek(target).rows}
    assert peeker.peek(("mention", "none")) is None


def test_the_cards_follow_the_language(seed_window, peek):
    name = mention(seed_window, "تركيا")
    peek.open_card(("mention", name.id))
    assert peek.card.subtitle.words == "دولة أو مدينة"
    seed_window.set_language("en")
    peek.open_card(("mention", name.id))
    assert peek.card.subtitle.words == "country or city"
    assert peek.card.correct_button.text() == "Correct…"


class Browser(QObject):
    """Stands where the browser would open."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def open(self, address):
        self.opened.append(address)


@pytest.fixture
def browser():
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("https")


def test_the_browser_opens_only_after_the_whole_address_is_agreed_to(seed_window, peek, browser):
    peek.open_card(("mention", mention(seed_window, "الدول الضامنة").id))
    click(peek.card.lookup_button)
    dialog = seed_window.findChild(LookupDialog)
    address = dialog.field.toPlainText()
    assert address.startswith("https://ar.wikipedia.org/")
    assert address.isascii()
    dialog.reject()
    assert browser.opened == []
    click(peek.card.lookup_button)
    click(seed_window.findChildren(LookupDialog)[-1].open_button)
    assert [shown_address(url) for url in browser.opened] == [address]


def test_another_scheme_is_never_opened(qtbot, browser):
    dialog = LookupDialog("اسم", QUrl("file:///etc/passwd"))
    qtbot.addWidget(dialog)
    dialog.show()
    click(dialog.open_button)
    assert browser.opened == []


@pytest.mark.parametrize("name", ["أ+ب & ج?#=٪%", "لندن", 'a"b<c>'])
def test_a_name_is_looked_up_as_it_is(name):
    address = lookup_address(name, "", "ar")
    assert shown_address(address).isascii()
    assert shown_address(QUrl(shown_address(address))) == shown_address(address)
    query = address.query(QUrl.ComponentFormattingOption.FullyEncoded)
    assert QUrl.fromPercentEncoding(query.removeprefix("search=").encode()) == name


def test_a_host_of_other_letters_is_shown_as_it_is_sent():
    assert "xn--" in shown_address(QUrl("https://مثال.إختبار/ص"))


@pytest.mark.parametrize(
    ("share", "words"),
    [(0.99, "almost always"), (0.9, "most cases"), (0.75, "often"), (0.3, "wrong")],
)
def test_confidence_is_said_in_words(qapp, share, words):  # noqa: ARG001 - translators
    assert words in sure(share)


@pytest.mark.parametrize(
    ("caption", "words", "shown"),
    [
        ("value", "2017-WXX-2", "\u20662017-WXX-2\u2069"),
        ("type", "PER", "person (\u2066PER\u2069)"),
        ("type", "CONSULT END", "Talks and meetings (\u2066CONSULT END\u2069)"),
        ("from", "dateline", "the dateline"),
        ("speaker", "«قال given» [3:7]", "\u2068«قال given»\u2069 \u2066[3:7]\u2069"),
    ],
)
def test_codes_keep_their_order_and_quotes_their_words(qapp, caption, words, shown):  # noqa: ARG001
    assert line_text(caption, words) == shown


def test_a_reason_of_unknown_shape_comes_as_it_is(qapp):  # noqa: ARG001 - translators
    assert form_reason("سبب جديد") == "سبب جديد"


def test_the_reasons_are_told_as_they_are_shown(peek, seed_window):
    target = ("mention", mention(seed_window, "موسكو").id)
    peek.open_card(target)
    told = reasons_text(peek.card.peek.why)
    shown = [words.words for words in peek.card.reasons.widget().findChildren(Words)]
    assert shown
    assert all(words in told for words in shown)
