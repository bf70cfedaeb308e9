"""Views that are painted rather than made of widgets, and what all of them can do.

A `PaintedView` paints what is in sight, paints itself whole on request, and says in words what
it shows. A `PaintedPanel` puts it under a row of buttons: zoom, copy, save as SVG or PNG, and
the words in place of the picture.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSaveFile,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QImage,
    QImageWriter,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QTextEdit,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from reader.gui.icons import icon
from reader.gui.models import wording
from reader.gui.models.phrases import tip
from reader.gui.theme import Theme, load_theme
from reader.gui.views.roles import announce

ZOOM_STEP = 1.25
_SCALE = 2  # a saved picture has this many pixels for each on the screen, each way
_MOST_PIXELS = 120_000_000  # of an image: half a gigabyte; a larger one is scaled down


class PaintedView(QAbstractScrollArea):
    """A picture of the article; a subclass overrides what its docstrings leave open.

    `paint` and `paint_whole` use colors of `self.theme` only. Words of the article are painted
    isolated (`wording.isolate`) and as plain text.

    Attributes:
        theme: the colors to paint with.
        told_as: what a screen reader calls it.

    Signals:
        shown_anew: what it shows has changed, so that `description` says something else.
        menu_wanted: the context menu before it is shown, and the name of the item under it or
            "", for others to add entries.
    """

    told_as = QAccessible.Role.Graphic
    shown_anew = Signal()
    menu_wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = load_theme("light")
        self._due: dict[str, Callable[[], None]] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    # -- what a subclass says ----------------------------------------------------------------

    def paint(self, painter: QPainter, exposed: QRect) -> None:
        """Paint what is in sight, in the pixels of the viewport; only `exposed` is needed."""
        raise NotImplementedError

    def picture_size(self) -> QSizeF:
        """Return the size of the whole picture, in the pixels of the viewport."""
        return QSizeF(self.viewport().size())

    def paint_whole(self, painter: QPainter) -> None:
        """Paint all of it, in sight or not, from (0, 0) to `picture_size`."""
        self.paint(painter, QRectF(QPointF(), self.picture_size()).toAlignedRect())

    def description(self) -> str:
        """Return what the picture tells, as lines of plain text, names isolated."""
        return ""

    def tip_at(self, _point: QPoint) -> str:
        """Return plain text for what lies at a point of the viewport, "" for nothing."""
        return ""

    def item_for_menu(self, _point: QPoint | None) -> str:
        """Return the name of the item at a point, or of the current one where that is None."""
        return ""

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Show it larger by `factor`; `at`, the middle if None, stays where it is."""

    def fit(self) -> None:
        """Bring all of it into sight."""

    # -- what all of them do -----------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colors."""
        self.theme = theme
        self.setPalette(theme.palette())
        self.viewport().update()

    def when_seen(self, what: str, show: Callable[[], None]) -> None:
        """Call `show` now, or once the view comes into sight; of each `what` only the last."""
        if self.isVisible():
            show()
        else:
            self._due.pop(what, None)
            self._due[what] = show

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed out of sight."""
        super().showEvent(event)
        due, self._due = self._due, {}
        for show in due.values():
            show()

    def show_tip(self, point: QPoint, words: str) -> None:
        """Show plain text beside a point of the viewport; "" hides it."""
        plain = tip(words.splitlines())
        QToolTip.showText(self.viewport().mapToGlobal(point), plain, self.viewport())

    def tell(self, words: str) -> None:
        """Tell who cannot see the picture what the keyboard is on now."""
        self.setAccessibleDescription(words)
        announce(self, words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground and let `paint` paint on it."""
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(event.rect(), self.theme.color("base"))
            self.paint(painter, event.rect())

    def viewportEvent(self, event: QEvent) -> bool:
        """Show what `tip_at` says."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self.show_tip(event.pos(), self.tip_at(event.pos()))
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the picture, and with the item under the pointer."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_wanted.emit(menu, self.item_for_menu(None if by_key else event.pos()))
        menu.popup(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, around the pointer; scroll without."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self.zoom(ZOOM_STEP ** (turned / 120), event.position())
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with + and -, show all with 0; leave the other keys to the window."""
        keys = event.key()
        if keys in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(ZOOM_STEP)
        elif keys == Qt.Key.Key_Minus:
            self.zoom(1 / ZOOM_STEP)
        elif keys == Qt.Key.Key_0:
            self.fit()
        else:
            event.ignore()

    # -- pictures ----------------------------------------------------------------------------

    def image(self) -> QImage:
        """Return the whole picture at twice the size of the screen's."""
        size = self.picture_size()
        most = (_MOST_PIXELS / max(1.0, size.width() * size.height())) ** 0.5
        scale = min(_SCALE, most)
        image = QImage((size * scale).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(self.theme.color("base"))
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale, scale)
            self.paint_whole(painter)
        return image

    def png(self) -> bytes:
        """Return the whole picture as a PNG file."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(self.image())
        return bytes(buffer.data().data())

    def svg(self) -> bytes:
        """Return the whole picture as an SVG file that carries its description."""
        from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415 - few save a picture

        size = self.picture_size()
        buffer = QBuffer()
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(size.toSize())
        generator.setResolution(self.logicalDpiX())
        generator.setViewBox(QRectF(QPointF(), size))
        generator.setTitle(self.accessibleName())
        generator.setDescription(self.description())
        with QPainter(generator) as painter:
            painter.fillRect(QRectF(QPointF(), size), self.theme.color("base"))
            self.paint_whole(painter)
        return bytes(buffer.data().data())


class PaintedPanel(QWidget):
    """A painted view under its row of buttons, with its words beside it on request.

    Attributes:
        view: the picture.
        bar: the row of buttons; `add_button` puts others in.
        words: the picture's description, hidden at first.

    Signals:
        failed: words that tell why a picture could not be saved.
        told: a line for the status bar.
    """

    failed = Signal(str)
    told = Signal(str)

    def __init__(self, view: PaintedView, file_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self._file_name = file_name
        self._icons: dict[QToolButton, str] = {}
        self.words = QTextEdit()
        self.words.setReadOnly(True)
        self.words.setAcceptRichText(False)
        self.words.hide()
        self._make_buttons()
        self._lay_out()
        view.shown_anew.connect(self._show_words)
        view.menu_wanted.connect(self._add_to_menu)
        self._retranslate()

    def _make_buttons(self) -> None:
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(6, 2, 6, 2)
        self.bar.setSpacing(2)
        self.zoom_in_button = self._button("zoom_in")
        self.zoom_out_button = self._button("zoom_out")
        self.fit_button = self._button("fit")
        self._before = self.bar.count()
        self.bar.addStretch(1)
        self.words_button = self._button("words")
        self.words_button.setCheckable(True)
        self.copy_button = self._button("copy")
        self.save_button = self._button("save")
        self._copy_menu, self._save_menu = QMenu(self), QMenu(self)
        for button, menu in (
            (self.copy_button, self._copy_menu),
            (self.save_button, self._save_menu),
        ):
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.copy_image_action = self._copy_menu.addAction("")
        self.copy_words_action = self._copy_menu.addAction("")
        self.save_svg_action = self._save_menu.addAction("")
        self.save_png_action = self._save_menu.addAction("")
        self.zoom_in_button.clicked.connect(lambda: self.view.zoom(ZOOM_STEP))
        self.zoom_out_button.clicked.connect(lambda: self.view.zoom(1 / ZOOM_STEP))
        self.fit_button.clicked.connect(self.view.fit)
        self.words_button.toggled.connect(self._on_words_toggled)
        self.copy_image_action.triggered.connect(self.copy_image)
        self.copy_words_action.triggered.connect(self.copy_words)
        self.save_svg_action.triggered.connect(lambda: self._choose_file("svg"))
        self.save_png_action.triggered.connect(lambda: self._choose_file("png"))

    def _button(self, drawing: str) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setIconSize(QSize(18, 18))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icons[button] = drawing
        self.bar.addWidget(button)
        return button

    def add_button(self, drawing: str) -> QToolButton:
        """Add a button of the view's own, with an icon of resources/icons/, after the zoom's."""
        button = self._button(drawing)
        self.add_widget(button)
        return button

    def add_widget(self, widget: QWidget) -> None:
        """Add a widget of the view's own to the row, after the zoom's buttons."""
        self.bar.removeWidget(widget)
        self.bar.insertWidget(self._before, widget)
        self._before += 1

    def _lay_out(self) -> None:
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.sides.addWidget(self.view)
        self.sides.addWidget(self.words)
        self.sides.setStretchFactor(0, 2)
        self.sides.setStretchFactor(1, 1)
        self.sides.setCollapsible(0, False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.bar)
        column.addWidget(self.sides, 1)
        self.setFocusProxy(self.view)

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colors."""
        self.setPalette(theme.palette())
        for button, drawing in self._icons.items():
            button.setIcon(icon(drawing, theme, self.layoutDirection()))
        self.view.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        names = {
            self.zoom_in_button: self.tr("Larger (+)"),
            self.zoom_out_button: self.tr("Smaller (-)"),
            self.fit_button: self.tr("Show all (0)"),
            self.words_button: self.tr("Show as text"),
            self.copy_button: self.tr("Copy"),
            self.save_button: self.tr("Save the picture"),
        }
        for button, name in names.items():
            button.setToolTip(name)
            button.setAccessibleName(name)
        self.copy_image_action.setText(self.tr("Copy the picture"))
        self.copy_words_action.setText(self.tr("Copy as text"))
        self.save_svg_action.setText(self.tr("As a drawing (SVG)…"))
        self.save_png_action.setText(self.tr("As an image (PNG)…"))
        self.words.setAccessibleName(self.tr("The picture in words"))
        self._show_words()

    def _add_to_menu(self, menu: QMenu, _item: str) -> None:
        """Offer by the keyboard and the right button what the buttons do."""
        menu.addActions([self.copy_image_action, self.copy_words_action])
        menu.addSeparator()
        menu.addActions([self.save_svg_action, self.save_png_action])

    # -- words -------------------------------------------------------------------------------

    def _on_words_toggled(self, is_shown: bool) -> None:  # noqa: FBT001 - a slot
        self.words.setVisible(is_shown)
        self._show_words()

    def _show_words(self) -> None:
        if self.words.isHidden():
            return
        option = QTextOption()
        option.setTextDirection(self.layoutDirection())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.words.document().setDefaultTextOption(option)
        self.words.setPlainText(self.view.description())

    def copy_words(self) -> None:
        """Copy what the picture tells, as text."""
        QGuiApplication.clipboard().setText(self.view.description())
        self.told.emit(self.tr("Copied as text."))

    # -- pictures ----------------------------------------------------------------------------

    def copy_image(self) -> None:
        """Copy the whole picture."""
        QGuiApplication.clipboard().setImage(self.view.image())
        self.told.emit(self.tr("The picture is copied."))

    def _choose_file(self, kind: str) -> None:
        kinds = {
            "svg": self.tr("Drawings (*.svg)"),
            "png": self.tr("Images (*.png)"),
        }
        name, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save the picture"), f"{self._file_name}.{kind}", kinds[kind]
        )
        if name:
            path = Path(name)
            self.save(path if path.suffix.lower() == f".{kind}" else Path(f"{name}.{kind}"))

    def save(self, path: Path) -> None:
        """Save the whole picture, as SVG or PNG by the file's ending, or leave no file."""
        data = self.view.svg() if path.suffix.lower() == ".svg" else self.view.png()
        file = QSaveFile(str(path))
        done = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(data) == len(data)
        if done and file.commit():
            words = self.tr("Saved: {path}")
            self.told.emit(words.format(path=wording.isolate(str(path))))
            return
        words = self.tr("The picture could not be saved as {path}: {reason}")
        named = wording.isolate(str(path))
        self.failed.emit(words.format(path=named, reason=wording.isolate(file.errorString())))
