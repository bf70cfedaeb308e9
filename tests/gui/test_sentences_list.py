import pytest
from panel_article import ANALYSIS
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.gui.models.sentences_model import Role, SentencesModel
from reader.gui.views.blocks import TextBlock
from reader.gui.views.sentences_list import SentencesList

ESTONIA = ("m2", "m4", "m8")


@pytest.fixture
def sentences(qtbot):
    widget = SentencesList()
    qtbot.addWidget(widget)
    widget.resize(360, 700)
    widget.show_mentions(ANALYSIS, ESTONIA)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def rows(sentences):
    model = sentences.model
    return [model.index(row).data(Role.ROW) for row in range(model.rowCount())]


def drawn(sentences, row):
    index = sentences.model.index(row)
    option = QStyleOptionViewItem()
    sentences.view.initViewItemOption(option)
    option.rect = sentences.view.visualRect(index)
    layout = sentences.delegate.layout(index.data(Role.ROW), option)
    return [r.translated(QPointF(option.rect.topLeft())) for r in layout.rectangles()]


@pytest.mark.usefixtures("qapp")
def test_model_keeps_qts_rules():
    model = SentencesModel()
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, fatal)
    model.show_ids(ANALYSIS, ESTONIA)
    model.show_ids(None, ())
    assert tester.model() is model
    assert model.rowCount() == 0


def test_each_sentence_once_with_its_words(sentences):
    shown = rows(sentences)
    assert [row.id for row in shown] == ["s1", "s2", "s3"]
    words = [span.of(row.text) for row in shown for _, span in row.found]
    assert words == ["إستونيا", "إستونيا", "استونيا"]


def test_events_lead_to_the_sentences_of_their_triggers(sentences):
    sentences.show_mentions(ANALYSIS, ("v1", "v5"))
    assert [row.id for row in rows(sentences)] == ["s1", "s3"]


def test_repeated_sentences_say_so(sentences):
    assert [row.repeats for row in rows(sentences)] == [0, 0, 1]
    words = sentences.model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "sentence 3" in words
    assert "repeated: 1" in words


def test_clicking_the_painted_words_goes_to_their_mention(qtbot, sentences):
    everything = tuple(mention.id for mention in ANALYSIS.mentions)
    sentences.show_mentions(ANALYSIS, everything)
    sentences.view.doItemsLayout()
    gone = []
    sentences.mention_activated.connect(gone.append)
    for row in range(3):
        sentences.view.scrollTo(sentences.model.index(row))
        for rect in drawn(sentences, row):
            at = rect.center().toPoint()
            qtbot.mouseClick(sentences.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert set(gone) == set(everything)
    assert gone[0] == "m1"


def test_clicking_elsewhere_goes_to_the_sentence_and_its_first_mention(qtbot, sentences):
    sent = []
    sentences.sentence_activated.connect(sent.append)
    sentences.mention_activated.connect(sent.append)
    at = sentences.view.visualRect(sentences.model.index(1)).topRight() + QPoint(-4, 4)
    qtbot.mouseClick(sentences.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert sent == ["s2", "m4"]


def test_enter_goes_to_the_current_sentence(qtbot, sentences):
    sentences.view.setCurrentIndex(sentences.model.index(2))
    with qtbot.waitSignal(sentences.sentence_activated) as signal:
        qtbot.keyClick(sentences.view, Qt.Key.Key_Return)
    assert signal.args == ["s3"]


def test_nothing_chosen_tells_what_to_do(sentences):
    sentences.show_mentions(None, ())
    assert "Choose" in sentences.stack.words()


def test_marks_inside_a_word_leave_out_its_prefix(qapp):
    block = TextBlock("وإستونيا", qapp.font(), 300, Qt.LayoutDirection.RightToLeft)
    whole = block.rectangles(0, 8)[0]
    name = block.rectangles(1, 8)[0]
    assert name.left() == whole.left()
    assert name.right() < whole.right()


def test_marks_of_mixed_text_cover_each_run(qapp):
    text = "شركة NASA 2031 الجديدة"
    block = TextBlock(text, qapp.font(), 400, Qt.LayoutDirection.RightToLeft)
    latin = block.rectangles(5, 9)
    assert len(latin) == 1
    assert latin[0].width() > 15
