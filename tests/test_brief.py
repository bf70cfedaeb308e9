"""The brief tells what the analysis knows, in the article's words."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.brief import Brief, Line, Piece, Section, brief, line_text, markdown, plain
from reader.brief.clause import clause
from reader.brief.dates import days_text
from reader.core.figures import find_discrepancies
from reader.core.types import (
    Analysis,
    Argument,
    Attribution,
    Casualties,
    Cluster,
    Conflict,
    Document,
    Entity,
    Event,
    EventTime,
    Filler,
    Mention,
    Repetition,
    Sentence,
    Span,
    TimeExpression,
    Variant,
)
from reader.resources import brief as brief_words
from reader.resources import figures, numbers, resource, seed
from reader.service import Workspace

TEXT = (
    "زار الرئيس سالم القرطاجي مدينة صفاقس أمس، وأعلن أنه سيزور تونس في 12 نيسان 2031.\n"
    "وقالت الشرطة إن انفجارًا أوقع 14 قتيلًا في صفاقس، وقالت وزارة الصحة إنه أوقع 20 قتيلًا.\n"
    "ولم توقع تونس الاتفاق.\n"
    "ولم توقع تونس الميثاق."
)


def at(words: str, nth: int = 0) -> Span:
    """Return where the article has `words` for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def _sentences() -> tuple[Sentence, ...]:
    found, start = [], 0
    for number, line in enumerate(TEXT.split("\n")):
        found.append(Sentence(f"s{number + 1}", Span(start, start + len(line)), number))
        start += len(line) + 1
    return tuple(found)


SENTENCES = _sentences()
POLICE = Attribution(at("وقالت"), (Filler(at("الشرطة")),), direct=False, content=None)
HEALTH = Attribution(at("وقالت", 1), (Filler(at("وزارة الصحة"), "e4"),), direct=True, content=None)
FOUND = Analysis(
    document=Document("id", "/news/خبر.txt", None, TEXT),
    sentences=SENTENCES[:3],
    repetitions=(
        Repetition(
            SENTENCES[3].span, "near", SENTENCES[2].span, 0.9,
            (Conflict(at("الميثاق"), at("الاتفاق")),),
        ),
    ),
    entities=(
        Entity("e1", "PER", "سالم القرطاجي", (Variant("سالم القرطاجي", "spelling", 1),)),
        Entity("e2", "GPE", "صفاقس", (Variant("صفاقس", "spelling", 2),)),
        Entity("e3", "GPE", "تونس", (Variant("تونس", "spelling", 2),)),
        Entity("e4", "ORG", "وزارة الصحة", (Variant("وزارة الصحة", "spelling", 1),)),
    ),
    mentions=(
        Mention("m0", at("الرئيس"), "TITLE", "s1", None, holder="e1"),
        Mention("m1", at("سالم القرطاجي"), "PER", "s1", "e1"),
        Mention("m2", at("صفاقس"), "GPE", "s1", "e2"),
        Mention("m3", at("تونس"), "GPE", "s1", "e3"),
        Mention("m4", at("وزارة الصحة"), "ORG", "s2", "e4"),
    ),
    times=(
        TimeExpression(
            "t1", at("12 نيسان 2031"), "DATE", "2031-04-12", "s1",
            first_day=date(2031, 4, 12), last_day=date(2031, 4, 12),
        ),
    ),
    events=(
        Event(
            "v1", "CONSULT", at("زار"), "s1", "c1",
            participants=(Argument(at("سالم القرطاجي"), "actor", "e1"),),
            places=(Filler(at("صفاقس"), "e2"),),
        ),
        Event(
            "v2", "CONSULT", at("سيزور"), "s1", "c2",
            participants=(Argument(at("سالم القرطاجي"), "actor", "e1"),),
            modality="planned", time=EventTime("t1", "AT"),
        ),
        Event(
            "v3", "INCIDENT", at("انفجارًا"), "s2", "c3", attribution=POLICE,
            casualties=(Casualties("dead", 14, "الشرطة"),), confidence=0.5,
        ),
        Event(
            "v4", "INCIDENT", at("أوقع", 1), "s2", "c3", attribution=HEALTH,
            casualties=(Casualties("dead", 20, "e4"),), confidence=0.5,
        ),
        Event(
            "v5", "AGREE", at("توقع"), "s3", "c4", polarity="NEG",
            participants=(Argument(at("تونس", 1), "actor", "e3"),),
        ),
    ),
    clusters=(
        Cluster("c1", "CONSULT", "زيارة صفاقس", ("v1",), ("s1",)),
        Cluster("c2", "CONSULT", "زيارة تونس", ("v2",), ("s1",)),
        Cluster("c3", "INCIDENT", "انفجار", ("v3", "v4"), ("s2",)),
        Cluster("c4", "AGREE", "توقيع الاتفاق", ("v5",), ("s3",)),
    ),
)  # fmt: skip

