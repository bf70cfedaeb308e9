import gzip
import ipaddress
import json
import socket
import sys
import threading
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from subprocess import run
from typing import ClassVar

import pytest

from reader import __version__
from reader.errors import CancelledError, FetchError
from reader.fetch import Fetched, Limits, NotModified, Validators, fetch, is_allowed
from reader.service import Workspace

PAGE = "<html><body><p>انتهت المحادثات اليوم.</p></body></html>"


class Site(BaseHTTPRequestHandler):
    """Answers as the test says.

    Attributes:
        pages: what is at each path: status, headers and body, or a function that writes.
    """

    pages: ClassVar[dict] = {}
    asked: ClassVar[list] = []
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.asked.append((self.path, dict(self.headers)))
        page = self.pages.get(self.path, (404, {}, b""))
        if callable(page):
            page(self)
            return
        status, headers, body = page
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def site(server):
    Site.pages, Site.asked = {}, []
    return f"http://127.0.0.1:{server.server_port}"


def html(body=PAGE, more=None, status=200):
    data = body if isinstance(body, bytes) else body.encode()
    return status, {"Content-Type": "text/html; charset=UTF-8", **(more or {})}, data


def get(address, **options):
    return fetch(address, allow_private=True, **options)


def refused(address, code, **options):
    with pytest.raises(FetchError) as caught:
        get(address, **options)
    assert caught.value.code == code
    return caught.value


def test_a_page_comes_with_what_the_server_says_of_it(site):
    Site.pages["/a?b=1"] = html(
        more={"ETag": '"x"', "Last-Modified": "Tue, 31 Oct 2017 00:00:00 GMT"}
    )
    got = get(f"{site}/a?b=1#part")
    assert isinstance(got, Fetched)
    assert got.data == PAGE.encode()
    assert (got.media_type, got.charset, got.address) == ("text/html", "utf-8", f"{site}/a?b=1")
    assert got.validators == Validators('"x"', "Tue, 31 Oct 2017 00:00:00 GMT")


def test_the_program_says_who_it_is_and_gives_nothing_away(site, monkeypatch, tmp_path):
    netrc = tmp_path / "netrc"
    netrc.write_text("default login user password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    Site.pages["/"] = html(more={"Set-Cookie": "a=b", "Location": "/"})
    get(f"{site}/")
    get(f"{site}/")
    for _, headers in Site.asked:
        assert headers["User-Agent"].startswith(f"Qari/{__version__} ")
        assert not {"Cookie", "Authorization", "Referer"} & set(headers)


def test_what_was_seen_before_is_not_fetched_again(site):
    def answer(handler):
        fresh = handler.headers["If-None-Match"] == '"x"'
        handler.send_response(304 if fresh else 200)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    Site.pages["/feed"] = answer
    assert isinstance(get(f"{site}/feed", known=Validators('"x"')), NotModified)
    assert isinstance(get(f"{site}/feed", known=Validators('"y"')), Fetched)


def test_redirections_are_followed_to_their_end(site):
    Site.pages.update({f"/{n}": (302, {"Location": f"{n + 1}"}, b"") for n in range(5)})
    Site.pages["/5"] = html()
    assert get(f"{site}/0").address == f"{site}/5"
    Site.pages["/5"], Site.pages["/6"] = (302, {"Location": "/6"}, b""), html()
    refused(f"{site}/0", "redirect")
    Site.pages["/a"], Site.pages["/b"] = (
        (301, {"Location": "/b"}, b""),
        (301, {"Location": "/a"}, b""),
    )
    assert "circle" in refused(f"{site}/a", "redirect").reason
    Site.pages["/n"] = (302, {}, b"")
    refused(f"{site}/n", "redirect")


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ("http://127.0.0.2:1024/", "private"),
        ("http://localhost:1024/", "private"),
        ("http://[::ffff:127.0.0.1]:8000/", "private"),
        ("http://0x7f.2/", "private"),
        ("http://169.254.169.254/latest/meta-data/", "private"),
        ("http://user:secret@127.0.0.1:1024/", "address"),
        ("http://127.0.0.1:22/", "address"),
        ("file:///etc/passwd", "address"),
        ("ftp://127.0.0.1/", "address"),
    ],
)
def test_no_redirection_leads_to_another_private_place(site, to, code):
    Site.pages["/"] = (302, {"Location": to}, b"")
    refused(f"{site}/", code)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "192.168.1.1", "[::]", "[fe80::1]"]
)
def test_private_addresses_are_refused_unless_allowed(host):
    with pytest.raises(FetchError) as caught:
        fetch(f"http://{host}:8000/")
    assert caught.value.code == "private"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("168.63.129.16", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("fd00:ec2::254", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("::", False),
        ("::127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_addresses_are_told_apart(address, public):
    assert is_allowed(ipaddress.ip_address(address)) is public
    metadata = is_allowed(ipaddress.ip_address("169.254.169.254"), private=True)
    assert metadata is False


def test_a_host_is_asked_for_once_and_that_answer_is_connected_to(site, monkeypatch):
    port = int(site.rpartition(":")[2])
    answers = iter([[(2, 1, 6, "", ("127.0.0.1", port))]] * 2)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: next(answers))
    connected = []
    monkeypatch.setattr(
        socket, "create_connection", lambda to, *_, **__: connected.append(to) or 1 / 0
    )
    with pytest.raises(ZeroDivisionError):
        get("http://news.example:8000/")
    assert connected == [("127.0.0.1", 8000)]


@pytest.mark.parametrize(
    "address",
    ["", "news.example", "http://", "http:///x", "javascript:alert(1)", "http://a b/",
     "http://u:p@news.example/", "http://news.example:25/", "http://ex\u2024ample.com/",
     "http://news.example/" + "a" * 9000],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(address):
    refused(address, "address")


def test_names_in_other_scripts_are_shown_in_punycode():
    error = refused("http://مثال.invalid/أ", "unreachable")
    assert "xn--mgbh0fb.invalid" in error.reason


def test_robots_are_respected(site):
    rules = b"User-agent: *\nDisallow: /private\n\nUser-agent: qari\nDisallow: /not-us\n"
    Site.pages["/robots.txt"] = (200, {}, rules)
    Site.pages["/not-us/a"] = Site.pages["/open"] = html()
    refused(f"{site}/not-us/a", "robots")
    assert get(f"{site}/open").data
    assert [path for path, _ in Site.asked].count("/not-us/a") == 0
    Site.pages["/robots.txt"] = (503, {}, b"")
    refused(f"{site}/open", "robots")


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429, 500, 503, 204])
def test_what_a_server_refuses_is_told(site, status):
    Site.pages["/"] = (status, {}, b"")
    assert str(status) in refused(f"{site}/", "status").reason


def test_an_image_is_no_article(site):
    Site.pages["/"] = (200, {"Content-Type": "image/png"}, b"\x89PNG")
    refused(f"{site}/", "not-text")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("gzip", gzip.compress(PAGE.encode())),
        ("deflate", zlib.compress(PAGE.encode())),
        ("deflate", zlib.compress(PAGE.encode())[2:-4]),
    ],
)
def test_packed_pages_are_unpacked(site, name, data):
    Site.pages["/"] = html(data, {"Content-Encoding": name})
    assert get(f"{site}/").data == PAGE.encode()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("gzip", gzip.compress(b"\0" * 30_000_000), "too-large"),
        ("gzip", gzip.compress(PAGE.encode())[:-12], "broken"),
        ("gzip", b"\x1f\x8b\x08\x00" + b"x" * 100, "broken"),
        ("br", b"x", "encoding"),
        ("gzip, gzip", gzip.compress(gzip.compress(b"x")), "encoding"),
    ],
    ids=["bomb", "cut", "damaged", "unknown", "twice"],
)
def test_what_cannot_be_unpacked_is_refused(site, name, data, code):
    Site.pages["/"] = html(data, {"Content-Encoding": name})
    refused(f"{site}/", code)


