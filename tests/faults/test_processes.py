"""Killed workers and runs, Ctrl-C, closed pipes, full disks: told, and nothing stays behind."""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import PLANS, ROOT
from kehoach.issuing import batch
from kehoach.issuing.batch import Job, perform
from kehoach.issuing.workers import in_order
from kehoach.machine import fault_of

KEHOACH = Path(sys.executable).with_name("kehoach")
PLAN = ROOT / "docs/example.yaml"
posix = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")


def work(job: int) -> str:
    """What a worker does; a job below zero kills the process that does it."""
    if job < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.01)
    return str(job)


def lost(job: int) -> str:
    return f"lost {job}"


@posix
@pytest.mark.parametrize("killers", [(0,), (4, 5), (0, 19)])
def test_a_job_that_kills_its_process_is_lost_alone(killers: tuple[int, ...]) -> None:
    jobs = [-one - 1 if one in killers else one for one in range(20)]
    expected = [lost(job) if job < 0 else str(job) for job in jobs]
    assert list(in_order(work, jobs, 2, lost)) == expected


def test_no_job_is_asked_for_long_before_its_turn() -> None:
    asked = []

    def jobs() -> Iterator[int]:
        for one in range(1000):
            asked.append(one)
            yield one

    done = in_order(work, jobs(), 2, lost)
    next(done)
    assert len(asked) < 40
    done.close()


def rows(folder: Path, count: int) -> list[str]:
    """The command line of a batch of so many rows."""
    data = folder / "xa.csv"
    lines = [f"xa-{one};Đa dạng hóa sinh kế lần {one}" for one in range(count)]
    data.write_text("\n".join(["mã;subject", *lines]), encoding="utf-8")
    out = str(folder / "out")
    return [str(KEHOACH), "render", str(PLAN), "--data", str(data), "-o", out, "--jobs", "2"]


def children(pid: int) -> set[int]:
    """The processes below one, as Linux lists them."""
    found = set()
    for one in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = one.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found |= {int(one.parent.name)} | children(int(one.parent.name))
    return found


def alive(pids: set[int]) -> set[int]:
    return {one for one in pids if Path(f"/proc/{one}").exists()}


def gone(pids: set[int], seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while alive(pids) and time.monotonic() < end:
        time.sleep(0.1)
    return not alive(pids)


def heed_interrupts() -> None:
    """What a shell starts in the background ignores Ctrl-C, and so would what it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def first_file(out: Path, run: subprocess.Popen[bytes]) -> None:
    """Wait until a document stands."""
    while run.poll() is None and not list(out.rglob("*.docx")):
        time.sleep(0.02)


def documents(out: Path) -> dict[str, bytes]:
    return {one.relative_to(out).as_posix(): one.read_bytes() for one in out.rglob("*.docx")}


def others(out: Path) -> list[str]:
    return [one.name for one in out.rglob("*") if one.is_file() and one.suffix != ".docx"]


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_a_run_that_ends_takes_its_processes_along(tmp_path: Path, how: signal.Signals) -> None:
    run = subprocess.Popen(
        rows(tmp_path, 200),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heed_interrupts,  # noqa: PLW1509 - no threads here
    )
    first_file(tmp_path / "out", run)
    below = children(run.pid)
    assert below
    run.send_signal(how)
    _, told = run.communicate(timeout=60)
    assert gone(below)
    assert b"Traceback" not in told
    if how == signal.SIGINT:
        assert (run.returncode, "Đã dừng" in told.decode()) == (130, True)


@pytest.mark.slow
@posix
def test_killed_at_twenty_moments_no_document_is_half(tmp_path: Path) -> None:
    """Every document that stands is whole, and the next run leaves all of them and nothing else."""
    command, out = rows(tmp_path, 12), tmp_path / "out"
    for moment in range(20):
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if moment % 2:
            first_file(out, run)
        time.sleep(0.02 * moment)
        run.kill()
        run.wait()
        for data in out.rglob("*.docx"):
            assert zipfile.ZipFile(data).testzip() is None
    time.sleep(0.5)
    for left in out.rglob("*.tmp"):  # a young one could be another run's, at work
        os.utime(left, (0, 0))
    subprocess.run(command, check=True, capture_output=True)
    assert (len(documents(out)), others(out)) == (12, [])


@pytest.mark.slow
def test_two_runs_at_once_leave_the_same_documents(tmp_path: Path) -> None:
    command, out = rows(tmp_path, 12), tmp_path / "out"
    runs = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(2)]
    told = [one.communicate(timeout=120)[1] for one in runs]
    assert [one.returncode for one in runs] == [0, 0], told
    both = documents(out)
    subprocess.run(command, check=True, capture_output=True)
    assert (documents(out), others(out)) == (both, [])


def test_a_closed_pipe_is_no_fault_to_tell() -> None:
    command = f"'{KEHOACH}' check '{PLANS}' | head -c 1"
    if os.name != "posix":
        pytest.skip("a shell with head")
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""


@pytest.mark.parametrize(
    "changed",
    [
        {"HOME": ""},
        {"HOME": "/không/có"},
        {"TZ": "Nowhere/Land"},
        {"TZ": "Asia/Ho_Chi_Minh"},
        {"LANG": "C", "LC_ALL": "C"},
        {"PYTHONIOENCODING": "ascii"},
    ],
    ids=str,
)
def test_an_odd_environment_changes_nothing(tmp_path: Path, changed: dict[str, str]) -> None:
    made = []
    for environment in (os.environ, {**os.environ, **changed}):
        command = [str(KEHOACH), "render", str(PLAN), "-o", str(tmp_path)]
        done = subprocess.run(command, env=environment, capture_output=True, check=True)
        assert b"Traceback" not in done.stderr
        made.append(documents(tmp_path))
    assert made[0] == made[1]


@posix
def test_a_home_that_is_not_named_changes_nothing(tmp_path: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if key != "HOME"}
    command = [str(KEHOACH), "render", str(PLAN), "-o", str(tmp_path)]
    subprocess.run(command, env=environment, capture_output=True, check=True)


@posix
@pytest.mark.parametrize("megabytes", [0, 0.004])
def test_a_full_disk_is_told_and_leaves_nothing_half(tmp_path: Path, megabytes: float) -> None:
    """A limit on the size of files stands for a disk that is full: the write fails midway."""
    import resource

    def limited() -> None:
        size = int(megabytes * 1_000_000)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    command = [sys.executable, "-B", str(KEHOACH), "render", str(PLAN), "-o", str(tmp_path / "out")]
    done = subprocess.run(command, preexec_fn=limited, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert "máy báo lỗi" in done.stderr
    assert (documents(tmp_path / "out"), others(tmp_path / "out")) == ({}, [])


def test_any_exception_of_a_job_is_its_outcome(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(batch.issuing, "write", fails)
    outcome = perform(Job(PLAN, tmp_path, dt.date(2026, 11, 29)), told=str)
    assert outcome.fault
    assert "ZeroDivisionError" in outcome.fault.trace
    assert "ngoài dự tính" in outcome.told


@pytest.mark.parametrize(
    ("error", "said", "traced"),
    [
        (MemoryError(), "hết bộ nhớ", True),
        (OSError(28, "No space left on device"), "ổ đĩa đã đầy", False),
        (PermissionError(13, "x", "a.docx"), "a.docx", False),
        (RecursionError("x"), "RecursionError", True),
    ],
)
def test_a_fault_is_told_in_a_sentence(error: Exception, said: str, traced: bool) -> None:
    fault = fault_of(error)
    assert (said in fault.message, bool(fault.trace)) == (True, traced)
