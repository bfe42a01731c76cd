"""`kehoach git-setup`: a clone in which git knows plans."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kehoach.cli.faults import FAULT
from kehoach.cli.terminal import say


@click.command("git-setup", short_help="Cài cho kho git biết so sánh và gộp kế hoạch.")
@click.option(
    "--remove", is_flag=True, help="Gỡ những gì lệnh này đã ghi; các dòng khác giữ nguyên."
)
def git_setup(*, remove: bool) -> None:
    """Cài cho bản sao kho git này: git diff kể thay đổi bằng câu, git merge gộp theo mã của mục.

    Ghi .gitattributes (đưa vào kho, dùng chung) và cấu hình riêng của bản sao này; mỗi máy chạy một
    lần. Tệp Word hiện thành chữ; git difftool -t kehoach mở bản so sánh trong trình duyệt.
    """
    from kehoach.reviewing.gitting import setup
    from kehoach.reviewing.gitting.repository import top_of
    from kehoach.source import GitError

    try:
        top = top_of(Path())
        done = setup.remove(top) if remove else setup.set_up(top)
    except GitError as error:
        say(f"kehoach git-setup: {error}", err=True)
        sys.exit(FAULT)
    for line in done:
        say(line)
    if not done:
        say("Chưa cài gì nên không có gì để gỡ." if remove else "Đã cài từ trước.")
    elif not remove:
        say("Xong. Nhớ git add .gitattributes để mọi người cùng dùng.")
