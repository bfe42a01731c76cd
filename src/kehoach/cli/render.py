"""`kehoach render`: plans into Word files."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli.plans import chosen_plans, paths_argument

if TYPE_CHECKING:
    from kehoach.api import Dossier


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
@click.option("--allow-errors", is_flag=True, help="Vẫn xuất khi có lỗi số liệu (bản nháp để xem).")
def render(paths: tuple[Path, ...], folder: Path, *, allow_errors: bool) -> None:
    """Xuất các tệp kế hoạch, hoặc mọi kế hoạch trong thư mục, thành tệp Word.

    Kế hoạch có lỗi chưa được chấp nhận thì không được xuất; các kế hoạch khác vẫn được xuất.
    Mã thoát: 0 đã xuất hết, 1 có kế hoạch bị lỗi, 2 máy hoặc lệnh có vấn đề.
    """
    from kehoach.api import open_plan

    today = dt.date.today()  # noqa: DTZ011 - the date on the official's own calendar
    failed = [
        file
        for file in chosen_plans(paths)
        if not _rendered(open_plan(file, today), folder, today, allow_errors=allow_errors)
    ]
    sys.exit(1 if failed else 0)


def _rendered(dossier: Dossier, folder: Path, today: dt.date, *, allow_errors: bool) -> bool:
    """Write one plan's files and say so, or say why not."""
    from kehoach.api import write
    from kehoach.cli.reports.text import told
    from kehoach.outputs.faults import TemplateError

    if dossier.plan is None or not (dossier.ready or allow_errors):
        click.echo(told(dossier), err=True)
        click.echo(f"{dossier.file}: có lỗi, chưa xuất tệp nào.", err=True)
        return False
    try:
        written = write(dossier, folder, today)
    except TemplateError as error:
        click.echo(f"{dossier.file}: mẫu Word có lỗi, chưa xuất tệp nào.\n{error}", err=True)
        return False
    for path in written:
        click.echo(f"Đã xuất {path.as_posix()}")
    return dossier.ready
