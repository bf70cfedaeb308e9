from datetime import date

import pytest

from reader.core.types import Reason
from reader.gui.models.dating import reason_text

TUESDAY = ("اليوم الثلاثاء",)
FIRST, LAST = date(2017, 10, 3), date(2017, 10, 31)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("reason", "line"),
    [
        (Reason("weekday", TUESDAY, weekday=2), "written on a Tuesday"),
        (Reason("month", TUESDAY, month=10), "written in October"),
        (Reason("day_of_year", TUESDAY, month=10, day=3), "written on 3 October"),
        (Reason("between", TUESDAY, first=FIRST), "or later"),
        (Reason("between", TUESDAY, last=LAST), "or earlier"),
        (Reason("between", TUESDAY, FIRST, LAST, weekday=2), "written on a Tuesday between"),
    ],
)
def test_the_window_says_why_in_its_own_language(reason, line):
    assert line in reason_text(reason)
    assert "«اليوم الثلاثاء»" in reason_text(reason)
