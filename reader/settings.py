"""What the user chose, kept in one readable TOML file."""

from __future__ import annotations

import base64
import os
import tempfile
import tomllib
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, Self

import platformdirs
import tomli_w

from reader.errors import SettingsError

Language = Literal["system", "ar", "en"]
ThemeName = Literal["light", "sepia", "dark", "contrast"]
ThemeChoice = Literal["system", "light", "sepia", "dark", "contrast"]
THEMES: tuple[ThemeName, ...] = ("light", "sepia", "dark", "contrast")
_CHOICES = {"language": ("system", "ar", "en"), "theme": ("system", *THEMES)}
MAX_RECENT = 12
_RANGES = {"font_size": (8, 48), "threshold": (0, 95)}  # points, percent


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's choices.

    Attributes:
        font_size: of the article, in points.
        threshold: percent; what is less often right is hidden.
        hidden_types: entity types, TIME or TRIGGER, whose highlights are off.
        hover: whether the card of a finding opens under a pointer that rests on it.
        recent: paths of the last files, the newest first.
        geometry, state: of the window, as Qt saves them, in base64.
    """

    language: Language = "system"
    theme: ThemeChoice = "system"
    font_size: int = 16
    threshold: int = 0
    hidden_types: tuple[str, ...] = ()
    hover: bool = True
    recent: tuple[str, ...] = ()
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
    elif isinstance(default, bool):
        if isinstance(value, bool):
            return value
    elif key in _RANGES:
        low, high = _RANGES[key]
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
    elif isinstance(value, str) and value in _CHOICES.get(key, (value,)):
        return value
    raise SettingsError(f"{path}: {key} = {value!r} is not possible; mend the line or remove it")


def save(settings: Settings, path: Path | None = None) -> None:
    """Write the settings whole or not at all; SettingsError where that fails."""
    path = path or settings_path()
    values = {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(settings).items()}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, tomli_w.dumps(values).encode())
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}; the settings were not kept") from error


def _replace(path: Path, data: bytes) -> None:
    """Put `data` in the place of the file in one step; nothing is left where that fails."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink()
        raise
