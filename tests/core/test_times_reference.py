"""The day of writing: given, told by a dateline, inferred, ambiguous or unknown."""

from datetime import date

import pytest

from reader.core.numbers import find_numbers
from reader.core.segment import segment
from reader.core.times import find_times
from reader.resources import numbers, seed, times


def read(text, published=None, user=None):
    segmentation = segment(text)
    counted = find_numbers(segmentation.tokens, numbers.load())
    return find_times(text, segmentation, times.load(), counted, published, user)


def value_of(text, words, **given):
    return next(t for t in read(text, **given)[1] if t.span.of(text) == words)


def test_the_user_wins_over_the_metadata():
    reference, _ = read("عقد أمس", date(2020, 1, 1), date(2021, 1, 1))
    assert (reference.status, reference.basis, reference.value) == ("given", "user", "2021-01-01")


def test_the_metadata_wins_over_the_dateline():
    reference, _ = read("القاهرة - 12 مارس 2021 - عقد أمس", date(2020, 1, 1))
    assert (reference.basis, reference.value) == ("metadata", "2020-01-01")


@pytest.mark.parametrize(
    "line",
    [
        "المنامة في 12 مارس 2021 /بنا/ وصل الوفد أمس",
        "القاهرة - 12 مارس 2021 - وصل الوفد أمس",
        "القاهرة، 12 آذار 2021 (وكالات) - وصل الوفد أمس",
        "الدار البيضاء / 12 مارس 2021 / - وصل الوفد أمس",
        "وهران في 12 مارس 2021 - وصل الوفد أمس",
        "وصول الوفد\nالرياض 28 رجب 1442هـ الموافق 12 مارس 2021م - وصل الوفد أمس",
        "الرياض 28 رجب 1442 هـ الموافق 12 مارس 2021 م واس\nوصل الوفد أمس",
        "الرباط - (أ ف ب) - 12 مارس 2021 - وصل الوفد أمس",
        "بغداد / نينا / 12 آذار 2021 / وصل الوفد أمس",
        "باريس ـ 12 آذار 2021 ـ وصل الوفد أمس",
        "نشر في: 12 مارس 2021 الساعة 14:20\nوصل الوفد أمس",
        "آخر تحديث: 12 مارس 2021.\nوصل الوفد أمس",
        "الجمعة 12 مارس 2021 | 10:30\nوصل الوفد أمس",
    ],
)
def test_a_dateline_gives_the_day(line):
    reference, found = read(line)
    assert (reference.status, reference.basis) == ("given", "dateline")
    assert reference.value == "2021-03-12"
    assert found[-1].value == "2021-03-11"


@pytest.mark.parametrize(
    "line",
    ["12 مارس 2021", "واس / 12 مارس 2021", "(أ ف ب) 12 مارس 2021", "(رويترز 12 مارس 2021)",
     "نُشر في 12 مارس 2021"],
)  # fmt: skip
def test_a_line_under_the_text_gives_the_day(line):
    body = "وصل الوفد أمس. وقال الناطق إنه باق. وأضاف أن المحادثات مفيدة. ولم يزد.\n"
    reference, found = read(body + line)
    assert (reference.basis, reference.value) == ("dateline", "2021-03-12")
    assert found[0].value == "2021-03-11"


@pytest.mark.parametrize(
    "line",
    [
        "وقع الاتفاق في باريس 12 مارس 2021 - 3 أشهر بعد الحرب - كما قيل أمس.",
        "الدستور الصادر في 12 مارس 2021 - وهو الثاني - عدل أمس.",
        "وصل الوفد أمس.\nوقد توفي الرئيس في 12 مارس 2021",
        "وصل الوفد أمس.\nوافتتح المصنع 12 مارس 2021",
    ],
)
def test_a_date_that_a_clause_tells_is_no_dateline(line):
    assert read(line)[0].basis != "dateline"


