import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.clitics import readings

LETTERS = "ابتجحدرسعفقكلمنهوي"


def offered(folded):
    return {(r.proclitics, r.form, r.definite) for r in readings(folded)}


@pytest.mark.parametrize(
    ("folded", "reading"),
    [
        ("المدينه", ("", "المدينه", True)),
        ("وروسيا", ("و", "روسيا", False)),
        ("فقال", ("ف", "قال", False)),
        ("بالمدينه", ("ب", "المدينه", True)),
        ("وبالمدينه", ("وب", "المدينه", True)),
        ("كالعاده", ("ك", "العاده", True)),
        ("لروسيا", ("ل", "روسيا", False)),
        ("للامم", ("ل", "الامم", True)),
        ("وللامم", ("ول", "الامم", True)),
        ("فللامم", ("فل", "الامم", True)),
        # One ل is the preposition's and one the name's.
        ("للبنان", ("ل", "لبنان", False)),
        ("ولليبيا", ("ول", "ليبيا", False)),
        # Of three, one is never written: لـ + الـ + لجنه.
        ("للجنه", ("ل", "اللجنه", True)),
        ("وللجنه", ("ول", "اللجنه", True)),
    ],
)
def test_a_word_is_offered_with_its_proclitics_taken_off(folded, reading):
    assert reading in offered(folded)


@pytest.mark.parametrize("folded", ["ولد", "بل", "لا", "كل", "في", "و", ""])
def test_the_word_as_written_is_the_first_offer(folded):
    first = readings(folded)[0]
    assert (first.proclitics, first.offset, first.form) == ("", 0, folded)


@pytest.mark.parametrize("folded", ["الف", "والف"])
def test_a_short_word_that_starts_like_the_article_has_none(folded):
    assert not any(r.definite for r in readings(folded))


@given(st.text(alphabet=LETTERS, min_size=1, max_size=12))
def test_every_offer_is_part_of_the_word_with_at_most_the_article_added(folded):
    for reading in readings(folded):
        rest = folded[reading.offset :]
        assert folded.startswith(reading.proclitics[: reading.offset])
        assert len(rest) >= min(2, len(folded))
        assert reading.form in {rest, "ا" + rest, "ال" + rest}
        assert reading.stem == (reading.form[2:] if reading.definite else reading.form)


@given(st.text(alphabet=LETTERS, min_size=1, max_size=12))
def test_fewer_proclitics_are_offered_first(folded):
    taken = [len(r.proclitics) for r in readings(folded)]
    assert taken[0] == 0
    assert taken == sorted(taken)
