"""The engine "best" with its model: names in sentences, whatever the text."""

import shutil
from itertools import pairwise

import pytest

from reader import engines
from reader.engines import encoder, windows
from reader.errors import ResourceError
from reader.resources import resource


@pytest.fixture(scope="module")
def best():
    return engines.load("best")


def names(tagger, *sentences):
    split = [sentence.split() for sentence in sentences]
    return [
        (" ".join(split[at][n.first : n.end])[n.proclitics :], n.type)
        for at, found in enumerate(tagger.tag(split))
        for n in found
    ]


def test_names_are_found_without_their_proclitics(best):
    found = names(
        best,
        "وصل وزير الخارجية المصري سامح شكري إلى بغداد .",
        "والتقى شكري بالرئيس برهم صالح وبرئيس مجلس النواب .",
        "ثم سافر لباريس .",
    )
    assert ("سامح شكري", "PER") in found
    assert ("بغداد", "GPE") in found
    assert ("باريس", "GPE") in found


def test_names_lie_in_their_sentences_whatever_the_text(best):
    text = [
        ["وصل", "الوزير", "إلى", "سوريا", "اليوم", "."] * 100,
        [],
        ["،"],
        ["ب" * 500_000],
        ["\ud800", "", "a" * 90],
        ["مصر"],
    ]
    found = best.tag(text)
    assert len(found) == len(text)
    for words, tagged in zip(text, found, strict=True):
        assert all(0 <= t.first < t.end <= len(words) for t in tagged)
        assert all(0 <= t.confidence <= 1 for t in tagged)
        assert all(a.end <= b.first for a, b in pairwise(tagged))
    assert sum(t.type == "GPE" for t in found[0]) > 80


def test_a_model_that_was_altered_is_not_run(tmp_path, monkeypatch):
    shutil.copytree(resource("models"), tmp_path / "models")
    (tmp_path / "models" / "best.pieces.tsv").write_text("▁\t0\n", encoding="utf-8")
    monkeypatch.setattr(windows, "resource", tmp_path.joinpath)
    with pytest.raises(ResourceError, match="best\\.pieces\\.tsv"):
        encoder.load().tag([["سوريا"]])
