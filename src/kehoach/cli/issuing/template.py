"""`kehoach template`: look into Word templates without Word."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kehoach.cli.terminal import say

file_argument = click.argument(
    "file", metavar="TỆP.docx", type=click.Path(path_type=Path, dir_okay=False, exists=True)
)


_NO_STYLE = "nên bảng, chú thích in theo kiểu thường; chép kiểu này từ mẫu có sẵn"


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
        found = review(file.read_bytes(), stem or file.name.split(".")[0])
    except WordFileError as error:
        raise click.UsageError(f"{file.as_posix()}: {error}") from error
    except ValueError as error:
        raise click.UsageError(f"{error}; thêm --as, như --as ke-hoach") from error
    for fault in found.faults:
        say(f"{file.as_posix()}: lỗi: {fault}")
    for name in found.unshown:
        say(f"{file.as_posix()}: cảnh báo: mẫu không in '{name}'")
    for style in found.styles:
        say(f"{file.as_posix()}: cảnh báo: mẫu không có kiểu chữ (style) '{style}', {_NO_STYLE}")
    told = f"{len(found.faults)} lỗi, {len(found.unshown)} dữ liệu không được in"
    missing = f", thiếu {len(found.styles)} kiểu chữ" if found.styles else ""
    say(f"{file.name}: {told}{missing}.")
    sys.exit(1 if found.faults else 0)


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
