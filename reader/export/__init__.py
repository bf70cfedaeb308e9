"""An analysis in other forms, a file each; `FORMATS` is the list of them.

A format is a module of this package with a function `write(analysis) -> bytes`. It is loaded
at its first use, so that the list costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from reader.core.types import Analysis


@dataclass(frozen=True, slots=True)
class Format:
    """A form that an analysis can be written in.

    Attributes:
        name: what the command line calls it.
        title: what a reader calls it, in English.
        ending: of its files, with the dot.
        module: the module of this package that writes it.
        is_text: whether its files can be shown as text in UTF-8.
    """

    name: str
    title: str
    ending: str
    module: str
    is_text: bool = True

    def write(self, analysis: Analysis) -> bytes:
        """Return the whole file."""
        found: Callable[[Analysis], bytes] = import_module(f"{__name__}.{self.module}").write
        return found(analysis)


FORMATS: tuple[Format, ...] = (
    Format("html", "Page with highlights (HTML)", ".html", "html_page"),
    Format("markdown", "Text with marks (Markdown)", ".md", "markdown_page"),
    Format("json", "JSON (all findings)", ".json", "contract"),
    Format("jsonl", "JSON on one line", ".jsonl", "contract_line"),
    Format("csv-entities", "Table of names (CSV)", ".names.csv", "csv_entities"),
    Format("csv-events", "Table of events (CSV)", ".events.csv", "csv_events"),
    Format("csv-times", "Table of times (CSV)", ".times.csv", "csv_times"),
    Format("xlsx", "Workbook (XLSX)", ".xlsx", "xlsx", is_text=False),
    Format("docx", "Document with highlights (DOCX)", ".docx", "docx", is_text=False),
    Format("gold", "Gold annotations", ".gold.json", "gold"),
    Format("conll", "Words with labels (BIO)", ".conll", "conll"),
    Format("geojson", "Places (GeoJSON)", ".geojson", "geojson"),
    Format("ics", "Dated events (iCalendar)", ".ics", "icalendar"),
    Format("graphml", "Who did what to whom (GraphML)", ".graphml", "graphml"),
    Format("jsonld", "Linked data (JSON-LD, schema.org)", ".jsonld", "jsonld"),
    Format("brat", "Annotations for brat (zip)", ".brat.zip", "brat", is_text=False),
    Format("webannotation", "Web Annotations (W3C)", ".annotations.json", "webannotation"),
    Format("xmi", "UIMA CAS (XMI in a zip)", ".xmi.zip", "xmi", is_text=False),
    Format("polecat", "Events by PLOVER (POLECAT rows)", ".polecat.tsv", "polecat"),
)


def format_named(name: str) -> Format:
    """Return the format of that name; KeyError where there is none."""
    return {f.name: f for f in FORMATS}[name]
