"""A web address, fetched because the user asks for it, and never otherwise.

What the other side says is not believed: every address that a host name stands for is checked
before a connection is made to that very address, on each of the steps of a redirection; sizes are
counted as the bytes come, before and after they are unpacked; and the whole has a limit of time.
No cookie, password, proxy or setting of the environment is used.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from queue import Empty, SimpleQueue
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

import httpcore
import httpx

from reader import __version__
from reader.errors import CancelledError, FetchError
from reader.packed import PackedError, unpacked

AGENT = f"Qari/{__version__} (news reader; fetches what its user asks for)"
_ROBOT = "Qari"  # the name by which robots.txt may speak of the program
_ACCEPTED = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,*/*;q=0.8"
_REDIRECTIONS = 5
_LONGEST_ADDRESS = 8000  # characters
_PORTS = frozenset({80, 443})  # and those from 1024 on, where no other service is expected
_HOST = re.compile(r"[a-z0-9._:-]{1,255}")
_TICK = 0.05  # seconds between two looks at the clock and the wish to cancel
_NOT_TEXT = frozenset({"image", "audio", "video", "font"})
_MOVED = frozenset({301, 302, 303, 307, 308})
# Public addresses at which clouds answer for a machine's own affairs.
_METADATA = frozenset({ipaddress.ip_address("168.63.129.16")})
_MAPPED = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96")))

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one address may cost.

    Attributes:
        bytes: of what it gives, unpacked.
        seconds: for all.
        silence: seconds without a byte.
        robots: bytes of robots.txt that are read.
    """

    bytes: int = 50_000_000
    seconds: float = 60.0
    silence: float = 15.0
    robots: int = 512_000


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of its answer, to be asked whether it has a newer one."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave.

    Attributes:
        media_type: as the server names it, in small letters; "" where it does not.
        charset: as the server names it.
        address: where it was found after all redirections, its host in punycode.
    """

    data: bytes
    media_type: str
    charset: str | None
    address: str
    validators: Validators = field(default_factory=Validators)


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server has nothing newer than what it gave before."""

    address: str


Progress = Callable[[float], None]


def _silent(_done: float) -> None:
    """Report nothing."""


def fetch(
    address: str,
    *,
    allow_private: bool = False,
    known: Validators | None = None,
    limits: Limits | None = None,
    progress: Progress = _silent,
    cancelled: threading.Event | None = None,
) -> Fetched | NotModified:
    """Fetch an address; robots.txt of its site is asked first and obeyed.

    Args:
        address: http or https.
        allow_private: let the host that it names lie in a private network or on this machine;
            no other such host that it redirects to.
        known: what the server said when it was last asked; it may then answer NotModified.
        limits: of time and size.
        progress: called now and then with how much is done, 0 to 1, where that is known.
        cancelled: ends it soon after it is set.

    Raises:
        FetchError: it cannot be fetched; the reason says what to do.
        CancelledError: `cancelled` was set.
    """
    task = _Fetch(address, allow_private=allow_private, known=known, limits=limits or Limits())
    threading.Thread(target=task.run, name="fetch", daemon=True).start()
    try:
        return _await(task, progress, cancelled or threading.Event())
    finally:
        task.stopped.set()


def _await(task: _Fetch, progress: Progress, cancelled: threading.Event) -> Fetched | NotModified:
    """Wait for a task, which may be stuck anywhere; it is left behind then."""
    ends = time.monotonic() + task.limits.seconds
    while True:
        if cancelled.is_set():
            raise CancelledError
        if time.monotonic() > ends:
            raise _failed(
                task.address, "timeout", f"it took more than {task.limits.seconds:g} seconds"
            )
        try:
            told = task.told.get(timeout=_TICK)
        except Empty:
            continue
        if isinstance(told, float):
            progress(told)
        elif isinstance(told, Exception):
            raise told
        else:
            return told


def _failed(address: str, code: str, reason: str) -> FetchError:
    advice = {
        "timeout": "; try again later",
        "unreachable": "; check the address and the connection",
        "private": "; allow private addresses if you mean it",
        "robots": "; open it in a browser and save the page",
        "too-large": "; save it in a browser and open the file",
    }
    return FetchError(address, code, reason + advice.get(code, ""))


