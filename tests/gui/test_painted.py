import pytest
from PySide6.QtCore import QByteArray, QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from reader.gui.theme import load_theme
from reader.gui.views.painted import PaintedPanel, PaintedView

RED, BLUE = QColor("#ff0000"), QColor("#0000ff")


class TwoSquares(PaintedView):
    """A red square in sight and a blue one that is not; its words say so."""

    def __init__(self):
        super().__init__()
        self.zooms = []
        self.says = "أحمر\nأزرق"

    def paint(self, painter, _exposed):
        painter.fillRect(QRectF(0, 0, 40, 40), RED)
        painter.fillRect(QRectF(1000, 1000, 40, 40), BLUE)

    def picture_size(self):
        return QSizeF(1040, 1040)

    def description(self):
        return self.says

    def zoom(self, factor, at=None):
        self.zooms.append((factor, at))

    def fit(self):
        self.zooms.append("fit")


@pytest.fixture
def panel(qtbot):
    made = PaintedPanel(TwoSquares(), "squares")
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.set_theme(load_theme("light"))
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_saved_image_holds_what_is_out_of_sight_at_twice_the_size(panel, tmp_path):
    path = tmp_path / "a.png"
    panel.save(path)
    image = QImage(str(path))
    assert (image.width(), image.height()) == (2080, 2080)
    assert image.pixelColor(40, 40) == RED
    assert image.pixelColor(2040, 2040) == BLUE
    assert image.pixelColor(1000, 1000) == load_theme("light").color("base")


def test_a_saved_drawing_is_one_and_carries_the_words(panel, tmp_path):
    path = tmp_path / "a.svg"
    panel.save(path)
    data = path.read_bytes()
    assert "أزرق" in data.decode("utf-8")
    image = QImage(1040, 1040, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        QSvgRenderer(QByteArray(data)).render(painter)
    assert image.pixelColor(1020, 1020) == BLUE


def test_where_it_cannot_be_saved_the_reason_is_told_and_no_file_is_left(panel, qtbot, tmp_path):
    with qtbot.waitSignal(panel.failed) as signal:
        panel.save(tmp_path / "no such folder" / "a.png")
    assert "no such folder" in signal.args[0]
    assert not list(tmp_path.iterdir()) or [p.name for p in tmp_path.iterdir()] == ["settings.toml"]


def test_it_is_copied_as_picture_and_as_text(panel):
    panel.copy_words_action.trigger()
    assert QGuiApplication.clipboard().text() == "أحمر\nأزرق"
    panel.copy_image_action.trigger()
    assert QGuiApplication.clipboard().image().width() == 2080


def test_its_words_stand_beside_it_and_follow_it(panel, qtbot):
    assert panel.words.isHidden()
    qtbot.mouseClick(panel.words_button, Qt.MouseButton.LeftButton)
    assert panel.words.isVisible()
    assert panel.words.toPlainText() == "أحمر\nأزرق"
    panel.view.says = "<b>أخضر</b>"
    panel.view.shown_anew.emit()
    assert panel.words.toPlainText() == "<b>أخضر</b>"


def test_keys_buttons_and_the_wheel_zoom(panel, qtbot):
    panel.view.setFocus()
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0):
        qtbot.keyClick(panel.view, key)
    for button in (panel.zoom_in_button, panel.zoom_out_button, panel.fit_button):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert panel.view.zooms[:3] == panel.view.zooms[3:] == [(1.25, None), (0.8, None), "fit"]
    wheel = QWheelEvent(
        QPointF(30, 20),
        panel.view.viewport().mapToGlobal(QPointF(30, 20)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(panel.view.viewport(), wheel)
    assert panel.view.zooms[-1] == (1.25, QPointF(30, 20))


def test_buttons_have_names_for_screen_readers_and_icons(panel):
    buttons = (
        panel.zoom_in_button,
        panel.zoom_out_button,
        panel.fit_button,
        panel.words_button,
        panel.copy_button,
        panel.save_button,
    )
    assert all(b.accessibleName() and b.toolTip() and not b.icon().isNull() for b in buttons)
    assert len({b.accessibleName() for b in buttons}) == len(buttons)
