"""What the panels call things: types, statuses, links and counts; and, from here, all wording."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QCoreApplication

from reader.core.types import (
    Bound,
    Casualties,
    EntityType,
    Event,
    EventType,
    Figure,
    FigureKind,
    VariantKind,
)
from reader.gui.models.phrases import (
    FSI,
    PDI,
    QT_TRANSLATE_NOOP,
    isolate,
    join,
    marked,
    plain_tip,
    quoted,
    say,
    say_count,
)
from reader.gui.models.time_words import (
    day_text,
    days_text,
    hijri_text,
    month_name,
    reference_status_name,
    reference_text,
    time_text,
    value_text,
    weekday_name,
)

__all__ = [
    "FSI",
    "PDI",
    "Quad",
    "Status",
    "by_user_text",
    "casualties_text",
    "day_text",
    "days_text",
    "entity_type_name",
    "entity_type_of_one",
    "entity_types",
    "event_type_name",
    "event_types",
    "figure_text",
    "figure_value",
    "hijri_text",
    "isolate",
    "join",
    "link_text",
    "marked",
    "mention_count",
    "month_name",
    "plain_tip",
    "quad_name",
    "quad_of",
    "quoted",
    "reference_status_name",
    "reference_text",
    "repeat_count",
    "signed",
    "status_name",
    "status_of",
    "status_of_all",
    "statuses",
    "time_text",
    "value_text",
    "variant_kind_name",
    "weekday_name",
]

BY_USER = "\u270e"  # a pencil
_BOUNDS: dict[Bound, str] = {
    "exact": "{number}",
    "about": "≈ {number}",
    "least": "≥ {number}",
    "most": "≤ {number}",
}

Status = Literal["happened", "ongoing", "planned", "called_for", "hypothetical", "denied"]
Quad = Literal[
    "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict", "others"
]

_ENTITY_TYPES: dict[str, str] = {
    "PER": QT_TRANSLATE_NOOP("Wording", "People"),
    "ORG": QT_TRANSLATE_NOOP("Wording", "Organizations"),
    "GPE": QT_TRANSLATE_NOOP("Wording", "Countries and cities"),
    "LOC": QT_TRANSLATE_NOOP("Wording", "Regions"),
    "FAC": QT_TRANSLATE_NOOP("Wording", "Facilities"),
    "NORP": QT_TRANSLATE_NOOP("Wording", "Nationalities and groups"),
    "EVENT": QT_TRANSLATE_NOOP("Wording", "Named events"),
    "TITLE": QT_TRANSLATE_NOOP("Wording", "Positions"),
    "MONEY": QT_TRANSLATE_NOOP("Wording", "Amounts of money"),
    "PERCENT": QT_TRANSLATE_NOOP("Wording", "Percentages"),
    "COUNT": QT_TRANSLATE_NOOP("Wording", "Counts"),
    "TIME": QT_TRANSLATE_NOOP("Wording", "Dates and times"),
    "TRIGGER": QT_TRANSLATE_NOOP("Wording", "Event words"),
}
_ENTITY_TYPE_OF_ONE: dict[str, str] = {
    "PER": QT_TRANSLATE_NOOP("Wording", "person"),
    "ORG": QT_TRANSLATE_NOOP("Wording", "organization"),
    "GPE": QT_TRANSLATE_NOOP("Wording", "country or city"),
    "LOC": QT_TRANSLATE_NOOP("Wording", "region"),
    "FAC": QT_TRANSLATE_NOOP("Wording", "facility"),
    "NORP": QT_TRANSLATE_NOOP("Wording", "nationality or group"),
    "EVENT": QT_TRANSLATE_NOOP("Wording", "named event"),
    "TITLE": QT_TRANSLATE_NOOP("Wording", "position"),
    "MONEY": QT_TRANSLATE_NOOP("Wording", "amount of money"),
    "PERCENT": QT_TRANSLATE_NOOP("Wording", "percentage"),
    "COUNT": QT_TRANSLATE_NOOP("Wording", "count"),
}
_EVENT_TYPES: dict[EventType, str] = {
    "AGREE": QT_TRANSLATE_NOOP("Wording", "Agreement"),
    "CONSULT": QT_TRANSLATE_NOOP("Wording", "Talks and meetings"),
    "SUPPORT": QT_TRANSLATE_NOOP("Wording", "Support"),
    "CONCEDE": QT_TRANSLATE_NOOP("Wording", "Concession"),
    "COOPERATE": QT_TRANSLATE_NOOP("Wording", "Cooperation"),
    "AID": QT_TRANSLATE_NOOP("Wording", "Aid"),
    "RETREAT": QT_TRANSLATE_NOOP("Wording", "Withdrawal or release"),
    "REQUEST": QT_TRANSLATE_NOOP("Wording", "Call or demand"),
    "ACCUSE": QT_TRANSLATE_NOOP("Wording", "Accusation or criticism"),
    "REJECT": QT_TRANSLATE_NOOP("Wording", "Rejection"),
    "THREATEN": QT_TRANSLATE_NOOP("Wording", "Threat or warning"),
    "PROTEST": QT_TRANSLATE_NOOP("Wording", "Protest or strike"),
    "SANCTION": QT_TRANSLATE_NOOP("Wording", "Sanction or cut-off"),
    "MOBILIZE": QT_TRANSLATE_NOOP("Wording", "Mobilization"),
    "COERCE": QT_TRANSLATE_NOOP("Wording", "Coercion or arrest"),
    "ASSAULT": QT_TRANSLATE_NOOP("Wording", "Attack or fighting"),
    "VOTE": QT_TRANSLATE_NOOP("Wording", "Vote or election"),
    "ECON": QT_TRANSLATE_NOOP("Wording", "Economy"),
    "PERSONNEL": QT_TRANSLATE_NOOP("Wording", "Appointment or resignation"),
    "INCIDENT": QT_TRANSLATE_NOOP("Wording", "Accident or disaster"),
    "OTHER": QT_TRANSLATE_NOOP("Wording", "Other event"),
}
_QUADS: dict[Quad, str] = {
    "verbal_cooperation": QT_TRANSLATE_NOOP("Wording", "Verbal cooperation"),
    "material_cooperation": QT_TRANSLATE_NOOP("Wording", "Material cooperation"),
    "verbal_conflict": QT_TRANSLATE_NOOP("Wording", "Verbal conflict"),
    "material_conflict": QT_TRANSLATE_NOOP("Wording", "Material conflict"),
    "others": QT_TRANSLATE_NOOP("Wording", "Others"),
}
# PLOVER's quad classes; its manual lists the sixteen types in this order.
_QUAD_TYPES: dict[Quad, str] = {
    "verbal_cooperation": "AGREE CONSULT SUPPORT CONCEDE",
    "material_cooperation": "COOPERATE AID RETREAT",
    "verbal_conflict": "REQUEST ACCUSE REJECT THREATEN",
    "material_conflict": "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
    "others": "VOTE ECON PERSONNEL INCIDENT OTHER",
}
_QUAD_OF: dict[str, Quad] = {t: quad for quad, types in _QUAD_TYPES.items() for t in types.split()}
_STATUSES: dict[Status, str] = {
    "happened": QT_TRANSLATE_NOOP("Wording", "Happened"),
    "ongoing": QT_TRANSLATE_NOOP("Wording", "Ongoing"),
    "planned": QT_TRANSLATE_NOOP("Wording", "Planned"),
    "called_for": QT_TRANSLATE_NOOP("Wording", "Called for"),
    "hypothetical": QT_TRANSLATE_NOOP("Wording", "Possible"),
    "denied": QT_TRANSLATE_NOOP("Wording", "Negated"),
}
_VARIANT_KINDS: dict[VariantKind, str] = {
    "spelling": QT_TRANSLATE_NOOP("Wording", "spelling"),
    "translit": QT_TRANSLATE_NOOP("Wording", "transliteration"),
    "alias": QT_TRANSLATE_NOOP("Wording", "other name"),
}
_LINKS: dict[str, str] = {
    "iso3166": QT_TRANSLATE_NOOP("Wording", "country code"),
    "geonames": QT_TRANSLATE_NOOP("Wording", "GeoNames"),
    "wikidata": QT_TRANSLATE_NOOP("Wording", "Wikidata"),
}


def entity_type_name(kind: EntityType | str) -> str:
    """Return the plural name of an entity type, TIME or TRIGGER, for headings."""
    return say(_ENTITY_TYPES[kind])


def entity_type_of_one(kind: EntityType) -> str:
    """Return the name of an entity type for one entity."""
    return say(_ENTITY_TYPE_OF_ONE[kind])


def entity_types() -> tuple[str, ...]:
    """Return every entity type."""
    return tuple(_ENTITY_TYPE_OF_ONE)


def event_type_name(kind: EventType) -> str:
    """Return the name of an event type."""
    return say(_EVENT_TYPES[kind])


def event_types() -> tuple[EventType, ...]:
    """Return every event type, cooperation before conflict before the others."""
    return tuple(_EVENT_TYPES)


def quad_of(kind: EventType) -> Quad:
    """Return the quad class of an event type; the four types not in PLOVER are `others`."""
    return _QUAD_OF[kind]


def quad_name(quad: Quad) -> str:
    """Return the name of a quad class."""
    return say(_QUADS[quad])


def status_of(event: Event) -> Status:
    """Return the one word for an event's polarity and modality; negation goes first."""
    return "denied" if event.polarity == "NEG" else event.modality


