"""Makes files/records/: tables, JSON, packages and lists of feeds that other programs wrote.

Run by hand, from the top of the project:
    python tests/formats/make_records.py FOLDER_OF_A_VENV FOLDER_OF_NODE_MODULES [NAME]
It needs jq, Miller, Node.js, PHP, Ruby, R, Perl, LibreOffice, Gnumeric, csvkit, SQLite, Info-ZIP,
7-Zip, bsdtar, a JDK, newsboat, rss2email, sfeed, Liferea, elfeed, XML::OPML and
XML::OPML::SimpleGen for Perl; an environment with pandas,
polars, pyarrow, duckdb, orjson, jsonlines, scrapy, trafilatura and opyml; csv-stringify, jszip,
yazl, archiver and opml-generator and opml for Node.js.
Each file stands in records.tsv with its program.
"""

# ruff: noqa: E501, S608, T201 - other programs' input stands as they take it; it prints what it made

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

HERE = Path(__file__).parent
FILES = HERE / "files" / "records"
GOLD = HERE.parent / "quality" / "gold"
ADDRESS = "https://example.org/news/"
FIELDS = ("title", "author", "published", "url", "text")
FEEDS = (
    ("أخبار الخليج", "https://example.org/gulf.xml"),
    ("Middle East & Africa", "https://example.org/mea?lang=ar&format=rss"),
    ("العلوم والصحة", "https://example.com/science.atom"),
)


def articles() -> list[dict[str, str]]:
    """Three articles of ours, the first four paragraphs of each."""
    days = {"basra_vote": "2025-10-21", "oran_match": "2024-09-12", "tunis_strike": "2024-02-05"}
    made = []
    for number, (name, day) in enumerate(days.items()):
        lines = [x for x in (GOLD / f"{name}.txt").read_text("utf-8").split("\n") if x][:4]
        title = (
            "انتخابات البصرة: نتائج أولية",
            'مباراة وهران، "عقوبات" وطعن',
            "إضراب تونس; يوم ثانٍ",
        )
        made.append(
            {
                "title": title[number],
                "author": f"وكالة {number + 1}",
                "published": day,
                "url": f"{ADDRESS}{number}",
                "text": "\n".join(lines),
            }
        )
    return made


class Maker:
    """Runs other programs in a folder that holds the articles in some plain forms."""

    def __init__(self, work: Path, venv: Path, node: Path) -> None:
        self.work, self.python, self.node = work, str(venv / "bin" / "python"), str(node)
        rows = articles()
        (work / "in.json").write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
        for number, row in enumerate(rows):
            (work / f"خبر {number + 1}.txt").write_text(f"{row['title']}\n{row['text']}\n", "utf-8")
            body = "".join(f"<p>{line}</p>" for line in row["text"].split("\n"))
            (work / f"{number}.html").write_text(
                f"<html lang=ar><head><meta charset=utf-8><title>{row['title']}</title></head><body><article><h1>{row['title']}</h1>{body}</article></body></html>",
                "utf-8",
            )
        outlines = "".join(
            f'<outline type="rss" text="{t}" title="{t}" xmlUrl="{a}"/>'.replace("&", "&amp;")
            for t, a in FEEDS
        )
        (work / "in.opml").write_text(
            f'<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head><title>قائمة</title></head><body>{outlines}</body></opml>',
            "utf-8",
        )

    def run(
        self, *command: str, given: str | None = None, to: str | None = None, **env: str
    ) -> None:
        """Run a program in the folder; its output goes to the file `to`."""
        source = (self.work / given).open("rb") if given else subprocess.DEVNULL
        done = subprocess.run(
            command,
            cwd=self.work,
            stdin=source,
            capture_output=True,
            env={
                **os.environ,
                "HOME": str(self.work),
                "NODE_PATH": self.node,
                "LC_ALL": "C.UTF-8",
                **env,
            },
            check=False,
            timeout=120,
        )
        if done.returncode:
            raise RuntimeError(done.stderr.decode("utf-8", "replace")[-400:])
        if to:
            (self.work / to).write_bytes(done.stdout)

    def py(self, code: str) -> None:
        """Run Python of the other environment on `rows`."""
        self.run(
            self.python,
            "-c",
            f"import json; rows = json.load(open('in.json', encoding='utf-8'))\n{code}",
        )

    def js(self, code: str) -> None:
        """Run Node.js on `rows`, with the file system as `fs`."""
        self.run(
            "node",
            "-e",
            f"const fs = require('fs'); const rows = JSON.parse(fs.readFileSync('in.json')); {code}",
        )

    def ruby(self, code: str) -> None:
        """Run Ruby on `rows`."""
        self.run(
            "ruby", "-rjson", "-rcsv", "-e", f"rows = JSON.parse(File.read('in.json')); {code}"
        )

    def php(self, code: str) -> None:
        """Run PHP on `$rows`."""
        self.run("php", "-r", f"$rows = json_decode(file_get_contents('in.json'), true); {code}")

    def perl(self, code: str) -> None:
        """Run Perl on `$rows`."""
        self.run(
            "perl",
            "-MJSON::PP",
            "-e",
            f"use utf8; open(my $f, '<', 'in.json'); my $rows = decode_json(join '', <$f>); {code}",
        )

    def calc(self, options: str, out: str) -> None:
        """Have LibreOffice Calc save the table, by its token of filter options."""
        self.py("import pandas; pandas.DataFrame(rows).to_excel('in.xlsx', index=False)")
        self.run(
            "soffice",
            "--headless",
            "--convert-to",
            f"csv:Text - txt - csv (StarCalc):{options}",
            "in.xlsx",
        )
        (self.work / "in.csv").replace(self.work / out)


