"""The small tagger: what it finds, and what is said where its model is not the one we made."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from reader import engines
from reader.engines import crf
from reader.errors import EngineError, ResourceError

SENTENCE = "وقال الرئيس الروسي فلاديمير بوتين ان موسكو ستدعم المانيا وفرنسا .".split()  # noqa: SIM905


def test_it_finds_names_and_takes_their_proclitics_off():
    (names,) = engines.load("fast").tag([SENTENCE])
    found = {
        (SENTENCE[n.first][n.proclitics :], *SENTENCE[n.first + 1 : n.end], n.type) for n in names
    }
    assert ("فلاديمير", "بوتين", "PER") in found
    assert {("موسكو", "GPE"), ("المانيا", "GPE"), ("فرنسا", "GPE")} <= found
    assert all(0 < n.confidence <= 1 for n in names)


def test_sentences_of_any_length_are_tagged_as_if_alone():
    tagger = engines.load("fast")
    others = [[], ["قال"], SENTENCE * 3, ["«", "»"], ["\u064b"], ["😀", ""]]
    together = tagger.tag([SENTENCE, *others, SENTENCE])
    assert together[0] == together[-1] == tagger.tag([SENTENCE])[0]
    assert [tagger.tag([each])[0] for each in others] == together[1:-1]


def test_threads_may_share_it():
    tagger = engines.load("fast")
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(tagger.tag, [[SENTENCE]] * 9))
    assert found == [found[0]] * 9


def test_a_damaged_model_is_named_and_not_read(tmp_path, monkeypatch):
    damaged = tmp_path / "fast.npz"
    damaged.write_bytes(b"PK\x03\x04")
    monkeypatch.setattr(crf, "resource", lambda *_: damaged)
    with pytest.raises(EngineError, match=r"engine fast: .*fast\.npz: damaged"):
        crf.load()


def test_a_missing_model_is_named(monkeypatch):
    def missing(*parts):
        raise ResourceError(f"{parts[-1]}: missing from the installation")

    monkeypatch.setattr(crf, "resource", missing)
    with pytest.raises(EngineError, match=r"fast\.npz: missing"):
        crf.load()
