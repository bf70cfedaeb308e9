"""The taggers that find names, by the name that the user calls them.

Each is a module with `load() -> Tagger`, imported when it is first asked for: its
package may be missing and its model large.
"""

from __future__ import annotations

import os
from functools import lru_cache
from importlib import import_module

from reader.core.entities.tagger import Tagger
from reader.errors import EngineError

# onnxruntime tells its maker of its use, and keeps an id of the machine, where this is not set
# before it is imported. What is read here stays here.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

RULES = "rules"  # no tagger: gazetteers and rules alone
_MODULES = {
    "best": "encoder",
    "fast": "convolution",
    "camel": "camel",
    "stanza": "stanza",
    "gliner": "gliner",
}
_DEFAULTS = ("best", "fast")
NAMES = (*_MODULES, RULES)


@lru_cache(maxsize=2)
def load(name: str) -> Tagger | None:
    """Return the tagger of that name, None for "rules"; the last two are kept.

    Raises:
        EngineError: there is no such engine, or its package or model is missing.
    """
    if name == RULES:
        return None
    if name not in _MODULES:
        raise EngineError(name, f"there is no such engine; there are {', '.join(NAMES)}")
    try:
        tagger: Tagger = import_module(f"reader.engines.{_MODULES[name]}").load()
    except ModuleNotFoundError as error:
        raise EngineError(name, f"the package {error.name} is missing") from error
    return tagger


@lru_cache(maxsize=1)
def default() -> tuple[str, tuple[EngineError, ...]]:
    """Return the name of the best engine that loads, and why the better ones do not."""
    reasons = []
    for name in _DEFAULTS:
        try:
            load(name)
        except EngineError as error:
            reasons.append(error)
        else:
            return name, tuple(reasons)
    return RULES, tuple(reasons)
