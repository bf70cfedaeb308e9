"""An analysis as JSON, by the contract: all that was found, to be read back."""

from __future__ import annotations

from reader.core.codec import to_json
from reader.core.types import Analysis
from reader.export.encoding import json_bytes


def write(analysis: Analysis) -> bytes:
    """Return the whole file."""
    return json_bytes(to_json(analysis), indent=1)
