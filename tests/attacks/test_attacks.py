"""Attacks as data: whatever a stranger's file says, nothing runs, leaks, hangs or is overwritten.

Each `*.toml` beside this file holds entries `[[attack]]`; add entries or files, no code. An entry
is done in a folder of its own, whose sub-folder `work` is the working folder:

    name        what goes wrong for the user, in a few words; unique
    files       table: name -> text, from `work` (`../x` is allowed); a first line `%plan` stands
                for the head of a good plan, `%table` for one that ends within a table's columns
    repeat      table: name -> {start, text, times, end}: a long file (`§` is the running number)
    hex         table: name -> bytes in hexadecimal
    books       table: name -> {cell: text}: an .xlsx of one sheet; a cell `=XML` is put in raw
    links       table: name -> target of a symbolic link
    pipes       names of named pipes
    setup       commands that come first, and have to succeed
    run         the command that is judged
    exit        its exit code, or a list of them (default [1, 2]); never a traceback
    says        patterns (Python's, any case, `.` matches line ends too), each in its output
    says_not    patterns, none in its output
    exists      files that must be there afterwards
    exists_not  files that must not; PWNED must never be: a payload makes it to show that it ran
    unchanged   files whose bytes must stay
    seconds     limit of processor time (default 10), megabytes: of memory (default 1000)
    process     true: run in a process of its own, with the limits held; implied by either limit

Commands are split as a shell does, but none is used: `kehoach ...`, `python ...` and `git ...` are
those of this environment, `cp`, `chmod`, `mkdir` and `edit FILE OLD NEW` are done here.
`{work}` stands for the working folder, `{src}` for the folder that holds the package.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from kehoach.cli import kehoach

HERE = Path(__file__).parent
ATTACKS = [
    one
    for file in sorted(HERE.glob("*.toml"))
    for one in tomllib.loads(file.read_text(encoding="utf-8"))["attack"]
]
PLAN = """\
issuer: Ủy ban nhân dân tỉnh Thái Nguyên
number: "12"
symbol: KH-UBND
place: Thái Nguyên
issued_on: 2026-03-02
year: 2026
subject: Triển khai nhiệm vụ công tác năm 2026
recipients: [Các sở, ban, ngành]
archive: VT
signer: {on_behalf: Ủy ban nhân dân, position: Chủ tịch, name: Nguyễn Văn A}
"""
TABLE = f"""{PLAN}\
outline:
  - {{title: Nội dung, text: Số liệu chi tiết tại Phụ lục.}}
appendices:
  - id: pl
    title: Biểu số liệu
    tables:
      - id: b
        columns:
          - {{title: STT, kind: ordinal}}
          - {{id: ten, title: Đơn vị, kind: text}}
          - {{id: ho, title: Số hộ}}
"""
HEADS = {"%plan": PLAN, "%table": TABLE}
WALL = 60  # seconds after which a command in this process counts as hanging


def headed(text: str) -> str:
    first, _, rest = text.partition("\n")
    return HEADS.get(first, first + "\n") + rest if first in HEADS else text


def laid(attack: dict, work: Path) -> None:
    """The entry's files on the disk."""
    files = {name: headed(text).encode() for name, text in attack.get("files", {}).items()}
    for name, one in attack.get("repeat", {}).items():
        middle = "".join(one["text"].replace("§", str(i)) for i in range(one["times"]))
        files[name] = headed(one.get("start", "") + middle + one.get("end", "")).encode()
    files |= {name: bytes.fromhex(text) for name, text in attack.get("hex", {}).items()}
    files |= {name: book(cells) for name, cells in attack.get("books", {}).items()}
    for name, data in files.items():
        (work / name).parent.mkdir(parents=True, exist_ok=True)
        (work / name).write_bytes(data)
    for name, target in attack.get("links", {}).items():
        (work / name).parent.mkdir(parents=True, exist_ok=True)
        (work / name).symlink_to(target.replace("{work}", str(work)))
    for name in attack.get("pipes", ()):
        (work / name).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(work / name)


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relation(kind: str, target: str) -> str:
    one = f'<Relationship Id="r1" Type="{OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{RELATIONS}">{one}</Relationships>'


