"""What holds of every date, in every tradition of month names."""

from datetime import date, timedelta

import pytest
from hijridate import Hijri
from hypothesis import given, settings
from hypothesis import strategies as st
from work import calls

from reader.core.numbers import find_numbers
from reader.core.segment import segment
from reader.core.times import find_times
from reader.core.times.certainty import CONFLICTS
from reader.resources import numbers, rows, times

MONTHS = [
    (row["calendar"], int(row["number"]), form)
    for row in rows("times", "months.tsv")
    for form in row["forms"].split("|")
]
GREGORIAN = [(number, form) for calendar, number, form in MONTHS if calendar == "gregorian"]
HIJRI = [(number, form) for calendar, number, form in MONTHS if calendar == "hijri"]
WEEKDAYS = [row["forms"].split("|")[0] for row in rows("times", "weekdays.tsv")]
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
steady = settings(deadline=None)
days = st.dates(date(1950, 1, 1), date(2070, 12, 31))
PHRASES = [
    "أمس", "غدا", "أول من أمس", "الثلاثاء الماضي", "الأسبوع المقبل", "الشهر الماضي",
    "منتصف أيلول الفائت", "النصف الثاني من شهر كانون الأول المقبل", "العام الجاري", "18 شباط",
    "رمضان الماضي", "صيف العام الماضي", "مساء الأحد المقبل", "من 4 إلى 6 مارس المقبل",
    "الأيام الثلاثة الماضية", "الربع الثالث من العام الماضي", "العاشر من الشهر الجاري",
]  # fmt: skip


def read(text, day):
    segmentation = segment(text)
    counted = find_numbers(segmentation.tokens, numbers.load())
    return find_times(text, segmentation, times.load(), counted, None, day)[1]


@steady
@given(days, st.sampled_from(GREGORIAN), st.booleans(), st.sampled_from(["", "عام ", "سنة "]))
def test_every_gregorian_date_resolves_to_itself(day, month, eastern, word):
    number, form = month
    meant = date(day.year, number, min(day.day, 28))
    figures = f"{meant.day} {form} {word}{meant.year}"
    phrase = figures.translate(EASTERN) if eastern else figures
    (time,) = read(f"وقع ذلك في {phrase} بالمدينة", None)
    assert time.value == meant.isoformat()
    assert time.first_day == time.last_day == meant


@steady
@given(st.integers(1350, 1490), st.sampled_from(HIJRI), st.integers(1, 29), st.booleans())
def test_every_hijri_date_resolves_to_its_day(year, month, day, marked):
    number, form = month
    meant = date(*Hijri(year, number, day).to_gregorian().datetuple())
    (time,) = read(f"وقع ذلك في {day} {form} {year}{'هـ' if marked else ''} بالمدينة", None)
    assert time.value == meant.isoformat()
    assert time.original_value == f"{year:04d}-{number:02d}-{day:02d}"


@steady
@given(days, days)
def test_a_weekday_with_its_date_conflicts_only_when_wrong(day, other):
    text = f"{WEEKDAYS[other.weekday()]} {day.day}/{day.month}/{day.year}"
    (time,) = read(text, None)
    assert (time.conflict == CONFLICTS["weekday"]) == (day.weekday() != other.weekday())


@steady
@given(days, st.sampled_from(PHRASES), st.sampled_from(["", "و", "في ", "منذ ", "«"]))
def test_offsets_values_and_days_agree(day, phrase, before):
    text = f"كتب أنه حصل {before}{phrase}، حسب الوكالة"
    for time in read(text, day):
        assert text[time.span.start : time.span.end] == time.span.of(text)
        assert not time.span.of(text).startswith(("في ", "منذ "))
        assert time.first_day is not None
        assert time.first_day <= time.last_day
        if len(time.value) == 10:
            assert time.value == time.first_day.isoformat() == time.last_day.isoformat()


@steady
@given(days, st.integers(0, 6))
def test_weekdays_lie_within_a_week(day, index):
    name = WEEKDAYS[index]
    (past,) = read(f"{name} الماضي", day)
    (ahead,) = read(f"{name} المقبل", day)
    assert past.first_day.weekday() == ahead.first_day.weekday() == index
    assert timedelta(0) < day - past.first_day <= timedelta(7)
    assert timedelta(0) < ahead.first_day - day <= timedelta(7)


@steady
@given(days, st.sampled_from(GREGORIAN))
def test_months_lie_within_twelve_months(day, month):
    number, form = month
    (past,) = read(f"في {form} الماضي", day)
    (ahead,) = read(f"في {form} المقبل", day)
    assert past.first_day.month == ahead.first_day.month == number
    assert past.last_day < day < ahead.first_day or day.month == number
    assert (day - past.last_day).days <= 366
    assert (ahead.first_day - day).days <= 366


@pytest.mark.parametrize(
    "unit",
    ["اليوم الثلاثاء ", "يناير و", "وقت متأخر من ", "1990 و", "10/10/", "مئة و ", "من 1 إلى "],
)
def test_work_grows_with_the_text_even_in_one_endless_sentence(unit):
    short, long = (calls(lambda n=n: read(unit * n, None)) for n in (200, 800))
    assert long < 6 * short


@steady
@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهوي 0123456789/-:.،()", max_size=80))
def test_no_text_breaks_it(text):
    for time in read(text, date(2024, 2, 29)):
        assert time.span.of(text)
