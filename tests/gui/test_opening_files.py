"""What a person opens: files of many articles, pages, words from the clipboard, addresses."""

import json
import mailbox
import sys
import threading
from datetime import date
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import ClassVar

import pytest
from documents import composed, pdf_of
from panel_article import type_in
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog

from reader.core.corrections.types import Anchor, RemoveMention
from reader.errors import InputError
from reader.gui.article_tabs import ArticleTabs
from reader.gui.choices import Choices
from reader.gui.features.contents import Contents
from reader.gui.features.notices import Notices
from reader.gui.features.properties import Properties
from reader.gui.models.contents_model import ContentsModel, Role
from reader.gui.models.format_words import TITLES, file_kinds
from reader.gui.origin import Origin
from reader.service import Workspace
from reader.settings import Settings

SUBJECTS = ("اجتماع في تونس", "قمة في القاهرة", "زلزال في المغرب", "انتخابات في العراق")
BODY = "زار وزير الخارجية المصري باريس أمس، والتقى نظيره الفرنسي، وأعلن الوزيران عقد قمة."
PAGE = f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>خبر</title>
<meta property="article:published_time" content="2017-11-05T10:00:00Z"></head><body>
<nav><p>القائمة الرئيسية للموقع</p></nav>
<article><h1>زيارة وزارية إلى باريس</h1>{f"<p>{BODY} {BODY}</p>" * 5}</article>
<footer><p>حقوق النشر محفوظة</p></footer></body></html>"""
WAIT = 30_000
DISPLAY, ACCESSIBLE = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole


def feature(window, kind):
    return next(f for f in window.features if isinstance(f, kind))


@pytest.fixture
def mail(tmp_path):
    """A mailbox of four messages."""
    path = tmp_path / "بريد.mbox"
    box = mailbox.mbox(path)
    for number, subject in enumerate(SUBJECTS):
        message = EmailMessage()
        message["From"], message["Subject"] = "a@example.org", subject
        message["Date"] = f"Sun, {number + 1} Nov 2017 10:00:00 +0000"
        message.set_content(f"{BODY} ({number})")
        box.add(message)
    box.flush()
    box.close()
    return path


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def listed(qtbot, window, mail):
    """The window with the list of the mailbox, read to its end."""
    window.open_path(mail)
    chooser = feature(window, Contents).page
    qtbot.waitUntil(lambda: chooser.isVisible() and not window.is_busy(), timeout=WAIT)
    return chooser


def opened(qtbot, window, path):
    with qtbot.waitSignal(window.analysis_ready, timeout=WAIT):
        window.open_path(path)


def drop(window, data):
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(9, 9), action, data, button, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(event)


# -- files of several articles ---------------------------------------------------------------


def test_a_mailbox_lists_its_messages_and_one_is_opened_by_the_keyboard(qtbot, window, listed):
    assert [d.title for d in listed.loaded.contents.documents] == list(SUBJECTS)
    assert listed.view.hasFocus()
    QTest.keyClick(listed.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.analysis_ready, timeout=WAIT):
        QTest.keyClick(listed.view, Qt.Key.Key_Return)
    assert window.article.isVisible()
    assert window.document.title == SUBJECTS[1]
    assert window.document.source.endswith("#2")


def test_rows_tell_title_day_and_length_and_are_painted(listed):
    facts = listed.filter.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert SUBJECTS[2] in facts
    assert "2017-11-03" in facts
    row = listed.view.visualRect(listed.filter.index(2, 0))
    image = listed.view.viewport().grab(row).toImage()
    colors = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(image.height())}
    assert len(colors) > 4


def test_the_list_is_searched_by_folded_words(qtbot, listed):
    type_in(listed.search, "المغرِب")
    assert listed.filter.rowCount() == 1
    QTest.keyClick(listed.search, Qt.Key.Key_Return)
    assert listed.view.hasFocus()
    assert listed.rows() == [2]
    type_in(listed.search, "xyz")
    assert listed.stack.words()
    qtbot.mouseClick(listed.stack.button, Qt.MouseButton.LeftButton)
    assert listed.filter.rowCount() == len(SUBJECTS)


def test_the_next_and_the_previous_article_are_gone_to(qtbot, window, listed):
    with qtbot.waitSignal(window.analysis_ready, timeout=WAIT):
        listed.open_button.click()
    actions = window.actions_by_name
    assert not actions["previous_article"].isEnabled()
    for subject in SUBJECTS[1:]:
        with qtbot.waitSignal(window.analysis_ready, timeout=WAIT):
            actions["next_article"].trigger()
        assert window.document.title == subject
    assert not actions["next_article"].isEnabled()
    actions["show_contents"].trigger()
    assert listed.isVisible()
    assert listed.rows() == [3]
    listed.article_button.click()
    assert window.article.isVisible()


def test_reading_again_keeps_to_the_chosen_article(qtbot, window, listed):
    listed.view.setCurrentIndex(listed.filter.index(2, 0))
    with qtbot.waitSignal(window.analysis_ready, timeout=WAIT):
        listed.open_button.click()
    with qtbot.waitSignal(window.analysis_ready, timeout=WAIT):
        window.opening.reload()
    assert window.document.title == SUBJECTS[2]
    qtbot.waitUntil(lambda: not window.is_busy(), timeout=WAIT)
    assert window.actions_by_name["previous_article"].isEnabled()


def test_a_day_is_of_the_article_that_it_was_given_for(qtbot, window, listed):
    with qtbot.waitSignal(window.analysis_ready, timeout=WAIT):
        listed.open_button.click()
    with qtbot.waitSignal(window.analysis_ready, timeout=WAIT):
        window.date_button.date_chosen.emit(date(2016, 1, 1))
    with qtbot.waitSignal(window.analysis_ready, timeout=WAIT):
        window.opening.reload()
    assert window.analysis.reference_date.value == "2016-01-01"
    qtbot.waitUntil(lambda: not window.is_busy(), timeout=WAIT)
    with qtbot.waitSignal(window.analysis_ready, timeout=WAIT):
        window.actions_by_name["next_article"].trigger()
    assert window.analysis.reference_date.value == "2017-11-02"


@pytest.mark.usefixtures("arabic_interface")
def test_several_that_are_chosen_open_in_tabs_in_their_order(qtbot, mail):
    tabs = ArticleTabs(Choices(Settings(language="ar", theme="light")))
    qtbot.addWidget(tabs)
    tabs.resize(1200, 800)
    tabs.show()
    tabs.open(mail)
    chooser = feature(tabs.current(), Contents).page
    qtbot.waitUntil(lambda: chooser.isVisible() and not tabs.current().is_busy(), timeout=WAIT)
    chooser.view.selectAll()
    with qtbot.waitSignal(tabs.current().analysis_ready, timeout=WAIT):
        chooser.open_button.click()
    assert [subject in tabs.tabs.tabText(n) for n, subject in enumerate(SUBJECTS)] == [True] * 4
    tabs.step(1)
    qtbot.waitUntil(lambda: tabs.current().analysis is not None, timeout=WAIT)
    assert tabs.current().document.title == SUBJECTS[1]
    assert tabs.current().actions_by_name["next_article"].isEnabled()
    qtbot.waitUntil(lambda: not tabs.current().is_busy(), timeout=WAIT)
    tabs.close()


def test_ten_thousand_articles_are_listed(listed):
    (document, *_) = listed.loaded.contents.documents
    QAbstractItemModelTester(listed.loaded.contents)
    QAbstractItemModelTester(listed.loaded.contents.refused)
    for _ in range(20):
        listed.loaded.contents.add([document] * 500)
    listed.refresh()
    assert listed.filter.rowCount() == 10_000 + len(SUBJECTS)
    last = listed.filter.index(listed.filter.rowCount() - 1, 0)
    listed.view.scrollTo(last)
    assert listed.view.viewport().rect().intersects(listed.view.visualRect(last))
    type_in(listed.search, "القاهرة")
    assert listed.filter.rowCount() == 1


def test_what_was_refused_is_listed_below_with_its_reason(qtbot, window, listed):
    source = window.opening.wanted.path
    damaged = Workspace().open_all_bytes(b"PK\x03\x04 nothing", f"{source}#x.docx")
    listed.loaded.contents.add(list(damaged))
    listed.refresh()
    assert listed.refused.isVisible()
    words = listed.refused.model().index(0, 0).data()
    assert "x.docx" in words
    qtbot.waitUntil(lambda: listed.refused.height() > 10)


def test_models_of_nothing_are_sound():
    model = ContentsModel()
    QAbstractItemModelTester(model)
    QAbstractItemModelTester(model.refused)
    assert model.row_of("x") == -1


# -- pages and encodings ---------------------------------------------------------------------


def test_a_page_shows_its_article_and_on_request_all_of_it(qtbot, window, page):
    opened(qtbot, window, page)
    assert "زيارة وزارية" in window.document.text
    assert "القائمة" not in window.document.text
    with qtbot.waitSignal(window.analysis_ready, timeout=WAIT):
        window.actions_by_name["whole_page"].trigger()
    assert "القائمة" in window.document.text
    with qtbot.waitSignal(window.analysis_ready, timeout=WAIT):
        window.actions_by_name["whole_page"].trigger()
    assert "القائمة" not in window.document.text


def test_the_day_of_the_page_is_the_day_of_the_article(qtbot, window, page):
    opened(qtbot, window, page)
    reference = window.analysis.reference_date
    assert (reference.value, reference.basis) == ("2017-11-05", "metadata")
    assert "5" in window.date_button.text()
    assert "من ملف المقال" in window.date_button.why.text()
    assert not window.date_button.clear_button.isEnabled()


def test_the_encoding_is_shown_and_another_is_chosen_from_the_menu(qtbot, window, tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes(BODY.encode("cp1256"))
    opened(qtbot, window, path)
    properties = feature(window, Properties)
    assert properties.encoding_button.isVisible()
    assert window.document.text == BODY
    other = next(a for a in properties.menu.actions() if a.data() == "iso-8859-6")
    with qtbot.waitSignal(window.failed, timeout=WAIT):
        other.trigger()
    window.error_page.article_button.click()
    first = next(a for a in properties.menu.actions() if a.data() == "windows-1256")
    with qtbot.waitSignal(window.analysis_ready, timeout=WAIT):
        first.trigger()
    assert window.document.text == BODY
    assert first.isChecked()
    assert "1256" in properties.encoding_button.text()


def test_text_from_the_clipboard_has_no_encoding_to_choose(qtbot, window):
    with qtbot.waitSignal(window.analysis_ready, timeout=WAIT):
        window.opening.open(Origin(words=BODY))
    assert not feature(window, Properties).encoding_button.isVisible()


# -- the clipboard and what is dropped -------------------------------------------------------


@pytest.fixture
def clipboard():
    yield QGuiApplication.clipboard()
    QGuiApplication.clipboard().clear()


def test_html_alone_gives_its_words(qtbot, window, clipboard):
    data = QMimeData()
    data.setData("text/html", PAGE.encode())
    clipboard.setMimeData(data)
    with qtbot.waitSignal(window.analysis_ready, timeout=WAIT):
        window.actions_by_name["paste"].trigger()
    assert "زيارة وزارية إلى باريس" in window.document.text
    assert "<" not in window.document.text
    assert window.document.source is None
    assert [b.kind for b in window.document.blocks].count("heading") <= 1


@pytest.mark.usefixtures("arabic_interface")
def test_files_that_are_dropped_together_open_in_their_order(qtbot, tmp_path):
    paths = [tmp_path / f"{n}.txt" for n in range(3)]
    for path in paths:
        path.write_text(f"{path.stem} {BODY}", encoding="utf-8")
    tabs = ArticleTabs(Choices(Settings(language="ar", theme="light")))
    qtbot.addWidget(tabs)
    tabs.show()
    tabs.add()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    with qtbot.waitSignal(tabs.current().analysis_ready, timeout=WAIT):
        drop(tabs.current(), data)
    assert [tabs.tabs.tabToolTip(n).endswith(f"{n}.txt\u2069") for n in range(3)] == [True] * 3
    tabs.close()


def test_every_format_has_a_filter_with_its_name(window, monkeypatch):
    assert {known.title for known in Workspace().formats()} <= set(TITLES)
    kinds = file_kinds().split(";;")
    assert kinds[0].startswith("كل المقالات (")
    for suffix in (".txt", ".html", ".docx", ".mbox"):
        assert f"*{suffix}" in kinds[0]
    asked = []

    def choose(*words):
        asked.append(words)
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    window.actions_by_name["open"].trigger()
    assert file_kinds() in asked[0]


# -- addresses -------------------------------------------------------------------------------


class Site(BaseHTTPRequestHandler):
    """Gives one page, and counts who asks."""

    asked: ClassVar[list[str]] = []

    def do_GET(self):
        self.asked.append(self.path)
        data = PAGE.encode()
        found = self.path == "/page"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *words):
        pass


@pytest.fixture
def site():
    server = HTTPServer(("127.0.0.1", 0), Site)
    Site.asked.clear()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/page"
    server.shutdown()
    thread.join()
    server.server_close()


def ask(window, address):
    window.actions_by_name["open_address"].trigger()
    dialog = window.opening.dialog
    dialog.field.setText(address)
    return dialog


def test_an_address_is_fetched_only_after_it_was_told_what_is_contacted(qtbot, window, site):
    dialog = ask(window, site)
    assert "127.0.0.1" in dialog.told.text()
    assert not dialog.private_box.isChecked()
    assert Site.asked == []
    dialog.private_box.setChecked(True)
    with qtbot.waitSignal(window.analysis_ready, timeout=WAIT):
        qtbot.mouseClick(dialog.fetch_button, Qt.MouseButton.LeftButton)
    assert "/page" in Site.asked
    assert "زيارة وزارية" in window.document.text
    assert window.document.address == site


def test_the_own_network_is_refused_unless_it_is_allowed(qtbot, window, site):
    dialog = ask(window, site)
    with qtbot.waitSignal(window.failed, timeout=WAIT):
        dialog.fetch_button.click()
    assert window.error_page.isVisible()
    assert "127.0.0.1" in window.error_page.body.text()
    assert Site.asked == []


@pytest.mark.parametrize(
    ("words", "host"),
    [
        ("example.org/a", "example.org"),
        ("https://قارئ.example/", "xn--lgbb4a4d"),
        ("ftp://example.org/", ""),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_what_is_contacted_is_named_in_the_letters_of_the_network(window, words, host):
    dialog = ask(window, words)
    assert dialog.fetch_button.isEnabled() == bool(host)
    assert host in dialog.told.text()
    assert dialog.told.textFormat() == Qt.TextFormat.PlainText
    dialog.reject()


def test_the_empty_window_offers_an_address(qtbot, window):
    qtbot.mouseClick(window.empty_page.address_button, Qt.MouseButton.LeftButton)
    assert window.opening.dialog.isVisible()
    kinds = QDialogButtonBox.StandardButton
    qtbot.mouseClick(window.opening.dialog.buttons.button(kinds.Cancel), Qt.MouseButton.LeftButton)
    assert window.empty_page.isVisible()


# -- stopping --------------------------------------------------------------------------------


def test_reading_can_be_stopped(qtbot, window, mail):
    window.open_path(mail)
    assert window.loading_page.isVisible()
    assert window.actions_by_name["cancel"].isEnabled()
    window.loading_page.cancel_button.click()
    assert window.empty_page.isVisible()
    assert not window.is_busy()
    assert not window.actions_by_name["cancel"].isEnabled()
    opened(qtbot, window, mail.parent / write(mail.parent))


def test_a_list_can_be_left_half_read(qtbot, window, tmp_path):
    path = tmp_path / "long.jsonl"
    line = json.dumps({"title": "خبر", "text": BODY})
    path.write_text(f"{line}\n" * 30_000, encoding="utf-8")
    window.open_path(path)
    chooser = feature(window, Contents).page
    qtbot.waitUntil(chooser.isVisible, timeout=WAIT)
    assert chooser.cancel_button.isVisible()
    qtbot.mouseClick(chooser.cancel_button, Qt.MouseButton.LeftButton)
    assert not window.is_busy()
    assert not chooser.cancel_button.isVisible()
    count = chooser.filter.rowCount()
    assert 0 < count < 30_000
    with qtbot.waitSignal(window.analysis_ready, timeout=WAIT):
        chooser.open_button.click()
    assert chooser.filter.rowCount() == count


def write(folder):
    (folder / "other.txt").write_text(BODY, encoding="utf-8")
    return "other.txt"


def test_a_refused_file_names_itself_and_the_reason(qtbot, window, tmp_path):
    path = tmp_path / "broken.docx"
    path.write_bytes(b"PK\x03\x04 nothing of a document")
    with qtbot.waitSignal(window.failed, timeout=WAIT):
        window.open_path(path)
    words = window.error_page.body.text()
    assert "broken.docx" in words
    assert len(words.splitlines()) > 1


def test_corrections_stay_with_the_text_when_it_is_read_otherwise(qtbot, window, tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes(BODY.encode("cp1256"))
    opened(qtbot, window, path)
    name = next(m for m in window.analysis.mentions if m.span.of(BODY) == "باريس")
    window.keeper.correct("remove", RemoveMention(Anchor(name.span, "باريس", name.type)))
    properties = feature(window, Properties)
    with qtbot.waitSignal(window.analysis_ready, timeout=WAIT):
        properties.choose_encoding("windows-1256")
    assert window.keeper.notebook.corrections
    assert not any(m.span == name.span for m in window.analysis.mentions)


def test_the_tab_of_a_list_is_named_after_its_file(window, listed):
    assert listed.loaded.origin.name in window.windowTitle()


def test_a_session_opens_a_file_of_several_articles_once(qtbot, arabic_interface, mail):
    assert arabic_interface
    choices = Choices(Settings(language="ar", theme="light"))
    tabs = ArticleTabs(choices)
    qtbot.addWidget(tabs)
    tabs.show()
    tabs.open(mail)
    chooser = feature(tabs.current(), Contents).page
    qtbot.waitUntil(lambda: chooser.isVisible() and not tabs.current().is_busy(), timeout=WAIT)
    chooser.view.selectAll()
    with qtbot.waitSignal(tabs.current().analysis_ready, timeout=WAIT):
        chooser.open_button.click()
    assert tabs.tabs.count() == len(SUBJECTS)
    assert choices.settings.session == (str(mail.resolve()),)
    tabs.close()


# -- pictures --------------------------------------------------------------------------------

OCR = """#!{python}
import pathlib, sys, time
time.sleep({seconds})
pathlib.Path(sys.argv[-1]).write_bytes(pathlib.Path({made!r}).read_bytes())
"""


PICTURE, WORDS = "0 0 100 100 re f", "BT /F1 12 Tf 40 560 Td (Words fill the page) Tj ET"


@pytest.fixture
def ocr(tmp_path, monkeypatch):
    """A program of that name that makes a text page of any PDF."""
    made = tmp_path / "made.pdf"
    made.write_bytes(pdf_of("BT /F1 12 Tf 40 560 Td (Words that were seen there) Tj ET"))
    folder = tmp_path / "bin"
    folder.mkdir()

    def install(seconds=0):
        program = folder / "ocrmypdf"
        words = OCR.format(python=sys.executable, seconds=seconds, made=str(made))
        program.write_text(words, encoding="utf-8")
        program.chmod(0o755)

    monkeypatch.setenv("PATH", str(folder))
    return install


@pytest.fixture
def pictures(tmp_path):
    path = tmp_path / "pictures.pdf"
    path.write_bytes(pdf_of(PICTURE))
    return path


def test_a_pdf_of_pictures_offers_to_make_text_of_them(qtbot, window, pictures, ocr):
    ocr()
    with qtbot.waitSignal(window.failed, timeout=WAIT):
        window.open_path(pictures)
    assert "OCR" in window.error_page.body.text() or "الضوئي" in window.error_page.body.text()
    with qtbot.waitSignal(window.analysis_ready, timeout=WAIT):
        qtbot.mouseClick(window.error_page.ocr_button, Qt.MouseButton.LeftButton)
    assert "Words that were seen" in window.document.text


def test_without_the_program_nothing_is_offered(qtbot, window, pictures, ocr):
    assert ocr
    with qtbot.waitSignal(window.failed, timeout=WAIT):
        window.open_path(pictures)
    assert not window.error_page.ocr_button.isVisible()
    assert "ocrmypdf" in window.error_page.body.text()


def test_making_text_of_pictures_can_be_stopped(qtbot, window, pictures, ocr):
    ocr(seconds=3600)
    with qtbot.waitSignal(window.failed, timeout=WAIT):
        window.open_path(pictures)
    window.error_page.ocr_button.click()
    assert window.loading_page.isVisible()
    assert "صور" in window.loading_page.body.text()
    window.loading_page.cancel_button.click()
    assert window.empty_page.isVisible()
    assert not window.is_busy()


def test_a_page_of_pictures_among_others_is_offered_in_the_bar(qtbot, window, tmp_path, ocr):
    ocr()
    path = tmp_path / "mixed.pdf"
    path.write_bytes(pdf_of(WORDS, PICTURE))
    opened(qtbot, window, path)
    bar = feature(window, Notices).bar
    assert bar.isVisible()
    assert "2" in bar.label.text()
    with qtbot.waitSignal(window.analysis_ready, timeout=WAIT):
        qtbot.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    assert "Words that were seen" in window.document.text


def test_a_long_reason_is_seen_whole(window):
    window.end_with("سبب طويل " * 60)
    body = window.error_page.body
    assert body.height() >= body.heightForWidth(body.width())


def test_names_from_a_file_are_words_in_the_list_and_nothing_else():
    evil = '<img src="file:///etc/passwd">\u202egnp.exe\u2066'
    model = ContentsModel()
    blocks = ((evil, "title", 0, 1), (BODY, "paragraph", 0, 1))
    model.add([composed(source=f"a.zip#{evil}", blocks=blocks), InputError(f"a.zip#{evil}", evil)])
    shown = [model.index(0).data(role) for role in (DISPLAY, Role.FACTS, ACCESSIBLE)]
    shown.append(model.refused.index(0).data())
    for words in shown:
        assert "\u202e" not in words
        assert words.count("\u2068") + words.count("\u2066") == words.count("\u2069")
