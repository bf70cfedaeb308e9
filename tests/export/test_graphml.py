"""Who did what to whom as GraphML."""

from xml.etree import ElementTree as ET

import pytest
from articles import SEED, hostile

from reader.export.graphml import write

SPACE = "{http://graphml.graphdrawing.org/xmlns}"


def data(element: ET.Element) -> dict[str, str]:
    return {d.get("key"): d.text or "" for d in element.iter(f"{SPACE}data")}


@pytest.mark.parametrize("analysis", [SEED, hostile()], ids=["seed", "hostile"])
def test_every_edge_joins_two_nodes_and_every_key_is_declared(analysis):
    root = ET.fromstring(write(analysis))  # noqa: S314 - our own file
    assert root.tag == f"{SPACE}graphml"
    keys = {k.get("id"): k.get("for") for k in root.iter(f"{SPACE}key")}
    (graph,) = root.iter(f"{SPACE}graph")
    assert graph.get("edgedefault") == "directed"
    nodes = [n.get("id") for n in root.iter(f"{SPACE}node")]
    assert len(set(nodes)) == len(nodes)
    for edge in root.iter(f"{SPACE}edge"):
        assert {edge.get("source"), edge.get("target")} <= set(nodes)
    for kind in ("node", "edge"):
        for element in root.iter(f"{SPACE}{kind}"):
            assert all(keys[name] == kind for name in data(element))
    slots = sum(len(e.participants) + len(e.places) for e in analysis.events)
    assert len(list(root.iter(f"{SPACE}edge"))) == slots


def test_an_actor_leads_to_the_event_and_the_event_to_its_target():
    root = ET.fromstring(write(hostile()))  # noqa: S314 - our own file
    edges = {data(e)["role"]: (e.get("source"), e.get("target")) for e in root.iter(f"{SPACE}edge")}
    assert edges["actor"] == ("entity-g1", "event-e1")
    assert edges["target"][0] == edges["place"][0] == "event-e1"
    assert edges["place"][1] == "entity-g1"


def test_words_of_events_are_true():
    text = SEED.document.text
    for node in ET.fromstring(write(SEED)).iter(f"{SPACE}node"):  # noqa: S314 - our own file
        found = data(node)
        if "start" in found:
            assert text[int(found["start"]) : int(found["end"])] == found["label"]


def test_what_xml_cannot_hold_is_replaced():
    (node,) = [
        data(n)
        for n in ET.fromstring(write(hostile())).iter(f"{SPACE}node")  # noqa: S314 - our own file
        if n.get("id") == "entity-g1"
    ]
    assert node["label"] == "=1+1\ufffd\"a',b;c\\d\nنص\ufffd\u202e<&>\x85\u2028\tو😀"
