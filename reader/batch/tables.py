"""The rows of a run: what an analysis says, table by table.

Rows have the names and values of the analysis contract; `article` is the article's number in
the run, the same however often and by whomever it is made.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from reader.core.codec import to_json
from reader.core.types import Analysis
from reader.near import WIDTH

ARTICLES_IN_SHARD = 1_000_000_000  # how far the numbers of two shards lie apart

Row = dict[str, Any]

_REFERENCE = ("status", "value", "first_day", "last_day")
_LARGE = 1 << 63
_HALF = re.compile("[\ud800-\udfff]")
_STRING, _INT, _FLOAT, _BOOL = pa.string(), pa.int64(), pa.float64(), pa.bool_()
_SPAN = [("start", _INT), ("end", _INT), ("text", _STRING)]
_FILLER = pa.struct([*_SPAN, ("entity", _STRING)])

SCHEMAS: dict[str, pa.Schema] = {
    "articles": pa.schema(
        [
            ("article", _INT),
            ("id", _STRING),
            ("source", _STRING),
            ("title", _STRING),
            ("text", _STRING),
            ("published", _STRING),
            ("author", _STRING),
            ("address", _STRING),
            ("format", _STRING),
            ("encoding", _STRING),
            ("reference_status", _STRING),
            ("reference_value", _STRING),
            ("reference_first_day", _STRING),
            ("reference_last_day", _STRING),
            ("sentences", _INT),
            ("repetitions", _INT),
            ("mentions", _INT),
            ("times", _INT),
            ("events", _INT),
            ("engine", _STRING),
        ]
    ),
    "mentions": pa.schema(
        [
            ("article", _INT),
            ("id", _STRING),
            *_SPAN,
            ("type", _STRING),
            ("sentence", _STRING),
            ("entity", _STRING),
            ("name", _STRING),
            ("links", pa.list_(pa.struct([("scheme", _STRING), ("id", _STRING)]))),
            ("latitude", _FLOAT),
            ("longitude", _FLOAT),
            ("stands_for", _STRING),
            ("holder", _STRING),
            ("confidence", _FLOAT),
            ("rule", _STRING),
        ]
    ),
    "times": pa.schema(
        [
            ("article", _INT),
            ("id", _STRING),
            *_SPAN,
            ("type", _STRING),
            ("value", _STRING),
            ("mod", _STRING),
            ("part", _STRING),
            ("first_day", _STRING),
            ("last_day", _STRING),
            ("calendar", _STRING),
            ("original_value", _STRING),
            ("sentence", _STRING),
            ("basis", _STRING),
            ("conflict", _STRING),
            ("confidence", _FLOAT),
        ]
    ),
    "events": pa.schema(
        [
            ("article", _INT),
            ("id", _STRING),
            ("type", _STRING),
            ("trigger", pa.struct(_SPAN)),
            ("phase", _STRING),
            (
                "participants",
                pa.list_(pa.struct([("role", _STRING), *_SPAN, ("entity", _STRING)])),
            ),
            ("places", pa.list_(_FILLER)),
            (
                "time",
                pa.struct([("id", _STRING), ("relation", _STRING), ("implicit", _BOOL)]),
            ),
            ("polarity", _STRING),
            ("modality", _STRING),
            ("condition", pa.struct(_SPAN)),
            (
                "attribution",
                pa.struct(
                    [
                        ("cue", pa.struct(_SPAN)),
                        ("speakers", pa.list_(_FILLER)),
                        ("direct", _BOOL),
                        ("content", pa.struct(_SPAN)),
                    ]
                ),
            ),
            (
                "casualties",
                pa.list_(pa.struct([("kind", _STRING), ("count", _INT), ("speaker", _STRING)])),
            ),
            ("sentence", _STRING),
            ("cluster", _STRING),
            ("confidence", _FLOAT),
            ("rule", _STRING),
        ]
    ),
    "refused": pa.schema([("shard", _INT), ("source", _STRING), ("reason", _STRING)]),
    "signatures": pa.schema([("article", _INT), ("signature", pa.binary(4 * WIDTH))]),
    "analyses": pa.schema([("article", _INT), ("analysis", _STRING)]),
}
PAIRS = pa.schema([("first", _INT), ("second", _INT), ("similarity", _FLOAT), ("conflicts", _INT)])
STORIES = pa.schema([("story", _INT), ("article", _INT)])


def analysis_rows(article: int, analysis: Analysis) -> dict[str, list[Row]]:
    """Return the rows of articles, mentions, times and events that an analysis gives."""
    told = whole(to_json(analysis))
    entities = {entity["id"]: entity for entity in told["entities"]}
    return {
        "articles": [_article(article, told)],
        "mentions": [
            {"article": article, **mention, **_entity(entities.get(mention["entity"]))}
            for mention in told["mentions"]
        ],
        "times": [{"article": article, **time} for time in told["times"]],
        "events": [{"article": article, **event} for event in told["events"]],
    }


def _article(article: int, told: Row) -> Row:
    reference = told["reference_date"]
    counted = ("sentences", "repetitions", "mentions", "times", "events")
    return {
        "article": article,
        **told["document"],
        **{f"reference_{name}": reference[name] for name in _REFERENCE},
        **{name: len(told[name]) for name in counted},
        "engine": told["engine"],
    }


def _entity(entity: Mapping[str, Any] | None) -> Row:
    if entity is None:
        return {}
    return {
        "name": entity["name"],
        "links": [{"scheme": scheme, "id": value} for scheme, value in entity["links"].items()],
        "latitude": entity["latitude"],
        "longitude": entity["longitude"],
    }


def whole(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Return the value without what no table takes.

    Halves of characters become U+FFFD, numbers of more than 63 bits are left out.
    """
    if isinstance(value, int) and not -_LARGE <= value < _LARGE:
        return None
    if isinstance(value, str):
        return _HALF.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: whole(item) for key, item in value.items()}
    if isinstance(value, list):
        return [whole(item) for item in value]
    return value


def table(name: str, rows: list[Row]) -> pa.Table:
    """Return rows as the table of that name."""
    return pa.Table.from_pylist(rows, SCHEMAS[name])
