"""In which paragraphs each entity is mentioned, and how often."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reader.core.types import Entity, Span
from reader.gui.models import wording
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate, say_count


@dataclass(frozen=True, slots=True)
class Row:
    """An entity: ids of its mentions by the paragraph's index, in text order."""

    entity: Entity
    total: int
    cells: dict[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Column:
    """A paragraph; `is_copy` where all of it is folded as a copy of what stands before."""

    span: Span
    is_copy: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """Entities, the most mentioned first, by the paragraphs of the article."""

    rows: tuple[Row, ...] = ()
    columns: tuple[Column, ...] = ()


def matrix_of(index: AnalysisIndex | None) -> Matrix:
    """Return the matrix of an article; empty where nothing is known of it."""
    if index is None:
        return Matrix()
    spans = [paragraph.span for paragraph in index.analysis.paragraphs]
    starts = [span.start for span in spans]
    rows = []
    for name, mentions in index.mentions_of.items():
        cells: defaultdict[int, list[str]] = defaultdict(list)
        for mention in mentions:
            cells[max(0, bisect_right(starts, mention.span.start) - 1)].append(mention.id)
        told = {at: tuple(ids) for at, ids in cells.items()}
        rows.append((mentions[0].span, Row(index.entities[name], len(mentions), told)))
    ordered = sorted(rows, key=lambda pair: (-pair[1].total, pair[0]))
    copies = sorted(repetition.span for repetition in index.analysis.repetitions)
    columns = tuple(Column(span, _is_copy(span, copies)) for span in spans)
    return Matrix(tuple(row for _span, row in ordered), columns)


def _is_copy(span: Span, copies: list[Span]) -> bool:
    at = bisect_right(copies, Span(span.start, span.end))
    near = copies[max(0, at - 1) : at + 1]
    return any(copy.contains(span) for copy in near)


def cell_tip(row: Row, column: int, index: AnalysisIndex) -> str:
    """Tell of the mentions of an entity in a paragraph, with the words of the first."""
    lines = [f"{isolate(row.entity.name)} — {column_name(column)}"]
    ids = row.cells.get(column, ())
    lines.append(wording.mention_count(len(ids)))
    if ids:
        sentence = index.sentences.get(index.mentions[ids[0]].sentence)
        if sentence is not None:
            lines.append(wording.quoted(" ".join(index.words(sentence.span).split())))
    return "\n".join(lines)


def row_tip(row: Row) -> str:
    """Tell of an entity in all paragraphs."""
    kind = wording.entity_type_of_one(row.entity.type)
    parts = (isolate(row.entity.name), kind, wording.mention_count(row.total))
    return wording.join((*parts, paragraph_count(len(row.cells))))


def column_tip(matrix: Matrix, column: int) -> str:
    """Tell of a paragraph: which it is, and whether it is a copy."""
    name = column_name(column)
    if not matrix.columns[column].is_copy:
        return name
    copy = QCoreApplication.translate("Wording", "a folded copy")
    return wording.join((name, copy))


def column_name(column: int) -> str:
    """Return the name of a paragraph by its index."""
    pattern = QCoreApplication.translate("Wording", "paragraph {number}")
    return pattern.format(number=isolate(str(column + 1)))


def paragraph_count(count: int) -> str:
    """Say in how many paragraphs something is mentioned."""
    return say_count(QT_TRANSLATE_NOOP("Wording", "in %n paragraph(s)"), count)


def describe(matrix: Matrix) -> str:
    """Tell the whole matrix in lines, one for each entity."""
    lines = []
    for row in matrix.rows:
        places = wording.join(
            isolate(f"{at + 1} ×{len(ids)}" if len(ids) > 1 else str(at + 1))
            for at, ids in sorted(row.cells.items())
        )
        lines.append(f"{row_tip(row)}: {places}")
    copies = [isolate(str(n + 1)) for n, column in enumerate(matrix.columns) if column.is_copy]
    if copies:
        pattern = QCoreApplication.translate("Wording", "Folded copies: paragraphs {list}")
        lines += ["", pattern.format(list=wording.join(copies))]
    return "\n".join(lines)
