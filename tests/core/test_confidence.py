from dataclasses import replace

import pytest

from reader.core.confidence import ConfidenceTable, above, calibrate, family
from reader.core.types import (
    Analysis,
    Cluster,
    Document,
    Event,
    EventTime,
    Mention,
    ReferenceDate,
    Span,
    TimeExpression,
)

MENTIONS = (
    Mention("m1", Span(0, 1), "GPE", "s1", confidence=0.95, rule="gazetteer: دمشق"),
    Mention("m2", Span(2, 3), "PER", "s1", confidence=0.71, rule="person by name parts"),
)
TIME = TimeExpression("t1", Span(4, 5), "DATE", "2031", "s1", basis="سنة [year]", confidence=0.97)
EVENTS = (
    Event(
        "v1",
        "ECON",
        Span(6, 7),
        "s1",
        "c1",
        time=EventTime("t1", "AT"),
        confidence=1.0,
        rule="verb of زار (verbs زار CONSULT)",
    ),
    Event("v2", "ECON", Span(8, 9), "s2", "c1", confidence=0.4, rule="noun of زيارة"),
    Event("v3", "VOTE", Span(10, 11), "s2", "c2", confidence=0.4, rule="noun of تصويت"),
)
ANALYSIS = Analysis(
    Document("d", None, None, "." * 12),
    mentions=MENTIONS,
    times=(TIME,),
    events=EVENTS,
    clusters=(
        Cluster("c1", "ECON", "x", ("v1", "v2"), ("s1", "s2")),
        Cluster("c2", "VOTE", "y", ("v3",), ("s2",)),
    ),
    engine="fast",
)


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        ("gazetteer: دمشق", "gazetteer"),
        ("verb of زار (verbs زار CONSULT)", "verb of"),
        ("noun of اتفاق, light verb", "noun of"),
        ("set phrase (phrases 3)", "set phrase"),
        ("person after title", "person after title"),
        ("يوم، بنص المقال [day_month: x]", "يوم، بنص المقال"),
        ("", ""),
    ],
)
def test_a_rule_belongs_to_a_family_whatever_words_it_met(rule, kind):
    assert family(rule) == kind


def test_a_confidence_is_the_share_of_the_narrowest_kind_that_is_known():
    table = ConfidenceTable(
        {
            ("mention",): 0.5,
            ("mention", "gazetteer"): 0.8,
            ("mention", "gazetteer", "0.95", "GPE"): 0.93,
            ("time", "day not given"): 0.6,
            ("event", "one argument", "verb of", "0.95"): 0.7,
            ("event", "no argument", "noun of", "0.40", "VOTE"): 0.1,
        }
    )
    told = calibrate(ANALYSIS, table)
    assert [m.confidence for m in told.mentions] == [0.93, 0.5]
    assert [t.confidence for t in told.times] == [0.6]
    assert [v.confidence for v in told.events] == [0.7, 0.4, 0.1]


def test_a_tagger_is_known_by_its_name():
    tagged = replace(ANALYSIS, mentions=(replace(MENTIONS[0], rule="tagger: fast"),))
    table = ConfidenceTable({("mention", "tagger fast"): 0.7, ("mention", "tagger best"): 0.9})
    assert calibrate(tagged, table).mentions[0].confidence == 0.7
    best = calibrate(replace(tagged, engine="best"), table)
    assert best.mentions[0].confidence == 0.9


def test_an_empty_table_leaves_what_the_rules_say():
    assert calibrate(ANALYSIS, ConfidenceTable()) == ANALYSIS


def test_what_is_less_sure_is_left_out_and_nothing_points_at_it():
    assert above(ANALYSIS, 0.0) == ANALYSIS
    shown = above(ANALYSIS, 0.98)
    assert (shown.mentions, shown.times) == ((), ())
    assert [(v.id, v.time) for v in shown.events] == [("v1", None)]
    assert [(c.events, c.sentences) for c in shown.clusters] == [(("v1",), ("s1",))]


def test_an_event_that_somebody_takes_part_in_is_the_surer():
    table = ConfidenceTable({("event", "no argument"): 0.6, ("event", "one argument"): 0.9})
    assert [v.confidence for v in calibrate(ANALYSIS, table).events] == [0.9, 0.6, 0.6]


def test_what_rests_on_an_inferred_day_is_less_sure_than_what_says_its_own():
    table = ConfidenceTable({("time",): 0.95, ("time by an inferred day",): 0.8})
    dated = replace(TIME, id="t2", basis="سنة، بنص المقال [year]")
    lasting = replace(TIME, id="t3", type="DURATION", value="P3D")
    read = replace(ANALYSIS, times=(TIME, dated, lasting), reference_date=ReferenceDate("inferred"))
    assert [t.confidence for t in calibrate(read, table).times] == [0.8, 0.95, 0.95]
