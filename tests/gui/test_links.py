"""A link is opened only after its whole address was seen, and only of the web or of mail."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialogButtonBox

from reader.formats.text import from_text
from reader.gui.models.web_address import doubts, host_of, may_leave
from reader.gui.views.link_dialog import LinkDialog

SCHEMES = ("http", "https", "mailto", "file", "ftp", "javascript", "data", "qrc", "smb", "ms-word")
OTHERS = [
    "file:///etc/passwd",
    "//host/share/x.png",
    "smb://host/share",
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "data:text/html,<b>x</b>",
    "qrc:/x",
    "ftp://host/x",
    "ms-word:ofe|u|http://host/x.doc",
    "x.html",
    "",
    "http:",
    "http:///x",
    "https://a b/",
]


class Opener(QObject):
    """Stands where the system would open an address of any kind."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def take(self, address):
        self.opened.append(address.toString())


@pytest.fixture
def system():
    made = Opener()
    for scheme in SCHEMES:
        QDesktopServices.setUrlHandler(scheme, made, "take")
    yield made
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


def asked(qtbot, address):
    dialog = LinkDialog("?", QUrl(address, QUrl.ParsingMode.StrictMode))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.mark.parametrize("address", ["https://a.org/x", "http://a.org/", "mailto:a@b.org"])
def test_an_address_is_opened_when_it_was_agreed_to(qtbot, system, address):
    dialog = asked(qtbot, address)
    assert system.opened == []
    dialog.open_button.click()
    assert system.opened == [address]


def test_an_address_is_not_opened_when_it_was_refused(qtbot, system):
    dialog = asked(qtbot, "https://a.org/x")
    dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel).click()
    assert system.opened == []


@pytest.mark.parametrize("address", OTHERS)
def test_no_other_address_is_opened(qtbot, system, address):
    dialog = asked(qtbot, address)
    assert not dialog.open_button.isEnabled()
    dialog.buttons.accepted.emit()
    assert system.opened == []
    assert dialog.doubts.text()


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://مثال.إختبار/ص", "xn--mgbh0fb.xn--kgbechtv"),
        ("https://www.bank.com@evil.example/", "evil.example"),
        ("mailto:a@пример.com", "xn--e1afmkfd.com"),
    ],
)
def test_the_host_is_shown_as_the_network_knows_it(qtbot, address, host):
    dialog = asked(qtbot, address)
    assert host_of(QUrl(address)) == host
    assert host in dialog.question.text()
    assert dialog.field.toPlainText().isascii()


@pytest.mark.parametrize(
    "address",
    [
        "https://gооgle.com/",  # two Cyrillic letters in it
        "https://xn--ggle-55da.com/",  # the same as the network knows it
        "https://аррӏе.com/",  # all Cyrillic
        "https://ρaypal.com/",
        "http://a.org/",
        "https://www.bank.com@evil.example/",
    ],
)
def test_what_may_deceive_is_told(address):
    assert doubts(QUrl(address))


@pytest.mark.parametrize(
    "address",
    ["https://a.org/", "https://مثال.إختبار/", "https://例え.jp/", "https://münchen.de/"],
)
def test_what_is_plain_is_not_told(address):
    assert doubts(QUrl(address)) == []


@pytest.mark.parametrize(
    ("address", "offered"),
    [("https://a.org/1", True), ("file:///etc/passwd", False), (None, False)],
)
def test_the_articles_own_page_is_offered(window, system, address, offered):
    action = window.actions_by_name["web_page"]
    assert not action.isEnabled()
    document = replace(from_text("قال الوزير أمس.\n"), address=address)
    window.show_document(document)
    assert action.isEnabled() == offered
    action.trigger()
    dialogs = window.findChildren(LinkDialog)
    assert len(dialogs) == offered
    for dialog in dialogs:
        dialog.open_button.click()
    assert system.opened == [address] * offered
    assert may_leave(QUrl(address or "")) == offered
