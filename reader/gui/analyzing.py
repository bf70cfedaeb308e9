"""The window's analysis of an article, on another thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from reader.core.confidence import above
from reader.core.corrections.types import Corrections
from reader.core.types import Analysis, Document
from reader.gui.models.cards import event_cards
from reader.gui.models.entities_model import entity_rows
from reader.gui.models.index import AnalysisIndex
from reader.gui.tasks import Report

if TYPE_CHECKING:
    from reader.libraries import Rule


@dataclass(frozen=True, slots=True)
class Ready:
    """An analysis with all that the panels show of it.

    Attributes:
        threshold: percent; what is less sure is left out of `index`.
        index: of what is shown, with its rows and cards already worked out.
    """

    analysis: Analysis
    threshold: int
    index: AnalysisIndex


def made_ready(analysis: Analysis, threshold: int) -> Ready:
    """Work out what the panels show, on any thread."""
    index = AnalysisIndex(above(analysis, threshold / 100))
    event_cards(index)
    entity_rows(index)
    return Ready(analysis, threshold, index)


def found_ready(work: Callable[[Report], Analysis], threshold: int, report: Report) -> Ready:
    """Analyze, and work out what the panels show of it."""
    return made_ready(work(report), threshold)


def analyzed(
    document: Document,
    day: date | None,
    corrections: Corrections,
    report: Report,
    *,
    transliterate: bool,
    rules: Sequence[Rule] = (),
) -> Analysis:
    """Analyze an article as its reader corrected it, by the rules of the library it is from."""
    report("reading")
    from reader.service import Workspace  # noqa: PLC0415 - the window is up before

    found = Workspace().analyze(
        document, day, corrections=corrections, transliterate=transliterate, progress=report
    )
    if not rules:
        return found
    from reader.libraries import corrected  # noqa: PLC0415 - see above

    return corrected(found, rules, corrections).analysis
