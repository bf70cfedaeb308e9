"""The program as a screen reader asks it: another process, over a bus of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from hands import LIMIT
from PySide6.QtCore import QProcess, QProcessEnvironment

from reader import settings as stored
from reader.resources import seed
from reader.settings import Settings

ROOT = "/org/a11y/atspi/accessible/root"
LINE = "uint32:3"  # ATSPI_TEXT_GRANULARITY_LINE
NAME, PLACE = re.compile(r'":1\.(\d+)"'), re.compile(r'object path "([^"]+)"')


class Listener:
    """Asks by the protocol of AT-SPI what the program would tell a screen reader."""

    def __init__(self, address: str) -> None:
        self._address = address

    def _send(self, to: str, path: str, method: str, *values: str) -> str:
        """Return the words of an answer, "" for none."""
        command = ["dbus-send", f"--bus={self._address}", "--print-reply", f"--dest={to}"]
        asked = subprocess.run(
            [*command, path, method, *values], capture_output=True, text=True, check=False
        )
        return asked.stdout

    def program(self) -> str:
        """Return the name of the program on the bus: the last name there is who asks for it."""
        names = self._send("org.freedesktop.DBus", "/", "org.freedesktop.DBus.ListNames")
        numbers = sorted(map(int, NAME.findall(names)))
        return f":1.{numbers[0]}" if len(numbers) > 1 else ""

    def ask(self, path: str, method: str, *values: str) -> str:
        """Ask an object of the program."""
        return self._send(self.program(), path, f"org.a11y.atspi.{method}", *values)

    def value(self, path: str, interface: str, name: str) -> str:
        """Return a property of an object."""
        get = "org.freedesktop.DBus.Properties.Get"
        wanted = (f"string:org.a11y.atspi.{interface}", f"string:{name}")
        return self._send(self.program(), path, get, *wanted)

    def article(self) -> str:
        """Return the path of what stands in the middle of the window, "" for none."""
        window = PLACE.findall(self.ask(ROOT, "Accessible.GetChildAtIndex", "int32:0"))
        place = ("int32:640", "int32:500", "uint32:0")
        found = window and PLACE.findall(
            self.ask(window[0], "Component.GetAccessibleAtPoint", *place)
        )
        return found[0] if found else ""

    def text(self, method: str, *values: str) -> str:
        """Ask the article's text."""
        return self.ask(self.article(), f"Text.{method}", *values)

    def caret(self) -> int:
        """Return where the caret is."""
        told = self.value(self.article(), "Text", "CaretOffset")
        return int(told.split()[-1]) if told else -1

    def line(self, offset: int) -> str:
        """Return the line that holds a letter."""
        told = self.text("GetStringAtOffset", f"int32:{offset}", LINE)
        return "".join(re.findall(r'string "(.*)"', told))


@pytest.fixture
def bus():
    """A message bus that ends with the test."""
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=quiet, text=True) as daemon:
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.fixture
def listener(qtbot, hands, bus):
    """The program with the seed article, and who listens to it."""
    stored.save(Settings(language="ar", theme="light", toured=True))
    program, listening = QProcess(), Listener(bus)
    surroundings = QProcessEnvironment.systemEnvironment()
    surroundings.insert("AT_SPI_BUS_ADDRESS", bus)
    surroundings.insert("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
    surroundings.insert("PYTHONPATH", os.pathsep.join(sys.path))
    program.setProcessEnvironment(surroundings)
    program.start(sys.executable, ["-m", "reader", str(seed())])
    beginning = ("GetText", "int32:0", "int32:200")
    qtbot.waitUntil(lambda: "استانا" in listening.text(*beginning), timeout=3 * LIMIT)
    window = ("--sync", "--onlyvisible", "--name", "قارئ")
    hands.run("xdotool", "search", *window, "windowfocus", "--sync")
    yield listening
    program.terminate()
    program.waitForFinished(LIMIT)


def test_a_screen_reader_follows_the_caret_through_the_painted_lines(hands, listener):
    first = listener.line(0)
    assert first.startswith("انتهت اليوم الثلاثاء")
    hands.press("F7", "Down")
    hands.see(lambda: listener.caret() > 0)
    caret = listener.caret()
    second = listener.line(caret)
    assert second
    assert second not in first
    assert len(first) <= caret <= len(first) + 1
    hands.press("shift+ctrl+Left")
    hands.see(lambda: listener.caret() > caret)
    selected = re.findall(r"int32 (\d+)", listener.text("GetSelection", "int32:0"))
    assert [int(number) for number in selected] == [caret, listener.caret()]
