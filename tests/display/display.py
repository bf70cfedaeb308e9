"""The real window under real keys and a real mouse: Xvfb for the display, xdotool for the hands.

usage: python tests/display/display.py [OPTION OF PYTEST...]

Starts an X server of its own without a screen, and passes the tests beside this file on it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# As much as a small desk has; the letters are as large on every machine.
SERVER = ("Xvfb", "-screen", "0", "1600x1000x24", "-dpi", "96", "-nolisten", "tcp", "-noreset")
NEEDED = {
    "Xvfb": "xvfb",
    "setxkbmap": "x11-xkb-utils",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus",
    "dbus-send": "dbus",
}


@contextmanager
def display() -> Iterator[str]:
    """Run an X server on a display that is free, and give its name."""
    told, tells = os.pipe()
    server = subprocess.Popen(
        [*SERVER, "-displayfd", str(tells)], pass_fds=[tells], stderr=subprocess.DEVNULL
    )
    os.close(tells)
    try:
        with os.fdopen(told) as numbers:
            number = numbers.readline().strip()
        if not number:
            raise SystemExit("display: Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def environment(name: str) -> dict[str, str]:
    """Return variables for Qt on a display: nothing of the desktop that this is run from."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "WAYLAND_", "XMOD"))}
    return {**kept, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}


def main(options: list[str]) -> int:
    """Pass the tests; return the exit status."""
    missing = [f"{name} (package {NEEDED[name]})" for name in NEEDED if not shutil.which(name)]
    if missing:
        sys.stderr.write(f"display: install {', '.join(missing)}\n")
        return 1
    with display() as name:
        command = [sys.executable, "-m", "pytest", str(Path(__file__).parent), *options]
        return subprocess.run(command, env=environment(name), check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
