"""Write the trained tagger as an ONNX model in 8 bits, with its pieces and its card.

Run: PYTHONPATH=.:resources/build python resources/build/encoder/export.py TRAINED FOLDER
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

import corpora
import numpy as np
import onnx
import torch
import weights
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from reader.engines.hints import KINDS

Array = NDArray[np.float32]
_CONTRIB = "com.microsoft"


class Graph:
    """A graph under construction."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.values: list[onnx.TensorProto] = []
        self._count = 0

    def value(self, array: NDArray[np.generic]) -> str:
        """Add a constant."""
        self._count += 1
        name = f"c{self._count}"
        self.values.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def node(self, kind: str, *inputs: str, outputs: int = 1, **options: object) -> list[str]:
        """Add an operation."""
        self._count += 1
        names = [f"n{self._count}_{at}" for at in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, **options))
        return names

    def one(self, kind: str, *inputs: str, **options: object) -> str:
        """Add an operation of one output."""
        return self.node(kind, *inputs, **options)[0]

    def linear(self, x: str, weight: Array, bias: Array) -> str:
        """Add a linear layer in 8 bits, one scale for each output."""
        scale = np.maximum(np.abs(weight).max(axis=1), 1e-8) / 127
        numbers = np.round(weight / scale[:, None]).astype(np.int8)
        return self.one(
            "DynamicQuantizeMatMul",
            x,
            self.value(numbers.T),
            self.value(scale.astype(np.float32)),
            self.value(np.zeros(len(scale), dtype=np.int8)),
            self.value(bias),
            domain=_CONTRIB,
        )

    def exact(self, x: str, weight: Array, bias: Array) -> str:
        """Add a linear layer in full precision."""
        return self.one("Add", self.one("MatMul", x, self.value(weight.T)), self.value(bias))

    def norm(self, x: str, weight: Array, bias: Array, epsilon: float) -> str:
        """Add a layer normalization."""
        names = (x, self.value(weight), self.value(bias))
        return self.one("LayerNormalization", *names, axis=-1, epsilon=epsilon)


def build(net: dict[str, Array], encoder: weights.Encoder, layers: int) -> onnx.ModelProto:
    """Return the model: pieces, mask and hints in; labels, proclitics and moves out."""
    graph = Graph()
    words = net["word.weight"]
    scale = np.maximum(np.abs(words).max(axis=1, keepdims=True), 1e-8) / 127
    numbers = np.round(words / scale).astype(np.int8)
    rows = graph.one(
        "Cast", graph.one("Gather", graph.value(numbers), "pieces"), to=TensorProto.FLOAT
    )
    x = graph.one("Mul", rows, graph.one("Gather", graph.value(scale.astype(np.float32)), "pieces"))
    length = graph.one(
        "Slice",
        graph.one("Shape", "pieces"),
        graph.value(np.array([1])),
        graph.value(np.array([2])),
    )
    positions = (net["position.weight"] + net["corpus.weight"][0])[:256]
    place = graph.one("Slice", graph.value(positions), graph.value(np.array([0])), length)
    x = graph.one("Add", x, place)
    x = graph.one("Add", x, graph.one("MatMul", "hints", graph.value(net["hints.weight"].T)))
    x = graph.norm(x, net["ln.weight"], net["ln.bias"], encoder.epsilon)
    for at in range(layers):
        x = _layer(graph, x, net, f"layers.{at}.", encoder)
    scores = graph.exact(x, net["head.weight"], net["head.bias"])
    letters = graph.exact(x, net["proclitics.weight"], net["proclitics.bias"])
    moves = graph.value(net["transitions"] + net["illegal"])
    for kept, name in ((scores, "labels"), (letters, "proclitics"), (moves, "moves")):
        graph.nodes.append(helper.make_node("Identity", [kept], [name]))
    shape = ["rows", "pieces"]
    made = helper.make_graph(
        graph.nodes,
        "names",
        [
            helper.make_tensor_value_info("pieces", TensorProto.INT64, shape),
            helper.make_tensor_value_info("mask", TensorProto.INT32, shape),
            helper.make_tensor_value_info("hints", TensorProto.FLOAT, [*shape, len(KINDS)]),
        ],
        [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, None)
            for name in ("labels", "proclitics", "moves")
        ],
        graph.values,
    )
    versions = [helper.make_opsetid("", 18), helper.make_opsetid(_CONTRIB, 1)]
    return helper.make_model(made, opset_imports=versions, ir_version=9)


def _layer(graph: Graph, x: str, net: dict[str, Array], name: str, encoder: weights.Encoder) -> str:
    def part(which: str) -> tuple[Array, Array]:
        return net[f"{name}{which}.weight"], net[f"{name}{which}.bias"]

    qkv = graph.linear(x, *part("qkv"))
    q, k, v = graph.node("Split", qkv, outputs=3, axis=-1, num_outputs=3)
    seen = graph.one(
        "MultiHeadAttention", q, k, v, "", "mask", domain=_CONTRIB, num_heads=encoder.heads
    )
    x = graph.one("Add", x, graph.linear(seen, *part("ao")))
    x = graph.norm(x, *part("aln"), encoder.epsilon)
    inner = graph.one("Gelu", graph.linear(x, *part("fi")), domain=_CONTRIB)
    x = graph.one("Add", x, graph.linear(inner, *part("fo")))
    return graph.norm(x, *part("oln"), encoder.epsilon)


def main() -> None:
    """Write best.onnx, best.pieces.tsv and best.toml."""
    parser = argparse.ArgumentParser()
    parser.add_argument("trained", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--temperature", type=float, default=1.0)
    options = parser.parse_args()
    encoder = weights.load()
    kept = torch.load(options.trained, weights_only=True)
    net = {name: value.numpy() for name, value in kept["net"].items()}
    options.folder.mkdir(parents=True, exist_ok=True)
    files = {
        "best.onnx": build(net, encoder, kept["layers"]).SerializeToString(deterministic=True),
        "best.pieces.tsv": "".join(
            f"{piece}\t{score:.4f}\n"
            for piece, score in zip(encoder.pieces, encoder.scores, strict=True)
        ).encode(),
    }
    lines = [
        '# What the engine "best" needs to know of its files; written by the export.',
        f'labels = "{" ".join(corpora.LABELS)}"',
        f"temperature = {options.temperature}",
        "",
        "[sha256]",
    ]
    for file, data in files.items():
        (options.folder / file).write_bytes(data)
        lines.append(f'"{file}" = "{hashlib.sha256(data).hexdigest()}"')
        print(file, len(data))
    (options.folder / "best.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
