"""What single facts are called in the rows of a card."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.core.confidence import DOUBTFUL
from reader.core.times.calendar import hijri_value
from reader.core.types import (
    Entity,
    Mention,
    PossiblePlace,
    TimeExpression,
)
from reader.gui.models import wording
from reader.gui.models.peek_parts import Part
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, say, say_count
from reader.gui.models.reason_words import form_reason
from reader.resources import rows

_SURE, _ALMOST = 0.85, 0.95


def sure(confidence: float) -> str:
    """Say in words how often such a finding is right, and the share."""
    if confidence >= _ALMOST:
        words = QCoreApplication.translate("Peek", "almost always right")
    elif confidence >= _SURE:
        words = QCoreApplication.translate("Peek", "right in most cases")
    elif confidence >= DOUBTFUL:
        words = QCoreApplication.translate("Peek", "often right")
    else:
        words = QCoreApplication.translate("Peek", "may well be wrong")
    return f"{words} ({wording.isolate(f'{confidence:.0%}')})"


def sentence_words(number: int) -> str:
    """Name a sentence by its number."""
    return QCoreApplication.translate("Wording", "sentence {number}").format(number=number)


def form_words(text: str, count: int, basis: str) -> str:
    """Tell of a form of a name: how often it stands, and why it is taken for one of that name."""
    written = f"{wording.quoted(text)} ×{count}"
    if not basis:
        return written
    pattern = QCoreApplication.translate("Peek", "{form}: {reason}")
    return pattern.format(form=written, reason=form_reason(basis))


def place_of(entity: Entity | None) -> tuple[float, float] | None:
    """Return latitude and longitude, where they are known."""
    if entity is None or entity.latitude is None or entity.longitude is None:
        return None
    return entity.latitude, entity.longitude


def coordinates(entity: Entity) -> list[Part]:
    """Return the code of a country and where a place lies."""
    code = next((name for scheme, name in entity.links if scheme == "iso3166"), "")
    place = place_of(entity)
    written = [wording.isolate(code)] if code else []
    if place:
        written.append(wording.isolate(degrees(*place)))
    return [Part(text) for text in written]


def degrees(latitude: float, longitude: float) -> str:
    """Write coordinates: «51.18° N, 71.45° E»."""
    north, east = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
    return f"{abs(latitude):.2f}° {north}, {abs(longitude):.2f}° {east}"


def candidate_words(place: PossiblePlace) -> str:
    """Tell of a place that could be meant as well."""
    parts = [place.country, place.id and f"GeoNames {place.id}"]
    if place.latitude is not None and place.longitude is not None:
        parts.append(degrees(place.latitude, place.longitude))
    return wording.isolate(" · ".join(filter(None, parts)))


def lookup_of(mention: Mention, entity: Entity | None) -> tuple[str, str]:
    """Return the name to look up elsewhere and its Wikidata id; empty where there is none."""
    if entity is None or mention.type in {"MONEY", "PERCENT", "COUNT", "TITLE"}:
        return "", ""
    return entity.name, next((name for scheme, name in entity.links if scheme == "wikidata"), "")


def days(time: TimeExpression) -> list[Part]:
    """Return the days of a time, and how many they are."""
    first, last = time.first_day, time.last_day
    if first is None or last is None:
        return []
    written = (
        wording.days_text(first, last) if last > first else wording.day_text(first, weekday=True)
    )
    if last == first:
        return [Part(written)]
    count = say_count(QT_TRANSLATE_NOOP("Wording", "%n day(s)"), (last - first).days + 1)
    return [Part(f"{written} ({count})")]


def months(time: TimeExpression) -> list[Part]:
    """Return what the month is called elsewhere, where the time lies in one month."""
    first, last = time.first_day, time.last_day
    if first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return []
    row = next(row for row in rows("panels", "months.tsv") if int(row["number"]) == first.month)
    names: dict[str, str] = {}
    for where, caption in _WHERE.items():
        name = row[where]
        names[name] = (
            f"{names[name]}، {say(caption, 'Peek')}" if name in names else say(caption, "Peek")
        )
    pattern = QCoreApplication.translate("Peek", "{name} ({where})")
    return [
        Part(pattern.format(name=wording.isolate(name), where=where))
        for name, where in names.items()
    ]


_WHERE: dict[str, str] = {
    "egypt": QT_TRANSLATE_NOOP("Peek", "Egypt and the Gulf"),
    "levant": QT_TRANSLATE_NOOP("Peek", "Levant and Iraq"),
    "tunisia": QT_TRANSLATE_NOOP("Peek", "Tunisia and Algeria"),
    "morocco": QT_TRANSLATE_NOOP("Peek", "Morocco"),
}


def hijri(time: TimeExpression) -> list[Part]:
    """Return the days in the Umm al-Qura calendar; sightings of the moon may differ by a day."""
    if time.first_day is None or time.last_day is None:
        return []
    values = [hijri_value(day) for day in (time.first_day, time.last_day)]
    written = list(dict.fromkeys(wording.hijri_text(v) for v in values if v))
    if len(written) == 2:
        pattern = QCoreApplication.translate("Wording", "from {first} to {last}")
        written = [pattern.format(first=written[0], last=written[1])]
    return [Part(text) for text in written]
