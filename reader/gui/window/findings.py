"""What was found in the article, in the views that show it; and what of it is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.core.types import Analysis
from reader.gui.analyzing import Ready, made_ready
from reader.gui.models.index import AnalysisIndex, same_findings
from reader.gui.views.article_view import ArticleView
from reader.gui.views.entities_panel import EntitiesPanel
from reader.gui.views.events_sidebar import EventsSidebar
from reader.gui.views.legend import Legend
from reader.gui.views.panel_parts import staying
from reader.gui.views.sentences_list import SentencesList
from reader.gui.window.jumps import Jumps


@dataclass(frozen=True, slots=True)
class FindingsViews:
    """The views that always show what was found."""

    article: ArticleView
    legend: Legend
    entities: EntitiesPanel
    sentences: SentencesList
    events: EventsSidebar


class Findings(QObject):
    """Shows one analysis in all its views, as far as it is sure enough.

    Attributes:
        analysis: all that was found, None while nothing is known of the article.
        index: of what is sure enough to be shown.
        chosen: the ids of the mentions or events that are marked.

    Signals:
        indexed: the AnalysisIndex, or None: for whoever else shows it.
        changed: after all views show it.
        marked: the ids that are chosen now.
    """

    indexed = Signal(object)
    changed = Signal()
    marked = Signal(object)

    def __init__(self, views: FindingsViews, jumps: Jumps, threshold: int, parent: QObject) -> None:
        super().__init__(parent)
        self._views, self._jumps, self._threshold = views, jumps, threshold
        self.analysis: Analysis | None = None
        self.index: AnalysisIndex | None = None
        self.chosen: tuple[str, ...] = ()
        self._ready: Ready | None = None
        views.article.mention_clicked.connect(self.show_mention)
        views.article.event_clicked.connect(self._on_event_clicked)
        views.entities.mentions_selected.connect(self.mark)
        views.entities.mention_activated.connect(self.go_to)
        views.events.event_activated.connect(self._on_event_activated)
        views.sentences.sentence_activated.connect(self.go_to)
        views.sentences.mention_activated.connect(self.go_to)

    # -- showing -----------------------------------------------------------------------------

    def take(self, found: Ready) -> None:
        """Show a new analysis; nothing is chosen in it."""
        self.chosen = ()
        self._ready = found
        self.show(found.analysis)

    def show(self, analysis: Analysis) -> None:
        """Show what is known now of the same article; what is chosen stays chosen."""
        same = partial(same_findings, self.analysis, analysis)
        self.analysis = analysis
        self._show_sure(same)

    def set_threshold(self, percent: int) -> None:
        """Show only what is right at least this often."""
        self._threshold = percent
        self._show_sure()

    def clear(self) -> None:
        """Drop what is known of the article before."""
        self.analysis = self.index = self._ready = None
        self.chosen = ()
        self._views.legend.set_analysis(None)
        self._show_index(None)
        self._views.sentences.show_mentions(None, ())
        self.changed.emit()

    def _show_sure(self, same: Callable[[Sequence[str]], tuple[str, ...]] = tuple) -> None:
        """Show what is sure enough of the analysis, and of what was chosen in it.

        `same` gives the ids now of what was chosen in the analysis before.
        """
        if self.analysis is None:
            return
        views = self._views
        selected = same(views.entities.selected_mentions())
        current, chosen = same(views.events.current_event()), same(self.chosen)
        index = self.index = self._made_ready(self.analysis).index
        with staying(views.entities.view, views.events.view):
            views.article.set_analysis(index.analysis)
            views.legend.set_analysis(index.analysis)
            self._show_index(index)
            still = next((name for name in selected if name in index.mentions), "")
            if still:
                views.entities.select_entity(str(index.mentions[still].entity), still)
            for name in current:
                views.events.keep_event(name)
        with staying(views.sentences.view):
            self.mark(chosen)
        self.changed.emit()

    def _made_ready(self, analysis: Analysis) -> Ready:
        ready, threshold = self._ready, self._threshold
        if ready is None or ready.analysis is not analysis or ready.threshold != threshold:
            ready = self._ready = made_ready(analysis, threshold)
        return ready

    def _show_index(self, index: AnalysisIndex | None) -> None:
        self._views.entities.show_index(index)
        self._views.events.show_index(index)
        self.indexed.emit(index)

    # -- choosing and going ------------------------------------------------------------------

    def go_to(self, name: str) -> None:
        """Jump to a mention, an event or a sentence by its id."""
        index = self.index
        if index is None:
            return
        if name in index.mentions:
            self._jumps.to(index.mentions[name].span)
        elif name in index.events:
            self._jumps.to(index.events[name].trigger)
        elif name in index.sentences:
            self._jumps.to(index.sentences[name].span)

    def mark(self, ids: Sequence[str]) -> None:
        """Mark mentions or event words in the article and list their sentences."""
        index = self.index
        if index is None:
            return
        self.chosen = tuple(ids)
        spans = [index.mentions[i].span for i in ids if i in index.mentions]
        spans += [index.events[i].trigger for i in ids if i in index.events]
        self._views.article.set_marked(spans)
        self._views.sentences.show_mentions(index.analysis, ids)
        self.marked.emit(ids)

    def show_mention(self, name: str) -> None:
        """Choose the name that a mention belongs to, and mark all its mentions."""
        index = self.index
        mention = index.mentions.get(name) if index else None
        if index is None or mention is None:
            return
        if mention.entity in index.entities:
            self._views.entities.select_entity(str(mention.entity), name)
            self.mark([m.id for m in index.mentions_of[str(mention.entity)]])
        else:
            self.mark([name])

    def _on_event_clicked(self, name: str) -> None:
        self._views.events.select_event(name)
        self._show_event(name)

    def _on_event_activated(self, name: str) -> None:
        """Go to an event that was chosen in the sidebar: its whole sentence flashes."""
        index = self.index
        if index is None or name not in index.events:
            return
        self._show_event(name)
        self._jumps.to(index.sentences[index.events[name].sentence].span)

    def _show_event(self, name: str) -> None:
        index = self.index
        if index is None or name not in index.events:
            return
        self.mark(index.clusters[index.events[name].cluster].events)
