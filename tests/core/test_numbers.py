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
        ("إحدى وعشرون دولة", "إحدى وعشرون", 21),
        ("مليار و200 مليون دولار", "مليار و200 مليون", 1_200_000_000),
        ("3 آلاف و500 نازح", "3 آلاف و500", 3500),
        ("مليون و٢٥٠ ألف شخص", "مليون و٢٥٠ ألف", 1_250_000),
        ("نصف مليون", "نصف مليون", 500_000),
        ("ألف وتسعمائة وثمان وأربعين", "ألف وتسعمائة وثمان وأربعين", 1948),
        ("٣٫٥ ملايين", "٣٫٥ ملايين", 3_500_000),
        ("1٬234٫5 طن", "1٬234٫5", 1234.5),
        ("وبأربعة أهداف", "أربعة", 4),
        ("اثنا عشر ألفا", "اثنا عشر ألفا", 12_000),
        ("ثلاث مئة قتيل", "ثلاث مئة", 300),
        ("مليون ونصف المليون لاجئ", "مليون ونصف المليون", 1_500_000),
        ("مليونين ونصف مليون دولار", "مليونين ونصف", 2_500_000),
        ("ثلاثة ونصف في المئة", "ثلاثة ونصف", 3.5),
        ("ثلاثة أرباع السكان", "ثلاثة أرباع", 0.75),
        ("مائة و ستة عشر قتيلا", "مائة و ستة عشر", 116),
        ("واحد و عشرون ترليون", "واحد و عشرون ترليون", 21 * 10**12),
        (
            "سبعة مليارات وثلاثمئة وأربعة عشر مليوناً وألفان",
            "سبعة مليارات وثلاثمئة وأربعة عشر مليوناً وألفان",
            7_314_002_000,
        ),
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


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("بين خمسة وستة قتلى", [5, 6]),
        ("من 5 إلى 6 قتلى", [5, 6]),
        ("بين 5 و6 قتلى", [5, 6]),
        ("ألف و3 آلاف", [1000, 3000]),
        ("ثلاثمئة و مئتين", [300, 200]),
        ("خمسين ونصف الفريق", [50]),
        ("عام 2015 و3 قتلى", [2015, 3]),
        ("قتل ثلاثة. وعشرون جريحا", [3, 20]),
    ],
)
def test_numbers_that_stand_side_by_side_stay_apart(text, values):
    assert [value for _, value, _ in found(text)] == values


@pytest.mark.parametrize("text", ["إحدى المدن", "أحد الوزراء", "النسخة 1.2.3", "12,34,56"])
def test_what_counts_nothing_is_no_number(text):
    assert found(text) == []


@pytest.mark.parametrize("text", ["وزير الخارجية أمس", "عشيرة كبيرة", "ستعقد الجلسة"])
def test_words_that_only_look_like_numbers(text):
    assert found(text) == []


@given(st.integers(0, 10**9))
def test_digits_of_either_kind_have_one_value(number):
    western = str(number)
    eastern = western.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert found(western)[0][1] == found(eastern)[0][1] == number
