import string
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.core.types import Span
from reader.library.search import hits, snippet

SPELLINGS = [
    "محادثات",
    "المحادثات",
    "وبالمحادثات",
    "ومحادثات",
    "لمحادثات",
    "للمحادثات",
    "والمحادثات",
    "المُحَادَثَات",
    "محـــادثات",
    "فالمحادثات",
    "كالمحادثات",
]


@pytest.mark.parametrize("written", SPELLINGS)
@pytest.mark.parametrize("asked", ["محادثات", "المحادثات", "مُحادثات"])
def test_a_word_is_found_however_it_is_written(library, article, written, asked):
    number = library.articles.save(article(f"جرت {written} أمس")).id
    assert library.search.best(asked).ids == (number,)
    assert hits(asked, f"جرت {written} أمس") == (Span(4, 4 + len(written)),)


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("الأمم المتحدة", "الامم المتحده"),
        ("للأمم المتحدة", "الأمم المتحدة"),
        ("للجنة", "لجنة"),
        ("باللجنة", "اللجنة"),
        ("مستشفى", "مستشفي"),
        ("سنة ٢٠١٧", "2017"),
        ("مسؤول", "مسوول"),
        ("إسلام", "اسلام"),
        ("ﻣﺤﺎﺩﺛﺎﺕ", "محادثات"),
        ("وأب", "أب"),
    ],
)
def test_spellings_of_a_word_are_one(library, article, written, asked):
    number = library.articles.save(article(f"في {written} اليوم")).id
    assert library.search.best(asked).ids == (number,)
    assert library.search.best(f'"{asked}"').ids == (number,)


def test_questions(library, article):
    texts = ["رئيس الوزراء في صنعاء", "وزراء من عدن ورئيس", "صنعاء وعدن", "كتابة التاريخ"]
    one, two, three, four = (s.id for s in library.articles.save_all(map(article, texts)))

    def ask(question):
        return set(library.search.best(question).ids)

    assert ask("رئيس وزراء") == {one, two}
    assert ask('"رئيس الوزراء"') == {one}
    assert ask("رئيس OR صنعاء") == {one, two, three}
    assert ask("صنعاء أو عدن رئيس") == {one, two}
    assert ask("صنعاء -رئيس") == {three}
    assert ask("صنعاء NOT رئيس") == {three}
    assert ask("-صنعاء") == {two, four}
    assert ask("كتاب*") == {four}
    assert ask("كتاب") == set()
    assert ask("-صنعاء OR رئيس") == {one, two, four}
    assert ask("") == {one, two, three, four}


def test_a_word_in_the_title_outweighs_one_in_the_text(library, article):
    library.articles.save(article("هدنة " + "كلام " * 50 + "هدنة", "a", "غير ذلك"))
    titled = library.articles.save(article("كلام " * 50, "b", "هدنة جديدة")).id
    assert library.search.best("هدنة").ids[0] == titled


def test_the_newer_of_equals_comes_first(library, article):
    old = library.articles.save(article("هدنة هنا قديما", "a", None, "2015-01-01")).id
    new = library.articles.save(article("هدنة هنا حديثا", "b", None, "2017-01-01")).id
    older = library.articles.save(article("هدنة هنا سابقا", "c", None, "2014-01-01")).id
    assert library.search.best("هدنة").ids == (new, old, older)


def test_what_means_nothing_is_told_and_looked_for_as_words(library, article):
    number = library.articles.save(article("لون أحمر")).id
    found = library.search.best("لون:أحمر")
    assert (found.ids, found.unknown) == ((number,), ("لون:أحمر",))
    assert library.search.best("from:yesterday").unknown == ("from:yesterday",)


def test_a_hit_shows_its_place_in_the_authors_text(library, article):
    text = "كلام " * 60 + "ثم جرت المُفاوَضات في جنيف " + "كلام " * 60
    number = library.articles.save(article(text)).id
    (hit,) = library.articles.hits("مفاوضات", [number])
    (span,) = hit.snippet.hits
    assert span.of(hit.snippet.words) == "المُفاوَضات"
    assert text[hit.snippet.start :].startswith(hit.snippet.words)
    assert hit.snippet.cut_before
    assert hit.snippet.cut_after


def test_a_phrase_is_marked_as_a_whole():
    text = "قال رئيس الوزراء إن الوزراء اجتمعوا"
    (found,) = hits('"رئيس الوزراء"', text)
    assert found.of(text) == "رئيس الوزراء"
    assert [s.of(text) for s in hits("وزراء", text)] == ["الوزراء", "الوزراء"]


ODD = st.text(
    st.sampled_from(string.punctuation + " \t\n\0\ud800أبتواليس019ـَّ\u202e") | st.characters(),
    max_size=40,
)


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(question=ODD)
def test_any_question_has_an_answer(library, article, question):
    library.articles.save(article("نص فيه كلام", title="عنوان"))
    for found in (library.search.best(question), library.search.ids(question)):
        library.articles.hits(question, found.ids)
    assert library.search.count(question) in {0, 1}


@settings(max_examples=300, deadline=None)
@given(question=ODD, text=ODD)
def test_hits_are_in_order_and_inside(question, text):
    found = hits(question, text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    piece = snippet(question, text)
    assert text[piece.start : piece.start + len(piece.words)] == piece.words
