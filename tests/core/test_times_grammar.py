"""Time expressions of news, seen from Thursday 12 December 2024 unless a test says otherwise."""

from datetime import date

import pytest

from reader.core.numbers import find_numbers
from reader.core.segment import segment
from reader.core.times import find_times
from reader.core.times.certainty import CONFLICTS
from reader.resources import numbers, times

THURSDAY = date(2024, 12, 12)
FRIDAY = date(2021, 3, 12)


def found(text, day=THURSDAY):
    segmentation = segment(text)
    counted = find_numbers(segmentation.tokens, numbers.load())
    return find_times(text, segmentation, times.load(), counted, None, day)[1]


def only(text, day=THURSDAY):
    """Resolve the one expression of `text`, which stands between two bars."""
    plain = text.replace("|", "")
    (time,) = found(plain, day)
    assert time.span.of(plain) == text.split("|")[1]
    return time


DATES = [
    ("أعلن الوزير في |5 آذار 2019| عن خطة", "2019-03-05"),
    ("عقد الاجتماع في |الرابع من مارس عام 2011|", "2011-03-04"),
    ("في |الخامس والعشرين من يناير/كانون الثاني 2011| اندلعت الاحتجاجات", "2011-01-25"),
    ("يسري القرار في |الأول من فبراير شباط المقبل|", "2025-02-01"),
    ("بدأت الضربات |يوم 26 مارس (آذار) الماضي|", "2024-03-26"),
    ("وقع الزلزال في |8 شتنبر 2023|", "2023-09-08"),
    ("افتتح المعرض |السبت 14 غشت 2021| بالرباط", "2021-08-14"),
    ("انتهى العمل في |30 جوان 2023|", "2023-06-30"),
    ("صدر الحكم في |5 جويلية 1962|", "1962-07-05"),
    ("وصل الوفد في |٣١ تشرين الأول ٢٠١٧|", "2017-10-31"),
    ("صدر البيان بتاريخ |2/4/2019|", "2019-04-02"),
    ("صدر البيان في |2019-04-02|", "2019-04-02"),
    ("وقعت الاتفاقية في |الأول من أيار 2004|", "2004-05-01"),
    ("التقى الرئيس ضيفه |أمس الأربعاء|", "2024-12-11"),
    ("التقى الرئيس ضيفه |أول من أمس|", "2024-12-10"),
    ("التقى الرئيس ضيفه |أمس الأول|", "2024-12-10"),
    ("ويصل الوفد |غداً| إلى بيروت", "2024-12-13"),
    ("ويصل الوفد |بعد غد| إلى بيروت", "2024-12-14"),
    ("ويصل الوفد |غدا الجمعة| إلى بيروت", "2024-12-13"),
    ("وصل الوفد |اليوم (الخميس)| إلى بيروت", "2024-12-12"),
    ("جرح شرطي |السبت الماضي| في تعز", "2024-12-07"),
    ("تجرى الانتخابات |الأحد المقبل|", "2024-12-15"),
    ("تجرى الانتخابات |يوم الأحد القادم|", "2024-12-15"),
    ("وأعلن الجيش |الثلاثاء| مقتل جندي", "2024-12-10"),
    ("وستعقد القمة |الثلاثاء| في الدوحة", "2024-12-17"),
    ("عقدت القمة |الخميس الماضي|", "2024-12-05"),
    ("|الثلاثاء من الأسبوع المقبل|", "2024-12-17"),
    ("وصل في |العاشر من الشهر الجاري|", "2024-12-10"),
    ("سافر |يوم 15 من الشهر الماضي|", "2024-11-15"),
    ("رفضت النقابة المقترحات |يوم 29 نوفمبر الماضي|", "2024-11-29"),
    ("ستعقد الدورة في |18 فبراير|", "2025-02-18"),
    ("قتل الرجل في |18 فبراير|", "2024-02-18"),
    ("عيد العمال في |الأول من مايو من العام المقبل|", "2025-05-01"),
    ("|15 رمضان 1445|", "2024-03-25"),
    ("توفي في |غرة محرم 1446هـ|", "2024-07-07"),
    ("صدر القرار في |1445/9/15هـ|", "2024-03-25"),
    ("بدأ |عيد الأضحى 2019|", "2019-08-11"),
    ("وعاد الهدوء |الآن|", "PRESENT_REF"),
    ("الوضع هادئ |حالياً|", "PRESENT_REF"),
]


