"""Several files as one zip archive, the same bytes each time."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return the archive of files by name; they bear the first day that zip can tell."""
    archive = BytesIO()
    with ZipFile(archive, "w") as members:
        for name, data in files.items():
            members.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return archive.getvalue()
