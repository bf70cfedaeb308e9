import re
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from panel_arabic import Arabic
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from reader.core.types import (
    Casualties,
    EntityType,
    Event,
    EventType,
    ReferenceDate,
    Span,
    TimeExpression,
)
from reader.gui.models import wording
from reader.gui.models.phrases import ltr
from reader.gui.models.wording import value_text


@pytest.fixture
def arabic(qapp):
    translator = Arabic(qapp)
    yield translator
    qapp.removeTranslator(translator)


@pytest.fixture(autouse=True)
def translated(request):
    if "arabic" in request.fixturenames:
        QApplication.instance().installTranslator(request.getfixturevalue("arabic"))


@pytest.mark.usefixtures("qapp")
def test_english_dates():
    assert wording.day_text(date(2017, 10, 31), weekday=True) == "Tuesday 31 October 2017"
    assert value_text("2017-12", "END", "H2") == "second half of December 2017"
    assert value_text("2031-03-04/2031-03-06") == "4–6 March 2031"


@pytest.mark.usefixtures("arabic")
def test_arabic_names_both_months_and_leaves_the_year_whole():
    written = wording.day_text(date(2017, 10, 31), weekday=True)
    assert written == "الثلاثاء 31 تشرين الأول/أكتوبر 2017"


@pytest.mark.parametrize(
    ("value", "mod", "part", "written"),
    [
        ("2017-12", "END", "H2", "النصف الثاني من كانون الأول/ديسمبر 2017"),
        ("2017-09", "MID", None, "منتصف أيلول/سبتمبر 2017"),
        ("2017-09", None, None, "أيلول/سبتمبر 2017"),
        ("2019", None, None, "2019"),
        ("XXXX-12", None, None, "كانون الأول/ديسمبر"),
        ("2017-10-XX", None, None, "يوم في تشرين الأول/أكتوبر 2017"),
        ("2017-WXX-2", None, None, "يوم الثلاثاء في 2017"),
        ("XXXX-WXX-5", None, None, "الجمعة"),
        ("2021-Q3", None, None, "الربع الثالث من 2021"),
        ("2021-H1", None, None, "النصف الأول من 2021"),
        ("2022-SU", None, None, "صيف 2022"),
        ("2019-03-28/2019-04-02", None, None, "من 28 آذار/مارس إلى 2 نيسان/أبريل 2019"),
        ("2017-10-31T14:30", None, None, "31 تشرين الأول/أكتوبر 2017 الساعة \u206814:30\u2069"),
        ("2017-10-31TEV", None, None, "31 تشرين الأول/أكتوبر 2017 مساءً"),
        ("P3D", None, None, "3 أيام"),
        ("P2Y", "APPROX", None, "سنتان تقريبًا"),
        ("PT15M", None, None, "15 دقيقة"),
        ("PXM", None, None, "عدة أشهر"),
        ("201X", None, None, "عقد 2010"),
        ("20XX", None, None, "القرن 21"),
        ("PRESENT_REF", None, None, "الآن"),
        ("2017-W44", None, None, "من 30 تشرين الأول/أكتوبر إلى 5 تشرين الثاني/نوفمبر 2017"),
        ("no shape of ours", "END", None, "no shape of ours"),
        ("2017-99-99", None, None, None),
    ],
)
@pytest.mark.usefixtures("arabic")
def test_values_in_arabic_words(value, mod, part, written):
    assert value_text(value, mod, part) == written or written is None


@pytest.mark.usefixtures("arabic")
@pytest.mark.parametrize(
    ("value", "written"),
    [("P1W", "كل أسبوع"), ("XXXX-WXX-4", "أيام الخميس")],
)
def test_sets_say_every(value, written):
    time = TimeExpression("t1", Span(0, 1), "SET", value, "s1")
    assert wording.time_text(time) == written


@pytest.mark.usefixtures("arabic")
def test_hijri_dates():
    assert wording.hijri_text("1438-12-10") == "10 ذو الحجة 1438 هـ"
    assert wording.hijri_text("1438-09") == "رمضان 1438 هـ"


@pytest.mark.usefixtures("arabic")
def test_reference_date_says_how_it_is_known():
    tuesdays = tuple(date(2017, 10, day) for day in (3, 10, 17, 24, 31))
    ambiguous = ReferenceDate("ambiguous", candidates=tuesdays)
    assert wording.reference_text(ambiguous) == "يوم الثلاثاء في تشرين الأول/أكتوبر 2017"
    day = date(2017, 10, 31)
    inferred = ReferenceDate("inferred", "2017-10-31", day, day, (day,), "text")
    assert "مستنتج" in wording.reference_text(inferred)
    assert wording.reference_text(ReferenceDate("unknown")) == "تاريخ المقال غير معروف"


@pytest.mark.usefixtures("arabic")
def test_counts_agree_with_their_nouns():
    counts = (1, 2, 5, 14, 100)
    written = [wording.casualties_text(Casualties("dead", n)) for n in counts]
    assert written == ["قتيل واحد", "قتيلان", "5 قتلى", "14 قتيلًا", "100 قتيل"]


@pytest.mark.usefixtures("arabic")
def test_every_type_and_status_has_a_name():
    for kind in get_args(EventType):
        assert wording.event_type_name(kind) != kind
        assert wording.quad_name(wording.quad_of(kind))
    for kind in get_args(EntityType):
        assert wording.entity_type_name(kind) != wording.entity_type_of_one(kind)
    names = [wording.status_name(status) for status in wording.statuses()]
    assert len(set(names)) == 6


def test_status_puts_negation_first_and_what_happened_before_the_plan():
    planned = Event("v1", "AGREE", Span(0, 1), "s1", "c1", modality="planned")
    happened = Event("v2", "AGREE", Span(2, 3), "s1", "c1")
    denied = Event("v3", "AGREE", Span(4, 5), "s1", "c1", polarity="NEG", modality="planned")
    assert wording.status_of(denied) == "denied"
    assert wording.status_of_all([planned, happened]) == "happened"
    assert wording.status_of_all([denied, planned]) == "planned"


@given(st.text("0123456789XPTWQHDMYSUE-/:", max_size=24), st.sampled_from([None, "END", "Z"]))
def test_no_value_is_too_strange_to_show(value, mod):
    assert isinstance(value_text(value, mod), str)


_WORDING = re.compile(r'(?:(?:translate|QT_TRANSLATE_NOOP)\(\s*"Wording",\s*|say_count\()"([^"]+)"')
_TR = re.compile(r'self\.tr\(\s*"([^"]+)"')


def _classes(source):
    parts = re.split(r"^class (\w+)", source, flags=re.MULTILINE)
    return zip(parts[1::2], parts[2::2], strict=True)


def test_every_string_of_the_panels_has_its_arabic(arabic):
    package = Path(wording.__file__).parent.parent
    views = ("events_sidebar", "entities_panel", "sentences_list", "legend", "card_delegate")
    missing = []
    for path in [*package.glob("models/*.py"), *(package / "views" / f"{v}.py" for v in views)]:
        source = path.read_text(encoding="utf-8")
        wanted = {("Wording", text) for text in _WORDING.findall(source)}
        for name, body in _classes(source):
            wanted |= {(name, text) for text in _TR.findall(body)}
        missing += sorted(wanted - arabic.table.keys())
    assert missing == []


@pytest.mark.usefixtures("qapp")
def test_a_date_reads_from_the_left_after_arabic_words():
    words = f"على {ltr('2017-10-31')}"
    layout = QTextLayout(words)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(400)
    layout.endLayout()
    year, day = (line.cursorToX(words.index(part))[0] for part in ("2017", "31"))
    assert year < day
