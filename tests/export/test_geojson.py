"""Places as GeoJSON, against the rules of RFC 7946."""

import json

import pytest
from articles import HOSTILE, SEED, hostile

from reader.export.geojson import write


@pytest.mark.parametrize("analysis", [SEED, hostile()], ids=["seed", "hostile"])
def test_each_place_is_a_point_with_true_words(analysis):
    written = json.loads(write(analysis))
    assert set(written) == {"type", "features"}
    assert written["type"] == "FeatureCollection"
    assert written["features"]
    text = analysis.document.text
    for feature in written["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        longitude, latitude = feature["geometry"]["coordinates"]
        assert feature["geometry"]["type"] == "Point"
        assert abs(longitude) <= 180
        assert abs(latitude) <= 90
        found = feature["properties"]
        assert found["mentions"]
        for words in [*found["mentions"], *found["events"]]:
            assert text[words["start"] : words["end"]] == words["text"]


def test_longitude_comes_first_and_the_state_is_named():
    features = json.loads(write(SEED))["features"]
    (russia,) = [f for f in features if f["properties"]["name"] == "روسيا"]
    assert (russia["properties"]["type"], russia["properties"]["iso"]) == ("GPE", "RU")
    longitude, latitude = russia["geometry"]["coordinates"]
    assert longitude < latitude


def test_events_are_with_their_place():
    (feature,) = json.loads(write(hostile()))["features"]
    assert feature["properties"]["name"] == HOSTILE[:-4]
    (event,) = feature["properties"]["events"]
    assert (event["type"], event["first_day"], event["last_day"]) == (
        "CONSULT",
        "2024-02-28",
        "2024-02-29",
    )
