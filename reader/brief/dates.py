"""Days in the words of a brief."""

from __future__ import annotations

from datetime import date, timedelta

from reader.core.lexicon.brief import BriefWords
from reader.core.types import ReferenceDate, TimeExpression


def day_text(day: date, words: BriefWords) -> str:
    """Write a day: «31 تشرين الأول/أكتوبر 2017»."""
    month = words.say(f"month.{day.month}")
    return words.say("day", day=day.day, month=month, year=day.year)


def days_text(first: date, last: date, words: BriefWords) -> str:
    """Write an inclusive range of days, what the two share once."""
    if first == last:
        return day_text(first, words)
    after = last + timedelta(days=1)
    if first.day == 1 == after.day and (first.year, first.month) == (last.year, last.month):
        return words.say("month", month=words.say(f"month.{first.month}"), year=first.year)
    if (first.month, first.day, after) == (1, 1, date(first.year + 1, 1, 1)):
        return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        month = words.say(f"month.{first.month}")
        return words.say("day", day=f"{first.day}–{last.day}", month=month, year=first.year)
    if first.year == last.year:
        month = words.say(f"month.{first.month}")
        begin = words.say("day_month", day=first.day, month=month)
    else:
        begin = day_text(first, words)
    return words.say("days", first=begin, last=day_text(last, words))


def time_text(time: TimeExpression, words: BriefWords) -> str:
    """Write when an expression is, as far as it is known; "" where it is not."""
    if time.first_day is None or time.last_day is None:
        return ""
    days = days_text(time.first_day, time.last_day, words)
    return words.say("within", of=days) if "X" in time.value else days


def reference_text(reference: ReferenceDate, words: BriefWords) -> str:
    """Write when the article was written, and how that is known."""
    if reference.first_day is None or reference.last_day is None:
        return words.say("date.unknown")
    days = days_text(reference.first_day, reference.last_day, words)
    if reference.status == "given":
        return days
    if reference.status == "inferred":
        return words.say("date.inferred", of=days)
    weekdays = {day.isoweekday() for day in reference.candidates}
    if len(weekdays) == 1:
        name = words.say(f"weekday.{weekdays.pop()}")
        days = words.say("date.weekday", weekday=name, of=days)
    return words.say("date.inferred", of=days)
