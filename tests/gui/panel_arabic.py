"""The Arabic of the interface, read from its tables, so that a test says what they say."""

from __future__ import annotations

import csv

from PySide6.QtCore import QTranslator

from reader.resources import resource


class Arabic(QTranslator):
    """A translator that looks in the tables."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.table = {}
        for table in resource("i18n").glob("strings_*.tsv"):
            lines = table.read_text(encoding="utf-8").splitlines()
            rows = csv.reader(
                (line for line in lines if not line.startswith("#")),
                delimiter="\t",
                quoting=csv.QUOTE_NONE,
            )
            self.table |= {(r[0], r[1]): [form for form in r[2:] if form] for r in rows}

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
