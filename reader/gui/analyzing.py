"""The window's analysis of an article, on another thread."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from reader.core.corrections.types import Corrections
from reader.core.types import Analysis, Document
from reader.gui.tasks import Report

if TYPE_CHECKING:
    from reader.libraries import Rule


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