@pytest.mark.parametrize(("text", "value"), DATES, ids=[t for t, _ in DATES])
def test_dates_resolve(text, value):
    time = only(text)
    assert (time.type, time.value, time.conflict) == ("DATE", value, None)
    if value != "PRESENT_REF":
        assert time.first_day == time.last_day == date.fromisoformat(value)


PERIODS = [
    ("في |مارس 2022|", "2022-03", None, "2022-03-01", "2022-03-31"),
    ("منذ |آب الماضي|", "2024-08", None, "2024-08-01", "2024-08-31"),
    ("في |شهر شباط المقبل|", "2025-02", None, "2025-02-01", "2025-02-28"),
    ("حتى |نهاية شباط المقبل|", "2025-02", "END", "2025-02-21", "2025-02-28"),
    ("في |أواخر ديسمبر الماضي|", "2023-12", "END", "2023-12-21", "2023-12-31"),
    ("في |مطلع تشرين الثاني 2020|", "2020-11", "START", "2020-11-01", "2020-11-10"),
    ("في |منتصف حزيران 2016|", "2016-06", "MID", "2016-06-11", "2016-06-20"),
    ("في |أواسط نونبر 2019|", "2019-11", "MID", "2019-11-11", "2019-11-20"),
    ("في |أواخر شباط 2024|", "2024-02", "END", "2024-02-21", "2024-02-29"),
    ("خلال |النصف الأول من شهر تموز 2018|", "2018-07", "START", "2018-07-01", "2018-07-15"),
    ("خلال |النصف الثاني من فيفري 2023|", "2023-02", "END", "2023-02-16", "2023-02-28"),
    ("حتى |نهاية الشهر الجاري|", "2024-12", "END", "2024-12-21", "2024-12-31"),
    ("في |تشرين الأول/ أكتوبر 2016|", "2016-10", None, "2016-10-01", "2016-10-31"),
    ("في |الشهر المقبل|", "2025-01", None, "2025-01-01", "2025-01-31"),
    ("في |الأسبوع الماضي|", "2024-W49", None, "2024-12-02", "2024-12-08"),
    ("في |الأسبوع المقبل|", "2024-W51", None, "2024-12-16", "2024-12-22"),
    ("في |هذا الأسبوع|", "2024-W50", None, "2024-12-09", "2024-12-15"),
    ("في |العام الماضي|", "2023", None, "2023-01-01", "2023-12-31"),
    ("في |السنة المقبلة|", "2025", None, "2025-01-01", "2025-12-31"),
    ("في |هذا العام|", "2024", None, "2024-01-01", "2024-12-31"),
    ("في |عام 1998|", "1998", None, "1998-01-01", "1998-12-31"),
    ("منذ |2012| وهو غائب", "2012", None, "2012-01-01", "2012-12-31"),
    ("في |العام 2017|", "2017", None, "2017-01-01", "2017-12-31"),
    ("في |بداية عام 2018|", "2018", "START", "2018-01-01", "2018-12-31"),
    ("في |النصف الأول من العام الجاري|", "2024-H1", None, "2024-01-01", "2024-06-30"),
    ("في |الربع الثالث من عام 2021|", "2021-Q3", None, "2021-07-01", "2021-09-30"),
    ("في |الربع الأخير من 2022|", "2022-Q4", None, "2022-10-01", "2022-12-31"),
    ("في |صيف 2015|", "2015-SU", None, "2015-06-01", "2015-08-31"),
    ("في |الصيف المقبل|", "2025-SU", None, "2025-06-01", "2025-08-31"),
    ("في |تسعينيات القرن الماضي|", "199", None, "1990-01-01", "1999-12-31"),
    ("في |أوائل الثمانينيات|", "198", "START", "1980-01-01", "1989-12-31"),
    ("في |القرن الماضي|", "19", None, "1900-01-01", "1999-12-31"),
    ("في |شهر رمضان المقبل|", "2025-03-01/2025-03-29", None, "2025-03-01", "2025-03-29"),
    ("في |عام 1433هـ|", "2011-11-26/2012-11-14", None, "2011-11-26", "2012-11-14"),
]


