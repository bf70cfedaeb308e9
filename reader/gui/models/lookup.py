"""Where a name is looked up in a web encyclopedia."""

from __future__ import annotations

from PySide6.QtCore import QUrl, QUrlQuery


def lookup_address(name: str, wikidata: str, language: str) -> QUrl:
    """Return the https address of the article on a name.

    Where the Wikidata id is known it leads to the article itself, in the language of the
    interface (ar or en); else to a search in the Arabic encyclopedia, since names are Arabic.
    """
    if wikidata:
        page = f"Special:GoToLinkedPage/{language}wiki/{wikidata}"
        return QUrl(f"https://www.wikidata.org/wiki/{page}")
    query = QUrlQuery()
    # A plus sign would be read as a space, and is not encoded by Qt.
    query.addQueryItem("search", name.replace("%", "%25").replace("+", "%2B"))
    address = QUrl("https://ar.wikipedia.org/w/index.php")
    address.setQuery(query)
    return address
