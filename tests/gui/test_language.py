"""The language of the interface: whose choice it is, and that nothing is left in English."""

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

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
