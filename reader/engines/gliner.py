"""*gliner*: GLiNER's multilingual recognizer, where the user has its model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.core.entities.tagger import Tagged
from reader.core.types import EntityType
from reader.engines.labelled import Proclitics
from reader.errors import EngineError

_NAME = "gliner"
_MODEL = "urchade/gliner_multi-v2.1"
_LEAST = 0.5  # score
_KINDS: dict[str, EntityType] = {
    "person": "PER",
    "organization": "ORG",
    "country or city": "GPE",
    "region or sea": "LOC",
    "building": "FAC",
}


class Gliner:
    """Tags with a model that is asked for types by their English names."""

    name = _NAME

    def __init__(self, model: Any) -> None:  # noqa: ANN401 - of an optional package
        self._model = model
        self._proclitics = Proclitics()

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        """Return the names of each sentence, none inside another."""
        return [self._names(words) for words in sentences]

    def _names(self, words: Sequence[str]) -> list[Tagged]:
        if not words:
            return []
        starts: list[int] = []
        at = 0
        for word in words:
            starts.append(at)
            at += len(word) + 1
        found: list[Tagged] = []
        entities = self._model.predict_entities(" ".join(words), list(_KINDS), threshold=_LEAST)
        for entity in sorted(entities, key=lambda each: int(each["start"])):
            first = sum(start <= entity["start"] for start in starts) - 1
            end = sum(start < entity["end"] for start in starts)
            if found and first < found[-1].end:
                continue
            letters = entity["start"] - starts[first] or self._proclitics.of(words[first])
            kind = _KINDS[entity["label"]]
            found.append(Tagged(first, end, kind, letters, round(float(entity["score"]), 3)))
        return found


def load() -> Gliner:
    """Return the engine; EngineError where its package or model is missing."""
    try:
        from gliner import GLiNER  # noqa: PLC0415 - an optional package
    except ModuleNotFoundError as error:
        message = "the package gliner is missing; pip install 'qari[gliner]'"
        raise EngineError(_NAME, message) from error
    try:
        return Gliner(GLiNER.from_pretrained(_MODEL, local_files_only=True))
    except Exception as error:  # the hub's client raises errors of its own
        message = f"the model {_MODEL} is missing; huggingface-cli download {_MODEL} ({error})"
        raise EngineError(_NAME, message) from error
