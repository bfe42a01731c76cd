"""`kehoach git-setup` in real repositories: diff, difftool, merge, templates; and its removal."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from conftest import PLANS, ROOT
from kehoach.cli import kehoach
from kehoach.reviewing.gitting.setup import with_lines, without_lines

PLAN = "plans/kế hoạch.yaml"


def run(folder, *command, code=0, **settings):
    """What a command prints; git's own settings of the machine are left out."""
    here = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_PAGER": "cat"}
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **here, **settings},
        capture_output=True,
        check=False,
    )
    told = done.stdout.decode() + done.stderr.decode()
    assert done.returncode == code, told
    return told


def git(folder, *arguments, code=0, **settings):
    who = ("-c", "user.name=A", "-c", "user.email=a@b", "-c", "commit.gpgsign=false")
    return run(folder, "git", *who, *arguments, code=code, **settings)


def setup(folder, *options, code=0):
    return run(folder, sys.executable, "-m", "kehoach", "git-setup", *options, code=code)


def write(folder, *pairs, name=PLAN):
    """The plan with words replaced."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8", newline="\n")


@pytest.fixture
def repository(tmp_path):
    """A repository in a folder whose name has blanks, with one plan, set up."""
    folder = tmp_path / "kho văn bản"
    (folder / "plans").mkdir(parents=True)
    shutil.copy(PLANS / "bac-kan-2018.yaml", folder / PLAN)
    (folder / "docker.yaml").write_text("services:\n  web: 1\n", encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    setup(folder)
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "x")
    return folder


def test_diff_tells_the_domain(repository):
    write(repository, ("34,359 tỷ đồng", "34,159 tỷ đồng"))
    told = git(repository, "diff")
    assert (
        "Dự án 2 (Chương trình 135): vốn sự nghiệp: 34,359 -> 34,159 tỷ đồng (-0,2; -0,6%)" in told
    )
    assert "kéo theo: " in told
    assert f"diff --kehoach a/{PLAN}" in told


def test_diff_of_comments_alone_shows_lines(repository):
    write(repository, ("year: 2018", "year: 2018  # năm"))
    told = git(repository, "diff")
    assert "không đổi; chỉ khác cách trình bày hoặc ghi chú" in told
    assert "+year: 2018  # năm" in told


def test_diff_of_other_files_and_of_new_and_deleted_ones_shows_lines(repository):
    write(repository, ("web: 1", "web: 2"), name="docker.yaml")
    assert "-  web: 1\n+  web: 2" in git(repository, "diff")
    git(repository, "mv", PLAN, "plans/khác.yaml")
    told = git(repository, "diff", "--cached", "--no-renames")
    assert "--- a/plans/kế hoạch.yaml\n+++ (không có tệp)" in told
    assert "--- (không có tệp)\n+++ b/plans/khác.yaml" in told
    write(repository, ("5.000 người", "5.500 người"), name="plans/khác.yaml")
    git(repository, "add", ".")
    assert "5.000 -> 5.500 người" in git(repository, "diff", "--cached", "-M")


def test_a_broken_plan_shows_lines(repository):
    write(repository, ("year: 2018", "year: ["))
    assert "+year: [" in git(repository, "diff")


def test_word_files_show_as_text(repository):
    shutil.copy(ROOT / "templates" / "ke-hoach.docx", repository)
    git(repository, "add", ".")
    told = git(repository, "diff", "--cached")
    assert "{{ " in told
    assert "Binary" not in told


def test_hunks_of_a_plain_log_name_the_item(repository):
    write(repository, ("34,359 tỷ đồng", "34,159 tỷ đồng"))
    git(repository, "commit", "-qam", "y")
    told = git(repository, "log", "-p", "-1")
    assert "@@ " in told
    assert any("- id: " in one for one in told.splitlines() if one.startswith("@@"))


def test_difftool_opens_a_page(repository):
    write(repository, ("34,359 tỷ đồng", "34,159 tỷ đồng"))
    browser = f"{sys.executable} -c print(7*191) %s"
    told = git(repository, "difftool", "-y", "-t", "kehoach", BROWSER=browser)
    assert "1337" in told
    page = Path(told.split("Đã mở ")[1].strip())
    text = page.read_text(encoding="utf-8")
    page.unlink()
    assert "34,159" in text


def branches(repository, ours, theirs):
    """Two branches with an edit each; the second is checked out."""
    git(repository, "checkout", "-qb", "hai")
    write(repository, *theirs)
    git(repository, "commit", "-qam", "theirs")
    git(repository, "checkout", "-q", "main")
    write(repository, *ours)
    git(repository, "commit", "-qam", "ours")


ADDED = "    - type: Quyết định\n      number: 2088/QĐ-UBND"
CITED = "    - type: Quyết định\n      number: {}\n"


def test_two_people_add_a_legal_basis(repository):
    ours, theirs = ([(ADDED, CITED.format(one) + ADDED)] for one in ("1/QĐ-A", "2/QĐ-B"))
    branches(repository, ours, theirs)
    git(repository, "merge", "-q", "hai", "-m", "m")
    text = (repository / PLAN).read_text(encoding="utf-8")
    assert CITED.format("1/QĐ-A") + CITED.format("2/QĐ-B") + ADDED in text


def test_one_figure_with_two_values_stops_the_merge(repository):
    branches(repository, [("5.000 người", "5.500 người")], [("5.000 người", "5.700 người")])
    told = git(repository, "merge", "-q", "hai", code=1)
    assert "hai bản sửa khác nhau ở objectives.targets.viec_lam_moi.quantity" in told
    told = run(repository, sys.executable, "-m", "kehoach", "check", PLAN, code=1)
    line = next(
        number
        for number, one in enumerate((repository / PLAN).read_text("utf-8").splitlines(), 1)
        if one.startswith("<<<<<<<")
    )
    assert f"{PLAN}:{line}:1: lỗi: hai người sửa khác nhau" in told
    assert "[merge-conflict]" in told


def test_other_yaml_files_merge_by_lines(repository):
    path = repository / "docker.yaml"
    path.write_text("a: 1\nb: 1\nc: 1\nd: 1\n", encoding="utf-8")
    git(repository, "commit", "-qam", "z")
    git(repository, "checkout", "-qb", "hai")
    write(repository, ("a: 1", "a: 2"), name="docker.yaml")
    git(repository, "commit", "-qam", "theirs")
    git(repository, "checkout", "-q", "main")
    write(repository, ("d: 1", "d: 3"), name="docker.yaml")
    git(repository, "commit", "-qam", "ours")
    git(repository, "merge", "-q", "hai", "-m", "m")
    assert path.read_text(encoding="utf-8") == "a: 2\nb: 1\nc: 1\nd: 3\n"
    git(repository, "checkout", "-q", "hai")
    write(
        repository, ("d: 3" if "d: 3" in path.read_text() else "d: 1", "d: 9"), name="docker.yaml"
    )
    git(repository, "commit", "-qam", "clash")
    git(repository, "merge", "-q", "main", code=1)
    assert "<<<<<<<" in path.read_text(encoding="utf-8")


def state(folder):
    """All that the set-up may touch."""
    files = [".git/config", ".gitattributes"]
    return {one: (folder / one).read_bytes() for one in files if (folder / one).exists()}


@pytest.mark.parametrize("before", [None, b"*.docx binary", b"\xef\xbb\xbf# x\r\n*.png binary\r\n"])
def test_removal_leaves_no_trace(tmp_path, before):
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "diff.kehoach.xfuncname", "^x=y$")
    git(tmp_path, "config", "core.quotepath", "true")
    if before is not None:
        (tmp_path / ".gitattributes").write_bytes(before)
    old = state(tmp_path)
    setup(tmp_path)
    once = state(tmp_path)
    assert "Đã cài từ trước." in setup(tmp_path)
    assert state(tmp_path) == once != old
    told = setup(tmp_path, "--remove")
    assert "Đã trả lại core.quotepath = true" in told
    assert state(tmp_path) == old
    assert "không có gì để gỡ" in setup(tmp_path, "--remove")


def test_what_was_there_already_stays(tmp_path):
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "core.quotepath", "false")
    setup(tmp_path)
    git(tmp_path, "config", "merge.kehoach.driver", "khac %A")
    told = setup(tmp_path, "--remove")
    assert "Giữ merge.kehoach.driver" in told
    assert git(tmp_path, "config", "core.quotepath").strip() == "false"
    assert git(tmp_path, "config", "merge.kehoach.driver").strip() == "khac %A"


def test_set_up_from_a_folder_within(tmp_path):
    git(tmp_path, "init", "-q")
    (tmp_path / "a b").mkdir()
    setup(tmp_path / "a b")
    assert (tmp_path / ".gitattributes").exists()
    assert not (tmp_path / "a b" / ".gitattributes").exists()


def test_outside_a_repository_it_says_so(tmp_path):
    told = run(
        tmp_path, sys.executable, "-m", "kehoach", "git-setup", code=2,
        GIT_CEILING_DIRECTORIES=str(tmp_path.parent),
    )  # fmt: skip
    assert "không nằm trong kho git nào; chạy git init trước" in told


@given(st.binary(max_size=40))
def test_lines_come_and_go(data):
    assert without_lines(with_lines(data)) == data


def test_inner_commands_are_hidden():
    told = CliRunner().invoke(kehoach, ["--help"]).output
    assert "git-setup" in told
    assert "git-diff" not in told
    assert "merge-file" not in told
