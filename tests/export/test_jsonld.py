"""An article as linked data of schema.org."""

import json

import pytest
from articles import HOSTILE, SEED, hostile

from reader.export.jsonld import write


@pytest.mark.parametrize("analysis", [SEED, hostile()], ids=["seed", "hostile"])
def test_what_is_pointed_at_is_described(analysis):
    written = json.loads(write(analysis))
    assert (written["@context"], written["@type"]) == ("https://schema.org", "NewsArticle")
    described = [m["@id"] for m in written["mentions"]]
    assert len(set(described)) == len(described)
    events = [m for m in written["mentions"] if m["@type"] == ["Event", "Action"]]
    assert len(events) == len(analysis.clusters)
    for event in events:
        for slot in ("agent", "object", "participant", "location"):
            for filler in event.get(slot, []):
                assert filler.get("@id") in described or filler["name"]


def test_entities_have_their_addresses():
    named = {m["name"]: m for m in json.loads(write(SEED))["mentions"]}
    assert named["روسيا"]["@type"] == "AdministrativeArea"
    assert "http://www.wikidata.org/entity/Q159" in named["روسيا"]["sameAs"]


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({}, "CompletedActionStatus"),
        ({"modality": "called_for"}, "PotentialActionStatus"),
        ({"polarity": "NEG"}, "FailedActionStatus"),
    ],
)
def test_an_event_says_who_when_and_whether(changes, status):
    place, event = json.loads(write(hostile(**changes)))["mentions"]
    assert place["name"] == HOSTILE[:-4]
    assert event["agent"] == event["location"] == [{"@id": place["@id"]}]
    assert (event["startDate"], event["endDate"]) == ("2024-02-28", "2024-02-29")
    assert event["actionStatus"] == f"https://schema.org/{status}"
