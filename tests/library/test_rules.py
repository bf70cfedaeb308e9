import pytest

from reader.core.corrections.types import Anchor, ChangeType
from reader.core.types import Analysis, Cluster, Entity, Event, Mention, Sentence, Span, Variant
from reader.errors import ContractError
from reader.library.rules import IsOfType, NameMeans, NoEvent, NoName, SameEntity, corrected
from reader.library.store import Library

TEXT = "قال دي ميستورا إن ستافان عاد وجرت المحادثات في الوفاق."
DE, STAFFAN, TALKS, PARTY = (TEXT.index(w) for w in ("دي ميستورا", "ستافان", "المحادثات", "الوفاق"))


def entity(ref, name, kind="PER"):
    return Entity(ref, kind, name, (Variant(name, "spelling", 1),))


@pytest.fixture
def analysis(article):
    sentence = Sentence("s1", Span(0, len(TEXT)), 0)
    return Analysis(
        article(TEXT),
        sentences=(sentence,),
        entities=(entity("e1", "دي ميستورا"), entity("e2", "ستافان")),
        mentions=(
            Mention("m1", Span(DE, DE + 10), "PER", "s1", "e1"),
            Mention("m2", Span(STAFFAN, STAFFAN + 6), "PER", "s1", "e2"),
        ),
        events=(Event("v1", "CONSULT", Span(TALKS, TALKS + 9), "s1", "c1"),),
        clusters=(Cluster("c1", "CONSULT", "المحادثات", ("v1",), ("s1",)),),
    )


def test_two_names_are_one_person(analysis):
    rule = SameEntity("PER", ("دي ميستورا", "ستافان"), "ستافان دي ميستورا")
    (one,) = corrected(analysis, [rule]).analysis.entities
    assert one.name == "ستافان دي ميستورا"


def test_words_are_of_a_type_whether_they_were_found_or_not(analysis):
    made = corrected(analysis, [IsOfType("ستافان", "ORG"), IsOfType("الوفاق", "ORG")]).analysis
    found = {m.span.of(TEXT): m.type for m in made.mentions}
    assert found == {"دي ميستورا": "PER", "ستافان": "ORG", "الوفاق": "ORG"}


def test_a_name_means_another_and_a_word_is_no_name(analysis):
    made = corrected(analysis, [NameMeans("دي ميستورا", "المبعوث"), NoName("ستافان")]).analysis
    assert [e.name for e in made.entities] == ["المبعوث"]


def test_words_tell_no_event(analysis):
    assert corrected(analysis, [NoEvent("محادثات", "ASSAULT")]).analysis.events
    assert corrected(analysis, [NoEvent("محادثات")]).analysis.events == ()


def test_what_the_reader_says_of_an_article_comes_after_the_rules(analysis):
    own = ChangeType((Anchor(Span(STAFFAN, STAFFAN + 6), "ستافان", "PER"),), "FAC")
    made = corrected(analysis, [IsOfType("ستافان", "ORG")], (own,))
    assert (made.analysis.mentions[1].type, made.lost) == ("FAC", ())


def test_rules_are_kept_listed_undone_and_carried_to_another_library(library, tmp_path):
    one, two = NoName("كلمة"), IsOfType("حزب", "ORG")
    library.rules.add(one, "ليس اسما")
    library.rules.add(two)
    library.rules.add(two)
    assert (library.rules.load(), library.rules.revision()) == ((one, two), 2)
    with Library.open(tmp_path / "other.qari") as other:
        other.rules.add(NoEvent("قصف", "ASSAULT"))
        assert other.rules.take(library.rules.told()) == 2
        assert other.rules.load() == (NoEvent("قصف", "ASSAULT"), one, two)
        with pytest.raises(ContractError):
            other.rules.take({"format": "qari-rules", "version": 1, "rules": [{"kind": "x"}]})
    library.rules.remove(one)
    assert library.rules.load() == (two,)
    assert library.rules.undo()
    assert library.rules.load() == (one, two)
    assert library.rules.redo()
    assert library.rules.load() == (two,)
    assert [library.rules.undo() for _ in range(4)] == [True, True, True, False]
    assert library.rules.load() == ()
