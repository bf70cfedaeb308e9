"""The program as a user runs it, in a process of its own."""

import json
import os
import subprocess
import sys
from datetime import date

import pytest
from PySide6.QtGui import QImage

from reader.core.corrections.types import Anchor, RenameEntity, SetReferenceDate
from reader.core.notebook import Notebook
from reader.core.types import Span
from reader.formats.text import load
from reader.libraries import Library
from reader.notebooks import SUFFIX
from reader.resources import seed
from reader.service import Workspace


def qari(*words, data=None, **env):
    clean = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    clean.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-m", "reader", *map(str, words)],
        input=data,
        capture_output=True,
        check=False,
        env={**clean, **env},
        cwd=env.get("PWD"),
    )


def test_json_of_one_article_with_the_date_given():
    done = qari("analyze", seed(), "--reference-date", "2017-10-31", "--format", "json")
    analysis = json.loads(done.stdout)
    assert done.returncode == 0
    assert analysis["reference_date"]["status"] == "given"
    assert len(analysis["repetitions"]) == 7


def test_several_articles_are_lines_in_input_order(tmp_path):
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(f"وصل الوفد إلى تونس {name}.", encoding="utf-8")
    done = qari("analyze", seed(), tmp_path, "--format", "jsonl")
    sources = [json.loads(line)["document"]["source"] for line in done.stdout.splitlines()]
    assert sources == [str(seed()), str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


def test_a_bad_file_is_named_and_the_rest_goes_on(tmp_path):
    bad, out = tmp_path / "bad.txt", tmp_path / "out.jsonl"
    bad.write_bytes(bytes(range(256)) * 8)
    done = qari("analyze", bad, seed(), tmp_path / "none.txt", "--format", "jsonl", "-o", out)
    assert done.returncode == 1
    assert b"bad.txt" in done.stderr
    assert b"none.txt" in done.stderr
    assert len(out.read_text(encoding="utf-8").splitlines()) == 1


def test_a_folder_of_any_formats_is_read_and_what_is_refused_is_named(tmp_path):
    news = "وصل الوفد إلى تونس أمس."
    (tmp_path / "a.html").write_text(f"<html><body><p>{news}</p></body></html>", "utf-8")
    (tmp_path / "b.csv").write_text(f"id,body\n1,{news}\n2,\n", "utf-8")
    (tmp_path / "c.zip").write_bytes(b"PK\x03\x04 damaged")
    (tmp_path / "d.json").write_text("[" * 100_000)
    (tmp_path / "e.txt").write_text(news, "utf-8")
    out = tmp_path / "out"
    out.write_bytes(b"old")
    done = qari("analyze", tmp_path, "-o", out, "--engine", "rules")
    sources = [json.loads(line)["document"]["source"] for line in out.read_bytes().splitlines()]
    assert done.returncode == 1
    assert [source.rpartition("/")[2] for source in sources] == ["a.html", "b.csv#2", "e.txt"]
    told = done.stderr.decode().splitlines()
    assert [line.partition(": ")[2].partition(": ")[0] for line in told] == [
        str(tmp_path / name) for name in ("b.csv#3", "c.zip", "d.json")
    ]


def test_one_article_of_many_is_read_by_its_number_and_its_field(tmp_path):
    path = tmp_path / "n.jsonl"
    path.write_text('{"a": "وصل.", "b": "عاد."}\n' * 2, "utf-8")
    done = qari("brief", f"{path}#2", "--field", "text=b", "--field", "title=a")
    assert done.returncode == 0
    assert "وصل." in done.stdout.decode()
    assert b"text=body" in qari("analyze", path, "--field", "b").stderr


def test_results_are_written_whole_or_not_at_all(tmp_path):
    out = tmp_path / "out"
    out.write_bytes(b"old")
    command = 'ulimit -f 0; exec "$0" -m reader analyze "$1" --format json -o "$2"'
    done = subprocess.run(
        ["/bin/sh", "-c", command, sys.executable, seed(), out], capture_output=True, check=False
    )
    assert (done.returncode, out.read_bytes()) == (1, b"old")
    assert b"cannot be written" in done.stderr
    assert list(tmp_path.iterdir()) == [out]


def test_standard_input_in_another_encoding():
    done = qari("analyze", "-", "--format", "json", data=seed().read_text("utf-8").encode("cp1256"))
    assert json.loads(done.stdout)["document"]["text"].startswith("انتهت")


def test_empty_input_is_an_error_with_words():
    done = qari("analyze", "-", data=b"")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"standard input: the file is empty" in done.stderr


def test_repeats_are_kept_on_request():
    done = qari("analyze", seed(), "--keep-repeats", "--format", "json")
    assert json.loads(done.stdout)["repetitions"] == []


def test_a_wrong_date_is_explained():
    done = qari("analyze", seed(), "--reference-date", "31.10.2017")
    assert done.returncode == 2
    assert b"2017-10-31" in done.stderr


def test_the_summary_tells_what_the_file_itself_says_of_the_article(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        "<html><head><title>زلزال في مراكش</title><meta name='author' content='نور الدين'>"
        "<meta property='article:published_time' content='2023-09-09T08:00:00+01:00'></head>"
        "<body><article><h1>زلزال في مراكش</h1><p>ضرب زلزال قوي مدينة مراكش المغربية ليلة الجمعة"
        " وأودى بحياة المئات، وفق ما أعلنت وزارة الداخلية.</p></article></body></html>",
        encoding="utf-8",
    )
    words = qari("analyze", page).stdout.decode("utf-8")
    assert words.splitlines()[1:4] == [
        "title: زلزال في مراكش",
        "author: نور الدين",
        "published: 2023-09-09",
    ]
    assert "reference date: 2023-09-09 (the article's own data)" in words


def test_the_summary_tells_who_when_and_what():
    words = qari("analyze", seed(), PYTHONIOENCODING="ascii").stdout.decode("utf-8")
    assert "أستانا" in words
    assert "2017-12" in words
    assert "CONSULT" in words


@pytest.mark.parametrize(
    "words", [("--help",), ("--version",), ("analyze", "--help"), ("explain", "--help")]
)
def test_help_and_version(words):
    done = qari(*words)
    assert done.returncode == 0
    assert b"qari" in done.stdout


def explained(*words):
    return qari("explain", seed(), "--reference-date", "2017-10-31", "--engine", "rules", *words)


def test_an_explanation_names_the_rules_behind_all_that_covers_a_word():
    words = explained("--find", "أستانا").stdout.decode("utf-8")
    for told in ("GPE", "places.tsv استانا", "EVENT head", "geonames", "CONSULT", "nouns محادثات"):
        assert told in words


def test_an_explanation_as_json_holds_the_findings_as_the_analysis_does():
    told = json.loads(explained("--at", "6:20", "--format", "json").stdout)
    analysis = json.loads(
        qari(
            "analyze",
            seed(),
            "--engine",
            "rules",
            "--format",
            "json",
            "--reference-date",
            "2017-10-31",
        ).stdout
    )
    assert told["text"] == "اليوم الثلاثاء"
    assert told["times"] == analysis["times"][:1]
    assert told["reference_date"] == analysis["reference_date"]
    assert [e["here"] for e in told["events"]] == [["time"]] * len(told["events"]) != []


@pytest.mark.parametrize(
    ("where", "status", "named"),
    [
        (("--at", "999999"), 1, b"999999"),
        (("--at", "10:999999"), 1, b"999998"),
        (("--at", "20:10"), 2, b"20:10"),
        (("--at", "-3"), 2, b"-3"),
        (("--at", "x"), 2, b"120:135"),
        (("--find", "زمبابوي"), 1, "زمبابوي".encode()),
        ((), 2, b"--at"),
    ],
)
def test_a_place_that_is_not_there_is_said(where, status, named):
    done = explained(*where)
    assert (done.returncode, done.stdout) == (status, b"")
    assert named in done.stderr


def colors(path):
    image = QImage(str(path))
    return image.size().toTuple(), {
        image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)
    }


