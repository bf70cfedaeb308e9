"""The Qt release that is installed does not have the fault of 6.12.0."""

import subprocess
import sys

from PySide6 import __version_info__


def test_the_release_is_one_that_was_tried():
    assert (6, 11) <= __version_info__[:2] < (6, 12)


def test_calls_that_return_nothing_do_not_use_up_none():
    # 6.12.0 on Python 3.11 takes a reference from None at each of them, and the
    # interpreter aborts between the 5,000th and the 7,200th.
    code = (
        "from PySide6.QtCore import QObject\n"
        "thing = QObject()\n"
        "for _ in range(20_000):\n"
        "    thing.setObjectName('x')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
