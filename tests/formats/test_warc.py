import gzip

import pytest
from hypothesis import given, settings
from mangled import assert_blocks_right, assert_read_or_refused, mangled

from reader.core.types import Document
from reader.errors import InputError
from reader.formats.base import Reading
from reader.formats.kinds import format_of
from reader.formats.warc import read

TEXT = "انتهت اليوم الثلاثاء محادثات أستانا بجولتها السابعة من دون جديد."
PAGE = f"<html><body><p>{TEXT}</p></body></html>"
ADDRESS = "https://news.example/"


def archive(*records, packed=False):
    whole = b""
    for name, (headers, body, status, kind) in enumerate(records):
        head = {"Content-Type": "text/html", **headers}
        http = f"HTTP/1.1 {status}\r\n" + "".join(f"{k}: {v}\r\n" for k, v in head.items())
        block = http.encode() + b"\r\n" + body
        record = (
            (
                f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {ADDRESS}{name}\r\n"
                "WARC-Date: 2026-11-25T02:38:54Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
                "Content-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(block)}\r\n\r\n"
            ).encode()
            + block
            + b"\r\n\r\n"
        )
        whole += gzip.compress(record, mtime=0) if packed else record
    return whole


def page(body=PAGE, headers=None, status="200 OK", kind="response"):
    return headers or {}, body if isinstance(body, bytes) else body.encode(), status, kind


def items(data):
    found = list(read(data, Reading("a.warc")))
    for item in found:
        if isinstance(item, Document):
            assert_blocks_right(item)
    return found


def reasons(data):
    return [item.reason for item in items(data) if isinstance(item, InputError)]


def texts(data):
    return [item.text for item in items(data) if isinstance(item, Document)]


def chunked(body):
    half = len(body) // 2
    pieces = (body[:half], body[half:], b"")
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)


@pytest.mark.parametrize("packed", [False, True])
def test_the_pages_of_an_archive_are_articles_at_their_addresses(packed):
    skipped = (page(kind="request"), page(status="404 Not Found"), page(status="301 Moved"))
    data = archive(page(), *skipped, page(PAGE.replace("اليوم", "أمس")), packed=packed)
    first, last = items(data)
    assert (first.text, first.address, first.source) == (TEXT, f"{ADDRESS}0", f"a.warc#{ADDRESS}0")
    assert first.published is None
    assert last.address == f"{ADDRESS}4"


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Transfer-Encoding": "chunked"}, chunked(PAGE.encode())),
        ({"Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())),
        ({"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"},
         chunked(gzip.compress(PAGE.encode()))),
    ],
)  # fmt: skip
def test_what_the_server_packed_is_unpacked(headers, body):
    assert texts(archive(page(body, headers))) == [TEXT]


def test_the_charset_of_the_server_counts():
    headers = {"Content-Type": "text/html; charset=windows-1256"}
    body = PAGE.replace(TEXT, f"{TEXT} café").encode("cp1256")
    [document] = items(archive(page(body, headers)))
    assert (document.text, document.encoding) == (f"{TEXT} café", "cp1256")


def test_what_is_no_page_is_left_out():
    data = archive(page())
    image = archive(page(b"\x89PNG")).replace(b"text/html", b"image/png")
    script = archive(page(b"var x")).replace(b"text/html", b"text/css ")
    assert texts(image + script + data) == [TEXT]


def test_a_damaged_record_is_named_and_the_next_is_read():
    good = archive(page())
    bad = good.replace(b"Content-Length: ", b"Content-Length: 9", 1)
    assert texts(good + bad + good) == [TEXT, TEXT]
    assert reasons(good + bad + good)
    short = good.replace(b"Content-Length: 2", b"Content-Length: 1", 1)
    assert texts(short + good)[-1] == TEXT
    assert texts(good + good[:-60]) == [TEXT]


def test_a_damaged_member_is_named_and_the_next_is_read():
    good = archive(page(), packed=True)
    bad = bytearray(good)
    bad[40:60] = b"\0" * 20
    assert texts(good + bytes(bad) + good) == [TEXT, TEXT]
    assert len(reasons(good + bytes(bad) + good)) == 1
    assert "too soon" in reasons(good + good[:-40])[0]


@pytest.mark.parametrize(
    "data",
    [
        archive(page(gzip.compress(b"\0" * 20_000_000), {"Content-Encoding": "gzip"})),
        archive(page(b" " * 20_000_000), packed=True),
    ],
)
def test_bombs_are_refused(data):
    assert "far more than it should" in reasons(data)[0]


def test_an_unknown_packing_is_named():
    assert "br" in reasons(archive(page(b"x", {"Content-Encoding": "br"})))[0]


@pytest.mark.parametrize("data", [b"", archive(page(kind="request"))])
def test_an_archive_without_pages_is_refused(data):
    with pytest.raises(InputError, match="no page"):
        items(data)


@settings(max_examples=200, deadline=None)
@given(mangled([archive(page(), page(chunked(b"x"))), archive(page(), page(), packed=True)]))
def test_damaged_archives_are_read_or_refused(data):
    assert_read_or_refused(read, data)


def test_archives_are_known_packed_or_not():
    assert format_of("a", archive(page())[:4096]).name == "warc"
    assert format_of("a", archive(page(), packed=True)[:4096]).name == "warc"
    assert format_of("a", gzip.compress(b"text")).name == "text"
