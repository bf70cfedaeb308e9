"""What holds of every resolution, whatever the mentions are."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import Resolved
from work import calls

from reader.core.entities.resolve import resolve
from reader.core.entities.words import Words
from reader.core.segment import segment
from reader.resources.entities import load

_NAMES = [
    "محمد", "محمود", "علي بن محمد", "عبد الله", "الرئيس", "أنطونيو غوتيريش", "غوتيريس",
    "موسكو", "واشنطن", "واشنطون", "مصر", "جمهورية مصر العربية", "المملكة", "طرابلس", "الروسية",
    "وزارة الخارجية", "وزارة الخارجية الروسية", "الوزارة", "مجلس الأمن", "حماس",
    "أستانا-7", "بن لادن", "7", "«»",
    "ﻋﺪﻥ", "Obama", "روسي", "و", "لل", "مدينة القدس", "كان", "…", "🙂", "عبد", "أبو", "فون",
]  # fmt: skip
_KINDS = ["PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "TITLE"]
_MENTION = st.tuples(
    st.sampled_from(_KINDS),
    st.sampled_from(["", "?"]),
    st.lists(st.sampled_from(_NAMES), min_size=1, max_size=3).map(" ".join),
    st.sampled_from([" قال ", "، و", " (", ") ", " إلى ", " نجله ", ". "]),
)
_TEXTS = st.lists(_MENTION, max_size=12).map(
    lambda items: "قال " + "".join(f"[{k}{bare} {name}]{after}" for k, bare, name, after in items)
)


@settings(deadline=None, max_examples=80)
@given(_TEXTS)
def test_every_mention_has_its_entity_and_counts_once(marked):
    found = Resolved(marked)
    assert [m.span for m in found.mentions] == [c.span for c in found.candidates]
    ids = {e.id for e in found.entities}
    assert len(ids) == len(found.entities)
    for mention in found.mentions:
        assert (mention.entity in ids) == (mention.type != "TITLE")
    for entity in found.entities:
        own = [m for m in found.mentions if m.entity == entity.id]
        assert own
        assert {m.type for m in own} == {entity.type}
        assert sum(v.count for v in entity.variants) == len(own)
        assert len({v.text for v in entity.variants}) == len(entity.variants)
        assert all(v.basis for v in entity.variants)
        assert not (entity.candidates and entity.links)


@settings(deadline=None, max_examples=20)
@given(_TEXTS)
def test_the_order_of_the_tables_does_not_matter(marked):
    found = Resolved(marked)
    segmentation = segment(found.text)
    tables = {
        name: dict(reversed(getattr(load(), name).items()))
        for name in ("nations", "heads", "transliterations", "realms", "states", "words")
    }
    words = Words(found.text, segmentation.tokens, replace(load(), **tables), frozenset())
    again = resolve(words, segmentation, found.candidates)
    assert again == (found.entities, found.mentions)


def _unlike(number):
    letters = "بتجدرزسشفقكلمن"
    return "".join(letters[number // len(letters) ** place % len(letters)] for place in range(5))


@pytest.mark.parametrize("kind", ["PER", "ORG", "GPE"])
@pytest.mark.parametrize(
    "name",
    [
        _unlike,
        lambda n: f"{_unlike(n)} {_unlike(n + 7)}",
        lambda n: f"{_unlike(n)} غوتيريش",  # one surname
        lambda n: f"وزارة الخارجية {_unlike(n)}",  # one beginning
        lambda n: "غوت" + "يوا"[n % 3] * (n % 5) + "رش",  # one skeleton
        lambda _: "غوتيريش",
    ],
)
def test_work_grows_with_the_mentions(kind, name):
    def work(count):
        found = Resolved(". ".join(f"قال [{kind}? {name(n)}]" for n in range(count)))
        words, segmentation = found.words, segment(found.text)
        return calls(lambda: resolve(words, segmentation, found.candidates))

    # In the first names there are few to compare with; in step with the square it would be 16.
    assert work(600) < 10 * work(150)
