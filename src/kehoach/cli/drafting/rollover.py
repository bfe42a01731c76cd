"""`kehoach rollover`: last year's plan becomes next year's draft."""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli.files import write_new
from kehoach.cli.terminal import say

if TYPE_CHECKING:
    from kehoach.api import Dossier
    from kehoach.drafting.rollover import Done

_PARTS = (
    ("moved", "Đã chuyển sang năm mới"),
    ("replaced", "Đã thay tên, mã không còn"),
    ("dropped", "Đã bỏ"),
    ("todo", "Còn phải quyết định (TODO)"),
)
_WIDTH = 150


@click.command(short_help="Chuyển kế hoạch năm trước thành dự thảo năm sau.")
@click.argument("file", metavar="KẾ_HOẠCH", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--to", "year", metavar="NĂM", required=True, type=click.IntRange(1900, 2200), help="Năm mới."
)
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Tệp kết quả; không nêu thì đặt cạnh kế hoạch, tên theo năm mới.",
)
@click.option("--force", is_flag=True, help="Ghi đè tệp kết quả đã có.")
def rollover(file: Path, year: int, target: Path | None, *, force: bool) -> None:
    """Chuyển kế hoạch năm trước thành dự thảo cho năm nêu ở --to, giữ nguyên bố cục và chú thích.

    Chỉ tiêu năm trước thành mức nền; kinh phí, số liệu để TODO; cơ quan, địa danh đã sắp xếp được
    thay khi chỉ có một nơi tiếp nhận; chỗ nào người soạn phải quyết định thì ghi TODO kèm lý do.
    """
    from kehoach.api import open_plan

    dossier = open_plan(file, dt.date.today())  # noqa: DTZ011 - the date on the official's calendar
    target = target or file.with_name(_new_name(file, dossier, year))
    _refuse(dossier, file, target, year)
    text, done, in_bases = _rolled(dossier, file, target, year)
    write_new(target, text, force=force)
    say(f"Đã ghi {target.as_posix()}.")
    say("\n".join(_summary(done)))
    if in_bases:
        say("\n".join(_told_of_bases(in_bases)))


def _refuse(dossier: Dossier, file: Path, target: Path, year: int) -> None:
    """Stop where the plan cannot be rolled over."""
    from kehoach.cli.reports.text import told
    from kehoach.drafting.rollover import year_of

    if dossier.plan is None:
        say(told(dossier), err=True)
        say(f"{dossier.file}: có lỗi, chưa chuyển được.", err=True)
        sys.exit(1)
    if year <= (old := year_of(dossier.plan, year)):
        say(f"{dossier.file}: năm mới phải sau năm {old} của kế hoạch.", err=True)
        sys.exit(1)
    if target.resolve() == file.resolve():
        say(f"{dossier.file}: không ghi đè lên kế hoạch năm trước.", err=True)
        sys.exit(1)


def _new_name(file: Path, dossier: Dossier, year: int) -> str:
    old = str(dossier.plan.year) if dossier.plan else ""
    stem = file.stem.replace(old, str(year)) if old and old in file.stem else f"{file.stem}-{year}"
    return f"{stem}{file.suffix}"


def _rolled(
    dossier: Dossier, file: Path, target: Path, year: int
) -> tuple[str, Sequence[Done], dict[str, Sequence[Done]]]:
    """The draft's text, what was done, and what the bases hold that does not hold any more."""
    from kehoach.api import registers_of
    from kehoach.drafting.rollover import Folders, in_base, roll
    from kehoach.source import office_folder

    assert dossier.plan is not None
    texts, (registers, _) = dossier.layers.texts, registers_of(dossier.office.registers)
    old, new = file.resolve().parent, target.resolve().parent
    folders = Folders(old.as_posix(), new.as_posix(), office_folder(new).as_posix())
    rolled = roll(texts[dossier.file], dossier.plan, registers, year, folders)
    bases = {
        name: in_base(texts[name], dossier.plan, registers, year) for name in dossier.layers.bases
    }
    return rolled.text, rolled.done, {name: found for name, found in bases.items() if found}


def _summary(done: Sequence[Done]) -> Iterator[str]:
    for action, title in _PARTS:
        part = [one for one in done if one.action == action]
        yield f"{title}: {len(part)}"
        for kind, count in Counter(one.kind for one in part).most_common():
            yield f"  {kind}: {count}"
            yield from (f"    {_line(one)}" for one in part if one.kind == kind)


def _told_of_bases(bases: dict[str, Sequence[Done]]) -> Iterator[str]:
    yield "Trong tệp gốc (không sửa; xem lại, hoặc ghi đè ở kế hoạch):"
    for name, found in bases.items():
        yield from (f"  {name}: {_line(one)}" for one in found)


def _line(one: Done) -> str:
    text = one.told if len(one.told) <= _WIDTH else f"{one.told[: _WIDTH - 1]}…"
    return f"dòng {one.line}: {text}"
