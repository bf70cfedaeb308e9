"""Small files that want to become large, deep or slow."""

from __future__ import annotations

import gzip
import io
import random
import struct
import time
import zipfile
import zlib
from collections.abc import Callable
from functools import lru_cache

from report import MOST_BYTES, Part, forget_peak, peak

import seeds
from reader.core.types import Document
from reader.errors import InputError
from reader.formats.base import Reading
from reader.formats.isolate import Isolate
from reader.formats.kinds import HEAD, format_of, load, module_of

MOST_SECONDS = 5.0
_GIB = 1 << 30
_LETTER = "م"
_WORD = "خبر عاجل "


@lru_cache
def _deflated(size: int, byte: bytes = b"A") -> bytes:
    """Return `size` times a byte as a raw deflate stream, without ever holding all of it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = byte * (1 << 20)
    made = [packer.compress(block) for _ in range(size >> 20)]
    return b"".join((*made, packer.flush()))


def _zip_of(name: bytes, packed: bytes, size: int, *, said: int | None = None) -> bytes:
    """Return a zip file of one packed member; `said` is the size that its headers lie about."""
    told = min(size if said is None else said, 0xFFFFFFFF)
    common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, 0, len(packed), told, len(name), 0)
    local = b"PK\x03\x04" + common + name + packed
    central = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0)
    end = struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central) + len(name), len(local), 0)
    return local + central + name + b"PK\x05\x06" + end


def zip_ratio() -> bytes:
    return _zip_of(b"a.txt", _deflated(_GIB), _GIB)


def zip_lying_header() -> bytes:
    return _zip_of(b"a.txt", _deflated(_GIB), _GIB, said=100)


def docx_ratio() -> bytes:
    return _zip_of(b"word/document.xml", _deflated(_GIB, b" "), _GIB)


def epub_ratio() -> bytes:
    return _zip_of(b"META-INF/container.xml", _deflated(_GIB, b" "), _GIB)


def zip_nested() -> bytes:
    data = _WORD.encode() * (1 << 16)
    for level in range(12):
        data = seeds.zipped({f"{n}-{level}.zip" if level else f"{n}.txt": data for n in range(4)})
    return data


def zip_quine() -> bytes:
    """Return a zip file whose members are, as far as can be, itself: 40 levels."""
    data = seeds.zipped({"r.txt": _WORD})
    for _ in range(40):
        data = seeds.zipped({"r/r.zip": data})
    return data


def zip_overlap() -> bytes:
    """Return a zip file of 10,000 members that all lie on the same bytes."""
    packed, name = _deflated(1 << 20), b"0000.txt"
    common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, 0, len(packed), 1 << 20, len(name), 0)
    local = b"PK\x03\x04" + common + name + packed
    entries = []
    for number in range(10_000):
        head = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0)
        entries.append(head + f"{number:04}.txt".encode())
    central = b"".join(entries)
    end = struct.pack("<HHHHIIH", 0, 0, 10_000, 10_000, len(central), len(local), 0)
    return local + central + b"PK\x05\x06" + end


def zip_many() -> bytes:
    return seeds.zipped({f"{n}.txt": _WORD for n in range(60_000)})


def _laughs(root: str) -> str:
    names = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ضحك">' for n in range(10)
    )
    return f'<?xml version="1.0"?><!DOCTYPE {root} [{names}]>'


def _square(root: str) -> str:
    return f'<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY q "{"ا" * 100_000}">]>'


def _spy(root: str) -> str:
    return f'<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>'


def _in(document: str, head: str, entity: str) -> str:
    """Return an XML document with another head, and an entity in its words."""
    body = document.partition("?>")[2] if document.startswith("<?xml") else document
    return head + body.replace(seeds.WORDS, entity + seeds.WORDS).replace(seeds.TITLE, entity, 1)


def _word_xml(head: str, entity: str) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f'<w:document xmlns:w="{space}"><w:body><w:p><w:r><w:t>{entity}</w:t></w:r></w:p>'
    with zipfile.ZipFile(io.BytesIO(seeds.SEEDS["docx"][1]()[0])) as old:
        members: dict[str, bytes | str] = {name: old.read(name) for name in old.namelist()}
    return seeds.zipped(members | {"word/document.xml": head + body + "</w:body></w:document>"})


def _odt_xml(head: str, entity: str) -> bytes:
    content = _in(seeds.CONTENT, head, entity)
    return seeds.zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content,
                         "META-INF/manifest.xml": seeds.MANIFEST}, ("mimetype",))  # fmt: skip


_HEADS = {"laughs": _laughs, "square": _square, "spy": _spy}
_USES = {"laughs": "&l9;", "square": "&q;" * 20_000, "spy": "&l9;"}


def _entities(kind: str, use: str) -> bytes:
    head, entity = _HEADS[use], _USES[use]
    match kind:
        case "docx":
            return _word_xml(head("w:document"), entity)
        case "odt":
            return _odt_xml(head("office:document-content"), entity)
        case "epub":
            return seeds.epub(_in(seeds.CHAPTER, head("html"), entity))
        case "opf":
            return seeds.epub(opf=_in(seeds.OPF, head("package"), entity))
        case "rss":
            return _in(seeds.RSS, head("rss"), entity).encode()
        case _:
            return _in(seeds.OPML, head("opml"), entity).replace("مصادر", entity).encode()


def html_deep() -> bytes:
    return seeds.PAGE.replace("<p>", "<div>" * 100_000 + "<p>", 1).encode()


def html_deep_mixed() -> bytes:
    return seeds.PAGE.replace("<p>", "<b><i><a>" * 100_000 + "<p>", 1).encode()


def html_tables() -> bytes:
    return seeds.PAGE.replace("<p>", "<table><tr><td>" * 5_000 + "<p>", 1).encode()


def html_open_tags() -> bytes:
    return seeds.PAGE.encode() + b"<a " * 200_000


def html_attributes() -> bytes:
    many = " ".join(f"a{n}=x" for n in range(100_000))
    return seeds.PAGE.replace("<p>", f"<p {many}>", 1).encode()


def xml_deep() -> bytes:
    deep = "<a>" * 100_000 + "</a>" * 100_000
    return seeds.RSS.replace("<item>", f"<item>{deep}", 1).encode()


def odt_deep() -> bytes:
    deep = "<text:section>" * 100_000
    return _odt_xml('<?xml version="1.0"?>', deep)


def json_deep() -> bytes:
    return b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"


def json_deep_objects() -> bytes:
    return b'[{"text": ' + b'{"a":' * 100_000


def json_number() -> bytes:
    return b'[{"text": "' + _WORD.encode() * 20 + b'", "n": ' + b"9" * 1_000_000 + b"}]"


def warc_gzip() -> bytes:
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 1073741824\r\n\r\n"
    return gzip.compress(head + b"A" * (200 << 20), 1)


def marks() -> bytes:
    return (f"قال {_LETTER}" + "\u064e\u0651" * 50_000 + " أمس في بغداد.\n").encode()


def marks_in_page() -> bytes:
    return seeds.PAGE.replace("الوزير", "الوزير" + "\u064e\u0651\u0301" * 40_000).encode()


def long_word() -> bytes:
    return (f"قال {_LETTER * 500_000} أمس في بغداد.\n").encode()


def long_word_in_page() -> bytes:
    return seeds.PAGE.replace("الوزير", _LETTER * 500_000).encode()


def pdf_page_size() -> bytes:
    return seeds.SEEDS["pdf"][1]()[0].replace(b"/MediaBox [", b"/MediaBox [0 0 1e30 1e30] /X [")


def _pdf(stream: bytes, entries: bytes, *, pages: int = 1) -> bytes:
    kids = b" ".join(b"3 0 R" for _ in range(pages))
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count "
        + str(pages).encode()
        + b"/Kids["
        + kids
        + b"]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
        b"4 0 obj<<" + entries + b"/Length " + str(len(stream)).encode() + b">>stream\n" + stream
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n"
    )  # fmt: skip


def pdf_stream() -> bytes:
    packer = zlib.compressobj(9)
    block = b"BT /F 9 Tf (ABCDEFGH ) Tj ET\n" * 40_000
    packed = b"".join(packer.compress(block) for _ in range(400)) + packer.flush()
    return _pdf(packed, b"/Filter/FlateDecode")


def pdf_filters() -> bytes:
    data = b"\0" * (64 << 20)
    for _ in range(3):
        data = zlib.compress(data, 9)
    return _pdf(data, b"/Filter[" + b"/FlateDecode" * 3 + b"]")


def pdf_pages() -> bytes:
    return _pdf(b"BT /F 9 Tf (A) Tj ET", b"", pages=200_000)


def pdf_loop() -> bytes:
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]/Parent 2 0 R>>endobj\n"
        b"trailer<</Root 1 0 R/Prev 0>>\n"
    )


def rtf_deep() -> bytes:
    return b"{\\rtf1\\ansi " + b"{\\b " * 100_000 + b"x" + b"}" * 100_000 + b"}"


def rtf_binary() -> bytes:
    return b"{\\rtf1\\ansi\\bin2147483647 x " + b"\\u1605?" * 200_000 + b"}"


def csv_cell() -> bytes:
    return b'title,text\nx,"' + _WORD.encode() * 1_000_000 + b'"\n'


def csv_columns() -> bytes:
    return (",".join(f"c{n}" for n in range(200_000)) + "\n").encode() * 3


def csv_quotes() -> bytes:
    return b"title,text\n" + b'"' * 2_000_001


def mime_deep() -> bytes:
    parts = [b"From: a@example.org\nTo: b@example.org\nDate: Thu, 02 Nov 2017 10:00:00 +0300\n"]
    parts += [
        f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n'.encode() for n in range(3_000)
    ]
    return b"".join(parts) + b"Content-Type: text/plain\n\nx\n"


def mime_message_deep() -> bytes:
    head = b"From: a@example.org\nTo: b@example.org\nSubject: x\nContent-Type: message/rfc822\n\n"
    return head * 20_000


def mail_headers() -> bytes:
    head = b"From: a@example.org\nTo: b@example.org\nSubject: x\n"
    return head + b"X: y\n" * 400_000 + b"\nx\n"


def mbox_many() -> bytes:
    one = b"From a@example.org Thu Nov  2 10:00:00 2017\nFrom: a\nTo: b\nSubject: s\n\nx\n\n"
    return one * 10_000


def markdown_nested() -> bytes:
    return (">" * 50_000 + " x\n" + "[" * 50_000 + "\n" + "*a " * 50_000 + "\n").encode()


def random_bytes() -> bytes:
    return random.Random(1).randbytes(4 << 20)


def _bombs() -> dict[str, tuple[str, Callable[[], bytes]]]:
    named = [
        ("a.zip", zip_ratio), ("a.zip", zip_lying_header), ("a.docx", docx_ratio),
        ("a.epub", epub_ratio), ("a.zip", zip_nested), ("a.zip", zip_quine),
        ("a.zip", zip_overlap), ("a.zip", zip_many), ("a.html", html_deep),
        ("a.html", html_deep_mixed), ("a.html", html_tables), ("a.html", html_open_tags),
        ("a.html", html_attributes), ("a.rss", xml_deep), ("a.odt", odt_deep),
        ("a.json", json_deep), ("a.json", json_deep_objects), ("a.json", json_number),
        ("a.warc", warc_gzip), ("a.txt", marks), ("a.html", marks_in_page),
        ("a.txt", long_word), ("a.html", long_word_in_page), ("a.pdf", pdf_page_size),
        ("a.pdf", pdf_stream), ("a.pdf", pdf_filters), ("a.pdf", pdf_pages),
        ("a.pdf", pdf_loop), ("a.rtf", rtf_deep), ("a.rtf", rtf_binary), ("a.csv", csv_cell),
        ("a.csv", csv_columns), ("a.csv", csv_quotes), ("a.eml", mime_deep),
        ("a.eml", mime_message_deep), ("a.eml", mail_headers), ("a.mbox", mbox_many),
        ("a.md", markdown_nested), ("a.bin", random_bytes),
    ]  # fmt: skip
    found = {make.__name__: (name, make) for name, make in named}
    ends = {
        "docx": "docx",
        "odt": "odt",
        "epub": "epub",
        "opf": "epub",
        "rss": "rss",
        "opml": "opml",
    }
    for kind, end in ends.items():
        for use in _HEADS:
            name = f"{kind}_entities_{use}"
            found[name] = (f"a.{end}", lambda kind=kind, use=use: _entities(kind, use))
    return found


BOMBS = _bombs()


def run(_count: int, _seed: int) -> Part:
    """Read every bomb."""
    part = Part()
    ends, misses, most, memory = [], [], 0.0, 0
    with Isolate() as isolate:
        for bomb, (name, make) in BOMBS.items():
            seconds, held, told = _read(isolate, make(), name)
            most, memory = max(most, seconds), max(memory, held)
            ends.append(f"{bomb} {seconds:.1f} s {held >> 20} MiB {told}")
            refused = told != "read"
            if seconds > MOST_SECONDS and not refused:
                misses.append(f"{bomb}: {seconds:.1f} s")
            if held > MOST_BYTES:
                misses.append(f"{bomb}: {held >> 20} MiB")
            if "root:" in told:
                misses.append(f"{bomb}: it read a file of the system")
    part.tell(
        f"{len(BOMBS)} bombs: {most:.1f} s and {memory >> 20} MiB at most ({'; '.join(ends)})",
        misses,
    )
    return part


def _read(isolate: Isolate, data: bytes, name: str) -> tuple[float, int, str]:
    """Read a file; return the seconds, the most memory of its reader, and how it ended."""
    known = format_of(name, data[:HEAD])
    pid = isolate._idle[0]._process.pid if isolate._idle else 0
    forget_peak(pid)
    begun = time.monotonic()
    try:
        items = load(known)(data, Reading(name)) if known.trusted else isolate.read(
            module_of(known), data, Reading(name))  # fmt: skip
        told, held = "", 0
        for item in items:
            held = max(held, peak(pid))
            if isinstance(item, Document) and "root:" in item.text:
                told = "root:"
            elif isinstance(item, InputError):
                told = told or str(getattr(item, "code", "refused"))
    except InputError as error:
        told = type(error).__name__
    return time.monotonic() - begun, max(held, peak(pid)), told or "read"
