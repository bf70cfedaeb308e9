"""Qt needs no display in tests; said before anything imports it. No test reads the user's files."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def own_data(tmp_path_factory, monkeypatch):
    """Keep the user's own notebooks out of the tests, and theirs out of the user's."""
    monkeypatch.setenv("QARI_DATA", str(tmp_path_factory.mktemp("data")))
