"""قارئ (Qari): a desktop reader for Arabic news.

`analyze`, `Document` and `Analysis` are imported when they are first asked for, so
that `import reader` costs nothing.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.core.corrections.types import Corrections
    from reader.core.types import Analysis, Document

__version__ = "0.1.0"
__all__ = ["Analysis", "Document", "__version__", "analyze"]


def analyze(
    document: Document,
    reference_date: date | None = None,
    *,
    engine: str | None = None,
    corrections: Corrections = (),
) -> Analysis:
    """Analyze one article with the data that the program ships.

    `reference_date` is the day that the article was written, where it is known;
    otherwise it is worked out from the text. `engine` names the tagger of names, the best
    that is installed by default. `corrections` are a reader's, of this very text.
    """
    from reader.service import Workspace  # noqa: PLC0415 - keeps `import reader` free

    return Workspace().analyze(document, reference_date, engine=engine, corrections=corrections)


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public name
    if name in {"Analysis", "Document"}:
        from reader.core import types  # noqa: PLC0415

        return getattr(types, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
