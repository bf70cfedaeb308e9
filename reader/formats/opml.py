"""OPML: a list of feeds, which holds no article itself; the library subscribes to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from reader.errors import InputError
from reader.formats import package
from reader.formats.base import Item, Reading
from reader.formats.charset import xml_text

_MOST = 10_000  # feeds in one list


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a list names.

    Attributes:
        address: http or https.
        folder: the names of the outlines that it lies in, from the outermost.
    """

    title: str
    address: str
    folder: tuple[str, ...] = ()


def read(data: bytes, reading: Reading) -> Iterator[Item]:
    """Refuse the list by saying what it is.

    Raises:
        InputError: always.
    """
    found = feeds(data, reading.source)
    reason = f"this is a list of {len(found)} feeds, not an article; import it into the library"
    raise InputError(reading.source, reason)
    yield


def feeds(data: bytes, source: str) -> tuple[FeedLink, ...]:
    """Return the feeds of a list, each address once, in its order.

    Raises:
        InputError: it is no such list, is damaged, or names too many.
    """
    root = package.xml(xml_text(data, source).text.encode("utf-8", "replace"), source)
    if package.local(root).lower() != "opml":
        raise InputError(source, "this is no list of feeds (OPML)")
    found: dict[str, FeedLink] = {}
    folder: list[str] = []
    for event, outline in etree.iterwalk(root, events=("start", "end"), tag="{*}outline"):
        if event == "end":
            folder.pop()
            continue
        name = " ".join((outline.get("title") or outline.get("text") or "").split())
        address = (outline.get("xmlUrl") or "").strip()
        if address.startswith(("http://", "https://")):
            found.setdefault(
                address, FeedLink(name or address, address, tuple(filter(None, folder)))
            )
        folder.append(name)
        if len(found) > _MOST:
            raise InputError(
                source, f"it names more than {_MOST} feeds; part it into smaller lists"
            )
    return tuple(found.values())
