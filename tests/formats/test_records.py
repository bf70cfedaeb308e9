"""JSON, lines of JSON and tables: records with named fields."""

import json
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.codec import to_json
from reader.core.types import Analysis, Block, Span
from reader.errors import InputError, RefusedError
from reader.formats import json_lines, json_record, table
from reader.formats.base import Reading
from reader.formats.kinds import JSON, JSON_LINES, TABLE, TEXT, format_of
from reader.formats.records import day_of
from reader.formats.text import from_text

NEWS = "وصل الوفد إلى تونس أمس الثلاثاء."
RECORD = {"Title": "وصول", "Body": NEWS, "pub-date": "2017-10-31T10:00:00Z", "url": "https://a.b/c"}


def read_json(value, **how):
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return list(json_record.read(data, Reading("n.json", **how)))


def read_lines(data, **how):
    return list(json_lines.read(data, Reading("n.jsonl", **how)))


def read_table(words, encoding="utf-8", **how):
    return list(table.read(words.encode(encoding), Reading("n.csv", **how)))


def test_a_record_is_an_article_with_what_its_fields_tell():
    (found,) = read_json(RECORD)
    assert (found.source, found.text, found.title) == ("n.json", NEWS, "وصول")
    assert (found.published, found.address) == (date(2017, 10, 31), "https://a.b/c")


@pytest.mark.parametrize(
    "value",
    [
        [RECORD, RECORD],
        {"articles": [RECORD, RECORD], "total": 2, "tags": ["a", "b", "c"]},
        {"data": {"items": [RECORD, RECORD]}},
        {"1": RECORD, "2": RECORD},
    ],
)
def test_a_list_of_records_is_found_where_it_stands(value):
    assert [(i.source, i.text) for i in read_json(value)] == [
        ("n.json#1", NEWS),
        ("n.json#2", NEWS),
    ]


@pytest.mark.parametrize("name", ["النص", "Full Text", "article_body", "CONTENT", "text"])
def test_common_names_of_a_text_are_known(name):
    (found,) = read_json({name: NEWS, "العنوان": "وصول"})
    assert (found.text, found.title, found.notices) == (NEWS, "وصول", ())


def test_a_field_that_the_user_named_is_taken():
    record = {"text": "موجز", "x": NEWS, "y": "كاتب"}
    (found,) = read_json(record, fields=(("text", "x"), ("author", "y")))
    assert (found.text, found.author) == (NEWS, "كاتب")
    (refused,) = read_json(record, fields=(("text", "z"),))
    assert "text, x, y" in refused.reason


def test_a_text_in_a_field_of_another_name_is_taken_and_told():
    (found,) = read_json({"id": 5, "aa": NEWS})
    assert found.text == NEWS
    assert [notice.code for notice in found.notices] == ["guessed-field"]


def test_markup_in_a_field_is_not_text():
    (found,) = read_json({"body": f"<p>{NEWS}</p><p>وعاد.</p>"})
    assert found.text == f"{NEWS}\nوعاد."


def test_an_analysis_of_ours_gives_its_document():
    document = from_text(NEWS, title="وصول")
    written = to_json(Analysis(document))
    written["document"]["blocks"] = [
        {"start": 0, "end": 3, "kind": "title", "level": 0, "page": None, "part": None}
    ]
    (found,) = read_json(written)
    assert (found.id, found.title, found.source) == (document.id, "وصول", "n.json")
    assert found.blocks == (Block(Span(0, 3), "title"),)
    written["document"]["blocks"][0]["end"] = 10**6
    (refused,) = read_json([written])[:1]
    assert isinstance(refused, RefusedError)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"[" * 100_000, "too-large"),
        (b'{"a":' * 100_000, "too-large"),
        (b'{"text": "a"', "damaged"),
        (b"", "damaged"),
    ],
)
def test_what_is_no_json_is_refused_by_name(data, code):
    with pytest.raises(RefusedError) as caught:
        read_json(data)
    assert (caught.value.source, caught.value.code) == ("n.json", code)


def test_odd_values_are_read():
    digits = b"9" * 100_000
    data = b'{"text": "a", "text": "\\ud800 b", "n": NaN, "i": -Infinity, "d": ' + digits + b"}"
    (found,) = read_json(data)
    assert found.text == "\ud800 b"