ANALYSIS = replace(FOUND, discrepancies=find_discrepancies(FOUND, numbers.load(), figures.load()))


def page(language: str = "ar", analysis: Analysis = ANALYSIS) -> Brief:
    """Return the brief on an article."""
    return brief(analysis, brief_words.load(language))


def lines(kind: str, language: str = "ar") -> list[str]:
    """Return the lines of a section without isolates."""
    found = [s for s in page(language).sections if s.kind == kind]
    told = [line_text(line) for section in found for line in section.lines]
    return [re.sub("[\u2068\u2069]", "", line) for line in told]


def test_what_happened_is_told_with_who_what_and_the_clause():
    (line,) = lines("happened")
    assert line == (
        "سالم القرطاجي — محادثات ولقاءات: «زار الرئيس سالم القرطاجي مدينة صفاقس أمس،"
        " وأعلن أنه سيزور تونس في 12 نيسان 2031» [1]"
    )


def test_what_is_planned_has_its_date():
    (line,) = lines("planned")
    assert "12 نيسان/أبريل 2031" in line
    assert line.endswith("[1]")


def test_what_is_only_said_names_who_says_it_and_how_sure_the_reading_is():
    (line,) = lines("claimed")
    assert "بحسب الشرطة، وزارة الصحة" in line
    assert "القراءة غير مؤكدة" in line


def test_what_did_not_happen_stands_apart():
    assert [line for line in lines("denied") if "تونس" in line]
    assert not [line for line in lines("happened") if "الاتفاق" in line]


def test_counts_that_differ_stand_side_by_side_with_their_sources():
    assert "14 قتيلًا (بحسب الشرطة)، 20 قتيلًا (بحسب وزارة الصحة)" in lines("casualties")[0]
    assert "14 قتيلًا (بحسب الشرطة) مقابل 20 قتيلًا (بحسب وزارة الصحة)" in lines("conflicts")[0]
    assert "14 dead (according to الشرطة) against 20 dead" in lines("conflicts", "en")[0]


def test_a_figure_that_is_not_exact_is_told_as_such():
    (found,) = ANALYSIS.discrepancies
    about = replace(found.figures[0], bound="about"), found.figures[1]
    rough = replace(ANALYSIS, discrepancies=(replace(found, figures=about),))
    told = plain(brief(rough, brief_words.load("en")))
    assert "about 14 dead (according to" in re.sub("[\u2068\u2069]", "", told)


def test_a_repeat_that_differs_is_told():
    assert lines("conflicts")[1] == "في نسخة مكررة «الميثاق» وفي النسخة الأولى «الاتفاق»"
    assert lines("repeats") == ["طُويت فقرة مكررة واحدة، تختلف منها واحدة"]


def test_actors_have_their_roles():
    assert lines("actors")[0] == "سالم القرطاجي، الرئيس: في حدثين [1]"


