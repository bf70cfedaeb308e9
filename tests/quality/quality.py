"""Measure the program on every labelled set, write the report and hold it to floors.

usage: python tests/quality/quality.py [--brief]

The sets: the seed; the project's own annotated articles, of which those in unseen/ are
opened only to measure; NewsFANE dev, AQMAR dev and Wojood val for names; cases of
Recognizers-Text for times and numbers; 300 real articles for repeats, the day of
writing and times without it. The figures go to report.json, and floors.toml says how low
each may fall. Most sets lie outside the project: where they are not there, a plain line
says so. Exit status 1 where a figure is under its floor.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import calibration
import named_sets
import recognizers
import reference_dates
import repeats
import undated
from gold import gold

from reader import engines
from reader.core.codec import to_json
from reader.errors import EngineError
from reader.formats.text import load
from reader.service import Workspace

HERE = Path(__file__).parent
TOP = HERE.parent.parent
SHARED = TOP.parent / "shared"
SCORER = SHARED / "score" / "score.py"
SEED_GOLD = SHARED / "gold" / "seed.json"
SEED = next((TOP / "seeds").glob("*.txt"))
REPORT = HERE / "report.json"
FLOORS = HERE / "floors.toml"

Pair = tuple[dict[str, Any], dict[str, Any]]  # an answer and an analysis, both as JSON
Figures = Mapping[str, Any]


def analysis_json(article: Path, reference_date: date | None) -> dict[str, Any]:
    """Analyze an article as the command line does and return the contract's JSON."""
    return to_json(Workspace().analyze(load(article), reference_date))


def score(pairs: list[Pair], *, dated: bool) -> dict[str, Any]:
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


def own_pairs(folder: str = "gold", *, dated: bool) -> list[Pair]:
    """Return (gold, analysis) of each annotated article in a folder of the project's own."""
    pairs = []
    for annotation in sorted((HERE / folder).glob("*.toml")):
        answers = gold(annotation)
        day = date.fromisoformat(answers["reference_date"]["value"]) if dated else None
        pairs.append((answers, analysis_json(annotation.with_suffix(".txt"), day)))
    return pairs


def seed_pair(*, dated: bool) -> Pair:
    """Return (gold, analysis) of the seed."""
    answers = json.loads(SEED_GOLD.read_text(encoding="utf-8"))
    day = date.fromisoformat(answers["reference_date"]["value"]) if dated else None
    return answers, analysis_json(SEED, day)


def annotated(find: Callable[..., list[Pair]], *, dated: bool) -> dict[str, Any]:
    """Score annotated articles: the scorer's figures, and what their confidences mean."""
    pairs = find(dated=dated)
    figures = score(pairs, dated=dated)
    for stage, table in calibration.reliability(pairs, dated=dated).items():
        figures[f"{stage} confidence >= {calibration.SURE}"] = {
            "accuracy": table.precision,
            "n": table.sure[0],
        }
    return figures


def names(engine: str, named: named_sets.NamedSet) -> Figures | str:
    """Score the names of one set by one engine; a plain line where it cannot run."""
    try:
        engines.load(engine)
    except EngineError as error:
        return f"not measured: {error}"
    return named_sets.measure(named, named_sets.analyzer(engine))


def sets() -> dict[str, Callable[[], Figures | str | None]]:
    """Return how each set is measured, by its title."""
    articles: dict[str, Callable[..., list[Pair]]] = {
        "seed": lambda *, dated: [seed_pair(dated=dated)],
        "development articles": lambda *, dated: own_pairs("gold", dated=dated),
        "unseen articles": lambda *, dated: own_pairs("unseen", dated=dated),
    }
    found: dict[str, Callable[[], Figures | str | None]] = {}
    for title, find in articles.items():
        for dated, said in ((True, "date given"), (False, "no date")):
            found[f"{title}, {said}"] = lambda find=find, dated=dated: annotated(find, dated=dated)
    for named in named_sets.SETS:
        for engine in ("best", "fast", engines.RULES):
            found[f"{named.title}, {engine}"] = lambda e=engine, n=named: names(e, n)
    found["Recognizers-Text"] = recognizers.figures
    found["day of writing, real articles"] = reference_dates.figures
    found["times without the day, real articles"] = undated.figures
    found["repeats, real articles"] = repeats.figures
    return found


def line(name: str, value: Any) -> str:
    """Return one figure as a line of text."""
    if not isinstance(value, dict):
        said = f"{value:.3f}" if isinstance(value, float) else str(value)
        return f"  {name:32} {said}"
    if "precision" in value:
        return (
            f"  {name:32} P {value['precision']:.3f}  R {value['recall']:.3f}"
            f"  F1 {value['f1']:.3f}  (gold {value['gold']}, found {value['found']})"
        )
    if "n" in value:
        rate = value.get("accuracy", value.get("f1"))
        return f"  {name:32} {'none' if rate is None else format(rate, '.3f')}  (n {value['n']})"
    return f"  {name:32} {json.dumps(value, ensure_ascii=False)}"


def number(value: Any) -> float:
    """Return the part of a figure that a floor holds."""
    if not isinstance(value, dict):
        return float(value)
    found = next(v for key in ("f1", "accuracy") if (v := value.get(key)) is not None)
    return float(found)


def shortfalls(report: Mapping[str, Figures], floors: Mapping[str, Any]) -> list[str]:
    """Return a line for each figure that is under its floor, or over its ceiling."""
    low = []
    for title, bounds in floors.items():
        for name, bound in bounds.items():
            most = name.startswith("at most ")
            figure = number(report[title][name.removeprefix("at most ")])
            if figure > bound if most else figure < bound:
                side = "over" if most else "under"
                low.append(
                    f"{title}: {name.removeprefix('at most ')} {figure:.3f} is {side} {bound}"
                )
    return low


def rounded(value: Any) -> Any:
    """Return the value with every number of it rounded to four places."""
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    return round(value, 4) if isinstance(value, float) else value


def main() -> int:
    """Measure every set and return the exit status."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--brief", action="store_true", help="print only what falls short")
    arguments = options.parse_args()
    if not SCORER.exists():
        print("quality: not measured, the shared scorer and corpora are not beside this checkout")
        return 0
    report: dict[str, Figures] = {}
    for title, measure in sets().items():
        figures = measure()
        if figures is None or isinstance(figures, str):
            print(f"\n{title}: {figures or 'not measured, it is not beside this checkout'}")
            continue
        report[title] = rounded(figures)
        if not arguments.brief:
            print(f"\n{title}", *(line(name, value) for name, value in figures.items()), sep="\n")
    REPORT.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    low = shortfalls(report, {t: b for t, b in floors.items() if t in report})
    print("\n" + ("\n".join(low) if low else "every figure is at or above its floor"))
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