def sqlite(make: Maker, mode: str, out: str) -> None:
    make.py(
        "import sqlite3, os\nif os.path.exists('in.db'): os.remove('in.db')\nc = sqlite3.connect('in.db'); c.execute('create table a (title, author, published, url, text)')\nc.executemany('insert into a values (:title, :author, :published, :url, :text)', rows); c.commit()"
    )
    make.run("sqlite3", "-header", mode, "in.db", "select * from a", to=out)


def scrapy(make: Maker, out: str) -> None:
    make.py(
        f"import scrapy\nfrom scrapy.exporters import JsonItemExporter, JsonLinesItemExporter, CsvItemExporter\nkind = {{'json': JsonItemExporter, 'jsonl': JsonLinesItemExporter, 'csv': CsvItemExporter}}['{out.rpartition('.')[2]}']\nwith open('{out}', 'wb') as f:\n    e = kind(f); e.start_exporting()\n    for r in rows: e.export_item(r)\n    e.finish_exporting()"
    )


def trafilatura(make: Maker, out: str) -> None:
    make.py(
        f"import trafilatura\nlines = [trafilatura.extract(open(f'{{n}}.html', encoding='utf-8').read(), output_format='json', with_metadata=True, url=r['url']) for n, r in enumerate(rows)]\nopen('{out}', 'w', encoding='utf-8').write('\\n'.join(lines) + '\\n')"
    )


def newsboat(make: Maker, out: str) -> None:
    (make.work / "urls").write_text("".join(f'{a} "~{t}"\n' for t, a in FEEDS), "utf-8")
    make.run("newsboat", "-u", "urls", "-c", "cache.db", "-e", to=out)


def r2e(make: Maker, out: str) -> None:
    make.run("r2e", "new", "a@example.org")
    for number, (_, address) in enumerate(FEEDS):
        make.run("r2e", "add", f"feed{number}", address)
    make.run("r2e", "opmlexport", out)


def sfeed(make: Maker, out: str) -> None:
    lines = "".join(f"  feed '{t}' '{a}'\n" for t, a in FEEDS)
    (make.work / "sfeedrc").write_text(f"feeds() {{\n{lines}}}\n", "utf-8")
    make.run("sfeed_opml_export", str(make.work / "sfeedrc"), to=out)


def elfeed(make: Maker, out: str) -> None:
    feeds = " ".join(json.dumps(a) for _, a in FEEDS)
    make.run(
        "emacs",
        "--batch",
        "--eval",
        f'(progn (require \'package) (package-initialize) (require \'elfeed) (setq elfeed-db-directory "db" elfeed-feeds \'({feeds})) (elfeed-export-opml "{out}"))',
    )


def liferea(make: Maker, out: str) -> None:
    settings = make.work / "liferea"
    settings.mkdir()
    shutil.copy(make.work / "in.opml", settings / "feedlist.opml")
    command = ("timeout", "20", "dbus-run-session", "--", "xvfb-run", "-a", "liferea")
    with suppress(RuntimeError):  # ended by the clock
        make.run(*command, XDG_CONFIG_HOME=str(make.work))
    shutil.copy(settings / "feedlist.opml", make.work / out)


