"""Short reports that tests write, analyzed as the program does."""

from dataclasses import replace
from datetime import date
from functools import cache

from reader.formats.text import from_text
from reader.resources import everything
from reader.resources import stories as words
from reader.service import Workspace
from reader.stories import Stories


@cache
def report(text, day=None, source=None):
    """Return the analysis of a text; `day` as 2017-03-12."""
    published = date.fromisoformat(day) if day else None
    document = replace(from_text(text), published=published, source=source)
    return Workspace().analyze(document, engine="fast")


def stories(*analyses, rulings=()):
    return Stories(analyses, everything.load(), words.load(), rulings)


def words_of(found, citation):
    return citation and citation.span.of(found.articles[citation.article].text)