def status_of_all(events: Sequence[Event]) -> Status:
    """Return the status of an event told several times: what happened outweighs the plan."""
    told = {status_of(event) for event in events}
    order: tuple[Status, ...] = tuple(_STATUSES)
    return next(status for status in order if status in told)


def statuses() -> tuple[Status, ...]:
    """Return every status, the surest first."""
    return tuple(_STATUSES)


def status_name(status: Status) -> str:
    """Return the name of a status."""
    return say(_STATUSES[status])


def variant_kind_name(kind: VariantKind) -> str:
    """Return what kind of other form a variant is."""
    return say(_VARIANT_KINDS[kind])


def link_text(scheme: str, identifier: str) -> str:
    """Return an identifier elsewhere as text; nothing here opens the network."""
    name = say(_LINKS[scheme]) if scheme in _LINKS else scheme
    return isolate(f"{name} {isolate(identifier)}")


def casualties_text(casualties: Casualties) -> str:
    """Write one count of dead or injured, with who gives it."""
    return _given(_toll(casualties.kind, casualties.count), casualties.speaker)


def figure_text(figure: Figure, words: str) -> str:
    """Write a figure, in `words` where it is no toll, with how it is meant and who gives it."""
    if figure.kind in {"dead", "injured"}:
        written = _toll(figure.kind, int(figure.value))
    else:
        written = isolate(" ".join(words.split()))
    return _given(_BOUNDS[figure.bound].format(number=written), figure.speaker)