@pytest.mark.parametrize(("text", "value", "mod", "first", "last"), PERIODS)
def test_periods_resolve(text, value, mod, first, last):
    time = only(text)
    assert (time.type, time.value, time.mod) == ("DATE", value, mod)
    assert (time.first_day, time.last_day) == (date.fromisoformat(first), date.fromisoformat(last))


RANGES = [
    ("من |4 إلى 6 آذار 2019|", "2019-03-04/2019-03-06"),
    ("بين |4 و6 مارس 2019|", "2019-03-04/2019-03-06"),
    ("في |4 - 6 مارس 2020|", "2020-03-04/2020-03-06"),
    ("في |يومي 4 و5 أبريل المقبل|", "2025-04-04/2025-04-05"),
    ("من |28 مارس إلى 3 أبريل 2018|", "2018-03-28/2018-04-03"),
    ("من |يناير إلى مارس 2020|", "2020-01/2020-03"),
    ("بين |عامي 2010 و2015|", "2010/2015"),
    ("في الفترة |2010-2015|", "2010/2015"),
    ("من |ديسمبر إلى فبراير 2020|", "2019-12/2020-02"),
]


@pytest.mark.parametrize(("text", "value"), RANGES)
def test_ranges_keep_both_ends(text, value):
    time = only(text)
    assert time.value == value
    assert time.first_day < time.last_day


LENGTHS = [
    ("خلال |48 ساعة|", "DURATION", "PT48H"),
    ("استمر |ثلاثة أيام|", "DURATION", "P3D"),
    ("استمر |أسبوعين|", "DURATION", "P2W"),
    ("استمر |شهرين|", "DURATION", "P2M"),
    ("خلال |الأيام الثلاثة الماضية|", "DURATION", "P3D"),
    ("خلال |الأشهر الستة المقبلة|", "DURATION", "P6M"),
    ("في |السنوات الأخيرة|", "DURATION", "PXY"),
    ("في |الأيام القليلة المقبلة|", "DURATION", "PXD"),
    ("منذ |أكثر من عشر سنوات|", "DURATION", "P10Y"),
    ("يبلغ من العمر |45 عاماً|", "DURATION", "P45Y"),
    ("استغرق |ساعة ونصف|", "DURATION", "PT1.5H"),
    ("غاب لمدة |عام كامل|", "DURATION", "P1Y"),
    ("منذ |شهر|", "DURATION", "P1M"),
    ("تظاهروا |كل يوم جمعة|", "SET", "XXXX-WXX-5"),
    ("تنتج مليون برميل |يومياً|", "SET", "P1D"),
    ("يعقد |سنوياً|", "SET", "P1Y"),
    ("يعقد |كل عامين|", "SET", "P2Y"),
    ("قتل رجل قبل |ثلاثة أيام|", "DATE", "2024-12-09"),
    ("قتل رجل قبل |شهرين|", "DATE", "2024-10"),
    ("سيعقد اللقاء بعد |أسبوعين|", "DATE", "2024-W52"),
    ("قتل بعد |يومين| من اعتقاله", "DURATION", "P2D"),
]


@pytest.mark.parametrize(("text", "kind", "value"), LENGTHS)
def test_lengths_sets_and_shifts(text, kind, value):
    time = only(text)
    assert (time.type, time.value) == (kind, value)


