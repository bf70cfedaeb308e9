from pathlib import Path

import pytest
from gold import GoldError, gold

HERE = Path(__file__).parent
ANNOTATIONS = sorted((HERE / "gold").glob("*.toml")) + sorted((HERE / "unseen").glob("*.toml"))

ARTICLE = """\
عمّان - أعلن الوزير سالم المجالي اليوم الأحد 9 حزيران 2024 أن 40 شخصاً اعتُقلوا في إربد.
وتبدأ القمة يوم السبت 9 ذي الحجة 1445 في عمّان، وقال المجالي إن الأردن يرحب بها.
أعلن الوزير سالم المجالي اليوم الأحد 9 حزيران 2024 أن 45 شخصاً اعتُقلوا في إربد.
وتبدأ القمة يوم السبت 9 ذي الحجة 1445 في عمّان، وقال المجالي إن الأردن يرحب بها.
وأعلن الوزير سالم المجالي يوم الجمعة أن أحداً لم يُعتقل في الزرقاء.
"""
ANNOTATION = """\
reference_date = "2024-06-09"
country = "JO"

[[duplicate]]
kind = "near"
copy = 3
of = 1
conflicts = [["45", "40"]]
[[duplicate]]
kind = "exact"
copy = 4
of = 2

[[not_duplicate]]
lines = [1, 5]

[entities]
amman = ["GPE", "عمّان"]
jordan = ["GPE", "الأردن"]
majali = ["PER", "سالم المجالي"]

[mentions]
rows = [
  [1, "عمّان", "GPE", "amman", 1, false, "jordan"],
  [1, "سالم المجالي", "PER", "majali", 1, false],
  [2, "الأردن", "GPE/LOC", "jordan", 1, false],
]

[times]
rows = [
  ["t1", 1, "الأحد 9 حزيران 2024",
    "DATE", "2024-06-09", "", "2024-06-09", "2024-06-09", "2024-06-09"],
  ["t2", 5, "يوم الجمعة", "DATE", "2024-06-07", "", "2024-06-07", "2024-06-07", "XXXX-WXX-5"],
]
[[time]]
id = "t3"
words = [2, "يوم السبت 9 ذي الحجة 1445"]
type = "DATE"
value = "2024-06-15"
days = ["2024-06-15", "2024-06-15"]
hijri = "1445-12-09"

[clusters]
arrest = "40 people arrested"
summit = "Summit in Amman"

[[event]]
trigger = [1, "اعتُقلوا"]
type = "COERCE"
participants = [["target", 1, "40 شخصاً"]]
places = [[1, "إربد"]]
time = "t1"
cue = [1, "أعلن"]
speakers = [[1, "سالم المجالي"]]
cluster = "arrest"
[[event]]
trigger = [2, "القمة"]
type = "CONSULT"
modality = "planned"
time = "t3"
cluster = "summit"
"""


@pytest.mark.parametrize("annotation", ANNOTATIONS, ids=lambda path: path.stem)
def test_annotation_fits_its_article(annotation):
    assert gold(annotation)["doc_id"] == annotation.stem


def read(folder, annotation, article=ARTICLE):
    (folder / "jordan.txt").write_text(article, encoding="utf-8")
    path = folder / "jordan.toml"
    path.write_text(annotation, encoding="utf-8")
    return gold(path)


def test_words_get_the_offsets_that_they_have_in_the_article(tmp_path):
    answers = read(tmp_path, ANNOTATION)
    for span in answers["mentions"] + answers["timex"]:
        assert ARTICLE[span["start"] : span["end"]] == span["text"]
    assert [time["value"] for time in answers["timex"]] == [
        "2024-06-09",
        "2024-06-07",
        "2024-06-15",
    ]


def test_pairs_to_keep_conflicts_and_hijri_values_reach_the_scorer(tmp_path):
    answers = read(tmp_path, ANNOTATION)
    assert answers["not_duplicates"][0]["lines"] == [1, 5]
    assert answers["duplicates"][0]["conflicts"] == [["45", "40"]]
    assert answers["mentions"][0]["stands_for"] == "jordan"
    assert answers["mentions"][2]["alt_types"] == ["LOC"]
    assert answers["timex"][2]["hijri_value"] == "1445-12-09"


def test_paired_date_that_disagrees_is_accepted_where_it_is_declared(tmp_path):
    pair = "يوم السبت 12 ذي الحجة 1445 الموافق 15 حزيران 2024"
    article = ARTICLE.replace("يوم السبت 9 ذي الحجة 1445", pair)
    annotation = ANNOTATION.replace("يوم السبت 9 ذي الحجة 1445", pair)
    annotation = annotation.replace('"1445-12-09"', '"1445-12-12"\nconflict = true')
    time = read(tmp_path, annotation, article)["timex"][2]
    assert time["text"] == pair
    assert time["conflict"]
    assert (time["value"], time["hijri_value"]) == ("2024-06-15", "1445-12-12")


