"""Reading aloud, sentence by sentence; the article follows the voice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from reader.core.types import Document, Sentence, Span
from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow
    from reader.gui.speech.voice import Voice
    from reader.gui.speech.words import Word

_MESSAGE = 8000  # milliseconds
_SETTLE = 250  # milliseconds that the sentence must stay the same before it is said
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_TOLD = {
    "no_engine": QT_TRANSLATE_NOOP(
        "Aloud", "Reading aloud needs Speech Dispatcher with a voice such as espeak-ng."
    ),
    "no_module": QT_TRANSLATE_NOOP(
        "Aloud", "Reading aloud needs the speech extra: pip install qari[speech]"
    ),
    "no_arabic": QT_TRANSLATE_NOOP(
        "Aloud", "The system has no Arabic voice; install one to be read to."
    ),
    "broken": QT_TRANSLATE_NOOP("Aloud", "The voice broke off; read aloud again to go on."),
}


class Aloud(Feature):
    """Speaks from the sentence that is read on; the article follows.

    What stops goes on with the sentence at which it stopped, while that is in sight and the
    reader has gone nowhere else: the article knows it as the sentence that is read.

    Attributes:
        voice: the one that speaks, made at the first use; None before, and after it failed.
    """

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "read_aloud",
            QT_TRANSLATE_NOOP("Actions", "Rea&d aloud"),
            QT_TRANSLATE_NOOP("Actions", "Read the article aloud from here, or stop"),
            "Ctrl+Shift+R",
            checkable=True,
        ),
        Command(
            "aloud_next",
            QT_TRANSLATE_NOOP("Actions", "Next sen&tence aloud"),
            QT_TRANSLATE_NOOP("Actions", "Go on reading aloud with the next sentence"),
            "Alt+Down",
        ),
        Command(
            "aloud_previous",
            QT_TRANSLATE_NOOP("Actions", "Sente&nce before aloud"),
            QT_TRANSLATE_NOOP("Actions", "Go back to the sentence before while reading aloud"),
            "Alt+Up",
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.voice: Voice | None = None
        self._is_ready = False
        self._sentence: Sentence | None = None  # that is said; None while nothing is read aloud
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE)
        self._settle.timeout.connect(self._say)
        self._enable()
        window.installEventFilter(self)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {
            "read_aloud": self._switch,
            "aloud_next": lambda: self._step(1),
            "aloud_previous": lambda: self._step(-1),
        }

    # -- what the window tells ---------------------------------------------------------------

    def show_document(self, document: Document) -> None:  # noqa: ARG002 - whichever it is
        """Stop with the article."""
        self.stop()

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Stop where nothing is known; an article that is analyzed anew keeps its sentences."""
        if index is None:
            self.stop()
        self._enable()

    def follow(self, before: Settings, after: Settings) -> None:
        """Say the sentence again in another manner."""
        changed = (before.voice, before.voice_rate) != (after.voice, after.voice_rate)
        if changed and self._sentence is not None:
            self._go_to(self._sentence)

    def close(self) -> None:
        """Stop with the window."""
        self.stop()
        self._drop_voice()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop with Esc, before any other use of it, and when the window's tab is left."""
        if self._sentence is None or watched is not self.window:
            return False
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.stop()
        if event.type() in _KEYS and isinstance(event, QKeyEvent):
            return self._take_key(event)
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Escape or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.stop()
        return True

    # -- reading -----------------------------------------------------------------------------

    def _switch(self) -> None:
        if not self.window.actions_by_name["read_aloud"].isChecked():
            self.stop()
            return
        current = self.window.article.current_sentence()
        first = next(self._from(current.span.start if current else 0), None)
        if first is None:
            self.stop()
            return
        self._show(first)
        self._say()

    def stop(self) -> None:
        """Be silent; the sentence stays the one that is read."""
        self._settle.stop()
        if self._sentence is not None and self.voice is not None:
            self.voice.stop()
        self._show(None)

    def _step(self, by: int) -> None:
        """Go to a sentence beside, and say it once the reader stays there."""
        if self._sentence is None:
            return
        span = self._sentence.span
        found = next(self._from(span.end) if by > 0 else self._before(span.start), None)
        if found is not None:
            self._go_to(found)

    def _go_to(self, sentence: Sentence) -> None:
        if self.voice is not None and self._is_ready:
            self.voice.stop()
        self.window.article.set_spoken(None)  # so that the view goes there from anywhere
        self._show(sentence)
        self._settle.start()

    def _on_ended(self) -> None:
        if self._sentence is None or self._settle.isActive():
            return
        following = next(self._from(self._sentence.span.end), None)
        if following is None:
            self.stop()
            return
        self._show(following)
        self._say()

    def _show(self, sentence: Sentence | None) -> None:
        self._sentence = sentence
        self.window.article.set_spoken(sentence.span if sentence else None)
        self._enable()

    def _enable(self) -> None:
        actions, is_on = self.window.actions_by_name, self._sentence is not None
        actions["read_aloud"].setChecked(is_on)
        actions["read_aloud"].setEnabled(self.window.index is not None)
        for name in ("aloud_next", "aloud_previous"):
            actions[name].setEnabled(is_on)

    # -- sentences ---------------------------------------------------------------------------

    def _from(self, offset: int) -> Iterator[Sentence]:
        """Yield what can be read aloud and ends after an offset, in text order."""
        sentences = self.window.article.sentences()
        numbers = range(max(sentences.first(offset) - 1, 0), len(sentences.items))
        found = (sentences.items[n] for n in numbers)
        return (s for s in found if s.span.end > offset and self._is_heard(s))

    def _before(self, offset: int) -> Iterator[Sentence]:
        """Yield what can be read aloud and begins before an offset, backwards."""
        sentences = self.window.article.sentences()
        found = (sentences.items[n] for n in reversed(range(sentences.first(offset))))
        return (s for s in found if self._is_heard(s))

    def _is_heard(self, sentence: Sentence) -> bool:
        """Tell whether a sentence has a sound, and is no copy that is folded away."""
        closed = self.window.article.folding.hidden()
        return bool(self._words(sentence)) and not any(map(sentence.span.overlaps, closed))

    def _words(self, sentence: Sentence) -> tuple[Word, ...]:
        from reader.gui.speech.words import words_of  # noqa: PLC0415 - at its first use

        return words_of(sentence.span.of(self.window.article.document_text()))

    # -- the voice ---------------------------------------------------------------------------

    def _say(self) -> None:
        if self._sentence is None:
            return
        if self.voice is None:
            from reader.gui.speech.voice import make_voice  # noqa: PLC0415 - at its first use

            self._take_voice(make_voice(self))
        elif self._is_ready:
            settings = self.window.settings
            self.voice.set_manner(settings.voice, settings.voice_rate)
            self.voice.say(self._words(self._sentence))

    def _take_voice(self, voice: Voice) -> None:
        self.voice = voice
        voice.ready.connect(self._on_ready)
        voice.word.connect(self._on_word)
        voice.ended.connect(self._on_ended)
        voice.cut.connect(self.stop)
        voice.failed.connect(self._on_failed)
        voice.open()

    def _on_ready(self) -> None:
        self._is_ready = True
        if not self._settle.isActive():
            self._say()

    def _on_word(self, place: Span) -> None:
        if self._sentence is not None and not self._settle.isActive():
            start = self._sentence.span.start
            word = Span(start + place.start, start + place.end)
            self.window.article.set_spoken(self._sentence.span, word)

    def _on_failed(self, reason: str) -> None:
        was_on = self._sentence is not None
        self._drop_voice()
        self.stop()
        if was_on:
            words = QCoreApplication.translate("Aloud", _TOLD[reason])
            self.window.statusBar().showMessage(words, _MESSAGE)

    def _drop_voice(self) -> None:
        if self.voice is not None:
            self.voice.close()
            self.voice.deleteLater()
        self.voice, self._is_ready = None, False
