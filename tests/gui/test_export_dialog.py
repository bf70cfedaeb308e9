"""The window of exports: every form is shown before it is saved, and saved as it was shown."""

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog

from reader.export import FORMATS, Format, format_named
from reader.gui.features.export import ExportFeature
from reader.gui.models.export_words import LETTERS, LINES, TITLES, preview, title


@pytest.fixture
def dialog(seed_window):
    seed_window.actions_by_name["export"].trigger()
    feature = next(f for f in seed_window.features if isinstance(f, ExportFeature))
    yield feature.dialog
    feature.dialog.close()


def save_button(dialog):
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Save)


def test_nothing_is_exported_before_there_is_an_analysis(window):
    assert not window.actions_by_name["export"].isEnabled()


def test_every_form_has_a_name_and_is_shown(qtbot, seed_window, dialog):
    assert {form.title for form in FORMATS} <= set(TITLES)
    for form in FORMATS:
        dialog.choose(form.name)
        qtbot.waitUntil(save_button(dialog).isEnabled)
        assert dialog.list.currentItem().text() == title(form) != form.title
        written = form.write(seed_window.analysis)
        if form.is_text:
            first = preview(form, written).splitlines()[0]
            assert dialog.text.toPlainText().startswith(first)


def test_a_form_is_saved_as_it_was_shown(qtbot, seed_window, dialog, tmp_path, monkeypatch):
    asked = []
    out = tmp_path / "page.html"

    def choose(*words):
        asked.extend(words)
        return str(out), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    qtbot.waitUntil(save_button(dialog).isEnabled)
    save_button(dialog).click()
    assert out.read_bytes() == format_named("html").write(seed_window.analysis)
    assert any(str(word).endswith(".html") for word in asked)
    assert out.name in seed_window.statusBar().currentMessage()


def test_a_file_that_cannot_be_written_is_told_of(
    qtbot, seed_window, dialog, tmp_path, monkeypatch
):
    warned = []
    monkeypatch.setattr(seed_window.warnings, "tell", warned.append)
    place = tmp_path / "none" / "page.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    qtbot.waitUntil(save_button(dialog).isEnabled)
    save_button(dialog).click()
    assert len(warned) == 1
    assert dialog.isVisible()


def test_the_preview_is_short_and_shows_what_cannot_be_seen():
    form = Format("text", "Text", ".txt", "text")
    shown = preview(form, "a\u202eb\0\n".encode() + b"x" * 10_000 + b"\n" * 10_000)
    assert shown.startswith("a⟨U+202E⟩b⟨U+0000⟩\n")
    assert len(shown) < LETTERS + LINES + 100


def test_documents_for_office_programs_are_shown_by_their_words(seed_window):
    analysis = seed_window.analysis
    line = analysis.paragraphs[0].span.of(analysis.document.text)[:100]
    document = preview(format_named("docx"), format_named("docx").write(analysis))
    assert any(shown.startswith(line) for shown in document.splitlines())
    workbook = preview(format_named("xlsx"), format_named("xlsx").write(analysis))
    assert workbook.startswith("id | type | name | ")
    first = analysis.entities[0]
    assert f"\n{first.id} | {first.type} | {first.name} | " in workbook
