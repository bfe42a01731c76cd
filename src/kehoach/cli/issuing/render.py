"""`kehoach render`: plans into Word files, many at a time."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli.faults import FAULT, keep_traces
from kehoach.cli.plans import chosen_plans, paths_argument, refuse_same_names
from kehoach.cli.terminal import say

if TYPE_CHECKING:
    from kehoach.issuing.batch import Job, Outcome

_MANY = 4  # from so many documents on, a progress bar and several processes are worth their start


@click.command(short_help="Xuất kế hoạch thành tệp Word.")
@paths_argument
@click.option(
    "-o",
    "--output",
    "folder",
    default="output",
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Thư mục kết quả; mỗi kế hoạch một thư mục con.",
)
@click.option("--allow-errors", is_flag=True, help="Vẫn xuất khi có lỗi số liệu (bản để xem).")
@click.option(
    "--jobs",
    metavar="SỐ",
    type=click.IntRange(1),
    help="Số tiến trình; mặc định là số lõi của máy.",
)
@click.option(
    "--data",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Tệp .csv hoặc .xlsx: xuất một kế hoạch cho từng dòng; dòng đầu ghi đường dẫn các ô.",
)
def render(
    paths: tuple[Path, ...],
    folder: Path,
    *,
    allow_errors: bool,
    jobs: int | None,
    data: Path | None,
) -> None:
    """Xuất các tệp kế hoạch, hoặc mọi kế hoạch trong thư mục, thành tệp Word.

    Kế hoạch có lỗi chưa được chấp nhận thì không được xuất; các kế hoạch khác vẫn được xuất.
    Mã thoát: 0 đã xuất hết, 1 có kế hoạch bị lỗi, 2 máy hoặc lệnh có vấn đề.
    """
    from kehoach.cli.reports.text import told
    from kehoach.issuing.batch import Job, default_workers, run

    today = dt.date.today()  # noqa: DTZ011 - the date on the official's own calendar
    plans = chosen_plans(paths)
    refuse_same_names(plans)
    work = [Job(plan, folder, today, allow_errors) for plan in plans]
    if data is not None:
        work = _rows(work, data)
    workers = jobs or (default_workers(len(work)) if len(work) >= _MANY else 1)
    _finish(_shown(run(work, told, workers), len(work)))


def _rows(work: Sequence[Job], data: Path) -> list[Job]:
    """One job for each row of the data file; only one plan can be filled."""
    from dataclasses import replace

    from kehoach.api import read_plan
    from kehoach.issuing.names import safe_name
    from kehoach.issuing.rows import fillings
    from kehoach.source import SheetError

    if len(work) != 1:
        raise click.UsageError("--data chỉ dùng với một tệp kế hoạch")
    job = work[0]
    root = read_plan(job.plan).root
    if root is None:
        return [job]  # rendering it tells what is wrong with the plan
    try:
        rows = fillings(data, root)
    except SheetError as error:
        raise click.ClickException(f"{data.as_posix()}: {error}") from error
    return [replace(job, folder=job.folder / safe_name(job.plan.stem), filling=row) for row in rows]


def _shown(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    """Each outcome told as it comes: a bar where there are many and someone watches."""
    if total < _MANY or not sys.stderr.isatty():
        for outcome in outcomes:
            _tell(outcome)
            yield outcome
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(outcomes, "Đang xuất", total=total, console=console)


def _tell(outcome: Outcome) -> None:
    for path in outcome.written:
        say(f"Đã xuất {path.as_posix()}")
    if outcome.told:
        say(outcome.told, err=True)
    if not outcome.written:
        say(f"{outcome.name}: có lỗi, chưa xuất tệp nào.", err=True)


def _finish(outcomes: Iterable[Outcome]) -> None:
    """The closing count, and again what failed; then the exit code. Only failures are kept."""
    files = good = 0
    failed: list[Outcome] = []
    for one in outcomes:
        files += len(one.written)
        good += one.good
        failed += [] if one.good else [one]
    if good + len(failed) > 1:
        say(f"Xong: {files} tệp từ {good} kế hoạch, {len(failed)} lỗi.")
        for one in failed:
            reason = one.told.partition("\n")[0]
            say(f"  lỗi: {one.name}: {reason}", err=True)
    faults = [one.fault for one in failed if one.fault]
    keep_traces(faults)
    sys.exit(FAULT if faults else 1 if failed else 0)
