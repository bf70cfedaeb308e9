"""The whole analysis: the same every time, true to its offsets, whatever the text."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from work import calls

import reader
from reader.formats.text import from_text, load
from reader.resources import everything, seed
from reader.service import Workspace

WORDS = st.sampled_from(
    [
        "قال",
        "الوزير",
        "إن",
        "أن",
        "لم",
        "و",
        "في",
        "إلى",
        "على",
        "سوريا",
        "موسكو",
        "12",
        "آذار",
        "2017",
        "الجولة",
        "السابعة",
        "محادثات",
        "قتل",
        "5",
        "جنود",
        ".",
        "،",
        "«",
        "»",
        ":",
        "بحسب",
        "الماضي",
        "أمس",
        "غدا",
        "الذي",
        "قد",
        "سيزور",
        "دعا",
        "نفى",
        "خمسة",
        "؛",
        "😀",
        "\u200f",
    ]
)


def spans(analysis):
    for mention in analysis.mentions:
        yield mention.span
    for time in analysis.times:
        yield time.span
    for event in analysis.events:
        yield event.trigger
        yield from (a.span for a in event.participants)
        yield from (p.span for p in event.places)
        if event.attribution is not None:
            yield event.attribution.cue
            yield from (s.span for s in event.attribution.speakers)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_any_words_give_spans_that_lie_in_the_text(words):
    text = " ".join(words)
    analysis = reader.analyze(from_text(text), date(2017, 10, 31))
    for span in spans(analysis):
        assert 0 <= span.start < span.end <= len(text)
    known = {e.id for e in analysis.entities}
    assert {m.entity for m in analysis.mentions if m.entity} <= known
    assert {e.cluster for e in analysis.events} == {c.id for c in analysis.clusters}


def test_the_same_article_gives_the_same_analysis():
    document = load(seed())
    assert reader.analyze(document) == reader.analyze(document)


def test_the_seed_has_its_seven_repeats_and_they_are_not_read():
    analysis = reader.analyze(load(seed()))
    assert [r.kind for r in analysis.repetitions] == ["exact"] * 7
    copies = [r.span for r in analysis.repetitions]
    assert not any(copy.contains(m.span) for copy in copies for m in analysis.mentions)


def test_repeats_can_be_kept():
    document = load(seed())
    kept = Workspace().analyze(document, keep_repeats=True)
    assert kept.repetitions == ()
    assert len(kept.mentions) > len(reader.analyze(document).mentions)


def test_progress_names_each_stage_and_can_stop_the_work():
    stages = []
    Workspace().analyze(load(seed()), progress=stages.append)
    assert stages == ["repeats", "times", "entities", "events"]

    class StoppedError(Exception):
        pass

    def stop(_stage):
        raise StoppedError

    with pytest.raises(StoppedError):
        Workspace().analyze(load(seed()), progress=stop)


def test_the_data_is_read_once():
    assert everything.load() is everything.load()


@pytest.mark.parametrize(
    "unit",
    [
        "قال الوزير إن الجيش قصف موسكو وروسيا أمس ",
        "موسكو وروسيا ",
        "قال إن ",
        "السابعة ",
        "مئة وخمسة ",
        '"قال «',
        "بن محمد ",
    ],
)
def test_the_work_grows_with_the_text_and_not_faster(unit):
    def work(size):
        document = from_text((unit * (size // len(unit) + 1))[:size])
        return calls(lambda: reader.analyze(document))

    work(1_000)
    # Linear work grows sixfold, quadratic 36-fold.
    assert work(12_000) < 9 * work(2_000)
