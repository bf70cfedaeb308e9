"""Text in visual order and in presentation forms, and its repair."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.display import faults, looks_reversed, repaired

NEWS = "قالت وكالة الأنباء في 14:30 إن اللجنة (الوطنية) وافقت على 2,500 دولار.\nوأضاف بيان UN News Centre أن الهدنة سارية منذ 12/5/2017 في المدينة بنسبة 50%."  # noqa: E501 - two lines of one article
VISUAL = ".رالود 2,500 ىلع تقفاو (ةينطولا) ةنجللا نإ 14:30 يف ءابنألا ةلاكو تلاق\n.%50 ةبسنب ةنيدملا يف 12/5/2017 ذنم ةيراس ةندهلا نأ UN News Centre نايب فاضأو"  # noqa: E501 - the same


def test_lines_in_visual_order_are_turned() -> None:
    assert looks_reversed(VISUAL)
    assert repaired(VISUAL) == NEWS
    assert faults(VISUAL).reversed_lines == 2


def test_right_text_is_left_alone() -> None:
    assert not looks_reversed(NEWS)
    assert not faults(NEWS)
    assert repaired(NEWS) == NEWS


def test_brackets_that_the_writer_did_not_mirror_open_first() -> None:
    assert "(الوطنية)" in repaired(VISUAL.replace("(ةينطولا)", ")ةينطولا("))


def test_a_right_line_among_reversed_ones_stays() -> None:
    right = "وأكدت المديرية العامة للآثار والمتاحف سلامة القلعة."
    assert repaired(f"{VISUAL}\n{right}\nUN News 2017") == f"{NEWS}\n{right}\nUN News 2017"


def test_presentation_forms_become_letters() -> None:
    forms = "ﺍﻟﻠﺠﻨﺔ ﺍﻟﻮﻃﻨﻴﺔ ﻭﻻ ﺳﻼﻡ"
    assert faults(forms).forms == 18
    assert repaired(forms) == "اللجنة الوطنية ولا سلام"


def test_presentation_forms_in_visual_order() -> None:
    visual = "ﻡﻼﺳ ﻻﻭ ﺔﻴﻨﻃﻮﻟﺍ ﺔﻨﺠﻠﻟﺍ"
    assert repaired(visual) == "اللجنة الوطنية ولا سلام"


def test_phrases_of_one_character_are_no_fault() -> None:
    assert not faults("قال النبي ﷺ في الحديث ﴿النور﴾")


def test_marks_stay_on_their_letters() -> None:
    logical = "المدرَسة الوطنيّةُ في المدينةِ"
    assert repaired(logical[::-1]) == logical
    clusters = "ةِنيدملا يف ةُيّنطولا ةسرَدملا"
    assert repaired(clusters) == logical


@pytest.mark.parametrize("text", ["", "2017", "UN News", "لا", "كلا", "لولا هذا"])
def test_little_text_is_not_judged(text: str) -> None:
    assert not looks_reversed(text)
    assert repaired(text) == text


@given(st.text(st.sampled_from("ابةىلم َّ()1٢.,/%a\nﻻﻡ"), max_size=60))
def test_any_text_keeps_its_lines_and_letters(text: str) -> None:
    mended = repaired(text)
    assert mended.count("\n") == text.count("\n")

    def letters(words: str) -> list[str]:
        return sorted(c for c in unicodedata.normalize("NFKC", words) if c.isalnum())

    assert letters(mended) == letters(text)
