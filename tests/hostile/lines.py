"""Lines that Unicode tests with, and strings that programs stumble over, there and back."""

from __future__ import annotations

import bz2
import io
import json
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from report import Part

from reader.core.codec import from_json
from reader.export import format_named
from reader.formats.base import Reading
from reader.formats.opening import open_bytes
from reader.service import Workspace
from seeds import WORDS

DATA = Path("/usr/share/unicode")  # Debian's package unicode-data
_MOST_SECONDS = 5.0
_BATCH = 200  # lines of an article
_MARKS = "\u064e\u0651\u0301\u0655\u0670\u06e1"
_CONTROLS = "".join(map(chr, (*range(1, 32), *range(127, 160))))
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ODD = "\u00ad\u034f\u115f\u180e\u200b\u200c\u200d\u2028\u2029\u2060\u2061\u3164\ufeff\ufff9\ufffb\uffa0\ufffe\uffff"


def naughty() -> list[str]:
    """Return 500 strings: signs alone, in words, doubled; scripts mixed; code; numbers; emptiness."""
    word = "وزير"
    singles = [
        *_CONTROLS,
        *_BIDI,
        *_ODD,
        *_MARKS,
        *"'\"`<>&;|$%{}[]()\\/*?!~^=+-#@:,._",
        "\ud800",
        "\udfff",
    ]
    found = [c for s in singles for c in (s, f"{word}{s}{word}")]
    found += [f"{s * 40}{word}" for s in (*_BIDI, *_ODD, *_MARKS)]
    found += [
        "undefined", "null", "NaN", "-1", "1e999", "0x0", "١٢٣٫٤٥", "٪", "۱۲", "999999999999999999999",
        "1/0", "--", "true", "None", "\\", "\\\\", "''", '""', "ﷺ", "ﷲ", "﷽" * 50, "ﻻ", "ﺍﻟﻌﺮﺑﻴﺔ", "لا" * 99,
        "مـــــحـــمد", "\u0640" * 500, "e\u0301", "é", "Å", "ﬁ", "ß", "İ", "ı", "Ǆ", "𝒳", "𐎠", "👩‍👩‍👧‍👦", "🇸🇦",
        "👍🏽", "Ｆｕｌｌ", "⁰¹", "½", "ⅷ", "Ω≈ç√", "åß∂ƒ", "田中さん", "사회과학원", "ישראל", "ελληνικά", "नमस्ते",
        "ไทย", "ქართული", "᠎", "ܫܠܡܐ", "ߒߞߏ", "ډېر ښه", "بۆ کوردی", "اُردُو", "Z̮̞̠͙͔ͅA̷", "<script>alert(1)</script>",
        "' OR 1=1 --", "$(touch x)", "`id`", "%s%n%d", "{0}", "{{7*7}}", "${7*7}", "../../etc/passwd", "CON", "AUX",
        "=1+1", "+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "<?xml?>", "<!ENTITY x>", "]]>", "&#x0;", "\0", "a\0b",
        "http://a/%%30%30", "file:///", "﴾آية﴿", "«» « »", "““”", "...…", "؟!", "،؛", "؍", "٭", "صلى الله عليه وسلم",
    ]  # fmt: skip
    found += [f"قال {n} في {n}." for n in found]
    return list(dict.fromkeys(found))


def run(step: int, _seed: int) -> Part:
    """Take every `step`th line of each list there and back."""
    part, workspace = Part(), Workspace()
    lists = {"naughty strings": naughty(), "BidiCharacterTest": list(_bidi(step))}
    lists["NormalizationTest"] = list(_normalization(step))
    for name, lines in lists.items():
        if not lines:
            part.tell(f"{name}: not here", [f"{name}: Debian's unicode-data is not installed"])
            continue
        misses, articles = [], 0
        begun = time.monotonic()
        for at in range(0, len(lines), _BATCH):
            articles += 1
            misses += _there_and_back(workspace, name, at, lines[at : at + _BATCH])
        part.tell(
            f"{name}: {len(lines)} lines in {articles} articles, loaded, analyzed, exported and"
            f" read back in {time.monotonic() - begun:.0f} s",
            misses,
        )
    part.tell("texts that grow: " + _grown(workspace, misses := []), misses)
    part.tell(_window(lists["naughty strings"], misses := []), misses)
    return part


def _bidi(step: int) -> Iterator[str]:
    path = DATA / "BidiCharacterTest.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    told = [line for line in lines if line and not line.startswith("#")]
    for line in told[::step]:
        yield "".join(chr(int(code, 16)) for code in line.partition(";")[0].split())


def _normalization(step: int) -> Iterator[str]:
    path = DATA / "NormalizationTest.txt.bz2"
    lines = bz2.decompress(path.read_bytes()).decode().splitlines() if path.is_file() else []
    told = [line for line in lines if line and line[0] not in "#@"]
    for line in told[::step]:
        for column in line.split(";")[:5]:
            yield "".join(chr(int(code, 16)) for code in column.split())


