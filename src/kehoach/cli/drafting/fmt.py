"""`kehoach fmt`: plan files in one form."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli.plans import paths_argument
from kehoach.cli.terminal import say

if TYPE_CHECKING:
    from kehoach.drafting.formatting import Formatted

ERRORS, FAULT = 1, 2
_UNSEEN = "chỉ khác dấu BOM ở đầu tệp hoặc dấu hết dòng cuối"


@click.command(short_help="Viết lại tệp kế hoạch theo một cách trình bày thống nhất.")
@paths_argument
@click.option("--check", is_flag=True, help="Chỉ liệt kê tệp cần viết lại, không ghi tệp nào.")
@click.option("--diff", is_flag=True, help="Chỉ in chỗ sẽ khác, không ghi tệp nào.")
def fmt(paths: tuple[Path, ...], *, check: bool, diff: bool) -> None:
    """Viết lại tệp kế hoạch, hoặc mọi tệp .yaml trong thư mục (cả bases), theo một cách trình bày.

    Giá trị và ghi chú giữ nguyên. Khóa xếp theo thứ tự của mô hình, thụt đầu dòng hai dấu cách,
    đoạn văn mỗi câu một dòng, các ô của bảng thẳng cột. Tệp có lỗi YAML được giữ nguyên.

    Mã thoát: 0 xong, 1 có tệp lỗi (hoặc với --check: có tệp cần viết lại), 2 máy có vấn đề.
    """
    codes = [_format(file, check=check, diff=diff) for file in _chosen(paths)]
    sys.exit(max(codes))


def _chosen(paths: Sequence[Path]) -> list[Path]:
    from kehoach.drafting.formatting import files_to_format

    found = [file for path in paths for file in files_to_format(path)]
    if not found:
        names = ", ".join(str(path) for path in paths)
        raise click.UsageError(f"không thấy tệp .yaml nào trong {names}")
    return list(dict.fromkeys(found))


def _format(file: Path, *, check: bool, diff: bool) -> int:
    """Format one file and say so; its exit code."""
    from kehoach.drafting.formatting import DifferentError, format_plan
    from kehoach.source import DiskFiles, RefusedError, office_folder

    name = file.as_posix()
    try:
        found = format_plan(name, DiskFiles(office_folder(file.parent)).read(name))
    except RefusedError as error:
        click.echo(f"{name}: không đọc được: {error}", err=True)
        return ERRORS
    except DifferentError as error:
        say(str(error), err=True)
        return FAULT
    if found.diagnostics:
        say(_told(found), err=True)
        return ERRORS
    if not found.changed:
        return 0
    if diff:
        say(found.diff or f"{found.name}: {_UNSEEN}\n", nl=False)
    if not (check or diff):
        _write(file, found)
    elif check:
        say(f"Cần viết lại {found.name}")
    return ERRORS if check else 0


def _write(file: Path, found: Formatted) -> None:
    from kehoach.outputs.files import sweep, write_aside

    write_aside(file, found.after)
    sweep(file)
    say(f"Đã viết lại {found.name}")


def _told(found: Formatted) -> str:
    from kehoach.api import Dossier
    from kehoach.cli.reports.text import told
    from kehoach.source import Layers

    layers = Layers(texts={found.name: found.text})
    return told(Dossier(found.name, layers, None, found.diagnostics))
