"""What every wording is made with: translation, lists, and words of the article in a line.

Every function asks the installed translators anew, so a caller that repaints
after `QEvent.LanguageChange` shows the new language. Words taken from the
article are wrapped in first-strong isolates (U+2068, U+2069): an Arabic name
inside an English line, or the reverse, keeps its own order.
"""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

from PySide6.QtCore import QCoreApplication

FSI, PDI = "\u2068", "\u2069"
_CONTEXT = "Wording"


def QT_TRANSLATE_NOOP(_context: str, source: str) -> str:
    """Mark a string for lupdate, which knows it by this name; Qt's own is typed as object."""
    return source


def say(source: str, context: str = _CONTEXT) -> str:
    """Translate a marked string."""
    return QCoreApplication.translate(context, source)


def say_count(source: str, count: int) -> str:
    """Translate a marked string with `%n`, in the plural form of the language."""
    written = QCoreApplication.translate(_CONTEXT, source, None, count)
    return written.replace("(s)", "" if count == 1 else "s")


def isolate(text: str) -> str:
    """Wrap words of the article so that the line around them keeps its own order."""
    return f"{FSI}{text}{PDI}" if text else ""


def ltr(text: str) -> str:
    """Wrap a value such as 2017-10-31 so that it reads from the left in any line.

    Qt takes European digits for Arabic ones after an Arabic letter, even one outside the
    isolate; the mark keeps it from that.
    """
    return f"\u2066\u200e{text}{PDI}" if text else ""


def join(parts: Iterable[str]) -> str:
    """Join names with the comma of the language."""
    return QCoreApplication.translate("Wording", ", ").join(parts)


def quoted(words: str) -> str:
    """Return words of the article in the quotation marks that Arabic print uses."""
    return isolate(f"«{words}»")


def tip(lines: Iterable[str], width: int = 72) -> str:
    """Return lines for a tool tip, broken at `width` letters; Qt takes none for rich text."""
    broken = (part for line in lines for part in wrap(line, width))
    return "\n".join(broken).replace("<", "\u2039").replace(">", "\u203a")
