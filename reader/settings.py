"""What the user chose, kept in one readable TOML file."""

from __future__ import annotations

import base64
import os
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal, Self

import platformdirs
import tomli_w

from reader.errors import SettingsError
from reader.files import replace_file

ThemeName = Literal["light", "sepia", "dark", "contrast"]
ThemeChoice = Literal["system", "light", "sepia", "dark", "contrast"]
THEMES: tuple[ThemeName, ...] = ("light", "sepia", "dark", "contrast")
Diacritics = Literal["shown", "dimmed", "hidden"]
Numbers = Literal["none", "paragraphs", "sentences"]
TimelineDirection = Literal["interface", "right_to_left", "left_to_right"]
DIACRITICS: tuple[Diacritics, ...] = ("shown", "dimmed", "hidden")
NUMBERS: tuple[Numbers, ...] = ("none", "paragraphs", "sentences")
TIMELINES: tuple[TimelineDirection, ...] = ("interface", "right_to_left", "left_to_right")
_CHOICES = {
    "theme": ("system", *THEMES),
    "diacritics": DIACRITICS,
    "numbers": NUMBERS,
    "timeline": TIMELINES,
}
RANGES = {
    "font_size": (8, 48),  # points
    "line_height": (110, 300),  # percent
    "column": (0, 160),  # widths of م; 0 for all there is
    "interface_size": (75, 200),  # percent
    "voice_rate": (-100, 100),
    "threshold": (0, 95),  # percent
    "session_at": (0, 999),
}
_TABLES = {"shortcuts": str, "places": int}  # what their keys map to
MAX_RECENT = 12
MAX_PLACES = 300


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's choices.

    Attributes:
        language: "system", or one that the program has a translation into, such as "ar".
        font_family: of the article; "" for the program's own.
        font_size: of the article, in points.
        line_height: of the article, percent of the font's own.
        column: of the article, in widths of the letter م; 0 for all the width there is.
        diacritics: what becomes of the article's tashkil.
        numbers: what is counted in the article's margin.
        highlights: what was found is painted in the article.
        interface_size: percent, of all words but the article's.
        reduced_motion: nothing flashes, glides or fades.
        voice: name of the voice that reads aloud; "" for the system's first Arabic one.
        voice_rate: how fast it reads; 0 is its own speed, -100 its slowest, 100 its fastest.
        timeline: which way time runs.
        timeline_hijri: the time axis names the months of the Hijri calendar too.
        shortcuts: keys in Qt's portable notation by the name of an action; "" for none.
        threshold: percent; what is less often right is hidden.
        hidden_types: entity types, TIME or TRIGGER, whose highlights are off.
        hover: whether the card of a finding opens under a pointer that rests on it.
        transliterate: whether spellings of a foreign name are taken for one name.
        recent: paths of the last files, the newest first.
        palette: what was last chosen in the palette, the newest first.
        restore_session: the files that were open are opened again.
        session, session_at: paths of the files that were open, and which was in sight.
        places: offset of the first letter in sight, by article id; the last is the newest.
        library: path of the library that is used; "" for the user's own.
        toured: the first steps were shown, or were not wanted.
        desk: the view on it, "" for none, a comma, and its height as Qt saves it, in base64.
        geometry, state: of the window, as Qt saves them, in base64.
    """

    language: str = "system"
    theme: ThemeChoice = "system"
    font_family: str = ""
    font_size: int = 16
    line_height: int = 125
    column: int = 72
    diacritics: Diacritics = "shown"
    numbers: Numbers = "none"
    highlights: bool = True
    interface_size: int = 100
    reduced_motion: bool = False
    voice: str = ""
    voice_rate: int = 0
    timeline: TimelineDirection = "interface"
    timeline_hijri: bool = False
    threshold: int = 0
    hidden_types: tuple[str, ...] = ()
    hover: bool = True
    transliterate: bool = True
    recent: tuple[str, ...] = ()
    palette: tuple[str, ...] = ()
    restore_session: bool = True
    session: tuple[str, ...] = ()
    session_at: int = 0
    library: str = ""
    toured: bool = False
    shortcuts: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)
    desk: str = ""
    geometry: str = ""
    state: str = ""

    def geometry_bytes(self) -> bytes:
        """Return the window's place as Qt reads it; nothing where the file was damaged."""
        try:
            return base64.b64decode(self.geometry, validate=True)
        except ValueError:
            return b""

    def opened(self, path: str) -> Self:
        """Return the settings with `path` at the head of the recent files."""
        rest = [p for p in self.recent if p != path]
        return replace(self, recent=(path, *rest)[:MAX_RECENT])

    def left_at(self, article: str, offset: int) -> Self:
        """Return the settings with the place where the reader left an article, by its id."""
        places = {k: v for k, v in self.places.items() if k != article}
        if offset:
            places[article] = offset
        newest = list(places.items())[-MAX_PLACES:]
        return replace(self, places=dict(newest))


def settings_path() -> Path:
    """Return where the settings live; the variable QARI_CONFIG overrides it."""
    named = os.environ.get("QARI_CONFIG")
    return Path(named) if named else platformdirs.user_config_path("qari") / "settings.toml"


def load(path: Path | None = None) -> Settings:
    """Read the settings; the defaults where there are none yet.

    Raises:
        SettingsError: the file cannot be read, is not TOML, or holds a value that is
            none of the choices; the message names the file and the key.
    """
    path = path or settings_path()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: {error}; mend the file or remove it") from error
    known = {field.name for field in fields(Settings)}
    return Settings(**{k: _checked(path, k, v) for k, v in values.items() if k in known})


def _checked(path: Path, key: str, value: Any) -> Any:  # noqa: ANN401 - whatever TOML holds
    default = getattr(Settings(), key)
    if isinstance(default, tuple):
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
    elif isinstance(value, type(default)) and _is_possible(key, value):
        return value
    raise SettingsError(f"{path}: {key} = {value!r} is not possible; mend the line or remove it")


def _is_possible(key: str, value: Any) -> bool:  # noqa: ANN401 - the same
    """Tell whether a value of the right type is one of those that the key may have."""
    if key in RANGES:
        low, high = RANGES[key]
        return not isinstance(value, bool) and low <= value <= high
    if key in _TABLES:
        return all(type(item) is _TABLES[key] for item in value.values())
    return value in _CHOICES.get(key, (value,))


def save(settings: Settings, path: Path | None = None) -> None:
    """Write the settings whole or not at all; SettingsError where that fails."""
    path = path or settings_path()
    values = {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(settings).items()}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, tomli_w.dumps(values).encode())
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}; the settings were not kept") from error
