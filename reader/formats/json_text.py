"""JSON as others write it: whatever it holds, reading it ends in values or in a refusal."""

from __future__ import annotations

import json
from typing import Any

from reader.errors import RefusedError

_DIGITS = 20  # of a number that is one; converting millions of them takes for ever


def parse(words: str, source: str) -> Any:  # noqa: ANN401 - any value of JSON
    """Return the value that JSON text stands for; what is no plain integer is as it is written.

    Raises:
        RefusedError: it is none, or is nested too deep.
    """
    try:
        return json.loads(words, parse_int=_integer, parse_float=str, parse_constant=str)
    except RecursionError as error:
        raise RefusedError(source, "too-large", "it is nested too deep to be read") from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, character {error.colno}"
        raise RefusedError(source, "damaged", f"it is no JSON: {error.msg} ({where})") from error


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) < _DIGITS else digits
