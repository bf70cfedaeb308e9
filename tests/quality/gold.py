"""Turn a hand-made annotation file into gold JSON for the scorer, and check it.

An annotation file NAME.toml stands beside its article NAME.txt and names words by
line, so that nobody counts offsets by hand. A word that is not in its line, a
reference to something undeclared or a weekday that is not true is an error.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")


class GoldError(ValueError):
    """An annotation that does not fit its article."""


class Lines:
    """The article's lines, each with the offset of its first code point."""

    def __init__(self, text: str) -> None:
        self.spans: list[tuple[int, int]] = []
        at = 0
        for line in text.removesuffix("\n").split("\n"):
            self.spans.append((at, at + len(line)))
            at += len(line) + 1
        self.text = text

    def find(self, line: int, words: str, nth: int = 1) -> dict[str, Any]:
        """Return the span of the nth occurrence of `words` in `line` (both from 1)."""
        start, end = self.spans[line - 1]
        at = start - 1
        for _ in range(nth):
            at = self.text.find(words, at + 1, end)
            if at < 0:
                raise GoldError(f"line {line}: «{words}» is not there {nth} times")
        return {"start": at, "end": at + len(words), "text": words, "line": line}

    def whole(self, line: int) -> dict[str, int]:
        start, end = self.spans[line - 1]
        return {"line": line, "start": start, "end": end}


def _duplicates(raw: dict[str, Any], lines: Lines) -> list[dict[str, Any]]:
    found = []
    for row in raw.get("duplicate", []):
        copy, of = lines.whole(row["copy"]), lines.whole(row["of"])
        if "words" in row:
            copy = lines.find(row["copy"], row["words"])
        found.append(
            {"kind": row["kind"], "copy": copy, "of": of, "conflicts": row.get("conflicts", [])}
        )
    return found


def _mentions(raw: dict[str, Any], lines: Lines) -> list[dict[str, Any]]:
    found = []
    for number, (line, words, kind, entity, nth, optional) in enumerate(
        raw["mentions"]["rows"], start=1
    ):
        if entity and entity not in raw["entities"]:
            raise GoldError(f"line {line}: entity {entity} is not declared")
        if entity and raw["entities"][entity][0] != kind:
            raise GoldError(f"line {line}: «{words}» is {kind}, its entity is not")
        mention = lines.find(line, words, nth)
        found.append(
            {
                "id": f"m{number}",
                **mention,
                "type": kind,
                "entity": entity or None,
                "optional": optional,
            }
        )
    return found


def _times(raw: dict[str, Any], lines: Lines) -> list[dict[str, Any]]:
    found = []
    for name, line, words, kind, value, mod, first, last, undated in raw["times"]["rows"]:
        for index, weekday in enumerate(WEEKDAYS):
            if weekday in words.split() and first and date.fromisoformat(first).weekday() != index:
                raise GoldError(f"line {line}: {first} is not a {weekday}")
        found.append(
            {
                "id": name,
                **lines.find(line, words),
                "type": kind,
                "value": value,
                "mod": mod or None,
                "begin": first or None,
                "end_date": last or None,
                "value_no_dct": undated,
            }
        )
    return found


def _attribution(row: dict[str, Any], lines: Lines) -> dict[str, Any] | None:
    if "speakers" not in row:
        return None
    return {
        "cue": lines.find(*row["cue"]),
        "speaker": [lines.find(*speaker) for speaker in row["speakers"]],
    }


def _events(raw: dict[str, Any], lines: Lines) -> list[dict[str, Any]]:
    known = {row[0] for row in raw["times"]["rows"]}
    found = []
    for number, row in enumerate(raw["event"], start=1):
        if row.get("time") and row["time"] not in known:
            raise GoldError(f"event {number}: time {row['time']} is not declared")
        time = row.get("time")
        found.append(
            {
                "id": f"e{number}",
                "trigger": lines.find(*row["trigger"]),
                "type": row["type"],
                "alt_types": row.get("alt_types", []),
                "polarity": row.get("polarity", "POS"),
                "modality": row.get("modality", "happened"),
                "alt_modality": row.get("alt_modality", []),
                "participants": [
                    {"role": role, **lines.find(*where)}
                    for role, *where in row.get("participants", [])
                ],
                "place": [lines.find(*where) for where in row.get("places", [])],
                "time": time and {"timex": time, "implicit": row.get("time_optional", False)},
                "attribution": _attribution(row, lines),
                "cluster": row["cluster"],
                "optional": row.get("optional", False),
            }
        )
    return found


def gold(path: Path) -> dict[str, Any]:
    """Return the gold JSON of the annotation file at `path`; GoldError where it is wrong."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    lines = Lines(path.with_suffix(".txt").read_text(encoding="utf-8"))
    return {
        "doc_id": path.stem,
        "reference_date": {"value": raw["reference_date"]},
        "lines": [lines.whole(n) for n in range(1, len(lines.spans) + 1)],
        "duplicates": _duplicates(raw, lines),
        "not_duplicates": [],
        "mentions": _mentions(raw, lines),
        "timex": _times(raw, lines),
        "events": _events(raw, lines),
    }
