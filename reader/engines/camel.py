"""*camel*: the named entity recognizer of CAMeL Tools, where the user has its model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.core.entities.tagger import Tagged
from reader.core.types import EntityType
from reader.engines.labelled import Proclitics, names
from reader.errors import EngineError

_NAME = "camel"
_CONFIDENCE = 0.85  # it tells none; what such a model reaches on news
# It knows one type of place; the lists say which of ours a place is.
_KINDS: dict[str, EntityType] = {"PERS": "PER", "ORG": "ORG", "LOC": "GPE"}


class Camel:
    """Tags with an NERecognizer, which labels whole words."""

    name = _NAME

    def __init__(self, recognizer: Any) -> None:  # noqa: ANN401 - of an optional package
        self._recognizer = recognizer
        self._proclitics = Proclitics()

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        """Return the names of each sentence, none inside another."""
        labelled = self._recognizer.predict([list(words) for words in sentences])
        return [
            # It leaves out words that its tokenizer knows nothing of: which, it does not say.
            names(words, labels, _KINDS, self._proclitics, _CONFIDENCE)
            if len(words) == len(labels)
            else []
            for words, labels in zip(sentences, labelled, strict=True)
        ]


def load() -> Camel:
    """Return the engine; EngineError where its package or model is missing."""
    try:
        from camel_tools.ner import NERecognizer  # noqa: PLC0415 - an optional package
    except ModuleNotFoundError as error:
        message = "the package camel-tools is missing; pip install 'qari[camel]'"
        raise EngineError(_NAME, message) from error
    try:
        return Camel(NERecognizer.pretrained(use_gpu=False))
    except Exception as error:  # its catalogue raises errors of its own
        message = f"the model ner-arabert is missing; camel_data -i ner-arabert ({error})"
        raise EngineError(_NAME, message) from error