CLOCKS = [
    ("انفجرت سيارة |مساء أمس|", "2024-12-11TEV"),
    ("انفجرت سيارة |مساء أمس الأول|", "2024-12-10TEV"),
    ("قتل جندي |فجر اليوم|", "2024-12-12TMO"),
    ("قتل جندي |صباح الثلاثاء|", "2024-12-10TMO"),
    ("يصل |صباح الثلاثاء المقبل|", "2024-12-17TMO"),
    ("سقطت قذائف |الليلة الماضية|", "2024-12-11TNI"),
    ("قصف الحي |ليل الأحد الاثنين|", "2024-12-08TNI"),
    ("في |الساعة الثالثة والنصف صباحا بالتوقيت المحلي|", "2024-12-12T03:30"),
    ("عند |الساعة العاشرة والنصف مساءً بتوقيت غرينتش|", "2024-12-12T22:30Z"),
    ("في |الساعة 14:30 بتوقيت غرينتش|", "2024-12-12T14:30Z"),
    ("في تمام |الساعة 10:15 من صباح أمس|", "2024-12-11T10:15"),
    ("قبل حلول |الليل|", "2024-12-12TNI"),
]


@pytest.mark.parametrize(("text", "value"), CLOCKS)
def test_times_of_day(text, value):
    time = only(text)
    assert (time.type, time.value) == ("TIME", value)


@pytest.mark.parametrize(
    "text",
    [
        "في نهاية المطاف وافق الطرفان",
        "فاز الفريق 3-2 في المباراة",
        "قتل 15 جنديا و2000 شخص",
        "الأمين العام السابق للأمم المتحدة",
        "شارك في ثورة 25 يناير",
        "دخلوا قصر 22 مايو الرئاسي",
        "مارس ضغوطا على الحكومة",
        "قال رجب طيب أردوغان إن بلاده مستعدة",
        "قالت تيريزا ماي إنها باقية",
        "في ختام الجولة السابعة",
        "دول الربيع العربي",
        "ذكرت صحيفة المصري اليوم",
        "بدأوا إضراباً عاماً في المصانع",
        "لليوم الثاني على التوالي",
        "أدى صلاة الجمعة في القدس",
        "اليوم العالمي للمرأة",
        "سجل أهدافه في الدقائق 22 و73 و95",
        "في صباح اليوم نفسه",
    ],
)
def test_what_looks_like_a_time_and_is_none(text):
    assert found(text) == ()


def test_paired_calendars_are_one_expression():
    time = only("نُشر |الخميس 12 كانون الأول 2024 الموافق 11 جمادى الآخرة 1446|")
    assert (time.value, time.original_value) == ("2024-12-12", "1446-06-11")
    assert (time.calendar, time.conflict) == ("islamic-umalqura", None)


def test_the_gregorian_day_of_a_pair_wins_wherever_it_stands():
    time = only("في |11 جمادى الآخرة 1446هـ الموافق 12 ديسمبر 2024م|")
    assert (time.value, time.original_value) == ("2024-12-12", "1446-06-11")


def test_a_pair_that_disagrees_is_flagged():
    assert (
        only("في |12 ديسمبر 2024 الموافق 20 جمادى الآخرة 1446|").conflict == CONFLICTS["calendars"]
    )


def test_a_hijri_day_may_be_off_by_one():
    assert only("في |12 ديسمبر 2024 الموافق 12 جمادى الآخرة 1446|").conflict is None


@pytest.mark.parametrize("text", ["|الجمعة 12 ديسمبر 2024|", "|أمس الثلاثاء|"])
def test_a_wrong_weekday_is_flagged(text):
    assert only(text).conflict == CONFLICTS["weekday"]


def test_a_pair_in_brackets_is_one_expression():
    time = only("بدءاً من |يوم الأحد (10/شوال/1436هـ) الموافق (26/7/2015م)| الساعة")
    assert (time.value, time.original_value, time.conflict) == ("2015-07-26", "1436-10-10", None)


def test_months_of_a_yearless_range_follow_each_other():
    time = only("من |مايو حتى نوفمبر|")
    assert time.value == "2025-05/2025-11"
    assert only("من |تشرين الأول حتى آذار|").value == "2024-10/2025-03"


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("حصل ذلك منذ |سنوات طويلة|", "DURATION", "PXY"),
        ("خلال |الفترة المقبلة|", "DATE", "FUTURE_REF"),
        ("في |العام الدراسي المقبل|", "DATE", "2025"),
        ("في |الساعة (11:59) مساء بتوقيت اليمن|", "TIME", "2024-12-12T23:59"),
        ("قصف الحي |ليل الأربعاء/ الخميس|", "TIME", "2024-12-11TNI"),
        ("توفي في |1225هـ|", "DATE", "1810"),
    ],
)
def test_rarer_forms(text, kind, value):
    time = only(text)
    assert (time.type, time.value) == (kind, value)


