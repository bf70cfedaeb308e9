"""What a hover over the text tells of a name, an event or a date, by id."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.core.types import TimeExpression
from reader.gui.models import wording
from reader.gui.models.cards import event_cards, event_summary
from reader.gui.models.entities_model import entity_rows, entity_tooltip
from reader.gui.models.index import AnalysisIndex


def mention_tooltips(index: AnalysisIndex) -> dict[str, str]:
    """Return for each mention id what is known of its entity and how sure it is, in lines."""
    told = ((row.mentions, entity_tooltip(row)) for row in entity_rows(index))
    return {
        mention: f"{text}\n{wording.confidence_text(index.mentions[mention].confidence)}"
        for mentions, text in told
        for mention in mentions
    }


def event_tooltips(index: AnalysisIndex) -> dict[str, str]:
    """Return for each event id the one-sentence summary of its card, and how sure it is."""
    told = ((card.events, event_summary(card)) for card in event_cards(index))
    return {
        event: f"{text}\n{wording.confidence_text(index.events[event].confidence)}"
        for events, text in told
        for event in events
    }


def time_tooltip(time: TimeExpression) -> str:
    """Tell what a time expression resolves to, why, and what in the text speaks against it."""
    basis = QCoreApplication.translate("Wording", "because: {text}")
    conflict = QCoreApplication.translate("Wording", "the text disagrees: {text}")
    lines = [wording.time_text(time)]
    if time.basis:
        words = time.basis.partition(" [")[0]  # the grammar's row is for `qari explain`
        lines.append(basis.format(text=wording.isolate(words)))
    if time.conflict:
        lines.append(conflict.format(text=wording.isolate(time.conflict)))
    lines.append(wording.confidence_text(time.confidence))
    return "\n".join(lines)
