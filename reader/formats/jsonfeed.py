"""JSON Feed (https://jsonfeed.org/version/1.1): every item of it is an article."""

from __future__ import annotations

import json
from collections.abc import Iterator

from reader.errors import InputError
from reader.formats.base import Composer, Item, Reading
from reader.formats.charset import read_as
from reader.formats.days import machine_day
from reader.formats.feed import compose_entry, web_address, words_of


def read(data: bytes, reading: Reading) -> Iterator[Item]:
    """Yield the items of a feed, in its order.

    Raises:
        InputError: it is no feed, or holds no article.
    """
    read_in = read_as(data, reading.source, chosen=reading.encoding, declared="utf-8")
    try:
        feed = json.loads(read_in.text)
    except (ValueError, RecursionError) as error:
        raise InputError(reading.source, f"it is damaged: it is no JSON ({error})") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or not items:
        raise InputError(reading.source, "there is no article in this feed")
    base = _words(feed, "home_page_url") or reading.source
    for number, item in enumerate(items, start=1):
        inside = reading.inside(str(number))
        if isinstance(item, dict):
            yield _item(item, feed, inside, base)
        else:
            yield InputError(inside.source, "it is damaged: it is no item of a feed")


def _item(item: dict[str, object], feed: dict[str, object], reading: Reading, base: str) -> Item:
    composer = Composer()
    title = words_of(("text/plain", _words(item, "title")))
    if title:
        composer.add(title, "title")
    compose_entry(_body(item), composer)
    address = _words(item, "url") or _words(item, "external_url") or _words(item, "id")
    try:
        return composer.document(
            reading,
            "jsonfeed",
            title=title,
            published=machine_day(_words(item, "date_published")),
            author=_authors(item) or _authors(feed),
            address=web_address(base, address),
            encoding="utf-8",
        )
    except InputError as error:
        return error


def _body(item: dict[str, object]) -> tuple[str, str]:
    for kind, name in (
        ("text/html", "content_html"),
        ("text/plain", "content_text"),
        ("text/plain", "summary"),
    ):
        if words := _words(item, name):
            return kind, words
    return "text/plain", ""


def _authors(holder: dict[str, object]) -> str:
    """Return the authors, by version 1.1 or 1.0 of the format."""
    authors = holder.get("authors")
    found = authors if isinstance(authors, list) else [holder.get("author")]
    names = (_words(author, "name") for author in found if isinstance(author, dict))
    return "، ".join(name for name in names if name)


def _words(holder: dict[str, object], name: str) -> str:
    value = holder.get(name)
    return value if isinstance(value, str) else ""
