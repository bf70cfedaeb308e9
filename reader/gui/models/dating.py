"""Why an article is taken to be of a day, in the language of the window."""

from __future__ import annotations

from reader.core.types import Reason
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, quoted, say
from reader.gui.models.time_words import day_text, month_name, weekday_name

_LINES = {
    "dateline": QT_TRANSLATE_NOOP("Wording", "{words}: the article bears this date"),
    "weekday": QT_TRANSLATE_NOOP("Wording", "{words}: written on a {weekday}"),
    "month": QT_TRANSLATE_NOOP("Wording", "{words}: written in {month}"),
    "not_month": QT_TRANSLATE_NOOP("Wording", "{words}: not written in {month}"),
    "day_of_year": QT_TRANSLATE_NOOP("Wording", "{words}: written on {day} {month}"),
    "some_years": QT_TRANSLATE_NOOP(
        "Wording", "{words}: its day and weekday agree only in some years"
    ),
    "year_after": QT_TRANSLATE_NOOP("Wording", "{words}: written less than a year after it"),
    "year_before": QT_TRANSLATE_NOOP("Wording", "{words}: written less than a year before it"),
}
_ON = QT_TRANSLATE_NOOP("Wording", "{words}: written on {first}")
_FROM = QT_TRANSLATE_NOOP("Wording", "{words}: written on {first} or later")
_UNTIL = QT_TRANSLATE_NOOP("Wording", "{words}: written on {last} or earlier")
_BETWEEN = QT_TRANSLATE_NOOP("Wording", "{words}: written between {first} and {last}")
_WEEKDAY_BETWEEN = QT_TRANSLATE_NOOP(
    "Wording", "{words}: written on a {weekday} between {first} and {last}"
)


def reason_text(reason: Reason) -> str:
    """Tell what expressions of the article say of its day, in one line."""
    first, last, weekday, month = reason.first, reason.last, reason.weekday, reason.month
    return say(_LINES.get(reason.kind) or _bounds(reason)).format(
        words=" + ".join(map(quoted, reason.words)),
        first=day_text(first, weekday=first == last) if first else "",
        last=day_text(last) if last else "",
        weekday=weekday_name(weekday) if weekday else "",
        month=month_name(month) if month else "",
        day=reason.day,
    )


def _bounds(reason: Reason) -> str:
    if reason.first == reason.last:
        return _ON
    if reason.last is None:
        return _FROM
    if reason.first is None:
        return _UNTIL
    return _WEEKDAY_BETWEEN if reason.weekday else _BETWEEN
