"""Standoff annotations, read as brat reads them."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from articles import SEED, hostile

from reader.export.brat import write


def members(analysis) -> dict[str, str]:
    with ZipFile(BytesIO(write(analysis))) as archive:
        assert archive.testzip() is None
        return {n: archive.read(n).decode() for n in archive.namelist()}


@pytest.mark.parametrize("analysis", [SEED, hostile()], ids=["seed", "hostile"])
def test_brat_reads_every_line(analysis):
    files = members(analysis)
    text, written = files["article.txt"], files["article.ann"]
    assert len(text) == len(analysis.document.text)
    assert set(files) == {"article.txt", "article.ann", "annotation.conf"}
    ids = []
    for line in written.splitlines():  # as brat does, by every end of line that Unicode knows
        name, words = line.split("\t", 1)
        ids.append(name)
        if name[0] == "T":
            head, covered = words.split("\t")
            kind, places = head.split(" ", 1)
            pieces = [text[int(a) : int(b)] for a, b in re.findall(r"(\d+) (\d+)", places)]
            assert " ".join(pieces) == covered
            assert kind in files["annotation.conf"]
        else:
            assert all(i in ids for i in re.findall(r"\b[TE]\d+\b", words.split("\t")[0]))
    assert len(set(ids)) == len(ids)
    assert sum(i[0] == "E" for i in ids) == len(analysis.events)


def test_a_span_over_lines_is_in_pieces():
    written = members(hostile())["article.ann"].splitlines()
    assert written[0].split("\t")[1] == "GPE 0 14;15 22;25 27"
    assert "E1\tCONSULT:T3 Actor:T1 Target:T1 Place:T1 Time:T2" in written
    assert "N1\tReference T1 Wikidata:Q1\t" in "\n".join(written)


def test_the_archive_is_the_same_each_time():
    assert write(SEED) == write(SEED)
