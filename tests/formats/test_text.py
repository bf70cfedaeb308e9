import codecs

import pytest

from reader.errors import DecodingError, InputError, UnreadableError
from reader.formats.text import decode, from_text, load

TEXT = (
    "انتهت اليوم الثلاثاء محادثات أستانا بجولتها السابعة من دون تحقيق أي جديد يضاف إلى نتائج "
    "الجولة السابقة.\nودعت موسكو في ختام الجولة إلى مؤتمر في مدينة سوتشي الروسية."
)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1256"),
        TEXT.encode("iso8859_6"),
    ],
    ids=["utf-8", "bom", "le-bom", "be-bom", "le", "be", "1256", "8859-6"],
)
def test_arabic_is_read_in_whatever_encoding_it_comes(data):
    document = decode(data, "a.txt")
    assert document.text == TEXT
    assert document.encoding


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_become_line_feeds(end):
    assert decode(TEXT.replace("\n", end).encode(), "a.txt").text == TEXT


@pytest.mark.parametrize("odd", ["قال\x00 الوزير", "ﻻﺭﺩﻥ ﷺ", "مُحَمَّد ـــ \u200f", "😀 خبر"])
def test_odd_characters_are_the_authors_and_stay(odd):
    assert decode(odd.encode(), "a.txt").text == odd


def test_lone_surrogates_stay_in_pasted_text():
    assert from_text("قال\udcff").text == "قال\udcff"
    assert from_text("قال\udcff").id != from_text("قال").id


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, b"PK\x03\x04" + bytes(range(200))]
)
def test_bytes_that_are_no_text_are_refused_with_the_reason(data):
    with pytest.raises(DecodingError) as caught:
        decode(data, "picture.png")
    assert caught.value.source == "picture.png"
    assert caught.value.reason


@pytest.mark.parametrize("data", [b"", b" \n\t "])
def test_an_empty_file_is_refused(data):
    with pytest.raises(InputError):
        decode(data, "empty.txt")


def test_files_that_cannot_be_opened_say_why(tmp_path):
    for path in (tmp_path / "missing.txt", tmp_path):
        with pytest.raises(UnreadableError) as caught:
            load(path)
        assert caught.value.source == str(path)


def test_a_headline_is_the_title():
    document = decode(f"زلزال يضرب المغرب\n\n{TEXT}".encode(), "a.txt")
    assert document.title == "زلزال يضرب المغرب"
