"""What is known of an article's file, as plain text that can be copied."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from reader.core.types import Document
from reader.gui.models.format_words import encoding_name, format_name
from reader.gui.models.notice_words import notice_text
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate, ltr, say_count
from reader.gui.views.first_size import set_first_size

_SIZE = QSize(560, 380)
_MOST = 2_000  # code points of a value


class PropertiesDialog(QDialog):
    """Lists the properties of a document, and below them what could not be read.

    Attributes:
        values: the label of each property that it has, by name.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Properties of the article"))
        self.values: dict[str, QLabel] = {}
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for key, name, value in self._properties(document):
            if value:
                self.values[key] = label = _value(value, self.layoutDirection())
                label.setAccessibleName(name)
                form.addRow(f"{name}:", label)
        self.notices = QListWidget()
        self.notices.setWordWrap(True)
        self.notices.setAccessibleName(self.tr("What is to know of this article"))
        self.notices.addItems([notice_text(notice) for notice in document.notices])
        title = QLabel(self.tr("What is to know:"))
        for widget in (title, self.notices):
            widget.setVisible(bool(document.notices))
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(title)
        column.addWidget(self.notices, 1)
        column.addStretch(0)
        column.addWidget(buttons)
        set_first_size(self, _SIZE if document.notices else QSize(_SIZE.width(), 0))

    def _properties(self, document: Document) -> tuple[tuple[str, str, str], ...]:
        letters = say_count(QT_TRANSLATE_NOOP("Wording", "%n letter(s)"), len(document.text))
        day = document.published
        return (
            ("title", self.tr("Title"), isolate(document.title or "")),
            ("author", self.tr("Author"), isolate(document.author or "")),
            ("published", self.tr("Published"), ltr(day.isoformat()) if day else ""),
            ("address", self.tr("Address"), ltr(document.address or "")),
            ("source", self.tr("Source"), ltr(document.source or "")),
            ("format", self.tr("Format"), format_name(document.format)),
            ("encoding", self.tr("Encoding"), encoding_name(document.encoding)),
            ("length", self.tr("Length"), letters),
        )


def _value(words: str, direction: Qt.LayoutDirection) -> QLabel:
    """Return words that can be selected and copied, and are nothing but words."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(words if len(words) <= _MOST else f"{words[:_MOST]}…")
    label.setWordWrap(True)
    # A label stands on the side that its words begin on, whatever those around it do.
    is_rtl = direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    flags = Qt.TextInteractionFlag
    label.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    return label
