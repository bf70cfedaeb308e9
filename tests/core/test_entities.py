"""Who and where, in invented sentences from everywhere."""

import pytest

import reader
from reader.formats.text import from_text


def analysis_of(text):
    return reader.analyze(from_text(text), engine="rules")


def named(text):
    return {(m.span.of(text), m.type) for m in analysis_of(text).mentions}


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("وصل الوفد إلى كوالالمبور أمس.", "كوالالمبور", "GPE"),
        ("وبالمغرب وتونس أمطار غزيرة.", "المغرب", "GPE"),
        ("التقى الرئيس التركي رجب طيب أردوغان نظيره.", "رجب طيب أردوغان", "PER"),
        ("قال وزير المالية الياباني تارو أسو أمس.", "وزير المالية الياباني", "TITLE"),
        ("قال وزير المالية الياباني تارو أسو أمس.", "الياباني", "NORP"),
        ("أعلنت وزارة الصحة الكوبية ذلك.", "وزارة الصحة الكوبية", "ORG"),
        ("ودعت للأمم المتحدة بالتوفيق.", "لأمم المتحدة", "ORG"),
        ("هبطت الطائرة في مطار بيروت الدولي.", "مطار بيروت الدولي", "FAC"),
        ("فازت الجزائر على نيجيريا.", "نيجيريا", "GPE"),
        ("قال حاكم المصرف رياض سلامة أمس.", "رياض سلامة", "PER"),
        ("زارت الوزيرة أورسولا فون دير لايين روما.", "أورسولا فون دير لايين", "PER"),
        ("عبر البحر الأحمر أمس.", "البحر الأحمر", "LOC"),
        ("بلغت القيمة 20 مليون دولار.", "20 مليون دولار", "MONEY"),
        ("ارتفع بنسبة 10% اليوم.", "10%", "PERCENT"),
        ("قتل 15 جنديا هناك.", "15 جنديا", "COUNT"),
        ("انطلقت محادثات أستانا أمس.", "محادثات أستانا", "EVENT"),
        ("دعت الإدارة الأميركية إلى الهدوء.", "الإدارة الأميركية", "ORG"),
        ("اغلقت السلطات جامعه القاهره امس.", "جامعه القاهره", "ORG"),
    ],
)
def test_names_are_found_without_their_proclitics(text, words, kind):
    assert (words, kind) in named(text)


@pytest.mark.parametrize(
    "text",
    ["في أمن وسلام ودون إطار.", "كان ذلك من قبل.", "على أن يتم العمل حول الأمر."],
)
def test_words_that_are_also_places_are_none_here(text):
    assert not [n for n in named(text) if n[1] in {"GPE", "LOC", "PER"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سجلت ولاية لعصابة عشر حالات.", {"لعصابة"}),
        ("غمرت المياه قرى كتاف وغفساي.", {"كتاف", "غفساي"}),
        ("جرفت السيول وادي عدونب.", {"وادي عدونب"}),
        ("انتشرت الفرق في بغداد وطاقة ومرباط والموصل.", {"بغداد", "طاقة", "مرباط", "الموصل"}),
        ("عاد الهدوء إلى حلب وكفرنبل، بحسب مصادر.", {"حلب", "كفرنبل"}),
        ("اشتد القصف في حلب ونزح السكان.", {"حلب"}),
        ("اجتمع ممثلو المدن والقبائل أمس.", set()),
        ("نوقشت ولاية الفقيه في الندوة.", set()),
    ],
)
def test_villages_that_no_list_holds(text, expected):
    assert {words for words, kind in named(text) if kind in {"GPE", "LOC"}} == expected


def test_a_minister_and_the_town_that_he_visits_are_two():
    assert ("أثينا", "GPE") in named("سيزور الوزير أثينا وروما.")
    assert not [words for words, kind in named("سيزور الوزير أثينا وروما.") if kind == "TITLE"]


