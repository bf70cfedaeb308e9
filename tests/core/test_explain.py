from datetime import date

import pytest

import reader
from reader.core.explain import explain, explanation_json
from reader.core.told import Teller
from reader.core.types import Span
from reader.formats.text import from_text, load
from reader.resources import seed


@pytest.fixture(scope="module")
def article():
    return reader.analyze(load(seed()), date(2017, 10, 31), engine="rules")


def test_every_letter_of_every_finding_leads_to_it(article):
    for finding in (*article.mentions, *article.times):
        for at in (finding.span.start, finding.span.end - 1):
            told = explain(article, Span(at, at + 1))
            assert finding in (*told.mentions, *told.times)
    for event in article.events:
        told = explain(article, event.trigger)
        assert dict(told.events)[event][0] == "trigger"


def test_words_tell_what_they_are_to_each_event(article):
    event = next(e for e in article.events if e.participants and e.attribution)
    for part in event.participants:
        assert part.role in dict(explain(article, part.span).events)[event]
    assert "cue" in dict(explain(article, event.attribution.cue).events)[event]
    for speaker in event.attribution.speakers:
        assert "speaker" in dict(explain(article, speaker.span).events)[event]


def test_a_copy_tells_of_its_first(article):
    repetition = article.repetitions[0]
    told = explain(article, repetition.span)
    assert told.repetitions == (repetition,)
    assert explanation_json(told)["repetitions"][0]["of"]["start"] == repetition.of.start


def test_where_nothing_is_found_the_words_are_told_as_they_were_read():
    analysis = reader.analyze(from_text("وبالطبع سكت."), engine="rules")
    told = explain(analysis, Span(0, 7))
    assert told.is_empty
    assert [word.readings for word in told.words] == [
        (("", "وبالطبع"), ("و", "بالطبع"), ("وب", "الطبع"))
    ]
    assert explanation_json(told)["words"][0]["text"] == "وبالطبع"


@pytest.mark.parametrize(
    ("text", "trigger", "why"),
    [
        ("لم توقع إستونيا الاتفاق.", "توقع", "negated by «لم»"),
        ("سيزور وزير الخارجية تونس غدا.", "سيزور", "planned: future tense"),
        ("طالب الوزير روسيا بوقف القصف.", "وقف", "called_for: «طالب»"),
        ("قصف الجيش إدلب أمس.", "قصف", ""),
    ],
)
def test_an_event_names_the_words_behind_its_status(text, trigger, why):
    analysis = reader.analyze(from_text(text), engine="rules")
    event = next(e for e in analysis.events if trigger in e.trigger.of(text))
    assert (why in event.rule) if why else (";" not in event.rule)


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("قصف الجيش إدلب أمس.", "الجيش", "subject after its verb"),
        ("قصف الجيش إدلب أمس.", "إدلب", "object"),
        ("قصف الجيش إدلب أمس.", "أمس", "time after it in its clause"),
        ("الجيش قصف إدلب.", "الجيش", "subject before its verb"),
        ("قصفت روسيا وإيران إدلب.", "إيران", "subject after its verb, joined by «و»"),
        ("اتهمت فرنسا روسيا بالتجسس.", "روسيا", "object"),
        ("استقالة وزير الصحة.", "وزير الصحة", "genitive of the noun"),
        ("وقع انفجار في بغداد.", "بغداد", "place after «في»"),
        ("وفي بغداد وقع انفجار.", "بغداد", "place after «في»"),
        ("التقى الوزير مع الرئيس.", "الرئيس", "preposition «مع»"),
        ("قال الوزير إن الجيش قصف إدلب.", "الوزير", "subject after its verb"),
    ],
)
def test_every_part_of_an_event_tells_why_it_is_one(text, words, why):
    analysis = reader.analyze(from_text(text), engine="rules")
    at = text.index(words)
    told = explanation_json(explain(analysis, Span(at, at + len(words))))
    rules = [part["rule"] for event in told["events"] for part in parts_of(event, at)]
    times = {t["id"] for t in told["times"]}
    rules += [e["time"]["rule"] for e in told["events"] if e["time"] and e["time"]["id"] in times]
    assert why in rules


def parts_of(event, at):
    speakers = (event["attribution"] or {}).get("speakers", [])
    parts = (*event["participants"], *event["places"], *speakers)
    return [part for part in parts if part["start"] == at]


def test_no_part_of_an_event_is_without_its_reason(article):
    for event in article.events:
        speakers = event.attribution.speakers if event.attribution else ()
        times = [event.time] if event.time else []
        assert all(p.rule for p in (*event.participants, *event.places, *speakers, *times))


def test_the_reason_of_a_part_is_told_beside_it(article):
    event = next(e for e in article.events if e.participants)
    part = event.participants[0]
    lines = Teller(article).event(event).lines
    assert any(name == part.role and words.endswith(f": {part.rule}") for name, words in lines)