def test_the_head_tells_where_from_where_and_when():
    told = [re.sub("[\u2068\u2069]", "", line_text(line)) for line in page().facts]
    assert told == [
        "المصدر: خبر.txt",
        "تاريخ الكتابة: غير معروف",
        "الأماكن: صفاقس",
        "المرتقب: 12 نيسان/أبريل 2031",
    ]


@pytest.fixture(scope="module")
def seed_analysis():
    workspace = Workspace()
    return workspace.analyze(workspace.open(seed()))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_word_is_the_articles_or_the_tables(seed_analysis, language):
    document = seed_analysis.document
    names = {entity.name for entity in seed_analysis.entities} | {document.source.split("/")[-1]}
    flat = " ".join(document.text.split())
    told = page(language, seed_analysis)
    for line in (told.title, *told.facts, *(x for s in told.sections for x in s.lines)):
        for piece in line.pieces:
            if piece.own:
                assert piece.words in flat or piece.words in names
    foreign = [
        piece.words
        for section in told.sections
        for line in section.lines
        for piece in line.pieces
        if not piece.own
        and re.search("[a-z]" if language == "ar" else "[\u0600-\u06ff]", piece.words)
    ]
    assert foreign == []


def test_each_line_of_an_event_leads_to_its_words(seed_analysis):
    told = page("ar", seed_analysis)
    statuses = [s for s in told.sections if s.kind in {"happened", "claimed", "planned", "denied"}]
    assert len(statuses) == 4
    numbered = {
        number: sentence.span
        for number, sentence in enumerate(sorted(seed_analysis.sentences, key=lambda s: s.span), 1)
    }
    for line in (line for section in statuses for line in section.lines):
        assert any(numbered[number].contains(line.span) for number in line.sentences)


@pytest.mark.parametrize("write", [plain, markdown])
def test_what_is_pasted_keeps_its_order(seed_analysis, write):
    for line in write(page("en", seed_analysis)).split("\n"):
        assert line.count("\u2068") == line.count("\u2069")
        assert not re.search("[\u202a-\u202e\u2066\u2067]", line)


def test_markdown_takes_the_articles_signs_as_letters():
    line = Line((Piece("*نجم* [رابط](x) <b>", own=True), Piece("قوي", strong=True)))
    made = Brief("ar", line, (), (Section("x", "ق", (line,)),), "")
    assert r"\*نجم\* \[رابط\](x) \<b\>" in markdown(made)
    assert "**قوي**" in markdown(made)


def test_a_long_article_is_still_a_page():
    sentence = "قصف الجيش مدينة حلب أمس."
    events, clusters, sentences = [], [], []
    for n in range(60):
        start = n * (len(sentence) + 1)
        sentences.append(Sentence(f"s{n}", Span(start, start + len(sentence)), n))
        events.append(Event(f"v{n}", "ASSAULT", Span(start, start + 3), f"s{n}", f"c{n}"))
        clusters.append(Cluster(f"c{n}", "ASSAULT", "قصف", (f"v{n}",), (f"s{n}",)))
    text = "\n".join([sentence] * 60)
    made = Analysis(
        Document("id", None, None, text),
        sentences=tuple(sentences),
        events=tuple(events),
        clusters=tuple(clusters),
    )
    written = plain(page("ar", made))
    assert len(written.split("\n")) < 30
    assert "و50 غيرها" in written


def test_a_text_without_marks_is_quoted_around_its_events():
    text = " ".join(["قصف الجيش مدينة حلب أمس ثم"] * 1500)
    starts = [m.start() for m in re.finditer("قصف", text)]
    made = Analysis(
        Document("id", None, None, text),
        sentences=(Sentence("s1", Span(0, len(text)), 0),),
        events=tuple(
            Event(f"v{n}", "ASSAULT", Span(at, at + 3), "s1", f"c{n}")
            for n, at in enumerate(starts)
        ),
        clusters=tuple(
            Cluster(f"c{n}", "ASSAULT", "قصف", (f"v{n}",), ("s1",)) for n in range(len(starts))
        ),
    )
    told = page("ar", made)
    assert len(told.title.pieces[0].words) < 300
    for section in told.sections:
        for line in section.lines[:-1]:
            (quoted,) = [piece.words for piece in line.pieces if piece.quoted]
            assert "قصف" in quoted
            assert len(quoted.split()) <= 30


