"""Files that are read apart: each thing that a parser may do wrong is a refusal of one file."""

import os
import select
import subprocess
import sys
import threading
from itertools import pairwise
from pathlib import Path

import pytest

from reader.errors import CancelledError, DecodingError, InputError
from reader.formats.base import Reading
from reader.formats.isolate import Isolate, Limits

PARSERS = Path(__file__).parent / "parsers"
# Little, so that what is too much is soon reached.
QUICK = Limits(cpu=1, silence=3.0, memory=160 << 20, document=1 << 22, output=1 << 24)


@pytest.fixture(scope="module")
def isolate():
    with Isolate(QUICK, folders=[PARSERS]) as made:
        yield made


@pytest.fixture
def told(isolate):
    """Return what the mock parser gives for a text: texts, and refusals as they are."""

    def tell(words, **how):
        data = words.encode("utf-8", "surrogatepass")
        items = isolate.read("mock_parser", data, Reading("f.mock"), **how)
        return [i if isinstance(i, InputError) else i.text for i in items]

    return tell


def test_an_article_of_another_file_is_refused(told):
    (refused,) = told("stray /home/user/other.txt")
    assert (refused.source, refused.code) == ("f.mock", "crashed")
    (article,) = told("stray f.mock#3")
    assert article == "خبر"


def test_articles_come_in_order_and_as_they_are(told):
    odd = ["خبر", "a\0b", "\ud800 \ud83d\ude00", "\u202e﷽"]
    assert told("\n".join(odd)) == odd


@pytest.mark.parametrize(
    ("deed", "code", "word"),
    [
        ("crash", "crashed", "SIGSEGV"),
        ("leave 3", "crashed", "status 3"),
        ("leave_politely", "damaged", "enough"),
        ("sleep", "timeout", "long"),
        ("spin_inside", "timeout", "long"),
        ("eat", "memory", "memory"),
        ("flood", "too-large", "longer"),
        ("nest", "too-large", "deep"),
        ("fail \x1b[31mred\n", "damaged", "ValueError:  [31mred"),
        ("write {}", "forbidden", "opening"),
        ("write_low {}", "forbidden", "opening"),
        ("spy /etc/passwd", "forbidden", "/etc/passwd"),
        ("look /", "forbidden", "/"),
        ("call", "forbidden", "socket"),
        ("run", "forbidden", "subprocess"),
        ("fork", "forbidden", "fork"),
    ],
)
def test_what_a_parser_does_wrong_is_a_refusal_and_the_next_file_is_read(
    told, tmp_path, deed, code, word
):
    first, refused = told("قبل\n" + deed.format(tmp_path / "new"))
    assert first == "قبل"
    assert (refused.source, refused.code) == ("f.mock", code)
    assert word in refused.reason
    assert refused.reason.isprintable()
    assert told("بعد") == ["بعد"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("deed", "means"),
    [
        ("open", "landlock"),
        ("create {}", "landlock"),
        ("socket", "calls"),
        ("fork", "calls"),
        ("execute", "calls"),
        ("kill", "calls"),
    ],
)
def test_machine_code_is_held_in_where_the_kernel_offers_it(told, isolate, tmp_path, deed, means):
    said = told("go_around " + deed.format(tmp_path / "new"))
    assert said == ["refused"] or means not in isolate.held
    assert "hook" in isolate.held


def test_a_file_of_which_most_is_damaged_is_left(told):
    found = told("doubt")
    assert len(found) == 1001
    assert (found[-1].source, found[-1].code) == ("f.mock", "damaged")


def test_more_articles_than_a_file_may_give_are_refused(told):
    *articles, refused = told("gush")
    assert len(articles) > 50
    assert (refused.source, refused.code) == ("f.mock", "too-large")
    assert told("بعد") == ["بعد"]


def test_refusals_of_parts_are_the_parsers_own(told):
    first, last = told("refuse it is in Klingon"), told("خبر")
    assert [type(first[0]), first[0].reason] == [DecodingError, "it is in Klingon"]
    assert last == ["خبر"]


def test_a_refusal_is_one_line_that_no_terminal_obeys(told):
    (refused,) = told("refuse it is\x1b[31m damaged\u202e")
    assert refused.reason == "it is [31m damaged "


def test_what_a_parser_prints_or_asks_for_touches_nothing(told):
    assert told("chatter loud\nask\nخبر") == ["said", "[]", "خبر"]


def test_one_process_reads_file_after_file(told):
    assert len({told("where")[0] for _ in range(3)}) == 1


def test_a_process_that_was_ended_is_followed_by_another(told):
    before = told("where")
    told("crash")
    after = told("where")
    assert before != after
    assert after == told("where")


def test_a_missing_library_is_named(isolate):
    (refused,) = isolate.read("no_such_parser", b"", Reading("f.mock"))
    assert refused.code == "missing"
    assert "no_such_parser" in refused.reason


def test_progress_rises_and_is_told_on_the_callers_thread(told):
    seen = []
    told("advance 2000", progress=lambda done: seen.append((done, threading.get_ident())))
    assert all(a <= b for a, b in pairwise(done for done, _thread in seen))
    assert {thread for _done, thread in seen} == {threading.get_ident()}


@pytest.mark.parametrize("deed", ["sleep", "spin_inside"])
def test_cancelling_ends_a_parser_that_hangs(told, deed):
    cancelled = threading.Event()

    def cancel(_done):
        cancelled.set()

    with pytest.raises(CancelledError):
        told(deed, progress=cancel, cancelled=cancelled)
    assert told("خبر") == ["خبر"]


def test_what_progress_raises_ends_the_reading(told):
    def enough(_done):
        raise KeyError

    with pytest.raises(KeyError):
        told("sleep", progress=enough)
    assert told("خبر") == ["خبر"]


def test_files_are_read_side_by_side(isolate):
    first = isolate.read("mock_parser", "أول\nwhere".encode(), Reading("1"))
    second = isolate.read("mock_parser", "ثان\nwhere".encode(), Reading("2"))
    assert (next(first).text, next(second).text) == ("أول", "ثان")
    assert next(first).text != next(second).text
    first.close()
    second.close()


def test_a_reading_that_is_left_ends_its_process(isolate):
    items = isolate.read("mock_parser", b"where\nsleep", Reading("f.mock"))
    process = int(next(items).text)
    items.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


LEFT = """
import os, sys
from pathlib import Path
from reader.formats.base import Reading
from reader.formats.isolate import Isolate
isolate = Isolate(folders=[Path(sys.argv[1])])
for item in isolate.read("mock_parser", b"where\\nspin_inside", Reading("f.mock")):
    print(item.text, flush=True)
    {}
"""


@pytest.mark.parametrize("end", ["sys.exit()", "os.kill(os.getpid(), 9)"])
def test_no_process_outlives_the_program(end):
    code = LEFT.format(end)
    done = subprocess.run(
        [sys.executable, "-c", code, PARSERS],
        stdout=subprocess.PIPE,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert ended(int(done.stdout))


def ended(process):
    """Wait for the end of a process that is not our child."""
    try:
        end = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    told = select.select([end], [], [], 10)[0]
    os.close(end)
    return told == [end]
