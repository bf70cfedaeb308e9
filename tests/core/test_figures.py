"""Figures of one article that disagree."""

import json

import pytest

from reader.core.codec import from_json, to_json
from reader.formats.text import from_text
from reader.service import Workspace


@pytest.fixture(scope="module")
def discrepancies():
    """What `analyze` finds in a text: the analysis, and its figures by what they count."""
    workspace = Workspace()

    def found(text):
        analysis = workspace.analyze(from_text(text), engine="rules")
        return analysis, [
            (d.kind, [(f.value, f.bound, f.speaker) for f in d.figures])
            for d in analysis.discrepancies
        ]

    return found


def test_two_speakers_who_count_the_dead_differently_disagree(discrepancies):
    text = (
        "قالت الشرطة إن 12 شخصا قتلوا في انفجار في مدينة الموصل.\n"
        "وقال مصدر طبي إن 20 شخصا قتلوا في الانفجار."
    )
    analysis, told = discrepancies(text)
    assert told == [("dead", [(12.0, "exact", "الشرطة"), (20.0, "exact", "مصدر طبي")])]
    (found,) = analysis.discrepancies
    assert [f.span.of(text) for f in found.figures] == ["12 شخصا", "20 شخصا"]
    events = {event.id: event.sentence for event in analysis.events}
    assert [events[f.event] for f in found.figures] == [f.sentence for f in found.figures]


def test_a_rough_figure_disagrees_only_beyond_its_roughness(discrepancies):
    text = "قالت الشرطة إن 21 شخصا قتلوا في انفجار في مدينة الموصل.\n"
    near = "وقال مصدر طبي إن نحو 20 شخصا قتلوا في الانفجار."
    far = "وقال مصدر طبي إن نحو 40 شخصا قتلوا في الانفجار."
    assert discrepancies(text + near)[1] == []
    assert [bound for _, figures in discrepancies(text + far)[1] for _, bound, _ in figures] == [
        "exact",
        "about",
    ]


def test_parts_of_a_whole_and_another_attack_do_not_disagree(discrepancies):
    parts = "قتل خمسة جنود وثلاثة مدنيين في هجوم على مدينة الموصل."
    assert discrepancies(parts)[1] == []
    other = (
        "قالت الشرطة إن 12 شخصا قتلوا في انفجار في مدينة الموصل.\n"
        "وقال مصدر طبي إن 20 شخصا آخرين قتلوا في انفجار في مدينة كركوك."
    )
    assert discrepancies(other)[1] == []


def test_the_json_holds_them_and_gives_them_back(discrepancies):
    analysis, _ = discrepancies(
        "قالت الشرطة إن 12 شخصا قتلوا في انفجار في مدينة الموصل.\n"
        "وقال مصدر طبي إن 20 شخصا قتلوا في الانفجار."
    )
    written = json.loads(json.dumps(to_json(analysis)))
    figure = written["discrepancies"][0]["figures"][0]
    assert (figure["text"], figure["value"], figure["speaker"]) == ("12 شخصا", 12.0, "الشرطة")
    assert from_json(written).discrepancies == analysis.discrepancies
    del written["discrepancies"]  # as version 1 had it at first
    assert from_json(written).discrepancies == ()
