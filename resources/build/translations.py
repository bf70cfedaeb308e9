"""Make resources/i18n/qari_{ar,en}.{ts,qm} from the program's strings and the tables.

usage: python resources/build/translations.py

Every string that the program marks for translation is taken from its source by
pyside6-lupdate; the Arabic comes from resources/i18n/strings_*.tsv. A string without
Arabic, or Arabic without a string, is an error. English needs plurals only: «(s)» in a
string is dropped for one and kept as s for others.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
FOLDER = TOP / "resources" / "i18n"
TOOLS = Path(sys.executable).parent
Key = tuple[str, str]


def arabic() -> dict[Key, list[str]]:
    """Return the Arabic of each (context, source): one string, or six plural forms."""
    found: dict[Key, list[str]] = {}
    for table in sorted(FOLDER.glob("strings_*.tsv")):
        lines = [x for x in table.read_text("utf-8").splitlines() if not x.startswith("#")]
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            forms = [row[name] for name in ("arabic", "one", "two", "few", "many", "other")]
            written = [form.replace("\\n", "\n") for form in forms if form]
            found[row["context"], row["source"].replace("\\n", "\n")] = written
    return found


def extract(path: Path, language: str) -> ET.ElementTree:
    """Collect the program's strings into a new .ts file and return it."""
    path.unlink(missing_ok=True)
    sources = sorted(str(p.relative_to(TOP)) for p in (TOP / "reader" / "gui").rglob("*.py"))
    command = [str(TOOLS / "pyside6-lupdate"), *sources, "-no-ui-lines", "-locations", "none"]
    command += ["-source-language", "en", "-target-language", language, "-ts", str(path)]
    subprocess.run(command, check=True, cwd=TOP, capture_output=True)  # noqa: S603 - Qt's own tool
    return ET.parse(path)  # noqa: S314 - written a line above


def fill(tree: ET.ElementTree, forms_of: dict[Key, list[str]] | None) -> set[Key]:
    """Put the translations in; return the strings of the program.

    None for `forms_of` makes English, which is the source itself but for its plurals.
    """
    known = set()
    root = tree.getroot()
    for context in root.findall("context"):
        name = context.findtext("name") or ""
        for message in list(context.findall("message")):
            source = message.findtext("source") or ""
            known.add((name, source))
            plural = message.get("numerus") == "yes" or "%n" in source
            forms = (
                english(source, plural=plural)
                if forms_of is None
                else forms_of.get((name, source), [])
            )
            if not forms:
                context.remove(message)
                continue
            write(message, forms, plural=plural)
    return known


def english(source: str, *, plural: bool) -> list[str]:
    """Return the two English forms of a counted string; nothing for any other."""
    return [source.replace("(s)", ""), source.replace("(s)", "s")] if plural else []


def write(message: ET.Element, forms: list[str], *, plural: bool) -> None:
    """Replace a message's translation."""
    for old in message.findall("translation"):
        message.remove(old)
    translation = ET.SubElement(message, "translation")
    if not plural:
        translation.text = forms[0]
        return
    message.set("numerus", "yes")
    for form in forms:
        ET.SubElement(translation, "numerusform").text = form


def main() -> int:
    """Make both languages; return 1 where strings and tables differ."""
    forms = arabic()
    wrong = []
    for language in ("ar", "en"):
        path = FOLDER / f"qari_{language}.ts"
        tree = extract(path, language)
        known = fill(tree, forms if language == "ar" else None)
        ET.indent(tree)
        tree.write(path, encoding="utf-8", xml_declaration=True)
        release = [str(TOOLS / "pyside6-lrelease"), "-silent", str(path)]
        subprocess.run([*release, "-qm", str(path.with_suffix(".qm"))], check=True)  # noqa: S603 - the same
        if language == "ar":
            wrong += [f"no Arabic: {c}\t{s}" for c, s in sorted(known - set(forms))]
            wrong += [f"no such string: {c}\t{s}" for c, s in sorted(set(forms) - known)]
    print("\n".join(wrong) or f"{len(forms)} strings in Arabic")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
