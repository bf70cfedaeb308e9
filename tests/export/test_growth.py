"""No file grows faster than its article, though each event tells its sentence."""

from dataclasses import replace

import pytest
from articles import hostile

from reader.core.types import Cluster, Sentence, Span
from reader.export import FORMATS
from reader.formats.text import from_text


def crowded(count: int):
    """Return an article that is one sentence with many events, and no end of a line."""
    found = hostile()
    numbers = range(count)
    events = tuple(
        replace(found.events[0], id=f"e{n}", cluster=f"c{n}", trigger=Span(n * 8, n * 8 + 7))
        for n in numbers
    )
    return replace(
        found,
        document=from_text("كتبوها  " * count + " " * 64),
        sentences=(Sentence("s1", Span(0, 8 * count), 0),),
        events=events,
        clusters=tuple(Cluster(f"c{n}", "CONSULT", "قمة", (f"e{n}",), ("s1",)) for n in numbers),
    )


@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
def test_twice_the_article_is_no_more_than_twice_the_file(form):
    once, twice = (len(form.write(crowded(count))) for count in (800, 1600))
    assert twice < 2.5 * once
