"""How often a finding is right, by what found it.

A rule says how sure it is of itself; a table, counted on annotated articles, says how
often such a rule is right. The first chooses the row, the second is what is told.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from reader.core.types import Analysis, Event, Mention, ReferenceDate, TimeExpression

Key = tuple[str, ...]  # the stage first, then what is known of a finding, the widest first
Finding = Mention | TimeExpression | Event

DOUBTFUL = 0.7  # what is less sure is drawn as a guess
_BANDS = 20  # a band is as wide as 1 / _BANDS
# «verb of زار (…)» and «gazetteer: دمشق» name the words after the rule.
_FAMILY = re.compile(r"[A-Za-z][A-Za-z ,_/-]*|[^:(\[]*")
_LEARNED = "tagger"
BY_ITSELF = "بنص المقال"  # in the basis of a time whose value hangs on no day of writing
BY_INFERENCE = "باستنتاج تاريخ المقال"  # in that of one that the inferred part of it decides


@dataclass(frozen=True, slots=True)
class ConfidenceTable:
    """Shares of right findings by key; a key's prefixes are keys too. Empty, it knows nothing."""

    shares: Mapping[Key, float] = field(default_factory=dict)

    def share(self, key: Key) -> float | None:
        """Return the share of the longest prefix of `key` that is known, None where none is."""
        known = (self.shares.get(key[:length]) for length in range(len(key), 0, -1))
        return next((share for share in known if share is not None), None)


def family(rule: str) -> str:
    """Return the kind of rule that `rule` names, without the words or the row that it names.

    >>> family("gazetteer: دمشق"), family("verb of زار (verbs زار CONSULT)")
    ('gazetteer', 'verb of')
    """
    found = _FAMILY.match(rule)
    return found[0].strip(" ,") if found else ""


def keys(analysis: Analysis) -> Iterator[tuple[Finding, Key]]:
    """Yield each mention, time and event with the key that its confidence is looked up by."""
    for mention in analysis.mentions:
        kind = family(mention.rule)
        kind = f"{kind} {analysis.engine}" if kind == _LEARNED else kind
        yield mention, ("mention", kind, _band(mention.confidence), mention.type)
    for time in analysis.times:
        rests = _time(time, analysis.reference_date)
        kind = family(time.basis.replace(f"، {BY_INFERENCE}", ""))
        yield time, (*rests, kind, _band(time.confidence))
    for event in analysis.events:
        kind = family(event.rule)
        yield event, ("event", _told(event), kind, _band(event.confidence), event.type)


def _told(event: Event) -> str:
    """Return how much is told of an event: what nobody does nowhere is often no event."""
    timed = event.time is not None and not event.time.implicit
    count = len(event.participants) + len(event.places) + timed
    return ("no argument", "one argument", "arguments")[min(count, 2)]


def _time(time: TimeExpression, day: ReferenceDate) -> Key:
    """Return what a time's value rests on.

    All that rests on an inferred day is right or wrong together: such times are a kind of
    their own, and so are those of a day of which only its month or its weekday is known.
    """
    if day.status == "given":
        return "time", "day known"
    rests = time.type in {"DATE", "TIME"} and BY_ITSELF not in time.basis
    if rests and day.status in {"inferred", "ambiguous"}:
        return "time by an inferred day", day.status
    if BY_INFERENCE in time.basis:
        return "time by an inferred day", "in part"
    return "time", "day not given"


def _band(raw: float) -> str:
    return f"{min(math.floor(raw * _BANDS + 1e-6), _BANDS - 1) / _BANDS:.2f}"


def calibrate(analysis: Analysis, table: ConfidenceTable) -> Analysis:
    """Return the analysis with each confidence as often as such findings are right."""
    sure = {}
    for finding, key in keys(analysis):
        share = table.share(key)
        sure[finding.id] = finding.confidence if share is None else share
    return replace(
        analysis,
        mentions=tuple(replace(m, confidence=sure[m.id]) for m in analysis.mentions),
        times=tuple(replace(t, confidence=sure[t.id]) for t in analysis.times),
        events=tuple(replace(v, confidence=sure[v.id]) for v in analysis.events),
    )


def above(analysis: Analysis, threshold: float) -> Analysis:
    """Return the analysis without the findings that are less sure than `threshold`.

    Entities stay, since what is left may point at them; a cluster stays where one of its
    events does.
    """
    events = tuple(v for v in analysis.events if v.confidence >= threshold)
    sentence_of = {v.id: v.sentence for v in events}
    times = tuple(t for t in analysis.times if t.confidence >= threshold)
    known = {t.id for t in times}
    clusters = []
    for cluster in analysis.clusters:
        kept = tuple(v for v in cluster.events if v in sentence_of)
        if kept:
            sentences = tuple(dict.fromkeys(sentence_of[v] for v in kept))
            clusters.append(replace(cluster, events=kept, sentences=sentences))
    return replace(
        analysis,
        mentions=tuple(m for m in analysis.mentions if m.confidence >= threshold),
        times=times,
        events=tuple(v if v.time and v.time.id in known else replace(v, time=None) for v in events),
        clusters=tuple(clusters),
    )
