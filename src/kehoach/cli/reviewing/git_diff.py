"""`kehoach git-diff`, `kehoach git-difftool`: what git runs to show two versions of a plan."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli.terminal import say

if TYPE_CHECKING:
    from kehoach.api import Dossier
    from kehoach.reviewing.review.review import Review

_DIFFTOOL = "git-difftool--helper"  # git difftool asks through us where it finds a driver
_NO_FILE = "."  # what git gives for the hash of a side that has no file


@click.command("git-diff", hidden=True)
@click.argument("arguments", metavar="ĐỐI_SỐ...", nargs=-1, type=click.UNPROCESSED)
def git_diff(arguments: tuple[str, ...]) -> None:
    """Git gọi lệnh này với 7 đối số (đường dẫn, rồi tệp, mã, quyền của hai bản; 9 khi đổi tên)."""
    if os.environ.get("GIT_EXTERNAL_DIFF") == _DIFFTOOL:
        from kehoach.source import hand_over

        sys.exit(hand_over(_DIFFTOOL[4:], *arguments, safely=False))
    path = arguments[0]
    if len(arguments) < 7:
        say(f"* {path}: đang gộp dở, chưa chọn giữ bản nào")
        return
    old, new = _data(*arguments[1:3]), _data(*arguments[4:6])
    say(f"diff --kehoach a/{path} b/{arguments[7] if len(arguments) > 7 else path}")
    if old == new:
        say(f"quyền {arguments[3]} -> {arguments[6]}, nội dung không đổi")
        return
    say(_told(path, old, new))


def _data(name: str, identity: str) -> bytes | None:
    """A side's bytes; None where it has no such file (git names the null device then)."""
    path = Path(name)
    return None if identity == _NO_FILE or not path.is_file() else path.read_bytes()


def _told(path: str, old: bytes | None, new: bytes | None) -> str:
    """The domain's sentences, or the lines where there are none to be had."""
    from kehoach.reviewing.gitting.unified import unified

    lines = "\n".join(unified(path, old, new))
    review = _reviewed(path, old, new)
    if review is None:
        return lines
    if not review.entries:
        return f"Nội dung kế hoạch không đổi; chỉ khác cách trình bày hoặc ghi chú.\n{lines}"
    from kehoach.reviewing.review.reports import text

    return text.report(review).rstrip("\n")


def _reviewed(path: str, old: bytes | None, new: bytes | None) -> Review | None:
    """The comparison; None where a side is no plan that can be read."""
    from kehoach.cli.reviewing.diff import review_of
    from kehoach.reviewing.comparison import compare
    from kehoach.reviewing.merging.sides import is_plan

    if old is None or new is None or not path.lower().endswith((".yaml", ".yml")):
        return None
    today = dt.date.today()  # noqa: DTZ011 - the date on the official's own calendar

    def found() -> Review | None:
        before, after = (_opened(Path(path), one, today) for one in (old, new))
        if not all(one.layers.root and is_plan(one.layers.root) for one in (before, after)):
            return None
        return review_of(compare(before, after, today))

    return _or_nothing(found)


def _opened(path: Path, data: bytes, today: dt.date) -> Dossier:
    """A plan as if its file held these bytes; bases and data files are those of the disk."""
    from kehoach.api import open_plan
    from kehoach.source import DiskFiles, OverlayFiles, office_folder

    disk = DiskFiles(office_folder(path.parent))
    return open_plan(path, today, files=OverlayFiles(disk, {path.as_posix(): data}))


def _or_nothing(ask: Callable[[], Review | None]) -> Review | None:
    """Git stops at a driver that fails, so whatever goes wrong here shows the lines instead."""
    try:
        return ask()
    except Exception:  # noqa: BLE001 - see above
        return None


@click.command("git-difftool", hidden=True)
@click.argument("old", metavar="BẢN_CŨ", type=click.Path(path_type=Path))
@click.argument("new", metavar="BẢN_MỚI", type=click.Path(path_type=Path))
@click.argument("path", metavar="[ĐƯỜNG_DẪN]", default="")
def git_difftool(old: Path, new: Path, path: str) -> None:
    """Git gọi lệnh này (git difftool -t kehoach): mở bản so sánh trong trình duyệt."""
    import tempfile
    import webbrowser

    from kehoach.reviewing.review.reports import html

    name = path or new.as_posix()
    data = [_data(str(one), "") for one in (old, new)]
    review = _reviewed(name, *data)
    if review is None:
        say(_told(name, *data))
        return
    with tempfile.NamedTemporaryFile(
        "w", prefix="kehoach-", suffix=".html", delete=False, encoding="utf-8"
    ) as page:
        page.write(html.report(review))
    webbrowser.open(Path(page.name).as_uri())
    say(f"Đã mở {Path(page.name).as_posix()}")
