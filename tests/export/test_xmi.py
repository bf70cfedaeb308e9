"""A UIMA CAS, read by the rules of XMI."""

from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from articles import HOSTILE, SEED, hostile

from reader.export.xmi import write

XMI = "{http://www.omg.org/XMI}"
SPECIFIER = "{http://uima.apache.org/resourceSpecifier}"


def members(analysis) -> dict[str, ET.Element]:
    with ZipFile(BytesIO(write(analysis))) as archive:
        assert archive.testzip() is None
        return {n: ET.fromstring(archive.read(n)) for n in archive.namelist()}  # noqa: S314 - ours


def words(root: ET.Element, element: ET.Element) -> str:
    """Return what an annotation covers; UIMA counts in UTF-16 units."""
    text = root.find("{http:///uima/cas.ecore}Sofa").get("sofaString").encode("utf-16-le")
    return text[2 * int(element.get("begin")) : 2 * int(element.get("end"))].decode("utf-16-le")


@pytest.mark.parametrize("analysis", [SEED, hostile()], ids=["seed", "hostile"])
def test_every_reference_is_there_and_every_feature_declared(analysis):
    files = members(analysis)
    declared = {
        t.find(f"{SPECIFIER}name").text: {n.text for n in t.iter(f"{SPECIFIER}name")}
        for t in files["TypeSystem.xml"].iter(f"{SPECIFIER}typeDescription")
    }
    cas = files["article.xmi"]
    ids = [e.get(f"{XMI}id") for e in cas if f"{XMI}id" in e.attrib]
    assert len(set(ids)) == len(ids)
    for element in cas:
        package, name = element.tag.removeprefix("{http:///").split(".ecore}")
        kind = f"{package.replace('/', '.')}.{name}"
        if not kind.startswith("uima."):
            known = declared[kind] | {f"{XMI}id", "sofa", "begin", "end"}
            assert set(element.attrib) <= known
        for feature in ("sofa", "target", "slots", "members"):
            assert set(element.get(feature, "").split()) <= set(ids)


def test_words_are_true_in_utf_16():
    cas = members(hostile())["article.xmi"]
    (name,) = (e for e in cas if e.tag.endswith("NamedEntity"))
    (event,) = (e for e in cas if e.tag.endswith("}Event"))
    assert words(cas, name) == HOSTILE[:-4].replace("\0", "\ufffd").replace("\ud800", "\ufffd")
    assert words(cas, event) == "قمة"
    assert name.get("identifier") == "http://www.wikidata.org/entity/Q1"


def test_annotations_are_those_of_the_analysis():
    cas = members(SEED)["article.xmi"]
    text = SEED.document.text
    for ending, spans in (
        ("NamedEntity", [m.span for m in SEED.mentions]),
        ("}Time", [t.span for t in SEED.times]),
        ("}Event", [e.trigger for e in SEED.events]),
    ):
        found = [words(cas, e) for e in cas if e.tag.endswith(ending)]
        assert found == [span.of(text) for span in spans]
