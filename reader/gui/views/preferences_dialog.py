"""All that the user can choose, in one window; what is chosen shows at once in the article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.gui.actions import Command
from reader.gui.choices import Choices
from reader.gui.fonts import FAMILY, reading_families
from reader.gui.language import language_name, languages
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate
from reader.gui.speech.voice import Voice, make_voice
from reader.gui.theme import theme_name
from reader.gui.views.first_size import set_first_size
from reader.gui.views.number_field import NumberField
from reader.gui.views.shortcuts_page import ShortcutsPage
from reader.gui.views.tab_bar import TabWidget
from reader.settings import DIACRITICS, NUMBERS, RANGES, THEMES, TIMELINES, Settings

_WAIT = 600  # milliseconds after the last choice until it is written down
_POINTS = QT_TRANSLATE_NOOP("PreferencesDialog", " points")
_EMS = QT_TRANSLATE_NOOP("PreferencesDialog", " em")
_SIZE = QSize(640, 560)
_NAMES = {
    "shown": QT_TRANSLATE_NOOP("PreferencesDialog", "Shown"),
    "dimmed": QT_TRANSLATE_NOOP("PreferencesDialog", "Dimmed"),
    "hidden": QT_TRANSLATE_NOOP("PreferencesDialog", "Hidden"),
    "none": QT_TRANSLATE_NOOP("PreferencesDialog", "None"),
    "paragraphs": QT_TRANSLATE_NOOP("PreferencesDialog", "Paragraphs"),
    "sentences": QT_TRANSLATE_NOOP("PreferencesDialog", "Sentences"),
    "interface": QT_TRANSLATE_NOOP("PreferencesDialog", "As the interface"),
    "right_to_left": QT_TRANSLATE_NOOP("PreferencesDialog", "From right to left"),
    "left_to_right": QT_TRANSLATE_NOOP("PreferencesDialog", "From left to right"),
    "system": QT_TRANSLATE_NOOP("PreferencesDialog", "As the system"),
}


def _say(source: str) -> str:
    return QCoreApplication.translate("PreferencesDialog", source)


def _name(value: str) -> str:
    return _say(_NAMES[value])


class PreferencesDialog(QDialog):
    """Shows the choices and takes them; every window follows while it is open."""

    def __init__(
        self, choices: Choices, commands: Sequence[Command], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.choices = choices
        self._words: list[tuple[Callable[[str], object], str]] = []
        self._shows: list[Callable[[Settings], None]] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_WAIT)
        self._later.timeout.connect(self._keep)
        self._voice: Voice | None = None  # asked for the names, never heard
        self.tabs = TabWidget()
        self.shortcuts = ShortcutsPage(commands)
        self.fields: dict[str, QWidget] = {}
        self._make_pages()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Close | QDialogButtonBox.StandardButton.RestoreDefaults
        )
        self.reset_button = self.buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
        self._words.append(
            (self.reset_button.setText, QT_TRANSLATE_NOOP("PreferencesDialog", "As at first"))
        )
        column = QVBoxLayout(self)
        column.addWidget(self.tabs)
        column.addWidget(self.buttons)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in a field must press none of them
        self.buttons.rejected.connect(self.close)
        self.reset_button.clicked.connect(self._reset)
        self.shortcuts.keys_chosen.connect(lambda keys: self._choose("shortcuts", keys))
        choices.changed.connect(lambda _before, after: self._show(after))
        set_first_size(self, _SIZE)
        self._show(choices.settings)
        self._retranslate()

    # -- making ------------------------------------------------------------------------------

    def _make_pages(self) -> None:
        form = self._page(QT_TRANSLATE_NOOP("PreferencesDialog", "Article"))
        self._combo(form, "font_family", QT_TRANSLATE_NOOP("PreferencesDialog", "Font"), [], str)
        self._fill_fonts()
        self._spin(form, "font_size", QT_TRANSLATE_NOOP("PreferencesDialog", "Size"), _POINTS)
        self._spin(
            form, "line_height", QT_TRANSLATE_NOOP("PreferencesDialog", "Line height"), "%", 10
        )
        self._spin(form, "column", QT_TRANSLATE_NOOP("PreferencesDialog", "Widest column"), _EMS, 4)
        self._combo(
            form,
            "diacritics",
            QT_TRANSLATE_NOOP("PreferencesDialog", "Diacritics"),
            DIACRITICS,
            _name,
        )
        numbers = QT_TRANSLATE_NOOP("PreferencesDialog", "Numbers in the margin")
        self._combo(form, "numbers", numbers, NUMBERS, _name)
        self._check(
            form, "highlights", QT_TRANSLATE_NOOP("PreferencesDialog", "Paint what was found")
        )
        self._combo(
            form, "voice", QT_TRANSLATE_NOOP("PreferencesDialog", "Voice"), ("",), _voice_name
        )
        self._fill_voices(())
        self.fields["voice"].installEventFilter(self)
        rate = QT_TRANSLATE_NOOP("PreferencesDialog", "Speed of the voice (0: its own)")
        self._spin(form, "voice_rate", rate, "", 10)
        form = self._page(QT_TRANSLATE_NOOP("PreferencesDialog", "Window"))
        themes = ("system", *THEMES)
        self._combo(form, "theme", QT_TRANSLATE_NOOP("PreferencesDialog", "Colors"), themes, _theme)
        tongues = ("system", *languages())
        self._combo(
            form, "language", QT_TRANSLATE_NOOP("PreferencesDialog", "Language"), tongues, _tongue
        )
        size = QT_TRANSLATE_NOOP("PreferencesDialog", "Size of the interface's words")
        self._spin(form, "interface_size", size, "%", 25)
        time = QT_TRANSLATE_NOOP("PreferencesDialog", "Timeline")
        self._combo(form, "timeline", time, TIMELINES, _name)
        still = QT_TRANSLATE_NOOP("PreferencesDialog", "No motion: nothing flashes or glides")
        self._check(form, "reduced_motion", still)
        hover = QT_TRANSLATE_NOOP(
            "PreferencesDialog", "Show a card when the pointer rests on a finding"
        )
        self._check(form, "hover", hover)
        again = QT_TRANSLATE_NOOP("PreferencesDialog", "Open the files of the last time again")
        self._check(form, "restore_session", again)
        self.tabs.addTab(self.shortcuts, "")
        place = self.tabs.indexOf(self.shortcuts)
        self._words.append(
            (
                lambda words: self.tabs.setTabText(place, words),
                QT_TRANSLATE_NOOP("PreferencesDialog", "Keys"),
            )
        )

    def _page(self, title: str) -> QFormLayout:
        page, frame = QWidget(), QScrollArea()
        form = QFormLayout(page)
        form.setContentsMargins(18, 18, 18, 18)
        form.setSpacing(12)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        frame.setWidget(page)
        frame.setWidgetResizable(True)
        frame.setFrameShape(QScrollArea.Shape.NoFrame)
        frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        index = self.tabs.addTab(frame, "")
        self._words.append((lambda words: self.tabs.setTabText(index, words), title))
        return form

    def _add(self, form: QFormLayout, key: str, title: str, field: QWidget) -> None:
        label = QLabel()
        label.setBuddy(field)
        field.setObjectName(key)
        form.addRow(label, field)
        self.fields[key] = field
        self._words += [(label.setText, title), (field.setAccessibleName, title)]

    def _combo(
        self,
        form: QFormLayout,
        key: str,
        title: str,
        values: Sequence[str],
        name_of: Callable[[str], str],
    ) -> None:
        field = QComboBox()
        for value in values:
            field.addItem("", value)
        self._add(form, key, title, field)
        field.activated.connect(lambda _index: self._choose(key, field.currentData()))
        self._shows.append(lambda s: field.setCurrentIndex(field.findData(getattr(s, key))))

        def rename(_words: str) -> None:
            for index, value in enumerate(values):
                field.setItemText(index, name_of(value))

        self._words.append((rename, title))

    def _fill_fonts(self) -> None:
        field = self.fields["font_family"]
        if not isinstance(field, QComboBox):
            return
        for family in reading_families():
            field.addItem(f"\u2068{family}\u2069", "" if family == FAMILY else family)
            field.setItemData(field.count() - 1, QFont(family), Qt.ItemDataRole.FontRole)

    def _fill_voices(self, names: Sequence[str]) -> None:
        """Offer the system's first voice, those of the names, and the one that was chosen."""
        field = self.fields["voice"]
        if not isinstance(field, QComboBox):
            return
        chosen = self.choices.settings.voice
        while field.count() > 1:
            field.removeItem(1)
        for name in dict.fromkeys((*names, chosen)):
            if name:
                field.addItem(_voice_name(name), name)
        field.setCurrentIndex(field.findData(chosen))
        if field.view().isVisible():
            field.showPopup()  # with room for them all

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for the voices once someone comes near their list: it may start their engine."""
        comes = event.type() in {QEvent.Type.Enter, QEvent.Type.FocusIn}
        if comes and watched is self.fields["voice"] and self._voice is None:
            voice = self._voice = make_voice(self)
            voice.ready.connect(lambda: self._fill_voices(voice.names))
            voice.open()
        return super().eventFilter(watched, event)

    def _spin(self, form: QFormLayout, key: str, title: str, unit: str, step: int = 1) -> None:
        field = NumberField()
        field.setRange(*RANGES[key])
        field.setSingleStep(step)
        self._words.append((field.setSuffix, unit))
        self._add(form, key, title, field)
        field.valueChanged.connect(lambda value: self._choose(key, value))
        self._shows.append(lambda s: field.setValue(getattr(s, key)))
        if RANGES[key][0] == 0:
            whole = QT_TRANSLATE_NOOP("PreferencesDialog", "as wide as the window")
            self._words.append((field.setSpecialValueText, whole))

    def _check(self, form: QFormLayout, key: str, title: str) -> None:
        field = QCheckBox()
        field.setObjectName(key)
        form.addRow(field)
        self.fields[key] = field
        self._words.append((field.setText, title))
        field.toggled.connect(lambda value: self._choose(key, value))
        self._shows.append(lambda s: field.setChecked(getattr(s, key)))

    # -- choosing ----------------------------------------------------------------------------

    def _choose(self, key: str, value: Any) -> None:  # noqa: ANN401 - whatever the key holds
        self.choices.show(replace(self.choices.settings, **{key: value}))
        self._later.start()

    def _keep(self) -> None:
        self._later.stop()
        self.choices.keep(self.choices.settings)

    def _reset(self) -> None:
        """Choose for all that is on the page in sight what the program comes with."""
        first = Settings()
        page = self.tabs.currentWidget()
        keys = [key for key, field in self.fields.items() if page.isAncestorOf(field)]
        if page is self.shortcuts:
            keys = ["shortcuts"]
        values = {key: getattr(first, key) for key in keys}
        self.choices.show(replace(self.choices.settings, **values))
        self._keep()

    def _show(self, settings: Settings) -> None:
        blocked = [QSignalBlocker(field) for field in self.fields.values()]
        for show in self._shows:
            show(settings)
        del blocked
        self.shortcuts.show_keys(settings.shortcuts)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write down what was chosen."""
        if self._later.isActive():
            self._keep()
        if self._voice is not None:
            self._voice.close()
            self._voice.deleteLater()
            self._voice = None
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Preferences"))
        for put, source in self._words:
            put(_say(source))


def _voice_name(value: str) -> str:
    return isolate(value) if value else _name("system")


def _theme(value: str) -> str:
    found = next((name for name in THEMES if name == value), None)
    return theme_name(found) if found else _name(value)


def _tongue(value: str) -> str:
    return _name(value) if value == "system" else language_name(value)
