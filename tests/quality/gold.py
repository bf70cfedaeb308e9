"""Turn a hand-made annotation file into gold JSON for the scorer, and check it.

An annotation file NAME.toml stands beside its article NAME.txt and names words by
line, so that nobody counts offsets by hand: `[line, words]` or `[line, words, nth]`.

    reference_date = "2024-02-05"                # the day that the article is read on
    country = "TN"

    [[duplicate]]                                # a copy, of which nothing is annotated
    kind = "near"                                # exact, near or embedded
    copy = 5
    of = 2
    words = "..."                                # the repeated sentence, where embedded
    conflicts = [["28", "29"]]                   # words in the copy, words in the first

    [[not_duplicate]]                            # lines that look alike and must stay
    lines = [3, 4]
    why = "another city"

    [entities]
    union = ["ORG", "الاتحاد الوطني للشغل"]

    [mentions]                                   # line, words, TYPE or TYPE/OTHER (equally
    rows = [                                     # right), entity, nth, optional; and, where
      [1, "تونس", "GPE", "tunis", 1, false, "tunisia"],  # a capital acts, whom it stands for
    ]

    [times]                                      # id, line, words, type, value, mod,
    rows = [                                     # first day, last day, value without a date
      ["t1", 1, "5 فيفري 2024", "DATE", "2024-02-05", "", "2024-02-05", "2024-02-05", "2024-02-05"],
    ]

    [[time]]                                     # the same with names, for what rows lack
    id = "t2"
    words = [3, "التاسع من ذي الحجة 1445"]
    type = "DATE"
    value = "2024-06-15"
    days = ["2024-06-15", "2024-06-15"]
    undated = "2024-06-15"                       # where it is not the value
    hijri = "1445-12-09"                         # conflict = true where a paired date is wrong
    # mod, part, alt_values, optional

    [clusters]                                   # optional: every cluster with its gloss
    strike = "General strike in Tunis"

    [[event]]
    trigger = [1, "إضراباً"]
    type = "PROTEST"
    cluster = "strike"
    # alt_types, polarity, modality, alt_modality, phase, participants ([role, line, words]),
    # places, time, time_optional (implicit), rel, cue and speakers, direct, condition, optional

A file that does not fit its article or itself is refused with a GoldError.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from gold_check import KEYS, GoldError, check

__all__ = ["GoldError", "gold"]


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
        whole = self.whole(line)
        at = whole["start"] - 1
        for _ in range(nth):
            at = self.text.find(words, at + 1, whole["end"])
            if at < 0 or not words:
                raise GoldError(f"line {line}: «{words}» is not there {nth} times")
        return {"start": at, "end": at + len(words), "text": words, "line": line}

    def whole(self, line: int) -> dict[str, int]:
        if not 1 <= line <= len(self.spans):
            raise GoldError(f"line {line} is not in the article")
        start, end = self.spans[line - 1]
        return {"line": line, "start": start, "end": end}


def _keys(row: dict[str, Any], kind: str) -> None:
    """Refuse a key that nothing reads: a slip of the pen would go unseen."""
    unknown = row.keys() - KEYS[kind]
    if unknown:
        raise GoldError(f"{kind}: unknown {', '.join(sorted(unknown))}")


def _duplicates(raw: dict[str, Any], lines: Lines) -> list[dict[str, Any]]:
    found = []
    for row in raw.get("duplicate", []):
        _keys(row, "duplicate")
        copy, of = lines.whole(row["copy"]), lines.whole(row["of"])
        if "words" in row:
            copy = lines.find(row["copy"], row["words"])
        conflicts = row.get("conflicts", [])
        for changed, first in conflicts:
            _side(lines, copy, changed)
            _side(lines, of, first)
        found.append({"kind": row["kind"], "copy": copy, "of": of, "conflicts": conflicts})
    return found


def _side(lines: Lines, span: dict[str, Any], words: str) -> None:
    """Refuse the words of a conflict that are not in their copy; "" stands for left out."""
    if words and words not in lines.text[span["start"] : span["end"]]:
        raise GoldError(f"line {span['line']}: the conflict «{words}» is not there")


def _not_duplicates(raw: dict[str, Any], lines: Lines) -> list[dict[str, Any]]:
    found = []
    for row in raw.get("not_duplicate", []):
        _keys(row, "not_duplicate")
        for line in row["lines"]:
            lines.whole(line)
        found.append({"lines": row["lines"], "why": row.get("why", "")})
    return found


def _mentions(raw: dict[str, Any], lines: Lines) -> list[dict[str, Any]]:
    found = []
    for number, row in enumerate(raw["mentions"]["rows"], start=1):
        line, words, kinds, entity, nth, optional, *stands_for = row
        kind, *others = kinds.split("/")
        found.append(
            {
                "id": f"m{number}",
                **lines.find(line, words, nth),
                "type": kind,
                "alt_types": others,
                "entity": entity or None,
                "stands_for": stands_for[0] if stands_for else None,
                "optional": optional,
            }
        )
    return found


def _time_rows(raw: dict[str, Any]) -> list[dict[str, Any]]:
    """Return short rows and long ones as long ones."""
    found: list[dict[str, Any]] = []
    for name, line, words, kind, value, mod, first, last, undated in raw.get("times", {}).get(
        "rows", []
    ):
        found.append(
            {
                "id": name,
                "words": [line, words],
                "type": kind,
                "value": value,
                "mod": mod,
                "days": [first, last],
                "undated": undated,
            }
        )
    return [*found, *raw.get("time", [])]


def _times(raw: dict[str, Any], lines: Lines) -> list[dict[str, Any]]:
    found = []
    for row in _time_rows(raw):
        _keys(row, "time")
        first, last = row.get("days", ["", ""])
        found.append(
            {
                "id": row["id"],
                **lines.find(*row["words"]),
                "type": row["type"],
                "value": row["value"],
                "alt_values": row.get("alt_values", []),
                "mod": row.get("mod") or None,
                "part": row.get("part"),
                "begin": first or None,
                "end_date": last or None,
                "value_no_dct": row.get("undated", row["value"]),
                "calendar": "islamic-umalqura" if "hijri" in row else None,
                "hijri_value": row.get("hijri"),
                "conflict": row.get("conflict", False),
                "optional": row.get("optional", False),
            }
        )
    return found


def _attribution(row: dict[str, Any], lines: Lines) -> dict[str, Any] | None:
    if "speakers" not in row and "cue" not in row:
        return None
    if not (row.get("speakers") and row.get("cue")):
        raise GoldError(f"event «{row['trigger'][1]}»: a cue and its speakers go together")
    return {
        "cue": lines.find(*row["cue"]),
        "speaker": [lines.find(*speaker) for speaker in row["speakers"]],
        "direct": row.get("direct", False),
    }


def _events(raw: dict[str, Any], lines: Lines) -> list[dict[str, Any]]:
    found = []
    for number, row in enumerate(raw["event"], start=1):
        _keys(row, "event")
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
                "phase": row.get("phase"),
                "participants": [
                    {"role": role, **lines.find(*where)}
                    for role, *where in row.get("participants", [])
                ],
                "place": [lines.find(*where) for where in row.get("places", [])],
                "time": time
                and {
                    "timex": time,
                    "rel": row.get("rel", "AT"),
                    "implicit": row.get("time_optional", False),
                },
                "attribution": _attribution(row, lines),
                "condition": lines.find(*row["condition"]) if "condition" in row else None,
                "cluster": row["cluster"],
                "optional": row.get("optional", False),
            }
        )
    return found


def gold(path: Path) -> dict[str, Any]:
    """Return the gold JSON of the annotation file at `path`; GoldError where it is wrong."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    _keys(raw, "file")
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    lines = Lines(text)
    answers = {
        "doc_id": path.stem,
        "reference_date": {"value": raw["reference_date"]},
        "lines": [lines.whole(n) for n in range(1, len(lines.spans) + 1)],
        "duplicates": _duplicates(raw, lines),
        "not_duplicates": _not_duplicates(raw, lines),
        "entities": [
            {"id": name, "type": kind, "canonical": canonical}
            for name, (kind, canonical) in raw["entities"].items()
        ],
        "mentions": _mentions(raw, lines),
        "timex": _times(raw, lines),
        "events": _events(raw, lines),
        "clusters": [
            {"id": name, "gloss_en": gloss} for name, gloss in raw.get("clusters", {}).items()
        ],
    }
    check(answers, text)
    return answers
