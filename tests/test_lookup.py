"""`kehoach lookup`: what it finds, by tests/data/lookup.tsv, and how it tells it."""

from __future__ import annotations

import csv
import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import ROOT
from kehoach.api import registers_of
from kehoach.cli import kehoach
from kehoach.inspecting.lookup import look_up, nearest

REGISTERS, _ = registers_of(None)
TABLE = (ROOT / "tests" / "data" / "lookup.tsv").read_text(encoding="utf-8")
ROWS = list(csv.DictReader(TABLE.splitlines(), delimiter="\t"))


@pytest.mark.parametrize("row", ROWS, ids=lambda one: f"{one['text']} {one['on']}")
def test_row(row: dict[str, str]) -> None:
    day = dt.date.fromisoformat(row["on"])
    found = {one.id: one for one in look_up(row["text"], REGISTERS, day)}
    assert row["id"] in found, list(found)
    one = found[row["id"]]
    heirs = "|".join(f"{heir.task.partition(',')[0]}={heir.id}" for heir in one.successors)
    assert (one.kind, one.state, heirs) == (row["kind"], row["state"], row["heirs"])


def run(*arguments: str) -> Result:
    done = CliRunner().invoke(kehoach, ["lookup", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def test_told_in_aligned_lines() -> None:
    done = run("Sở", "Kế", "hoạch", "và", "Đầu", "tư", "--on", "1/1/2027")
    head, *lines = done.stdout.splitlines()
    assert done.exit_code == 0
    assert head == "Sở Kế hoạch và Đầu tư (so-ke-hoach-va-dau-tu), cơ quan"
    assert lines[0] == "  tình trạng  không còn vào ngày 01/01/2027 (đến hết 28/02/2025)"
    assert "  nay là      Sở Tài chính (so-tai-chinh)" in lines
    assert {line[:2] + line[13:14] for line in lines} == {"   "}


def test_divided_tasks_are_told_one_a_line() -> None:
    lines = run("so-lao-dong-tbxh", "--on", "2027-01-01").stdout.splitlines()
    task = "giảm nghèo: Sở Nông nghiệp và Môi trường (so-nong-nghiep-va-moi-truong)"
    assert f"{'':14}{task}" in lines


def test_only_one_register_is_asked() -> None:
    everywhere = json.loads(run("Thái Nguyên", "--format", "json").stdout)["found"]
    places = json.loads(run("Thái Nguyên", "--type", "place", "--format", "json").stdout)["found"]
    assert {one["kind"] for one in places} == {"place"}
    assert places == [one for one in everywhere if one["kind"] == "place"]
    assert run("Thái Nguyên", "--type", "document").exit_code == 1


def test_json_has_every_field() -> None:
    told = json.loads(run("90/QĐ-TTg", "--on", "2026-01-01", "--format", "json").stdout)
    assert told["on"] == "2026-01-01"
    assert told["nearest"] == []
    (one,) = told["found"]
    assert one["id"] == "qd-90-qd-ttg-2022"
    assert one["heirs"][0]["id"] == "qd-417-qd-bnnmt-2026"
    assert set(one) == {
        *("kind", "id", "name", "state", "first", "last", "aliases"),
        *("within", "source", "note", "heirs"),
    }


def test_nothing_found_names_the_nearest() -> None:
    done = run("Sở Nông nghiệp và Môi trương")
    assert done.exit_code == 1
    assert "Sở Nông nghiệp và Môi trường" in done.output
    told = json.loads(run("Sở Nông nghiệp và Môi trương", "--format", "json").stdout)
    assert told["found"] == []
    assert "Sở Nông nghiệp và Môi trường" in told["nearest"]


def test_nothing_found_and_nothing_near() -> None:
    assert nearest("zzzzqqqq", REGISTERS) == []
    done = run("zzzzqqqq")
    assert (done.exit_code, "Gần giống" in done.output) == (1, False)


def test_bad_day_is_a_wrong_command_line() -> None:
    done = run("Sở Y tế", "--on", "31/4/2026")
    assert done.exit_code == 2
    assert "tháng 4 năm 2026 có 30 ngày" in done.output


def test_office_registers_are_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kehoach.toml").write_text('registers = "so"\n', encoding="utf-8")
    (tmp_path / "so").mkdir()
    row = "id,name\nto-cong-nghe,Tổ Công nghệ số cộng đồng\n"
    (tmp_path / "so" / "agencies.csv").write_text(row, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert "(to-cong-nghe)" in run("Tổ Công nghệ số cộng đồng").stdout
