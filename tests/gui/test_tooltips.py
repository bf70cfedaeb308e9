import dataclasses

import pytest
from panel_article import ANALYSIS, TIMES

from reader.gui.models.index import AnalysisIndex
from reader.gui.models.tooltips import event_tooltips, mention_tooltips, time_tooltip

pytestmark = pytest.mark.usefixtures("qapp")


def test_every_mention_tells_of_its_entity():
    told = mention_tooltips(AnalysisIndex(ANALYSIS))
    assert set(told) == {mention.id for mention in ANALYSIS.mentions}
    assert told["m8"].splitlines()[0] == "\u2068إستونيا\u2069 — country or city"
    assert "position" in told["m10"]


def test_every_event_tells_of_its_card():
    told = event_tooltips(AnalysisIndex(ANALYSIS))
    assert set(told) == {event.id for event in ANALYSIS.events}
    assert told["v1"] == told["v5"]


def test_a_date_tells_its_reason_and_its_conflict():
    assert time_tooltip(TIMES[0]).splitlines()[0] == "12 April 2031"
    doubtful = dataclasses.replace(TIMES[0], basis="day and month", conflict="الثلاثاء")
    lines = time_tooltip(doubtful).splitlines()
    named = [line.split(":")[0] for line in lines[1:]]
    assert named == ["because", "the text disagrees", "confidence"]


def test_every_finding_tells_how_sure_it_is():
    doubtful = dataclasses.replace(ANALYSIS.mentions[0], confidence=0.625)
    article = dataclasses.replace(ANALYSIS, mentions=(doubtful, *ANALYSIS.mentions[1:]))
    index = AnalysisIndex(article)
    assert mention_tooltips(index)[doubtful.id].endswith("confidence: \u206862%\u2069")
    assert event_tooltips(index)["v1"].endswith("confidence: \u2068100%\u2069")
    assert time_tooltip(TIMES[0]).endswith("confidence: \u2068100%\u2069")
