"""Versions of one story: which are, who had it first, and what each made of the other."""

import pytest
from reports import report, stories, words_of

FLASH = (
    "قتل 12 شخصا وأصيب 30 آخرون في انفجار سيارة مفخخة وسط مدينة الموصل صباح الأحد، بحسب ما"
    " أعلنت الشرطة العراقية في بيان.\n"
    "وقال المتحدث باسم الشرطة أحمد الجبوري إن السيارة كانت متوقفة قرب سوق شعبية مكتظة بالمتسوقين.\n"
    "ولم تتبن أي جهة الهجوم حتى الآن، فيما طوقت قوات الأمن المكان وأغلقت الطرق المؤدية إليه."
)
LATER = (
    FLASH.replace("12 شخصا", "17 شخصا")
    .replace("أحمد الجبوري", "محمود الدليمي")
    .replace("ولم تتبن أي جهة الهجوم", "وتبنت جهة مجهولة الهجوم")
    + "\nوزار محافظ نينوى الجرحى في مستشفى المدينة العام ووعد بصرف تعويضات لعائلات الضحايا."
)
OTHER = (
    "افتتح وزير التعليم العالي معرضا للكتاب في مدينة البصرة يوم الاثنين بمشاركة دور نشر عربية.\n"
    "وقال الوزير إن المعرض سيستمر عشرة أيام ويضم آلاف العناوين في مختلف العلوم والآداب."
)


def congratulation(head, state):
    return (
        f"بعث الملك برقية تهنئة إلى رئيس {state} {head} بمناسبة ذكرى اليوم الوطني لبلاده.\n"
        "وأعرب في البرقية باسم الشعب والحكومة عن أصدق التهاني وأطيب التمنيات بالصحة والسعادة"
        " ولشعبه الصديق اطراد التقدم والازدهار، مشيدا بالعلاقات المتميزة بين البلدين الصديقين."
    )


def kinds(found, before, after):
    told = found.difference(before.document.id, after.document.id).changes
    return [(c.kind, words_of(found, c.before), words_of(found, c.after)) for c in told]


def test_copies_of_a_report_are_one_story_in_the_order_of_their_days():
    early, late = report(FLASH, "2017-03-12", "one.txt"), report(LATER, "2017-03-13", "two.txt")
    found = stories(late, report(OTHER, "2017-03-13"), early)
    (story,) = found.stories
    assert [v.article for v in story.versions] == [early.document.id, late.document.id]
    origin = story.versions[1].origin
    assert (origin.earlier, origin.basis) == (early.document.id, "published")
    assert story.versions[0].origin is None


def test_of_one_day_the_shorter_is_only_likely_the_first():
    short, long = report(FLASH, "2017-03-12", "a"), report(FLASH + "\n" + OTHER, "2017-03-12", "b")
    (story,) = stories(short, long).stories
    (link,) = story.links
    assert (link.earlier, link.later, link.basis) == (short.document.id, long.document.id, "extent")
    assert link.confidence < 0.7


def test_nothing_tells_the_order_of_two_alike_without_days():
    changed = FLASH.replace("12 شخصا", "13 شخصا")
    (story,) = stories(report(FLASH), report(changed)).stories
    assert [link.basis for link in story.links] == ["unknown"]
    assert [version.origin for version in story.versions] == [None, None]


def test_who_names_the_other_as_its_source_came_later():
    first = report(FLASH, "2017-03-12", "وكالة الأنباء العراقية")
    quoting = FLASH.replace("في بيان.", "في بيان نقلته وكالة الأنباء العراقية.")
    second = report(quoting, "2017-03-12", "جريدة الصباح")
    (story,) = stories(second, first).stories
    assert story.links[0].basis == "credit"
    assert story.links[0].later == second.document.id


def test_one_formula_for_two_occasions_is_no_story():
    one = report(congratulation("إدريس ديبي", "تشاد"), "2015-08-11")
    other = report(congratulation("توني تان", "سنغافورة"), "2015-08-11")
    assert stories(one, other).stories == ()


def test_what_changes_what_is_said_comes_first_and_by_its_kind():
    early, late = report(FLASH, "2017-03-12"), report(LATER, "2017-03-13")
    found = stories(early, late)
    told = kinds(found, early, late)
    assert told[0] == ("number", "12", "17")
    people = [each[1:] for each in told if each[0] in {"name", "attribution"}]
    assert ("أحمد الجبوري", "محمود الدليمي") in people
    assert "negation" in [kind for kind, _before, _after in told]


def test_an_added_and_a_dropped_sentence_are_told():
    early, late = report(FLASH, "2017-03-12"), report(LATER, "2017-03-13")
    found = stories(early, late)
    rows = found.difference(early.document.id, late.document.id).rows
    assert [row.kind for row in rows] == ["changed", "changed", "changed", "added"]
    back = found.difference(late.document.id, early.document.id).rows
    assert [row.kind for row in back] == ["changed", "changed", "changed", "dropped"]


def test_a_moved_sentence_is_moved_and_not_added():
    lines = FLASH.split("\n")
    turned = "\n".join([lines[0], lines[2], lines[1]])
    before, after = report(FLASH, "2017-03-12"), report(turned, "2017-03-13")
    rows = stories(before, after).difference(before.document.id, after.document.id).rows
    assert [row.kind for row in rows] == ["exact"] * 3
    assert [row.moved for row in rows].count(True) == 1


@pytest.mark.parametrize(
    ("old", "new"), [("12 شخصا", "اثني عشر شخصا"), ("الشرطة العراقية", "الشّرطة العراقيّة")]
)
def test_another_way_to_write_the_same_is_no_change_of_what_is_said(old, new):
    before, after = report(FLASH, "2017-03-12"), report(FLASH.replace(old, new), "2017-03-13")
    found = stories(before, after)
    assert {kind for kind, _before, _after in kinds(found, before, after)} <= {"spelling"}


def test_another_day_is_a_change_of_a_date():
    before = report(FLASH, "2017-03-12")
    after = report(FLASH.replace("صباح الأحد", "صباح السبت"), "2017-03-12")
    found = stories(before, after)
    assert kinds(found, before, after)[0][0] == "date"


def test_a_text_that_came_twice_is_one_article_with_two_sources():
    twice = stories(report(FLASH, "2017-03-13", "two"), report(FLASH, "2017-03-12", "one"))
    (article,) = twice.articles.values()
    assert article.sources == ("one", "two")
    assert article.day.isoformat() == "2017-03-12"
    assert twice.stories == ()
