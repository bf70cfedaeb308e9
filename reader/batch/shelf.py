"""The articles of a run put into a library, where the window opens them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq

from reader.batch.shard import part
from reader.core.codec import from_json
from reader.core.types import Analysis
from reader.formats.base import digest
from reader.libraries import Library

_AT_ONCE = 100  # articles: many are saved faster, more keep others waiting


def take(library: Path, out: Path, shards: int) -> int:
    """Put the articles of so many shards, and what was found in them, into a library.

    What is in it already is left as it is, so that this may be done again after a stop.

    Raises:
        LibraryError: the library cannot be opened or written.
    """
    taken = 0
    with Library.open(library) as shelf:
        for shard in range(shards):
            file = pq.ParquetFile(part(out, "analyses", shard))
            for batch in file.iter_batches(_AT_ONCE, columns=["analysis"]):
                taken += _take(shelf, [_read(told) for told in batch["analysis"].to_pylist()])
    return taken


def _read(told: str) -> Analysis:
    analysis = from_json(json.loads(told))
    document = analysis.document  # halves of characters in it are not what they were
    return replace(analysis, document=replace(document, id=digest(document.text)))


def _take(shelf: Library, analyses: list[Analysis]) -> int:
    saved = shelf.articles.save_all([analysis.document for analysis in analyses])
    told = {row.id for row in shelf.articles.rows([one.id for one in saved]) if row.analyzed}
    new = {
        one.id: analysis
        for one, analysis in zip(saved, analyses, strict=True)
        if one.id not in told
    }
    shelf.analyses.keep_all(list(new.items()))
    return len(new)
