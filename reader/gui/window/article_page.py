"""The page of the article: bars above it, the desk below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reader.gui.views.article_view import ArticleView
from reader.gui.views.desk import Desk
from reader.gui.views.find_bar import FindBar
from reader.gui.views.legend import Legend


class ArticlePage(QSplitter):
    """Shows the article between its legend and the desk.

    Attributes:
        article: the reading view.
        legend: the types that are lit in it.
        find_bar: the search in it.
        desk: other views of it, hidden at first.
    """

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.article, self.legend = ArticleView(), Legend()
        self.find_bar, self.desk = FindBar(), Desk()
        self.article.setAcceptDrops(False)
        self.article.viewport().setAcceptDrops(False)
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bars = QVBoxLayout()
        column.addLayout(self._bars)
        column.addWidget(self.legend)
        column.addWidget(self.find_bar)
        column.addWidget(self.article, 1)
        self.addWidget(above)
        self.addWidget(self.desk)
        self.setSizes([500, 300])
        self.setCollapsible(0, False)
        self.desk.hide()

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar over the article, below what is there."""
        self._bars.addWidget(bar)
