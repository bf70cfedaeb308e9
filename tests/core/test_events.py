"""What happened, in invented sentences from everywhere."""

import pytest

import reader
from reader.formats.text import from_text
from reader.resources import events


def told(text):
    """(trigger, type, polarity, modality) of each event."""
    analysis = reader.analyze(from_text(text), engine="rules")
    return [
        (e.trigger.of(analysis.document.text), e.type, e.polarity, e.modality)
        for e in analysis.events
    ]


def event(text, trigger):
    analysis = reader.analyze(from_text(text), engine="rules")
    words = analysis.document.text
    return analysis, next(e for e in analysis.events if e.trigger.of(words) == trigger)


def roles(text, trigger):
    analysis, found = event(text, trigger)
    return {(a.role, a.span.of(analysis.document.text)) for a in found.participants}


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("زار وزير الدفاع الكيني كمبالا الاثنين.", "زار", "CONSULT"),
        ("قصفت الطائرات ميناء الحديدة فجرا.", "قصفت", "ASSAULT"),
        ("ويدين مجلس الأمن الهجوم على القافلة.", "يدين", "ACCUSE"),
        ("لم تدع الحكومة إلى الحوار، لكنها دعت إلى الهدوء.", "دعت", "REQUEST"),
        ("استقال رئيس الوزراء البلغاري مساء الأحد.", "استقال", "PERSONNEL"),
        ("تظاهر الآلاف في سانتياغو ضد رفع الأسعار.", "تظاهر", "PROTEST"),
        ("ضرب إعصار سواحل الفلبين.", "إعصار", "INCIDENT"),
        ("فاز الحزب الحاكم في انتخابات الأمس بأغلبية المقاعد.", "فاز", "VOTE"),
        ("أفرجت السلطات عن عشرة معتقلين.", "أفرجت", "CONCEDE"),
        ("فرضت سويسرا عقوبات على خمس شركات.", "عقوبات", "SANCTION"),
    ],
)
def test_verbs_and_nouns_in_any_form_tell_events_of_their_types(text, trigger, kind):
    assert (trigger, kind) in [(words, type_) for words, type_, *_ in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "وزارة الدعم الاجتماعي في مبنى جديد.",
        "قال المتحدث إن الأمر واضح.",
        "تقع المدينة شمال العاصمة قبل النهر.",
        "كتاب عن تاريخ المعارضة.",
        "عمل وزير جديد من أجل السلام.",
        "كان للحزب 40 صوتاً.",
    ],
)
def test_words_that_tell_nothing_happened(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "trigger", "polarity", "modality"),
    [
        ("لم تقصف الطائرات الميناء.", "تقصف", "NEG", "happened"),
        ("لن يزور الرئيس أنقرة.", "يزور", "NEG", "planned"),
        ("سيزور الرئيس أنقرة.", "سيزور", "POS", "planned"),
        ("ومن المقرر أن تعقد القمة في مالابو.", "القمة", "POS", "planned"),
        ("وقد تقصف القوات المدينة.", "تقصف", "POS", "hypothetical"),
        ("طالبت بيرو البرازيل بتسليم المتهم.", "تسليم", "POS", "called_for"),
        ("ونفى الجيش قصف المستشفى.", "قصف", "NEG", "happened"),
        ("وقصفت المدفعية البلدة.", "قصفت", "POS", "happened"),
    ],
)
def test_what_is_claimed_of_an_event(text, trigger, polarity, modality):
    assert (trigger, polarity, modality) in [(t, p, m) for t, _, p, m in told(text)]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "اتهمت تشاد السودان بإيواء المسلحين.",
            "اتهمت",
            {("actor", "تشاد"), ("target", "السودان")},
        ),
        (
            "وكانت المجر قد طردت السفير أمس.",
            "طردت",
            {("actor", "المجر"), ("target", "السفير")},
        ),
        ("جُرح 12 عاملا في المصنع.", "جُرح", {("target", "12 عاملا")}),
        (
            "هاجم مسلحون القرية، واختطفوا ثلاثة رعاة.",
            "اختطفوا",
            {("actor", "مسلحون"), ("target", "ثلاثة رعاة")},
        ),
        (
            "اتخذت الوزارة خطوة انتقدتها جمعية المودعين.",
            "انتقدتها",
            {("actor", "جمعية المودعين"), ("target", "خطوة")},
        ),
        (
            "عرضت الأرجنتين إرسال مساعدات.",
            "إرسال",
            {("actor", "الأرجنتين"), ("other", "مساعدات")},
        ),
        ("طالب النائب بإقالة المحافظ.", "إقالة", {("target", "المحافظ")}),
        (
            "تمكنت الشرطة من اعتقال اللصين.",
            "اعتقال",
            {("actor", "الشرطة"), ("target", "اللصين")},
        ),
        (
            "اختتم وفدا أوغندا وكينيا أمس جولة مشاورات.",
            "جولة",
            {("actor", "وفدا أوغندا"), ("actor", "كينيا")},
        ),
        (
            "قتل 7 صيادين وأصيب ثلاثة آخرون في انفجار زورق.",
            "أصيب",
            {("target", "ثلاثة آخرون")},
        ),
        (
            "نفت كينيا أن تكون قد طردت اللاجئين.",
            "طردت",
            {("actor", "كينيا"), ("target", "اللاجئين")},
        ),
    ],
)
def test_who_does_it_to_whom(text, trigger, expected):
    assert roles(text, trigger) == expected


