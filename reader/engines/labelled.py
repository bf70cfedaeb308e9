"""What engines that label whole words share: labels to names, proclitics taken off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from reader.core.clitics import readings
from reader.core.entities.tagger import Tagged
from reader.core.normalize import fold
from reader.core.types import EntityType
from reader.resources import entities


class Proclitics:
    """Tells which letters of a name's first word are no part of it, by the lists of names."""

    @cached_property
    def _known(self) -> frozenset[str]:
        lexicon = entities.load()
        names = {name.folded.split()[0] for name, after_lam in lexicon.patterns if not after_lam}
        return frozenset(names | lexicon.person_parts.keys() | lexicon.heads.keys())

    def of(self, word: str) -> int:
        """Return how many letters stand before the name that `word` begins.

        >>> Proclitics().of("وبالقاهرة"), Proclitics().of("لندن")
        (2, 0)
        """
        offers = list(readings(fold(word)))
        for reading in offers:
            if reading.form in self._known:
                return reading.offset
        return next((r.offset for r in offers if r.offset and r.definite), 0)


def names(
    words: Sequence[str],
    labels: Sequence[str],
    kinds: Mapping[str, EntityType],
    proclitics: Proclitics,
    confidence: float,
) -> list[Tagged]:
    """Return the names that BIO or BIOES labels mark; types that `kinds` lacks are none."""
    found: list[Tagged] = []
    begin, open_kind = 0, ""
    for at, label in enumerate([*labels, "O"]):
        place, _, kind = label.partition("-")
        if open_kind and (place in {"O", "B", "S"} or kind != open_kind):
            if open_kind in kinds:
                letters = proclitics.of(words[begin])
                found.append(Tagged(begin, at, kinds[open_kind], letters, confidence))
            open_kind = ""
        if place != "O" and not open_kind:
            begin, open_kind = at, kind
    return found