def test_a_dateline_without_a_year_gives_month_and_day():
    text = "البصرة/ 21 تشرين الأول (وكالة) - جرت الانتخابات أمس الإثنين وانتهت اليوم."
    reference, found = read(text)
    assert (reference.status, reference.value) == ("unknown", "XXXX-10-21")
    assert [time.value for time in found[1:]] == ["XXXX-10-20", "XXXX-10-21"]
    assert all(time.first_day is None for time in found)


def test_a_date_in_a_clause_is_no_dateline():
    reference, _ = read("وقال إن الحرب اندلعت في 5 مارس 2012 - وهو يوم لا ينسى.")
    assert reference.status == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "وصل الوفد أمس الخميس 11 مارس 2021 إلى تونس.",
        "يصل الوفد غدا السبت 13 مارس 2021 إلى تونس.",
        "وصل الوفد اليوم الجمعة الموافق 28 رجب 1442هـ إلى جدة.",
    ],
)
def test_a_shift_with_a_full_date_fixes_the_day(text):
    reference, _ = read(text)
    assert (reference.status, reference.value) == ("inferred", "2021-03-12")
    assert reference.basis == "text"
    assert "2021" in text or "1442" in reference.explanation[0]


def test_the_seed_is_ambiguous_without_a_date():
    reference, found = read(seed().read_text(encoding="utf-8"))
    assert (reference.status, reference.value) == ("ambiguous", "2017-10-XX")
    assert reference.candidates == tuple(date(2017, 10, day) for day in (3, 10, 17, 24, 31))
    assert "«اليوم الثلاثاء»: كُتب يوم الثلاثاء" in reference.explanation
    assert reference.explanation[-1].endswith("يوم الثلاثاء كُتب بين 2017-10-03 و2017-10-31")
    assert found[0].value == "2017-WXX-2"
    assert (found[0].first_day, found[0].last_day) == (date(2017, 10, 3), date(2017, 10, 31))


def test_month_windows_cut_from_both_sides():
    text = (
        "وصل الوفد اليوم الاثنين. وبدأت الحرب في آذار 2022. وقال إن القمة ستعقد في أيار 2022، "
        "أي في أيار المقبل، بعد لقاء عقد في شباط الماضي."
    )
    reference, _ = read(text)
    assert reference.status == "ambiguous"
    assert {day.isoweekday() for day in reference.candidates} == {1}
    assert {(day.year, day.month) for day in reference.candidates} == {(2022, 3), (2022, 4)}


def test_this_month_of_a_year_bounds_the_day():
    reference, found = read("أعلن الوزير في أيار الجاري أن العام الجاري 2019 صعب، وسافر أمس.")
    assert (reference.status, reference.value) == ("ambiguous", "2019-05-XX")
    assert found[-1].first_day == date(2019, 4, 30)
    assert found[-1].last_day == date(2019, 5, 30)


def test_a_weekday_with_day_and_month_leaves_matching_years():
    text = "انتخب الرئيس في 2014. وستجرى الانتخابات في 2019. وعقد اللقاء اليوم الاثنين 5 أكتوبر."
    reference, _ = read(text)
    assert (reference.status, reference.value) == ("inferred", "2015-10-05")


def test_only_a_past_date_leaves_the_day_unknown():
    reference, found = read("انتخب الرئيس في 2014، وزار تونس أمس الثلاثاء والشهر الماضي.")
    assert (reference.status, reference.candidates) == ("unknown", ())
    assert [time.value for time in found] == ["2014", "XXXX-WXX-2", "XXXX-XX"]


def test_contradictions_leave_the_day_unknown():
    reference, _ = read("وصل اليوم الاثنين 5 أكتوبر 2015، ووصل اليوم الاثنين 12 أكتوبر 2015.")
    assert reference.status == "unknown"


def test_a_forecast_is_not_a_thing_of_the_past():
    reference, _ = read("ارتفع الإنتاج في 2014 كما توقعت الوكالة نموه في عام 2016.")
    assert reference.first_day == date(2014, 1, 1)
    assert reference.last_day == date(2016, 12, 31)


