"""Hostile names of members, titles and files, and every place where the program writes."""

from __future__ import annotations

import tempfile
from pathlib import Path

import traced
from report import Part


def run(count: int, _seed: int) -> Part:
    """Write everything under every name."""
    part = Part()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "a" / "b" / "chosen"
        folder.mkdir(parents=True)
        asked = traced.trace("names_child.py", [str(count)], folder)
    if asked is None:
        part.tell("no strace", ["strace is not installed: nothing was looked at"])
        return part
    misses = [f"written outside: {line[:200]}" for line in asked.written]
    if asked.status:
        misses.append(f"status {asked.status}: {asked.words[-1500:]}")
    told = asked.words.strip().splitlines()[-1] if asked.words.strip() else ""
    part.tell(f"{told}; {len(asked.written)} files outside of the chosen folder", misses)
    return part
