"""`kehoach template`: look into Word templates without Word."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kehoach.cli.terminal import say

file_argument = click.argument(
    "file", metavar="TỆP.docx", type=click.Path(path_type=Path, dir_okay=False, exists=True)
)


@click.group(short_help="Kiểm tra mẫu Word, in mẫu Word thành chữ.")
def template() -> None:
    """Làm việc với mẫu Word của văn phòng."""


@template.command(short_help="Báo thẻ sai, tên không có, dữ liệu mà mẫu không in.")
@file_argument
@click.option(
    "--as",
    "stem",
    type=click.Choice(["quyet-dinh", "ke-hoach", "phu-luc", "phu-luc-ngang"]),
    help="Loại văn bản của mẫu, khi tên tệp không nói lên.",
)
def check(file: Path, stem: str | None) -> None:
    """Kiểm tra một mẫu Word: thẻ viết sai, tên và bộ lọc không có, dữ liệu mà mẫu không in."""
    from kehoach.issuing.template_review import review
    from kehoach.word.fault import WordFileError

    try:
        faults, unshown = review(file.read_bytes(), stem or file.name.split(".")[0])
    except WordFileError as error:
        raise click.UsageError(f"{file.as_posix()}: {error}") from error
    except ValueError as error:
        raise click.UsageError(f"{error}; thêm --as, như --as ke-hoach") from error
    for fault in faults:
        say(f"{file.as_posix()}: lỗi: {fault}")
    for name in unshown:
        say(f"{file.as_posix()}: cảnh báo: mẫu không in '{name}'")
    told = f"{len(faults)} lỗi, {len(unshown)} dữ liệu không được in"
    say(f"{file.name}: {told}.")
    sys.exit(1 if faults else 0)


@template.command(short_help="In một tệp Word thành chữ, để so sánh bằng git.")
@file_argument
def text(file: Path) -> None:
    """In một mẫu hoặc một tệp Word thành chữ: mỗi đoạn một dòng, kiểu đoạn đứng trước."""
    from kehoach.word.fault import WordFileError
    from kehoach.word.text import template_text

    try:
        say(template_text(file.read_bytes()), nl=False)
    except WordFileError as error:
        raise click.UsageError(f"{file.as_posix()}: {error}") from error
