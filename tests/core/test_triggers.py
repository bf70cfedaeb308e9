"""Which words tell an event, and of which type, in invented lines of wire copy."""

import pytest

import reader
from reader.formats.text import from_text
from reader.resources import rows


def told(text):
    analysis = reader.analyze(from_text(text))
    words = analysis.document.text
    return [(e.trigger.of(words), e.type) for e in analysis.events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What stands near tells which sense is meant.
        ("رفع البنك المركزي أسعار الفائدة ربع نقطة.", [("رفع", "ECON")]),
        ("رفعت منظمة حقوقية دعوى على الشركة.", [("رفعت", "ACCUSE")]),
        ("رفعت كندا العقوبات عن البلاد.", [("رفعت", "CONCEDE")]),
        ("أطلقت السلطات سراح ثلاثة صحفيين.", [("أطلقت", "CONCEDE")]),
        ("أطلق مجهولون النار على الدورية.", [("أطلق", "ASSAULT")]),
        ("أطلقت اليابان مسبارا جديدا.", [("أطلقت", "OTHER")]),
        ("فازت كتلة الوسط بثلاثين مقعدا.", [("فازت", "VOTE")]),
        ("فاز المنتخب المغربي على نظيره الغاني بهدفين.", [("فاز", "OTHER")]),
        ("تراجعت أسعار القمح في بورصة شيكاغو.", [("تراجعت", "ECON")]),
        ("تراجعت القوات إلى خطوطها الخلفية.", [("تراجعت", "RETREAT")]),
        ("وقعت سلطنة عمان والهند اتفاقية للتجارة.", [("وقعت", "AGREE")]),
        ("وقع انفجار في مصنع للكيماويات.", [("انفجار", "INCIDENT")]),
        # Forms.
        ("التقى الوزير نظيره في مسقط.", [("التقى", "CONSULT")]),
        ("وأُلغيت الرحلات إلى بيروت.", [("أُلغيت", "REJECT")]),
        ("حوصرت البلدة ثلاثة أيام.", [("حوصرت", "COERCE")]),
        ("لم يزر الرئيس أنقرة.", [("يزر", "CONSULT")]),
        ("الجنود اعتقلوه فجرا.", [("اعتقلوه", "COERCE")]),
        # Participles that are predicates; others are not.
        (
            "تظاهر العشرات أمام البرلمان مطالبين بالإفراج عن المعتقلين.",
            [("تظاهر", "PROTEST"), ("مطالبين", "REQUEST"), ("الإفراج", "CONCEDE")],
        ),
        ("تحدثت الوزيرة طويلا، داعية إلى الهدوء.", [("داعية", "REQUEST")]),
        ("القوات المشاركة في المهمة وصلت متأخرة.", []),
        # Set phrases, and words that only describe.
        ("دخل وقف إطلاق النار حيز التنفيذ.", [("وقف إطلاق النار", "RETREAT")]),
        ("أعلنت الولاية حظر التجول ليلا.", [("حظر التجول", "COERCE")]),
        ("مراكز الاقتراع في العاصمة كثيرة.", []),
        ("لجنة تحقيق جديدة.", []),
        ("يقال إن الجو هنا جميل.", []),
        ("اتصل بنا في وقت لاحق.", []),
        # The topics of the news.
        ("قضت محكمة في أغادير بسجن موظف خمس سنوات.", [("قضت", "COERCE"), ("سجن", "COERCE")]),
        ("استقالت الحكومة البلجيكية مساء أمس.", [("استقالت", "PERSONNEL")]),
        ("اكتشف علماء آثار مقبرة قرب الأقصر.", [("اكتشف", "OTHER")]),
        ("انقلبت حافلة تقل سياحا في أسوان.", [("انقلبت", "INCIDENT")]),
        ("تفشى وباء الكوليرا في المخيم.", [("تفشى", "INCIDENT"), ("وباء", "INCIDENT")]),
        ("نقلت فرق الطوارئ الجرحى إلى المستشفى.", [("نقلت", "AID")]),
        ("تعادل الفريقان في الدقيقة الأخيرة.", [("تعادل", "OTHER")]),
    ],
)
def test_triggers_and_their_types(text, expected):
    assert told(text) == expected


def test_a_noun_told_by_the_verb_before_it_is_no_second_event():
    assert told("استعاد الجيش السيطرة على الجسر.").count(("السيطرة", "COERCE")) <= 1


def test_the_sentence_that_a_court_passes_is_an_event():
    kinds = told("حكمت محكمة تونسية بالإعدام على أربعة رجال.")
    assert kinds == [("حكمت", "COERCE"), ("الإعدام", "COERCE")]


def test_each_trigger_names_its_row_and_how_sure_it_is():
    analysis = reader.analyze(from_text("أقال الأمير وزير المالية في مباحثات سرية."))
    dismissal = analysis.events[0]
    assert "أقال PERSONNEL" in dismissal.rule
    assert all(0.5 < e.confidence <= 1 for e in analysis.events)


def test_the_lexicon_tells_six_hundred_lemmas_over_all_types():
    verbs = {row["past"] for row in rows("events", "verbs.tsv")}
    nouns = {noun for row in rows("events", "nouns.tsv") for noun in row["nouns"].split()}
    assert len(verbs) + len(nouns) >= 600
    assert len({row["type"] for row in rows("events", "verbs.tsv")}) == 21
