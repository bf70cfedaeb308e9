"""`qari batch` from its input to its rows."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress

import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from reader.batch.options import Options
from reader.batch.plan import plan
from reader.batch.shard import run_shard
from reader.batch.tables import ARTICLES_IN_SHARD, SCHEMAS
from reader.errors import BatchError, InputError
from reader.launch import main
from reader.libraries import Library
from reader.resources import seed

TABLES = ("articles", "mentions", "times", "events", "refused", "signatures")
NEWS = [
    (
        "أعلن وزير الخارجية الروسي سيرغي لافروف في موسكو يوم الثلاثاء 31 تشرين الأول 2017 أن"
        " المحادثات بين الحكومة والمعارضة تستأنف في جنيف الأسبوع المقبل برعاية الأمم المتحدة."
    ),
    (
        "ضرب زلزال بقوة 6 درجات مدينة أغادير المغربية فجر أمس وأدى إلى مقتل 12 شخصاً وإصابة العشرات،"
        " بحسب وزارة الداخلية التي قالت إن البحث عن ناجين يتواصل."
    ),
    (
        "فاز تحالف نهر العراق بأربعة عشر مقعداً في انتخابات مجلس محافظة البصرة التي جرت أمس الاثنين،"
        " بحسب نتائج أولية أعلنتها المفوضية العليا المستقلة للانتخابات."
    ),
]


def news(path, count):
    """Write so many articles, of which the last told are copies of the first."""
    lines = [
        {"body": f"{NEWS[n % 3]} وذكرت الوكالة {n % (count - 2)} أخباراً.", "date": "2017-10-31"}
        for n in range(count)
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def tables(out):
    found = {name: ds.dataset(out / name).to_table() for name in TABLES}
    return found | {n: pq.read_table(out / f"{n}.parquet") for n in ("pairs", "stories")}


def batch(*words):
    return main(["batch", *map(str, words), "--engine", "rules", "--field", "text=body"])


def test_rows_are_the_same_however_many_processes_make_them(tmp_path, capsys):
    source = news(tmp_path / "news.jsonl", 11)
    one, two = tmp_path / "one", tmp_path / "two"
    assert batch(source, "--out", one, "--shard", 3, "--workers", 1) == 0
    assert batch(source, "--out", two, "--shard", 3, "--workers", 2) == 0
    assert tables(one) == tables(two)
    told = capsys.readouterr().out
    assert "11 articles in" in told
    assert "0 refused" in told
    found = tables(one)
    for name in TABLES:
        assert found[name].schema.equals(SCHEMAS[name])
    articles = found["articles"].to_pylist()
    assert [a["source"] for a in articles] == [f"{source}#{n}" for n in range(1, 12)]
    assert [a["article"] for a in articles[2:4]] == [2, ARTICLES_IN_SHARD]
    assert {a["published"] for a in articles} == {"2017-10-31"}
    mention = next(m for m in found["mentions"].to_pylist() if m["text"] == "موسكو")
    assert (mention["article"], mention["name"], mention["type"]) == (0, "موسكو", "GPE")
    text = articles[0]["text"]
    assert text[mention["start"] : mention["end"]] == "موسكو"
    assert found["times"].num_rows
    assert found["events"].num_rows
    copies = {(p["first"], p["second"]): p["conflicts"] for p in found["pairs"].to_pylist()}
    last = 3 * ARTICLES_IN_SHARD
    assert copies[0, last] == 0
    assert copies[0, ARTICLES_IN_SHARD]  # told with another number
    stories = found["stories"].to_pylist()
    assert {s["story"] for s in stories if s["article"] in {0, last}} == {0}


@pytest.fixture
def interruptible():
    """Let programs hear SIGINT also where the tests were started as ones that do not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_a_run_that_was_stopped_goes_on(tmp_path):
    source = news(tmp_path / "news.jsonl", 240)
    out = tmp_path / "out"
    words = ["batch", source, "--out", out, "--shard", "4", "--workers", "2", "--engine", "rules"]
    command = [sys.executable, "-m", "reader", *map(str, words), "--field", "text=body"]
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True, text=True
    )
    while not list(out.glob("articles/*.parquet")) and process.poll() is None:
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.02)
    os.killpg(process.pid, signal.SIGINT)  # as the terminal does: all processes hear it
    _, told = process.communicate()  # until no process holds its output any more
    assert (process.returncode, "the same command goes on" in told) == (130, True)
    assert "Traceback" not in told
    done = {path: path.stat().st_mtime_ns for path in out.glob("articles/*.parquet")}
    assert 0 < len(done) < 60
    (out / "events" / "part-000029.parquet.abc.new").touch()  # as a killed process leaves it
    assert batch(source, "--out", out, "--shard", 4) == 0
    assert {path: path.stat().st_mtime_ns for path in done} == done
    assert not list(out.glob("*/*.new"))
    assert tables(out)["articles"].num_rows == 240