def test_without_a_display_it_says_so_prints_and_draws(tmp_path):
    done = qari(seed(), PWD=str(tmp_path))
    lines = done.stdout.decode().strip().splitlines()
    assert done.returncode == 0
    assert "no display" in lines[0]
    picture = tmp_path / "qari.png"
    assert lines[-1].endswith(str(picture))
    size, seen = colors(picture)
    assert size == (1600, 1000)
    assert len(seen) > 30


def test_a_mistyped_command_is_told_before_anything_is_read():
    done = qari("expor")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"did you mean qari export?" in done.stderr


def test_a_picture_on_request(tmp_path):
    picture = tmp_path / "out.png"
    done = qari(seed(), "--screenshot", picture, "--size", "1000x700", "--theme", "dark")
    assert (done.returncode, done.stdout) == (0, b"")
    assert colors(picture)[0] == (1000, 700)


def test_a_file_that_cannot_be_read_draws_nothing(tmp_path):
    done = qari(tmp_path / "none.txt", "--screenshot", tmp_path / "out.png")
    assert done.returncode == 1
    assert b"none.txt" in done.stderr
    assert not (tmp_path / "out.png").exists()


def test_the_engine_that_was_asked_for_runs():
    done = qari("analyze", seed(), "--engine", "rules", "--format", "json")
    assert json.loads(done.stdout)["engine"] == "rules"
    assert done.stderr == b""


