import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.dedupe import find_repetitions
from reader.core.numbers import find_numbers
from reader.core.segment import segment
from reader.core.types import Span
from reader.resources import dedupe, numbers

FIRST = (
    "أعلنت وزارة الصحة الأردنية تسجيل 40 إصابة جديدة في مدينة إربد يوم الثلاثاء، "
    "وقالت إن المستشفيات قادرة على استقبال المصابين كافة."
)
OTHER = "وصل رئيس الوزراء البرتغالي إلى الرباط في زيارة تستمر يومين لبحث الطاقة والهجرة."
MORE = " وأضافت أن حملة التطعيم تبدأ الأسبوع المقبل."


def repeats(*paragraphs):
    text = "\n".join(paragraphs)
    cut = segment(text)
    counted = find_numbers(cut.tokens, numbers.load())
    return text, find_repetitions(text, cut, counted, dedupe.load())


def found(*paragraphs):
    return repeats(*paragraphs)[1]


def only(*paragraphs):
    text, (found,) = repeats(*paragraphs)
    return text, found


def test_an_exact_copy_is_folded_and_the_first_one_stays():
    text, found = only(FIRST, OTHER, FIRST)
    assert (found.kind, found.conflicts) == ("exact", ())
    assert found.of.of(text) == found.span.of(text) == FIRST
    assert found.of.start == 0


def test_a_copy_with_other_spelling_and_number_words_is_near():
    copy = FIRST.replace("الأردنية", "الاردنيه").replace("إربد", "اربد").replace("،", "")
    _, found = only(FIRST, OTHER, copy)
    assert found.kind == "near"
    assert not found.conflicts


@pytest.mark.parametrize(
    ("old", "new"),
    [("40", "45"), ("إربد", "الزرقاء"), ("الثلاثاء", "الخميس"), ("قادرة", "غير قادرة")],
)
def test_a_changed_number_name_date_or_negation_is_shown(old, new):
    text, found = only(FIRST, OTHER, FIRST.replace(old, new))
    assert found.kind == "near"
    shown = " ".join(conflict.span.of(text) for conflict in found.conflicts)
    assert new.split()[0] in shown


def test_a_negation_that_the_copy_lacks_is_shown_too():
    text, found = only(FIRST.replace("قادرة", "غير قادرة"), OTHER, FIRST)
    assert [c.of.of(text) for c in found.conflicts] == ["غير"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("40", "٤٠"),
        ("40", "أربعين"),
        ("أعلنت", "كشفت"),
        ("إصابة", "الإصابة"),
        ("وقالت", "وأوضحت"),
        ("المستشفيات", "المُسْتَشْفَيات"),
        ("، ", " - "),
    ],
)
def test_another_way_to_say_the_same_is_no_conflict(old, new):
    _, found = only(FIRST, OTHER, FIRST.replace(old, new))
    assert (found.kind, found.conflicts) == ("near", ())


def test_a_conflict_shows_the_words_of_both():
    text, found = only(FIRST, OTHER, FIRST.replace("40", "خمسين"))
    assert [(c.span.of(text), c.of.of(text)) for c in found.conflicts] == [("خمسين", "40")]


def test_a_sentence_told_twice_in_one_paragraph_is_folded():
    _, found = only(FIRST + " " + FIRST)
    assert (found.kind, found.of) == ("embedded", Span(0, len(FIRST)))


def test_a_copy_of_a_copy_is_one_of_the_first():
    _, found = repeats(FIRST, FIRST, OTHER, FIRST)
    assert {r.of for r in found} == {Span(0, len(FIRST))}
    assert len(found) == 2


def test_a_sentence_inside_a_new_paragraph_is_embedded_and_only_it_is_folded():
    text, found = only(FIRST, OTHER + " " + FIRST)
    assert found.kind == "embedded"
    assert found.span.of(text) == FIRST


def test_a_copy_that_was_cut_short_is_folded():
    text, found = only(FIRST + MORE, OTHER, FIRST)
    assert found.span.of(text) == FIRST


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "سجلت محافظة إربد 40 إصابة جديدة وتعافي 12 مريضا اليوم.",
            "سجلت محافظة الكرك 7 إصابات جديدة وتعافي 90 مريضا أمس.",
        ),
        (
            "فاز فريق الأهلي على فريق الوحدة بثلاثة أهداف مقابل هدف في مباراة أقيمت في جدة.",
            "فاز فريق الهلال على فريق الشباب بهدفين مقابل هدف في مباراة أقيمت في الرياض.",
        ),
        (FIRST, FIRST.replace("40", "45").replace("إربد", "الزرقاء").replace("الثلاثاء", "الأحد")),
        (OTHER, OTHER.replace("البرتغالي", "الإسباني").replace("الرباط", "تونس")),
        (OTHER, OTHER.removesuffix(".") + " بعد أن زار مصر والتقى رئيسها وبحث معه ملف غزة."),
    ],
)
def test_statements_of_one_form_about_other_things_stay(one, other):
    assert repeats(one, other)[1] == ()


def test_short_lines_that_recur_stay():
    assert repeats("وقال الوزير:", OTHER, "وقال المدير:", FIRST)[1] == ()


@given(st.lists(st.sampled_from([FIRST, OTHER, FIRST + MORE, OTHER + MORE]), max_size=8))
def test_first_copies_stay_and_nothing_is_folded_twice(paragraphs):
    text, found = repeats(*paragraphs)
    spans = [r.span for r in found]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    for repetition in found:
        assert repetition.of.start < repetition.span.start
        assert not any(span.contains(repetition.of) for span in spans)
    for paragraph in set(paragraphs):
        at = text.index(paragraph)
        first = [r for r in found if r.span.start == at]
        assert not first or first[0].kind != "exact"


def test_a_label_stays_where_it_introduces_something_else():
    assert not found("المقادير:", "كوب من الطحين الأبيض", "المقادير:", "ثلاث بيضات وملعقة سكر")


def test_a_label_is_folded_with_what_it_introduces():
    lines = ["المقادير:", "كوب من الطحين الأبيض"]
    assert [r.kind for r in found(*lines, *lines)] == ["exact", "exact"]


def test_an_item_of_another_list_stays():
    item = "- ملعقة صغيرة من الملح الناعم أو حسب الرغبة"
    assert not found("حساء العدس", item, "حساء الطماطم", item)


def test_a_formula_about_another_speaker_stays():
    said = "سموه عن عزائه ومواساته لأسر الشهداء وتمنى للمصابين الشفاء العاجل"
    assert not found(
        "اتصل وزير الداخلية الأردني هاتفيا بنظيره السعودي",
        f"وعبر {said}",
        "كما تلقى الوزير اتصالا من رئيس وزراء الكويت",
        f"وأعرب {said}",
    )


def test_a_short_title_inside_a_sentence_is_no_copy_of_it():
    title = "وزير الخارجية رئيس اللجنة العليا للمفاوضات سامي الحداد"
    assert not found(f"وصل {title} إلى جنيف مساء الأحد", title)