def test_where_and_when_it_happens():
    text = "انفجرت سيارة في كركوك مساء 3 مارس 2021."
    analysis, found = event(text, "انفجرت")
    assert [p.span.of(text) for p in found.places] == ["كركوك"]
    time = next(t for t in analysis.times if t.id == found.time.id)
    assert time.value.startswith("2021-03-03")


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("وشهدت مدينة بورتسودان مظاهرات حاشدة أمس.", "مظاهرات", ["مدينة بورتسودان"]),
        ("وصل الرئيس إلى بغداد في زيارة رسمية.", "وصل", ["بغداد"]),
        ("اعتقلت الشرطة ثلاثة لصوص بمدينة كركوك.", "اعتقلت", ["مدينة كركوك"]),
        ("اندلع حريق في سوق شعبية أمس.", "حريق", ["سوق شعبية"]),
    ],
)
def test_places_by_what_brings_them(text, trigger, places):
    assert [p.span.of(text) for p in event(text, trigger)[1].places] == places


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("ضرب زلزال بقوة 5.6 درجات ولاية ملاطية شرقي تركيا.", "زلزال", "ملاطية"),
        ("غرق قارب يقل مهاجرين قبالة سواحل صفاقس.", "غرق", "صفاقس"),
        ("شنت طائرات غارات على معسكر في جبل عطان غرب صنعاء.", "غارات", "جبل عطان"),
        ("وتشهد البلاد منذ أسابيع احتجاجات على غلاء المعيشة.", "احتجاجات", "البلاد"),
        ("بحث الجانبان خلال اللقاء الذي عقد في القاهرة سبل السلام.", "اللقاء", "القاهرة"),
        ("تضررت منازل في سنار جراء السيول.", "السيول", "سنار"),
        ("مقديشو: انفجار عنيف يهز محيط القصر.", "انفجار", "مقديشو"),
        ("اتفق الوزيران خلال اجتماع في القاهرة على هدنة.", "اتفق", "القاهرة"),
        ("لقيت عائلة مصرعها اختناقا في ولاية البليدة.", "مصرعها", "البليدة"),
        ("اختطف مسلحون التلاميذ من مدرسة قرب الحدود.", "اختطف", "مدرسة"),
        ("سجلت إصابات جديدة في سبع مقاطعات.", "إصابات", "سبع مقاطعات"),
        ("أجرت كوريا الشمالية تجربة صاروخية في بحر اليابان.", "تجربة", "اليابان"),
    ],
)
def test_places_of_what_befalls_a_town(text, trigger, place):
    assert any(place in p.span.of(text) for p in event(text, trigger)[1].places)


def test_a_province_is_no_boycott():
    assert "مقاطعة" not in [t for t, *_ in told("توفي مريض في مقاطعة سيتشوان بالصين.")]


def test_who_says_so():
    text = "قالت وزارة الدفاع الأوكرانية إن القوات الروسية قصفت خاركيف."
    _, found = event(text, "قصفت")
    assert [s.span.of(text) for s in found.attribution.speakers] == ["وزارة الدفاع الأوكرانية"]
    assert not found.attribution.direct
    assert found.attribution.content.of(text).startswith("القوات")


