from datetime import date

import pytest
from hypothesis import given, settings
from mangled import assert_blocks_right, assert_read_or_refused, mangled

from reader.formats.base import Reading
from reader.formats.kinds import format_of
from reader.formats.markdown import read

TEXT = """---
title: "ختام محادثات أستانا"
date: 2017-10-31
author: [رامي سليمان, هدى]
tags:
  - سوريا
---

انتهت **اليوم** الثلاثاء [محادثات أستانا](https://news.example/a "عنوان")
بجولتها *السابعة*.

## المشاركون

* روسيا
* تركيا
    1. أنقرة

> قال الوزير إن
> الجولة انتهت.

| البلد | العدد |
|-------|------:|
| روسيا | 3     |

```
كما هو
```
"""


def one(text):
    [document] = read(text if isinstance(text, bytes) else text.encode(), Reading("a.md"))
    assert_blocks_right(document)
    return document


def test_the_structure_of_markdown_is_kept_and_its_marks_are_left_out():
    document = one(TEXT)
    found = [(b.kind, b.span.of(document.text)) for b in document.blocks]
    assert found == [
        ("title", "ختام محادثات أستانا"),
        ("paragraph", "انتهت اليوم الثلاثاء محادثات أستانا بجولتها السابعة."),
        ("heading", "المشاركون"),
        ("list_item", "روسيا"),
        ("list_item", "تركيا"),
        ("list_item", "أنقرة"),
        ("quote", "قال الوزير إن الجولة انتهت."),
        ("cell", "البلد"),
        ("cell", "العدد"),
        ("cell", "روسيا"),
        ("cell", "3"),
        ("paragraph", "كما هو"),
    ]
    assert document.title == "ختام محادثات أستانا"
    assert document.published == date(2017, 10, 31)
    assert document.author == "رامي سليمان، هدى"


@pytest.mark.parametrize(
    ("text", "title", "author"),
    [
        ("# عنوان\n\nنص", "عنوان", None),
        ("+++\ntitle = 'عنوان'\nauthors = [\"هدى\"]\n+++\nنص", "عنوان", "هدى"),
        ("---\r\ntitle: عنوان\r\nauthors:\r\n- هدى\r\n- علي\r\n---\r\nنص", "عنوان", "هدى، علي"),
        ("---\nنص بلا نهاية", None, None),
    ],
)
def test_titles_and_authors_are_found_in_front(text, title, author):
    document = one(text)
    assert (document.title, document.author) == (title, author)
    assert "نص" in document.text


def test_other_encodings_are_read():
    assert one("# خبر عاجل من دمشق\n\nنص الخبر هنا".encode("cp1256")).encoding == "cp1256"


@pytest.mark.parametrize(
    "text", ["![" * 3000, "> " * 200 + "كلمة", "- " * 200 + "كلمة", "a`" * 5000, "*a **" * 5000]
)
def test_hostile_markdown_loses_no_word(text):
    assert one(text + "كلمة").text.count("كلمة") == (text + "كلمة").count("كلمة")


@settings(max_examples=150, deadline=None)
@given(mangled([TEXT.encode(), TEXT.encode("cp1256")]))
def test_damaged_markdown_is_read_or_refused(data):
    assert_read_or_refused(read, data)


def test_markdown_is_known_by_its_name():
    assert format_of("a.md", b"# a").name == "markdown"
