"""What stands in the article's place while there is none: what happens, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate, say_count

_WIDTH = 460  # pixels of text


class Page(QWidget):
    """A heading, a sentence or two, and buttons, in the middle of the window.

    Signals:
        open_wanted, paste_wanted, address_wanted, again_wanted, cancel_wanted, article_wanted,
            ocr_wanted: a button was clicked.
    """

    open_wanted = Signal()
    paste_wanted = Signal()
    address_wanted = Signal()
    again_wanted = Signal()
    cancel_wanted = Signal()
    article_wanted = Signal()
    ocr_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.body = QLabel(self), QLabel(self)
        for label in (self.title, self.body):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            label.setFixedWidth(_WIDTH)
        self.body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        self.title.setFont(font)
        self.buttons = QHBoxLayout()
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(2)
        for label in (self.title, self.body):
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self.buttons)
        column.addStretch(3)
        self.buttons.addStretch(1)

    def add_button(self, signal: SignalInstance) -> QPushButton:
        """Add a button that sends `signal`."""
        button = QPushButton(self)
        button.clicked.connect(lambda: signal.emit())  # noqa: PLW0108 - drops the checked flag
        self.buttons.addWidget(button)
        return button

    def tell(self, words: str) -> None:
        """Say something below the heading, in as many lines as it takes."""
        self.body.setText(words)
        self.body.setMinimumHeight(max(0, self.body.heightForWidth(_WIDTH)))

    def retranslate(self) -> None:
        """Put the words of the interface's language."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class EmptyPage(Page):
    """Nothing is open yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open_button = self.add_button(self.open_wanted)
        self.paste_button = self.add_button(self.paste_wanted)
        self.address_button = self.add_button(self.address_wanted)
        self.buttons.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Put the words of the interface's language."""
        self.title.setText(self.tr("No article is open"))
        self.tell(
            self.tr(
                "Open a file (text, web page, PDF, Word, e-book, mail, feed…), drop some here,"
                " or paste an article."
            )
        )
        self.open_button.setText(self.tr("Open…"))
        self.paste_button.setText(self.tr("Paste an article"))
        self.address_button.setText(self.tr("Open an address…"))


class LoadingPage(Page):
    """A file is being read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._is_ocr = False
        self._count = 0
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setFixedWidth(220)
        self.bar.setTextVisible(False)
        self.buttons.addWidget(self.bar)
        self.cancel_button = self.add_button(self.cancel_wanted)
        self.buttons.addStretch(1)
        self.retranslate()

    def show_name(self, name: str, *, is_ocr: bool = False) -> None:
        """Tell what is being read."""
        self._name, self._is_ocr = name, is_ocr
        self.show_progress(0.0, 0)

    def show_progress(self, done: float, count: int) -> None:
        """Tell how much of it is read, 0 to 1, and how many articles were found in it."""
        self._count = count
        self.bar.setRange(0, 100 if done else 0)
        self.bar.setValue(round(100 * done))
        self.retranslate()

    def retranslate(self) -> None:
        """Put the words of the interface's language."""
        self.title.setText(self.tr("Reading the article"))
        told = [isolate(self._name)]
        if self._count > 1:
            told.append(say_count(QT_TRANSLATE_NOOP("Wording", "%n article(s)"), self._count))
        if self._is_ocr:
            told.append(self.tr("Text is made of pictures; that takes a while for each page."))
        self.tell("\n".join(told))
        self.cancel_button.setText(self.tr("Cancel"))


class ErrorPage(Page):
    """The article could not be read or analyzed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ocr_button = self.add_button(self.ocr_wanted)
        self.again_button = self.add_button(self.again_wanted)
        self.article_button = self.add_button(self.article_wanted)
        self.open_button = self.add_button(self.open_wanted)
        self.buttons.addStretch(1)
        self.retranslate()

    def show_error(self, words: str, *, has_article: bool, has_pictures: bool = False) -> None:
        """Show what was wrong and what to do about it, and the way back to an article.

        Where `has_pictures` a program can make text of them.
        """
        self.tell(words)
        self.ocr_button.setVisible(has_pictures)
        self.article_button.setVisible(has_article)

    def retranslate(self) -> None:
        """Put the words of the interface's language."""
        self.title.setText(self.tr("The article could not be read"))
        self.ocr_button.setText(self.tr("Make text of the pictures (OCR)"))
        self.again_button.setText(self.tr("Try again"))
        self.article_button.setText(self.tr("Back to the article"))
        self.open_button.setText(self.tr("Open another…"))
