"""What every wording is made with: translation, lists, and words of the article in a line.

Every function asks the installed translators anew, so a caller that repaints
after `QEvent.LanguageChange` shows the new language. Words taken from the
article are wrapped in first-strong isolates (U+2068, U+2069): an Arabic name
inside an English line, or the reverse, keeps its own order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from textwrap import wrap

from PySide6.QtCore import QCoreApplication

from reader.core.shown import FSI, PDI, isolate, marked

__all__ = [
    "FSI",
    "PDI",
    "QT_TRANSLATE_NOOP",
    "isolate",
    "join",
    "ltr",
    "marked",
    "plain_tip",
    "quoted",
    "say",
    "say_count",
    "tip",
]

_MOST = 2**31 - 1  # that Qt counts to
_CONTEXT = "Wording"
_TAGS = re.compile("([<&])")


def QT_TRANSLATE_NOOP(_context: str, source: str) -> str:
    """Mark a string for lupdate, which knows it by this name; Qt's own is typed as object."""
    return source


def say(source: str, context: str = _CONTEXT) -> str:
    """Translate a marked string."""
    return QCoreApplication.translate(context, source)


def say_count(source: str, count: int) -> str:
    """Translate a marked string with `%n`, in the plural form of the language.

    An article may tell of more than Qt counts to, which overflows and then crashes: a number
    that takes the same plural, by its last two figures in Arabic, is put in its place.
    """
    asked = count if count <= _MOST else _MOST - _MOST % 100 - 100 + count % 100
    written = QCoreApplication.translate(_CONTEXT, source, None, asked)
    written = written if asked == count else written.replace(str(asked), str(count))
    return written.replace("(s)", "" if count == 1 else "s")


def ltr(text: str) -> str:
    """Wrap a value such as 2017-10-31 so that it reads from the left in any line.

    Qt takes European digits for Arabic ones after an Arabic letter, even one outside the
    isolate; the mark keeps it from that.
    """
    return f"\u2066\u200e{marked(text)}{PDI}" if text else ""


def join(parts: Iterable[str]) -> str:
    """Join names with the comma of the language."""
    return QCoreApplication.translate("Wording", ", ").join(parts)


def quoted(words: str) -> str:
    """Return words of the article in the quotation marks that Arabic print uses."""
    return isolate(f"«{words}»")


def tip(lines: Iterable[str], width: int = 72) -> str:
    """Return lines for a tool tip, broken at `width` letters; see `plain_tip`."""
    return plain_tip("\n".join(part for line in lines for part in wrap(line, width)))


def plain_tip(words: str) -> str:
    """Return words that Qt, which guesses what a tool tip is, never takes for rich text.

    What begins a tag or an entity is followed by a joiner, which is not seen.
    """
    return _TAGS.sub("\\1\u2060", words)
