"""RTF: its paragraphs, headings, cells and notes, in Unicode or in the code page of its fonts.

striprtf is not asked: it leaves notes out without a word, takes hidden and deleted text for
text, and knows no headings.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.core.types import BlockKind
from reader.errors import InputError
from reader.formats.base import Composer, Item, Reading
from reader.formats.charset import known
from reader.formats.metadata import author, file_day

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<value>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})"
    r"|\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
# By the numbers that fonts give their character sets.
_CHARSETS = {
    128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250",
}  # fmt: skip
_LATIN = "cp1252"
_CHARACTERS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "softline": "\n", "emdash": "—", "endash": "–",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f", "emspace": " ",
    "enspace": " ", "qmspace": " ", "page": "\n", "column": "\n",
}  # fmt: skip
_SIGNS = {"~": "\u00a0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n"}
# Destinations that are no text of the document.
_PASSED = frozenset(
    {
        *(
            "colortbl",
            "pict",
            "object",
            "fldinst",
            "bkmkstart",
            "bkmkend",
            "themedata",
            "datafield",
        ),
        *(
            "listtable",
            "listoverridetable",
            "rsidtbl",
            "generator",
            "xmlnstbl",
            "filetbl",
            "revtbl",
        ),
        *("pntext", "listtext", "pn", "pnseclvl", "annotation", "atnid", "atnauthor", "atnref"),
        *("sn", "sv", "shprslt", "nonshppict", "shppict", "upr", "objdata", "ftnsep", "ftnsepc"),
        *(
            "aftnsep",
            "aftnsepc",
            "ftncn",
            "aftncn",
            "xe",
            "tc",
            "stylesheet_alternative",
            "private",
        ),
    }
)
_RUNNING = frozenset(
    f"{name}{which}" for name in ("header", "footer") for which in ("", "l", "r", "f")
)
_SAID = frozenset({"title", "author"})
_LONGEST_NAME = 100  # of a style that tells what it is
_BULLET = re.compile(r"\s*[•▪◦●○‣·]\s+")
_ENDS: dict[str, BlockKind | None] = {"par": None, "sect": None, "cell": "cell", "nestcell": "cell"}


def read(data: bytes, reading: Reading) -> Iterator[Item]:
    """Yield the one article of an RTF file."""
    if data.lstrip()[:5] != b"{\\rtf":
        raise InputError(reading.source, "it is damaged: it does not begin as RTF does")
    parser = _Parser()
    parser.feed(data.decode("latin-1"))
    composer = parser.composer
    if running := parser.joined(parser.running):
        composer.notice("running-text", f"left out what stands on every page: {running}")
    if parser.hidden:
        composer.notice("hidden-text", "left out text that its writer has hidden")
    titled = any(block.kind == "title" for block in composer.blocks)
    yield composer.document(
        reading,
        "rtf",
        title=None if titled else parser.joined(parser.said["title"]),
        author=author(parser.joined(parser.said["author"])),
        published=file_day("{yr:04}-{mo:02}-{dy:02}".format(**parser.made), composer),
    )


@dataclass(slots=True)
class _State:
    """What holds in a group until its end.

    Attributes:
        target: where its text goes; None where nowhere.
        table: the destination whose words are no text but tell of fonts or styles.
        skips: how many characters stand for one of Unicode where it is not known.
        out: hidden or deleted.
    """

    target: list[str] | None
    table: str = ""
    encoding: str | None = None
    skips: int = 1
    hidden: bool = False
    deleted: bool = False
    style: int | None = None
    outline: int = 9
    listed: bool = False
    in_table: bool = False

    def begin_paragraph(self) -> None:
        """Forget what the paragraph before was."""
        self.style, self.outline, self.listed, self.in_table = None, 9, False, False


@dataclass(slots=True)
class _Parser:
    """Reads tokens and fills a composer.

    Attributes:
        hidden: whether text was left out because it is.
        running: the words of headers and footers.
        said: title and author.
        made: the day on which the file was.
    """

    composer: Composer = field(default_factory=Composer)
    hidden: bool = False
    running: list[str] = field(default_factory=list)
    said: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in _SAID})
    made: dict[str, int] = field(default_factory=lambda: {"yr": 0, "mo": 0, "dy": 0})
    _body: list[str] = field(default_factory=list)
    _notes: list[list[str]] = field(default_factory=list)
    _encoding: str = _LATIN
    _fonts: dict[int, str] = field(default_factory=dict)
    _styles: dict[int, str] = field(default_factory=dict)
    _number: int = 0
    _skip: int = 0
    _starred: bool = False
    _bytes: bytearray = field(default_factory=bytearray)

    def feed(self, text: str) -> None:
        """Read a whole file."""
        state = _State(self._body)
        stack: list[_State] = []
        position = 0
        while found := _TOKEN.search(text, position):
            position = found.end()
            kind = found.lastgroup
            if kind == "brace":
                self._flush(state)
                self._skip = 0
                if found["brace"] == "{":
                    stack.append(state)
                    state = copy.copy(state)
                elif stack:
                    state = stack.pop()
            elif kind in {"hex", "text"}:
                self._characters(state, found)
            elif kind == "sign":
                self._sign(state, found["sign"])
            elif found["word"] == "bin":
                position += max(int(found["value"] or 0), 0)
            else:
                self._word(state, found["word"], found["value"])
        self._flush(state)
        self._end(state, None)

    def joined(self, pieces: list[str]) -> str:
        """Return words in which pairs of surrogates are characters."""
        words = "".join(pieces).encode("utf-16-le", "surrogatepass")
        return " ".join(words.decode("utf-16-le", "replace").split())

    def _characters(self, state: _State, found: re.Match[str]) -> None:
        """Take bytes of the code page."""
        code = found["hex"]
        data = bytes([int(code, 16)]) if code else found["text"].encode("latin-1")
        kept = data[self._skip :]
        self._skip = max(self._skip - len(data), 0)
        self._starred = False
        if state.table == "stylesheet":
            named = self._styles.get(self._number, "")
            if len(named) < _LONGEST_NAME:
                self._styles[self._number] = named + kept.decode(_LATIN, "replace")
        elif not state.table:
            self._bytes += kept

    def _flush(self, state: _State) -> None:
        """Put the bytes that were taken where they belong, as text."""
        if self._bytes:
            encoding = state.encoding or self._encoding
            data, self._bytes = bytes(self._bytes), bytearray()
            self._put(state, data.decode(encoding, "replace"))

    def _put(self, state: _State, text: str) -> None:
        if state.target is None or state.deleted:
            return
        if state.hidden:
            self.hidden = self.hidden or not text.isspace()
            return
        state.target.append(text)

    def _sign(self, state: _State, sign: str) -> None:
        self._flush(state)
        if sign == "*":
            self._starred = True
        elif self._skip:
            self._skip -= 1
        elif sign in "\r\n":
            self._end(state, None)
        elif sign in _SIGNS:
            self._put(state, _SIGNS[sign])

    def _word(self, state: _State, word: str, number: str | None) -> None:
        self._flush(state)
        value = int(number) if number else None
        starred, self._starred = self._starred, False
        if word == "u" and value is not None:
            self._put(state, chr(value % 0x10000))
            self._skip = state.skips
        elif word in _ENDS:
            self._end(state, _ENDS[word])
        elif word in _CHARACTERS:
            self._put(state, _CHARACTERS[word])
        elif not self._destination(state, word, starred=starred):
            self._property(state, word, value)

    def _destination(self, state: _State, word: str, *, starred: bool) -> bool:
        """Tell whether a word begins a destination, and where its text goes."""
        if word in {"footnote", "endnote"}:
            state.target = [] if state.target is self._body else None
            state.begin_paragraph()
            if state.target is not None:
                self._notes.append(state.target)
        elif word in _RUNNING:
            state.target = self.running
        elif word in _SAID:
            state.target = self.said[word]
        elif word in {"fonttbl", "stylesheet", "info", "creatim"}:
            state.target, state.table = None, word
        elif word in {"ud", "result"}:
            state.target = self._body
        elif word in _PASSED or (starred and word != "shpinst"):
            state.target = None
        else:
            return False
        if state.table == "info" and word in _SAID:
            state.table = ""
        return True

    def _property(self, state: _State, word: str, value: int | None) -> None:
        """Take a word that says how what follows is set."""
        on = value != 0
        if word == "uc":
            state.skips = max(value if value is not None else 1, 0)
        elif word == "v":
            state.hidden = on
        elif word == "deleted":
            state.deleted = on
        elif word == "plain":
            state.hidden = state.deleted = False
        elif word == "pard":
            state.begin_paragraph()
        elif word == "outlinelevel" and value is not None:
            state.outline = value
        elif word == "ls":
            state.listed = on
        elif word == "intbl":
            state.in_table = on
        elif value is not None:
            self._numbered(state, word, value)

    def _numbered(self, state: _State, word: str, value: int) -> None:
        """Take a word that names a font, a style, a code page or a part of a day."""
        if word == "ansicpg":
            self._encoding = known(f"cp{value}") or _LATIN
        elif word == "f":
            self._number = value
            state.encoding = self._fonts.get(value)
        elif word == "fcharset" and state.table == "fonttbl" and value in _CHARSETS:
            self._fonts[self._number] = _CHARSETS[value]
        elif word == "s":
            self._number = value if state.table else self._number
            state.style = value
        elif word in self.made and state.table == "creatim":
            self.made[word] = min(max(value, 0), 9999)

    def _end(self, state: _State, kind: BlockKind | None) -> None:
        """End a paragraph or a cell."""
        if state.target is not self._body:
            self._put(state, "\n")
            return
        text = _whole("".join(self._body))
        self._body.clear()
        told, level = self._kind(state)
        bullet = _BULLET.match(text)
        if bullet and told == "paragraph":
            text, told = text[bullet.end() :], "list_item"
        self.composer.add(text, kind or ("cell" if state.in_table else told), level=level)
        for note in self._notes:
            self.composer.add(_whole("".join(note)), "note")
        self._notes.clear()

    def _kind(self, state: _State) -> tuple[BlockKind, int]:
        """Return what a paragraph's properties say that it is."""
        named = self._styles.get(state.style if state.style is not None else -1, "")
        named = named.strip(" ;").lower()
        if named == "title":
            return "title", 0
        if named.startswith("heading ") and named[8:].isdecimal():
            return "heading", min(max(int(named[8:]), 1), 6)
        if 0 <= state.outline < 9:
            return "heading", min(state.outline + 1, 6)
        if state.listed:
            return "list_item", 0
        return ("quote" if "quot" in named else "paragraph"), 0


def _whole(text: str) -> str:
    """Return text in which pairs of surrogates are characters."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
