"""`kehoach diff --format docx`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from kehoach.cli import kehoach
from tracked.pairs import PAIRS, pair, stamps


def diff(*arguments: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(kehoach, ["diff", *map(str, arguments), "--format", "docx"])
    assert not isinstance(done.exception, Exception), done.exception
    return done.exit_code, done.output


def test_one_document_goes_into_a_file(tmp_path: Path) -> None:
    old, new = (PAIRS / "orientation-changed" / f"{one}.yaml" for one in ("old", "new"))
    file = tmp_path / "so-sánh.docx"
    code, told = diff(old, new, "-o", file)
    assert (code, file.read_bytes()) == (1, pair("orientation-changed").tracked[0].data)
    assert told.splitlines()[0] == f"Đã ghi {file.as_posix()}"
    assert "hướng giấy" in told
    assert diff(old, old, "-o", file)[0] == 0


def test_two_documents_go_into_a_folder(tmp_path: Path) -> None:
    old, new = (PAIRS / "decision-changed" / f"{one}.yaml" for one in ("old", "new"))
    code, told = diff(old, new, "-o", tmp_path / "kq.docx")
    assert (code, "phải là một thư mục" in told) == (2, True)
    assert diff(old, new, "-o", tmp_path / "kq", "--author", "An", "--date", "2026-07-02")[0] == 1
    made = {one.name: stamps(one.read_bytes()) for one in (tmp_path / "kq").iterdir()}
    day = {("An", "2026-07-02T00:00:00Z")}
    assert made == {"quyet-dinh.docx": day, "ke-hoach.docx": day}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "cần -o TỆP.docx"),
        (("-o", "{folder}/a.docx", "--date", "2/3/2026"), "cần năm-tháng-ngày"),
    ],
)
def test_wrong_commands_are_told(arguments: tuple[str, ...], message: str, tmp_path: Path) -> None:
    old, new = (PAIRS / "mixed" / f"{one}.yaml" for one in ("old", "new"))
    code, told = diff(old, new, *(one.format(folder=tmp_path) for one in arguments))
    assert (code, message in told) == (2, True)


def test_a_version_that_is_no_plan_is_told(tmp_path: Path) -> None:
    wrong = tmp_path / "sai.yaml"
    shutil.copy(PAIRS / "mixed" / "old.yaml", wrong)
    wrong.write_text(wrong.read_text(encoding="utf-8").replace("outline:", "outlin:"), "utf-8")
    code, told = diff(wrong, PAIRS / "mixed" / "new.yaml", "-o", tmp_path / "a.docx")
    assert (code, "outlin" in told) == (2, True)
