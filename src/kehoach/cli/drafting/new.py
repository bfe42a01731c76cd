"""`kehoach new`: the first text of a plan file."""

from __future__ import annotations

import posixpath
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kehoach.cli.files import write_new
from kehoach.cli.terminal import say

if TYPE_CHECKING:
    from kehoach.source import Map

_NO_FORCE = "Chọn tên khác, hoặc tự xóa tệp cũ."


@click.command(short_help="Lập tệp kế hoạch mới có chú thích từng khóa.")
@click.argument("file", metavar="TỆP.yaml", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--base",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Tệp gốc mà kế hoạch dùng lại.",
)
@click.option("--issuer", metavar="TÊN", help="Cơ quan ban hành: Ủy ban nhân dân tỉnh Thái Nguyên.")
@click.option(
    "--province", metavar="TÊN", help="Tỉnh, thành phố; đủ khi cơ quan ban hành là UBND tỉnh."
)
@click.option("--year", metavar="NĂM", type=click.IntRange(1900, 2200), help="Năm kế hoạch.")
@click.option(
    "--kind",
    type=click.Choice(["plan", "attached"]),
    help="Cách ban hành: plan tự là văn bản, attached kèm theo quyết định.",
)
def new(
    file: Path,
    base: Path | None,
    issuer: str | None,
    province: str | None,
    year: int | None,
    kind: Any,
) -> None:
    """Lập tệp kế hoạch mới: mọi khóa có tên tiếng Việt, chỗ phải điền ghi TODO.

    Không nêu đủ tùy chọn thì hỏi từng câu. Chưa có kehoach.toml nào dùng được thì lập luôn ở cạnh,
    trừ khi tệp gốc ở ngoài thư mục ấy.
    Tệp đã có thì không ghi đè.
    """
    from kehoach.api import registers_of
    from kehoach.drafting.skeleton import Answers, new_plan, office_text
    from kehoach.office import FILE, find_office

    if file.exists():
        write_new(file, "", hint=_NO_FORCE)
    given = _asked({"issuer": issuer, "province": province, "year": year, "kind": kind})
    office = find_office(file.parent)
    registers, _ = registers_of(office.registers)
    if base:
        _refuse_out_of_reach(base, file)
    extends = _extends(base, file) if base else ""
    answers = Answers(**given, base=extends)
    write_new(file, new_plan(answers, registers, _root(base) if base else None), hint=_NO_FORCE)
    say(f"Đã lập {file.as_posix()}; điền các chỗ ghi TODO rồi chạy kehoach check.")
    if office.path is None and not extends.startswith(
        ".."
    ):  # settings here would shut the base out
        write_new(file.parent / FILE, office_text(), hint=_NO_FORCE)
        say(f"Đã lập {(file.parent / FILE).as_posix()}.")


def _asked(given: dict[str, Any]) -> dict[str, Any]:
    """The answers; what is missing is asked for where someone sits at the keyboard."""
    lacking = not (given["issuer"] or given["province"]) or not given["year"]
    if lacking and not _at_keyboard():
        raise click.UsageError("cần --issuer (hoặc --province) và --year khi không có ai để hỏi")
    issuer, year, form = given["issuer"], given["year"], given["kind"]
    if lacking and not (issuer or given["province"]):
        issuer = click.prompt("Cơ quan ban hành (như Ủy ban nhân dân tỉnh Thái Nguyên)")
    if lacking and not year:
        year = click.prompt("Năm kế hoạch", type=click.IntRange(1900, 2200))
    if lacking and not form:
        attached = click.confirm("Kế hoạch ban hành kèm theo quyết định?", default=False)
        form = "attached" if attached else "plan"
    return {
        "issuer": issuer or "",
        "province": given["province"] or "",
        "year": year,
        "form": form or "plan",
    }


def _at_keyboard() -> bool:
    return sys.stdin.isatty()


def _refuse_out_of_reach(base: Path, file: Path) -> None:
    """Stop where the new plan could not read its base: plans read in their office's folder."""
    from kehoach.source import office_folder

    top = office_folder(file.resolve().parent)
    if base.resolve().is_relative_to(top):
        return
    told = f"tệp gốc nằm ngoài thư mục văn phòng của tệp mới ({top.as_posix()})"
    hint = "Lập tệp mới trong văn phòng của tệp gốc, hoặc đặt kehoach.toml ở thư mục chứa cả hai."
    say(f"{base.as_posix()}: {told}. {hint}", err=True)
    sys.exit(1)


def _extends(base: Path, file: Path) -> str:
    """The base's path from the folder of the new file, with "/" on every system."""
    return posixpath.relpath(base.resolve().as_posix(), file.resolve().parent.as_posix())


def _root(base: Path) -> Map:
    """The base with its own bases; what is wrong with it is told, and ends the command."""
    from kehoach.api import read_plan

    layers = read_plan(base)
    if layers.root is None:
        told = "; ".join(one.message for one in layers.problems)
        say(f"{base.as_posix()}: không đọc được tệp gốc: {told}", err=True)
        sys.exit(1)
    return layers.root
