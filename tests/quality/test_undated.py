"""What agrees: a value with open fields and the same value with the day given."""

import pytest
from undated import agrees


@pytest.mark.parametrize(
    ("undated", "dated", "right"),
    [
        ("2017-10-31", "2017-10-31", True),
        ("XXXX-10-XX", "2017-10-31", True),
        ("XXXX-09-XX", "2017-10-31", False),
        ("XXXX-WXX-2", "2017-10-31", True),
        ("2017-WXX-3", "2017-10-31", False),
        ("XXXX-WXX-2TEV", "2017-10-31TEV", True),
        ("XXXX-WXX", "2017-W44", True),
        ("XXXX-WXX-1/XXXX-WXX-2", "2017-10-30/2017-10-31", True),
        ("XXXX-XX", "2015-06-18/2015-07-16", True),
        ("XXXX", "2017-10", False),
    ],
)
def test_open_fields_hold_whatever_fills_them(undated, dated, right):
    assert agrees(undated, dated) is right
