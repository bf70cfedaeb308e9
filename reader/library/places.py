"""Where libraries and their backups are."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

SUFFIX = ".qari"


def data_folder() -> Path:
    """Return the folder of the user's data; the variable QARI_DATA overrides it."""
    named = os.environ.get("QARI_DATA")
    return Path(named) if named else platformdirs.user_data_path("qari")


def default_path() -> Path:
    """Return where the user's own library is."""
    return data_folder() / f"library{SUFFIX}"
