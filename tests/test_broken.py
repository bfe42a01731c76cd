"""Broken plans: each file of tests/broken gives the one error that expect.tsv tells."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from conftest import ROOT
from kehoach.cli import kehoach

BROKEN = ROOT / "tests" / "broken"
_FEWEST = 24
_ERROR = re.compile(r"^(.*):(\d+):(\d+): lỗi: (.*) \[([a-z0-9-]+)\]$", re.MULTILINE)
_ENGLISH = re.compile(
    r"\b(expected|found|error|field|input|undefined|traceback|valid|invalid|should|required|missing"
    r"|unexpected|argument|string|integer|list|dict|object|type|token|while|unknown|no filter"
    r"|codec|decode|byte position|not allowed|permitted|range|jinja|yaml\.|pydantic)\b",
    re.IGNORECASE,
)
_WRITTEN = re.compile(r"\{[{%].*?[%}]\}|'[^']*'|“[^”]*”")
"""What a message quotes from the file is in the file's own words."""


class Row(NamedTuple):
    file: str
    name: str
    line: int
    column: int
    says: str
    where: str


def rows() -> Iterator[Row]:
    text = (BROKEN / "expect.tsv").read_text(encoding="utf-8")
    reader = csv.reader(text.splitlines()[1:], delimiter="\t", quoting=csv.QUOTE_NONE)
    for file, name, line, column, says, *where in reader:
        yield Row(file, name, int(line), int(column), says, *(where or [file]))


ROWS = list(rows())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.file)
def test_broken_plan_gives_one_clear_error(row: Row, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = CliRunner().invoke(kehoach, ["render", str(BROKEN / row.file), "-o", str(out)])
    errors = _ERROR.findall(done.stderr)
    assert [(name, int(line), int(column)) for _, line, column, _, name in errors] == [
        (row.name, row.line, row.column)
    ]
    ((file, _, _, message, _),) = errors
    assert Path(file).name == row.where
    assert row.says in message
    assert done.exit_code == 1
    assert not isinstance(done.exception, Exception)
    assert [one for one in out.rglob("*") if one.is_file()] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.file)
def test_broken_plan_is_told_in_vietnamese(row: Row, tmp_path: Path) -> None:
    done = CliRunner().invoke(kehoach, ["check", str(BROKEN / row.file)])
    lines = (line for line in done.stdout.splitlines() if not line.startswith("    | "))
    told = "\n".join(line.partition(": lỗi: ")[2] or line for line in lines)
    own = re.sub(r"\[[a-z0-9-]+\]|Ở đây có thể viết: .*|Chọn một trong: .*", "", told)
    assert _ENGLISH.findall(_WRITTEN.sub("", own)) == []
    assert re.search("[à-ỹđ]", own)


def test_every_file_has_its_row() -> None:
    assert sorted(row.file for row in ROWS) == sorted(one.name for one in BROKEN.glob("*.yaml"))
    assert len(ROWS) >= _FEWEST
