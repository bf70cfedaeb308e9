"""An invented article, annotated by hand, for the tests of the panels."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from reader.core.segment import segment
from reader.core.types import (
    Analysis,
    Argument,
    Attribution,
    Casualties,
    Cluster,
    Document,
    Entity,
    Event,
    EventTime,
    Filler,
    Mention,
    Repetition,
    Span,
    TimeExpression,
    Variant,
)

TEXT = (
    "يجتمع وزراء زراعة أوروغواي وإستونيا في طرطوس في 12 نيسان 2031 لبحث زراعة الزيتون.\n"
    "وقال الوزير إن زلزالًا ضرب إستونيا أمس وأوقع 14 قتيلًا، وطالبت أوروغواي بمساعدة طرطوس.\n"
    "ولم توقع استونيا الاتفاق، وسيعقد الاجتماع المذكور في أبريل بمشاركة المنظمة المغربية.\n"
    "ولم توقع استونيا الاتفاق، وسيعقد الاجتماع المذكور في أبريل بمشاركة المنظمة المغربية."
)


def at(words: str, nth: int = 0) -> Span:
    """Return where the article has `words` for the nth time, counted from 0."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def type_in(widget, words: str) -> None:
    """Type words as an input method does; QTest's own keys know Latin letters only."""
    widget.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


_SEGMENTS = segment(TEXT)


def _sentence(span: Span) -> str:
    return next(s.id for s in _SEGMENTS.sentences if s.span.contains(span))


def _mention(number: int, span: Span, kind: str, entity: str | None, **more: str) -> Mention:
    return Mention(f"m{number}", span, kind, _sentence(span), entity, **more)


def _event(number: int, kind: str, span: Span, cluster: str, **more: object) -> Event:
    return Event(f"v{number}", kind, span, _sentence(span), cluster, **more)


def _time(number: int, span: Span, value: str, first: date, last: date, **more: str):
    return TimeExpression(
        f"t{number}", span, "DATE", value, _sentence(span), first_day=first, last_day=last, **more
    )


MENTIONS = (
    _mention(1, at("أوروغواي"), "GPE", "e1"),
    _mention(2, at("إستونيا"), "GPE", "e2"),
    _mention(3, at("طرطوس"), "GPE", "e3"),
    _mention(4, at("إستونيا", 1), "GPE", "e2"),
    _mention(5, at("14 قتيلًا"), "COUNT", None),
    _mention(6, at("أوروغواي", 1), "GPE", "e1"),
    _mention(7, at("طرطوس", 1), "GPE", "e3", stands_for="سوريا"),
    _mention(8, at("استونيا"), "GPE", "e2"),
    _mention(9, at("المنظمة المغربية"), "ORG", "e4"),
    _mention(10, at("الوزير"), "TITLE", None),
)
ENTITIES = (
    Entity("e1", "GPE", "أوروغواي", (Variant("أوروغواي", "spelling", 2),)),
    Entity(
        "e2",
        "GPE",
        "إستونيا",
        (Variant("إستونيا", "spelling", 2), Variant("استونيا", "spelling", 1)),
        links=(("iso3166", "EE"), ("geonames", "453733")),
    ),
    Entity("e3", "GPE", "طرطوس", (Variant("طرطوس", "spelling", 2),)),
    Entity("e4", "ORG", "المنظمة المغربية", (Variant("المنظمة المغربية", "spelling", 1),)),
)
TIMES = (
    _time(1, at("12 نيسان 2031"), "2031-04-12", date(2031, 4, 12), date(2031, 4, 12)),
    _time(2, at("أمس"), "2031-03-02", date(2031, 3, 2), date(2031, 3, 2)),
)
EVENTS = (
    _event(
        1,
        "CONSULT",
        at("يجتمع"),
        "c1",
        modality="planned",
        participants=(
            Argument(at("أوروغواي"), "actor", "e1"),
            Argument(at("إستونيا"), "actor", "e2"),
        ),
        places=(Filler(at("طرطوس"), "e3"),),
        time=EventTime("t1", "AT"),
    ),
    _event(
        2,
        "INCIDENT",
        at("زلزالًا"),
        "c2",
        places=(Filler(at("إستونيا", 1), "e2"),),
        time=EventTime("t2", "AT"),
        attribution=Attribution(at("قال"), (Filler(at("الوزير")),), direct=True, content=None),
        casualties=(Casualties("dead", 14, None),),
    ),
    _event(
        3,
        "AID",
        at("مساعدة"),
        "c3",
        modality="called_for",
        participants=(
            Argument(at("أوروغواي", 1), "actor", "e1"),
            Argument(at("طرطوس", 1), "target", "e3"),
        ),
    ),
    _event(
        4,
        "AGREE",
        at("توقع"),
        "c4",
        polarity="NEG",
        participants=(Argument(at("استونيا"), "actor", "e2"),),
    ),
    _event(5, "CONSULT", at("الاجتماع"), "c1", modality="planned"),
)
CLUSTERS = (
    Cluster("c1", "CONSULT", "اجتماع وزراء الزراعة في طرطوس", ("v1", "v5"), ("s1", "s3")),
    Cluster("c2", "INCIDENT", "زلزال في إستونيا", ("v2",), ("s2",)),
    Cluster("c3", "AID", "مساعدة طرطوس", ("v3",), ("s2",)),
    Cluster("c4", "AGREE", "توقيع الاتفاق", ("v4",), ("s3",)),
)
ANALYSIS = Analysis(
    document=Document("id", "article.txt", None, TEXT),
    paragraphs=_SEGMENTS.paragraphs,
    sentences=_SEGMENTS.sentences[:3],
    repetitions=(
        Repetition(_SEGMENTS.sentences[3].span, "exact", _SEGMENTS.sentences[2].span, 1.0),
    ),
    entities=ENTITIES,
    mentions=tuple(sorted(MENTIONS, key=lambda m: m.span)),
    times=TIMES,
    events=EVENTS,
    clusters=CLUSTERS,
)
