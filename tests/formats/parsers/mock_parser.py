"""A parser that does what the file tells it to: all that a parser must not do."""

import ctypes
import faulthandler
import os
import socket
import subprocess
import sys
import threading
from itertools import repeat
from pathlib import Path

from reader.errors import DecodingError, InputError
from reader.formats.text import from_text


def read(data, reading):
    """Yield one article of each line, and do what a line says."""
    for line in data.decode("utf-8", "surrogatepass").split("\n"):
        deed, _, rest = line.partition(" ")
        if deed == "gush":
            yield from repeat(from_text("ا" * 100_000, source=reading.source))
        if deed == "doubt":
            yield from repeat(InputError(reading.source, rest))
        made = DEEDS.get(deed)
        said = line if made is None else made(rest, reading)
        yield from_text(said, source=reading.source) if isinstance(said, str) else said


def crash(_words, _reading):
    faulthandler._sigsegv()


def leave(words, _reading):
    os._exit(int(words))


def leave_politely(_words, _reading):
    sys.exit("enough")


def sleep(_words, _reading):
    threading.Event().wait()


def spin(_words, _reading):
    while True:
        pass


def spin_inside(_words, _reading):
    """Never come back to Python: no thread of it could end this."""
    return sum(repeat(0))


def eat(_words, _reading):
    held = []
    while True:
        held.append(bytearray(1 << 24))


def flood(_words, _reading):
    return "ا" * (10 << 20)


def nest(_words, reading):
    return nest(_words, reading)


def fail(words, _reading):
    raise ValueError(words)


def refuse(words, reading):
    raise DecodingError(reading.source, words)


def chatter(words, _reading):
    sys.stdout.write("x" * 100_000)
    os.write(1, b"\0\0\0\x05nosuch")
    sys.stderr.write(words)
    return "said"


def ask(_words, _reading):
    return f"[{sys.stdin.read()}]"


def write(words, _reading):
    Path(words).write_text("x", encoding="utf-8")


def write_low(words, _reading):
    """Go around Python's own calls as far as they let one."""
    os.open(words, os.O_WRONLY | os.O_CREAT)


def spy(words, _reading):
    return Path(words).read_text(encoding="utf-8")


def look(words, _reading):
    return " ".join(map(str, Path(words).iterdir()))


def call(_words, _reading):
    socket.create_connection(("127.0.0.1", 9))


def run(_words, _reading):
    subprocess.run([sys.executable, "-c", ""], check=True)


def fork(_words, _reading):
    os.fork()


def go_around(words, _reading):
    """Do without Python what its hook would refuse: what the kernel says is all that counts."""
    libc = ctypes.CDLL(None)
    deeds = {
        "open": lambda: libc.open(b"/etc/passwd", os.O_RDONLY),
        "create": lambda: libc.open(words.partition(" ")[2].encode(), os.O_WRONLY | os.O_CREAT),
        "socket": lambda: libc.socket(socket.AF_INET, socket.SOCK_STREAM, 0),
        "fork": lambda: libc.fork() or os._exit(0),
        "execute": lambda: libc.execl(b"/bin/true", b"true", None),
        "kill": lambda: libc.kill(os.getppid(), 0),
    }
    return "refused" if deeds[words.partition(" ")[0]]() == -1 else "done"


def advance(words, reading):
    for step in range(int(words)):
        reading.progress(step / int(words))
    return "done"


def where(_words, _reading):
    return str(os.getpid())


def stray(words, _reading):
    return from_text("خبر", source=words)


DEEDS = {
    deed.__name__: deed
    for deed in (
        crash, leave, leave_politely, sleep, spin, spin_inside, eat, flood, nest, fail, refuse,
        chatter, ask, write, write_low, spy, look, call, run, fork, go_around, advance, where,
        stray,
    )
}  # fmt: skip
