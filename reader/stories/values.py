"""What is told across articles: frozen values that point back into each article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from reader.core.types import (
    EntityType,
    EventType,
    Figure,
    FigureKind,
    Modality,
    Polarity,
    PossiblePlace,
    ReferenceDate,
    Role,
    Span,
    TimeExpression,
    TimeRelation,
)

Order = Literal["published", "reference", "credit", "extent", "unknown"]
RowKind = Literal["exact", "near", "changed", "added", "dropped"]
ChangeKind = Literal[
    "number", "name", "attribution", "date", "negation", "title", "words", "spelling"
]
CHANGE_KINDS: tuple[ChangeKind, ...] = (
    "number",
    "name",
    "attribution",
    "date",
    "negation",
    "title",
    "words",
    "spelling",
)
Discord = Literal["conflict", "update"]
Standing = Literal["planned", "called_for", "postponed", "cancelled", "denied"]


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """A place in an article: the words, and the sentence that they stand in."""

    article: str
    sentence: Span
    span: Span


# -- versions ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles that share their words, and which of them was there before.

    Attributes:
        basis: what tells the order: the days of publishing, days of writing that were
            worked out, one naming the other's source, or how much of the other one holds;
            "unknown" where nothing does, and then `earlier` is only the first by its id.
        confidence: of the order; 0 where it is unknown.
        shared: share of the shorter one's words that stand in the other in the same order.
        overlap: of all the words of both, the share that both have.
    """

    earlier: str
    later: str
    basis: Order
    confidence: float
    shared: float
    overlap: float


@dataclass(frozen=True, slots=True)
class Version:
    """One article of a story.

    Attributes:
        first_day, last_day: when it was written, as far as it is known.
        origin: the link to the version that it most likely follows; None for the first,
            and where it is not known which of two was there before.
    """

    article: str
    sources: tuple[str, ...]
    first_day: date | None
    last_day: date | None
    origin: Link | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """Versions of one story, the earliest first, and all that is known of their order."""

    id: str
    versions: tuple[Version, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one version in the place of another's; one of the two may be missing."""

    kind: ChangeKind
    before: Citation | None
    after: Citation | None


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of each version, side by side.

    Attributes:
        moved: it stands elsewhere among the sentences that both have.
        before, after: the sentence in each; None where that version lacks it.
    """

    kind: RowKind
    moved: bool
    before: Span | None
    after: Span | None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Two versions, sentence by sentence, in the order of the second.

    Attributes:
        before, after: ids of the articles.
        changes: of all rows, those that change what is said first.
    """

    before: str
    after: str
    rows: tuple[Row, ...]
    changes: tuple[Change, ...]


# -- entities ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Named:
    """An entity by its name, in one article or (without) in any; what a ruling is about."""

    type: EntityType
    name: str
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """A reader's word that two are one, or that they are two."""

    one: Named
    other: Named
    same: bool


@dataclass(frozen=True, slots=True)
class Member:
    """An entity of one article."""

    article: str
    entity: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two entities of articles are taken for one."""

    one: Member
    other: Member
    basis: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Possible:
    """Another profile that may be the same, and why the two are kept apart."""

    profile: str
    basis: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """A way that articles write a name, and how often all of them do."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Held:
    """A title that somebody holds, with the days of the articles that give it."""

    title: str
    first_day: date | None
    last_day: date | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A mention, with the day of its article."""

    day: date | None
    citation: Citation


@dataclass(frozen=True, slots=True)
class Together:
    """Who or what appears with somebody: in sentences, and in events."""

    profile: str
    name: str
    type: EntityType
    sentences: int
    events: int
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """An event that somebody takes part in.

    Attributes:
        chain: id of the event across articles.
        first_day, last_day: of the event; None where it is not known.
    """

    role: Role
    chain: str
    type: EventType
    polarity: Polarity
    modality: Modality
    first_day: date | None
    last_day: date | None
    citation: Citation


@dataclass(frozen=True, slots=True)
class Profile:
    """One person, body or place, from all articles.

    Attributes:
        spellings: the most frequent first.
        titles, mentions, events: by day; what has none comes last.
        places: where the events are that it takes part in, the most frequent first.
        together: who appears with it, the most frequent first.
        possible: others that may be the same.
    """

    id: str
    type: EntityType
    name: str
    members: tuple[Member, ...]
    spellings: tuple[Spelling, ...]
    links: tuple[tuple[str, str], ...]
    titles: tuple[Held, ...]
    mentions: tuple[Mentioned, ...]
    places: tuple[Together, ...]
    together: tuple[Together, ...]
    events: tuple[Part, ...]
    reasons: tuple[Reason, ...]
    possible: tuple[Possible, ...]


# -- events ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CitedFigure(Figure):
    """A figure with its article.

    Attributes:
        day: of the article.
    """

    day: date | None
    citation: Citation


@dataclass(frozen=True, slots=True)
class DatedDiscrepancy:
    """Figures of one thing that differ, by day.

    Attributes:
        nature: "update" where each later article gives no less than those before.
        confidence: how surely they are of one thing.
    """

    kind: FigureKind
    of: str
    nature: Discord
    figures: tuple[CitedFigure, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's telling of an event.

    Attributes:
        cluster: id of the Cluster in that article's analysis.
        citations: every sentence that tells it, at the words that do.
    """

    article: str
    cluster: str
    day: date | None
    polarity: Polarity
    modality: Modality
    speakers: tuple[str, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """An event, from all articles that tell it.

    Attributes:
        first_day, last_day: the days that its tellings agree on; None where none gives any.
        participants, places: ids of profiles.
        tellings: by day of the article.
        disputed: some tell that it happened or will, others that it did not or will not.
        confidence: how surely the tellings are of one event; 1 for a single telling.
    """

    id: str
    type: EventType
    label: str
    first_day: date | None
    last_day: date | None
    participants: tuple[str, ...]
    places: tuple[str, ...]
    tellings: tuple[Telling, ...]
    figures: tuple[CitedFigure, ...]
    discrepancies: tuple[DatedDiscrepancy, ...]
    disputed: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class Announcement:
    """One article's word on an event to come; days are those that it gives, if any."""

    told: date | None
    first_day: date | None
    last_day: date | None
    standing: Standing
    speakers: tuple[str, ...]
    citation: Citation


@dataclass(frozen=True, slots=True)
class Ahead:
    """An event to come.

    Attributes:
        first_day, last_day: the window that the last word on it gives.
        standing: as the last word on it has it.
        moved: its articles give days that exclude one another.
        confidence: how surely it is announced for that time, as it was found.
        announcements: by day of the article, the first first.
    """

    id: str
    type: EventType
    label: str
    first_day: date
    last_day: date
    standing: Standing
    moved: bool
    confidence: float
    announcements: tuple[Announcement, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A telling as a time axis takes it: its time, and the day of writing that it hangs on."""

    chain: str
    type: EventType
    label: str
    polarity: Polarity
    modality: Modality
    confidence: float
    time: TimeExpression | None
    relation: TimeRelation
    reference: ReferenceDate
    citation: Citation


@dataclass(frozen=True, slots=True)
class Located:
    """A place as a map takes it.

    Attributes:
        id: of its profile.
        events: ids of the chains that happen there.
        iso: code of its state, or empty; `wikidata` its own id, or empty.
    """

    id: str
    name: str
    type: EntityType
    mentions: tuple[Citation, ...]
    articles: int
    events: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    iso: str
    wikidata: str
    candidates: tuple[PossiblePlace, ...]
