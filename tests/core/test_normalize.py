import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.normalize import find_folded, fold, fold_with_map
from reader.core.types import Span


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("أستانا", "استانا"),
        ("آستانا", "استانا"),
        ("مُحَمَّد", "محمد"),
        ("الـــعراق", "العراق"),
        ("مؤتمر", "موتمر"),
        ("دائرة", "دايره"),
        ("هدى", "هدي"),
        ("٢٠١٧", "2017"),
        ("۲۰۱۷", "2017"),
        ("ﻻﺭﺩﻥ", "لاردن"),
        ("ایران", "ايران"),
        ("\u200fسوريا\u200e", "سوريا"),
    ],
)
def test_ways_to_write_one_word_fold_together(a, b):
    assert fold(a) == fold(b)


@pytest.mark.parametrize(("a", "b"), [("علم", "عالم"), ("قتل", "قتيل"), ("سوريا", "سوريه")])
def test_different_words_stay_different(a, b):
    assert fold(a) != fold(b)


def test_every_letter_is_folded_in_one_step():
    letters = "".join(map(chr, range(0xD800))) + "".join(map(chr, range(0xE000, 0x20000)))
    assert fold(fold(letters)) == fold(letters)


@given(st.text(max_size=80))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.sampled_from("أبَّـتﻻﷺ😀٣ \u200f"), max_size=60))
def test_the_map_leads_back_to_the_text(text):
    folded = fold_with_map(text)
    assert folded.text == fold(text)
    assert len(folded.origin) == len(folded.text) + 1
    for index, char in enumerate(folded.text):
        assert char in fold(text[folded.start_of(index)])


def hits(text, query, **options):
    return [span.of(text) for span in find_folded(text, query, **options)]


def test_a_search_finds_every_spelling_with_its_marks():
    text = "زار أستانا ثم آستانا، و«أُسْتانا»؛ واستـانا."
    assert hits(text, "استانا") == ["أستانا", "آستانا", "أُسْتانا", "استـانا"]


def test_a_search_finds_presentation_forms_and_any_white_space():
    assert hits("وزير\n الخارجيّة ﻭﻻﺩﺓ", "وزير الخارجية") == ["وزير\n الخارجيّة"]
    assert hits("ﻭﻻﺩﺓ", "ولادة") == ["ﻭﻻﺩﺓ"]


@pytest.mark.parametrize(
    ("text", "query", "span"),
    [
        ("ﻻﻻ", "ال", Span(0, 2)),
        ("ﻻ", "ل", Span(0, 1)),
        ("قال ﷺ", "صلي", Span(4, 5)),
        ("ﻷﻣﻢ", "أمم", Span(0, 3)),
    ],
)
def test_a_hit_inside_a_ligature_holds_the_whole_of_it(text, query, span):
    assert find_folded(text, query) == (span,)


def test_a_hit_keeps_neighbors_marks_out_and_its_own_in():
    assert find_folded("قَدْ مَنَّ", "من") == (Span(5, 10),)
    assert find_folded("\u200fسوريا\u200f", "سوريا") == (Span(1, 7),)


def test_a_search_without_the_article_finds_words_with_it():
    assert hits("مجلس الأمن الدولي", "أمن دولي", ignore_article=True) == ["أمن الدولي"]
    assert hits("أمن المطار", "الأمن", ignore_article=True) == ["أمن"]


@pytest.mark.parametrize("query", ["", "  ", "\u200f"])
def test_a_blank_search_finds_nothing(query):
    assert find_folded("نص", query) == ()


@given(
    st.text(alphabet="اأبلَ .(*ﻻﷲ", max_size=40),
    st.text(alphabet="ابل.(*", min_size=1, max_size=3),
)
def test_hits_are_in_order_and_do_not_overlap(text, query):
    found = find_folded(text, query)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(fold(query) in fold(span.of(text)) for span in found)