def corrected_article(folder):
    """Return an article whose reader gave a name to what it names, and set its day."""
    path = folder / "خبر.txt"
    path.write_text("وصل الوفد إلى تونس أمس.", encoding="utf-8")
    document = Workspace().open(path)
    tunis = Anchor(Span(14, 18), "تونس", "GPE")
    corrections = (RenameEntity((tunis,), "الخضراء"), SetReferenceDate(date(2020, 3, 1)))
    lost = RenameEntity((Anchor(Span(14, 18), "دمشق", "GPE"),), "الشام")
    Workspace().keep_notebook(document, Notebook(document.id, (*corrections, lost)))
    return path


def test_what_the_reader_corrected_is_heard_unless_it_is_left_aside(tmp_path):
    path = corrected_article(tmp_path)
    done = qari("analyze", path, "--format", "json")
    analysis = json.loads(done.stdout)
    assert [e["name"] for e in analysis["entities"]] == ["الخضراء"]
    assert [t["value"] for t in analysis["times"]] == ["2020-02-29"]
    assert "1 of 3 corrections no longer fit" in done.stderr.decode()
    plain = json.loads(qari("analyze", path, "--format", "json", "--no-corrections").stdout)
    assert [e["name"] for e in plain["entities"]] == ["تونس"]


def test_what_is_corrected_in_the_library_is_heard(tmp_path):
    path = corrected_article(tmp_path)
    notebook = Workspace().notebook(load(path))
    path.with_name(path.name + SUFFIX).unlink()
    document = load(path)
    with Library.open(tmp_path / "data" / "library.qari") as library:
        kept = library.articles.save(document).id
        library.notes.keep(kept, notebook, base=Notebook(document.id))
    done = qari("analyze", path, "--format", "json", QARI_DATA=str(tmp_path / "data"))
    assert [e["name"] for e in json.loads(done.stdout)["entities"]] == ["الخضراء"]


def test_a_damaged_notebook_is_an_error_that_names_it(tmp_path):
    path = corrected_article(tmp_path)
    (tmp_path / "خبر.txt.qari.json").write_text("{")
    done = qari("analyze", path)
    assert done.returncode == 1
    assert "خبر.txt.damaged.qari.json" in done.stderr.decode()


def test_a_corrected_article_is_exported_as_gold_and_as_training_data(tmp_path):
    path, out = corrected_article(tmp_path), tmp_path / "gold.json"
    assert qari("export", path, "--format", "gold", "-o", out).returncode == 0
    written = json.loads(out.read_text(encoding="utf-8"))
    assert [e["canonical"] for e in written["entities"]] == ["الخضراء"]
    done = qari("export", path, "--format", "conll")
    assert "تونس\tB-GPE\tO\tO\tO\n" in done.stdout.decode()
    bad = qari("export", path, "--format", "gold", "-o", tmp_path)
    assert bad.returncode == 1
    assert b"cannot be written" in bad.stderr
    assert not list(tmp_path.parent.glob("*.new"))


@pytest.mark.parametrize("form", ["html", "csv-events", "brat"])
def test_an_export_that_finds_no_room_leaves_the_old_file(tmp_path, form):
    out = tmp_path / "out"
    out.write_bytes(b"old")
    command = f'ulimit -f 0; exec "$0" -m reader export "$1" --format {form} -o "$2"'
    done = subprocess.run(
        ["/bin/sh", "-c", command, sys.executable, seed(), out], capture_output=True, check=False
    )
    assert (done.returncode, out.read_bytes()) == (1, b"old")
    assert b"cannot be written" in done.stderr
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(
    ("words", "head"),
    [((), "ما حدث"), (("--language", "en", "--format", "md"), "## What happened")],
)
def test_a_brief_is_printed_in_either_language(words, head):
    done = qari("brief", seed(), "--reference-date", "2017-10-31", *words)
    assert done.returncode == 0
    lines = done.stdout.decode().splitlines()
    assert head in lines
    assert any("28 " in line and "2017" in line for line in lines)