def xml_opml(make: Maker, out: str) -> None:
    feeds = ", ".join(
        f"[{json.dumps(t, ensure_ascii=False)}, '{a.replace('&', '&amp;')}']" for t, a in FEEDS
    )
    make.run(
        "perl",
        "-MXML::OPML",
        "-Mutf8",
        "-e",
        f"my $o = XML::OPML->new(version => '1.1'); $o->head(title => 'قائمة'); $o->add_outline(text => ($_->[0] =~ s/&/&amp;/r), type => 'rss', xmlUrl => $_->[1]) for ({feeds}); open(my $f, '>:utf8', '{out}'); print $f $o->as_string;",
    )


def simplegen(make: Maker, out: str) -> None:
    feeds = ", ".join(f"[{json.dumps(t, ensure_ascii=False)}, '{a}']" for t, a in FEEDS)
    make.run(
        "perl",
        "-MXML::OPML::SimpleGen",
        "-Mutf8",
        "-e",
        f"my $o = XML::OPML::SimpleGen->new(); $o->head(title => 'قائمة'); $o->insert_outline(group => 'أخبار', text => $_->[0], xmlUrl => $_->[1]) for ({feeds}); open(my $f, '>:utf8', '{out}'); print $f $o->as_string;",
    )


def zipped(make: Maker, *command: str, **env: str) -> None:
    make.run(*command, *(f"خبر {n}.txt" for n in (1, 2, 3)), **env)


