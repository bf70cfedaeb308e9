"""Web Annotations, against the data model of the W3C."""

import json
from dataclasses import replace

import pytest
from articles import HOSTILE, SEED, hostile

from reader.core.types import Analysis
from reader.export.webannotation import write
from reader.formats.text import from_text


@pytest.mark.parametrize("analysis", [SEED, hostile()], ids=["seed", "hostile"])
def test_both_selectors_find_the_words(analysis):
    written = json.loads(write(analysis))
    text = analysis.document.text
    assert written["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert written["type"] == "AnnotationCollection"
    items = written["first"]["items"]
    spans = len(analysis.mentions) + len(analysis.times) + len(analysis.events)
    assert written["total"] == len(items) == len({i["id"] for i in items}) == spans
    for item in items:
        assert item["type"] == "Annotation"
        assert all(body.get("value") or body.get("source") for body in item["body"])
        position, quote = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])


def test_a_name_has_its_type_name_and_address():
    item = json.loads(write(hostile()))["first"]["items"][0]
    assert [b.get("value", b.get("source")) for b in item["body"]] == [
        "GPE",
        HOSTILE[:-4],
        "http://www.wikidata.org/entity/Q1",
    ]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("https://example.org/news?id=1", True),
        ("/home/someone/news.txt", False),
        ("https://example.org/\n", False),
        ("javascript:alert(1)", False),
        (None, False),
    ],
)
def test_only_a_web_address_is_a_target(source, told):
    found = hostile()
    written = write(replace(found, document=replace(found.document, source=source)))
    target = json.loads(written)["first"]["items"][0]["target"]["source"]
    assert target == (source if told else f"qari://{found.document.id}")


def test_nothing_found_is_an_empty_collection():
    written = json.loads(write(Analysis(from_text("نص"))))
    assert written["total"] == 0
    assert "first" not in written
