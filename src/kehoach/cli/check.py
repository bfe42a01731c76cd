"""`kehoach check`: what is wrong with plans, for people and for programs."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from kehoach.cli.plans import chosen_plans, paths_argument

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
def check(paths: tuple[Path, ...], form: str) -> None:
    """Kiểm tra các tệp kế hoạch, hoặc mọi kế hoạch trong thư mục.

    Mã thoát: 0 không có lỗi, 1 có lỗi chưa được chấp nhận, 2 máy hoặc lệnh có vấn đề.
    """
    from importlib import import_module

    from kehoach.api import open_plan

    dossiers = [open_plan(file, dt.date.today()) for file in chosen_plans(paths)]  # noqa: DTZ011
    click.echo(import_module(f"kehoach.cli.reports.{form}").report(dossiers), nl=False)
    sys.exit(0 if all(one.ready for one in dossiers) else 1)
