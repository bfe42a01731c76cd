"""`kehoach merge-file`: what git runs to merge two edits of a plan."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kehoach.cli.terminal import say

_MARKS = ("-L", "bản của mình", "-L", "bản gốc chung", "-L", "bản nhập vào")
_MOST = 127  # git takes a code above it for a fault of the driver

file_argument = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.command("merge-file", hidden=True)
@click.argument("base", metavar="BẢN_GỐC", type=file_argument)
@click.argument("ours", metavar="BẢN_MÌNH", type=file_argument)
@click.argument("theirs", metavar="BẢN_NHẬP", type=file_argument)
@click.argument("name", metavar="[TÊN]", default="")
def merge_file(base: Path, ours: Path, theirs: Path, name: str) -> None:
    """Git gọi lệnh này (%O %A %B %P) để gộp hai bản của một kế hoạch; kết quả ghi vào %A.

    Tệp không phải kế hoạch thì gộp theo dòng như git. Mã thoát: 0 gộp xong, 1 còn chỗ phải chọn.
    """
    from kehoach.reviewing.merging import merge_plans

    name = name or ours.as_posix()
    merged = merge_plans(name, *(one.read_bytes() for one in (base, ours, theirs)))
    if merged is None:
        sys.exit(_by_lines(base, ours, theirs))
    ours.write_bytes(merged.data)
    for place in merged.conflicts:
        say(f"{name}: hai bản sửa khác nhau ở {place or 'cả tệp'}", err=True)
    sys.exit(1 if merged.conflicts else 0)


def _by_lines(base: Path, ours: Path, theirs: Path) -> int:
    """Merge as git does without us."""
    from kehoach.source import hand_over

    names = [str(one) for one in (ours, base, theirs)]
    code = hand_over("merge-file", "-q", "--diff3", *_MARKS, *names)
    return 1 if 0 < code <= _MOST else code
