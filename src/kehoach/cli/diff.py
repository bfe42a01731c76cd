"""`kehoach diff`: what changed between two versions of a plan."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli.reports.text import WORDS, told

if TYPE_CHECKING:
    from kehoach.api import Dossier
    from kehoach.comparison import Comparison
    from kehoach.review.review import Found, Review

FORMATS = ("text", "markdown", "html", "json")
_FAULT = 2


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
    help="text cho màn hình, markdown cho lời bình, html cho trình duyệt, json cho chương trình.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Tệp kết quả."
)
def diff(old: str, new: str, rev: str | None, form: str, output: Path | None) -> None:
    """So sánh hai bản của một kế hoạch, sau khi đã gộp tệp gốc, theo mã của từng mục.

    Mỗi bản là một tệp, hoặc PHIÊN_BẢN:tệp trong git; với --rev thì chỉ cần một tệp.
    Mã thoát: 0 giống nhau, 1 khác nhau, 2 không so sánh được.
    """
    from importlib import import_module

    from kehoach.comparison import compare

    today = dt.date.today()  # noqa: DTZ011
    first, second = (_opened(one, today) for one in _versions(old, new, rev))
    comparison = compare(first, second, today)
    report = import_module(f"kehoach.review.reports.{form}").report(_review(comparison))
    if output is None:
        click.echo(report, nl=False)
    else:
        from kehoach.outputs.files import write_aside

        write_aside(output, report.encode())
    sys.exit(0 if comparison.equal else 1)


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
    from kehoach.versions import open_version

    dossier = open_version(version, today)
    if dossier.layers.root is None:
        click.echo(told(dossier), err=True)
        sys.exit(_FAULT)
    return dossier


def _review(comparison: Comparison) -> Review:
    from kehoach.review.review import Review

    return Review(
        comparison.old.file,
        comparison.new.file,
        comparison.entries,
        [_found(one, comparison.new) for one in comparison.appeared],
        [_found(one, comparison.old) for one in comparison.disappeared],
    )


def _found(one: object, dossier: Dossier) -> Found:
    from kehoach.cli.reports.text import place_of
    from kehoach.diagnostics import Diagnostic
    from kehoach.review.review import Found

    assert isinstance(one, Diagnostic)
    file, line, column = place_of(one, dossier)
    word = f"{WORDS[one.severity]}{' (đã chấp nhận)' if one.allowed else ''}"
    return Found(word, one.message, f"{file}:{line}:{column}")
