"""An analysis as a UIMA CAS: a zip archive of the XMI and its type system.

UIMA counts in UTF-16 units, and so do the offsets here. Names are the NamedEntity of DKPro and
sentences its Sentence, which annotation programs know. Times, events and the words that fill a
slot of an event and are no name have types of their own; the slots of an event are links with a
role, in the form of custom layers. What XML cannot hold becomes U+FFFD.
"""

from __future__ import annotations

from bisect import bisect_left
from xml.etree import ElementTree as ET

from reader.core.types import Analysis, Event, Span
from reader.export.archive import zipped
from reader.export.encoding import xml_words
from reader.export.lookup import Lookup, links

_ANNOTATION = "uima.tcas.Annotation"
_STRING = "uima.cas.String"
_NAMED = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
_SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
_TIME = "webanno.custom.Time"
_WORDS = "webanno.custom.Words"
_EVENT = "webanno.custom.Event"
_LINK = "webanno.custom.EventSlotsLink"
# type: what it is a kind of, and its features with their ranges
_TYPES = {
    _SENTENCE: (_ANNOTATION, {}),
    _NAMED: (_ANNOTATION, {"value": _STRING, "identifier": _STRING}),
    _TIME: (_ANNOTATION, {"kind": _STRING, "value": _STRING}),
    _WORDS: (_ANNOTATION, {}),
    _EVENT: (
        _ANNOTATION,
        {
            "kind": _STRING,
            "polarity": _STRING,
            "modality": _STRING,
            "cluster": _STRING,
            "slots": "uima.cas.FSArray",
        },
    ),
    _LINK: ("uima.cas.TOP", {"role": _STRING, "target": _ANNOTATION}),
}
_SPECIFIER = "http://uima.apache.org/resourceSpecifier"
# Written out with their prefixes, since UIMA looks for the very name `xmi:id`.
_ID = "xmi:id"
_NAMESPACES = {"xmlns:xmi": "http://www.omg.org/XMI", "xmlns:cas": "http:///uima/cas.ecore"}
_SOFA = "1"


def write(analysis: Analysis) -> bytes:
    """Return the whole archive."""
    files = {"TypeSystem.xml": _type_system(), "article.xmi": _Writer(analysis).cas()}
    return zipped({name: _document(root) for name, root in files.items()})


class _Writer:
    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._lookup = Lookup(analysis)
        self._text = analysis.document.text
        self._wide = [n for n, letter in enumerate(self._text) if letter > "\uffff"]
        self._root = ET.Element("xmi:XMI", {**_namespaces(), "xmi:version": "2.0"})
        self._count = int(_SOFA)
        self._members: list[str] = []
        self._of_span: dict[Span, str] = {}
        self._of_time: dict[str, str] = {}

    def cas(self) -> ET.Element:
        """Return the CAS, its text and view last as UIMA writes them."""
        analysis = self._analysis
        ET.SubElement(self._root, "cas:NULL", {_ID: "0"})
        for sentence in analysis.sentences:
            self._annotate(_SENTENCE, sentence.span)
        for mention in analysis.mentions:
            entity = self._lookup.entities.get(mention.entity or "")
            address = next(iter(links(entity)), "") if entity else ""
            identity = {"identifier": address} if address else {}
            name = self._annotate(_NAMED, mention.span, value=mention.type, **identity)
            self._of_span.setdefault(mention.span, name)
        for time in analysis.times:
            name = self._annotate(_TIME, time.span, kind=time.type, value=time.value)
            self._of_time[time.id] = name
        for event in analysis.events:
            self._event(event)
        sofa = {"sofaNum": "1", "sofaID": "_InitialView", "mimeType": "text/plain"}
        words = {"sofaString": xml_words(self._text)}
        ET.SubElement(self._root, "cas:Sofa", {_ID: _SOFA, **sofa, **words})
        view = {"sofa": _SOFA, "members": " ".join(self._members)}
        ET.SubElement(self._root, "cas:View", view)
        return self._root

    def _units(self, offset: int) -> str:
        """Return where a code point is in UTF-16 units."""
        return str(offset + bisect_left(self._wide, offset))

    def _add(self, kind: str, /, **features: str) -> str:
        self._count += 1
        name = str(self._count)
        safe = {key: xml_words(value) for key, value in features.items()}
        ET.SubElement(self._root, _tag(kind), {_ID: name, **safe})
        return name

    def _annotate(self, kind: str, span: Span, /, **features: str) -> str:
        begin, end = self._units(span.start), self._units(span.end)
        name = self._add(kind, sofa=_SOFA, begin=begin, end=end, **features)
        self._members.append(name)
        return name

    def _filler(self, span: Span) -> str:
        if span not in self._of_span:
            self._of_span[span] = self._annotate(_WORDS, span)
        return self._of_span[span]

    def _event(self, event: Event) -> None:
        slots: list[tuple[str, str]] = []
        slots += [(p.role, self._filler(p.span)) for p in event.participants]
        slots += [("place", self._filler(p.span)) for p in event.places]
        if event.time and event.time.id in self._of_time:
            slots.append(("time", self._of_time[event.time.id]))
        found = [self._add(_LINK, role=role, target=target) for role, target in slots]
        self._annotate(
            _EVENT,
            event.trigger,
            kind=event.type,
            polarity=event.polarity,
            modality=event.modality,
            cluster=event.cluster,
            **({"slots": " ".join(found)} if found else {}),
        )


def _tag(kind: str) -> str:
    """Return the element of a type: the prefix stands for its package."""
    *_, prefix, _, name = kind.split(".")
    return f"{prefix}:{name}"


def _namespaces() -> dict[str, str]:
    """Return what the prefixes stand for."""
    found = dict(_NAMESPACES)
    for kind in _TYPES:
        package = kind.rpartition(".")[0].replace(".", "/")
        found[f"xmlns:{_tag(kind).partition(':')[0]}"] = f"http:///{package}.ecore"
    return found


def _type_system() -> ET.Element:
    root = ET.Element("typeSystemDescription", {"xmlns": _SPECIFIER})
    types = _child(root, "types")
    for name, (parent, features) in _TYPES.items():
        described = _child(types, "typeDescription")
        _child(described, "name", name)
        _child(described, "description")
        _child(described, "supertypeName", parent)
        if features:
            _features(_child(described, "features"), features)
    return root


def _features(parent: ET.Element, features: dict[str, str]) -> None:
    for name, values in features.items():
        feature = _child(parent, "featureDescription")
        _child(feature, "name", name)
        _child(feature, "description")
        _child(feature, "rangeTypeName", values)
        if values == "uima.cas.FSArray":
            _child(feature, "elementType", _LINK)


def _child(parent: ET.Element, name: str, words: str | None = None) -> ET.Element:
    child = ET.SubElement(parent, name)
    child.text = words
    return child


def _document(root: ET.Element) -> bytes:
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written
