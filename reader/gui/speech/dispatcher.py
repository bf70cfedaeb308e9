"""The voice of Speech Dispatcher, which the desktops of Linux have for their screen readers.

It is spoken to in its own protocol, SSIP, over its socket: Qt's module for it is 175 MB to
fetch, tells no words, and does not notice that the engine died. Nothing is paused, since
Debian's 0.11.4 says no more to anyone after that; what is stopped is said again.

SSIP is described in the document of that name that comes with Speech Dispatcher.
"""

from __future__ import annotations

import os
import socket
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from PySide6.QtCore import QObject, QProcess, QSocketNotifier

from reader.core.types import Span
from reader.gui.speech.voice import Silence, Voice
from reader.gui.speech.words import Word

_BLOCK = 1 << 16  # bytes that are read at once
_PATIENCE = 1.0  # seconds that the window waits for a dispatcher that does not listen
_QUEUED = "225"  # the code under which a message is given its number
_VOICES = "249"
_MARK, _BEGUN, _ENDED, _CANCELLED = "700", "701", "702", "703"
_EVENTS = "7"  # what their codes begin with; all others answer a command, in order


class DispatcherVoice(Voice):
    """Speaks through Speech Dispatcher, which is started where it does not run yet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._socket: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._starter: QProcess | None = None
        self._received = b""
        self._lines: list[str] = []  # of the reply that is not whole yet
        self._asked: deque[tuple[str, int]] = deque()  # commands without a reply, with their turn
        self._turn = 0  # counts what was said and stopped
        self._message = ""  # the number that what is said now has over there
        self._early: list[list[str]] = []  # events that came before that number
        self._words: Sequence[Word] = ()

    # -- opening -----------------------------------------------------------------------------

    def open(self) -> None:
        """Connect to the dispatcher, starting it first where that fails."""
        if self._connect():
            return
        starter = self._starter = QProcess(self)
        starter.errorOccurred.connect(self._on_unstarted)
        starter.finished.connect(self._on_started)
        address = ["--communication-method", "unix_socket", "--socket-path", str(socket_path())]
        starter.start("speech-dispatcher", ["--spawn", *address])

    def _on_unstarted(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._fail("no_engine")

    def _on_started(self) -> None:
        if not self._connect():
            self._fail("no_engine")

    def _connect(self) -> bool:
        channel = socket.socket(socket.AF_UNIX)
        channel.settimeout(_PATIENCE)
        try:
            channel.connect(str(socket_path()))
        except OSError:
            channel.close()
            return False
        self._socket = channel
        self._notifier = QSocketNotifier(channel.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._ask("SET SELF CLIENT_NAME user:qari:aloud")
        self._ask("SET SELF LANGUAGE ar")
        self._ask("SET SELF PRIORITY message")
        self._ask("SET SELF SSML_MODE on")
        self._ask("SET SELF NOTIFICATION ALL on")
        self._ask("LIST SYNTHESIS_VOICES ar")
        return True

    # -- speaking ----------------------------------------------------------------------------

    def set_manner(self, name: str, rate: int) -> None:
        """Choose the voice and its rate."""
        self._ask(f"SET SELF SYNTHESIS_VOICE {name if name in self.names else self.names[0]}")
        self._ask(f"SET SELF RATE {rate}")

    def say(self, words: Sequence[Word]) -> None:
        """Say words, with a mark before each, of which the dispatcher tells when it is there."""
        self.stop()
        self._words = words
        marked = (f'<mark name="{n}"/>{escape(word.sound)}' for n, word in enumerate(words))
        self._ask("SPEAK")
        self._ask(f"<speak>{' '.join(marked)}</speak>\r\n.")

    def stop(self) -> None:
        """Cancel what is said; what still comes of it is of an older turn."""
        self._turn += 1
        self._message = ""
        self._early.clear()
        self._ask("CANCEL SELF")

    # -- the protocol ------------------------------------------------------------------------

    def _ask(self, command: str) -> None:
        if self._socket is None:
            return
        self._asked.append((command, self._turn))
        try:
            self._socket.sendall(f"{command}\r\n".encode("utf-8", "replace"))
        except OSError:
            self._fail("broken")

    def _read(self) -> None:
        if self._socket is None:
            return
        try:
            block = self._socket.recv(_BLOCK)
        except OSError:
            block = b""
        if not block:
            self._fail("broken")
            return
        *lines, self._received = (self._received + block).split(b"\r\n")
        for line in lines:
            self._take(line.decode("utf-8", "replace"))

    def _take(self, line: str) -> None:
        """Take a line; those of one reply have a hyphen after the code, but for the last."""
        self._lines.append(line)
        if line[3:4] == "-":
            return
        reply, self._lines = self._lines, []
        if line.startswith(_EVENTS):
            self._early.append(reply)
        elif self._asked:
            self._answer(reply, *self._asked.popleft())
        if self._message:
            events, self._early = self._early, []
            for event in events:
                self._tell(event)

    def _answer(self, reply: list[str], command: str, turn: int) -> None:
        code = reply[-1][:3]
        if code == _VOICES:
            self._take_voices(reply[:-1])
        elif code == _QUEUED and turn == self._turn:
            self._message = reply[0][4:]
        elif not code.startswith("2") and command.startswith(("SPEAK", "<speak>")):
            self._fail("broken")
        elif not code.startswith("2") and command.startswith("LIST"):
            self._fail("no_arabic")

    def _take_voices(self, lines: Sequence[str]) -> None:
        """Keep the Arabic ones: an old dispatcher names those of all languages."""
        voices = (line[4:].split("\t") for line in lines)
        arabic = (v[0] for v in voices if len(v) > 1 and v[1].lower().split("-")[0] == "ar")
        self.names = tuple(dict.fromkeys(arabic))
        if self.names:
            self.ready.emit()
        else:
            self._fail("no_arabic")

    def _tell(self, event: list[str]) -> None:
        code = event[-1][:3]
        if event[0][4:] != self._message:
            return
        if code == _MARK and event[2][4:].isdecimal():
            self.word.emit(self._span(int(event[2][4:])))
        elif code == _ENDED:
            self._message = ""
            self.ended.emit()
        elif code == _CANCELLED:
            self._message = ""
            self.cut.emit()

    def _span(self, number: int) -> Span:
        return self._words[min(number, len(self._words) - 1)].span

    def close(self) -> None:
        """Leave the dispatcher, which cancels what is said."""
        if self._starter is not None:
            self._starter.blockSignals(True)
            self._starter.kill()
            self._starter.waitForFinished()
            self._starter = None
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _fail(self, reason: Silence) -> None:
        self.close()
        self.failed.emit(reason)


def socket_path() -> Path:
    """Return where the dispatcher listens, as its own library looks for it."""
    method, _, place = os.environ.get("SPEECHD_ADDRESS", "").partition(":")
    if method == "unix_socket" and place:
        return Path(place)
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    folder = Path(runtime) if runtime else Path.home() / ".cache"
    return folder / "speech-dispatcher" / "speechd.sock"