@pytest.mark.parametrize(
    ("right", "wrong", "complaint"),
    [
        ('[1, "سالم المجالي", "PER"', '[2, "سالم المجالي", "PER"', "is not there"),
        ('[1, "سالم المجالي", "PER"', '[9, "سالم المجالي", "PER"', "is not in the article"),
        ('[1, "سالم المجالي", "PER"', '[1, "سالم المجال", "PER"', "ends within a word"),
        ('[1, "سالم المجالي", "PER"', '[1, "الم المجالي", "PER"', "begins within a word"),
        ('[1, "سالم المجالي", "PER"', '[3, "سالم المجالي", "PER"', "is in a copy"),
        ('[1, "سالم المجالي", "PER"', '[1, "سالم المجالي", "PERS"', "is no type"),
        ('"GPE/LOC"', '"GPE/PLACE"', "is no type"),
        ('"DATE", "2024-06-09"', '"DAY", "2024-06-09"', "is no type of time"),
        ('"COERCE"', '"ARREST"', "is no type of event"),
        ("2024-06-09", "2024-06-10", "is not that weekday"),
        ('"2024-06-07", "", "2024-06-07"', '"2024-06-07", "", "2024-06-01"', "are not its days"),
        (
            '"2024-06-07", "", "2024-06-07", "2024-06-07"',
            '"2024-06", "START", "2024-06-01", "2024-06-15"',
            "not allow",
        ),
        ("XXXX-WXX-5", "XXXX-WXX-4", "does not allow"),
        ("XXXX-WXX-5", "a Friday", "is no value"),
        ('"1445-12-09"', '"1445-12-12"', "days off"),
        ('"1445-12-09"', '"1445-12-09"\nconflict = true', "days off"),
        ('"majali", 1', '"majaly", 1', "is not declared"),
        ('false, "jordan"', 'false, "petra"', "is not declared"),
        ('majali = ["PER"', 'majali = ["ORG"', "its entity is not"),
        (
            'majali = ["PER", "سالم المجالي"]',
            'majali = ["PER", ""]\nx = ["PER", ""]',
            "without a mention",
        ),
        ('time = "t3"', 'time = "t4"', "is not declared"),
        ('id = "t3"', 'id = "t2"', "one name"),
        ('cluster = "summit"', 'cluster = "sumit"', "unknown cluster"),
        ('cluster = "summit"', 'cluster = "arrest"', "differ in type"),
        ('summit = "', 'x = ""\nsummit = "', "without an event"),
        ('["target", 1', '["patient", 1', "is no role"),
        ('"planned"', '"future"', "is no modality"),
        ('speakers = [[1, "سالم المجالي"]]', "", "go together"),
        ('speakers = [[1, "سالم المجالي"]]', 'speakers = [[1, "سالم الرفاعي"]]', "is not there"),
        ("places =", "place =", "unknown place"),
        ('["45", "40"]', '["45", "41"]', "conflict «41» is not there"),
        ('["45", "40"]', '["46", "40"]', "conflict «46» is not there"),
        ('kind = "near"', 'kind = "exact"', "is not exact"),
        ('kind = "exact"', 'kind = "near"', "is exact"),
        ('kind = "exact"', 'kind = "same"', "is no kind"),
        ('kind = "near"', 'kind = "embedded"', "only a part is embedded"),
        ("copy = 4\nof = 2", "copy = 4\nof = 7", "is not in the article"),
        ("copy = 4\nof = 2", "copy = 5\nof = 2", "is not exact"),
        (
            'kind = "exact"\ncopy = 4\nof = 2',
            'kind = "near"\ncopy = 5\nof = 2',
            "has little of line 2",
        ),
        ('[[duplicate]]\nkind = "exact"\ncopy = 4\nof = 2', "", "is an undeclared copy of line 2"),
        ("copy = 4\nof = 2", "copy = 2\nof = 4", "its first copy comes later"),
        ("lines = [1, 5]", "lines = [1, 3]", "one is folded"),
        ("lines = [1, 5]", "lines = [5, 5]", "are no pair"),
        ("lines = [1, 5]", "lines = [1, 8]", "is not in the article"),
    ],
)
def test_planted_slip_is_refused(tmp_path, right, wrong, complaint):
    assert right in ANNOTATION
    with pytest.raises(GoldError, match=complaint):
        read(tmp_path, ANNOTATION.replace(right, wrong))
