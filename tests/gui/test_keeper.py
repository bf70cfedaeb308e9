"""What is kept of an article, changed, undone and done again."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import reader
from reader import notebooks
from reader.core.corrections.apply import apply
from reader.core.corrections.types import (
    AddMention,
    Anchor,
    RemoveMention,
    RenameEntity,
    SetReferenceDate,
)
from reader.core.notebook import Bookmark, Highlight
from reader.core.types import Span
from reader.formats.text import from_text
from reader.gui.keeper import Keeper

TEXT = "زار وزير الخارجية تونس. ثم زار الوزير دمشق وبيروت."
DOCUMENT = from_text(TEXT)
ANALYSIS = reader.analyze(DOCUMENT)
SPANS = st.tuples(st.integers(0, len(TEXT) - 6), st.integers(1, 6)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)
ANCHORS = SPANS.map(lambda span: Anchor(span, span.of(TEXT), "GPE"))
CORRECTIONS = st.one_of(
    ANCHORS.map(AddMention),
    ANCHORS.map(RemoveMention),
    ANCHORS.map(lambda at: RenameEntity((at,), "اسم")),
    st.just(SetReferenceDate(date(2020, 1, 1))),
)
STEPS = st.one_of(
    CORRECTIONS.map(lambda c: lambda k: k.correct("correct", c)),
    SPANS.map(
        lambda s: (
            lambda k: k.change(
                "mark", k.notebook.with_highlight(Highlight(s, s.of(TEXT), "blue", "n", ""))
            )
        )
    ),
    SPANS.map(
        lambda s: lambda k: k.change("mark", k.notebook.with_bookmark(Bookmark(s, s.of(TEXT), "")))
    ),
    st.just(lambda k: k.stack.undo()),
    st.just(lambda k: k.stack.redo()),
)


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(STEPS, min_size=1, max_size=8))
def test_what_is_undone_and_done_again_is_as_it_was(qapp, steps):  # noqa: ARG001 - Qt runs
    keeper = Keeper()
    keeper.open(DOCUMENT)
    first = keeper.notebook
    for step in steps:
        step(keeper)
    count = keeper.stack.count()
    keeper.stack.setIndex(count)
    last = keeper.notebook
    corrected = apply(ANALYSIS, last.corrections).analysis
    keeper.stack.setIndex(0)
    assert keeper.notebook == first
    assert apply(ANALYSIS, keeper.notebook.corrections).analysis == ANALYSIS
    keeper.stack.setIndex(count)
    assert keeper.notebook == last
    assert apply(ANALYSIS, keeper.notebook.corrections).analysis == corrected
    assert notebooks.load(DOCUMENT) == last
    keeper.stack.setIndex(0)


def test_the_steps_of_an_article_stay_when_it_is_read_again(qapp):  # noqa: ARG001 - Qt runs
    keeper = Keeper()
    keeper.open(DOCUMENT)
    keeper.correct("correct", SetReferenceDate(None))
    keeper.open(DOCUMENT)
    assert keeper.stack.canUndo()
    keeper.open(from_text("نص آخر"))
    assert not keeper.stack.canUndo()
    assert keeper.notebook.is_empty


def test_two_windows_on_one_article_keep_what_both_change(qapp):  # noqa: ARG001 - Qt runs
    one, other = Keeper(), Keeper()
    for keeper in (one, other):
        keeper.open(DOCUMENT)
    first, second = (Anchor(Span(n, n + 4), TEXT[n : n + 4], "PER") for n in (0, 19))
    one.correct("first", AddMention(first))
    other.correct("second", AddMention(second))
    assert set(notebooks.load(DOCUMENT).corrections) == {AddMention(first), AddMention(second)}
    one.stack.undo()
    assert notebooks.load(DOCUMENT).corrections == (AddMention(second),)
    one.stack.redo()
    other.stack.undo()
    assert notebooks.load(DOCUMENT).corrections == (AddMention(first),)
    one.stack.undo()
    assert notebooks.load(DOCUMENT).is_empty
