"""Names that a tagger sees beside those that lists and rules find."""

import pytest

from reader.core.entities.tagger import Tagged
from reader.core.pipeline import analyze
from reader.formats.text import from_text
from reader.resources import everything


class Seeing:
    """A tagger that sees one name of two in a sentence: its words, type and confidence."""

    name = "seeing"

    def __init__(self, name, kind, confidence):
        self._name, self._kind, self._confidence = name.split(), kind, confidence

    def tag(self, sentences):
        size = len(self._name)
        return [
            [
                Tagged(at, at + size, self._kind, 0, self._confidence)
                for at in range(len(words))
                if list(words[at : at + size]) == self._name
            ]
            for words in sentences
        ]


def found(text, name, kind, confidence):
    tagger = Seeing(name, kind, confidence)
    mentions = analyze(from_text(text), everything.load(), tagger=tagger).mentions
    return {m.span.of(text): m for m in mentions}


def test_what_both_see_is_surer_than_what_one_sees():
    text = "زار أنور السادات الكويت أمس."
    agreed = found(text, "الكويت", "GPE", 0.95)["الكويت"]
    alone = found(text, "أمر", "GPE", 0.95)["الكويت"]
    assert agreed.confidence > alone.confidence
    assert agreed.entity


def test_a_place_that_both_see_keeps_what_is_known_of_it():
    text = "وصل الوفد إلى لواندا أمس."
    analysis = analyze(from_text(text), everything.load(), tagger=Seeing("لواندا", "LOC", 0.9))
    (place,) = [e for e in analysis.entities if e.type == "GPE"]
    assert dict(place.links)["iso3166"] == "AO"


def test_a_name_is_not_cut_after_a_particle():
    text = "زارت أورسولا فون دير لايين روما."
    assert found(text, "أورسولا فون دير", "PER", 0.95)["أورسولا فون دير لايين"].type == "PER"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال أنتم تعلمون أن الوضع صعب.", "أنتم"),
        ("دعا إلى احترام مبادئ حسن الجوار دائما.", "حسن الجوار"),
        ("دعا إلى احترام مبادئ حسن الجوار دائما.", "حسن"),
    ],
)
def test_a_pronoun_and_a_quality_of_something_are_no_people(text, name):
    assert name not in found(text, name, "PER", 0.85)


def test_a_flood_is_no_capital_though_a_tagger_takes_it_for_one():
    assert "سيول" not in found("خلفت سيول وفيضانات عشرات القتلى.", "سيول", "GPE", 0.9)
    assert "سيول" in found("علقت سيول التدريبات أمس.", "سيول", "GPE", 0.9)


def test_a_name_before_a_definite_surname_stays():
    text = "التقى حسن الحكيم ضيوفه أمس."
    assert found(text, "حسن الحكيم", "PER", 0.85)["حسن الحكيم"].type == "PER"


def test_a_tagger_in_two_minds_is_not_believed_alone():
    text = "رأى صقالية في السوق."
    assert "صقالية" not in found(text, "صقالية", "PER", 0.2)
    assert found(text, "صقالية", "PER", 0.97)["صقالية"].type == "PER"


@pytest.mark.parametrize("kind", ["ORG", "FAC"])
def test_a_place_stays_inside_the_name_that_holds_it(kind):
    text = "وصل إلى منتجع بيروت الكبير أمس."
    names = found(text, "منتجع بيروت الكبير", kind, 0.95)
    assert names["منتجع بيروت الكبير"].type == kind
    assert names["بيروت"].type == "GPE"