class _Fetch:
    """One fetching, run on a thread of its own.

    Attributes:
        told: how much is done, and at last what came of it or an exception.
        stopped: nobody waits any more.
    """

    def __init__(
        self, address: str, *, allow_private: bool, known: Validators | None, limits: Limits
    ) -> None:
        self.address = address
        self.limits = limits
        self.told: SimpleQueue[float | Exception | Fetched | NotModified] = SimpleQueue()
        self.stopped = threading.Event()
        self._known = known or Validators()
        self._private = allow_private
        self._robots: dict[str, RobotFileParser | None] = {}

    def run(self) -> None:
        """Fetch, and tell what came of it."""
        try:
            url = _url(self.address)
            backend = _Backend(_host(url) if self._private else None)
            context = httpx.create_ssl_context(trust_env=False)
            with httpcore.ConnectionPool(context, network_backend=backend) as pool:
                self.told.put(self._follow(pool, url))
        except Exception as error:  # noqa: BLE001 - raised again where it is waited for
            self.told.put(error)

    def _follow(self, pool: httpcore.ConnectionPool, url: httpx.URL) -> Fetched | NotModified:
        """Go where an address leads."""
        seen: set[str] = set()
        while True:
            self._ask_robots(pool, url)
            seen.add(str(url))
            with self._answer(pool, url, self._conditions()) as answer:
                if answer.status not in _MOVED:
                    return self._take(answer, url)
                url = _next(url, _header(answer, b"location"), seen)

    def _conditions(self) -> dict[bytes | str, bytes | str]:
        asked: dict[bytes | str, bytes | str] = {}
        if self._known.etag:
            asked["If-None-Match"] = self._known.etag
        if self._known.last_modified:
            asked["If-Modified-Since"] = self._known.last_modified
        return asked

    @contextmanager
    def _answer(
        self, pool: httpcore.ConnectionPool, url: httpx.URL, more: Mapping[bytes | str, bytes | str]
    ) -> Iterator[httpcore.Response]:
        headers: dict[bytes | str, bytes | str] = {
            "Host": url.netloc.decode("ascii"),
            "User-Agent": AGENT,
            "Accept": _ACCEPTED,
            "Accept-Language": "ar,*;q=0.5",
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
            **more,
        }
        waits = dict.fromkeys(("connect", "read", "write", "pool"), self.limits.silence)
        asked = httpcore.URL(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
        )
        with (
            _plainly(url),
            pool.stream("GET", asked, headers=headers, extensions={"timeout": waits}) as answer,
        ):
            yield answer

    def _ask_robots(self, pool: httpcore.ConnectionPool, url: httpx.URL) -> None:
        """Refuse an address that the robots.txt of its site does not let programs fetch."""
        site = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if site not in self._robots:
            self._robots[site] = self._rules(pool, httpx.URL(f"{site}/robots.txt"))
        rules = self._robots[site]
        if rules is not None and not rules.can_fetch(_ROBOT, str(url)):
            raise _failed(str(url), "robots", "the site's robots.txt asks programs to stay away")

    def _rules(self, pool: httpcore.ConnectionPool, url: httpx.URL) -> RobotFileParser | None:
        """Return what a robots.txt says; None where there is none (RFC 9309)."""
        seen: set[str] = set()
        while True:
            seen.add(str(url))
            with self._answer(pool, url, {}) as answer:
                if answer.status in _MOVED:
                    url = _next(url, _header(answer, b"location"), seen)
                    continue
                if 400 <= answer.status < 500:
                    return None
                if answer.status != 200:
                    reason = f"the site does not say who may fetch ({answer.status} for robots.txt)"
                    raise _failed(str(url), "robots", reason)
                text = _first(self._body(answer, url), self.limits.robots)
            rules = RobotFileParser()
            rules.parse(text.decode("utf-8", "replace").splitlines())
            return rules

    def _take(self, answer: httpcore.Response, url: httpx.URL) -> Fetched | NotModified:
        if answer.status == 304 and self._conditions():
            return NotModified(str(url))
        if answer.status != 200:
            raise _refusal(url, answer.status)
        media_type, charset = _content_type(_header(answer, b"content-type"))
        if media_type.partition("/")[0] in _NOT_TEXT:
            raise _failed(str(url), "not-text", f"this is no text but {media_type}; choose a page")
        length = _header(answer, b"content-length")
        data = bytearray()
        for piece in self._body(answer, url):
            data += piece
            if length.isdecimal() and int(length[:15]) > 0:
                self.told.put(min(len(data) / int(length[:15]), 1.0))
        return Fetched(
            bytes(data),
            media_type,
            charset,
            str(url),
            Validators(_header(answer, b"etag") or None, _header(answer, b"last-modified") or None),
        )

    def _chunks(self, answer: httpcore.Response) -> Iterator[bytes]:
        for chunk in answer.iter_stream():
            if self.stopped.is_set():
                raise CancelledError
            yield chunk

    def _body(self, answer: httpcore.Response, url: httpx.URL) -> Iterator[bytes]:
        """Yield what an answer holds, unpacked."""
        encoding = _header(answer, b"content-encoding")
        try:
            yield from unpacked(self._chunks(answer), encoding, self.limits.bytes)
        except PackedError as error:
            raise _failed(str(url), error.code, error.reason) from error


def _url(address: str) -> httpx.URL:
    """Return an address that may be asked; FetchError where it may not."""
    words = address.strip()
    if len(words) > _LONGEST_ADDRESS:
        raise _failed(words[:80], "address", "the address is too long")
    if not words.lower().startswith(("http://", "https://")):
        raise _failed(words, "address", "the address must begin with http:// or https://")
    try:
        url = httpx.URL(words).copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise _failed(words, "address", f"this is no web address ({error})") from error
    if not _HOST.fullmatch(_host(url)):
        raise _failed(words, "address", "this is no web address: it names no host")
    if url.userinfo:
        raise _failed(words, "address", "the address holds a name or password; leave it out")
    if url.port is not None and url.port < 1024 and url.port not in _PORTS:
        raise _failed(words, "address", f"port {url.port} is none of web sites")
    return url


