"""The values that travel through the program: frozen, slotted, holding tuples.

Every offset is a code-point index into `Document.text`, half-open, so that
`document.text[span.start:span.end]` is the words of the annotation.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

EntityType = Literal[
    "PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "TITLE", "MONEY", "PERCENT", "COUNT"
]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT",
    "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    "VOTE", "ECON", "PERSONNEL", "INCIDENT", "OTHER",
]  # fmt: skip
RepetitionKind = Literal["exact", "near", "embedded"]
VariantKind = Literal["spelling", "translit", "alias"]
Role = Literal["actor", "target", "other"]
Phase = Literal["START", "END"]
Polarity = Literal["POS", "NEG"]
Modality = Literal["happened", "ongoing", "planned", "called_for", "hypothetical"]
TimeRelation = Literal["AT", "BEFORE", "AFTER", "WITHIN"]
ReferenceStatus = Literal["given", "inferred", "ambiguous", "unknown"]
ReasonKind = Literal[
    "dateline",
    "between",
    "weekday",
    "month",
    "not_month",
    "day_of_year",
    "some_years",
    "year_after",
    "year_before",
]
ReferenceBasis = Literal["user", "metadata", "dateline", "text"]
TokenKind = Literal["word", "number", "punctuation"]
FigureKind = Literal["dead", "injured", "count", "money", "percent"]
Bound = Literal["exact", "about", "least", "most"]
BlockKind = Literal[
    "title", "heading", "paragraph", "list_item", "cell", "quote", "caption", "note"
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in the document's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Return the words that the span covers in `text`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the text as its file marks it off.

    Attributes:
        kind: what the file says that it is; a cell is one of a table.
        level: of a heading, 1 (the highest) to 6; 0 for all else.
        page: the page that it begins on, counted from 1; None where the file has no pages.
        part: which part of the file it came from (the name of a chapter's file); None for all
            else.
    """

    span: Span
    kind: BlockKind
    level: int = 0
    page: int | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a loader could not read, or guessed, for the user to know.

    Attributes:
        code: names the kind of notice; the window translates it.
        words: the same in English with its particulars, for the command line.
        page: the page that it is about, None for the whole file.
    """

    code: str
    words: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One article as loaded: line ends are line feeds, all else is the author's text.

    Attributes:
        id: sha256 of the text in UTF-8 (lone surrogates passed through), hex.
        source: file name or address; None for pasted text. A member of a file that holds many
            is named after it, as in "mail.mbox#3" or "news.zip#2017/a.html".
        published: the day that the source's own metadata names, if any.
        encoding: the encoding that the bytes were read in, for the user to see.
        format: the name of the format that it was read by (`reader.formats.FORMATS`).
        author: as the source's metadata gives it.
        address: where the article stands on the web, by its own metadata.
        blocks: the structure that the file gave, in text order; () for plain text.
        notices: what could not be read, in the order of the file.
    """

    id: str
    source: str | None
    title: str | None
    text: str
    published: date | None = None
    encoding: str | None = None
    format: str | None = None
    author: str | None = None
    address: str | None = None
    blocks: tuple[Block, ...] = ()
    notices: tuple[Notice, ...] = ()


def is_address(source: str) -> bool:
    """Tell whether a source is a web address and not a file."""
    return source.lower().startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of text that is not blank, without its newline."""

    span: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `paragraph` is the index of the paragraph that holds it."""

    id: str
    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or punctuation mark as written.

    Attributes:
        span: of the whole written word, proclitics included.
        folded: the word by the comparison key (see `normalize.fold`).
        sentence: index of its sentence.
    """

    span: Span
    folded: str
    kind: TokenKind
    sentence: int


@dataclass(frozen=True, slots=True)
class Segmentation:
    """Paragraphs, sentences and tokens of one text, each in text order.

    `sentence_tokens[i]` is the half-open range of token indices of sentence i.
    """

    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    sentence_tokens: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Words of a copy (`span`) that disagree with the first copy (`of`)."""

    span: Span
    of: Span


@dataclass(frozen=True, slots=True)
class Repetition:
    """A passage folded away; `of` is the first copy, which stays."""

    span: Span
    kind: RepetitionKind
    of: Span
    similarity: float
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an entity, without proclitics.

    Attributes:
        entity: id of the Entity, or None where it has none (most TITLEs, COUNTs).
        sentence: id of the Sentence.
        stands_for: id of an Entity, or the name, of the state that a capital or
            a demonym acts for here.
        holder: for a TITLE, the id of the PER entity that bears it.
        rule: what found it, for the user who asks why.
    """

    id: str
    span: Span
    type: EntityType
    sentence: str
    entity: str | None = None
    stands_for: str | None = None
    holder: str | None = None
    confidence: float = 1.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way that the text writes an entity, and how often.

    Attributes:
        basis: why it is taken for this entity's, for the user who asks.
    """

    text: str
    kind: VariantKind
    count: int
    basis: str = ""


