"""Numbers that are no quantity, and years that no date can have, are words like others."""

from datetime import date

import pytest

from reader.core.numbers import parse_digits
from reader.service import Workspace


@pytest.mark.parametrize("digits", ["9" * 31, "9" * 5000, "1" * 40 + ".5", ",".join(["999"] * 20)])
def test_what_is_longer_than_a_quantity_is_none(digits):
    assert parse_digits(digits) is None


@pytest.mark.parametrize("number", ["9" * 30, "9" * 5000, "²", "99999999"])
@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31), None])
def test_an_article_of_odd_numbers_is_read(number, day):
    words = (
        f"بعد {number} يوما في {number} نوفمبر {number} قتل {number} شخصا منذ {number} شهرا."
        f" وبعد {number} أسبوعا من الآن يعود.\n"
    )
    workspace = Workspace()
    analysis = workspace.analyze(workspace.open_text(words), day, engine="rules")
    assert analysis.document.text == words
