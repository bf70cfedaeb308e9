"""What every test of the window needs: no display."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