def _first(pieces: Iterator[bytes], most: int) -> bytes:
    """Return the first bytes of what comes in pieces."""
    data = bytearray()
    for piece in pieces:
        data += piece
        if len(data) > most:
            break
    return bytes(data[:most])


def _host(url: httpx.URL) -> str:
    return url.raw_host.decode("ascii")


def _next(url: httpx.URL, location: str, seen: set[str]) -> httpx.URL:
    """Return where an answer redirects to."""
    if not location:
        raise _failed(str(url), "redirect", "the site redirects without saying where to")
    try:
        to = _url(urljoin(str(url), location))
    except ValueError as error:
        raise _failed(
            str(url), "redirect", f"the site redirects to no address: {location}"
        ) from error
    if url.scheme == "https" and to.scheme == "http":
        reason = f"the site leads from a secure address to one that is not: {to}"
        raise _failed(str(url), "redirect", reason)
    if str(to) in seen:
        raise _failed(str(url), "redirect", "the site redirects in a circle")
    if len(seen) > _REDIRECTIONS:
        raise _failed(str(url), "redirect", f"the site redirects more than {_REDIRECTIONS} times")
    return to


@contextmanager
def _plainly(url: httpx.URL) -> Iterator[None]:
    """Tell in plain words what went wrong on the way."""
    address = str(url)
    try:
        yield
    except httpcore.ConnectTimeout as error:
        raise _failed(address, "timeout", "the site did not answer in time") from error
    except httpcore.TimeoutException as error:
        raise _failed(address, "timeout", "the site stopped in the middle of its answer") from error
    except httpcore.ConnectError as error:
        if isinstance(error.__cause__ or error.__context__, ssl.SSLError):
            reason = f"its certificate or encryption is not to be trusted ({error})"
            raise _failed(address, "tls", reason) from error
        raise _failed(address, "unreachable", f"no connection could be made ({error})") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
        reason = f"the site broke off or gave no right answer ({error or type(error).__name__})"
        raise _failed(address, "broken", reason) from error


def _refusal(url: httpx.URL, status: int) -> FetchError:
    reasons = {
        401: "the site lets only those in who have an account (401)",
        403: "the site does not let programs fetch this page (403)",
        404: "there is no page at this address (404); check it",
        410: "the page was taken away (410)",
        429: "the site asks to be left alone for a while (429); try again later",
        451: "the site may not show this page (451)",
    }
    other = f"the site has a fault of its own ({status}); try again later"
    odd = f"the site answered with {status}, not with a page"
    return _failed(str(url), "status", reasons.get(status, other if status >= 500 else odd))


def _header(answer: httpcore.Response, name: bytes) -> str:
    return next((v.decode("latin-1").strip() for k, v in answer.headers if k.lower() == name), "")


def _content_type(value: str) -> tuple[str, str | None]:
    """Return the media type and the charset that a header names."""
    if not value:
        return "", None
    parsed = Message()
    parsed["content-type"] = value[:500]
    return parsed.get_content_type(), parsed.get_content_charset()


class _Backend(httpcore.NetworkBackend):
    """Connects to no other address than one that was checked.

    Attributes:
        trusted: the name of the host that may lie in a private network, None for none.
    """

    def __init__(self, trusted: str | None) -> None:
        self.trusted = trusted
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: object = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that takes the connection."""
        del local_address, socket_options
        addresses = _resolved(host, port)
        private = self.trusted is not None and host == self.trusted
        for address in addresses:
            if not is_allowed(address, private=private):
                reason = f"{host} lies in a private network or on this machine ({address})"
                raise _failed(host, "private", reason)
        failure: Exception = httpcore.ConnectError("it has no address")
        for address in addresses:
            try:
                return self._backend.connect_tcp(str(address), port, timeout)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure


def _resolved(host: str, port: int) -> list[Address]:
    """Return the addresses of a host, each once."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise _failed(host, "unreachable", f"there is no host named {host}") from error
    texts = dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found)
    return [ipaddress.ip_address(text) for text in texts]


def is_allowed(address: Address, *, private: bool = False) -> bool:
    """Tell whether a connection may be made to an address."""
    inner = _embedded(address)
    if inner is not None:
        return is_allowed(inner, private=private)
    if address.is_multicast or address.is_unspecified or address in _METADATA:
        return False
    if private:
        return not address.is_link_local
    site_local = isinstance(address, ipaddress.IPv6Address) and address.is_site_local
    return address.is_global and not site_local


def _embedded(address: Address) -> Address | None:
    """Return the IPv4 address that an IPv6 address leads to, if it does."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if any(address in network for network in _MAPPED):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)
