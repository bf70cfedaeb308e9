"""`qari stories` prints what several articles tell together."""

import json

import pytest

from reader import launch

FIRST = (
    "قتل 12 شخصا في انفجار سيارة مفخخة في مدينة الموصل يوم الأحد 12 آذار 2017، بحسب الشرطة.\n"
    "وأعلن وزير الخارجية الروسي سيرغي لافروف أن اجتماعا سيعقد في جنيف يوم 20 آذار 2017.\n"
    "وقال إن الأطراف كلها ستشارك في الاجتماع من دون شروط مسبقة من أي طرف كان."
)
SECOND = FIRST.replace("12 شخصا", "17 شخصا")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "one.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "two.txt").write_text(SECOND, encoding="utf-8")
    return tmp_path


def test_it_tells_versions_people_figures_and_what_is_ahead(folder, capsys):
    assert launch.main(["stories", str(folder), "--engine", "fast", "--day", "2017-03-15"]) == 0
    told = capsys.readouterr().out
    assert "2 versions" in told
    assert "سيرغي لافروف" in told
    assert "number: " in told
    assert "conflict dead" in told
    assert "2017-03-20 CONSULT" in told


def test_it_writes_json_that_points_into_the_articles(folder, capsys):
    wanted = ["stories", str(folder), "--engine", "fast", "--format", "json"]
    assert launch.main(wanted) == 0
    told = json.loads(capsys.readouterr().out)
    assert {len(story["versions"]) for story in told["stories"]} == {2}
    figure = told["events"][0]["figures"][0]
    start, end = figure["citation"]["span"]
    assert FIRST[start:end] == "12 شخصا"  # both texts have a number at this place


def test_what_is_refused_is_told_and_the_rest_is_read(folder, capsys):
    (folder / "empty.txt").write_text(" ", encoding="utf-8")
    assert launch.main(["stories", str(folder), "--engine", "fast"]) == 1
    told = capsys.readouterr()
    assert "empty.txt" in told.err
    assert "2 versions" in told.out
