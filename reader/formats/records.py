"""Records with named fields, as JSON and tables hold them, into articles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from reader.core.codec import FORMAT, from_json
from reader.core.types import Document, Notice
from reader.errors import ContractError, InputError, RefusedError
from reader.formats.base import Composer, Item, Reading
from reader.formats.checked import checked
from reader.formats.days import machine_day
from reader.formats.text import from_text

Record = Mapping[str, object]

# What fields are called, the likeliest first; see `_key`.
_NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "article", "article_body", "articlebody", "article_text",
        "maintext", "main_text", "full_text", "fulltext", "body_text", "content_text", "story",
        "raw_text", "document", "post", "message", "tweet", "content_html", "html",
        "النص", "نص", "نص_المقال", "نص_الخبر", "المحتوى", "محتوى", "المقال", "الخبر", "المتن",
        "description", "summary",
    ),
    "title": (
        "title", "headline", "heading", "subject", "article_title", "العنوان", "عنوان",
        "عنوان_المقال", "عنوان_الخبر",
    ),
    "published": (
        "published", "date", "date_published", "datepublished", "published_at", "publish_date",
        "published_date", "publication_date", "pub_date", "pubdate", "date_publish", "created_at",
        "created", "timestamp", "datetime", "time", "day", "التاريخ", "تاريخ", "تاريخ_النشر",
    ),
    "author": (
        "author", "authors", "byline", "creator", "writer", "الكاتب", "كاتب", "المؤلف", "المحرر",
    ),
    "address": (
        "url", "link", "address", "canonical_url", "source_url", "article_url", "permalink",
        "الرابط", "رابط",
    ),
}  # fmt: skip
_MARKUP = re.compile(r"</(?:p|div|span|a|strong|h[1-6]|ul|table)>|<br\s*/?>", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\s_.-]+")
_WORDS = 5  # in a field that may be a text, though its name does not say so
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")  # seconds or milliseconds since 1970
_DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
_SHOWN = 12  # fields that a refusal names


def item_of(value: object, reading: Reading, form: str, encoding: str | None = None) -> Item:
    """Return the article of a record, of an analysis that we wrote, or of a plain string."""
    try:
        if isinstance(value, str):
            return _article(value, reading, form, encoding)
        if not isinstance(value, Mapping):
            raise RefusedError(reading.source, "damaged", "it is no record with named fields")
        if value.get("format") == FORMAT:
            return _analyzed(value, reading)
        return _of_record(value, reading, form, encoding)
    except InputError as error:
        return error


def has_text(record: Record, reading: Reading) -> bool:
    """Tell whether a record has a field that is called as one that holds a text."""
    named = dict(reading.fields).get("text")
    if named is not None:
        return named in record
    keys = {_key(name): name for name in record}
    return any(name in keys and _string(record[keys[name]]) for name in _NAMES["text"])


def _of_record(record: Record, reading: Reading, form: str, encoding: str | None) -> Document:
    named = dict(reading.fields)
    keys: dict[str, str] = {}
    for name in record:
        keys.setdefault(_key(name), name)

    def find(field: str) -> str:
        if field in named:
            return _string(record.get(named[field]))
        values = (_string(record[keys[name]]) for name in _NAMES[field] if name in keys)
        return next((value for value in values if value.strip()), "")

    words = find("text")
    notices: tuple[Notice, ...] = ()
    if not words.strip():
        words, notices = _likeliest(record, reading, named.get("text"))
    document = _article(words, reading, form, encoding)
    address = find("address").strip()
    return replace(
        document,
        title=" ".join(find("title").split()) or document.title,
        published=day_of(find("published")),
        author=" ".join(find("author").split()) or None,
        address=address if address.startswith(("http://", "https://")) else None,
        notices=document.notices + notices,
    )


def _likeliest(
    record: Record, reading: Reading, named: str | None
) -> tuple[str, tuple[Notice, ...]]:
    """Return the longest field where it reads as a text, and that it was guessed.

    Raises:
        RefusedError: there is none, or the user named another.
    """
    strings = {name: _string(value) for name, value in record.items()}
    name = max(strings, key=lambda one: len(strings[one]), default="")
    if named is None and len(strings.get(name, "").split()) >= _WORDS:
        words = f"no field is called as texts are; the longest was taken: {name}"
        return strings[name], (Notice("guessed-field", words),)
    shown = ", ".join(list(record)[:_SHOWN]) or "none"
    reason = f"no field of it holds a text; name one, as --field text=NAME (it has: {shown})"
    raise RefusedError(reading.source, "unknown", reason)


def _article(words: str, reading: Reading, form: str, encoding: str | None) -> Document:
    if _MARKUP.search(words):
        from reader.formats.markup import compose  # noqa: PLC0415 - few records hold markup

        composer = Composer()
        compose(words, composer)
        return composer.document(reading, form, encoding=encoding)
    if not words.strip():
        raise InputError(reading.source, "there is no text in it")
    document = from_text(words, source=reading.source, encoding=encoding)
    return replace(document, format=form)


def _analyzed(value: Record, reading: Reading) -> Document:
    """Return the document of an analysis that the program wrote."""
    try:
        document = checked(from_json(value).document)
    except (ContractError, ValueError, TypeError, AttributeError) as error:
        reason = f"it is damaged: it is no analysis of ours ({error})"
        raise RefusedError(reading.source, "damaged", reason) from error
    if not document.text.strip():
        raise InputError(reading.source, "there is no text in it")
    return replace(document, source=reading.source)


def day_of(words: str) -> date | None:
    """Return the day that a field names; None where nobody can tell which it is."""
    words = words.strip()
    if _EPOCH.fullmatch(words):
        seconds = float(words) / (1000 if len(words.partition(".")[0]) == 13 else 1)
        return datetime.fromtimestamp(seconds, UTC).date()
    if parts := _DAY_FIRST.match(words):
        day, month, year = (int(part) for part in parts.groups())
        if day <= 12 and month <= 12 and day != month:
            return None
        day, month = (day, month) if month <= 12 else (month, day)
        return machine_day(f"{year:04}-{month:02}-{day:02}")
    return machine_day(words)


def _key(name: str) -> str:
    """Return a field's name without what is written in one way or another."""
    return _SEPARATORS.sub("_", name.strip().removeprefix("\ufeff").casefold())


def _string(value: object) -> str:
    """Return what a field holds in words: lists are lines, a person is by name."""
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list):
        return "\n".join(part for part in map(_string, value) if part)
    if isinstance(value, Mapping):
        return _string(value.get("name") or value.get("text") or "")
    return ""