@pytest.mark.parametrize("text", ["سوني واتش 3 ساعة قادمة", "قال ألان لي روي"])
def test_words_that_only_look_the_same(text):
    assert found(text) == ()


def test_an_impossible_day_is_no_date():
    assert all(time.value != "2019-02-31" for time in found("في 31 فبراير 2019"))


def test_a_wrong_day_leaves_no_exception():
    assert found("اليوم 99 مارس 20000") != ()


def test_confidence_falls_with_guessing_and_contradiction():
    certain = only("في |5 مارس 2019|")
    guessed = only("ستعقد القمة في |مارس|")
    contradicted = only("|الجمعة 12 ديسمبر 2024|")
    assert certain.confidence > 0.9 > guessed.confidence > contradicted.confidence


def test_the_basis_names_the_row_of_the_grammar():
    time = only("في |الرابع من مارس عام 2011|")
    assert time.basis == "يوم، بنص المقال [full_day: day_month comma? ~year_name]"


def test_a_weekday_that_contradicts_the_given_day_is_kept_and_flagged():
    time = only("وصل |أمس الثلاثاء| وفد")
    assert (time.value, time.conflict) == ("2024-12-10", CONFLICTS["weekday"])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("عقدت الجلستان في 10 و20 مارس 2021", ["2021-03-10", "2021-03-20"]),
        ("قتلوا في 3 و5 و9 آذار 2021", ["2021-03-03", "2021-03-05", "2021-03-09"]),
        ("يعقد في 10 و11 مارس 2021", ["2021-03-10/2021-03-11"]),
        ("بين 10 و20 مارس 2021", ["2021-03-10/2021-03-20"]),
        ("خلال عامي 2015 و2017", ["2015", "2017"]),
        ("في أعوام 2015 و2016 و2018", ["2015/2016", "2018"]),
        ("في الأعوام 2015، 2016، 2018", ["2015", "2016", "2018"]),
    ],
)
def test_days_and_years_that_do_not_follow_are_no_range(text, values):
    assert [time.value for time in found(text)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("وصل عشية عيد الأضحى 2020", "2020-07-30"),
        ("استقبل العام عشية رأس السنة الماضية", "2020-12-31"),
        ("عند 1430 بتوقيت غرينتش", "2021-03-12T14:30Z"),
        ("بدأ منذ 3/2015", "2015-03"),
        ("سيعقد هذا الخميس", "2021-03-18"),
        ("وصل بتاريخ 12.03.2021", "2021-03-12"),
        ("وفي آذار أقر البرلمان", "2021-03"),
        ("استمر ساعتين و20 دقيقة", "PT2H20M"),
        ("بعد قرابة الشهرين من المداولات", "P2M"),
    ],
)
def test_forms_of_wire_copy(text, value):
    (time,) = found(text, FRIDAY)
    assert time.value == value


def test_hours_without_the_word_hour_need_a_preposition():
    values = [time.value for time in found("من 9 صباحا حتى 5 مساء", FRIDAY)]
    assert values == ["2021-03-12T09:00", "2021-03-12T17:00"]
    assert not found("قتل 9 صباحا", FRIDAY)


def test_three_to_nothing_is_no_day_of_safar():
    assert not found("فاز 3 صفر", FRIDAY)
    (day,) = found("توفي في 3 صفر 1442", FRIDAY)
    assert day.value == "2020-09-20"


def test_a_sentence_goes_on_in_the_year_that_it_told():
    told = found("شهد عام 2015 توقيع الاتفاق في 14 تموز", date(2021, 5, 1))
    assert [time.value for time in told] == ["2015", "2015-07-14"]
    told = found("فاز بمونديال 2018 ويلعب في مارس", date(2021, 1, 1))
    assert told[-1].value == "2020-03"
