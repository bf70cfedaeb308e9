"""An analysis in other forms."""

import json
import re
from datetime import date

import pytest

import reader
from reader.core.corrections.apply import apply
from reader.core.corrections.types import AddMention, Anchor, SetEvent
from reader.core.notebook import COLORS, Bookmark, Headings, Highlight, Notebook
from reader.core.types import Span
from reader.export.conll import conll
from reader.export.gold import gold
from reader.export.notes import notes_markdown
from reader.formats.text import from_text, load
from reader.resources import seed

SEED = reader.analyze(load(seed()), date(2017, 10, 31))
HEADINGS = Headings("Note", "Highlight", "Bookmark", {c: c for c in COLORS})


def test_gold_names_each_word_by_its_place():
    written = json.loads(json.dumps(gold(SEED)))
    text = SEED.document.text
    spans = [*written["mentions"], *written["timex"], *(e["trigger"] for e in written["events"])]
    for item in spans:
        assert text[item["start"] : item["end"]] == item["text"]
        (line,) = [n for n in written["lines"] if n["line"] == item["line"]]
        assert line["start"] <= item["start"] <= item["end"] <= line["end"]
    assert written["n_codepoints"] == len(text)
    assert written["sha256"] == SEED.document.id
    assert len(written["duplicates"]) == 7


def test_gold_holds_what_the_reader_corrected():
    text = "زار زعبوطة تونس.\nوغادر."
    found = reader.analyze(from_text(text))
    name, trigger = Anchor(Span(4, 10), "زعبوطة", "PER"), Anchor(Span(18, 22), "غادر", "RETREAT")
    corrected = apply(found, (AddMention(name), SetEvent(trigger, modality="planned"))).analysis
    written = gold(corrected)
    (mention,) = [m for m in written["mentions"] if m["text"] == "زعبوطة"]
    (entity,) = [e for e in written["entities"] if e["id"] == mention["entity"]]
    assert (entity["type"], entity["canonical"]) == ("PER", "زعبوطة")
    (event,) = [e for e in written["events"] if e["trigger"]["text"] == "غادر"]
    assert (event["modality"], event["trigger"]["line"]) == ("planned", 2)


def test_conll_cuts_words_where_names_begin():
    text = "وصل وزير الخارجية الروسي سيرغي لافروف وروسيا."
    at = [("وزير الخارجية الروسي", "TITLE"), ("الروسي", "NORP"), ("روسيا", "GPE")]
    found = reader.analyze(from_text(text))
    spans = [Span(text.rindex(w), text.rindex(w) + len(w)) for w, _ in at]
    named = [AddMention(Anchor(s, w, k)) for s, (w, k) in zip(spans, at, strict=True)]
    rows = [
        line.split("\t")
        for line in conll(apply(found, tuple(named)).analysis).splitlines()
        if line and not line.startswith("#")
    ]
    labels = {row[0]: row[1:3] for row in rows}
    assert {len(row) for row in rows} == {5}
    assert labels["وزير"] == ["B-TITLE", "O"]
    assert labels["الخارجية"] == ["I-TITLE", "O"]
    assert labels["الروسي"] == ["I-TITLE", "B-NORP"]
    assert labels["و"] == ["O", "O"]
    assert labels["روسيا"] == ["B-GPE", "O"]
    assert "".join(row[0] for row in rows) == text.replace(" ", "")


def test_conll_leaves_copies_out_and_labels_all_else():
    written = conll(SEED)
    rows = [x.split("\t") for x in written.splitlines() if x and not x.startswith("#")]
    for column, count in ((3, len(SEED.times)), (4, len(SEED.events))):
        assert sum(row[column].startswith("B-") for row in rows) == count
    outer = sum(row[1].startswith("B-") for row in rows)
    assert outer + sum(row[2].startswith("B-") for row in rows) == len(SEED.mentions)
    assert written.count("# sent_id") < len(SEED.sentences)


def test_notes_are_markdown_that_keeps_its_direction():
    sentence = SEED.sentences[0]
    words = sentence.span.of(SEED.document.text)[:7]
    evil = "<script> *now* [x](y)\u202e\n# title"
    book = Notebook(
        SEED.document.id,
        highlights=(Highlight(Span(0, 7), words, "pink", evil, "2026-11-24T10:00:00"),),
        bookmarks=(Bookmark(sentence.span, "", "2026-11-25T10:00:00"),),
    )
    written = notes_markdown(SEED.document, SEED.sentences, book, HEADINGS)
    assert "## Note (pink) · 2026-11-24" in written
    assert "## Bookmark · 2026-11-25" in written
    assert f"<qari://{SEED.document.id}#{sentence.id}>" in written
    assert " ".join(sentence.span.of(SEED.document.text).split())[:40] in written
    assert "\u202e" not in written
    assert "<script>" not in written
    assert not re.search(r"^# title", written, re.MULTILINE)
    assert written.count("\u2068") == written.count("\u2069")


@pytest.mark.parametrize("text", ["نص", "😀 \ud800 قال", "\n\n"])
def test_odd_text_is_exported_too(text):
    found = reader.analyze(from_text(text))
    assert gold(found)["n_codepoints"] == len(text)
    assert isinstance(conll(found), str)
