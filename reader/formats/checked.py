"""Documents that came from outside, held to what their types say."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from reader.core.types import BlockKind, Document
from reader.formats.base import digest

_KINDS = frozenset(get_args(BlockKind))


def checked(document: Document) -> Document:
    """Return the document under the id of its text.

    Raises:
        ValueError: it is of other values than a document is, or its parts do not fit its text.
    """
    words = [document.title, document.author, document.address, document.source]
    words += [document.encoding, document.format, *(b.part for b in document.blocks)]
    numbers = [b.page for b in document.blocks] + [n.page for n in document.notices]
    told = [w for n in document.notices for w in (n.code, n.words)]
    sound = (
        isinstance(document.text, str)
        and all(word is None or isinstance(word, str) for word in words)
        and all(number is None or isinstance(number, int) for number in numbers)
        and all(isinstance(word, str) for word in told)
        and all(isinstance(b.level, int) and b.kind in _KINDS for b in document.blocks)
        and all(b.span.end <= len(document.text) for b in document.blocks)
    )
    if not sound:
        raise ValueError("its parts do not hold together")
    return replace(document, id=digest(document.text))
