"""No engine tells its makers of what it does."""

import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
RUN = """
from reader.service import Workspace
workspace = Workspace()
engine, _ = workspace.engine()
workspace.analyze(workspace.open_text("قال وزير الخارجية محمد سعيد أمس في بغداد."), engine=engine)
print(engine)
"""


def test_the_network_that_finds_names_keeps_no_record_of_its_use(tmp_path):
    """onnxruntime made a database of events to be sent in the user's cache, from 1.3x on."""
    done = subprocess.run(
        [sys.executable, "-c", RUN],
        env={
            **{k: v for k, v in os.environ.items() if k != "ORT_DISABLE_TELEMETRY"},
            "HOME": str(tmp_path),
            "XDG_CACHE_HOME": str(tmp_path / "cache"),
            "PYTHONPATH": str(TOP),
        },
        capture_output=True,
        check=True,
    )
    assert done.stdout.split() == [b"best"]
    assert list(tmp_path.iterdir()) == []
