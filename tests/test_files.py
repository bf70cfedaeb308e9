"""Files that are written whole or not at all."""

import pytest

from reader.files import replace_file, replacing, safe_name


def test_a_new_file_may_be_read_by_those_who_read_the_users_other_files(tmp_path):
    (tmp_path / "other").write_bytes(b"")
    replace_file(tmp_path / "made", b"text")
    assert (tmp_path / "made").stat().st_mode == (tmp_path / "other").stat().st_mode
    assert (tmp_path / "made").read_bytes() == b"text"


def test_who_may_read_a_file_stays_as_it_was(tmp_path):
    path = tmp_path / "private"
    path.write_bytes(b"old")
    path.chmod(0o600)
    replace_file(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_bytes() == b"new"


def test_nothing_is_left_where_writing_fails(tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        replace_file(tmp_path / "folder", b"text")
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]


def test_nothing_changes_where_what_is_written_breaks_off(tmp_path):
    path = tmp_path / "out"
    path.write_bytes(b"old")

    def write():
        with replacing(path) as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("خبر اليوم", "خبر اليوم.html"),
        ("../../evil", "_.._evil.html"),
        ("..\\evil", "_evil.html"),
        ("C:evil", "C_evil.html"),
        ("\u202egnp.exe\n", "_gnp.exe_.html"),
        ("CON", "_CON.html"),
        ("", "article.html"),
        ("..", "article.html"),
        ("م" * 300, "م" * 97 + ".html"),
    ],
)
def test_a_name_for_a_file_is_one_name_that_every_system_takes(words, name):
    assert safe_name(words, ".html") == name
