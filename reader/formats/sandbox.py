"""How the process that reads files shuts itself in, each means where it is offered.

Everywhere: a hook on Python's own calls refuses the network, other programs, the writing of any
file, and the reading of any but Python's and the program's own. It holds against a parser that
is led to fetch or open something, not against machine code that took a parser over.

Linux and macOS: limits of processor time, of open files (64), of written bytes (none), of new
processes and core files (none). The limit of memory holds on Linux alone: macOS does not keep
it, Windows has no such limits, and there the program's own clock is what stops a file.

Linux, where the kernel offers it without privilege, against machine code too: no new
privileges; a network with nothing in it (user and network namespaces); Landlock, for the
files; and a filter of system calls for sockets, other programs and other processes.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from reader.formats.refusals import ForbiddenError

_PACKAGE = Path(__file__).resolve().parents[1]
_FILES = 64
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_REFUSED = frozenset(
    {
        "os.chflags", "os.chmod", "os.chown", "os.exec", "os.fork", "os.forkpty", "os.link",
        "os.lockf", "os.mkdir", "os.posix_spawn", "os.remove", "os.removexattr", "os.rename",
        "os.rmdir", "os.setxattr", "os.spawn", "os.startfile", "os.startfile/2", "os.symlink",
        "os.system", "os.truncate", "os.utime", "pty.spawn", "sqlite3.connect",
        "subprocess.Popen", "webbrowser.open",
    }
)  # fmt: skip
_REFUSED_FAMILIES = ("socket.", "shutil.", "tempfile.", "winreg.", "ftplib.", "smtplib.")
_LOOKING = frozenset({"os.listdir", "os.scandir", "ctypes.dlopen"})


def enter(memory: int, folders: Sequence[str]) -> list[str]:
    """Shut this process in; return the names of the means that hold.

    Args:
        memory: bytes that it may have.
        folders: beyond Python's and the program's own, whose files it may read.
    """
    readable = _readable(folders)
    held = _limits(memory)
    if sys.platform == "linux":
        from reader.formats import kernel  # noqa: PLC0415 - only Linux has it

        held += kernel.shut(readable)
    _end_with_parent()
    sys.addaudithook(_Hook(readable).refuse)
    return [*held, "hook"]


def _readable(folders: Sequence[str]) -> tuple[str, ...]:
    """Return the folders whose files an import may need."""
    paths = sysconfig.get_paths()
    found = [paths[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    found += [p for p in sys.path if Path(p).name in {"site-packages", "dist-packages"}]
    found += [p for p in sys.path if p.endswith("lib-dynload")]
    own = (_PACKAGE, _PACKAGE.parent / "resources")
    found += [*map(str, own), *folders]
    known = {str(Path(p).resolve()) for p in found} | set(found)
    return tuple(sorted(p for p in known if Path(p).is_dir()))


def _limits(memory: int) -> list[str]:
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return []
    kinds = {
        "RLIMIT_CORE": 0,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_NPROC": 0,
        "RLIMIT_NOFILE": _FILES,
        "RLIMIT_DATA": memory,  # what it writes to; the code of libraries is not counted
        "RLIMIT_AS": 2 * memory,
    }
    for name, most in kinds.items():
        kind = getattr(resource, name, None)
        if kind is not None:
            with suppress(ValueError, OSError):
                resource.setrlimit(kind, (most, most))
    return ["limits"]


def allow_work(seconds: int) -> None:
    """Let this process work so long from now on; the kernel ends it after, where there is one."""
    try:
        import resource  # noqa: PLC0415 - see above
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + seconds + 1
    with suppress(ValueError, OSError):
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


@contextmanager
def dying_with(stream: BinaryIO) -> Iterator[None]:
    """End this process at once, whatever it does, should the stream's other end be closed.

    Between files that is seen by reading; while a parser runs, the kernel signals it.
    """
    try:
        import fcntl  # noqa: PLC0415 - Windows has none
        import select  # noqa: PLC0415 - the same
    except ImportError:
        yield
        return
    file = stream.fileno()
    before = fcntl.fcntl(file, fcntl.F_GETFL)
    with suppress(OSError):
        fcntl.fcntl(file, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(file, fcntl.F_SETFL, before | os.O_ASYNC)
    if select.select([file], [], [], 0)[0]:  # nothing is due but the end
        os._exit(0)
    yield
    with suppress(OSError):
        fcntl.fcntl(file, fcntl.F_SETFL, before)


def _end_with_parent() -> None:
    """On Windows, which sends no signals, wait for the program's end on a thread."""
    if sys.platform != "win32":
        return
    import _winapi  # noqa: PLC0415 - only Windows has it
    import threading  # noqa: PLC0415 - only needed here

    with suppress(OSError):
        parent = _winapi.OpenProcess(0x00100000, False, os.getppid())  # SYNCHRONIZE

        def wait() -> None:
            _winapi.WaitForSingleObject(parent, _winapi.INFINITE)
            os._exit(0)

        threading.Thread(target=wait, daemon=True).start()


class _Hook:
    """Refuses what no parser needs."""

    def __init__(self, readable: tuple[str, ...]) -> None:
        self._roots = tuple(root.rstrip(os.sep) + os.sep for root in readable)

    def refuse(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Raise ForbiddenError for an event that is refused."""
        if event == "open":
            path, mode, flags = arguments
            if isinstance(path, int):
                return
            writes = (flags or 0) & _WRITING or (mode and set(mode) & set("wax+"))
            if writes or not self._may_read(path):
                raise ForbiddenError(f"opening {path!r}")
        elif event in _LOOKING:
            path = arguments[0] if arguments else None
            if path is not None and not isinstance(path, int) and not self._may_read(path):
                raise ForbiddenError(f"opening {path!r}")
        elif event in _REFUSED or event.startswith(_REFUSED_FAMILIES):
            raise ForbiddenError(event)

    def _may_read(self, path: str | bytes) -> bool:
        # Through links, so that none leads out.
        real = os.path.realpath(os.fsdecode(path))
        return (real + os.sep).startswith(self._roots)