def test_a_quotation_is_told_from_a_report():
    text = "وقال الرئيس الكوري: «سنرسل مساعدات إلى غزة»."
    _, found = event(text, "سنرسل")
    assert found.attribution.direct
    assert found.modality == "planned"


def test_the_source_after_the_words_covers_them():
    text = "قتل ثلاثة جنود في كمين، بحسب الشرطة المحلية."
    _, found = event(text, "كمين")
    assert [s.span.of(text) for s in found.attribution.speakers] == ["الشرطة المحلية"]


def test_the_speaker_of_the_sentence_before_goes_on():
    text = "قال الأمين العام إن الهدنة صامدة. وأضاف أن الجيش انسحب من المدينة."
    _, found = event(text, "انسحب")
    assert [s.span.of(text) for s in found.attribution.speakers] == ["الأمين العام"]


def test_the_dead_and_injured_are_counted_and_join_their_cause():
    text = "قتل 7 مدنيين وأصيب 10 آخرون في غارة جوية استهدفت سوقا في تعز."
    analysis = reader.analyze(from_text(text), engine="rules")
    counted = {(c.kind, c.count) for e in analysis.events for c in e.casualties}
    assert counted == {("dead", 7), ("injured", 10)}
    assert len(analysis.clusters) == 1


def test_an_event_told_twice_is_one_and_rounds_stay_apart():
    text = (
        "انتهت الجولة السابعة من المفاوضات في الدوحة.\n"
        "وكانت الجولة السادسة من المفاوضات قد عقدت في مسقط.\n"
        "وشارك في الجولة السابعة وفدان."
    )
    analysis = reader.analyze(from_text(text), engine="rules")
    words = [
        {e.trigger.of(text) for e in analysis.events if e.id in c.events} for c in analysis.clusters
    ]
    rounds = [c for c, w in zip(analysis.clusters, words, strict=True) if "الجولة" in w]
    assert sorted(len(c.events) for c in rounds) == [1, 2]


def speakers(text, trigger):
    analysis, found = event(text, trigger)
    told = found.attribution.speakers if found.attribution else ()
    return [s.span.of(analysis.document.text) for s in told]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("قتل خمسة جنود في هجوم على قاعدة، على حد قول المتحدث العسكري.", "قتل", "المتحدث العسكري"),
        ("وأصيب ثلاثة عمال في انهيار، حسبما أفادت قناة النيل.", "أصيب", "قناة النيل"),
        ("فاز الحزب في الانتخابات، بحسب نتائج أعلنتها المفوضية.", "فاز", "المفوضية"),
        ("«قصفوا القرية»، قالت منظمة الصحة العالمية.", "قصفوا", "منظمة الصحة العالمية"),
        ("قال الوزير لصحيفة «النهر» إن الجيش قصف القرية.", "قصف", "الوزير"),
        ("رحبت تشاد بالاتفاق، مؤكدة أن قواتها انسحبت من البلدة.", "انسحبت", "تشاد"),
        ("قتل شاب حين أطلقت النار على حافلة، وفق ما أفاد الصليب الأحمر.", "قتل", "الصليب الأحمر"),
    ],
)
def test_sources_in_many_forms_speak(text, trigger, expected):
    assert expected in speakers(text, trigger)


def test_a_quotation_goes_on_over_sentences_and_ends_with_its_mark():
    text = "وقال الرئيس: «سنعود.\nوقصفت الطائرات القرية.\nانتهى الأمر».\nواعتقلت الشرطة شابا."
    assert speakers(text, "قصفت") == ["الرئيس"]
    assert speakers(text, "اعتقلت") == []


def test_a_denial_ends_before_what_is_said_next():
    text = "ونفت الشرطة أن يكون جنودها قد قتلوا أحدا، مؤكدة أن المسلحين هاجموا القرية."
    assert event(text, "قتلوا")[1].polarity == "NEG"
    assert event(text, "هاجموا")[1].polarity == "POS"


def test_victims_and_cause_share_place_and_time():
    text = "توفي شخصان في حريق اندلع مساء 3 مارس 2021 في كركوك، وتم نقل المصابين إلى أربيل."
    analysis, fire = event(text, "حريق")
    _, died = event(text, "توفي")
    assert ("target", "شخصان") in {(a.role, a.span.of(text)) for a in fire.participants}
    assert [p.span.of(text) for p in died.places] == ["كركوك"]
    assert died.time.id == fire.time.id
    assert died.cluster == fire.cluster
    assert len(analysis.times) == 1


