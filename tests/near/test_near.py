"""Near copies among many texts."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import near
from reader.core.normalize import fold
from reader.near.shingles import folded, shingles
from reader.resources import dedupe

QUAKE = (
    "ضرب زلزال بقوة 6 درجات مدينة أغادير المغربية فجر أمس الثلاثاء وأدى إلى مقتل 12 شخصاً وإصابة"
    " العشرات، وأعلنت وزارة الداخلية أن فرق الإنقاذ تواصل البحث عن ناجين تحت الأنقاض في حي تالبرجت."
)
VOTE = (
    "فاز تحالف نهر العراق بزعامة كريم السعدون بأربعة عشر مقعداً في انتخابات مجلس محافظة البصرة التي"
    " جرت أمس، بحسب نتائج أولية أعلنتها المفوضية العليا المستقلة للانتخابات في بغداد."
)


def matches(texts):
    found = near.pairs(near.signatures(texts))
    return list(near.verify(texts, found.tolist(), dedupe.load()))


@pytest.mark.parametrize(
    "copy",
    [
        QUAKE,
        QUAKE.replace("أ", "ا").replace("6", "٦").replace("زلزال", "زلــزالٌ"),
        QUAKE.replace("،", " -"),
        "الرباط (وكالات) - " + QUAKE,
        QUAKE.replace("وأعلنت", "وأكدت"),
    ],
    ids=["same", "spelling", "marks", "lead", "reporting"],
)
def test_copies_that_say_the_same(copy):
    assert [(m.first, m.second, m.conflicts) for m in matches([VOTE, QUAKE, copy])] == [(1, 2, 0)]


@pytest.mark.parametrize(
    "changed",
    [
        QUAKE.replace("12", "19"),
        QUAKE.replace("وأدى", "ولم يؤد"),
        QUAKE.replace("أغادير", "الحسيمة"),
    ],
    ids=["number", "negation", "name"],
)
def test_what_is_told_differently_is_a_version_with_a_conflict(changed):
    (match,) = matches([QUAKE, changed])
    assert match.conflicts


def test_other_texts_are_no_copies():
    assert matches([QUAKE, VOTE, "", " ", "؟!", "نعم"]) == []


def test_many_equal_texts_give_a_star_and_not_all_pairs():
    found = matches([QUAKE, VOTE] * 500)
    assert len(found) == 998
    labels = near.components(1000, ((m.first, m.second) for m in found))
    assert labels == [0, 1] * 500


def test_a_crowd_of_look_alikes_gives_few_pairs_and_loses_no_copy():
    crowd = [f"{QUAKE} قتيل رقم {n} اسمه {n * 7919}" for n in range(2000)]
    texts = crowd + [text.replace("أ", "ا") for text in crowd]
    found = near.pairs(near.signatures(texts))
    assert len(found) <= 8 * len(texts)
    assert {(n, n + 2000) for n in range(2000)} <= {tuple(pair) for pair in found.tolist()}


def test_long_copies_are_told_by_their_words():
    words = [f"كلمة{n}" for n in range(5000)]
    texts = [" ".join([*words, "خاتمة"]), " ".join([*words, "77"])]
    assert [m.conflicts for m in matches(texts)] == [1]
    texts = [" ".join([*words, "خاتمة"]), " ".join(words)]
    assert [m.conflicts for m in matches(texts)] == [0]


LETTERS = st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"])


@given(st.lists(st.text(alphabet=LETTERS), max_size=8))
def test_texts_are_folded_as_elsewhere(texts):
    expected = [re.findall(r"[^\W_]+", fold(fold(text))) for text in texts]
    assert [text.split() for text in folded(texts)] == expected


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=[])), max_size=8))
def test_a_text_is_signed_as_if_it_were_alone(texts):
    rows = near.signatures(texts)
    for text, row in zip(texts, rows, strict=True):
        assert np.array_equal(row, near.signatures([text])[0])


def test_shingles_are_the_same_on_every_machine():
    hashes, offsets = shingles(["قال الوزير إن", "نعم", ""])
    assert offsets.tolist() == [0, 2, 3, 3]
    assert hashes.tolist() == [9571875212714894048, 10609184261529894516, 6690577814551093295]


def test_components_reach_over_several_pairs():
    assert near.components(6, [(4, 5), (1, 2), (2, 4)]) == [0, 1, 1, 3, 1, 1]
