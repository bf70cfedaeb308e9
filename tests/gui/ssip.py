"""A speech dispatcher for tests: it answers SSIP on a socket, and speaks when it is told to.

The replies are those that Speech Dispatcher 0.11.4 with espeak-ng was heard to give.
"""

import re
from xml.etree import ElementTree as ET

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer

OK = {
    "SET SELF CLIENT_NAME": "208 OK CLIENT NAME SET",
    "SET SELF LANGUAGE": "201 OK LANGUAGE SET",
    "SET SELF PRIORITY": "202 OK PRIORITY SET",
    "SET SELF SSML_MODE": "219 OK SSML MODE SET",
    "SET SELF NOTIFICATION": "220 OK NOTIFICATION SET",
    "SET SELF SYNTHESIS_VOICE": "209 OK VOICE SET",
    "SET SELF RATE": "203 OK RATE SET",
    "CANCEL SELF": "213 OK CANCELED",
    "SPEAK": "230 OK RECEIVING DATA",
}
VOICES = ("Arabic\tar\tnone", "Arabic+Annie\tar\tAnnie", "English (America)\ten-US\tnone")


class Dispatcher(QObject):
    """Listens at a path; what it was told is in `said`, `voice`, `rate`, `cancelled`.

    Signals:
        spoken: the words of a message that it begins to say.
    """

    spoken = Signal(str)

    def __init__(self, path, voices=VOICES, *, hasty=False):
        super().__init__()
        self.hasty = hasty  # a message is said before it is told which number it has
        self.voices = voices
        self.said, self.voice, self.rate, self.cancelled = [], "", "", 0
        self._at_work = None  # the number of what is said now
        self._data = None  # lines of a message that is not whole yet
        self._peer = None
        self.server = QLocalServer(self)
        self.server.newConnection.connect(self._meet)
        assert self.server.listen(str(path))

    def _meet(self):
        self._peer = self.server.nextPendingConnection()
        self._peer.readyRead.connect(self._read)

    def _read(self):
        while self._peer.canReadLine():
            self._take(bytes(self._peer.readLine()).decode().removesuffix("\r\n"))

    def _take(self, line):
        if self._data is not None:
            self._take_data(line)
            return
        name = next(n for n in (*OK, "LIST SYNTHESIS_VOICES") if line.startswith(n))
        value = line.removeprefix(name).strip()
        if name == "LIST SYNTHESIS_VOICES":
            for voice in self.voices:
                self._send(f"249-{voice}")
            self._send("249 OK VOICE LIST SENT")
            return
        if name == "CANCEL SELF" and self._at_work is not None:
            self.cancelled += 1
            self._tell("703", "CANCELED")
            self._at_work = None
        self.voice = value if name.endswith("VOICE") else self.voice
        self.rate = value if name.endswith("RATE") else self.rate
        self._data = [] if name == "SPEAK" else None
        self._send(OK[name])

    def _take_data(self, line):
        if line != ".":
            self._data.append(line)
            return
        words = "".join(ET.fromstring("\n".join(self._data)).itertext())  # noqa: S314 - our own
        self._marks = re.findall(r'<mark name="(\d+)"/>', "\n".join(self._data))
        self._data = None
        self.said.append(words)
        self._at_work = len(self.said)
        number = self._at_work
        if self.hasty:
            self.end()
        self._send(f"225-{number}", "225 OK MESSAGE QUEUED")
        if not self.hasty:
            self._tell("701", "BEGIN")
        self.spoken.emit(words)

    def _tell(self, code, name, *details):
        self._send(f"{code}-{self._at_work}", f"{code}-1", *details, f"{code} {name}")

    def _send(self, *lines):
        self._peer.write("".join(f"{line}\r\n" for line in lines).encode())

    def reach(self, number):
        """Come to a word of what is said, by its number."""
        self._tell("700", "INDEX MARK", f"700-{self._marks[number]}")

    def end(self):
        """Say it to its end."""
        self._tell("702", "END")
        self._at_work = None

    def fall_silent(self):
        """Stop for another program."""
        self._tell("703", "CANCELED")
        self._at_work = None

    def die(self):
        """End in the middle of whatever it does."""
        self.server.close()
        self._peer.abort()
