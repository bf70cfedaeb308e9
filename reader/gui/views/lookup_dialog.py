"""Asks before the browser looks a name up."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtWidgets import QWidget

from reader.gui.models.wording import isolate
from reader.gui.views.link_dialog import LinkDialog


class LookupDialog(LinkDialog):
    """Says what the site of an encyclopedia gets to know, and shows the address."""

    def __init__(self, name: str, address: QUrl, parent: QWidget | None = None) -> None:
        words = QCoreApplication.translate(
            "LookupDialog",
            "Your browser will open this address and tell the site that you look for {name}.",
        )
        super().__init__(words.format(name=isolate(name)), address, parent)
        self.setWindowTitle(self.tr("Look up in a web encyclopedia"))
