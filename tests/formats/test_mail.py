from base64 import b64encode
from datetime import date
from email.header import Header
from email.message import EmailMessage
from quopri import encodestring

import pytest
from hypothesis import given, settings
from mangled import assert_blocks_right, assert_read_or_refused, mangled

from reader.core.types import Document
from reader.errors import InputError
from reader.formats import mail, mbox
from reader.formats.base import Reading
from reader.formats.kinds import format_of

HEADERS = (
    "From: {from_}\r\nTo: b@x.example\r\nSubject: {subject}\r\n"
    "Date: Tue, 31 Oct 2017 23:30:00 +0300\r\n"
)
SUBJECT = "ختام محادثات أستانا"
TEXT = "انتهت اليوم الثلاثاء محادثات أستانا بجولتها السابعة من دون جديد."


def simple(body=TEXT, *, subject=SUBJECT, more="", encoding="utf-8"):
    from_ = "=?utf-8?b?" + b64encode("رامي سليمان".encode()).decode() + "?= <r@x.example>"
    head = HEADERS.format(from_=from_, subject=Header(subject, "utf-8").encode()) + more
    return (head + "\r\n").encode() + body.replace("\n", "\r\n").encode(encoding)


def typed(charset, encoding="8bit", more=""):
    return (
        f"MIME-Version: 1.0\r\nContent-Type: text/plain; charset={charset}{more}\r\n"
        f"Content-Transfer-Encoding: {encoding}\r\n"
    )


def read(data, module=mail):
    items = list(module.read(data, Reading("m.eml")))
    for item in items:
        if isinstance(item, Document):
            assert_blocks_right(item)
    return items


def lines(body, more=""):
    [document] = read(simple(body, more=more))
    return [(b.kind, b.span.of(document.text)) for b in document.blocks[1:]]


def test_a_message_is_an_article_with_its_headers():
    [document] = read(simple())
    assert document.text == f"{SUBJECT}\n{TEXT}"
    assert document.title == SUBJECT
    assert document.author == "رامي سليمان"
    assert document.published == date(2017, 10, 31)
    assert (document.source, document.format) == ("m.eml", "mail")


@pytest.mark.parametrize(
    ("encoding", "label"),
    [
        ("utf-8", "utf-8"),
        ("cp1256", "windows-1256"),
        ("cp1256", "iso-8859-1"),
        ("cp1256", "us-ascii"),
        ("cp1256", "unknown-8bit"),
        ("utf-8", "iso-8859-1"),
        ("cp1256", "utf-8"),
        ("iso8859_6", "iso-8859-6"),
    ],
)
def test_wrong_labels_of_encodings_do_no_harm(encoding, label):
    [document] = read(simple(more=typed(label), encoding=encoding))
    assert document.text.endswith(TEXT)
    assert document.encoding == encoding.replace("_", "-")


@pytest.mark.parametrize("way", ["base64", "quoted-printable"])
def test_transfer_encodings_are_undone(way):
    coded = (
        b64encode(TEXT.encode("cp1256")) if way == "base64" else encodestring(TEXT.encode("cp1256"))
    )
    [document] = read(simple(coded.decode(), more=typed("windows-1256", way)))
    assert document.text.endswith(TEXT)


@pytest.mark.parametrize(
    "subject",
    [
        SUBJECT.encode(),
        SUBJECT.encode("cp1256"),
        b"=?windows-1256?Q?" + encodestring(SUBJECT.encode("cp1256")).replace(b" ", b"_") + b"?=",
        b"=?utf-8?b?" + b64encode(SUBJECT[:7].encode()) + b"?=\r\n =?utf-8?b?"
        + b64encode(SUBJECT[7:].encode()) + b"?=",
        b"=?x-none?b?" + b64encode(SUBJECT.encode()) + b"?=",
    ],
)  # fmt: skip
def test_subjects_are_read_however_they_are_written(subject):
    data = b"From: a@x.example\r\nTo: b\r\nSubject: " + subject + b"\r\n\r\nx"
    [document] = read(data)
    assert document.title == SUBJECT


def test_a_stub_of_plain_text_gives_way_to_the_page():
    message = EmailMessage()
    message["Subject"] = "x"
    message.set_content("اعرض الرسالة في المتصفح")
    message.add_alternative(
        f"<h1>عنوان</h1><p>{TEXT}</p><p>{TEXT}</p><ul><li>بند</ul>", subtype="html"
    )
    [document] = read(message.as_bytes())
    assert document.text.split("\n") == ["x", "عنوان", TEXT, TEXT, "بند"]
    message.get_payload()[0].set_content(TEXT + "\n\nعنوان بند")
    [document] = read(message.as_bytes())
    assert document.text.split("\n") == ["x", TEXT, "عنوان بند"]