def test_a_line_that_is_damaged_is_named_and_the_others_are_read():
    lines = [json.dumps({"text": NEWS}), "{", "", '"نص بلا حقول"', "[1]", json.dumps(RECORD)]
    found = read_lines("\n".join(lines).encode())
    assert [i.source.rpartition("#")[2] for i in found] == ["1", "2", "4", "5", "6"]
    assert [isinstance(i, InputError) for i in found] == [False, True, False, True, False]
    assert "line 2" in found[1].reason


def test_a_line_in_another_encoding_is_named_and_the_others_are_read():
    line = json.dumps({"text": NEWS}, ensure_ascii=False)
    found = read_lines(line.encode() + b"\n" + b'{"text": "\xff\x00\x01\x02"}\n' + line.encode())
    assert [isinstance(i, InputError) for i in found] == [False, True, False]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_lines_are_read_in_whatever_encoding(encoding):
    line = json.dumps({"text": NEWS}, ensure_ascii=False) + "\n"
    assert [i.text for i in read_lines((line * 2).encode(encoding))] == [NEWS] * 2


def test_lines_that_are_called_json_are_lines():
    line = json.dumps(RECORD) + "\n"
    assert [i.source for i in read_json((line * 2).encode())] == ["n.json#1", "n.json#2"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_rows_are_articles_with_what_their_columns_tell(delimiter):
    rows = [("id", "العنوان", "النص", "date"), ("1", "وصول", f'"{NEWS}\nوعاد."', "2017-10-31")]
    (found,) = read_table("\r\n".join(delimiter.join(row) for row in rows))
    assert (found.source, found.text) == ("n.csv#2", f"{NEWS}\nوعاد.")
    assert (found.title, found.published) == ("وصول", date(2017, 10, 31))


def test_a_table_in_another_encoding_is_read():
    assert read_table(f"text\n{NEWS}\n", "cp1256")[0].text == NEWS


def test_a_table_without_names_is_read_from_its_first_row():
    found = read_table(f"1,{NEWS} {NEWS} {NEWS}\n2,{NEWS}\n")
    assert [i.source for i in found] == ["n.csv#1", "n.csv#2"]


def test_a_row_without_a_text_is_named():
    found = read_table(f"id,text\n1,\n\n3,{NEWS}\n")
    assert [i.source for i in found] == ["n.csv#2", "n.csv#4"]
    assert "id, text" in found[0].reason


def test_a_table_without_rows_says_so():
    with pytest.raises(InputError, match="no row"):
        read_table("id,text\n")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2017-10-31", date(2017, 10, 31)),
        ("Tue, 31 Oct 2017 23:30:00 +0300", date(2017, 10, 31)),
        ("1509408000", date(2017, 10, 31)),
        ("1509408000000", date(2017, 10, 31)),
        ("31/10/2017", date(2017, 10, 31)),
        ("10/31/2017", date(2017, 10, 31)),
        ("05/05/2017", date(2017, 5, 5)),
        ("03/04/2017", None),
        ("99/99/2017", None),
        ("أمس", None),
        ("", None),
    ],
)
def test_a_day_is_read_where_it_is_plain(words, day):
    assert day_of(words) == day


@pytest.mark.parametrize(
    ("name", "head", "known"),
    [
        ("a", b'{"text": 1}', JSON),
        ("a.txt", b' [ {"text": 1}', JSON),
        ("a", b'{"text": 1}\n{"text": 2}\n', JSON_LINES),
        ("a.jsonl", b"", JSON_LINES),
        ("a.csv", b"a,b", TABLE),
        ("a.txt", "[ خبر ]".encode(), TEXT),
        ("a.txt", b"{ x }", TEXT),
    ],
)
def test_formats_are_told_by_their_first_bytes(name, head, known):
    assert format_of(name, head) == known


values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["text", "date", "author", "format", "x"]), inner)
    ),
    max_leaves=10,
)


@given(values)
def test_any_json_is_read_or_refused(value):
    with suppress(InputError):
        read_json(value)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data):
    for read in (json_record.read, json_lines.read, table.read):
        with suppress(InputError):
            list(read(data, Reading("n")))
