"""What an address on the web says of itself, and what may deceive in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from PySide6.QtCore import QUrl

from reader.gui.models.phrases import QT_TRANSLATE_NOOP, ltr, say

SCHEMES = frozenset({"http", "https", "mailto"})
_CONTEXT = "Links"
# Scripts whose letters can pass for Latin ones, as Unicode names them.
_LOOKALIKE = frozenset({"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "LISU", "COPTIC", "GEORGIAN"})
# Scripts that one name is written in together.
_TOGETHER = frozenset({"CJK", "HIRAGANA", "KATAKANA", "BOPOMOFO", "HANGUL"})
_LEAST_ASCII = 0x80


def shown_address(address: QUrl) -> str:
    """Return all of an address as it is sent, so that no letter in it passes for another."""
    return bytes(address.toEncoded().data()).decode("ascii")


def may_leave(address: QUrl) -> bool:
    """Return whether an address is one that another program may be asked to open."""
    is_mail = address.scheme() == "mailto"
    return address.isValid() and address.scheme() in SCHEMES and (is_mail or bool(address.host()))


def host_of(address: QUrl) -> str:
    """Return the host as the network knows it ("xn--…"); of mail, the host it goes to."""
    if address.scheme() == "mailto":
        host = address.path().rpartition("@")[2]
        return bytes(QUrl.toAce(host).data()).decode("ascii") or host
    return address.host(QUrl.ComponentFormattingOption.EncodeUnicode)


def doubts(address: QUrl) -> list[str]:
    """Return what the reader should know before an address is opened, in their language."""
    return [say(words, _CONTEXT).format(name=ltr(name)) for words, name in _doubts(address)]


def _doubts(address: QUrl) -> Iterator[tuple[str, str]]:
    if not may_leave(address):
        yield (
            QT_TRANSLATE_NOOP(
                "Links", "Only addresses of web pages and of mail are opened, not this one."
            ),
            "",
        )
        return
    if address.userInfo():
        yield (
            QT_TRANSLATE_NOOP(
                "Links", "What stands before @ in it is not the site's name; the site is {name}."
            ),
            host_of(address),
        )
    host = bytes(QUrl.toAce(host_of(address)).data()).decode("ascii")
    labels = [_unicode(label) for label in host.split(".")]
    for label in labels:
        if is_mixed(label):
            yield QT_TRANSLATE_NOOP("Links", "The name {name} mixes alphabets."), label
    if labels and labels[-1].isascii():
        for label in labels[:-1]:
            if is_lookalike(label):
                yield (
                    QT_TRANSLATE_NOOP(
                        "Links", "The name {name} is not in Latin letters, but may look so."
                    ),
                    label,
                )
    if address.scheme() == "http":
        yield (
            QT_TRANSLATE_NOOP("Links", "It is not encrypted: others can see what is read there."),
            "",
        )


def is_mixed(label: str) -> bool:
    """Return whether a part of a host's name has letters of alphabets that do not go together."""
    found = scripts(label)
    return len(found) > 1 and not found <= _TOGETHER


def is_lookalike(label: str) -> bool:
    """Return whether all letters of a part of a host's name may pass for Latin ones."""
    found = scripts(label)
    return bool(found) and found <= _LOOKALIKE


def scripts(words: str) -> set[str]:
    """Return the scripts of the letters of some words, by the first word of their names."""
    letters = (c for c in words if c.isalpha())
    return {
        "LATIN" if ord(c) < _LEAST_ASCII else unicodedata.name(c, "?").split()[0] for c in letters
    }


def _unicode(label: str) -> str:
    """Return a part of a host's name in its own letters."""
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label
