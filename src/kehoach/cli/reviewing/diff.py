"""`kehoach diff`: what changed between two versions of a plan."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli.faults import FAULT
from kehoach.cli.reports.text import WORDS, told
from kehoach.cli.terminal import say

if TYPE_CHECKING:
    from kehoach.api import Dossier
    from kehoach.reviewing.comparison import Comparison
    from kehoach.reviewing.review.review import Found, Review

FORMATS = ("text", "markdown", "html", "json", "docx")


@click.command(short_help="Cho biết hai bản của một kế hoạch khác nhau những gì.")
@click.argument("old", metavar="BẢN_CŨ")
@click.argument("new", metavar="[BẢN_MỚI]", default="")
@click.option("--rev", metavar="A..B", help="So sánh một tệp giữa hai phiên bản git A và B.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="text cho màn hình, markdown cho lời bình, html cho trình duyệt, json cho chương trình,"
    " docx là văn bản Word có dấu sửa đổi (Track Changes).",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Tệp kết quả; với docx cũng có thể là thư mục.",
)
@click.option(
    "--author",
    metavar="TÊN",
    default="kehoach",
    show_default=True,
    help="Với docx: tên người sửa trong các dấu sửa đổi.",
)
@click.option(
    "--date",
    metavar="NGÀY",
    default="",
    help="Với docx: ngày sửa, như 2026-07-01; mặc định là ngày ban hành của bản mới.",
)
def diff(
    old: str, new: str, rev: str | None, form: str, output: Path | None, **signed: str
) -> None:
    """So sánh hai bản của một kế hoạch, sau khi đã gộp tệp gốc, theo mã của từng mục.

    Mỗi bản là một tệp, hoặc PHIÊN_BẢN:tệp trong git; với --rev thì chỉ cần một tệp.
    Với docx, chấp nhận mọi dấu sửa thì được đúng bản mới, từ chối mọi dấu sửa thì được đúng bản cũ.
    Mã thoát: 0 giống nhau, 1 khác nhau, 2 không so sánh được.
    """
    from importlib import import_module

    from kehoach.reviewing.comparison import compare

    today = dt.date.today()  # noqa: DTZ011
    first, second = (_opened(one, today) for one in _versions(old, new, rev))
    if form == "docx":
        from kehoach.cli.reviewing.redline import write

        write((first, second), today, output, **signed)
        sys.exit(_same(first, second))
    comparison = compare(first, second, today)
    report = import_module(f"kehoach.reviewing.review.reports.{form}").report(review_of(comparison))
    if output is None:
        say(report, nl=False)
    else:
        from kehoach.outputs.files import write_aside

        write_aside(output, report.encode())
    sys.exit(0 if comparison.equal else 1)


def _same(old: Dossier, new: Dossier) -> int:
    """The exit code: 0 where the two plans say the same."""
    from kehoach.reviewing.review.changes import changes

    before, after = old.layers.root, new.layers.root
    return 1 if before is None or after is None or changes(before, after) else 0


def _versions(old: str, new: str, rev: str | None) -> tuple[str, str]:
    """The two versions that the command line names."""
    if rev is None:
        if not new:
            raise click.UsageError("cần hai bản, hoặc một tệp với --rev A..B")
        return old, new
    first, mark, second = rev.partition("..")
    if not mark or not first or new:
        raise click.UsageError("--rev viết A..B và chỉ dùng với một tệp")
    return f"{first}:{old}", f"{second}:{old}" if second else old


def _opened(version: str, today: dt.date) -> Dossier:
    from kehoach.reviewing.versions import open_version

    dossier = open_version(version, today)
    if dossier.layers.root is None:
        say(told(dossier), err=True)
        sys.exit(FAULT)
    return dossier


def review_of(comparison: Comparison) -> Review:
    """What a report shows of a comparison."""
    from kehoach.reviewing.review.review import Review

    return Review(
        comparison.old.file,
        comparison.new.file,
        comparison.entries,
        [_found(one, comparison.new) for one in comparison.appeared],
        [_found(one, comparison.old) for one in comparison.disappeared],
    )


def _found(one: object, dossier: Dossier) -> Found:
    from kehoach.cli.reports.text import place_of
    from kehoach.diagnostics import Finding
    from kehoach.reviewing.review.review import Found

    assert isinstance(one, Finding)
    file, line, column = place_of(one, dossier)
    word = f"{WORDS[one.severity]}{' (đã chấp nhận)' if one.allowed else ''}"
    return Found(word, one.message, f"{file}:{line}:{column}")
