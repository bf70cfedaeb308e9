"""Articles that exports are tried on: the seed, and one that means no good."""

from dataclasses import replace
from datetime import date

import reader
from reader.core.types import (
    Analysis,
    Argument,
    Cluster,
    Entity,
    Event,
    EventTime,
    Filler,
    Mention,
    Sentence,
    Span,
    TimeExpression,
    Variant,
)
from reader.formats.text import from_text, load
from reader.resources import seed

SEED = reader.analyze(load(seed()), date(2017, 10, 31))

HOSTILE = "=1+1\x00\"a',b;c\\d\nنص\ud800\u202e<&>\x85\u2028\tو😀 قمة"
_NAME = Span(0, len(HOSTILE) - 4)
_TRIGGER = Span(len(HOSTILE) - 3, len(HOSTILE))


def hostile(**changes: object) -> Analysis:
    """Return an article whose words have all that a format may trip over; `changes` are of its
    event.
    """
    name = _NAME.of(HOSTILE)
    event = Event(
        "e1",
        "CONSULT",
        _TRIGGER,
        "s1",
        "c1",
        participants=(Argument(_NAME, "actor", "g1"), Argument(_NAME, "target", None)),
        places=(Filler(_NAME, "g1"),),
        time=EventTime("t1", "AT"),
        rule="r",
    )
    return Analysis(
        replace(from_text(HOSTILE), title=name, source=name),
        sentences=(Sentence("s1", Span(0, len(HOSTILE)), 0),),
        entities=(
            Entity(
                "g1", "GPE", name, (Variant(name, "spelling", 1),), (("wikidata", "Q1"),), 1.5, 2.5
            ),
        ),
        mentions=(Mention("m1", _NAME, "GPE", "s1", "g1"),),
        times=(
            TimeExpression(
                "t1",
                _TRIGGER,
                "DATE",
                "2024-02-28",
                "s1",
                first_day=date(2024, 2, 28),
                last_day=date(2024, 2, 29),
            ),
        ),
        events=(replace(event, **changes),),
        clusters=(Cluster("c1", "CONSULT", name, ("e1",), ("s1",)),),
    )