def test_attachments_are_read_or_named():
    message = EmailMessage()
    message["Subject"] = "x"
    message.set_content(TEXT)
    page = f"<html><body><p>{TEXT}</p></body></html>".encode()
    message.add_attachment(page, "text", "html", filename="تقرير.html")
    message.add_attachment(b"\x89PNG\r\n", "image", "png", filename="صورة.png")
    message.add_attachment(TEXT.encode(), "application", "octet-stream", filename="../ملف.txt")
    inner = EmailMessage()
    inner["Subject"] = "رسالة في رسالة"
    inner.set_content(TEXT)
    message.add_attachment(inner)
    first, page, text, forwarded = read(message.as_bytes())
    assert [n.code for n in first.notices] == ["attachment"]
    assert "صورة.png" in first.notices[0].words
    assert (page.source, page.text) == ("m.eml#تقرير.html", TEXT)
    assert (text.source, text.text) == ("m.eml#ملف.txt", TEXT)
    assert forwarded.title == "رسالة في رسالة"


def test_quotations_and_signatures_are_told_apart():
    body = "نعم.\n> قال الوزير\n>> وسأل آخر\n\nختام\n-- \nرامي سليمان\nصحيفة البلد\n"
    assert lines(body) == [
        ("paragraph", "نعم."),
        ("quote", "قال الوزير"),
        ("quote", "وسأل آخر"),
        ("paragraph", "ختام"),
        ("note", "رامي سليمان"),
        ("note", "صحيفة البلد"),
    ]


def test_lines_that_a_program_broke_are_put_together():
    long = " ".join([TEXT] * 4)
    broken, line = [], ""
    for word in long.split():
        if len(line) + 1 + len(word) > 72:
            broken.append(line)
            line = ""
        line = f"{line} {word}".strip()
    body = "\n".join([*broken, line]) + "\n\nفقرة قصيرة\nوسطر قصير\n- بند\n- آخر"
    assert [words for _, words in lines(body)] == [
        long, "فقرة قصيرة", "وسطر قصير", "- بند", "- آخر",
    ]  # fmt: skip


def test_flowed_text_flows():
    body = "أول السطر \nوآخره\n \nفقرة"
    assert lines(body, typed("utf-8", more="; format=flowed"))[0][1] == "أول السطر وآخره"
    body = "أول السط \nر وآخره"
    more = typed("utf-8", more="; format=flowed; delsp=yes")
    assert lines(body, more) == [("paragraph", "أول السطر وآخره")]


MBOX = (
    b"From r@x.example Tue Oct 31 20:30:00 2017\r\n"
    + simple("From 10:30 in 2017 this is text\n>From here too\n")
    + b"\r\n\r\nFrom - Wed Nov  1 08:00:00 2017\r\n"
    + b"no header at all\r\n\r\n"
    + b"From MAILER-DAEMON Thu Nov  2 08:00:00 2017\r\n"
    + simple()
)


def test_a_mailbox_gives_each_message_and_names_the_damaged():
    first, damaged, last = read(MBOX, mbox)
    assert first.text.split("\n")[1:] == ["From 10:30 in 2017 this is text", "From here too"]
    assert (first.source, last.source) == ("m.eml#1", "m.eml#3")
    assert isinstance(damaged, InputError)
    assert damaged.source == "m.eml#2"
    assert last.text.endswith(TEXT)


@pytest.mark.parametrize("data", [b"", b"\r\n", b"no header\r\n\r\nx", b"\0" * 100])
def test_what_is_no_mail_is_refused(data):
    for module in (mail, mbox):
        with pytest.raises(InputError):
            read(data, module)


def nested(depth):
    head = "Content-Type: multipart/mixed; boundary=b{0}\r\n\r\n--b{0}\r\n"
    return "".join(head.format(n) for n in range(depth)) + "\r\nx"


@pytest.mark.parametrize(
    "data",
    [
        "A: b\r\n" * 100_000,
        "A: " + "b" * 1_000_000,
        "Subject: " + "=?a?q?" * 100_000,
        "Subject: " + "\r\n a" * 100_000,
        "From: " + "(" * 100_000,
        "Content-Type: text/plain" + ';a="' * 100_000,
        "Content-Type: text/plain; " + "a*0*=x;" * 100_000,
        nested(90),
        nested(2000),
        "Content-Type: message/rfc822\r\n\r\n" * 90,
        "Content-Type: multipart/mixed; boundary=x\r\n\r\n" + "--x\r\n\r\n" * 50_000,
        "Subject: x\r\n\r\n" + ">" * 500_000,
        "Subject: x\r\n\r\n" + "> " * 200_000,
        "Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 666 a\r\n" + "M" * 300_000,
        "Content-Type: text/plain; charset*=''%\r\nA: b\r\n\r\nx",
    ],
)
def test_hostile_mail_is_read_or_refused(data):
    assert_read_or_refused(mail.read, data.encode())


@settings(max_examples=200, deadline=None)
@given(mangled([simple(), simple(more=typed("windows-1256", "base64")), MBOX]))
def test_damaged_mail_is_read_or_refused(data):
    assert_read_or_refused(mail.read, data)
    assert_read_or_refused(mbox.read, data)


@pytest.mark.parametrize(
    ("head", "name"),
    [(simple(), "mail"), (MBOX, "mbox"), (b"From here to there.\nIt is: text", "text"),
     (b"Note: this\nis: text\n\nDate: x", "text")],
)  # fmt: skip
def test_mail_is_known_by_its_headers(head, name):
    assert format_of("a", head).name == name
