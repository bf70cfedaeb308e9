"""*stanza*: the Arabic named entity recognizer of Stanza, where the user has its model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.core.entities.tagger import Tagged
from reader.core.types import EntityType
from reader.engines.labelled import Proclitics, names
from reader.errors import EngineError

_NAME = "stanza"
_CONFIDENCE = 0.75  # it tells none, and its model learned from encyclopedia articles
_KINDS: dict[str, EntityType] = {"PER": "PER", "ORG": "ORG", "LOC": "GPE"}


class Stanza:
    """Tags with a pipeline that takes words as they are and labels each token."""

    name = _NAME

    def __init__(self, pipeline: Any) -> None:  # noqa: ANN401 - of an optional package
        self._pipeline = pipeline
        self._proclitics = Proclitics()

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        """Return the names of each sentence, none inside another."""
        found: list[list[Tagged]] = [[] for _ in sentences]
        filled = [at for at, words in enumerate(sentences) if words]
        if not filled:
            return found
        document = self._pipeline([list(sentences[at]) for at in filled])
        for at, sentence in zip(filled, document.sentences, strict=True):
            labels = [token.ner for token in sentence.tokens]
            found[at] = names(sentences[at], labels, _KINDS, self._proclitics, _CONFIDENCE)
        return found


def load() -> Stanza:
    """Return the engine; EngineError where its package or model is missing."""
    try:
        import stanza  # noqa: PLC0415 - an optional package
    except ModuleNotFoundError as error:
        message = "the package stanza is missing; pip install 'qari[stanza]'"
        raise EngineError(_NAME, message) from error
    try:
        pipeline = stanza.Pipeline(
            "ar",
            processors="tokenize,ner",
            tokenize_pretokenized=True,
            download_method=None,
            use_gpu=False,
            verbose=False,
        )
    except Exception as error:  # it raises errors of its own for each file that is missing
        command = "python -c \"import stanza; stanza.download('ar', processors='tokenize,ner')\""
        message = f"the Arabic model is missing; {command} ({error})"
        raise EngineError(_NAME, message) from error
    return Stanza(pipeline)