def test_spellings_and_short_forms_are_one_entity():
    text = "زار أستانا وفد. ثم غادر استانا إلى آستانا. وقال باراك أوباما ذلك، وعاد أوباما أمس."
    found = analysis_of(text)
    words = {
        e.name: {m.span.of(text) for m in found.mentions if m.entity == e.id}
        for e in found.entities
    }
    assert {"أستانا", "استانا", "آستانا"} in words.values()
    assert words["باراك أوباما"] == {"باراك أوباما", "أوباما"}


def test_a_capital_that_acts_stands_for_its_state():
    found = analysis_of("دعت موسكو إلى هدنة. ووصل الوفد إلى موسكو.")
    acting, visited = [m for m in found.mentions if m.type == "GPE"]
    assert acting.stands_for
    assert not visited.stands_for
    assert acting.entity == visited.entity


def test_a_title_is_tied_to_its_holder():
    text = "قال وزير الخارجية النرويجي إسبن بارث إيدي أمس."
    found = analysis_of(text)
    title = next(m for m in found.mentions if m.type == "TITLE")
    person = next(m for m in found.mentions if m.type == "PER")
    assert title.holder == person.entity


def test_a_nationality_knows_its_state():
    found = analysis_of("قال الجيش البرازيلي ذلك في البرازيل.")
    nation = next(e for e in found.entities if e.type == "NORP")
    state = next(e for e in found.entities if e.type == "GPE")
    assert nation.related in {state.id, state.name}


def test_a_place_leads_to_what_is_known_of_it():
    entity = next(e for e in analysis_of("زار لواندا أمس.").entities if e.type == "GPE")
    assert dict(entity.links).get("geonames")
    assert -10 < entity.latitude < -8


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("عبث بأمن الوطن.", "أمن"),
        ("وقال في بيانه أمس.", "بيانه"),
        ("زار بيت جده.", "بيت"),
        ("وصل نائب رئيس وزير.", "وزير"),
        ("حضر الوزير محمد العلي ممثلاً للحكومة.", "محمد العلي ممثلاً"),
        ("سلك طريق الخطأ.", "طريق الخطأ"),
        ("نزل الوفد في فندق بوسط العاصمة.", "فندق بوسط العاصمة"),
        ("وانطلقت من قاعدة بجنوب تركيا.", "قاعدة بجنوب تركيا"),
        ("حُفر نفق للسكك الحديدية.", "نفق للسكك الحديدية"),
        ("شاركت الجمعية في تنظيم المعرض الدولي.", "تنظيم المعرض الدولي"),
        ("توقفت حركة المرور أمس.", "حركة المرور"),
        ("دعا إلى الحفاظ على الوحدة الوطنية.", "الوحدة الوطنية"),
        ("وكانت الدورة قصيرة، وكان دوره المنشود كبيرا.", "دوره المنشود"),
        ("دمر القصف مدن إدلب وحلب وزنقطًا.", "زنقطًا"),
        ("قالت الشرطة في مؤتمر صحافي عقده القائد.", "مؤتمر صحافي عقده"),
    ],
)
def test_words_of_every_day_are_no_names(text, word):
    kinds = {"GPE", "PER", "FAC", "ORG", "EVENT"}
    assert word not in {words for words, kind in named(text) if kind in kinds}


@pytest.mark.parametrize(
    ("as_word", "as_place", "name"),
    [
        ("اجتاحت سيول جارفة المزارع أمس.", "علقت سيول التدريبات أمس.", "سيول"),
        ("تسببت أمطار غزيرة وسيول في قطع الطرق.", "هطلت أمطار غزيرة في سيول أمس.", "سيول"),
        ("تناول الأطفال حمص وفول في الفطور.", "سقطت قذائف على حمص أمس.", "حمص"),
        ("بلغ قطر الحفرة عشرة أمتار.", "أعلنت قطر دعمها للحوار.", "قطر"),
        ("وضعت أم حامل وتوفي جنين آخر.", "اقتحم الجيش جنين أمس.", "جنين"),
    ],
)
def test_a_place_that_is_also_a_word_is_told_by_the_words_beside_it(as_word, as_place, name):
    assert (name, "GPE") not in named(as_word)
    assert (name, "GPE") in named(as_place)
