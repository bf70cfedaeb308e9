import codecs
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.errors import DecodingError, InputError
from reader.formats.text import decode, from_text


def cp1256(text):
    return text.encode("cp1256")


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
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
        TEXT.encode("cp1256"),
        TEXT.encode("iso8859_6"),
    ],
    ids=["utf-8", "bom", "le-bom", "be-bom", "le", "be", "u32-le", "u32-be", "1256", "8859-6"],
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


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1256", "iso8859_6"])
def test_a_nul_is_kept_in_any_encoding(encoding):
    odd = TEXT.replace("الثلاثاء", "الثلا\0ثاء")
    assert decode(odd.encode(encoding), "a.txt").text == odd


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1256", "iso8859_6"])
def test_line_ends_become_line_feeds_in_any_encoding(encoding):
    assert decode(TEXT.replace("\n", "\r\n").encode(encoding), "a.txt").text == TEXT


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859_6", "utf-16-le"])
def test_a_short_text_is_enough_to_tell_the_encoding(encoding):
    assert decode("وصل الوفد إلى تونس.".encode(encoding), "a.txt").text == "وصل الوفد إلى تونس."


def test_the_marks_of_windows_1256_are_read_as_such():
    quoted = TEXT.replace("السابعة", "“السابعة”… – ")
    assert decode(quoted.encode("cp1256"), "a.txt").text == quoted


def test_lone_surrogates_in_a_file_stay():
    odd = "قال\udcff الوزير"
    assert decode(odd.encode("utf-8", "surrogatepass"), "a.txt").text == odd


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


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode()[:-3] + b"\xd9",
        TEXT.encode()[:60] + b"\xff" + TEXT.encode()[60:],
        "café déjà vu à la maison".encode("cp1252"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")[:-1],
        codecs.BOM_UTF8 + TEXT.encode("cp1256"),
    ],
    ids=["cut", "broken", "french", "odd-utf-16", "wrong-mark"],
)
def test_damaged_text_is_refused_and_never_guessed_at(data):
    with pytest.raises(DecodingError, match="UTF-8"):
        decode(data, "a.txt")


@pytest.mark.parametrize("data", [b"", b" \n\t ", codecs.BOM_UTF8, codecs.BOM_UTF16_LE + b"\n\0"])
def test_an_empty_file_is_refused(data):
    with pytest.raises(InputError):
        decode(data, "empty.txt")


@pytest.mark.parametrize(("chosen", "name"), [("windows-1256", "cp1256"), ("UTF8", "utf-8")])
def test_an_encoding_that_the_user_chose_is_taken(chosen, name):
    document = decode("café à la une".encode(chosen), "a.txt", chosen)
    assert (document.text, document.encoding) == ("café à la une", name)


def test_the_mark_of_an_encoding_that_the_user_chose_is_no_text():
    assert decode("\ufeffخبر".encode("utf-16-le"), "a.txt", "utf-16-le").text == "خبر"


@pytest.mark.parametrize("chosen", ["klingon", "utf-8", "utf-16", "rot13", "idna", "base64"])
def test_an_encoding_that_the_bytes_are_not_in_is_refused_by_name(chosen):
    with pytest.raises(DecodingError, match=chosen):
        decode("خبر عاجل".encode("cp1256") + b"\xc1", "a.txt", chosen)


def test_a_headline_is_the_title():
    document = decode(f"زلزال يضرب المغرب\n\n{TEXT}".encode(), "a.txt")
    assert document.title == "زلزال يضرب المغرب"


@pytest.mark.parametrize("first", ["انتهت الجولة.", "هل انتهت؟", "قال الوزير:", "قصير " * 40])
def test_a_first_line_that_is_a_sentence_or_long_is_no_title(first):
    assert decode(f"{first}\n{TEXT}".encode(), "a.txt").title is None


def test_one_line_is_an_article_without_a_title():
    assert decode("وصل الوفد إلى تونس".encode(), "a.txt").title is None


@given(st.text(max_size=60))
def test_text_in_utf8_comes_back_as_it_was(text):
    kept = text.replace("\r\n", "\n").replace("\r", "\n")
    assert from_text(text).text == kept
    assert from_text(text).id == from_text(kept).id


@given(st.binary(max_size=40) | st.text(alphabet="قال نعم\0.", max_size=30).map(cp1256))
@example(b"\xe1\xe1\x00\xd8")
def test_any_bytes_are_read_or_refused_by_name(data):
    with suppress(InputError):
        assert decode(data, "a.txt").text.strip()
