"""Zip files within bounds."""

import struct
import zipfile
from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.errors import InputError
from reader.formats import package
from reader.formats.package import Package


def packed(members: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in members.items():
            zipped.writestr(name, data)
    return file.getvalue()


def test_members_are_read_by_name() -> None:
    found = Package(packed({"a/": b"", "a/b.xml": b"<b/>", "ج.txt": b"1"}), "x.zip")
    assert found.names == ("a/b.xml", "ج.txt")
    assert found.read("a/b.xml") == b"<b/>"
    assert found.get("c") is None
    assert "ج.txt" in found


def test_a_missing_member_is_named() -> None:
    with pytest.raises(InputError, match=r"word/document\.xml is missing"):
        Package(packed({"a": b""}), "x.docx").read("word/document.xml")


def test_a_bomb_is_refused_by_its_ratio() -> None:
    bomb = Package(packed({"a": bytes(20_000_000)}), "x.zip")
    with pytest.raises(InputError, match="100 times its size"):
        bomb.read("a")


def test_many_members_add_up() -> None:
    bomb = Package(packed({str(i): bytes(900_000) for i in range(12)}), "x.zip")
    with pytest.raises(InputError, match="100 times its size"):
        any(bomb.read(name) is None for name in bomb.names)


def test_all_members_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_BYTES", 1000)
    with pytest.raises(InputError, match="more than"):
        Package(packed({"a": bytes(2000)}), "x.zip").read("a")


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_MEMBERS", 3)
    with pytest.raises(InputError, match="more than 3 files"):
        Package(packed({str(i): b"" for i in range(4)}), "x.zip")


def test_a_size_that_lies_is_found_out() -> None:
    data = bytearray(packed({"a": bytes(3_000_000)}))
    directory = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, directory + 24, 10)
    with pytest.raises(InputError):
        Package(bytes(data), "x.zip").read("a")


def test_an_encrypted_member_is_named_so() -> None:
    data = bytearray(packed({"a": b"secret"}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(InputError, match="encrypted"):
        Package(bytes(data), "x.zip").read("a")


GOOD = packed({"a.xml": b"<a>" + b"x" * 50 + b"</a>", "b": b"12"})


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=8))
@example([(GOOD.index(b"PK\x01\x02") + 46, 0)])  # a member without a name
def test_damage_is_told_by_name(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for at, byte in changes:
        data[at] = byte
    try:
        found = Package(bytes(data), "x.zip")
        for name in found.names:
            found.read(name)
    except InputError:
        pass


def test_entities_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;&c;</a>'
    root = package.xml(bomb, "x")
    assert "".join(root.itertext("a")) == ""


def test_xml_that_is_not_well_formed_is_refused() -> None:
    for data in (b"", b"<a>", b"\0"):
        with pytest.raises(InputError, match="damaged"):
            package.xml(data, "x")
