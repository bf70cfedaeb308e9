"""The voices that Windows and macOS have, through Qt's module for them, which is an extra."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from reader.gui.speech.voice import FASTEST, Voice
from reader.gui.speech.words import Word, joined, word_at

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech


class SystemVoice(Voice):
    """Speaks through QTextToSpeech, with the engine of a name or the system's first."""

    def __init__(self, parent: QObject | None = None, *, engine: str = "") -> None:
        super().__init__(parent)
        self._engine = engine
        self._speech: QTextToSpeech | None = None
        self._words: Sequence[Word] = ()
        self._is_heard = False  # it began to speak what was said last

    def open(self) -> None:
        """Make the engine and see which Arabic voices it has."""
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415 - an extra
        except ImportError:
            self.failed.emit("no_module")
            return
        speech = self._speech = QTextToSpeech(self._engine, self)
        arabic = [x for x in speech.availableLocales() if x.language() == QLocale.Language.Arabic]
        if not arabic:
            self.failed.emit("no_arabic")
            return
        speech.setLocale(arabic[0])
        self.names = tuple(voice.name() for voice in speech.availableVoices())
        speech.stateChanged.connect(self._on_state)
        speech.sayingWord.connect(self._on_word)
        speech.errorOccurred.connect(lambda *_: self.failed.emit("broken"))
        self.ready.emit()

    def set_manner(self, name: str, rate: int) -> None:
        """Choose the voice and its rate."""
        if self._speech is None:
            return
        voices = self._speech.availableVoices()
        chosen = next((v for v in voices if v.name() == name), voices[0] if voices else None)
        if chosen is not None:
            self._speech.setVoice(chosen)
        self._speech.setRate(rate / FASTEST)

    def say(self, words: Sequence[Word]) -> None:
        """Say words."""
        self.stop()
        self._words = words
        if self._speech is not None:
            self._speech.say(joined(words))

    def stop(self) -> None:
        """Be silent."""
        self._is_heard = False
        if self._speech is not None:
            self._speech.stop()

    def _on_state(self, state: QTextToSpeech.State) -> None:
        if self._speech is None:
            return
        if state == self._speech.State.Speaking:
            self._is_heard = True
        elif state == self._speech.State.Ready and self._is_heard:
            self._is_heard = False
            self.ended.emit()

    def _on_word(self, _word: str, _utterance: int, start: int, length: int) -> None:
        if length and self._words:
            self.word.emit(word_at(self._words, start).span)
