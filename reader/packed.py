"""Content that was packed for its way over the net, unpacked within bounds."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

FREE, RATIO = 1 << 20, 100  # bytes that may be unpacked from anything; times its size else
_CHUNK = 1 << 16
_PLAIN = frozenset({"", "identity"})
_KNOWN = frozenset({"gzip", "x-gzip", "deflate"})


class PackedError(Exception):
    """Content that cannot be unpacked.

    Attributes:
        code: too-large, broken or encoding.
        reason: the same in words.
    """

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


def unpacked(chunks: Iterable[bytes], encoding: str, most: int) -> Iterator[bytes]:
    """Yield what comes in chunks, unpacked in pieces of no great size.

    Args:
        chunks: as they came.
        encoding: how they are packed, by the name that HTTP has for it.
        most: bytes that may come of it.

    Raises:
        PackedError: it is packed otherwise, damaged, ends too soon, or grows too large.
    """
    name = encoding.strip().lower()
    if name not in _PLAIN | _KNOWN:
        raise PackedError("encoding", f"it is packed in a way that we do not know: {name[:40]}")
    inflater = _Inflater() if name in _KNOWN else None
    came = given = 0
    for chunk in chunks:
        came += len(chunk)
        for piece in inflater.pieces(chunk) if inflater else (chunk,):
            given += len(piece)
            if given > most:
                raise PackedError("too-large", f"it is larger than {most / 1e6:g} MB")
            if given > max(FREE, RATIO * came):
                raise PackedError("too-large", "it unpacks to far more than it should")
            yield piece
    if inflater:
        inflater.end()


class _Inflater:
    """Unpacks gzip and deflate."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 32)
        self._began = False

    def pieces(self, chunk: bytes) -> Iterator[bytes]:
        """Yield what a chunk unpacks to; what follows the end is left out."""
        while chunk and not self._inflate.eof:
            try:
                piece = self._inflate.decompress(chunk, _CHUNK)
            except zlib.error as error:
                if self._began:
                    raise PackedError("broken", "its content is damaged") from error
                self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)  # deflate without its header
                self._began = True
                continue
            self._began = True
            chunk = self._inflate.unconsumed_tail
            yield piece

    def end(self) -> None:
        """Tell where the end is missing."""
        if self._began and not self._inflate.eof:
            raise PackedError("broken", "its content ends too soon")