def figure_value(figure: Figure) -> str:
    """Return the number of a figure and how it is meant."""
    return isolate(_BOUNDS[figure.bound].format(number=f"{figure.value:,.12g}"))


def _toll(kind: FigureKind, count: int) -> str:
    if kind == "dead":
        return say_count(QT_TRANSLATE_NOOP("Wording", "%n dead"), count)
    return say_count(QT_TRANSLATE_NOOP("Wording", "%n injured"), count)


def _given(written: str, speaker: str | None) -> str:
    if not speaker:
        return written
    pattern = QCoreApplication.translate("Wording", "{count} ({speaker})")
    return pattern.format(count=written, speaker=isolate(speaker))


def by_user_text() -> str:
    """Say that the reader decided on something."""
    return QCoreApplication.translate("Wording", "corrected by you")


def signed(words: str, *, by_user: bool) -> str:
    """Return words with the sign of what the reader decided on."""
    return f"{words} {BY_USER}" if by_user else words


def mention_count(count: int) -> str:
    """Say how often something is mentioned."""
    return say_count(QT_TRANSLATE_NOOP("Wording", "mentions: %n"), count)


def repeat_count(count: int) -> str:
    """Say how often a sentence is repeated further on."""
    return say_count(QT_TRANSLATE_NOOP("Wording", "repeated: %n"), count)
