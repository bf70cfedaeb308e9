"""Events that several articles tell, the figures they give, and what is still to come."""

from datetime import date

from reports import report, stories, words_of
from work import calls

MORNING = report(
    "قتل 12 شخصا في انفجار سيارة مفخخة في مدينة الموصل يوم الأحد 12 آذار 2017، بحسب الشرطة.",
    "2017-03-12",
)
EVENING = report(
    "ارتفع إلى 17 عدد قتلى الانفجار.\n"
    "وكان انفجار وقع في الموصل يوم 12 آذار 2017 أسفر عن مقتل 17 شخصا، وفق مصدر طبي.",
    "2017-03-13",
)
ELSEWHERE = report("قتل ثلاثة أشخاص في انفجار في مدينة كركوك يوم 12 آذار 2017.", "2017-03-13")
PLANNED = report(
    "يجتمع وزير الخارجية الروسي سيرغي لافروف مع نظيره التركي في أنقرة يوم 20 آذار 2017.",
    "2017-03-12",
)
MOVED = report(
    "أعلنت موسكو تأجيل اجتماع وزير الخارجية الروسي سيرغي لافروف في أنقرة إلى 27 آذار 2017.",
    "2017-03-16",
)
CANCELLED = report(
    "ألغى وزير الخارجية الروسي سيرغي لافروف اجتماعا في أنقرة كان مقررا يوم 20 آذار 2017.",
    "2017-03-18",
)


def across(found):
    return [c for c in found.chains if len(c.tellings) > 1]


def test_one_blast_in_two_articles_is_one_event_with_both_tolls():
    found = stories(MORNING, EVENING, ELSEWHERE)
    chains = across(found)
    articles = {frozenset(t.article for t in chain.tellings) for chain in chains}
    assert articles == {frozenset({MORNING.document.id, EVENING.document.id})}
    told = [d for chain in chains for d in chain.discrepancies if d.kind == "dead"]
    assert [[f.value for f in d.figures] for d in told] == [[12.0, 17.0]]
    assert told[0].nature == "update"
    assert all(words_of(found, f.citation) for f in told[0].figures)


def test_a_lower_toll_later_is_a_conflict():
    later = report(
        "قال مسؤول إن انفجار سيارة مفخخة في مدينة الموصل يوم 12 آذار 2017 أسفر عن مقتل 9 أشخاص.",
        "2017-03-14",
    )
    told = [d for c in stories(MORNING, later).chains for d in c.discrepancies]
    assert [(d.nature, [f.value for f in d.figures]) for d in told] == [("conflict", [12.0, 9.0])]


def test_a_rough_number_and_a_near_one_agree():
    rough = report(
        "أدى انفجار سيارة مفخخة في مدينة الموصل يوم 12 آذار 2017 إلى مقتل أكثر من 10 أشخاص.",
        "2017-03-14",
    )
    found = stories(MORNING, rough)
    assert across(found)
    assert [d for c in found.chains for d in c.discrepancies] == []


def test_two_speakers_of_one_article_who_count_differently():
    article = report(
        "قالت الشرطة إن 12 شخصا قتلوا في انفجار في مدينة الموصل.\n"
        "وقال مصدر طبي إن 20 شخصا قتلوا في الانفجار.",
        "2017-03-12",
    )
    (found,) = article.discrepancies
    assert found.kind == "dead"
    assert [f.value for f in found.figures] == [12.0, 20.0]
    assert [f.speaker for f in found.figures] == ["الشرطة", "مصدر طبي"]


def test_parts_of_a_whole_are_no_conflict():
    article = report("قتل خمسة جنود وثلاثة مدنيين في هجوم على مدينة الموصل.", "2017-03-12")
    assert article.discrepancies == ()


def test_a_denial_stands_beside_what_it_denies():
    told = report("اعتقلت الشرطة التركية سعيد منصور في أنقرة يوم 12 آذار 2017.", "2017-03-13")
    denied = report("لم تعتقل الشرطة التركية سعيد منصور في أنقرة يوم 12 آذار 2017.", "2017-03-14")
    (chain,) = across(stories(told, denied))
    assert chain.disputed
    assert [t.polarity for t in chain.tellings] == ["POS", "NEG"]


def test_what_is_announced_is_ahead_until_its_day():
    found = stories(PLANNED)
    (entry,) = found.ahead(date(2017, 3, 20))
    assert (entry.first_day, entry.standing, entry.moved) == (date(2017, 3, 20), "planned", False)
    assert found.ahead(date(2017, 3, 21)) == ()


def test_a_postponed_meeting_is_told_once_with_its_new_day():
    found = stories(MOVED, PLANNED)
    (entry,) = [e for e in found.ahead(date(2017, 3, 17)) if e.type != "REJECT"]
    assert (entry.first_day, entry.standing, entry.moved) == (date(2017, 3, 27), "postponed", True)
    assert [str(a.told) for a in entry.announcements] == ["2017-03-12", "2017-03-16"]


def test_a_cancelled_meeting_is_told_as_cancelled():
    (entry,) = stories(PLANNED, CANCELLED).ahead(date(2017, 3, 19))
    assert entry.standing == "cancelled"
    assert len(entry.announcements) == 2


def test_the_axis_and_the_map_take_the_chosen_articles_alone():
    found = stories(MORNING, ELSEWHERE)
    chosen = {ELSEWHERE.document.id}
    assert {d.citation.article for d in found.dated(chosen)} == chosen
    (place,) = found.located(chosen)
    assert (place.name, place.iso, len(place.mentions)) == ("كركوك", "IQ", 1)
    assert place.latitude is not None
    assert place.events
    assert {p.name for p in found.located()} == {"كركوك", "الموصل"}


def test_the_work_on_one_endless_sentence_grows_with_its_events():
    told = "قتل ثلاثة جنود في حلب وأصيب خمسة في دمشق وقصفت الطائرات مدينة حمص "

    def work(times):
        found = stories(*(report(f"خبر\n{told * times}{end}") for end in (".", "اليوم.")))
        return calls(lambda: found.chains)

    work(10)
    assert work(120) < 6 * work(30)
