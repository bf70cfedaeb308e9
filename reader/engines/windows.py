"""Words as a network reads them: runs of sentences as pieces, with what the name lists say.

A model lies in resources/models/ with its card, which names its labels and the SHA-256 of
its files; nothing of it is read before the first sentences come.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from reader.core.entities.tagger import Tagged
from reader.core.normalize import fold
from reader.engines.hints import Hints
from reader.engines.pieces import END, START, Pieces, lacks_hamzas
from reader.errors import EngineError, ResourceError
from reader.resources import resource

if TYPE_CHECKING:  # numpy loads with the model
    from reader.engines.chain import Name

_PIECES = "best.pieces.tsv"
_WINDOW_WORDS = 90  # as in training; what stands before and after helps
_WINDOW_PIECES = 200
_LISTED = frozenset(("GPE", "LOC", "ORG"))
_PROCLITICS = frozenset("وفبلك")


@dataclass(frozen=True, slots=True)
class Window:
    """Words that the network reads at once: their pieces, and where each word begins.

    Attributes:
        words: the (sentence, word) of each.
        hints: bits of what the name lists say, per word.
    """

    words: tuple[tuple[int, int], ...]
    pieces: tuple[int, ...]
    firsts: tuple[int, ...]
    hints: tuple[int, ...]


class Names(Protocol):
    """A network that finds the names in windows."""

    def names(self, windows: Sequence[Window]) -> list[list[Name]]:
        """Return the names in each window, in text order."""
        ...


class WindowTagger:
    """Finds names with a network over windows; the model loads at the first sentences.

    Attributes:
        name: what the user calls it.
    """

    def __init__(self, name: str, network: Callable[[Card, Checked], Names]) -> None:
        self.name = name
        self._make = network

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        """Return for each sentence its names in text order.

        Sentences that follow each other are read together, so pass a whole article.
        """
        found: list[list[Tagged]] = [[] for _ in sentences]
        windows = list(self._windows(sentences))
        if not windows:
            return found
        for window, names in zip(windows, self._network.names(windows), strict=True):
            for name in names:
                for sentence, first, end in _by_sentence(window, name):
                    letters = self._letters(fold(sentences[sentence][first]), name)
                    tagged = Tagged(first, end, name.type, letters, name.confidence)
                    found[sentence].append(tagged)
        return found

    def _letters(self, folded: str, name: Name) -> int:
        """Return how many proclitic letters the name's first word has; lists know some."""
        letters = _proclitics(folded, name.proclitics)
        if folded.startswith("لل") and name.type != "PER":
            letters = max(letters, 1)
        listed = self._hints.name_offsets(folded) if name.type in _LISTED else []
        return listed[0] if listed and letters not in listed else letters

    def _windows(self, sentences: Sequence[Sequence[str]]) -> Iterator[Window]:
        """Yield runs of sentences; a sentence longer than a window is split."""
        restore = lacks_hamzas([word for sentence in sentences for word in sentence])
        words: list[tuple[int, int]] = []
        pieces, firsts, hints = [START], list[int](), list[int]()
        for number, sentence in enumerate(sentences):
            cuts = [self._pieces.of(word, restore=restore) for word in sentence]
            bits = self._hints.of(sentence)
            size = sum(map(len, cuts))
            full = len(words) + len(cuts) > _WINDOW_WORDS or len(pieces) + size > _WINDOW_PIECES
            if words and full:
                yield Window(tuple(words), (*pieces, END), tuple(firsts), tuple(hints))
                words, pieces, firsts, hints = [], [START], [], []
            for at, cut in enumerate(cuts):
                if len(words) == _WINDOW_WORDS or len(pieces) + len(cut) > _WINDOW_PIECES:
                    yield Window(tuple(words), (*pieces, END), tuple(firsts), tuple(hints))
                    words, pieces, firsts, hints = [], [START], [], []
                words.append((number, at))
                firsts.append(len(pieces))
                pieces.extend(cut)
                hints.append(bits[at])
        if words:
            yield Window(tuple(words), (*pieces, END), tuple(firsts), tuple(hints))

    @cached_property
    def _hints(self) -> Hints:
        return Hints()

    @cached_property
    def _pieces(self) -> Pieces:
        lines = checked(card(self.name), _PIECES).decode("utf-8").splitlines()
        rows = [line.split("\t") for line in lines]
        return Pieces([piece for piece, _ in rows], [float(score) for _, score in rows])

    @cached_property
    def _network(self) -> Names:
        said = card(self.name)
        return self._make(said, lambda file: checked(said, file))


def load(name: str, network: Callable[[Card, Checked], Names]) -> WindowTagger:
    """Return the engine; EngineError where a file of its model is not installed."""
    try:
        for file in card(name).sums:
            resource("models", file)
    except ResourceError as error:
        raise EngineError(name, str(error)) from error
    return WindowTagger(name, network)


@dataclass(frozen=True, slots=True)
class Card:
    """What the model's card says that the engine needs; `sums` are SHA-256 by file name."""

    labels: tuple[str, ...]
    temperature: float
    sums: dict[str, str]


Checked = Callable[[str], bytes]  # gives a file of the model by its name


def card(engine: str) -> Card:
    """Return the card of an engine's model."""
    path = resource("models", f"{engine}.toml")
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    return Card(tuple(said["labels"].split()), said["temperature"], said["sha256"])


def checked(said: Card, file: str) -> bytes:
    """Return the file's bytes when they are those that the model was released with."""
    path = resource("models", file)
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != said.sums[file]:
        raise ResourceError(f"{path}: not as released; install the program again")
    return data


def _by_sentence(window: Window, name: Name) -> Iterator[tuple[int, int, int]]:
    """Yield the sentence, first word and end of the name, cut where a sentence ends."""
    at = name.first
    while at < name.end:
        sentence, first = window.words[at]
        end = at + 1
        while end < name.end and window.words[end][0] == sentence:
            end += 1
        yield sentence, first, first + end - at
        at = end


def _proclitics(folded: str, letters: int) -> int:
    """Return how many of so many first letters can be proclitics."""
    letters = min(letters, max(0, len(folded) - 2))
    return next((at for at in range(letters) if folded[at] not in _PROCLITICS), letters)
