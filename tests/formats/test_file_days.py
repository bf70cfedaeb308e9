"""When the day on which a file was made is the day of its article."""

from datetime import date

import pytest

from reader.formats.base import Composer
from reader.formats.metadata import file_day


@pytest.mark.parametrize(
    ("made", "text", "taken"),
    [
        ("2026-11-25", "قال الوزير أمس.", True),
        ("2024-03-10T08:00:00Z", "جرت الانتخابات في 1/3/2024.", True),
        ("D:20240310", "يعقد المؤتمر عام 2025.", True),
        ("2025-01-04", "قال في كانون الأول 2024.", True),
        ("2025-11-04", "قال في آذار 2024.", False),
        ("2026-11-25", "وقعت بين 1/3/2024 و15/3/2024، ويعقد المؤتمر عام 2025.", False),
        ("1980-01-01", "قال الوزير أمس.", False),
    ],
)
def test_the_day_of_a_file_fits_the_years_of_its_text(made, text, taken):
    composer = Composer()
    composer.add(text)
    day = file_day(made, composer)
    assert (day is not None) == taken
    assert day is None or day == date(int(made.strip("D:")[:4]), day.month, day.day)
