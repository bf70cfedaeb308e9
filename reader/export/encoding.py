"""Words as bytes that every reader of UTF-8 takes, whatever the article holds."""

from __future__ import annotations

import json
import re

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def json_bytes(values: object, *, indent: int | None) -> bytes:
    """Return JSON and a line end; what UTF-8 cannot hold is escaped, and read back as it was."""
    words = json.dumps(values, ensure_ascii=False, indent=indent)
    return (words + "\n").encode("utf-8", "backslashreplace")


def utf8(words: str) -> bytes:
    """Return words in UTF-8; a lone surrogate, which it cannot hold, becomes U+FFFD."""
    return _SURROGATES.sub("\ufffd", words).encode()


def xml_words(words: str) -> str:
    """Return words that XML 1.0 can hold; each other character becomes U+FFFD."""
    return _NOT_XML.sub("\ufffd", words)
