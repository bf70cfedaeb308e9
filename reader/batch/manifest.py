"""What a folder of results was made of, so that a run goes on only where it is the same."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader import __version__
from reader.batch.options import Options, options_json
from reader.batch.plan import Plan
from reader.errors import BatchError
from reader.files import replace_file

FORMAT = "qari-batch"
VERSION = 1
NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The input, the options and the program of a run."""

    fingerprint: str
    shards: int
    units: int
    options: dict[str, Any]
    program: str = __version__


def manifest_of(plan: Plan, options: Options) -> Manifest:
    """Return what a run of this input with these options is made of."""
    return Manifest(plan.fingerprint, plan.shards, plan.units, options_json(options))


def begin(out: Path, manifest: Manifest) -> None:
    """Make the folder fit for a run, or see that it is one of this very run.

    Raises:
        BatchError: it holds another run or other files, or cannot be written.
    """
    path = out / NAME
    try:
        if path.exists():
            _compare(out, _read(path), manifest)
            return
        if out.exists() and any(out.iterdir()):
            raise BatchError(f"{out}: holds other files; name a folder that is new or empty")
        out.mkdir(parents=True, exist_ok=True)
        replace_file(path, json.dumps(_told(manifest), ensure_ascii=False, indent=1).encode())
    except OSError as error:
        raise BatchError(f"{out}: cannot be written: {error.strerror}") from error


def _told(manifest: Manifest) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "program": manifest.program,
        "input": {
            "fingerprint": manifest.fingerprint,
            "shards": manifest.shards,
            "units": manifest.units,
        },
        "options": manifest.options,
    }


def _read(path: Path) -> dict[str, Any]:
    try:
        told = json.loads(path.read_bytes())
    except ValueError as error:
        raise BatchError(f"{path}: is damaged; name another folder") from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise BatchError(f"{path}: is none of ours; name another folder")
    if told.get("version") != VERSION:
        raise BatchError(f"{path}: another version of the program made it; name another folder")
    return told


def _compare(out: Path, there: dict[str, Any], manifest: Manifest) -> None:
    asked = _told(manifest)
    changes = [
        f"--{name.replace('_', '-')} was {there['options'].get(name)!r} and is {value!r}"
        for name, value in asked["options"].items()
        if there["options"].get(name) != value
    ]
    if there["program"] != asked["program"]:
        changes.append(f"the program was {there['program']} and is {asked['program']}")
    if there["input"] != asked["input"]:
        changes.append("the input has changed")
    if changes:
        raise BatchError(
            f"{out}: holds another run: {'; '.join(changes)}. Ask for it as before, or name"
            " another folder"
        )
