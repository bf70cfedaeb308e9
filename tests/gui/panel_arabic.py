"""The Arabic of the panels, read from its table, so that a test says what the table says."""

from __future__ import annotations

import csv

from PySide6.QtCore import QTranslator

from reader.resources import resource


class Arabic(QTranslator):
    """A translator that looks in the table."""

    def __init__(self, parent=None):
        super().__init__(parent)
        with resource("i18n", "strings_panels.tsv").open(encoding="utf-8") as file:
            lines = (line for line in file if not line.startswith("#"))
            rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
        self.table = {(row[0], row[1]): [form for form in row[2:] if form] for row in rows}

    def isEmpty(self):  # noqa: N802 - Qt's name
        return False

    def translate(self, context, source, disambiguation=None, n=-1):  # noqa: ARG002
        forms = self.table.get((context, source))
        if not forms:
            return None
        return forms[_plural(n)] if len(forms) == 6 else forms[0]


def _plural(n):
    if n < 3:
        return max(n, 0)
    return 3 if 3 <= n % 100 <= 10 else 4 if n % 100 > 10 else 5