def test_a_time_beside_the_verb_of_saying_is_no_time_of_what_is_said():
    text = "وقال الوسيط في بيان نُشر الخميس 12 ديسمبر 2024 إن الطرفين اتفقا على هدنة."
    assert event(text, "اتفقا")[1].time is None


def test_how_long_it_is_to_last_is_no_time_of_what_happened():
    assert event("اتفق الوفدان على هدنة شهرا.", "اتفق")[1].time is None


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("وحذرت أنقرة الأحزاب التي تقاطع المؤتمر.", "تقاطع", "hypothetical"),
        ("عقد الطرفان مشاورات حول تبادل الأسرى.", "تبادل", "planned"),
        ("وساهم ذلك في تخفيف حدة المعارك.", "المعارك", "ongoing"),
        ("وكان النادي قد تعاقد مع لاعب كيني.", "تعاقد", "happened"),
        ("وقد تتعاقد الشركة مع خبراء.", "تتعاقد", "hypothetical"),
    ],
)
def test_modality_follows_what_stands_over_an_event(text, trigger, modality):
    assert event(text, trigger)[1].modality == modality


def test_a_condition_is_shown_with_what_depends_on_it():
    text = "سينسحب الجيش إذا توقف إطلاق النار."
    _, found = event(text, "سينسحب")
    assert found.condition.of(text).startswith("إذا")


def test_every_event_lies_in_its_sentence_and_cluster():
    text = "زار الوزير بيروت. واتفق الطرفان على هدنة. وقصفت الطائرات القرية."
    analysis = reader.analyze(from_text(text), engine="rules")
    sentences = {s.id: s.span for s in analysis.sentences}
    clusters = {c.id: c.events for c in analysis.clusters}
    for found in analysis.events:
        assert sentences[found.sentence].contains(found.trigger)
        assert found.id in clusters[found.cluster]


def test_the_tables_of_events_hold_what_they_must():
    lexicon = events.load()
    kinds = {f.lemma.type for forms in lexicon.forms.values() for f in forms}
    assert {"AGREE", "CONSULT", "ASSAULT", "VOTE", "ECON", "PERSONNEL", "INCIDENT"} <= kinds
    for form in ("قصفوا", "يقصفون", "نرسل", "دعت", "اصيبت"):
        assert form in lexicon.forms


def places(text, trigger):
    analysis, found = event(text, trigger)
    return {p.span.of(analysis.document.text) for p in found.places}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "قررت اللجنة في اجتماعها الأربعاء رفع أسعار الوقود.",
            "اجتماعها",
            {("actor", "اللجنة")},
        ),
        (
            "أوقفت الشرطة صحافياً في تونس بعد اعتقاله الشهر الماضي.",
            "اعتقاله",
            {("target", "صحافياً")},
        ),
        ("سافرت الوزيرة بعد اعتقاله.", "اعتقاله", set()),
    ],
)
def test_the_pronoun_of_a_verbal_noun_stands_for_whom_the_clause_is_about(text, trigger, expected):
    assert roles(text, trigger) == expected


def test_each_of_several_takes_part():
    assert roles("أدان كل من السودان واليمن الهجوم.", "أدان") == {
        ("actor", "السودان"),
        ("actor", "اليمن"),
        ("target", "الهجوم"),
    }


def test_who_asks_stands_after_min_in_a_request():
    assert roles("تأخر السفر بطلب من روسيا.", "طلب") == {("actor", "روسيا")}


