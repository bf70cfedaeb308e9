"""Archives: what lies in them is read by name, and what is made to do harm is refused."""

import struct
import warnings
import zipfile
from io import BytesIO

import pytest

from reader.core.types import Document
from reader.errors import InputError, RefusedError
from reader.formats.base import Reading
from reader.formats.zip import read

NEWS = "وصل الوفد إلى تونس."


def packed(members, how=zipfile.ZIP_DEFLATED):
    made = BytesIO()
    with zipfile.ZipFile(made, "w", how) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of two members of one name
        for name, content in members:
            archive.writestr(name, content)
    return made.getvalue()


def items(data, source="n.zip"):
    return list(read(data, Reading(source)))


def refused(found):
    return [(i.source, getattr(i, "code", None)) for i in found if isinstance(i, InputError)]


def test_members_are_read_in_the_order_of_their_names():
    page = f"<html><body><p>{NEWS}</p></body></html>"
    lines = f'{{"text":"{NEWS}"}}\n' * 2
    found = items(packed([("b/2.html", page), ("b/1.txt", NEWS), ("a.jsonl", lines)]))
    names = ["a.jsonl#1", "a.jsonl#2", "b/1.txt", "b/2.html"]
    assert [i.source for i in found] == [f"n.zip#{name}" for name in names]
    assert [i.text for i in found] == [NEWS] * 4


def test_what_systems_put_in_is_left_out_and_what_is_no_text_is_named():
    hidden = ["__MACOSX/._a.txt", ".DS_Store", "x/Thumbs.db", "folder/"]
    data = packed([*((name, b"\0\1") for name in hidden), ("a.png", b"\x89PNG\r\n\x1a\n\0\1\2\3")])
    assert refused(items(data)) == [("n.zip#a.png", None)]


def test_an_archive_in_an_archive_is_read_to_some_depth():
    data = packed([("a.txt", NEWS)])
    for level in range(1, 6):
        found = items(data := packed([(f"{level}.zip", data)]))
        if level <= 2:
            assert [type(i) for i in found] == [Document]
    assert refused(found) == [("n.zip#5.zip#4.zip#3.zip#2.zip", "too-large")]


def named_raw(raw):
    """Return an archive whose member's name is these bytes, without a word of their encoding."""
    return packed([("N" * len(raw), NEWS)]).replace(b"N" * len(raw), raw)


@pytest.mark.parametrize("page", ["utf-8", "cp1256", "cp720"])
def test_a_name_that_says_not_what_it_is_written_in_is_read(page):
    (found,) = items(named_raw("أخبار اليوم.txt".encode(page)))
    assert found.source == "n.zip#أخبار اليوم.txt"


def test_a_name_in_another_language_stays():
    assert items(named_raw("café.txt".encode("cp437")))[0].source == "n.zip#café.txt"


@pytest.mark.parametrize("name", ["../../etc/x.txt", "C:\\x.txt", "/x.txt", "a\nb.txt", "CON.txt"])
def test_a_name_that_leads_elsewhere_is_a_name(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert items(packed([(name, NEWS)]))[0].text == NEWS
    assert list(tmp_path.iterdir()) == []


def test_an_encrypted_member_is_named_and_the_rest_is_read():
    data = bytearray(packed([("a.txt", NEWS), ("b.txt", NEWS)]))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    data[6] |= 1
    found = items(bytes(data))
    assert refused(found) == [("n.zip#a.txt", "encrypted")]
    assert [i.text for i in found[1:]] == [NEWS]


def test_a_damaged_member_is_named_and_the_rest_is_read():
    data = bytearray(packed([("a.txt", NEWS * 3), ("b.txt", NEWS)], zipfile.ZIP_STORED))
    data[50] ^= 1
    found = items(bytes(data))
    assert refused(found) == [("n.zip#a.txt", "damaged")]
    assert [i.text for i in found[1:]] == [NEWS]


def test_a_bomb_is_refused_and_what_came_before_it_is_kept():
    data = packed([("a.txt", NEWS), ("b.txt", bytes(30_000_000)), ("c.txt", NEWS)])
    found = items(data)
    assert found[0].text == NEWS
    assert refused(found) == [("n.zip", "too-large")]
    assert "b.txt" in found[1].reason


def test_archives_in_an_archive_may_not_unpack_more_than_one_may():
    inner = packed([("a.bin", bytes(60_000_000))], zipfile.ZIP_STORED)
    outer = packed([(f"{n}.zip", inner) for n in range(2)])
    assert ("n.zip", "too-large") in refused(items(outer))


def test_a_size_that_lies_is_damage():
    data = packed([("a.txt", NEWS * 50)])
    size = struct.pack("<I", len((NEWS * 50).encode()))
    assert refused(items(data.replace(size, struct.pack("<I", 10)))) == [("n.zip#a.txt", "damaged")]


def test_members_that_share_their_bytes_are_refused():
    data = packed([("a.txt", NEWS), ("b.txt", NEWS)])
    first, second = data.index(b"PK\x01\x02"), data.rindex(b"PK\x01\x02")
    shared = bytearray(data)
    shared[second + 42 : second + 46] = data[first + 42 : first + 46]
    with pytest.raises(RefusedError, match="overlap"):
        items(bytes(shared))


def test_too_many_members_are_refused():
    with pytest.raises(RefusedError, match="10000"):
        items(packed([(f"{n}", b"") for n in range(10_001)], zipfile.ZIP_STORED))


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + bytes(100), b"PK\x05\x06"])
def test_what_is_no_archive_is_refused(data):
    with pytest.raises(RefusedError) as caught:
        items(data)
    assert caught.value.code == "damaged"


def test_a_member_without_a_name_does_no_harm():
    data = packed([("a.txt", NEWS), ("zz", NEWS)]).replace(b"zz", b"\0z")
    assert [i.source for i in items(data) if isinstance(i, Document)] == ["n.zip#", "n.zip#a.txt"]
