"""Files that atheris makes of whole ones, led by which lines of a parser they reach."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from report import MOST_BYTES, MOST_SECONDS, Part, plain_environment

from reader.formats.kinds import FORMATS, module_of
from seeds import SEEDS

CHILD = Path(__file__).with_name("fuzz_child.py")
_FEATURES = re.compile(r"cov: (\d+)")


def run(count: int, seed: int) -> Part:
    """Have each format read `count` files."""
    part = Part()
    if not count:
        part.tell("only in the full set")
        return part
    if importlib.util.find_spec("atheris") is None:
        part.tell("no atheris (it has releases for some Pythons only): not run")
        return part
    for known in FORMATS:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            corpus = folder / "corpus"
            corpus.mkdir()
            called, make = SEEDS[known.name]
            for number, data in enumerate(make()):
                (corpus / str(number)).write_bytes(data)
            options = [
                f"-runs={count}",
                f"-seed={seed}",
                f"-timeout={int(MOST_SECONDS)}",
                f"-rss_limit_mb={MOST_BYTES >> 20}",
                "-max_len=65536",
                f"-artifact_prefix={folder}/",
            ]
            done = subprocess.run(
                [sys.executable, str(CHILD), module_of(known), called, *options, str(corpus)],
                env=plain_environment(folder),
                capture_output=True,
                check=False,
                cwd=folder,
            )
        told = (done.stderr + done.stdout).decode("utf-8", "replace")  # what went wrong is last
        reached = _FEATURES.findall(told) or ["0"]
        misses = [] if done.returncode == 0 else [f"{known.name}: {told[-1200:]}"]
        part.tell(f"{known.name}: {count} files, {reached[-1]} places of its code reached", misses)
    return part
