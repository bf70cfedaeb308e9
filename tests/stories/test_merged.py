"""Who is who across articles: what makes one of two, and what keeps them apart."""

from reports import report, stories, words_of

from reader.stories.values import Named, Ruling

LAVROV = report("أعلن وزير الخارجية الروسي سيرغي لافروف وصوله إلى جنيف.", "2017-03-12")
LAVROV_SPELLED = report("وصل وزير الخارجية الروسي سيرجي لافروف إلى فيينا.", "2017-03-14")
LAVROV_SHORT = report("قال وزير الخارجية الروسي لافروف إن المحادثات مستمرة.", "2017-03-15")
IVAN = report("أعلن مدرب المنتخب البلغاري إيفان لافروف تشكيلة فريقه.", "2017-03-15")
SHORT = report("وقال لافروف إن الوقت لم يحن بعد.", "2017-03-16")
RUSSIAN = report("قال وزير الزراعة الروسي محمود أحمدوف إن الحصاد جيد.", "2017-03-12")
KAZAKH = report("قال وزير الصحة الكازاخستاني محمود أحمدوف إن اللقاح متوفر.", "2017-03-13")
UNTOLD = report("وصل محمود أحمدوف إلى باريس.", "2017-03-14")


def profile_of(found, analysis, name):
    entity = next(e for e in analysis.entities if e.name == name)
    return found.merged.of(analysis.document.id, entity.id)


def people(found):
    return {
        found.merged.names[profile]: len(members)
        for profile, members in found.merged.profiles.items()
        if found.profile(profile).type == "PER"
    }


def test_spellings_of_a_full_name_and_a_surname_with_its_title_are_one():
    found = stories(LAVROV, LAVROV_SPELLED, LAVROV_SHORT)
    assert list(people(found).values()) == [3]
    page = found.profile(profile_of(found, LAVROV, "سيرغي لافروف"))
    assert {s.text for s in page.spellings} == {"سيرغي لافروف", "سيرجي لافروف", "لافروف"}
    assert {reason.basis.split(" «")[0] for reason in page.reasons} == {
        "spelling of",
        "last name and title",
    }
    assert all(0 < reason.confidence < 1 for reason in page.reasons)


def test_a_surname_alone_is_nobody_but_lists_whom_it_may_mean():
    found = stories(LAVROV, IVAN, SHORT)
    assert len(people(found)) == 3
    page = found.profile(profile_of(found, SHORT, "لافروف"))
    assert {found.merged.names[p.profile] for p in page.possible} == {
        "سيرغي لافروف",
        "إيفان لافروف",
    }


def test_titles_of_two_states_at_one_time_keep_a_name_apart():
    found = stories(RUSSIAN, KAZAKH, UNTOLD)
    profiles = {profile_of(found, each, "محمود أحمدوف") for each in (RUSSIAN, KAZAKH, UNTOLD)}
    assert len(profiles) == 3
    page = found.profile(profile_of(found, RUSSIAN, "محمود أحمدوف"))
    assert {p.profile for p in page.possible} <= profiles
    assert page.possible


def test_a_son_is_not_his_father():
    son = report("استقبل الأمير سلمان بن سلطان بن عبدالعزيز الوفد في جدة.", "2015-07-25")
    other = report("استقبل الأمير سلمان بن عبدالعزيز الوفد في الرياض.", "2015-07-25")
    assert len(people(stories(son, other))) == 2


def test_a_reader_s_word_joins_and_parts():
    same = Ruling(
        Named("PER", "لافروف", SHORT.document.id), Named("PER", "سيرغي لافروف"), same=True
    )
    found = stories(LAVROV, IVAN, SHORT, rulings=[same])
    assert profile_of(found, SHORT, "لافروف") == profile_of(found, LAVROV, "سيرغي لافروف")
    two = Ruling(Named("PER", "سيرغي لافروف"), Named("PER", "سيرجي لافروف"), same=False)
    found = stories(LAVROV, LAVROV_SPELLED, rulings=[two])
    assert len(people(found)) == 2


def test_what_a_reader_keeps_apart_is_joined_through_nobody_else():
    two = Ruling(
        Named("PER", "سيرغي لافروف", LAVROV.document.id),
        Named("PER", "لافروف", LAVROV_SHORT.document.id),
        same=False,
    )
    found = stories(LAVROV, LAVROV_SPELLED, LAVROV_SHORT, rulings=[two])
    one, other = (
        profile_of(found, LAVROV, "سيرغي لافروف"),
        profile_of(found, LAVROV_SHORT, "لافروف"),
    )
    assert one != other


def test_places_and_bodies_are_one_by_their_ids():
    one = report("زار الوفد سوريا ومقر الأمم المتحدة.", "2017-03-12")
    other = report("زار الوفد سورية ومقر منظمة الأمم المتحدة.", "2017-03-12")
    found = stories(one, other)
    shared = {p for p, members in found.merged.profiles.items() if len(members) == 2}
    assert {p.partition(":")[0] for p in shared} == {"wikidata"}
    assert len(shared) == 2


def test_a_ministry_without_its_state_is_not_one_with_another():
    one = report("أعلنت وزارة الداخلية القبض على ثلاثة متهمين.", "2017-03-12")
    other = report("نفت وزارة الداخلية وقوع أي حادث.", "2017-03-12")
    found = stories(one, other)
    assert all(len(members) == 1 for members in found.merged.profiles.values())


def test_a_page_tells_titles_company_and_deeds_with_their_places():
    found = stories(LAVROV, LAVROV_SPELLED)
    page = found.profile(profile_of(found, LAVROV, "سيرغي لافروف"))
    (title,) = page.titles
    assert title.title == "وزير الخارجية الروسي"
    assert [str(title.first_day), str(title.last_day)] == ["2017-03-12", "2017-03-14"]
    assert [str(m.day) for m in page.mentions] == ["2017-03-12", "2017-03-14"]
    assert {other.name for other in page.together} == {"جنيف", "فيينا"}
    assert [part.role for part in page.events] == ["actor", "actor"]
    for citation in [m.citation for m in page.mentions] + [p.citation for p in page.events]:
        assert citation.sentence.contains(citation.span)
        assert words_of(found, citation)
