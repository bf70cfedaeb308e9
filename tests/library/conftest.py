from datetime import date

import pytest

from reader.core.types import Document
from reader.formats.base import digest
from reader.library.store import Library


@pytest.fixture(autouse=True)
def _own_data(monkeypatch, tmp_path):
    monkeypatch.setenv("QARI_DATA", str(tmp_path / "data"))


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "news.qari") as opened:
        yield opened


@pytest.fixture
def article():
    return make


def make(text, source=None, title=None, published=None, **others):
    day = date.fromisoformat(published) if published else None
    return Document(digest(text), source, title, text, day, **others)
