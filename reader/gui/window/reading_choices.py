"""The user's choices of how the article is set and what is lit in it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from reader.gui.choices import Choices, style_of
from reader.gui.views.article_view import ArticleView
from reader.gui.views.legend import KEYS, Legend
from reader.settings import Settings


class ReadingChoices(QObject):
    """Sets the article and its legend by the choices, and keeps what is chosen in them."""

    def __init__(self, choices: Choices, article: ArticleView, legend: Legend) -> None:
        super().__init__(article)
        self._choices, self._article, self._legend = choices, article, legend
        self._set_article(choices.settings)
        self._show_types(choices.settings)
        legend.threshold.set_percent(choices.settings.threshold)
        article.font_size_changed.connect(self._on_font_size)
        legend.types_changed.connect(self._on_types)
        legend.threshold.percent_changed.connect(self._on_threshold)
        choices.changed.connect(self._follow)

    def _follow(self, before: Settings, after: Settings) -> None:
        self._set_article(after)
        if before.hidden_types != after.hidden_types:
            self._show_types(after)
        if before.threshold != after.threshold:
            self._legend.threshold.set_percent(after.threshold)

    def _set_article(self, settings: Settings) -> None:
        now = self._article.reading_style()
        style = replace(style_of(settings), focus=now.focus)
        if style != now:
            self._article.set_style(style)
        self._article.set_motion(not settings.reduced_motion)

    def _show_types(self, settings: Settings) -> None:
        shown = frozenset(KEYS) - frozenset(settings.hidden_types)
        self._legend.set_visible_types(shown)
        self._article.set_visible_types(shown)

    def _on_types(self, types: frozenset[str]) -> None:
        hidden = tuple(sorted(set(KEYS) - types))
        self._choices.keep(replace(self._choices.settings, hidden_types=hidden))

    def _on_threshold(self, percent: int) -> None:
        self._choices.keep(replace(self._choices.settings, threshold=percent))

    def _on_font_size(self, points: int) -> None:
        self._choices.keep(replace(self._choices.settings, font_size=points))
