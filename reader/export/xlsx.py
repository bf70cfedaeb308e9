"""An analysis as a workbook for spreadsheets (XLSX), in which no word is ever a formula.

Each table of the CSV exports is a sheet, and so are the repeated passages and the article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from reader.core.types import Analysis, Repetition
from reader.export import csv_entities, csv_events, csv_times
from reader.export.cells import RISK, Cell, cut
from reader.export.encoding import xml_words
from reader.export.facts import Facts

MOST_UNITS = 32_767  # UTF-16 units of a cell
MOST_ROWS = 1_048_576  # of a sheet, with the one of its columns' names
_CUT = "The end of these words is left out: a cell holds no more."
_LEFT_OUT = "The rows after this one are left out: a sheet holds no more."
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)  # the same bytes for the same analysis
_WIDTHS = {
    # of columns, in letters; the widest break their lines
    **dict.fromkeys(("text", "of_words", "sentence"), 70),
    **dict.fromkeys(("words", "name", "variants", "basis", "rule", "conflict", "conflicts"), 28),
    **dict.fromkeys(("actors", "targets", "others", "places", "speakers", "condition"), 24),
    **dict.fromkeys(("days", "trigger", "related", "part_of"), 18),
}
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_REPEATS = (
    "kind", "start", "end", "of_start", "of_end", "similarity", "conflicts", "words", "of_words",
)  # fmt: skip
_ARTICLE = ("paragraph", "start", "end", "kind", "page", "text")
_Rows = Callable[[Facts], Iterable[Sequence[Cell]]]


def write(analysis: Analysis) -> bytes:
    """Return the whole file."""
    facts = Facts(analysis)
    file = BytesIO()
    with Workbook(file, _OPTIONS) as workbook:
        workbook.set_properties({"created": _CREATED})
        looks = _Looks(workbook)
        for name, (columns, rows) in _SHEETS.items():
            _Sheet(workbook.add_worksheet(name), looks).fill(columns, rows(facts))
    return file.getvalue()


class _Looks:
    """How cells look; `quoted` words stay words when a user edits them."""

    def __init__(self, workbook: Workbook) -> None:
        top = {"valign": "top"}
        self.head: Format = workbook.add_format({"bold": True, "bottom": 1, **top})
        self.plain: Format = workbook.add_format(top)
        self.quoted: Format = workbook.add_format({"quote_prefix": True, **top})
        self.wide: Format = workbook.add_format({"text_wrap": True, **top})
        self.wide_quoted: Format = workbook.add_format(
            {"text_wrap": True, "quote_prefix": True, **top}
        )

    def words(self, cell: str, *, is_wide: bool) -> Format:
        """Return how words look."""
        if RISK.match(cell):
            return self.wide_quoted if is_wide else self.quoted
        return self.wide if is_wide else self.plain


class _Sheet:
    def __init__(self, sheet: Worksheet, looks: _Looks) -> None:
        self._sheet, self._looks = sheet, looks

    def fill(self, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
        """Write the names of the columns and the rows."""
        sheet = self._sheet
        sheet.right_to_left()
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        for column, name in enumerate(columns):
            sheet.set_column(column, column, _WIDTHS.get(name, max(9, len(name) + 4)))
            sheet.write_string(0, column, name, self._looks.head)
        last = 0
        for number, row in enumerate(rows, start=1):
            if number == MOST_ROWS:
                sheet.write_comment(last, 0, _LEFT_OUT)
                break
            self._row(number, columns, row)
            last = number
        sheet.autofilter(0, 0, last, len(columns) - 1)

    def _row(self, number: int, columns: Sequence[str], row: Sequence[Cell]) -> None:
        for column, (name, cell) in enumerate(zip(columns, row, strict=True)):
            if isinstance(cell, str):
                self._words(number, column, cell, is_wide=name in _WIDTHS)
            elif cell is not None:
                self._sheet.write_number(number, column, cell, self._looks.plain)

    def _words(self, row: int, column: int, cell: str, *, is_wide: bool) -> None:
        words = xml_words(cell)
        whole = words.encode("utf-16-le")
        if len(whole) > 2 * MOST_UNITS:
            words = whole[: 2 * MOST_UNITS].decode("utf-16-le", "ignore")
            self._sheet.write_comment(row, column, _CUT)
        self._sheet.write_string(row, column, words, self._looks.words(words, is_wide=is_wide))


def _repeats(facts: Facts) -> Iterator[tuple[Cell, ...]]:
    return (_repeat(facts, repetition) for repetition in facts.analysis.repetitions)


def _repeat(facts: Facts, repetition: Repetition) -> tuple[Cell, ...]:
    span, first = repetition.span, repetition.of
    words = (f"{c.span.of(facts.text)} / {c.of.of(facts.text)}" for c in repetition.conflicts)
    return (
        repetition.kind,
        span.start,
        span.end,
        first.start,
        first.end,
        repetition.similarity,
        cut("; ".join(words)),
        cut(span.of(facts.text)),
        cut(first.of(facts.text)),
    )


def _paragraphs(facts: Facts) -> Iterator[tuple[Cell, ...]]:
    blocks = {b.span.start: b for b in facts.analysis.document.blocks}
    for number, paragraph in enumerate(facts.analysis.paragraphs, start=1):
        span = paragraph.span
        block = blocks.get(span.start)
        kind, page = (block.kind, block.page) if block else ("paragraph", None)
        yield number, span.start, span.end, kind, page, span.of(facts.text)


_SHEETS: dict[str, tuple[Sequence[str], _Rows]] = {
    "Entities": (csv_entities.COLUMNS, csv_entities.rows),
    "Events": (csv_events.COLUMNS, csv_events.rows),
    "Times": (csv_times.COLUMNS, csv_times.rows),
    "Repeats": (_REPEATS, _repeats),
    "Article": (_ARTICLE, _paragraphs),
}
