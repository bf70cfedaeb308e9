"""A person's hands and eyes: xdotool moves the keys and the mouse of the X server."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QProcess
from PySide6.QtWidgets import QWidget

LIMIT = 10_000  # milliseconds that anything may take to be seen
_WHEEL = {"up": "4", "down": "5"}  # the buttons that a wheel is to an X server


# Letters of an Arabic keyboard by the key codes that an X server gives its three rows; the
# dot stands for the key of two letters.
_ROWS = {24: "ضصثقفغعهخحجد", 38: "شسيبلاتنمكط", 52: "ئءؤر.ىةوزظ"}
_CODES = {letter: first + at for first, row in _ROWS.items() for at, letter in enumerate(row)}
_CODES[" "] = 65


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
        """Press keys one after another, each as xdotool names it: ctrl+f, Return."""
        self._do("key", *keys)

    def type(self, words: str) -> None:
        """Type Latin letters and digits."""
        self._do("type", words)

    def type_arabic(self, words: str, *, holding: str = "") -> None:
        """Type Arabic letters on an Arabic keyboard, while a key is held down if any."""
        self.run("setxkbmap", "ara")
        held = f"{holding}+" if holding else ""
        self._do("key", *(f"{held}{_CODES[letter]}" for letter in words))
        self.run("setxkbmap", "us")

    def focus(self, widget: QWidget) -> None:
        """Give a window the keyboard, as a window manager does when it opens."""
        window = widget.window()
        self._do("windowfocus", int(window.winId()))
        self._qtbot.waitUntil(window.isActiveWindow, timeout=LIMIT)

    # -- the mouse ---------------------------------------------------------------------------

    def move(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Move the pointer to a place of a widget, its middle by default, and one pixel on."""
        self._do(*self._to(widget, place), "mousemove_relative", 0, 1)

    def move_away(self) -> None:
        """Move the pointer out of every window."""
        self._do("mousemove", 1599, 999)

    def click(
        self, widget: QWidget, place: QPoint | None = None, *, button: int = 1, times: int = 1
    ) -> None:
        """Click, with the left button once by default."""
        click = ("click", "--repeat", times, "--delay", 20, button)
        self._do(*self._to(widget, place), *click)

    def turn(self, widget: QWidget, direction: str, notches: int) -> None:
        """Turn the wheel over a widget."""
        click = ("click", "--repeat", notches, "--delay", 5, _WHEEL[direction])
        self._do(*self._to(widget, None), *click)

    def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """Press the left button, move by a point between, and let go."""
        down = (*self._to(widget, start), "mousedown", 1)
        move = (*self._to(widget, (start + end) / 2), *self._to(widget, end))
        self._do(*down, *move, "mouseup", 1)

    def _to(self, widget: QWidget, place: QPoint | None) -> tuple[str | int, ...]:
        at = widget.mapToGlobal(widget.rect().center() if place is None else place)
        return ("mousemove", at.x(), at.y())
