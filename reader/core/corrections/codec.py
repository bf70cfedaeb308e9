"""Corrections to JSON values and back, by the fields of their classes."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from reader.core.corrections.types import Correction, Corrections
from reader.core.types import Span

Json = dict[str, Any]
_KINDS: dict[str, type] = {kind.__name__: kind for kind in get_args(Correction)}


def corrections_to_json(corrections: Corrections) -> list[Json]:
    """Return the corrections as JSON values, each with its `kind`."""
    return [{"kind": type(c).__name__, **_fields(c)} for c in corrections]


def corrections_from_json(data: object) -> Corrections:
    """Read corrections; ValueError names what is none."""
    return tuple(_correction(item) for item in _plain(list, data))


def _correction(item: object) -> Correction:
    kind = _KINDS.get(str(item.get("kind"))) if isinstance(item, dict) else None
    if kind is None or not isinstance(item, dict):
        raise ValueError(f"{item!r} is no correction")
    made: Correction = value_from_json(kind, item)
    return made


def _fields(value: Any) -> Json:  # noqa: ANN401 - any dataclass
    return {f.name: value_to_json(getattr(value, f.name)) for f in fields(value)}


def value_to_json(value: Any) -> Any:  # noqa: ANN401 - JSON is whatever it is
    """Return a frozen value as JSON: spans as pairs, days as ISO dates."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [value_to_json(item) for item in value]
    return _fields(value) if is_dataclass(value) else value


def value_from_json(kind: Any, data: Any) -> Any:  # noqa: ANN401 - the same
    """Read a value of a type that dataclasses have fields of; ValueError if it is none."""
    if kind is Span:
        return _span(data)
    if kind is date:
        return date.fromisoformat(_plain(str, data))
    if is_dataclass(kind):
        return _dataclass(kind, data)
    origin = get_origin(kind)
    if origin is tuple:
        (item, *_) = get_args(kind)
        return tuple(value_from_json(item, each) for each in _plain(list, data))
    if origin is Literal:
        if data not in get_args(kind):
            raise ValueError(f"{data!r} is none of {', '.join(get_args(kind))}")
        return data
    if origin in {Union, types.UnionType}:
        (some,) = (a for a in get_args(kind) if a is not types.NoneType)
        return None if data is None else value_from_json(some, data)
    return _plain(kind, data)


def _plain(kind: type, data: object) -> Any:  # noqa: ANN401 - of that type
    if not isinstance(data, kind):
        raise ValueError(f"{data!r} is no {kind.__name__}")  # noqa: TRY004 - one error for all
    return data


def _span(data: object) -> Span:
    match data:
        case [int(start), int(end)] if 0 <= start <= end:
            return Span(start, end)
    raise ValueError(f"{data!r} is no span")


def _dataclass(kind: Any, data: object) -> Any:  # noqa: ANN401 - any dataclass
    if not isinstance(data, Mapping):
        raise ValueError(f"{data!r} is no {kind.__name__}")  # noqa: TRY004 - one error for all
    hints = get_type_hints(kind)
    missing = [f.name for f in fields(kind) if f.name not in data]
    if missing:
        raise ValueError(f"{kind.__name__}: {', '.join(missing)} is missing")
    return kind(**{f.name: value_from_json(hints[f.name], data[f.name]) for f in fields(kind)})
