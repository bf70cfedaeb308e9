"""Engines for users who have other models: what they give, and what is said without them."""

import sys
from types import ModuleType, SimpleNamespace

import pytest

from reader import engines
from reader.engines.camel import Camel
from reader.engines.gliner import Gliner
from reader.engines.stanza import Stanza
from reader.errors import EngineError

WORDS = "وقال محمد صلاح إن نادي روما عاد للقاهرة".split()  # noqa: SIM905


def shown(names):
    return [(WORDS[n.first][n.proclitics :], n.end - n.first, n.type) for n in names]


def test_camel_labels_are_names_less_their_proclitics():
    labels = ["O", "B-PERS", "I-PERS", "O", "B-ORG", "I-ORG", "O", "B-LOC"]
    recognizer = SimpleNamespace(predict=lambda _sentences: [labels, [], ["O"]])
    found = Camel(recognizer).tag([WORDS, [], ["خبر", "\u200f"]])
    assert shown(found[0]) == [("محمد", 2, "PER"), ("نادي", 2, "ORG"), ("لقاهرة", 1, "GPE")]
    assert found[1:] == [[], []]


def test_stanza_labels_end_where_they_say():
    labels = ["O", "B-PER", "E-PER", "O", "S-ORG", "S-ORG", "S-MIS", "S-LOC"]
    tokens = [SimpleNamespace(ner=label) for label in labels]
    document = SimpleNamespace(sentences=[SimpleNamespace(tokens=tokens)])
    found = Stanza(lambda _sentences: document).tag([[], WORDS])
    assert shown(found[1]) == [
        ("محمد", 2, "PER"),
        ("نادي", 1, "ORG"),
        ("روما", 1, "ORG"),
        ("لقاهرة", 1, "GPE"),
    ]


def test_gliner_offsets_are_words():
    text = " ".join(WORDS)

    def predict_entities(_text, _labels, threshold):
        assert threshold
        for words, label, score in (
            ("للقاهرة", "country or city", 0.9),
            ("محمد صلاح", "person", 0.8),
        ):
            start = text.index(words)
            yield {"start": start, "end": start + len(words), "label": label, "score": score}

    found = Gliner(SimpleNamespace(predict_entities=predict_entities)).tag([WORDS])
    assert shown(found[0]) == [("محمد", 2, "PER"), ("لقاهرة", 1, "GPE")]
    assert [n.confidence for n in found[0]] == [0.8, 0.9]


@pytest.mark.parametrize(
    ("name", "package", "command"),
    [
        ("camel", "camel_tools", r"pip install 'qari\[camel\]'"),
        ("stanza", "stanza", r"pip install 'qari\[stanza\]'"),
        ("gliner", "gliner", r"pip install 'qari\[gliner\]'"),
    ],
)
def test_a_missing_package_is_named_with_the_command_that_installs_it(
    name, package, command, monkeypatch
):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(EngineError, match=rf"engine {name}: the package .* missing; {command}"):
        engines.load(name)


@pytest.mark.parametrize(
    ("name", "path", "holder", "call", "command"),
    [
        ("camel", "camel_tools.ner", "NERecognizer", "pretrained", "camel_data -i ner-arabert"),
        ("stanza", "stanza", None, "Pipeline", r"stanza\.download"),
        ("gliner", "gliner", "GLiNER", "from_pretrained", "huggingface-cli download"),
    ],
)
def test_a_missing_model_is_named_with_the_command_that_fetches_it(
    name, path, holder, call, command, monkeypatch
):
    def fail(*_args, **_options):
        raise FileNotFoundError("no such model here")

    top = path.partition(".")[0]
    module = ModuleType(path)
    monkeypatch.setitem(sys.modules, top, ModuleType(top))
    monkeypatch.setitem(sys.modules, path, module)
    functions = SimpleNamespace(**{call: fail})
    setattr(module, holder or call, functions if holder else fail)
    with pytest.raises(EngineError, match=rf"the .*model .*missing; .*{command}.*no such model"):
        engines.load(name)
