"""A person's hands and eyes: xdotool moves the keys and the mouse of the X server."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle

from PySide6.QtCore import QPoint, QProcess
from PySide6.QtWidgets import QWidget

LIMIT = 10_000  # milliseconds that anything may take to be seen
_PIXELS = cycle((1, 2))
_WHEEL = {"up": "4", "down": "5"}  # the buttons that a wheel is to an X server

# Where the letters of an Arabic keyboard are: the X code of a key, what is on it and beside it.
_ROWS = {24: "ضصثقفغعهخحجد", 38: "شسيبلاتنمكط", 52: "ئءؤر", 57: "ىةوزظ", 65: " "}
_CODES = {
    letter: str(code) for first, row in _ROWS.items() for code, letter in enumerate(row, first)
}


class Hands:
    """Keys and mouse. Each call ends when the X server has it all, not when it is acted on."""

    def __init__(self, qtbot) -> None:
        self._qtbot = qtbot

    def see(self, what: Callable[[], object]) -> None:
        """Wait until something is so."""
        self._qtbot.waitUntil(lambda: bool(what()), timeout=LIMIT)

    def run(self, program: str, *words: str) -> str:
        """Run a program while the window lives on; return what it prints."""
        process = QProcess()
        with self._qtbot.waitSignal(process.finished, timeout=LIMIT):
            process.start(program, words)
        assert process.exitCode() == 0, process.readAllStandardError().toStdString()
        return process.readAllStandardOutput().data().decode()

    def _do(self, *words: str | int) -> None:
        self.run("xdotool", *map(str, words))

    # -- the keyboard ------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys one after another: ctrl+f, Return, or alt+م on an Arabic keyboard."""
        parts = (key.split("+") for key in keys)
        self._do("key", *("+".join(_CODES.get(part, part) for part in key) for key in parts))

    def type(self, words: str) -> None:
        """Type letters and digits, of the language that the keyboard has."""
        self.press(*("space" if letter == " " else letter for letter in words))

    def lay(self, layouts: str) -> None:
        """Put the letters of some languages on the keyboard, of which the first are typed."""
        self.run("setxkbmap", "-layout", layouts)

    def focus(self, widget: QWidget) -> None:
        """Give a window the keyboard, as a window manager does when it opens."""
        window = widget.window()
        self._do("windowfocus", int(window.winId()))
        self.see(window.isActiveWindow)

    # -- the mouse ---------------------------------------------------------------------------

    def move(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Move the pointer to a place of a widget, its middle by default, and a pixel or two on.

        So it is never where it was before, since Qt does not hear of what is outside its windows.
        """
        self._do(*_to(widget, place), "mousemove_relative", 0, next(_PIXELS))

    def move_away(self) -> None:
        """Move the pointer out of every window."""
        self._do("mousemove", 1599, 999)

    def click(
        self, widget: QWidget, place: QPoint | None = None, *, button: int = 1, times: int = 1
    ) -> None:
        """Click, with the left button once by default."""
        self._do(*_to(widget, place), "click", "--repeat", times, "--delay", 20, button)

    def turn(self, widget: QWidget, direction: str, notches: int, held: str = "") -> None:
        """Turn the wheel over a widget, with a key held down."""
        turned = ("click", "--repeat", notches, "--delay", 5, _WHEEL[direction])
        down, up = (("keydown", held), ("keyup", held)) if held else ((), ())
        self._do(*_to(widget, None), *down, *turned, *up)

    def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """Press the left button, move by the middle of the way, and let go."""
        self.hold(widget, start, end)
        self.let_go()

    def hold(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """Press the left button and move."""
        self._do(*_to(widget, start), "mousedown", 1)
        self._do(*_to(widget, (start + end) / 2), *_to(widget, end))

    def let_go(self) -> None:
        """Let the left button go."""
        self._do("mouseup", 1)


def _to(widget: QWidget, place: QPoint | None) -> tuple[str | int, ...]:
    at = widget.mapToGlobal(widget.rect().center() if place is None else place)
    return ("mousemove", at.x(), at.y())
