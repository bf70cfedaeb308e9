"""The language of the interface: whose choice it is, and that nothing is left in English."""

import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from reader.gui.language import language_name, language_of, languages
from reader.gui.main_window import MainWindow
from reader.settings import Settings

FOLDER = Path(__file__).parents[2] / "resources" / "i18n"
PRINT = (
    "from PySide6.QtWidgets import QApplication\n"
    "from reader.gui.language import apply_language, language_of\n"
    "app = QApplication([])\n"
    "apply_language('system')\n"
    "print(language_of('system'), app.layoutDirection().name)\n"
)


@pytest.mark.parametrize(
    ("system", "expected"),
    [
        ("ar_EG.UTF-8", "ar RightToLeft"),
        ("C", "ar RightToLeft"),
        ("en_US.UTF-8", "en LeftToRight"),
        ("fr_FR.UTF-8", "en LeftToRight"),
    ],
)
def test_the_systems_language_is_followed(system, expected):
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))}
    environment = {**clean, "LANG": system, "LC_ALL": system}
    done = subprocess.run(
        [sys.executable, "-c", PRINT], check=True, capture_output=True, env=environment
    )
    assert done.stdout.decode().strip() == expected


def test_every_string_has_its_arabic_and_every_count_its_six_forms():
    tree = ET.parse(FOLDER / "qari_ar.ts")  # noqa: S314 - our own file
    messages = tree.getroot().findall("context/message")
    assert len(messages) > 300
    for message in messages:
        translation = message.find("translation")
        forms = [form.text for form in translation.findall("numerusform")]
        if message.get("numerus") == "yes":
            assert len(forms) == 6, message.findtext("source")
            assert all(forms), message.findtext("source")
        else:
            assert translation.text, message.findtext("source")


def test_what_qt_reads_was_made_from_what_people_read():
    for language in ("ar", "en"):
        made = FOLDER / f"qari_{language}.qm"
        assert made.stat().st_size > 30


def test_a_third_language_is_there_once_its_file_is(qtbot, arabic_interface, tmp_path):
    assert arabic_interface
    (tmp_path / "i18n").mkdir()
    shutil.copy(FOLDER / "qari_en.qm", tmp_path / "i18n" / "qari_fa.qm")
    assert languages() == ("ar", "en", "fa")
    window = MainWindow(Settings(language="ar"))
    qtbot.addWidget(window)
    choice = next(a for a in window.menus["language"].actions() if a.text() == "فارسی")
    choice.trigger()
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert window.menus["file"].title() == "&File"


def test_a_language_that_is_no_longer_there_is_the_systems(arabic_interface):
    assert arabic_interface
    assert language_name("ar") == "العربية"
    assert language_of("xx") == language_of("system")


@pytest.mark.parametrize(("language", "close"), [("ar", "إغلاق"), ("en", "Close")])
def test_the_buttons_of_qt_are_named_as_the_programs_own(window, language, close):
    window.set_language(language)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, window)
    assert box.button(QDialogButtonBox.StandardButton.Close).text().replace("&", "") == close
