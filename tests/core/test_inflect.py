"""Every form in which news writes a verb, of roots that are sound and weak."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.events.inflect import (
    imperfect_of,
    masdar_of,
    noun_forms,
    participle_forms,
    verb_forms,
    without_pronoun,
)
from reader.core.normalize import fold

LETTERS = "بتثجحخدرزسشصضطعغفقكلمنه"


def made(past, imperfect=""):
    return {text for text, _ in verb_forms(past, imperfect)}


@pytest.mark.parametrize(
    ("past", "imperfect", "forms"),
    [
        ("قال", "يقول", "قال قالت قالوا قلنا يقول تقول يقولون تقل يقال"),
        ("دعا", "يدعو", "دعا دعت دعوا دعونا يدعو تدعو يدعون يدع تدع دعي دعيت"),
        ("رأى", "يرى", "رأى رأت رأوا رأينا يرى ترى يرون"),
        ("وقف", "يقف", "وقف وقفت وقفوا يقف تقف يقفون وقفنا"),
        ("ردّ", "يرد", "رد ردت ردوا رددنا يرد يردون"),
        ("أعاد", "", "أعاد أعادت أعادوا أعدنا يعيد تعيد يعيدون يعد أعيد أعيدت يعاد"),
        ("استقال", "", "استقال استقالت استقالوا استقلنا يستقيل يستقيلون يستقل"),
        ("اتّهم", "", "اتهم اتهمت اتهموا يتهم تتهم يتهمون اتهمتا اتهما"),
        ("سعى", "يسعى", "سعى سعت سعوا سعينا يسعى تسعى يسعون يسع"),
        ("وصل", "يصل", "وصل وصلت وصلوا يصل تصل يصلون"),
        ("جاء", "يجيء", "جاء جاءت جاءوا يجيء"),
        ("أدّى", "", "أدى أدت أدوا يؤدي تؤدي يؤدون"),
        ("ألغى", "", "ألغى ألغت ألغوا يلغي يلغون ألغيت يلغ"),
        ("حاصر", "", "حاصر حاصرت يحاصر حوصر حوصرت حوصروا"),
        ("احتلّ", "", "احتل احتلت احتللنا يحتل يحتلون"),
        ("بقي", "يبقى", "بقي بقيت بقوا يبقى يبقون يبق"),
        ("بدأ", "يبدأ", "بدأ بدأت بدأوا بدؤوا يبدأ يبدأون يبدؤون"),
        ("هنّأ", "", "هنأ هنأت يهنئ تهنئ يهنئون"),
        ("أخذ", "يأخذ", "أخذ أخذت يأخذ يؤخذ"),
        ("اختار", "", "اختار اختارت يختار اخترنا اختير"),
    ],
)
def test_a_verb_is_known_in_each_of_its_forms(past, imperfect, forms):
    assert {fold(form) for form in forms.split()} <= made(past, imperfect)


@pytest.mark.parametrize(
    ("past", "imperfect", "masdar"),
    [
        ("عيّن", "يعين", "تعيين"),
        ("سمّى", "يسمي", "تسمية"),
        ("هنّأ", "يهنئ", "تهنئة"),
        ("قاضى", "يقاضي", "مقاضاة"),
        ("أوقف", "يوقف", "إيقاف"),
        ("أعدّ", "يعد", "إعداد"),
        ("تولّى", "يتولى", "تولي"),
        ("انحاز", "ينحاز", "انحياز"),
        ("انضمّ", "ينضم", "انضمام"),
        ("ادّعى", "يدعي", "ادعاء"),
        ("استجاب", "يستجيب", "استجابة"),
        ("استورد", "يستورد", "استيراد"),
        ("استولى", "يستولي", "استيلاء"),
        ("أنشأ", "ينشئ", "إنشاء"),
    ],
)
def test_a_derived_form_tells_its_imperfect_and_verbal_noun(past, imperfect, masdar):
    made_imperfect = imperfect_of(past)
    assert (made_imperfect.replace("\u0651", ""), masdar_of(past)) == (imperfect, masdar)


@pytest.mark.parametrize(
    ("past", "imperfect", "forms"),
    [
        ("دعا", "يدعو", {"داعيا", "داعيه", "داعين"}),
        ("طالب", "", {"مطالبا", "مطالبه", "مطالبين"}),
        ("رفض", "يرفض", {"رافضا", "رافضه", "رافضين"}),
        ("اتّهم", "", {"متهما", "متهمه", "متهمين"}),
        ("عيّن", "", {"معينا", "معينه", "معينين"}),
        ("وصل", "يصل", set()),
    ],
)
def test_participles_that_tell_what_someone_does_meanwhile(past, imperfect, forms):
    assert {text for text, _ in participle_forms(past, imperfect)} == forms


def test_a_noun_is_known_in_dual_and_plural_and_accusative():
    raids = {text for text, _ in noun_forms("غارة")}
    assert {"غاره", "غارات", "غارتين", "غارتان"} <= raids
    attacks = {text for text, _ in noun_forms("هجوم")}
    assert {"هجوم", "هجوما", "هجومين"} <= attacks


@pytest.mark.parametrize(
    ("form", "bare"),
    [("انتقدتها", "انتقدت"), ("زيارته", "زياره"), ("اعتقلوهم", "اعتقلوا"), ("الغائه", "الغاء")],
)
def test_a_suffix_pronoun_comes_off(form, bare):
    assert fold(bare) in without_pronoun(fold(form))


@given(st.text(alphabet=LETTERS, min_size=3, max_size=3))
def test_sound_roots_keep_their_letters_in_every_active_form(root):
    past, imperfect = root, "ي" + root
    assert all(root in text for text in made(past, imperfect))


@given(st.text(alphabet="ابتدرسعفقكلمنوىيأء\u0651", min_size=2, max_size=7))
def test_any_citation_form_is_inflected_without_fault(past):
    if past.replace("\u0651", "") and len(past.replace("\u0651", "")) > 1:
        assert fold(past) in made(past, "-")