def test_a_plural_subject_is_no_construct_with_its_object():
    assert roles("هاجم مسلحون قافلة قرب الحدود.", "هاجم") == {
        ("actor", "مسلحون"),
        ("target", "قافلة"),
    }


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("أجرت إيران والعراق محادثات غير مباشرة في الدوحة.", "محادثات", {"الدوحة"}),
        ("تفشى المرض في ولايتي كسلا والجزيرة.", "تفشى", {"كسلا", "الجزيرة"}),
        ("بدأت مفاوضات في جنيف أمس.", "مفاوضات", {"جنيف"}),
        ("توفي شخصان في حريق اندلع في محطة وقود بالقاهرة.", "توفي", {"القاهرة"}),
        ("توفي شخصان في زلزال ضرب جزيرة لومبوك.", "توفي", set()),
        ("غرق قارب قبالة سواحل ليبيا.", "غرق", {"ليبيا"}),
        ("تستضيف قطر الشهر المقبل جولة جديدة من المحادثات.", "جولة", {"قطر"}),
        ("انسحبت القوات الفرنسية من النيجر.", "انسحبت", {"النيجر"}),
        ("نزح ألف شخص من الخرطوم إلى بورتسودان.", "نزح", {"بورتسودان"}),
        ("طلبت الوزارة مساعدة من السودان.", "طلبت", set()),
        ("بدأت بريطانيا إجلاء رعاياها من السودان.", "إجلاء", {"السودان"}),
        ("أدى قصف حلب إلى مقتل ثلاثة.", "قصف", {"حلب"}),
        ("نفذت الطائرات غارات على صنعاء.", "غارات", {"صنعاء"}),
        ("نفذت الطائرات غارة على حافلة في صنعاء.", "غارة", {"صنعاء"}),
        ("جرت انتخابات لبنان أمس.", "انتخابات", {"لبنان"}),
        ("زار الرئيس الفرنسي دمشق أمس.", "زار", {"دمشق"}),
        ("وصل الوزير إلى جدة لإجراء محادثات مع نظيره.", "محادثات", {"جدة"}),
        ("وفي حلب، قتل ثلاثة أشخاص وتضررت عشرات المنازل.", "تضررت", {"حلب"}),
        ("وفي حلب، قال مسؤول إن الجيش قصف قرية.", "قصف", set()),
        ("اعتقلت الشرطة ستة أشخاص في مداهمات بمدينة مرسيليا.", "اعتقلت", {"مرسيليا"}),
        ("احتفل الآلاف بالفوز في الرباط.", "احتفل", {"الرباط"}),
        ("قطع محتجون طريق المنية.", "قطع", {"المنية"}),
        ("دمر الزلزال الذي ضرب المغرب آلاف المنازل.", "الزلزال", {"المغرب"}),
        ("وسجلت مدينة كيهيدي ثلاث وفيات.", "وفيات", {"كيهيدي"}),
        ("وتعرضت مدينة المكلا لفيضانات مدمرة.", "فيضانات", {"المكلا"}),
        ("تضررت محافظة ظفار من العاصفة.", "تضررت", {"ظفار"}),
        ("بدأ الوزير جولة خليجية تشمل الكويت والدوحة.", "جولة", {"الكويت", "الدوحة"}),
        ("زار الوزير كلاً من باكو وتبليسي.", "زار", {"باكو", "تبليسي"}),
        ("سقطت قذائف على مدينة حلب.", "سقطت", {"حلب"}),
        ("أنهى القادة قمتهم بالعاصمة القطرية الدوحة.", "قمتهم", {"الدوحة"}),
        ("قتل جندي وأصيب اثنان بانفجار في الموصل.", "قتل", {"الموصل"}),
        ("توجه الرئيس أمس إلى بروكسل للاجتماع مع قادة الأحزاب.", "لاجتماع", {"بروكسل"}),
    ],
)
def test_where_it_happens(text, trigger, expected):
    found = places(text, trigger)
    assert {next(f for f in found if name in f) for name in expected} == found


def test_fa_and_a_particle_are_no_verb_of_losing():
    assert [t for t, *_ in told("أما في روصو فقد أودى المرض بحياة أربعة أطفال.")] == ["أودى"]


def test_who_imposes_has_the_sanctions_that_it_imposes():
    assert ("actor", "سويسرا") in roles("فرضت سويسرا عقوبات على خمس شركات.", "عقوبات")


def test_who_says_that_he_did_it_does_it():
    assert ("actor", "الجيش") in roles("أعلن الجيش أنه نفذ غارات على القرية.", "غارات")


def test_an_object_may_follow_the_place():
    assert roles("احتجزت الشرطة في الدوحة 40 طبيباً.", "احتجزت") == {
        ("actor", "الشرطة"),
        ("target", "40 طبيباً"),
    }


def test_a_disease_is_no_party():
    assert roles("أعلنت الوزارة تفشي الكوليرا.", "تفشي").isdisjoint({("target", "الكوليرا")})


