"""What the timeline writes: names of ticks, and the whole of it in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from reader.core.types import ReferenceDate
from reader.gui.models import wording
from reader.gui.models.cards import EventCard, event_summary
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate, say_count
from reader.gui.models.time_scale import Tick, days_between


def tick_names(tick: Tick) -> tuple[str, ...]:
    """Return the names of a tick, the fullest first: the first that has room is written."""
    if tick.unit == "hour":
        return (f"{tick.hour:02}:00",)
    if tick.unit == "month":
        full = wording.month_name(tick.date.month)
        short = full.rpartition("/")[2]
        return (full, short, short[:3] if short.isascii() else short)
    if tick.unit == "year":
        return (str(tick.date.year),)
    return (str(tick.date.day),)


def names_above(tick: Tick) -> tuple[str, ...]:
    """Return the names of the stretch that begins at a tick, the fullest first."""
    if tick.unit == "day":
        full = wording.day_text(tick.date, weekday=True)
        return (full, wording.day_text(tick.date), str(tick.date.day))
    if tick.unit == "month":
        full = wording.value_text(tick.date.isoformat()[:7])
        return (full, full.rpartition("/")[2], wording.month_name(tick.date.month))
    return (str(tick.date.year),)


def range_text(first: float, last: float) -> str:
    """Write the days from one place of the axis to another."""
    return wording.days_text(*days_between(first, last))


def years_text(first: float, last: float) -> str:
    """Write the years from one place of the axis to another."""
    begin, end = days_between(first, last)
    return isolate(f"{begin.year}–{end.year}")


def reference_label(reference: ReferenceDate) -> str:
    """Write what the line of the reference date stands for."""
    pattern = QCoreApplication.translate("Wording", "written: {date}")
    return pattern.format(date=wording.reference_text(reference))


def shelf_title(count: int) -> str:
    """Write what stands on the shelf, and how much."""
    return say_count(QT_TRANSLATE_NOOP("Wording", "%n event(s) without a known date"), count)


def earlier_text(count: int) -> str:
    """Tell how many events lie before what is in sight."""
    return say_count(QT_TRANSLATE_NOOP("Wording", "%n earlier event(s)"), count)


def later_text(count: int) -> str:
    """Tell how many events lie after what is in sight."""
    return say_count(QT_TRANSLATE_NOOP("Wording", "%n later event(s)"), count)


def place_text(number: int, count: int) -> str:
    """Tell which of how many events one is."""
    pattern = QCoreApplication.translate("Wording", "{number} of {count}")
    return isolate(pattern.format(number=number, count=count))


def describe(
    reference: ReferenceDate, dated: Sequence[EventCard], undated: Sequence[EventCard]
) -> str:
    """Tell the whole timeline in lines, the earliest event first."""
    lines = [reference_label(reference), ""]
    for number, card in enumerate(dated, 1):
        lines.append(f"{number}. {event_summary(card)}")
    if undated:
        lines += ["", shelf_title(len(undated))]
        lines += [f"• {event_summary(card)}" for card in undated]
    return "\n".join(lines)