def test_everything_resolves_again_once_the_day_is_given():
    text = "وصل الوفد أمس، وستعقد القمة في أيار المقبل."
    assert [t.value for t in read(text)[1]] == ["XXXX-XX-XX", "XXXX-05"]
    given = read(text, user=date(2020, 6, 1))[1]
    assert [t.value for t in given] == ["2020-05-31", "2021-05"]


def test_a_weekday_beside_a_full_date_bounds_the_week():
    text = "اختتم الوفدان أمس الأربعاء مشاوراتهما. وقال في بيان نشر الخميس 12 كانون الأول 2024."
    reference, _ = read(text)
    assert (reference.status, reference.value) == ("inferred", "2024-12-12")


def test_an_imperfect_that_plans_nothing_bounds_nothing():
    reference, _ = read("وزار الحزب الذي يترأسه الرجل تونس عام 2004، وجرت الانتخابات في 2003.")
    assert reference.status == "unknown"


def test_a_weekday_alone_gives_those_beside_it():
    _, found = read("وصل الوفد اليوم الخميس، ويغادر غداً، وعقد اللقاء مساء الأحد الماضي.")
    assert [time.value for time in found] == ["XXXX-WXX-4", "XXXX-WXX-5", "XXXX-WXX-7TEV"]
    assert all(time.first_day is None for time in found)


def test_an_anniversary_does_not_date_the_month_that_is_told():
    text = "تحيي تونس السبت الذكرى العاشرة لثورة 14 جانفي 2011. ويقام الاحتفال في 14 جانفي الجاري."
    assert value_of(text, "14 جانفي الجاري").value == "XXXX-01-14"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("أقر القانون في 9 تموز الجاري، وصدر أمس، وسينفذ في 28 من الشهر الجاري، لا الشهر الماضي.",
         "XXXX-07-09 XXXX-07-XX XXXX-07-28 XXXX-06"),
        ("أعلنت الطوارئ الأربعاء 14 أغسطس، وأعلنها المركز أمس الثلاثاء، وتنتهي الشهر المقبل.",
         "XXXX-08-14 XXXX-08-13 XXXX-09"),
        ("وصل الوفد أول أمس الخميس، وبدأ الاقتراع صباح اليوم، وتعلن النتائج مساء غد.",
         "XXXX-WXX-4 XXXX-WXX-6TMO XXXX-WXX-7TEV"),
        ("قتل ثلاثة ليلة أمس الأربعاء فاتح أكتوبر، وقال اليوم الخميس إنه باق.",
         "XXXX-10-01TNI XXXX-10-02"),
        ("تضاعف الإنتاج في العام الجاري 2025، وقال أمس السبت إن الوفد يصل الأربعاء المقبل.",
         "2025 2025-WXX-6 2025-WXX-3"),
        ("عقد اللقاء خلال عطلة نهاية الأسبوع.", "XXXX-WXX-WE"),
        ("وصل اليوم الخميس. وقتل تسعة بُعيد منتصف الليل.", "XXXX-WXX-4 XXXX-XX-XXTNI"),
        ("يعقد اللقاء في الأسبوع الثاني من مارس المقبل.", "XXXX-03-08/XXXX-03-14"),
    ],
)  # fmt: skip
def test_what_is_known_of_the_day_decides_what_it_can(text, values):
    assert [time.value for time in read(text)[1]] == values.split()


def test_a_past_month_with_its_year_lies_within_a_year():
    reference, _ = read("وقع الاتفاق في مارس الماضي 2025.")
    assert (reference.first_day, reference.last_day) == (date(2025, 4, 1), date(2026, 2, 28))


def test_a_month_compared_with_another_years_is_not_that_month():
    text = "انخفض التضخم في مارس الماضي، وكان سجل في مارس 2023 مستوى قياسيا، قبل انتخابات 2030."
    assert value_of(text, "مارس الماضي").value == "XXXX-03"


def test_a_far_planned_year_does_not_hide_the_week_that_is_told():
    text = "قال الأربعاء 1 يناير 2025 إن الدين تراجع أمس الثلاثاء، وتنتهي الخطة بحلول 2030."
    reference, _ = read(text)
    assert (reference.status, reference.value) == ("inferred", "2025-01-01")


