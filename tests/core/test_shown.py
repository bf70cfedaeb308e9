"""Words of an article inside other words neither order nor command what is around them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reader.core.shown import FSI, PDI, isolate, marked, printable

LETTERS = st.text(st.sampled_from("اa1 \u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x1b"))


def test_an_override_is_shown():
    assert isolate("\u202egnp.\u202cصورة") == f"{FSI}[U+202E]gnp.[U+202C]صورة{PDI}"


def test_words_that_are_wrapped_already_stay():
    assert marked(isolate("اسم")) == isolate("اسم")


def test_a_terminal_gets_no_command():
    assert printable("\x1b]8;;file:///x\x07اسم\n") == "[U+001B]]8;;file:///x[U+0007]اسم\n"


@given(LETTERS)
def test_what_is_wrapped_ends_where_it_began(words):
    depth = 0
    wrapped = isolate(words)
    for at, letter in enumerate(wrapped):
        depth += (letter in "\u2066\u2067\u2068") - (letter == PDI)
        assert depth > 0 or at == len(wrapped) - 1
    assert not re.search("[\u202a-\u202e]", wrapped)


@given(LETTERS)
def test_nothing_else_is_changed(words):
    shown = re.sub("[\u202a-\u202e\u2066-\u2069\x1b]", "", words)
    assert re.sub(r"\[U\+[0-9A-F]{4}\]|[\u2066-\u2069]", "", printable(words)) == shown