def book(cells: dict[str, str]) -> bytes:
    """A workbook with the cells given, in the order given."""
    rows: dict[str, str] = {}
    for place, text in cells.items():
        row = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        cell = f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'
        rows[row] = rows.get(row, "") + (text[1:] if text.startswith("=") else cell)
    data = "".join(f'<row r="{row}">{inner}</row>' for row, inner in rows.items())
    data = f"<sheetData>{data}</sheetData>"
    sheet = '<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>'
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    named = {"xl/workbook.xml": "sheet.main+xml", "xl/worksheets/s.xml": "worksheet+xml"}
    kinds = "".join(
        f'<Override PartName="/{part}" ContentType="{types}.{kind}"/>'
        for part, kind in named.items()
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}">{kinds}</Types>',
        "_rels/.rels": relation("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{sheet}</workbook>',
        "xl/_rels/workbook.xml.rels": relation("worksheet", "worksheets/s.xml"),
        "xl/worksheets/s.xml": f'<worksheet xmlns="{MAIN}">{data}</worksheet>',
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in parts.items():
            out.writestr(name, text)
    return made.getvalue()


def arguments(command: str, work: Path) -> list[str]:
    source = Path(sys.modules["kehoach"].__file__).parents[1]
    text = command.replace("{work}", str(work)).replace("{src}", str(source))
    return shlex.split(text)


def environment() -> dict[str, str]:
    """This one, with git as a stranger finds it, and our own program on the PATH."""
    here = Path(sys.executable).parent
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b", "GIT_CONFIG_NOSYSTEM": "1"}
    who |= {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b"}
    path = f"{here}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "PATH": path}


def process(command: list[str], work: Path, seconds: int, megabytes: int) -> tuple[int, str]:
    """Run in a process of its own: its exit code and all that it prints."""
    import resource

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))

    done = subprocess.run(
        command,
        cwd=work,
        env=environment(),
        preexec_fn=limited,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        timeout=4 * WALL,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8", "replace")


def in_here(command: list[str]) -> tuple[int, str]:
    """Run `kehoach` in this process: ten times as fast."""

    def late(*_: object) -> None:
        raise TimeoutError(f"{command} hangs")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(WALL)
    try:
        done = CliRunner().invoke(kehoach, command[1:], prog_name="kehoach")
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    if isinstance(done.exception, Exception) and not isinstance(done.exception, OSError):
        raise done.exception
    return done.exit_code, done.output


def do(command: list[str], work: Path) -> None:
    """One step of the setup."""
    match command:
        case ["cp", source, target]:
            shutil.copy(work / source, work / target)
        case ["mkdir", name]:
            (work / name).mkdir(parents=True)
        case ["chmod", _, *names]:
            for name in names:
                (work / name).chmod(0o755)
        case ["edit", name, old, new]:
            data = (work / name).read_bytes()
            assert old.encode() in data
            (work / name).write_bytes(data.replace(old.encode(), new.encode()))
        case _:
            code, told = process(command, work, 60, 4000)
            assert code == 0, told


def everything(text: str, pattern: str) -> re.Match[str] | None:
    return re.search(pattern, text, re.IGNORECASE | re.DOTALL | re.MULTILINE)


def test_each_attack_has_a_name_of_its_own() -> None:
    names = [one["name"] for one in ATTACKS]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes, links and limits are those of Unix")
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda one: one["name"].replace(" ", "-"))
def test_attack(attack: dict, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = tmp_path / "work"
    work.mkdir()
    laid(attack, work)
    for step in attack.get("setup", ()):
        do(arguments(step, work), work)
    before = {name: (work / name).read_bytes() for name in attack.get("unchanged", ())}
    command = arguments(attack["run"], work)
    monkeypatch.chdir(work)
    limits = attack.get("seconds", 10), attack.get("megabytes", 1000)
    own = {"seconds", "megabytes", "process"} & set(attack) or command[0] != "kehoach"
    code, told = process(command, work, *limits) if own else in_here(command)
    right = attack.get("exit", [1, 2])
    assert code in (right if isinstance(right, list) else [right]), told
    assert "Traceback" not in told
    assert [one for one in attack.get("says", ()) if not everything(told, one)] == [], told
    assert [one for one in attack.get("says_not", ()) if everything(told, one)] == [], told
    assert [one for one in attack.get("exists", ()) if not (work / one).exists()] == []
    assert [*tmp_path.rglob("PWNED")] == []
    assert [one for one in attack.get("exists_not", ()) if (work / one).exists()] == []
    assert before == {name: (work / name).read_bytes() for name in before}
