"""A file is written whole or not at all, whatever happens on the way; nothing is left beside it."""

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from kehoach.cli import kehoach
from kehoach.machine import explained
from kehoach.outputs import files
from kehoach.outputs.files import FileBusyError, sweep, write_aside

PLAN = "# ghi chú\nyear:   2027\nplace: x\n"


def names(folder):
    return sorted(one.name for one in folder.iterdir())


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "kế hoạch.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o755])
def test_permissions_stay(file, mode):
    file.chmod(mode)
    write_aside(file, b"x")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"x", mode)


def test_a_new_file_can_be_read_by_others(tmp_path):
    write_aside(tmp_path / "a.toml", b"x")
    assert (tmp_path / "a.toml").stat().st_mode & 0o777 == 0o644


def test_a_file_that_may_only_be_read_stays(file):
    file.chmod(0o444)
    with pytest.raises(FileBusyError) as found:
        write_aside(file, b"x")
    assert "chỉ được đọc" in explained(found.value)
    assert (file.read_text(encoding="utf-8"), names(file.parent)) == (PLAN, [file.name])


@pytest.mark.parametrize("step", ["fsync", "fdopen", "replace", "chmod"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_fault_at_any_step_leaves_the_old_file_and_nothing_else(file, monkeypatch, step, code):
    def fails(*_, **__):
        raise OSError(code, os.strerror(code))

    owner = Path if step in {"replace", "chmod"} else files.os
    monkeypatch.setattr(owner, step, fails)
    with pytest.raises(OSError, match=r".") as found:
        write_aside(file, b"x" * 100)
    monkeypatch.undo()
    assert file.name in explained(found.value)
    assert (file.read_text(encoding="utf-8"), names(file.parent)) == (PLAN, [file.name])


def test_a_full_disk_is_told_by_the_command(file, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    done = CliRunner().invoke(kehoach, ["fmt", str(file)])
    assert isinstance(done.exception, OSError)
    assert "ổ đĩa đã đầy" in explained(done.exception)
    assert file.read_text(encoding="utf-8") == PLAN


def test_a_broken_off_write_leaves_the_old_file(file, monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "fsync", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_aside(file, b"x")
    assert (file.read_text(encoding="utf-8"), names(file.parent)) == (PLAN, [file.name])


@pytest.mark.skipif(os.name == "nt", reason="links need rights of their own on Windows")
class TestLinks:
    def test_a_link_within_the_folder_goes_on_meaning_its_file(self, file):
        link = file.parent / "nay.yaml"
        link.symlink_to(file.name)
        write_aside(link, b"x")
        assert link.is_symlink()
        assert file.read_bytes() == b"x"

    @pytest.mark.parametrize("there", [True, False])
    def test_a_link_out_of_the_folder_is_refused(self, tmp_path, there):
        inside, outside = tmp_path / "trong", tmp_path / "ngoài.yaml"
        inside.mkdir()
        if there:
            outside.write_text(PLAN, encoding="utf-8")
        (inside / "a.yaml").symlink_to(outside)
        with pytest.raises(FileBusyError, match="liên kết dẫn ra ngoài"):
            write_aside(inside / "a.yaml", b"x")
        assert outside.exists() == there
        assert not there or outside.read_text(encoding="utf-8") == PLAN
        assert names(inside) == ["a.yaml"]

    def test_a_folder_of_links_in_a_circle_is_told(self, tmp_path):
        (tmp_path / "a.yaml").symlink_to("b.yaml")
        (tmp_path / "b.yaml").symlink_to("a.yaml")
        with pytest.raises((OSError, RuntimeError)):
            write_aside(tmp_path / "a.yaml", b"x")
        assert names(tmp_path) == ["a.yaml", "b.yaml"]


KILLED = """
import os, sys, signal
from pathlib import Path
from kehoach.outputs import files
files.os.fsync = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
files.write_aside(Path(sys.argv[1]), b"x")
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_what_a_killed_run_left_is_swept_by_the_next(file):
    done = subprocess.run([sys.executable, "-c", KILLED, str(file)], check=False)
    assert done.returncode != 0
    (left,) = (one for one in file.parent.iterdir() if one != file)
    assert file.read_text(encoding="utf-8") == PLAN
    sweep(file)
    assert left.exists(), "it may be of a run that still writes"
    os.utime(left, (time.time() - 3600,) * 2)
    assert CliRunner().invoke(kehoach, ["fmt", str(file)]).exit_code == 0
    assert names(file.parent) == [file.name]


def test_files_of_others_are_not_swept(tmp_path):
    for name in (".a.tmp", "kehoach-a.tmp", ".kehoach-a.yaml"):
        (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (0, 0))
    (tmp_path / ".kehoach-thư-mục.tmp").mkdir()
    write_aside(tmp_path / "a.yaml", b"")
    before = names(tmp_path)
    sweep(tmp_path / "a.yaml")
    assert names(tmp_path) == before
