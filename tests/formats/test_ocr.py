"""Reading PDFs that are pictures, by a program that the user has installed."""

import sys
import threading
from pathlib import Path

import pytest

from reader.core.types import Document
from reader.errors import CancelledError, InputError
from reader.formats import ocr
from reader.formats.base import Reading
from reader.formats.opening import open_bytes

FILES = Path(__file__).parent / "files" / "papers"
PICTURE = b"%PDF-1.4 a picture"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Install an ocrmypdf that does what its body says with `given` and `made`."""

    def install(body: str) -> None:
        path = tmp_path / "ocrmypdf"
        path.write_text(
            f"#!{sys.executable}\nimport sys, pathlib, time\n"
            f"given, made = map(pathlib.Path, sys.argv[-2:])\n{body}\n"
        )
        path.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))

    return install


def test_what_it_makes_is_read(program) -> None:
    program(f"made.write_bytes(pathlib.Path({str(FILES / 'lo-report.pdf')!r}).read_bytes())")
    assert ocr.available()
    (document,) = open_bytes(PICTURE, Reading("a.pdf"), ocr=True)
    assert isinstance(document, Document)
    assert "المغرب" in document.text


def test_tesseract_alone_reads_the_pages_in_their_order(tmp_path, monkeypatch) -> None:
    made = (FILES / "lo-report.pdf").read_bytes()
    (tmp_path / "made.pdf").write_bytes(made)
    draw = "for n in (2, 10, 1): pathlib.Path(f'{sys.argv[-1]}-{n:02}.pgm').write_text(str(n))"
    read = (
        "pages = pathlib.Path(sys.argv[1]).read_text().split()\n"
        "told = ' '.join(pathlib.Path(page).read_text() for page in pages)\n"
        "sys.exit(told) if told != '1 2 10' else pathlib.Path(sys.argv[2] + '.pdf').write_bytes("
        f"pathlib.Path({str(tmp_path / 'made.pdf')!r}).read_bytes())"
    )
    for name, body in (("pdftoppm", draw), ("tesseract", read)):
        path = tmp_path / name
        path.write_text(f"#!{sys.executable}\nimport sys, pathlib\n{body}\n")
        path.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ocr.available()
    assert ocr.searchable(PICTURE, "a.pdf") == made


def test_what_it_complains_of_is_told(program) -> None:
    program("sys.exit('no tesseract data for ara')")
    (error,) = open_bytes(PICTURE, Reading("a.pdf"), ocr=True)
    assert isinstance(error, InputError)
    assert "no tesseract data" in error.reason


def test_without_it_the_user_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert not ocr.available()
    with pytest.raises(InputError, match="apt-get install ocrmypdf"):
        ocr.searchable(PICTURE, "a.pdf")


def test_it_ends_when_the_user_cancels(program) -> None:
    program("time.sleep(600)")
    cancelled = threading.Event()
    cancelled.set()
    with pytest.raises(CancelledError):
        ocr.searchable(PICTURE, "a.pdf", cancelled)


def test_it_runs_only_when_it_is_asked_for(program) -> None:
    program("made.write_bytes(b'')")
    (error,) = open_bytes(PICTURE, Reading("a.pdf"))
    assert isinstance(error, InputError)
    assert "ocrmypdf could not" not in error.reason