def test_a_library_takes_the_articles_once(tmp_path, capsys):
    source = news(tmp_path / "news.jsonl", 4)
    words = [source, "--out", tmp_path / "out", "--library", tmp_path / "news.qari"]
    assert batch(*words, "--workers", 1) == 0
    assert "4 articles put into" in capsys.readouterr().out
    assert batch(*words) == 0
    assert "0 articles put into" in capsys.readouterr().out
    with Library.open(tmp_path / "news.qari") as library:
        ids = library.search.ids("البصرة").ids
        assert [row.analyzed for row in library.articles.rows(ids)] == [True]
        assert library.analyses.load(ids[0]).events


def test_a_library_that_is_none_is_said_before_the_work(tmp_path, capsys):
    source = news(tmp_path / "news.jsonl", 4)
    assert batch(source, "--out", tmp_path / "out", "--library", source) == 1
    assert str(source) in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_another_run_is_not_mixed_in(tmp_path, capsys):
    source = news(tmp_path / "news.jsonl", 3)
    out = tmp_path / "out"
    assert batch(source, "--out", out, "--shard", 4, "--workers", 1) == 0
    assert batch(source, "--out", out, "--shard", 5) == 1
    assert "--shard was 4 and is 5" in capsys.readouterr().err
    news(source, 4)
    assert batch(source, "--out", out, "--shard", 4) == 1
    assert "the input has changed" in capsys.readouterr().err
    assert batch(source, "--out", tmp_path) == 1
    assert "holds other files" in capsys.readouterr().err


def run_all(inputs, out, size=2, **options):
    given = Options(engine="rules", shard=size, **options)
    planned = plan([str(path) for path in inputs], size, {".txt"})
    outcomes = [run_shard(shard, given, out) for shard in planned]
    assert planned.shards == len(outcomes)
    return outcomes


def test_folders_patterns_lines_and_rows_are_read(tmp_path):
    folder = tmp_path / "folder"
    (folder / "below").mkdir(parents=True)
    (folder / "b.txt").write_text(NEWS[0], encoding="utf-8")
    (folder / "below" / "a.txt").write_text(NEWS[1], encoding="utf-8")
    (folder / "notes.bin").write_bytes(b"\0")
    lines = news(tmp_path / "lines.jsonl", 3)
    rows = ds.dataset(lines, format="json").to_table().rename_columns(["body", "date"])
    pq.write_table(rows, tmp_path / "rows.parquet", row_group_size=3)
    out = tmp_path / "out"
    inputs = [folder, tmp_path / "*.jsonl", tmp_path / "rows.parquet", seed()]
    outcomes = run_all(inputs, out, fields=(("text", "body"),))
    assert [o.articles for o in outcomes] == [2, 2, 1, 2, 1, 1]
    found = ds.dataset(out / "articles").to_table().to_pylist()
    assert [a["source"].removeprefix(f"{tmp_path}/") for a in found] == [
        "folder/b.txt",
        "folder/below/a.txt",
        *(f"lines.jsonl#{n}" for n in (1, 2, 3)),
        *(f"rows.parquet#{n}" for n in (1, 2, 3)),
        str(seed()),
    ]
    texts = [a["text"] for a in found]
    assert texts[2:5] == texts[5:8]


def test_what_cannot_be_read_is_refused_by_name_and_the_rest_is_done(tmp_path):
    good = json.dumps({"text": NEWS[0]})
    half = json.dumps({"text": f"{NEWS[0]} \ud800 وقتل 99999999999999999999999 شخصاً."})
    lines = [good, "{", "[1]", "", json.dumps({"title": "x"}), half, good]
    source = tmp_path / "news.jsonl"
    source.write_text("\n".join(lines), encoding="utf-8")
    (outcome,) = run_all([source], tmp_path / "out", size=10)
    assert (outcome.articles, outcome.refused) == (3, 3)
    refused = ds.dataset(tmp_path / "out" / "refused").to_table().to_pylist()
    assert [r["source"] for r in refused] == [f"{source}#{n}" for n in (2, 3, 5)]
    assert "\ufffd" in ds.dataset(tmp_path / "out" / "articles").to_table()["text"][1].as_py()


def test_what_ended_processes_is_named(tmp_path):
    source = news(tmp_path / "news.jsonl", 4)
    (shard,) = plan([str(source)], 10, ())
    given = Options(engine="rules", fields=(("text", "body"),))
    outcome = run_shard(shard, given, tmp_path / "out", {(1, 1): "too long", (2, 0): "no end"})
    assert (outcome.articles, outcome.refused) == (2, 2)
    refused = ds.dataset(tmp_path / "out" / "refused").to_table().to_pylist()
    assert [(r["source"], r["reason"]) for r in refused] == [
        (f"{source}#2", "too long"),
        (f"{source}#3", "no end"),
    ]


def test_what_is_not_there_is_said(tmp_path):
    with pytest.raises(InputError, match=r"nothing\.txt"):
        plan([str(tmp_path / "nothing.txt")], 10, ())


def test_a_full_disk_is_said(tmp_path):
    source = news(tmp_path / "news.jsonl", 3)
    (tmp_path / "out").touch()
    with pytest.raises(BatchError, match="cannot be written"):
        run_all([source], tmp_path / "out", fields=(("text", "body"),))
