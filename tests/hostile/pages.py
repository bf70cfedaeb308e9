"""Hostile pages in the window and in every export, with strace looking on."""

from __future__ import annotations

import tempfile
from pathlib import Path

import payloads
import traced
from report import Part


def run(count: int, _seed: int) -> Part:
    """Show `count` pages."""
    part = Part()
    with tempfile.TemporaryDirectory() as name:
        asked = traced.trace("show_child.py", [str(count)], Path(name))
    if asked is None:
        part.tell("no strace", ["strace is not installed: nothing was looked at"])
        return part
    kinds = {
        "sockets of the internet": asked.internet,
        "opens of what the pages name": asked.canaries,
        "opens outside": asked.outside,
        "programs": asked.programs,
    }
    figures = ", ".join(f"{len(lines)} {kind}" for kind, lines in kinds.items())
    misses = [f"{kind}: {line[:200]}" for kind, lines in kinds.items() for line in lines]
    if asked.status or "shown and exported" not in asked.words:
        misses.append(f"status {asked.status}: {asked.words[-1500:]}")
    told = asked.words.strip().splitlines()[-1] if asked.words.strip() else ""
    part.tell(
        f"{min(count, len(payloads.pages()))} of {len(payloads.pages())} pages ({told});"
        f" {asked.calls:,} calls seen: {figures}",
        misses,
    )
    return part
