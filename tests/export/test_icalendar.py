"""Dated events as a calendar, against the rules of RFC 5545."""

import re
from dataclasses import replace
from datetime import date

import pytest
from articles import SEED, hostile
from hypothesis import given
from hypothesis import strategies as st

from reader.core.types import EventTime, ReferenceDate
from reader.export.icalendar import write


def read(written: bytes) -> list[tuple[str, str]]:
    """Return the properties of a calendar by the rules of the standard."""
    assert written.endswith(b"\r\n")
    assert b"\n" not in written.replace(b"\r\n", b"")
    for line in written.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    lines = written.decode().removesuffix("\r\n").replace("\r\n ", "").split("\r\n")
    return [tuple(line.split(":", 1)) for line in lines]


def plain(value: str) -> str:
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], value)


@pytest.mark.parametrize("analysis", [SEED, hostile()], ids=["seed", "hostile"])
def test_a_calendar_has_what_the_standard_asks_for(analysis):
    properties = read(write(analysis))
    assert properties[0] == ("BEGIN", "VCALENDAR")
    assert properties[-1] == ("END", "VCALENDAR")
    assert ("VERSION", "2.0") in properties
    events = sum(p == ("BEGIN", "VEVENT") for p in properties)
    names = [name for name, _ in properties]
    assert events
    for name in ("UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY", "STATUS"):
        assert names.count(name) == events
    uids = [value for name, value in properties if name == "UID"]
    assert len(set(uids)) == len(uids)
    for name, value in properties:
        assert re.fullmatch(r"[A-Z=;]+", name)
        assert not re.search("[\x00-\x08\x0a-\x1f\x7f]", value)
        assert name == "GEO" or not re.search(r"(?<!\\)(\\\\)*[,;]", value)


def test_days_are_whole_and_the_end_is_the_day_after():
    properties = dict(read(write(hostile())))
    assert properties["DTSTART;VALUE=DATE"] == "20240228"
    assert properties["DTEND;VALUE=DATE"] == "20240301"


def test_words_read_back():
    properties = dict(read(write(hostile())))
    assert plain(properties["SUMMARY"]) == "=1+1\ufffd\"a',b;c\\d\nنص\ufffd\u202e<&>\n\n\tو😀"


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({}, "CONFIRMED"),
        ({"modality": "planned"}, "CONFIRMED"),
        ({"modality": "called_for"}, "TENTATIVE"),
        ({"modality": "hypothetical"}, "TENTATIVE"),
        ({"modality": "planned", "polarity": "NEG"}, "CANCELLED"),
    ],
)
def test_status_says_how_sure_it_is(changes, status):
    assert ("STATUS", status) in read(write(hostile(**changes)))


def test_an_open_day_is_tentative():
    found = hostile()
    times = (replace(found.times[0], value="2024-WXX-3"),)
    assert ("STATUS", "TENTATIVE") in read(write(replace(found, times=times)))


def test_what_is_before_a_day_is_on_no_day():
    assert ("BEGIN", "VEVENT") not in read(write(hostile(time=EventTime("t1", "BEFORE"))))


def test_the_stamp_is_of_the_article():
    found = hostile()
    assert ("DTSTAMP", "19700101T000000Z") in read(write(found))
    day = date(2024, 2, 1)
    given = ReferenceDate("given", "2024-02-01", day, day)
    assert ("DTSTAMP", "20240201T000000Z") in read(write(replace(found, reference_date=given)))
    assert write(SEED) == write(SEED)


def test_the_last_day_of_the_calendar_has_no_day_after():
    found = hostile()
    times = (replace(found.times[0], first_day=date.max, last_day=date.max),)
    properties = dict(read(write(replace(found, times=times))))
    assert properties["DTSTART;VALUE=DATE"] == "99991231"
    assert "DTEND;VALUE=DATE" not in properties


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_label_is_folded_whole(label):
    found = hostile()
    clusters = (replace(found.clusters[0], label=label + "."),)
    read(write(replace(found, clusters=clusters)))
