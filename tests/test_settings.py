import pytest

from reader.errors import SettingsError
from reader.settings import MAX_PLACES, MAX_RECENT, Settings, load, save, settings_path


@pytest.fixture(autouse=True)
def own_file(tmp_path, monkeypatch):
    monkeypatch.setenv("QARI_CONFIG", str(tmp_path / "deep" / "settings.toml"))


def test_what_is_kept_comes_back():
    chosen = Settings(
        language="ar",
        theme="dark",
        font_size=22,
        threshold=75,
        hidden_types=("PER", "TIME"),
        hover=False,
    )
    save(chosen.opened("/a/خبر.txt"))
    assert load() == chosen.opened("/a/خبر.txt")


def test_every_choice_can_be_kept():
    chosen = Settings(
        theme="contrast",
        font_family="Amiri",
        diacritics="hidden",
        numbers="sentences",
        highlights=False,
        reduced_motion=True,
        timeline="left_to_right",
        shortcuts={"open": "Ctrl+Alt+O", "quit": ""},
        places={"abc": 120},
        session=("/a.txt",),
    )
    save(chosen)
    assert load() == chosen


def test_the_place_in_an_article_is_kept_and_the_oldest_forgotten():
    kept = Settings().left_at("first", 40).left_at("second", 50).left_at("first", 60)
    assert list(kept.places.items()) == [("second", 50), ("first", 60)]
    assert kept.left_at("first", 0).places == {"second": 50}
    for number in range(MAX_PLACES):
        kept = kept.left_at(str(number), 1)
    assert len(kept.places) == MAX_PLACES
    assert "first" not in kept.places


def test_the_first_start_has_the_defaults():
    assert load() == Settings()


def test_recent_files_are_newest_first_each_once_and_few():
    kept = Settings()
    for number in [*range(MAX_RECENT + 5), 3]:
        kept = kept.opened(f"{number}.txt")
    assert kept.recent[0] == "3.txt"
    assert len(kept.recent) == len(set(kept.recent)) == MAX_RECENT


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("font_size = 900", "font_size"),
        ('theme = "pink"', "theme"),
        ("font_size = true", "font_size"),
        ("threshold = 200", "threshold"),
        ("threshold = true", "threshold"),
        ("font_size = 12.5", "font_size"),
        ("language = 1", "language"),
        ("hover = 1", "hover"),
        ("recent = [1]", "recent"),
        ("highlights = 1", "highlights"),
        ('diacritics = "bold"', "diacritics"),
        ("[shortcuts]\nopen = 1", "shortcuts"),
        ('[places]\nabc = "here"', "places"),
        ("places = 3", "places"),
        ('hidden_types = "PER"', "hidden_types"),
        ("= broken", "settings.toml"),
    ],
)
def test_a_damaged_file_is_named_with_the_line_to_mend(written, named):
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text(written, encoding="utf-8")
    with pytest.raises(SettingsError, match=named):
        load()


def test_keys_of_a_later_version_do_no_harm():
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text('from_tomorrow = 1\ntheme = "dark"', encoding="utf-8")
    assert load().theme == "dark"


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError):
        save(Settings(), tmp_path / "file" / "settings.toml")


def test_a_file_that_is_no_utf8_is_named():
    settings_path().parent.mkdir(parents=True)
    settings_path().write_bytes(b'theme = "\xff"')
    with pytest.raises(SettingsError, match=r"settings\.toml"):
        load()


def test_a_failed_save_leaves_what_was_there(tmp_path):
    taken = tmp_path / "taken"
    (taken / "inside").mkdir(parents=True)
    with pytest.raises(SettingsError):
        save(Settings(), taken)
    assert [p.name for p in tmp_path.iterdir()] == ["taken"]


def test_a_second_save_replaces_the_first():
    save(Settings(theme="dark"))
    save(Settings(font_size=20))
    assert load() == Settings(font_size=20)
    assert [p.name for p in settings_path().parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(("kept", "bytes_"), [("AQID", b"\1\2\3"), ("", b""), ("no base64!", b"")])
def test_the_windows_place_comes_back_or_is_forgotten(kept, bytes_):
    assert Settings(geometry=kept).geometry_bytes() == bytes_


def test_without_a_named_file_settings_live_with_the_systems_others(monkeypatch):
    monkeypatch.delenv("QARI_CONFIG")
    assert settings_path().parts[-2:] == ("qari", "settings.toml")
