"""What no code of the project does, read off its source."""

import ast
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from reader.resources import CHECKED, SUMS

TOP = Path(__file__).parent.parent
# A document of theirs must never become code of ours.
NO_IMPORTS = {"pickle", "cPickle", "marshal", "shelve", "dill", "joblib", "cloudpickle", "yaml"}
NO_CALLS = {"eval", "exec", "compile", "__import__", "system", "popen"}
# An attribute is someone else's: `re.compile` takes a pattern, `application.exec` runs a window.
NO_ATTRIBUTES = {
    ("os", "system"),
    ("os", "popen"),
    ("os", "startfile"),
    ("subprocess", "getoutput"),
    ("subprocess", "getstatusoutput"),
    ("yaml", "load"),
    ("builtins", "eval"),
    ("builtins", "exec"),
}
RUNS = {"run", "call", "check_call", "check_output", "Popen"}


def sources():
    """Yield every file of Python that the project holds."""
    for folder in ("reader", "resources/build", "tests"):
        yield from sorted((TOP / folder).rglob("*.py"))


def faults(tree):
    """Yield the line and the name of what no code may do."""
    lists = {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.List)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = {alias.name.partition(".")[0] for alias in node.names}
            yield from ((node.lineno, name) for name in names & NO_IMPORTS)
        elif isinstance(node, ast.ImportFrom):
            name = (node.module or "").partition(".")[0]
            if name in NO_IMPORTS:
                yield node.lineno, name
        elif isinstance(node, ast.Call):
            yield from ((node.lineno, name) for name in _faults_of_call(node, lists))


def _faults_of_call(node, lists):
    keywords = {word.arg: word.value for word in node.keywords}
    match node.func:
        case ast.Name(id=name) if name in NO_CALLS:
            yield name
        case ast.Attribute(value=ast.Name(id=owner), attr=name) if (owner, name) in NO_ATTRIBUTES:
            yield f"{owner}.{name}"
        case ast.Attribute(value=ast.Name(id="np" | "numpy"), attr="load"):
            if not _says(keywords.get("allow_pickle"), value=False):
                yield "numpy.load that may unpickle"
        case ast.Attribute(value=ast.Name(id="torch"), attr="load"):
            if not _says(keywords.get("weights_only"), value=True):
                yield "torch.load that may unpickle"
        case ast.Attribute(value=ast.Name(id="subprocess"), attr=name) if name in RUNS:
            words = node.args[0] if node.args else keywords.get("args")
            named = isinstance(words, ast.Name) and (words.id in lists or words.id == "command")
            if not (isinstance(words, ast.List) or named):
                yield "a program without a list of arguments"
    if "shell" in keywords and not _says(keywords["shell"], value=False):
        yield "a shell"


def _says(node, *, value):
    return isinstance(node, ast.Constant) and node.value is value


def test_no_code_unpickles_evaluates_or_asks_a_shell():
    found = [
        f"{path.relative_to(TOP)}:{line}: {what}"
        for path in sources()
        for line, what in faults(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        "import pickle",
        "from marshal import loads",
        "import yaml.loader",
        "eval(words)",
        "exec(words)",
        "compile(words, '', 'exec')",
        "os.system(words)",
        "subprocess.run(words)",
        "subprocess.run('ls')",
        "subprocess.run(['ls'], shell=True)",
        "run(['ls'], shell=here)",
        "np.load(path)",
        "numpy.load(path, allow_pickle=True)",
        "torch.load(path)",
    ],
)
def test_the_scan_finds(code):
    assert list(faults(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        "re.compile(words)",
        "application.exec()",
        "subprocess.run(['ls', words])",
        "np.load(path, allow_pickle=False)",
        "torch.load(path, weights_only=True)",
    ],
)
def test_the_scan_lets_pass(code):
    assert not list(faults(ast.parse(code)))


def test_the_sums_are_those_of_the_files():
    for line in (TOP / "resources" / SUMS).read_text(encoding="utf-8").splitlines():
        digest, name = line.split("  ")
        data = (TOP / "resources" / name).read_bytes()
        assert sha256(data).hexdigest() == digest, "run resources/build/checksums.py"
    listed = (TOP / "resources" / SUMS).read_text(encoding="utf-8")
    assert all(p.name in listed for f in CHECKED for p in (TOP / "resources" / f).iterdir())


@pytest.mark.parametrize("name", ["gazetteer/people.tsv", "map/arcs.bin", "models/fast.npz"])
def test_a_changed_file_of_data_is_refused_by_name(tmp_path, name):
    """Run the program with resources of its own, one bit of which is another."""
    folder, file = name.split("/")
    (tmp_path / "reader").symlink_to(TOP / "reader")
    (tmp_path / "seeds").symlink_to(TOP / "seeds")
    (tmp_path / "resources").mkdir()
    for path in (TOP / "resources").iterdir():
        if path.name == folder:
            shutil.copytree(path, tmp_path / "resources" / folder)
        else:
            (tmp_path / "resources" / path.name).symlink_to(path)
    changed = tmp_path / "resources" / folder / file
    data = bytearray(changed.read_bytes())
    data[len(data) // 2] ^= 1
    changed.write_bytes(data)
    code = (
        "from reader.gui.models.outlines import load_outlines; load_outlines()"
        if folder == "map"
        else "from reader.launch import main; main(['analyze', '--engine', 'fast', '-'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input="قال وزير الخارجية محمد سعيد في بغداد أمس إنه سافر.\n".encode(),
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        cwd=tmp_path,
        check=False,
    )
    told = done.stderr.decode().strip().splitlines()[-1]
    assert file in told
    assert "install the program again" in told


def test_the_browser_is_opened_in_one_place():
    found = [
        path.relative_to(TOP / "reader").as_posix()
        for path in sorted((TOP / "reader").rglob("*.py"))
        if "openUrl" in path.read_text(encoding="utf-8")
    ]
    assert found == ["gui/views/link_dialog.py"]
