"""Documents of two versions with tracked changes, and word of what could not be tracked."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.cli.faults import FAULT
from kehoach.cli.reports.text import told
from kehoach.cli.terminal import say

if TYPE_CHECKING:
    from kehoach.api import Dossier
    from kehoach.reviewing.redline import Redline, Signed


def write(
    versions: tuple[Dossier, Dossier], today: dt.date, output: Path | None, author: str, date: str
) -> None:
    """One document into the file named, or each under its own name into the folder."""
    if output is None:
        raise click.UsageError("--format docx cần -o TỆP.docx hoặc -o THƯ_MỤC")
    made = _made(versions, today, _signed(author, date))
    shared = [one for one in made if one.data]
    if output.suffix.lower() != ".docx":
        output.mkdir(parents=True, exist_ok=True)
        _put([(output / one.name, one) for one in shared])
    elif len(shared) == 1:
        _put([(output, shared[0])])
    else:
        raise click.UsageError(f"có {len(shared)} văn bản: sau -o phải là một thư mục")
    for one in made:
        for left in one.left:
            say(f"{one.name}: {left}.", err=True)


def _signed(author: str, date: str) -> Signed:
    from kehoach.reviewing.redline import Signed

    try:
        day = dt.date.fromisoformat(date) if date else None
    except ValueError as error:
        raise click.UsageError(f"--date {date}: cần năm-tháng-ngày, như 2026-07-01") from error
    return Signed(author, day)


def _made(versions: tuple[Dossier, Dossier], today: dt.date, signed: Signed) -> Sequence[Redline]:
    from kehoach.outputs.faults import TemplateError
    from kehoach.reviewing.redline import redlines
    from kehoach.word.fault import WordFileError

    for one in versions:
        if one.plan is None:
            say(told(one), err=True)
            sys.exit(FAULT)
    try:
        return redlines(*versions, today, signed)
    except TemplateError as error:
        say(f"mẫu Word có lỗi:\n{error}", err=True)
        sys.exit(FAULT)
    except WordFileError as error:  # a document beyond the limits of what is read
        say(f"không so được hai văn bản Word: {error}", err=True)
        sys.exit(FAULT)


def _put(files: Sequence[tuple[Path, Redline]]) -> None:
    from kehoach.outputs.files import write_aside

    for path, one in files:
        write_aside(path, one.data)
        say(f"Đã ghi {path.as_posix()}")
