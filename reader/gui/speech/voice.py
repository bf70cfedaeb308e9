"""What the program asks of a voice, whatever engine of the system lends it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QObject, Signal

from reader.core.types import Span
from reader.gui.speech.words import Word

Silence = Literal["no_engine", "no_module", "no_arabic", "broken"]
FASTEST = 100  # of the rates, which run from its negative over 0, the voice's own


class Voice(QObject):
    """Says Arabic words; each call of `say` takes the place of the one before.

    A voice that failed is closed and deleted, and another one made.

    Attributes:
        names: of the Arabic voices that can be chosen, known once it is ready.

    Signals:
        ready: it can speak; comes once after `open`, in the call or later.
        word: the place of the word that is spoken now; not every engine tells.
        ended: what was said last was said to its end.
        cut: it was silenced by another program, such as a screen reader.
        failed: a Silence, why it cannot speak, or no more.
    """

    ready = Signal()
    word = Signal(Span)
    ended = Signal()
    cut = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.names: tuple[str, ...] = ()

    def open(self) -> None:
        """Look for the engine and its Arabic voices; `ready` or `failed` tells the outcome."""
        raise NotImplementedError

    def set_manner(self, name: str, rate: int) -> None:
        """Speak with the voice of that name, or the first of all, at a rate of -100 to 100."""
        raise NotImplementedError

    def say(self, words: Sequence[Word]) -> None:
        """Say words; only once it is ready."""
        raise NotImplementedError

    def stop(self) -> None:
        """Be silent; nothing more is told of what was said."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the engine."""


def make_voice(parent: QObject | None = None) -> Voice:
    """Return the voice that this kind of system lends."""
    if sys.platform == "linux":
        from reader.gui.speech.dispatcher import DispatcherVoice  # noqa: PLC0415 - at first use

        return DispatcherVoice(parent)
    from reader.gui.speech.system import SystemVoice  # noqa: PLC0415 - an extra

    return SystemVoice(parent)
