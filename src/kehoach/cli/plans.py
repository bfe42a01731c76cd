"""Which plan files the command line means."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

paths_argument = click.argument(
    "paths", metavar="TỆP_HOẶC_THƯ_MỤC...", nargs=-1, required=True, type=click.Path(path_type=Path)
)


def chosen_plans(paths: Sequence[Path]) -> list[Path]:
    """The plan files of these files and folders, each once; a folder without plans is a fault."""
    from kehoach.office import plan_files

    found = [file for path in paths for file in plan_files(path)]
    if not found:
        names = ", ".join(f"'{path.as_posix()}'" for path in paths)
        raise click.UsageError(f"không thấy tệp kế hoạch (.yaml) nào trong {names}")
    return list(dict.fromkeys(found))


def refuse_same_names(plans: Sequence[Path]) -> None:
    """Two plans of one name would write their documents over one another's."""
    from kehoach.issuing.names import safe_name, same_names

    for one, two in same_names(safe_name(plan.stem) for plan in plans):
        both = f"{plans[one].as_posix()} và {plans[two].as_posix()}"
        message = f"{both} cùng tên nên kết quả đè lên nhau; đổi tên, hoặc xuất từng thư mục"
        raise click.UsageError(message)
