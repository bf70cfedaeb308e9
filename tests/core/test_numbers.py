import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.numbers import find_numbers
from reader.core.segment import segment
from reader.resources import numbers


def found(text):
    return [
        (n.span.of(text), n.value, n.ordinal)
        for n in find_numbers(segment(text).tokens, numbers.load())
    ]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("قتل 14 جنديا", "14", 14),
        ("بلغ ٤٣ مقعدا", "٤٣", 43),
        ("نحو 1,250 شخصا", "1,250", 1250),
        ("نسبة 3.5 في المئة", "3.5", 3.5),
        ("خمسة وعشرون نائبا", "خمسة وعشرون", 25),
        ("مئة وخمسة وعشرون ألفا وثلاثة لاجئين", "مئة وخمسة وعشرون ألفا وثلاثة", 125003),
        ("ثلاثمائة شخص", "ثلاثمائة", 300),
        ("أحد عشر لاعبا", "أحد عشر", 11),
        ("3 ملايين دولار", "3 ملايين", 3_000_000),
    ],
)
def test_cardinals(text, words, value):
    assert (words, value, False) in found(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("الجولة السابعة", 7), ("المرة الثانية عشرة", 12), ("الخامس والعشرين", 25)],
)
def test_ordinals(text, value):
    assert any(v == value and ordinal for _, v, ordinal in found(text))


@pytest.mark.parametrize("text", ["وزير الخارجية أمس", "عشيرة كبيرة", "ستعقد الجلسة"])
def test_words_that_only_look_like_numbers(text):
    assert found(text) == []


@given(st.integers(0, 10**9))
def test_digits_of_either_kind_have_one_value(number):
    western = str(number)
    eastern = western.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert found(western)[0][1] == found(eastern)[0][1] == number
