"""The engine "best": a pretrained encoder that read much Arabic, trained to see names."""

from __future__ import annotations

from importlib.util import find_spec

from reader.engines import windows
from reader.errors import EngineError

_NAME = "best"


def load() -> windows.WindowTagger:
    """Return the engine; EngineError where its model or package is not installed."""
    if find_spec("onnxruntime") is None:
        raise EngineError(_NAME, "the package onnxruntime is missing")
    return windows.load(_NAME, _network)


def _network(card: windows.Card, checked: windows.Checked) -> windows.Names:
    from reader.engines.network import Network  # noqa: PLC0415 - loads numpy, onnxruntime

    return Network(checked("best.onnx"), card)