def test_a_meeting_that_is_put_off_stays_one_event():
    text = "عقدت الوزارة اجتماعاً أمس.\nتأجلت القمة الأفريقية المقررة في أكرا إلى الخميس المقبل."
    _, moved = event(text, "تأجلت")
    _, summit = event(text, "القمة")
    assert moved.cluster == summit.cluster


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("أدت غارة شنتها طائرات روسية إلى مقتل مدني.", "غارة", ("actor", "طائرات روسية")),
        ("الزلزال الذي خلف نحو 2900 قتيل ضرب إيران.", "الزلزال", ("target", "2900 قتيل")),
        ("قتل صياد سوداني برصاص خفر السواحل.", "قتل", ("actor", "خفر السواحل")),
        ("أعلنت الأردن حالة الطوارئ.", "حالة الطوارئ", ("actor", "الأردن")),
        ("اجتمع الوزراء في جدة بمشاركة سوريا.", "اجتمع", ("actor", "سوريا")),
        ("أدى قصف الجيش البلدة إلى مقتل ثلاثة.", "قصف", ("target", "البلدة")),
        ("أدى جنوح سفينة إلى إغلاق القناة.", "جنوح", ("target", "سفينة")),
        ("قدم وزير المالية في تونس استقالته.", "استقالته", ("actor", "وزير المالية")),
        ("قال مسؤول إن أكثر من 700 شخص قتلوا.", "قتلوا", ("target", "700 شخص")),
        ("رحبت اليابان بالهدنة.", "رحبت", ("target", "الهدنة")),
    ],
)
def test_who_takes_part(text, trigger, expected):
    assert expected in roles(text, trigger)


def test_what_befell_people_is_no_actor():
    assert all(role != "actor" for role, _ in roles("ضرب زلزال إيران وقتل المئات.", "قتل"))


def test_a_described_goal_lends_its_scorer_to_no_other_verb():
    text = "فازت مصر بهدف سجله أحمد حسن، وتأهلت إلى النهائي."
    assert ("actor", "مصر") in roles(text, "تأهلت")


def test_without_before_a_noun_denies_no_verb():
    assert event("فازت مصر بهدف دون رد سجله أحمد حسن.", "سجله")[1].polarity == "POS"


def test_a_noun_right_after_who_announces_it_is_no_verb():
    assert ("target", "الحل السياسي") in roles("أكد البيان دعم الحل السياسي.", "دعم")


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "وافق البرلمان، الثلاثاء الماضي، على ميزانية الدولة.",
            "وافق",
            {("actor", "البرلمان"), ("target", "ميزانية الدولة")},
        ),
        ("بحث وزراء خارجية مصر وقطر الهدنة.", "بحث", {("actor", "وزراء خارجية مصر وقطر")}),
        ("سجلت الوزارة وفيات جديدة بالكوليرا.", "وفيات", set()),
        ("أصيب 300 جريح في مواجهات بالقدس.", "مواجهات", {("target", "300 جريح")}),
    ],
)
def test_who_and_who_not(text, trigger, expected):
    assert roles(text, trigger) == expected


def test_whoever_did_not_manage_to_did_not():
    assert event("لم يتمكن الوفد من لقاء الرئيس.", "لقاء")[1].polarity == "NEG"


def test_victims_share_the_place_of_what_befell_them():
    text = "قتل ثلاثة أشخاص عندما ضرب زلزال بلدة في تركيا."
    assert "تركيا" in places(text, "قتل")


def test_storm_and_hurricane_may_be_one_event():
    text = "ضرب إعصار الفلبين أمس.\nوخلفت العاصفة 30 قتيلا في الفلبين."
    assert event(text, "إعصار")[1].cluster == event(text, "العاصفة")[1].cluster


def test_what_happened_before_something_happened():
    text = "أضرم محتجون النار في إطارات قبل أن تفرقهم الشرطة."
    assert event(text, "تفرقهم")[1].modality == "happened"


def test_a_sense_is_told_by_one_of_a_thing_as_by_many():
    assert ("نشرت", "MOBILIZE", "POS", "happened") in told("نشرت الهند عشرة آلاف جندي في المدينة.")


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("تعهد الرئيس بإنهاء الحرب في السودان.", "الحرب", "happened"),
        ("عقد المجلس جلسة لبحث الحرب في أوكرانيا.", "الحرب", "happened"),
        ("يعتزم الجيش شن هجوم على المدينة.", "هجوم", "planned"),
    ],
)
def test_a_war_that_everybody_knows_is_not_planned(text, trigger, modality):
    assert event(text, trigger)[1].modality == modality
