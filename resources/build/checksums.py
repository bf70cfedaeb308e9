"""Write resources/SHA256SUMS, by which the program knows the files that scripts made.

usage: python resources/build/checksums.py

`sha256sum -c SHA256SUMS` in resources/ checks the same. The files of the models are not in
it: their cards (models/*.toml) hold their sums.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from reader.resources import CHECKED, SUMS

FOLDER = Path(__file__).resolve().parents[1]


def lines() -> list[str]:
    """Return a line for each file that is checked, by name."""
    files = sorted(path for folder in CHECKED for path in (FOLDER / folder).iterdir())
    return [f"{_digest(path)}  {path.relative_to(FOLDER).as_posix()}" for path in files]


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """Write the file."""
    written = lines()
    (FOLDER / SUMS).write_text("\n".join(written) + "\n", encoding="utf-8")
    print(f"{len(written)} files")


if __name__ == "__main__":
    main()