def test_a_page_without_end_is_cut_off(site):
    def endless(handler):
        handler.send_response(200)
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"x" * 65536)
        except OSError:
            handler.close_connection = True

    Site.pages["/"] = endless
    refused(f"{site}/", "too-large", limits=Limits(bytes=1_000_000))


def stuck(release):
    def answer(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "100")
        handler.end_headers()
        handler.wfile.write(b"x")
        release.wait(20)
        handler.close_connection = True

    return answer


@pytest.mark.parametrize("limits", [Limits(silence=0.2), Limits(seconds=0.3)])
def test_a_page_that_does_not_come_is_given_up(site, limits):
    release = threading.Event()
    Site.pages["/"] = stuck(release)
    try:
        refused(f"{site}/", "timeout", limits=limits)
    finally:
        release.set()


def test_cancelling_ends_it_at_once(site):
    release, cancelled = threading.Event(), threading.Event()
    Site.pages["/"] = stuck(release)
    timer = threading.Timer(0.1, cancelled.set)
    timer.start()
    try:
        with pytest.raises(CancelledError):
            get(f"{site}/", cancelled=cancelled)
    finally:
        release.set()
        timer.join()


def test_a_connection_that_breaks_is_told(site):
    def breaking(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"half")
        handler.close_connection = True

    Site.pages["/"] = breaking
    refused(f"{site}/", "broken")


def test_nothing_answers():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        refused(f"http://127.0.0.1:{taken.getsockname()[1]}/", "unreachable")


def test_a_site_that_cannot_prove_who_it_is_is_refused(site):
    refused(site.replace("http:", "https:"), "tls")


def test_progress_is_told(site):
    Site.pages["/"] = html(b"x" * 500_000)
    told = []
    get(f"{site}/", progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_what_was_fetched_is_read_like_a_file(site):
    page = PAGE.replace("<p>", "<p>café ").encode("cp1256")
    Site.pages["/a"] = html(page, {"Content-Type": "text/html; charset=windows-1256"})
    [document] = Workspace().fetch(f"{site}/a", allow_private=True)
    assert document.text == "café انتهت المحادثات اليوم."
    assert (document.encoding, document.format) == ("cp1256", "html")
    assert document.address == document.source == f"{site}/a"
    [error] = Workspace().fetch(f"{site}/none", allow_private=True)
    assert isinstance(error, FetchError)


def test_the_wrong_charset_of_a_server_does_no_harm(site):
    Site.pages["/a"] = html(PAGE, {"Content-Type": "text/html; charset=windows-1256"})
    Site.pages["/b.txt"] = (200, {"Content-Type": "text/plain"}, "قال الوزير.".encode("cp1256"))
    assert Workspace().open_address(f"{site}/a", allow_private=True).encoding == "utf-8"
    document = Workspace().open_address(f"{site}/b.txt", allow_private=True)
    assert document.text == "قال الوزير."


def qari(*arguments):
    return run([sys.executable, "-m", "reader", *arguments], capture_output=True, check=False)


def test_the_command_line_takes_an_address(site):
    Site.pages["/a"] = html()
    done = qari("analyze", f"{site}/a", "--private", "--format", "json", "--engine", "fast")
    document = json.loads(done.stdout)["document"]
    assert document["text"] == "انتهت المحادثات اليوم."
    assert document["address"] == f"{site}/a"
    done = qari("brief", f"{site}/a", "--engine", "fast")
    assert done.returncode == 1
    assert b"private network or on this machine" in done.stderr
