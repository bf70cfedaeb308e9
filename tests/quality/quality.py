"""Score the program on hand-made answers, print the figures and hold them to their floors.

usage: python tests/quality/quality.py [--json FILE]

The project's own articles lie in tests/quality/gold/. The seed's answers and the
scorer are shared between programs and lie outside the project: where they are not
there, a plain line says so. Exit status 1 where a figure is under its floor.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from gold import gold

import reader
from reader.core.codec import to_json
from reader.formats.text import load

HERE = Path(__file__).parent
TOP = HERE.parent.parent
SHARED = TOP.parent / "shared"
SCORER = SHARED / "score" / "score.py"
SEED_GOLD = SHARED / "gold" / "seed.json"
SEED = next((TOP / "seeds").glob("*.txt"))

# Figure, the part of it that counts, and the least that it may be.
SEED_FLOORS = {
    "repetition": 1.0,
    "entity exact": 0.85,
    "entity identity B3": 0.9,
    "time value": 0.95,
    "event trigger+type": 0.65,
}
UNDATED_FLOORS = {"time value": 0.95}
NONE_MAY_BE = ("spans whose text is wrong", "paragraphs wrongly folded")


def analysis_json(article: Path, reference_date: date | None) -> dict[str, Any]:
    """Analyze an article as the command line does and return the contract's JSON."""
    return to_json(reader.analyze(load(article), reference_date))


def score(pairs: list[tuple[dict[str, Any], dict[str, Any]]], *, dated: bool) -> dict[str, Any]:
    """Run the shared scorer over (gold, analysis) pairs and return its figures."""
    with tempfile.TemporaryDirectory() as folder:
        names: list[str] = []
        for number, pair in enumerate(pairs):
            for kind, value in zip(("gold", "analysis"), pair, strict=True):
                path = Path(folder) / f"{number}-{kind}.json"
                path.write_text(json.dumps(value), encoding="utf-8")
                names.append(str(path))
        command = [sys.executable, str(SCORER), "--json", *([] if dated else ["--no-date"]), *names]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def own_pairs(*, dated: bool) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Return (gold, analysis) of each of the project's own annotated articles."""
    pairs = []
    for annotation in sorted((HERE / "gold").glob("*.toml")):
        answers = gold(annotation)
        day = date.fromisoformat(answers["reference_date"]["value"]) if dated else None
        pairs.append((answers, analysis_json(annotation.with_suffix(".txt"), day)))
    return pairs


def seed_pair(*, dated: bool) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return (gold, analysis) of the seed."""
    answers = json.loads(SEED_GOLD.read_text(encoding="utf-8"))
    day = date.fromisoformat(answers["reference_date"]["value"]) if dated else None
    return answers, analysis_json(SEED, day)


def show(title: str, figures: dict[str, Any]) -> None:
    """Print one set's figures, a line each."""
    print(f"\n{title}")
    for name, value in figures.items():
        if not isinstance(value, dict):
            print(f"  {name:32} {value}")
        elif "precision" in value:
            print(
                f"  {name:32} P {value['precision']:.3f}  R {value['recall']:.3f}"
                f"  F1 {value['f1']:.3f}  (gold {value['gold']}, found {value['found']})"
            )
        else:
            print(f"  {name:32} {value.get('accuracy', value.get('f1')):.3f}  (n {value['n']})")


def shortfalls(title: str, figures: dict[str, Any], floors: dict[str, float]) -> list[str]:
    """Return a line for each figure that is under its floor."""
    low = [
        f"{title}: {name} {figures[name]['f1']:.3f} is under {floor}"
        for name, floor in floors.items()
        if figures[name]["f1"] < floor
    ]
    return low + [f"{title}: {figures[name]} {name}" for name in NONE_MAY_BE if figures[name]]


def main() -> int:
    """Measure every set and return the exit status."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--json", type=Path, help="write the figures here too")
    arguments = options.parse_args()
    if not SCORER.exists():
        print("quality: not measured, the shared scorer is not beside this checkout")
        return 0
    sets = {
        "seed, date given": (score([seed_pair(dated=True)], dated=True), SEED_FLOORS),
        "seed, no date": (score([seed_pair(dated=False)], dated=False), UNDATED_FLOORS),
        "own articles, date given": (score(own_pairs(dated=True), dated=True), {}),
        "own articles, no date": (score(own_pairs(dated=False), dated=False), {}),
    }
    low: list[str] = []
    for title, (figures, floors) in sets.items():
        show(title, figures)
        low += shortfalls(title, figures, floors)
    if arguments.json:
        report = {title: figures for title, (figures, _) in sets.items()}
        arguments.json.write_text(
            json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
    print("\n" + ("\n".join(low) if low else "every figure is at or above its floor"))
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
