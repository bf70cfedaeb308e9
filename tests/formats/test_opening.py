import os

import pytest

from reader.core.types import Document
from reader.errors import RefusedError, UnreadableError
from reader.formats.base import Reading
from reader.formats.disk import file_bytes
from reader.formats.opening import open_bytes, open_path


def test_files_that_cannot_be_opened_say_why(tmp_path):
    for path in (tmp_path / "missing.txt", tmp_path, tmp_path / "a\0b", tmp_path / ("x" * 300)):
        with pytest.raises(UnreadableError) as caught:
            file_bytes(path)
        assert caught.value.source == str(path)
        (item,) = open_path(path, Reading(str(path)))
        assert item.reason == caught.value.reason


def test_a_file_that_is_too_large_is_refused_by_name(tmp_path):
    path = tmp_path / "large.txt"
    path.touch()
    os.truncate(path, (64 << 20) + 1)
    (item,) = open_path(path, Reading(str(path)))
    assert isinstance(item, RefusedError)
    assert (item.source, item.code) == (str(path), "too-large")


def test_text_is_read_as_the_user_chose():
    reading = Reading("a.txt", encoding="windows-1256")
    (item,) = open_bytes("café".encode("cp1256"), reading)
    assert isinstance(item, Document)
    assert item.text == "café"