@dataclass(frozen=True, slots=True)
class PossiblePlace:
    """One of several places that a name may mean, where the text does not tell.

    Attributes:
        id: GeoNames id, or empty.
        country: ISO 3166 code of its state, or empty.
    """

    id: str
    country: str
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """What its mentions share.

    Attributes:
        name: canonical, the fullest form in the text.
        links: identifiers elsewhere, as (scheme, id) pairs: wikidata, geonames, iso3166.
        related: for NORP, the id or name of its state.
        part_of: id of the entity that this is a part of (a round of talks).
        candidates: the places that it may be, the most populous first; empty where
            it is known or nothing is.
        rule: "user" where a reader named it or said what belongs to it.
    """

    id: str
    type: EntityType
    name: str
    variants: tuple[Variant, ...]
    links: tuple[tuple[str, str], ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    related: str | None = None
    part_of: str | None = None
    candidates: tuple[PossiblePlace, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3.

    Attributes:
        value: TIMEX3 value, X where it is not known.
        part: H1 or H2 for half a month.
        first_day, last_day: inclusive; None where the expression bounds no days.
        calendar, original_value: set where the text gives a Hijri date.
        basis: the rule and words that gave the value, for the user who asks why.
        conflict: what the text's own parts disagree on (weekday, paired date).
    """

    id: str
    span: Span
    type: TimeType
    value: str
    sentence: str
    mod: str | None = None
    part: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    calendar: str | None = None
    original_value: str | None = None
    basis: str = ""
    conflict: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Reason:
    """What expressions of the text say of the day that it was written.

    Attributes:
        kind: dateline, between (`first` and `last`, either of which may be missing),
            weekday, month, not_month, day_of_year (`month` and `day`), some_years (a day
            and its weekday agree in those alone), year_after, year_before (written less
            than a year after or before what it tells).
        words: the expressions.
        weekday: the ISO number of the weekday.
    """

    kind: ReasonKind
    words: tuple[str, ...]
    first: date | None = None
    last: date | None = None
    weekday: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class ReferenceDate:
    """The day that the article was written (DCT), as far as it is known.

    Attributes:
        value: TIMEX3 value common to all candidates, X elsewhere.
        candidates: every day that meets the constraints, ascending.
        explanation: what fixes it, in lines: one for each expression, in text order, and
            the last for all together.
        reasons: the same, not in words.
    """

    status: ReferenceStatus
    value: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    candidates: tuple[date, ...] = ()
    basis: ReferenceBasis | None = None
    explanation: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant, place or speaker: its words and the entity they name.

    Attributes:
        rule: why these words and this role, for the user who asks why.
    """

    span: Span
    role: Role
    entity: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Filler:
    """Words that fill a slot that has no role of its own (place, speaker).

    Attributes:
        rule: why these words, for the user who asks why.
    """

    span: Span
    entity: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class EventTime:
    """The TimeExpression of an event; implicit where context, not the clause, gives it.

    Attributes:
        rule: why this one, for the user who asks why.
    """

    id: str
    relation: TimeRelation
    implicit: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said it: the cue (a verb of saying), the speakers and what they said."""

    cue: Span
    speakers: tuple[Filler, ...]
    direct: bool
    content: Span | None


@dataclass(frozen=True, slots=True)
class Casualties:
    """A count of dead or injured; `speaker` is who gives it, if anyone."""

    kind: Literal["dead", "injured"]
    count: int
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens, happened, is planned, called for or denied."""

    id: str
    type: EventType
    trigger: Span
    sentence: str
    cluster: str
    phase: Phase | None = None
    participants: tuple[Argument, ...] = ()
    places: tuple[Filler, ...] = ()
    time: EventTime | None = None
    polarity: Polarity = "POS"
    modality: Modality = "happened"
    condition: Span | None = None
    attribution: Attribution | None = None
    casualties: tuple[Casualties, ...] = ()
    confidence: float = 1.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Cluster:
    """One event of the article, however often it is told; ids in text order.

    Attributes:
        rule: "user" where the reader put its events together, or apart from others, else "".
    """

    id: str
    type: EventType
    label: str
    events: tuple[str, ...]
    sentences: tuple[str, ...]
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the text gives for something.

    Attributes:
        of: what is counted: the folded noun with what befell it, the currency; "" for people.
        bound: how the value is meant: «نحو 20», «أكثر من 20».
        speaker: who gives it, by name; None where the article itself does.
        span: the words of the number; those of the event where the number is in none.
        sentence, event: ids of what gives it.
    """

    kind: FigureKind
    of: str
    value: float
    bound: Bound
    speaker: str | None
    span: Span
    sentence: str
    event: str


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Figures of one thing that differ, in text order.

    Attributes:
        confidence: how surely they are of one thing.
    """

    kind: FigureKind
    of: str
    figures: tuple[Figure, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that the program knows of one document.

    Attributes:
        engine: the tagger that found the names, or "rules" where none helped.
    """

    document: Document
    reference_date: ReferenceDate = field(default_factory=lambda: ReferenceDate("unknown"))
    paragraphs: tuple[Paragraph, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    repetitions: tuple[Repetition, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[Event, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    engine: str = "rules"
