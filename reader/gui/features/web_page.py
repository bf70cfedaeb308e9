"""The page on the web that an article names as its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, QUrl

from reader.core.types import Document
from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.gui.models.web_address import may_leave

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow


class WebPage(Feature):
    """Opens the article's page in the browser, when the reader has seen the address."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "web_page",
            QT_TRANSLATE_NOOP("Actions", "Open the article's page on the &web…"),
            QT_TRANSLATE_NOOP(
                "Actions",
                "Ask, then open in the browser the address that the article names as its own",
            ),
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        window.actions_by_name["web_page"].setEnabled(False)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what its command does."""
        return {"web_page": self._ask}

    def show_document(self, document: Document) -> None:
        """Offer the page of an article that names one."""
        self.window.actions_by_name["web_page"].setEnabled(may_leave(_url(document)))

    def _ask(self) -> None:
        from reader.gui.views.link_dialog import LinkDialog  # noqa: PLC0415 - at its first use

        document = self.window.document
        if document is None:
            return
        words = QCoreApplication.translate(
            "Links", "Your browser will open the page that this article names as its own."
        )
        LinkDialog(words, _url(document), self.window).open()


def _url(document: Document) -> QUrl:
    return QUrl(document.address or "", QUrl.ParsingMode.StrictMode)
