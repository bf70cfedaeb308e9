"""Reading aloud, sentence by sentence, where the speech extra and an Arabic voice are there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLocale

from reader.core.types import Document, Sentence
from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.phrases import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

_MESSAGE = 8000  # milliseconds


class Aloud(Feature):
    """Speaks from the sentence that is read on; the article follows."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "read_aloud",
            QT_TRANSLATE_NOOP("Actions", "Rea&d aloud"),
            QT_TRANSLATE_NOOP("Actions", "Read the article aloud from here, or stop"),
            "Ctrl+Shift+R",
            checkable=True,
        ),
    )
    _speech: QTextToSpeech | None = None
    _rest: Sequence[Sentence] = ()

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {"read_aloud": self.switch}

    def show_document(self, document: Document) -> None:  # noqa: ARG002 - whichever it is
        """Stop with the article."""
        self.stop()

    def close(self) -> None:
        """Stop with the window."""
        self.stop()

    def switch(self) -> None:
        """Begin at the sentence that is read, or stop."""
        if self._rest or not self.window.actions_by_name["read_aloud"].isChecked():
            self.stop()
            return
        problem = self._problem()
        index = self.window.index
        if problem or index is None:
            self.stop()
            self.window.statusBar().showMessage(problem, _MESSAGE)
            return
        ordered = sorted(index.analysis.sentences, key=lambda s: s.span)
        current = self.window.article.current_sentence()
        first = ordered.index(current) if current in ordered else 0
        self._rest = ordered[first:]
        self._speak()

    def stop(self) -> None:
        """Be silent."""
        self._rest = ()
        self.window.actions_by_name["read_aloud"].setChecked(False)
        if self._speech is not None:
            self._speech.stop()

    def _problem(self) -> str:
        """Return why nothing can be read aloud here, "" where it can."""
        if self._speech is not None:
            return ""
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415 - an extra
        except ImportError:
            return self.tr("Reading aloud needs the speech extra: pip install qari[speech]")
        speech = QTextToSpeech(self)
        arabic = [x for x in speech.availableLocales() if x.language() == QLocale.Language.Arabic]
        if not arabic:
            return self.tr("The system has no Arabic voice; install one to be read to.")
        speech.setLocale(arabic[0])
        speech.stateChanged.connect(self._on_state)
        self._speech = speech
        return ""

    def _speak(self) -> None:
        if self._speech is not None and self._rest and self.window.document is not None:
            sentence = self._rest[0]
            self.window.article.reveal(sentence.span, flash=False)
            self.window.article.select(sentence.span)
            self._speech.say(sentence.span.of(self.window.document.text))

    def _on_state(self, state: QTextToSpeech.State) -> None:
        if self._speech is None or state != self._speech.State.Ready or not self._rest:
            return
        self._rest = self._rest[1:]
        if self._rest:
            self._speak()
        else:
            self.stop()
