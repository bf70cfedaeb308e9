"""Zip files, read within bounds: what DOCX, ODT and EPUB are made of."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from io import BytesIO
from typing import Protocol

from lxml import etree

from reader.errors import InputError

MOST_BYTES = 200_000_000  # of all members together
MOST_MEMBERS = 10_000
RATIO = 100  # unpacked to packed, past FREE_BYTES
FREE_BYTES = 1_000_000
_CHUNK = 65_536
_BOMB = "it unpacks to far more than it should ({}); it is not read"


class _Stream(Protocol):
    def read(self, size: int) -> bytes: ...


class Package:
    """The members of a zip file.

    Attributes:
        names: of its files, in the order of its directory.
        source: names the file in errors.
    """

    def __init__(self, data: bytes, source: str) -> None:
        """Read the directory.

        Raises:
            InputError: it is not a zip file, or has too many members.
        """
        self.source = source
        self._packed = len(data)
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise InputError(source, "it is damaged: its directory cannot be read") from error
        infos = self._zip.infolist()
        if len(infos) > MOST_MEMBERS:
            raise InputError(source, _BOMB.format(f"more than {MOST_MEMBERS} files"))
        self.names = tuple(info.filename for info in infos if not info.filename.endswith("/"))
        self._known = frozenset(self.names)

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def read(self, name: str) -> bytes:
        """Return what a member holds.

        Raises:
            InputError: there is none of that name, it is damaged, encrypted or a bomb.
        """
        if name not in self._known:
            raise InputError(self.source, f"it is damaged: {name} is missing from it")
        try:
            with self._zip.open(name) as stream:
                return self._bounded(stream)
        except (
            zipfile.BadZipFile,
            zlib.error,
            lzma.LZMAError,
            EOFError,
            OSError,
            ValueError,
            NotImplementedError,
        ) as error:
            raise InputError(self.source, f"it is damaged: {name} cannot be unpacked") from error
        except RuntimeError as error:
            raise InputError(self.source, "it is encrypted; open it with its password") from error

    def get(self, name: str) -> bytes | None:
        """Return what a member holds, None where there is none of that name.

        Raises:
            InputError: it is damaged, encrypted or a bomb.
        """
        return self.read(name) if name in self._known else None

    def _bounded(self, stream: _Stream) -> bytes:
        """Return all of a stream; what it says of its size is not believed."""
        chunks = []
        while chunk := stream.read(_CHUNK):
            self._unpacked += len(chunk)
            if self._unpacked > MOST_BYTES:
                raise InputError(self.source, _BOMB.format(f"more than {MOST_BYTES // 10**6} MB"))
            if self._unpacked > max(FREE_BYTES, RATIO * self._packed):
                raise InputError(self.source, _BOMB.format(f"{RATIO} times its size"))
            chunks.append(chunk)
        return b"".join(chunks)


def xml(data: bytes, source: str) -> etree._Element:
    """Return the root of XML that comes from outside: no entity is expanded, no DTD loaded.

    Raises:
        InputError: it is not well-formed.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(source, f"it is damaged: its XML cannot be read ({error})") from error


def local(node: etree._Element) -> str:
    """Return an element's name without its namespace; "" for comments and entities."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
