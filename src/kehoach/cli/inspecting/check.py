"""`kehoach check`: what is wrong with plans, for people and for programs; mend what can be."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli.files import rewrite
from kehoach.cli.plans import chosen_plans, paths_argument
from kehoach.cli.terminal import say

if TYPE_CHECKING:
    from kehoach.api import Dossier
    from kehoach.drafting.mending import Mended

FORMATS = ("text", "json", "github", "sarif")


@click.command(short_help="Kiểm tra kế hoạch, báo từng lỗi kèm tệp, dòng, cột.")
@paths_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="Dạng kết quả: text cho người đọc; json, github, sarif cho chương trình.",
)
@click.option(
    "--fix", is_flag=True, help="Sửa những chỗ chỉ có một cách sửa đúng, cho xem chỗ đã sửa."
)
@click.option("--fix-totals", is_flag=True, help="Sửa cả tổng và số tính được mà ghi sai.")
def check(paths: tuple[Path, ...], form: str, *, fix: bool, fix_totals: bool) -> None:
    """Kiểm tra các tệp kế hoạch, hoặc mọi kế hoạch trong thư mục.

    Mã thoát: 0 không có lỗi, 1 có lỗi chưa được chấp nhận, 2 máy hoặc lệnh có vấn đề.
    """
    from importlib import import_module

    from kehoach.api import open_plan
    from kehoach.source import Memory

    today = dt.date.today()  # noqa: DTZ011
    memory, files = Memory(), chosen_plans(paths)
    if fix or fix_totals:
        for file in files:
            _mend(open_plan(file, today, memory=memory), today, totals=fix_totals)
    dossiers = [open_plan(file, today, memory=memory) for file in files]
    echo = click.echo if form == "github" else say  # commands to the runner, each text escaped
    echo(import_module(f"kehoach.cli.reports.{form}").report(dossiers), nl=False)
    sys.exit(0 if all(one.ready for one in dossiers) else 1)


def _mend(dossier: Dossier, today: dt.date, *, totals: bool) -> None:
    """Write what is proved wrong as it must be, and show what changed."""
    from kehoach.drafting.mending import mend

    for one in mend(dossier, today, totals=totals):
        _write(one)


def _write(one: Mended) -> None:
    """Write a mended file, and tell what changed and what could not be."""
    if one.findings:
        rewrite(Path(one.file), one.after)
        say(one.diff, nl=False, err=True)
        say(f"Đã sửa {len(one.findings)} chỗ trong {one.file}.", err=True)
    for left, why in one.refused:
        place = f"{left.mark.file}:{left.mark.line}" if left.mark else one.file
        say(f"{place}: chưa sửa được [{left.name}]: {why}.", err=True)
