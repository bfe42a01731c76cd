"""`kehoach verify`: whether a Word file still says what its plan says."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli.faults import FAULT
from kehoach.cli.files import rewrite
from kehoach.cli.terminal import say

if TYPE_CHECKING:
    from kehoach.reviewing.verification import Applied, HandEdit, Verdict

_WIDTH = 300


@click.command(short_help="Cho biết tệp Word có còn đúng với kế hoạch, hay đã bị sửa tay.")
@click.argument(
    "file", metavar="TỆP.docx", type=click.Path(path_type=Path, dir_okay=False, exists=True)
)
@click.option(
    "--plan",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Kế hoạch của tệp; không nêu thì tìm quanh tệp theo tên ghi trong tệp.",
)
@click.option("--apply", is_flag=True, help="Ghi những chỗ sửa tay trở lại kế hoạch.")
def verify(file: Path, plan: Path | None, *, apply: bool) -> None:
    """Cho biết một tệp Word do kehoach xuất: còn nguyên, đã cũ, hay đã bị sửa tay ở đâu.

    Mã thoát: 0 còn nguyên, 1 đã cũ hoặc đã sửa tay, 2 không kiểm tra được.
    """
    from kehoach.reviewing import verification

    today = dt.date.today()  # noqa: DTZ011 - the date on the official's own calendar
    try:
        found = verification.verify(file, plan, today, near=[Path()])
    except verification.UnverifiableError as error:
        say(f"kehoach verify: {error}.", err=True)
        sys.exit(FAULT)
    say("\n".join(_lines(file, found)))
    if apply and found.edits:
        _apply(found)
    sys.exit(0 if found.good else 1)


def _lines(file: Path, found: Verdict) -> Iterator[str]:
    plan = found.plan.file
    if found.good:
        yield f"{file.as_posix()}: còn nguyên như {plan} xuất ra."
        return
    if found.made_from is None:
        yield f"{file.as_posix()}: đã cũ: {plan} đã đổi từ khi xuất."
        yield "  Lịch sử git không có bản kế hoạch lúc xuất, nên không so được từng chỗ."
    elif found.stale:
        yield f"{file.as_posix()}: đã cũ: xuất từ {plan} ở phiên bản {found.version}."
        yield from _since(found)
    if found.edits:
        yield f"{file.as_posix()}: đã bị sửa tay {len(found.edits)} chỗ."
        yield from (f"  {line}" for one in found.edits for line in _edit(one))
    yield from (f"  lưu ý: {one}" for one in found.remarks)


def _since(found: Verdict) -> Iterator[str]:
    """What changed in the plan since."""
    from kehoach.cli.reviewing.diff import review_of
    from kehoach.reviewing.review.reports import text

    assert found.comparison is not None
    for line in text.report(review_of(found.comparison)).splitlines():
        yield f"  {line}"


def _edit(one: HandEdit) -> Iterator[str]:
    yield f"{one.place}:"
    if one.old is not None:
        yield f"  bản xuất: {_short(one.old)}"
    yield f"  trong tệp: {_short(one.new) if one.new is not None else '(đã bỏ đoạn này)'}"


def _short(text: str) -> str:
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"


def _apply(found: Verdict) -> None:
    """Write the plan, and tell what went where."""
    from kehoach.reviewing.verification import apply

    done = apply(found)
    if done.done:
        _write(Path(found.plan.file), done)
    for edit, reason in done.left:
        say(f"Chưa ghi được {edit.place}: {reason}.")


def _write(path: Path, done: Applied) -> None:
    rewrite(path, done.text)
    for edit, mark in done.done:
        say(f"Đã ghi {edit.place} vào {mark.file}:{mark.line}.")
