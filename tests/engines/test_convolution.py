"""The engine "fast" with its model: what it finds, and what is said of a model not as made."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

from reader import engines
from reader.engines import convolution, windows
from reader.errors import EngineError, ResourceError
from reader.resources import resource

SENTENCE = "وقال الرئيس الروسي فلاديمير بوتين ان موسكو ستدعم المانيا وفرنسا .".split()  # noqa: SIM905


def test_it_finds_names_and_takes_their_proclitics_off():
    (names,) = engines.load("fast").tag([SENTENCE])
    found = {
        (SENTENCE[n.first][n.proclitics :], *SENTENCE[n.first + 1 : n.end], n.type) for n in names
    }
    assert ("فلاديمير", "بوتين", "PER") in found
    assert {("موسكو", "GPE"), ("المانيا", "GPE"), ("فرنسا", "GPE")} <= found
    assert all(0 < n.confidence <= 1 for n in names)


def test_names_lie_in_their_sentences_whatever_the_text():
    text = [SENTENCE * 30, [], ["قال"], ["«", "»"], ["\u064b"], ["😀", ""], ["ب" * 500_000]]
    found = engines.load("fast").tag(text)
    assert len(found) == len(text)
    for words, tagged in zip(text, found, strict=True):
        assert all(0 <= t.first < t.end <= len(words) for t in tagged)
        assert all(a.end <= b.first for a, b in pairwise(tagged))
    assert sum(t.type == "GPE" for t in found[0]) > 80


def test_threads_may_share_it():
    tagger = engines.load("fast")
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(tagger.tag, [[SENTENCE]] * 9))
    assert found == [found[0]] * 9


def test_a_damaged_model_is_named_and_not_read(tmp_path, monkeypatch):
    shutil.copytree(resource("models"), tmp_path / "models")
    (tmp_path / "models" / "fast.npz").write_bytes(b"PK\x03\x04")
    monkeypatch.setattr(windows, "resource", tmp_path.joinpath)
    with pytest.raises(ResourceError, match=r"fast\.npz: not as released"):
        convolution.load().tag([SENTENCE])


def test_a_missing_model_is_named(monkeypatch):
    def missing(*parts):
        raise ResourceError(f"{parts[-1]}: missing from the installation")

    monkeypatch.setattr(windows, "resource", missing)
    with pytest.raises(EngineError, match=r"fast\.toml: missing"):
        convolution.load()