def _there_and_back(workspace: Workspace, name: str, at: int, lines: list[str]) -> list[str]:
    """Return what is not as it was when an article of these lines has gone there and back."""
    # Words between: what is nothing but controls is refused as binary, which is not tested here.
    text = "\n".join(f"{line}\n{WORDS}" for line in lines) + "\n"
    try:
        (document,) = open_bytes(text.encode("utf-8", "surrogatepass"), Reading("lines.txt"))
        wanted = text.replace("\r\n", "\n").replace("\r", "\n")
        if document.text != wanted:
            return [f"{name} {at}: loaded as another text"]
        analysis = workspace.analyze(document, engine="fast")
        for made in ("html", "markdown", "conll", "csv-entities", "xmi", "webannotation", "docx"):
            workspace.export(analysis, made)
        back = from_json(json.loads(workspace.export(analysis, "json")))
        wrong = [] if back.document.text == wanted else ["json"]
        gold = json.loads(workspace.export(analysis, "gold"))
        counted = (gold["sha256"], gold["n_codepoints"]) == (document.id, len(wanted))
        wrong += [] if counted and _says(gold["mentions"], wanted) else ["gold"]
        with zipfile.ZipFile(io.BytesIO(format_named("brat").write(analysis))) as archive:
            brat = archive.read("article.txt")
        kept = wanted.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
        wrong += [] if brat == kept else ["brat"]
    except Exception as error:
        return [f"{name} {at}: {type(error).__name__}: {ascii(str(error))[:200]}"]
    return [f"{name} {at}: another text after {made}" for made in wrong]


def _says(mentions: list[dict], text: str) -> bool:
    """Tell whether each mention has the words of the text at its place."""
    return all(m["text"] == text[m["start"] : m["end"]] for m in mentions)


# What each text is made of, how often, and what begins and ends it.
GROWN = {
    "marks on one letter": ("\u064e\u0651", 50_000, "قال م", " أمس في بغداد."),
    "letters of one word": ("م", 250_000, "قال ", " أمس في بغداد."),
    "brackets": ("(«[", 3_000, "", ""),
    "digits of one number": ("1", 250_000, "عام ", ""),
    "short lines": ("قال\n", 4_000, "", ""),
    "full stops": ("م.", 4_000, "", ""),
    "names": ("محمد ", 6_000, "", ""),
    "dates": ("الأحد 5 نوفمبر 2017 ", 1_000, "", ""),
    "quotations": ("قال «إن ", 2_000, "", ""),
    "tabs and spaces": (" \t\u00a0", 100_000, "قال", "أمس"),
    "paragraphs alike": ("قال الوزير أمس إن الحرب انتهت.\n", 500, "", ""),
    "conjunctions": ("و", 100_000, "قال ", ""),
}
_MOST_GROWTH = 3.0  # that twice the text takes; work that grows as its square takes 4


def _grown(workspace: Workspace, misses: list[str]) -> str:
    """Analyze and export texts at two lengths; return how much longer the longer takes."""
    told = []
    for name, (piece, count, first, last) in GROWN.items():
        short, long = (_work(workspace, f"{first}{piece * n}{last}\n") for n in (count, 2 * count))
        if long > _MOST_GROWTH * short + 0.1:  # once more, in case the machine was busy
            again = (_work(workspace, f"{first}{piece * n}{last}\n") for n in (count, 2 * count))
            short, long = max(short, next(again)), min(long, next(again))
        told.append(f"{2 * count:,} {name} {long:.1f} s (x{long / max(short, 0.01):.1f})")
        if long > _MOST_GROWTH * short + 0.1:
            misses.append(f"{name}: {short:.2f} s, then {long:.2f} s")
    return ", ".join(told)


def _work(workspace: Workspace, text: str) -> float:
    """Return the seconds of work that reading, analyzing and exporting a text takes."""
    begun = time.process_time()
    analysis = workspace.analyze(workspace.open_text(text), engine="fast")
    for form in ("html", "json", "csv-events"):
        workspace.export(analysis, form)
    return time.process_time() - begun


def _window(lines: list[str], misses: list[str]) -> str:
    """Show the strings in the window, and the texts that grow; return the seconds of each."""
    import tempfile

    from PySide6.QtWidgets import QApplication
    from show_child import _open as opened
    from show_child import _see as seen
    from show_child import window_of

    window, told = window_of(), []
    texts = {"naughty strings": "\n".join(lines)}
    for name in ("marks on one letter", "letters of one word"):
        piece, count, first, last = GROWN[name]
        texts[f"{2 * count:,} {name}"] = f"{first}{piece * 2 * count}{last}\n"
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            path = Path(folder) / "a.txt"
            path.write_bytes(text.encode("utf-8", "surrogatepass"))
            begun = time.monotonic()
            if not opened(window, path):
                misses.append(f"the window refused {name}")
            QApplication.processEvents()
            window.grab()
            seconds = time.monotonic() - begun
            if name == "naughty strings":
                seen(window)
            told.append(f"{name} {seconds:.1f} s")
            if seconds > _MOST_SECONDS:
                misses.append(f"the window took {seconds:.1f} s for {name}")
    window.close()
    return "shown in the window: " + ", ".join(told)