def test_a_weekday_beside_a_day_of_this_month_is_of_any_week():
    text = "وقع الاتفاق الخميس 13 آذار الجاري، وبدأ الضخ أمس الأربعاء."
    assert value_of(text, "أمس الأربعاء").value == "XXXX-WXX-3"


def test_a_value_that_the_inferred_day_decides_says_so():
    text = "أقر القانون في 9 تموز الجاري، وصدر الشهر الماضي في 2019."
    told = {time.span.of(text): time.basis for time in read(text)[1]}
    assert "باستنتاج تاريخ المقال" in told["الشهر الماضي"]
    assert "باستنتاج تاريخ المقال" not in told["9 تموز الجاري"]
    given = read(text, user=date(2020, 7, 20))[1]
    assert not any("باستنتاج" in time.basis for time in given)


def test_both_ends_of_a_range_keep_their_weekdays():
    text = "وصل اليوم الأربعاء بعد هجومين يومي الاثنين والثلاثاء، في شهر رمضان."
    assert [time.value for time in read(text)[1]][1:] == ["XXXX-WXX-1/XXXX-WXX-2", "XXXX-XX"]


def test_the_first_line_of_a_timeline_is_no_dateline():
    text = (
        "نقل الرئيس صلاحياته فجر اليوم الخميس 7 أبريل 2022.\n- 21 سبتمبر 2014: دخول صنعاء.\n"
        "- 26 مارس 2015: بدء العمليات.\n- 2 أبريل الجاري: بدء هدنة."
    )
    reference, found = read(text)
    assert (reference.status, reference.value) == ("inferred", "2022-04-07")
    assert found[-1].value == "2022-04-02"


@pytest.mark.parametrize(
    "text",
    [
        "أقر المجلس أمس الأحد قانون المالية لسنة 2026، وبلغ النمو 4.8 في السنة الجارية 2025.",
        "تأهل المنتخب أمس الأحد إلى كأس العالم 2026، بعد عام 2025 الجاري.",
    ],
)
def test_a_plan_that_was_made_for_a_year_lies_before_it(text):
    assert value_of(text, "أمس الأحد").value == "2025-WXX-7"


def test_a_tense_gives_way_to_what_is_named():
    reference, _ = read("أعيد افتتاح المعرض في 2030. وصل الوفد اليوم السبت 22 مارس 2025.")
    assert (reference.status, reference.value) == ("inferred", "2025-03-22")


def test_a_hijri_day_of_a_known_year_gives_the_day():
    text = "وقع الاتفاق في 2024، وتنتهي الخطة في 2026. ووصل الوفد اليوم الأربعاء 26 رمضان."
    assert read(text)[0].value == "2025-03-26"


def test_this_hijri_month_bounds_the_day():
    text = "العام الجاري 2025 صعب، وصدر القرار في العاشر من رمضان الجاري، ويطبق الشهر المقبل."
    assert [time.value for time in read(text)[1]] == ["2025", "2025-03-10", "2025-04"]


def test_an_open_hijri_day_keeps_its_weekday():
    text = "وصل الوفد اليوم الأربعاء 26 رمضان، وغادر أمس."
    assert [time.value for time in read(text)[1]] == ["XXXX-WXX-3", "XXXX-WXX-2"]


@pytest.mark.parametrize(
    "head",
    ["انتخابات العراق 11 نوفمبر 2025", "نتائج 11 نوفمبر 2025", "نص كلمة الرئيس 11 نوفمبر 2025"],
)
def test_a_headline_that_dates_an_event_is_no_dateline(head):
    reference, found = read(f"{head}\nتوجه الوفد أمس إلى بغداد. وقال إنه باق.")
    assert (reference.status, found[-1].value) == ("unknown", "XXXX-XX-XX")


def test_a_weekday_of_the_text_denies_a_date_over_it():
    reference, _ = read("بيان بغداد 11 نوفمبر 2025\nتوجه الوفد أمس الجمعة إلى بغداد. وقال إنه باق.")
    assert reference.status == "unknown"
