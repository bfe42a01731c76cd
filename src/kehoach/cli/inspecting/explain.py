"""`kehoach explain`: where a value comes from."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli.terminal import say

if TYPE_CHECKING:
    from kehoach.inspecting.explain import ValueOrigin


@click.command(short_help="Cho biết một giá trị lấy từ tệp nào, dòng nào, thay cho giá trị nào.")
@click.argument("file", metavar="KẾ_HOẠCH", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("path", metavar="[ĐƯỜNG_DẪN]", default="")
def explain(file: Path, path: str) -> None:
    """Cho biết giá trị ở ĐƯỜNG_DẪN (như projects.da_2.budget.total) lấy từ đâu.

    Không nêu đường dẫn thì in mọi giá trị của kế hoạch. Nhóm khóa thì in từng giá trị ở trong.
    """
    from kehoach.api import open_plan
    from kehoach.cli.reports.text import told
    from kehoach.inspecting.explain import find_value, origins

    dossier = open_plan(file, dt.date.today())  # noqa: DTZ011
    root = dossier.layers.root
    if root is None:
        say(told(dossier), err=True)
        sys.exit(1)
    found = find_value(root, path, dossier.plan)
    if found is None:
        say(
            f"{dossier.file}: không có giá trị nào ở '{path}'. "
            "Không nêu đường dẫn thì lệnh này in mọi đường dẫn của kế hoạch.",
            err=True,
        )
        sys.exit(1)
    for origin in origins(root, found, dossier.plan):
        say("\n".join(_lines(origin)))


def _lines(origin: ValueOrigin) -> Iterator[str]:
    yield f"{origin.path}: {_short(origin.text)}"
    if origin.result and origin.result != origin.text:
        yield f"    in ra: {_short(origin.result)}"
    yield f"    ở {_place(origin.mark)}"
    for mark, text in origin.older:
        yield f"    thay cho: {_short(text)} (ở {_place(mark)})"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 160 else f"{line[:159]}…"


def _place(mark: tuple[str | int, ...]) -> str:
    return f"{mark[0]}:{mark[1]}:{mark[2]}"