Make = Callable[[Maker, str], object]
TABLES: dict[str, tuple[str, Make]] = {
    "calc.csv": ("LibreOffice Calc 7.4", lambda m, o: m.calc("44,34,76,1", o)),
    "calc-semicolon-1256.csv": (
        "LibreOffice Calc 7.4, windows-1256, semicolons",
        lambda m, o: m.calc("59,34,38,1", o),
    ),
    "calc-tab-utf16.tsv": (
        "LibreOffice Calc 7.4, UTF-16, tabs",
        lambda m, o: m.calc("9,34,65535,1", o),
    ),
    "calc-quoted.csv": (
        "LibreOffice Calc 7.4, all quoted",
        lambda m, o: m.calc("44,34,76,1,,0,true", o),
    ),
    "gnumeric.csv": (
        "Gnumeric 1.12",
        lambda m, o: (
            m.py("import pandas; pandas.DataFrame(rows).to_excel('in.xlsx', index=False)"),
            m.run("ssconvert", "in.xlsx", o),
        ),
    ),
    "sqlite.csv": ("SQLite 3.40 shell", lambda m, o: sqlite(m, "-csv", o)),
    "miller.csv": (
        "Miller 6",
        lambda m, o: m.run("mlr", "--ijson", "--ocsv", "cat", "in.json", to=o),
    ),
    "csvkit.csv": ("csvkit (in2csv)", lambda m, o: m.run("in2csv", "-f", "json", "in.json", to=o)),
    "csvkit-tab.tsv": (
        "csvkit (csvformat)",
        lambda m, o: (
            m.run("in2csv", "-f", "json", "in.json", to="k.csv"),
            m.run("csvformat", "-T", "k.csv", to=o),
        ),
    ),
    "pandas.csv": (
        "pandas",
        lambda m, o: m.py(f"import pandas; pandas.DataFrame(rows).to_csv('{o}')"),
    ),
    "pandas-bom.csv": (
        "pandas, with byte order mark",
        lambda m, o: m.py(
            f"import pandas; pandas.DataFrame(rows).to_csv('{o}', index=False, encoding='utf-8-sig')"
        ),
    ),
    "polars.csv": (
        "polars",
        lambda m, o: m.py(f"import polars; polars.DataFrame(rows).write_csv('{o}')"),
    ),
    "pyarrow.csv": (
        "pyarrow",
        lambda m, o: m.py(
            f"import pyarrow, pyarrow.csv; pyarrow.csv.write_csv(pyarrow.Table.from_pylist(rows), '{o}')"
        ),
    ),
    "duckdb.csv": (
        "DuckDB",
        lambda m, o: m.py(
            f"import duckdb; duckdb.sql(\"copy (select * from 'in.json') to '{o}' (header)\")"
        ),
    ),
    "ruby.csv": (
        "Ruby 3.1 CSV",
        lambda m, o: m.ruby(
            f"CSV.open('{o}', 'w') {{ |c| c << rows[0].keys; rows.each {{ |r| c << r.values }} }}"
        ),
    ),
    "php.csv": (
        "PHP 8.2 fputcsv",
        lambda m, o: m.php(
            f"$f = fopen('{o}', 'w'); fputcsv($f, array_keys($rows[0])); foreach ($rows as $r) fputcsv($f, $r);"
        ),
    ),
    "node.csv": (
        "csv-stringify for Node.js",
        lambda m, o: m.js(
            f"const {{stringify}} = require('csv-stringify/sync'); fs.writeFileSync('{o}', stringify(rows, {{header: true}}));"
        ),
    ),
    "perl.csv": (
        "Perl Text::CSV",
        lambda m, o: m.perl(
            f"use Text::CSV; my @k = qw(title author published url text); my $c = Text::CSV->new({{binary => 1, eol => qq(\\r\\n)}}); open(my $o, '>:utf8', '{o}'); $c->print($o, \\@k); for my $r (@$rows) {{ $c->print($o, [map {{ $r->{{$_}} }} @k]); }}"
        ),
    ),
    "r.csv": (
        "R 4.2 write.csv",
        lambda m, o: (
            m.run("mlr", "--ijson", "--ocsv", "cat", "in.json", to="m.csv"),
            m.run(
                "Rscript", "-e", f"d <- read.csv('m.csv'); write.csv(d, '{o}', row.names = FALSE)"
            ),
        ),
    ),
    "scrapy.csv": ("Scrapy feed export", scrapy),
}
JSON: dict[str, tuple[str, Make]] = {
    "jq.json": ("jq 1.6", lambda m, o: m.run("jq", ".", "in.json", to=o)),
    "jq-ascii.json": (
        "jq 1.6, ASCII",
        lambda m, o: m.run("jq", "-a", "{articles: .}", "in.json", to=o),
    ),
    "sqlite.json": ("SQLite 3.40 shell", lambda m, o: sqlite(m, "-json", o)),
    "miller.json": (
        "Miller 6",
        lambda m, o: m.run("mlr", "--ijson", "--ojson", "cat", "in.json", to=o),
    ),
    "node.json": (
        "Node.js JSON.stringify",
        lambda m, o: m.js(
            f"fs.writeFileSync('{o}', JSON.stringify({{count: rows.length, items: rows}}, null, 2));"
        ),
    ),
    "php.json": (
        "PHP 8.2 json_encode",
        lambda m, o: m.php(f"file_put_contents('{o}', json_encode($rows));"),
    ),
    "php-pretty.json": (
        "PHP 8.2 json_encode, pretty",
        lambda m, o: m.php(
            f"file_put_contents('{o}', json_encode(['data' => $rows], JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE));"
        ),
    ),
    "ruby.json": (
        "Ruby 3.1 JSON",
        lambda m, o: m.ruby(f"File.write('{o}', JSON.pretty_generate(rows))"),
    ),
    "perl.json": (
        "Perl JSON::PP",
        lambda m, o: m.perl(
            f"open(my $o, '>', '{o}'); print $o JSON::PP->new->utf8->canonical->pretty->encode($rows);"
        ),
    ),
    "orjson.json": (
        "orjson",
        lambda m, o: m.py(f"import orjson; open('{o}', 'wb').write(orjson.dumps(rows))"),
    ),
    "pandas.json": (
        "pandas",
        lambda m, o: m.py(
            f"import pandas; pandas.DataFrame(rows).to_json('{o}', orient='records')"
        ),
    ),
    "polars.json": (
        "polars",
        lambda m, o: m.py(f"import polars; polars.DataFrame(rows).write_json('{o}')"),
    ),
    "scrapy.json": ("Scrapy feed export", scrapy),
    "duckdb.json": (
        "DuckDB",
        lambda m, o: m.py(
            f"import duckdb; duckdb.sql(\"copy (select * from 'in.json') to '{o}' (format json, array true)\")"
        ),
    ),
}
LINES: dict[str, tuple[str, Make]] = {
    "jq.jsonl": ("jq 1.6", lambda m, o: m.run("jq", "-c", ".[]", "in.json", to=o)),
    "miller.jsonl": (
        "Miller 6",
        lambda m, o: m.run("mlr", "--ijson", "--ojsonl", "cat", "in.json", to=o),
    ),
    "pandas.jsonl": (
        "pandas",
        lambda m, o: m.py(
            f"import pandas; pandas.DataFrame(rows).to_json('{o}', orient='records', lines=True)"
        ),
    ),
    "polars.jsonl": (
        "polars",
        lambda m, o: m.py(f"import polars; polars.DataFrame(rows).write_ndjson('{o}')"),
    ),
    "duckdb.jsonl": (
        "DuckDB",
        lambda m, o: m.py(
            f"import duckdb; duckdb.sql(\"copy (select * from 'in.json') to '{o}' (format json)\")"
        ),
    ),
    "scrapy.jsonl": ("Scrapy feed export", scrapy),
    "jsonlines.jsonl": (
        "jsonlines",
        lambda m, o: m.py(f"import jsonlines; jsonlines.open('{o}', 'w').write_all(rows)"),
    ),
    "orjson.jsonl": (
        "orjson",
        lambda m, o: m.py(
            f"import orjson; open('{o}', 'wb').write(b''.join(orjson.dumps(r, option=orjson.OPT_APPEND_NEWLINE) for r in rows))"
        ),
    ),
    "csvkit.jsonl": (
        "csvkit (csvjson)",
        lambda m, o: (
            m.run("in2csv", "-f", "json", "in.json", to="k.csv"),
            m.run("csvjson", "--stream", "k.csv", to=o),
        ),
    ),
    "node.ndjson": (
        "Node.js",
        lambda m, o: m.js(
            f"fs.writeFileSync('{o}', rows.map(r => JSON.stringify(r)).join('\\r\\n'));"
        ),
    ),
    "ruby.jsonl": (
        "Ruby 3.1 JSON",
        lambda m, o: m.ruby(f"File.write('{o}', rows.map(&:to_json).join(10.chr) + 10.chr)"),
    ),
    "php.jsonl": (
        "PHP 8.2 json_encode",
        lambda m, o: m.php(
            f"file_put_contents('{o}', implode(PHP_EOL, array_map('json_encode', $rows)));"
        ),
    ),
    "trafilatura.jsonl": ("trafilatura 2", trafilatura),
}
ZIPS: dict[str, tuple[str, Make]] = {
    "info-zip.zip": ("Info-ZIP 3.0", lambda m, o: zipped(m, "zip", "-q", o)),
    "info-zip-stored.zip": ("Info-ZIP 3.0, stored", lambda m, o: zipped(m, "zip", "-q", "-0", o)),
    "info-zip-stream.zip": (
        "Info-ZIP 3.0, to a pipe",
        lambda m, o: m.run("sh", "-c", f"zip -q - خبر*.txt > {o}"),
    ),
    "info-zip-bzip2.zip": (
        "Info-ZIP 3.0, bzip2",
        lambda m, o: zipped(m, "zip", "-q", "-Z", "bzip2", o),
    ),
    "7zip.zip": ("7-Zip 22", lambda m, o: zipped(m, "7z", "a", "-tzip", "-mcu=on", o)),
    "7zip-lzma.zip": ("7-Zip 22, LZMA", lambda m, o: zipped(m, "7z", "a", "-tzip", "-mm=LZMA", o)),
    "bsdtar.zip": ("bsdtar (libarchive 3.6)", lambda m, o: zipped(m, "bsdtar", "-a", "-cf", o)),
    "jar.zip": ("jar of OpenJDK 17", lambda m, o: zipped(m, "jar", "-cfM", o)),
    "git.zip": (
        "git archive",
        lambda m, o: m.run(
            "sh",
            "-c",
            f"rm -rf repo; mkdir repo; cp خبر*.txt repo; cd repo; git init -q; git add .; git -c user.name=a -c user.email=a@example.org commit -qm a; git archive --format=zip -o ../{o} HEAD",
        ),
    ),
    "jszip.zip": (
        "JSZip for Node.js",
        lambda m, o: m.js(
            f"const Z = require('jszip'); const z = new Z(); for (const n of [1, 2, 3]) z.file(`خبر ${{n}}.txt`, fs.readFileSync(`خبر ${{n}}.txt`)); z.generateAsync({{type: 'nodebuffer', compression: 'DEFLATE'}}).then(b => fs.writeFileSync('{o}', b));"
        ),
    ),
    "yazl.zip": (
        "yazl for Node.js",
        lambda m, o: m.js(
            f"const y = require('yazl'); const z = new y.ZipFile(); for (const n of [1, 2, 3]) z.addFile(`خبر ${{n}}.txt`, `خبر ${{n}}.txt`); z.outputStream.pipe(fs.createWriteStream('{o}')); z.end();"
        ),
    ),
    "php.zip": (
        "PHP 8.2 ZipArchive",
        lambda m, o: m.php(
            f"$z = new ZipArchive(); $z->open('{o}', ZipArchive::CREATE); foreach ([1, 2, 3] as $n) $z->addFile(\"خبر $n.txt\"); $z->close();"
        ),
    ),
    "ruby.zip": (
        "rubyzip",
        lambda m, o: m.ruby(
            f"require 'zip'; Zip.unicode_names = true; Zip::File.open('{o}', Zip::File::CREATE) {{ |z| [1, 2, 3].each {{ |n| z.add(\"خبر #{{n}}.txt\", \"خبر #{{n}}.txt\") }} }}"
        ),
    ),
    "perl.zip": (
        "Perl Archive::Zip",
        lambda m, o: m.run(
            "perl",
            "-MArchive::Zip",
            "-e",
            f"my $z = Archive::Zip->new(); $z->addFile(\"خبر $_.txt\") for 1 .. 3; $z->writeToFileNamed('{o}');",
        ),
    ),
    "7zip-1256.zip": (
        "7-Zip 22, names in windows-1256",
        lambda m, o: zipped(m, "7z", "a", "-tzip", "-mcp=1256", o),
    ),
}
LISTS: dict[str, tuple[str, Make]] = {
    "newsboat.opml": ("newsboat", newsboat),
    "rss2email.opml": ("rss2email", r2e),
    "sfeed.opml": ("sfeed", sfeed),
    "elfeed.opml": ("elfeed for Emacs", elfeed),
    "liferea.opml": ("Liferea 1.14", liferea),
    "xml-opml.opml": ("Perl XML::OPML", xml_opml),
    "simplegen.opml": ("Perl XML::OPML::SimpleGen", simplegen),
    "opml-node.opml": (
        "opml for Node.js",
        lambda m, o: m.js(
            f"const feeds = {json.dumps(FEEDS, ensure_ascii=False)}; fs.writeFileSync('{o}', require('opml').stringify({{opml: {{head: {{title: 'قائمة'}}, body: {{subs: feeds.map(([t, a]) => ({{text: t, type: 'rss', xmlUrl: a}}))}}}}}}));"
        ),
    ),
    "opml-generator.opml": (
        "opml-generator for Node.js",
        lambda m, o: m.js(
            f"const g = require('opml-generator'); const feeds = {json.dumps(FEEDS, ensure_ascii=False)}; fs.writeFileSync('{o}', g({{title: 'قائمة', dateCreated: new Date(2024, 0, 1)}}, feeds.map(([t, a]) => ({{text: t, title: t, type: 'rss', xmlUrl: a}}))));"
        ),
    ),
    "opyml.opml": (
        "opyml",
        lambda m, o: m.py(
            f"import opyml; d = opyml.OPML(); [d.body.outlines.append(opyml.Outline(text=t, xml_url=a, type='rss')) for t, a in {FEEDS!r}]; open('{o}', 'w', encoding='utf-8').write(d.to_xml())"
        ),
    ),
}
ALL = {**TABLES, **JSON, **LINES, **ZIPS, **LISTS}


def main() -> int:
    """Make all files, or the one that is named; tell which could not be made."""
    venv, node, *names = sys.argv[1:]
    FILES.mkdir(parents=True, exist_ok=True)
    failed = 0
    for name in names or ALL:
        program, make = ALL[name]
        with tempfile.TemporaryDirectory() as folder:
            maker = Maker(Path(folder), Path(venv).absolute(), Path(node).absolute())
            try:
                make(maker, name)
                shutil.copy(Path(folder) / name, FILES / name)
            except (RuntimeError, OSError, subprocess.TimeoutExpired) as error:
                failed += 1
                print(f"{name} ({program}): {error}")
    rows = [f"{name}\t{program}\n" for name, (program, _) in ALL.items() if (FILES / name).exists()]
    (FILES / "records.tsv").write_text("".join(["file\tprogram\n", *rows]), "utf-8")
    return failed


if __name__ == "__main__":
    sys.exit(main())
