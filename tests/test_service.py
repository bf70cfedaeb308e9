import json
import threading
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from reader.errors import CancelledError, DecodingError, InputError, UnreadableError
from reader.service import Choices, Workspace

ARTICLE = "أعلنت وزارة الصحة الأردنية أمس الثلاثاء تسجيل 40 إصابة جديدة في مدينة إربد."
workspace = Workspace()


def test_a_file_bytes_and_pasted_text_give_one_document(tmp_path):
    path = tmp_path / "خبر.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    opened = workspace.open(path)
    sent = workspace.open_bytes(ARTICLE.encode("cp1256"), "feed")
    pasted = workspace.open_text(ARTICLE)
    assert opened.id == sent.id == pasted.id
    assert (opened.source, sent.source, pasted.source) == (str(path), "feed", None)


@pytest.mark.parametrize("words", ["", " \n\t"])
def test_an_empty_clipboard_says_so(words):
    with pytest.raises(InputError, match="clipboard"):
        workspace.open_text(words)


def test_faults_of_a_file_reach_the_caller_by_name(tmp_path):
    with pytest.raises(UnreadableError, match=r"none\.txt"):
        workspace.open(tmp_path / "none.txt")
    with pytest.raises(DecodingError, match="feed"):
        workspace.open_bytes(bytes(range(256)) * 4, "feed")


def test_the_seed_can_be_opened():
    assert workspace.open(workspace.seed()).text.startswith("انتهت")


def lines_of(path, *texts):
    lines = (json.dumps({"text": text}) for text in texts)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_file_that_holds_several_says_how_to_name_one(tmp_path):
    path = lines_of(tmp_path / "news.jsonl", ARTICLE, "خبر ثان.", "خبر ثالث.")
    with pytest.raises(InputError, match=r"3 articles; .*news\.jsonl#1"):
        workspace.open(path)
    assert workspace.open(tmp_path / "news.jsonl#3").text == "خبر ثالث."
    with pytest.raises(InputError, match="no #7 in it"):
        workspace.open(tmp_path / "news.jsonl#7")


def test_a_member_of_an_archive_is_named_by_its_path(tmp_path):
    path = tmp_path / "news.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("2017/a.txt", "خبر أول.")
        archive.writestr("2017/b#1.txt", ARTICLE)
    assert workspace.open(tmp_path / "news.zip#2017/b#1.txt").text == ARTICLE
    assert workspace.open(tmp_path / "news.zip#1").text == "خبر أول."


def test_a_name_with_a_number_sign_is_a_files_own(tmp_path):
    path = tmp_path / "news#3.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    assert workspace.open(path).text == ARTICLE


def test_what_was_refused_beside_the_one_article_is_noticed(tmp_path):
    path = lines_of(tmp_path / "news.jsonl", ARTICLE, "")
    (notice,) = workspace.open(path).notices
    assert (notice.code, "news.jsonl#2" in notice.words) == ("refused", True)


def test_what_the_user_chooses_is_heard(tmp_path):
    path = tmp_path / "data"
    path.write_text(f"x,y\nخبر,{ARTICLE}\n", encoding="cp1256")
    choices = Choices("windows-1256", fields=(("text", "y"), ("title", "x")), format="table")
    document = workspace.open(path, choices)
    assert (document.text, document.title, document.encoding) == (ARTICLE, "خبر", "cp1256")


def test_reading_is_cancelled_between_articles(tmp_path):
    path = lines_of(tmp_path / "news.jsonl", *[ARTICLE] * 50)
    cancelled = threading.Event()
    items = workspace.open_all(path, cancelled=cancelled)
    next(items)
    cancelled.set()
    with pytest.raises(CancelledError):
        list(items)


def test_a_folder_is_the_files_in_it_that_we_read_by_name(tmp_path):
    for name in ("b.txt", "a.TXT", "deep/c.text", "picture.png", "d.txt/e.txt", "a.TXT.qari.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(ARTICLE, encoding="utf-8")
    found = [p.relative_to(tmp_path).as_posix() for p in workspace.articles(tmp_path)]
    assert found == ["a.TXT", "b.txt", "d.txt/e.txt", "deep/c.text"]


def test_a_file_is_taken_whatever_its_name(tmp_path):
    assert list(workspace.articles(tmp_path / "article.html")) == [tmp_path / "article.html"]


def test_a_folder_without_articles_says_so(tmp_path):
    with pytest.raises(InputError, match="no file in this folder"):
        list(workspace.articles(tmp_path))


def test_the_day_that_the_user_gives_dates_the_article():
    document = workspace.open_text(ARTICLE)
    undated = workspace.analyze(document)
    dated = workspace.analyze(document, date(2021, 3, 10))
    assert undated.reference_date.status != "given"
    assert dated.reference_date.status == "given"
    assert [t.value for t in dated.times] == ["2021-03-09"]


def test_repeats_are_kept_on_request():
    document = workspace.open_text(f"{ARTICLE}\n{ARTICLE}")
    assert len(workspace.analyze(document).repetitions) == 1
    kept = workspace.analyze(document, keep_repeats=True)
    assert kept.repetitions == ()
    assert len(kept.mentions) == 2 * len(workspace.analyze(document).mentions)


def test_each_stage_is_told_and_one_that_stops_ends_the_analysis():
    class Stopped(Exception):  # noqa: N818 - what a caller raises is its own affair
        pass

    stages = []

    def stop_at_times(stage):
        stages.append(stage)
        if stage == "times":
            raise Stopped

    with pytest.raises(Stopped):
        workspace.analyze(workspace.open_text(ARTICLE), progress=stop_at_times)
    assert stages == ["repeats", "times"]


def test_threads_may_share_it():
    documents = [workspace.open_text(f"{ARTICLE} {number}") for number in range(6)]
    with ThreadPoolExecutor(3) as pool:
        together = list(pool.map(workspace.analyze, documents))
    assert together == [workspace.analyze(document) for document in documents]


def test_spellings_that_differ_in_letters_are_kept_apart_on_request():
    document = workspace.open_text(
        "التقى أنطونيو غوتيريش الوفد في تونس. وقال أنطونيو غوتيريس إن الاجتماع كان جيدا."
    )
    one = workspace.analyze(document)
    two = workspace.analyze(document, transliterate=False)
    assert [e.type for e in one.entities].count("PER") == 1
    assert [e.type for e in two.entities].count("PER") == 2