def test_an_article_without_events_says_so():
    made = Analysis(Document("id", None, None, "كلام"), sentences=(Sentence("s1", Span(0, 4), 0),))
    assert "لم يُعثر على أحداث" in plain(page("ar", made))


@pytest.mark.parametrize(
    ("sentence", "trigger", "quoted"),
    [
        (
            "قال الوزير، أمس، إن الاتفاق وُقّع في المدينة بحضور وفود كثيرة؛ ثم غادر",
            "الاتفاق",
            "قال الوزير، أمس، إن الاتفاق وُقّع في المدينة بحضور وفود كثيرة",
        ),
        ("ارتفع السعر 3.5 في المئة اليوم وفق بيانات المصرف المركزي", "ارتفع", None),
        ('وجاء في البيان "تقرر عقد اللقاء المقبل في المدينة في كانون الأول', "تقرر",
         "تقرر عقد اللقاء المقبل في المدينة في كانون الأول"),
    ],
)  # fmt: skip
def test_a_clause_is_quoted_whole(sentence, trigger, quoted):
    start = sentence.index(trigger)
    joiners = brief_words.load("ar").joiners
    span = clause(sentence, Span(0, len(sentence)), Span(start, start + len(trigger)), joiners)
    assert span.of(sentence) == (quoted or sentence)


@given(st.text(alphabet='اب ،؛."()«»\n-12', max_size=300), st.data())
def test_a_clause_always_holds_whole_words_of_its_sentence(text, data):
    words = [m.span() for m in re.finditer(r"[اب12]+", text)]
    if not words:
        return
    start, end = data.draw(st.sampled_from(words))
    span = clause(text, Span(0, len(text)), Span(start, end), frozenset({"اب"}))
    assert 0 <= span.start <= span.end <= len(text)


@pytest.mark.parametrize(
    ("first", "last", "arabic", "english"),
    [
        ("2017-10-31", "2017-10-31", "31 تشرين الأول/أكتوبر 2017", "31 October 2017"),
        ("2017-12-16", "2017-12-31", "16–31 كانون الأول/ديسمبر 2017", "16–31 December 2017"),
        ("2017-09-01", "2017-09-30", "أيلول/سبتمبر 2017", "September 2017"),
        ("2016-01-01", "2016-12-31", "2016", "2016"),
        (
            "2016-12-30",
            "2017-01-02",
            "من 30 كانون الأول/ديسمبر 2016 إلى 2 كانون الثاني/يناير 2017",
            "30 December 2016 – 2 January 2017",
        ),
    ],
)
def test_days_name_what_they_share_once(first, last, arabic, english):
    days = date.fromisoformat(first), date.fromisoformat(last)
    assert days_text(*days, brief_words.load("ar")) == arabic
    assert days_text(*days, brief_words.load("en")) == english


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "قتيل واحد"),
        (2, "قتيلان"),
        (3, "3 قتلى"),
        (14, "14 قتيلًا"),
        (100, "100 قتيل"),
        (103, "103 قتلى"),
    ],
)
def test_counts_agree_with_their_noun(count, words):
    assert brief_words.load("ar").count("dead", count) == words


def test_the_brief_calls_kinds_of_events_what_the_window_calls_them():
    table = resource("i18n", "strings_panels.tsv").read_text("utf-8").splitlines()
    rows = csv.reader((x for x in table if not x.startswith("#")), delimiter="\t")
    arabic = {row[1]: row[2] for row in rows if row[0] == "Wording"}
    english, written = brief_words.load("en"), brief_words.load("ar")
    keys = [key for key in english.forms if key.startswith(("type.", "month.", "weekday."))]
    assert len(keys) == 21 + 12 + 7
    for key in keys:
        assert written.say(key) == arabic[english.say(key)]
