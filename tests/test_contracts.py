"""Rules of the house that neither ruff nor import-linter can watch."""

from __future__ import annotations

import ast
import subprocess
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT

SOURCE = ROOT / "src" / "kehoach"
MODULES = {file.relative_to(SOURCE).as_posix(): file for file in sorted(SOURCE.rglob("*.py"))}

SHELL = {"os.system", "os.popen", "os.sep", "os.altsep", "os.fork", "os.startfile"}
CLOCK_AND_ENVIRONMENT = {
    "os.environ", "os.getenv", "os.getcwd", "Path.cwd", "time.time",
    "date.today", "dt.date.today", "datetime.now", "dt.datetime.now",
}  # fmt: skip
UNIX_PLACES = ("/tmp", "/usr", "/bin", "/etc", "/dev", "~/")
SKINS = ("cli", "web")
"""The parts that may ask for the day and the working folder, and hand them down."""

MOST_LINES_OF_A_FILE, MOST_LINES_OF_A_FUNCTION = 300, 50


def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def dotted(module: str) -> Iterator[str]:
    """Every `a.b.c` in a module."""
    nodes = (node for node in ast.walk(tree(module)) if isinstance(node, ast.Attribute))
    return (ast.unparse(node) for node in nodes)


def calls(module: str) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(module)) if isinstance(node, ast.Call))


def keywords(call: ast.Call) -> dict[str | None, str]:
    return {word.arg: ast.unparse(word.value) for word in call.keywords}


every_module = pytest.mark.parametrize("module", MODULES)


@every_module
def test_module_says_what_it_is_for(module: str) -> None:
    assert ast.get_docstring(tree(module))


@every_module
def test_module_needs_no_shell_and_no_unix(module: str) -> None:
    strings = (node.value for node in ast.walk(tree(module)) if isinstance(node, ast.Constant))
    places = [text for text in strings if isinstance(text, str) and text.startswith(UNIX_PLACES)]
    shells = [ast.unparse(call) for call in calls(module) if keywords(call).get("shell") == "True"]
    assert [*places, *shells, *SHELL.intersection(dotted(module))] == []


@every_module
def test_module_reads_and_writes_text_as_utf8(module: str) -> None:
    texts = [
        call
        for call in calls(module)
        if isinstance(call.func, ast.Attribute) and call.func.attr in {"read_text", "write_text"}
    ]
    assert [ast.unparse(call) for call in texts if "encoding" not in keywords(call)] == []


@pytest.mark.parametrize("module", [name for name in MODULES if not name.startswith(SKINS)])
def test_core_asks_no_clock_and_no_environment(module: str) -> None:
    assert set() == CLOCK_AND_ENVIRONMENT.intersection(dotted(module))


@every_module
def test_module_is_small(module: str) -> None:
    functions = (node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef))
    lengths = {one.name: (one.end_lineno or one.lineno) - one.lineno + 1 for one in functions}
    long = [name for name, length in lengths.items() if length > MOST_LINES_OF_A_FUNCTION]
    text = MODULES[module].read_text(encoding="utf-8")
    assert (long, text.count("\n") <= MOST_LINES_OF_A_FILE) == ([], True)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel"]
    options = ["--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run([*pip, *options], check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        return set(archive.namelist())


def carried(folder: Path, inside: str) -> set[str]:
    """The names that the files of a folder must have in the wheel."""
    files = [
        file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in str(file)
    ]
    return {f"{inside}/{file.relative_to(folder).as_posix()}" for file in files}


@pytest.mark.slow
def test_wheel_carries_code_data_and_templates(wheel: set[str]) -> None:
    templates = carried(ROOT / "templates", "kehoach/templates")
    assert any(name.endswith(".docx") for name in templates)
    assert templates | carried(SOURCE, "kehoach") <= wheel


def remembering(module: str) -> Iterator[str]:
    """What a module remembers beside constants: functions with parameters that keep their answers,
    and containers that are made empty, to be filled later."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.FunctionDef):
            kept = {
                ast.unparse(one).partition("(")[0].rpartition(".")[2] for one in node.decorator_list
            }
            asked = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            if kept & {"cache", "lru_cache"} and (asked or node.args.vararg or node.args.kwarg):
                yield node.name
    for node in tree(module).body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if value is not None and ast.unparse(value) in EMPTY:
            yield ast.unparse(node).partition(" ")[0].rstrip(":")


EMPTY = {"{}", "[]", "dict()", "set()", "list()", "Counter()", "deque()"}


STILL_REMEMBERING = {
    "citations/alike.py", "citations/mentions.py", "registers/mentions.py",
}  # fmt: skip
"""Modules whose caches have yet to move to the run's Memory; nothing is added here."""


@every_module
def test_what_is_remembered_belongs_to_a_run(module: str) -> None:
    """Answers that depend on input are kept by `Memory`, not by a module (source/memory.py)."""
    assert list(remembering(module)) == [] or module in STILL_REMEMBERING


def test_no_class_name_twice() -> None:
    named = defaultdict(list)
    for module in MODULES:
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.ClassDef):
                named[node.name].append(module)
    twice = {name: found for name, found in named.items() if len(found) > 1}
    assert {name: found for name, found in twice.items() if name not in STILL_TWICE} == {}


STILL_TWICE = {
    "Mention", "Change", "Successor", "Figure", "Span", "Places", "_Reach", "Place", "Share",
    "Budget", "Line", "RefusedError", "Cell", "Row", "Stretch",
}  # fmt: skip
"""Names that have yet to become one; nothing is added here."""
