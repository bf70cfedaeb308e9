"""Qt needs no display in tests; said before anything imports it."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
