"""Which engine finds the names, and what is said where one cannot."""

import pytest

import reader
from reader import engines
from reader.core.codec import from_json, to_json
from reader.core.entities.tagger import Tagged
from reader.core.pipeline import analyze
from reader.errors import EngineError
from reader.formats.text import from_text
from reader.resources import everything

TEXT = "وصل زيقان إلى القرية أمس. ثم عاد لزيقان رفيق."


class Fixed:
    """Calls one word a person, wherever it stands."""

    name = "fixed"

    def tag(self, sentences):
        return [
            [
                Tagged(at, at + 1, "PER", len(word) - len("زيقان"), 0.9)
                for at, word in enumerate(words)
                if word.endswith("زيقان")
            ]
            for words in sentences
        ]


def test_names_that_a_tagger_sees_are_mentions_without_their_proclitics():
    found = analyze(from_text(TEXT), everything.load(), tagger=Fixed())
    people = [(m.span.of(TEXT), m.rule) for m in found.mentions if m.type == "PER"]
    assert people == [("زيقان", "tagger: fixed, 90% by its weights")] * 2
    assert len({m.entity for m in found.mentions if m.type == "PER"}) == 1


def test_the_analysis_says_which_engine_ran_and_keeps_it_in_json():
    assert analyze(from_text(TEXT), everything.load(), tagger=Fixed()).engine == "fixed"
    rules = reader.analyze(from_text(TEXT), engine="rules")
    assert rules.engine == "rules"
    assert from_json(to_json(rules)) == rules


def test_without_a_name_the_best_engine_that_loads_runs():
    name, unfit = engines.default()
    assert reader.analyze(from_text(TEXT)).engine == name
    assert name not in {error.engine for error in unfit}


def test_an_engine_of_no_such_name_is_an_error():
    with pytest.raises(EngineError, match=r"quickest.*there are best, fast"):
        reader.analyze(from_text(TEXT), engine="quickest")
