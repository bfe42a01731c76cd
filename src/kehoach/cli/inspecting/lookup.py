"""`kehoach lookup`: what the registers say of an agency, a place or a document."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kehoach.cli.terminal import say
from kehoach.language.visible import as_json

if TYPE_CHECKING:
    from kehoach.inspecting.lookup import Answer

_KINDS = {"agency": "cơ quan", "place": "đơn vị hành chính", "document": "văn bản"}
_STATES = {"not-yet": "chưa có", "in-force": "đang có", "ended": "không còn"}
_DOCUMENT_STATES = {
    "not-yet": "chưa có hiệu lực",
    "in-force": "còn hiệu lực",
    "ended": "hết hiệu lực",
}
_WITHIN = {"agency": "ở", "place": "thuộc", "document": "nội dung"}


def _day(_: click.Context, __: click.Parameter, value: str | None) -> dt.date:
    """A day as plans write it; today where none is given."""
    from kehoach.formats.values import parse_day

    try:
        return parse_day(value) if value else dt.date.today()  # noqa: DTZ011 - the user's calendar
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.command(short_help="Tra cơ quan, địa danh, văn bản: còn hay không, nay là gì.")
@click.argument("text", metavar="CHỮ...", nargs=-1, required=True)
@click.option(
    "--on", "day", metavar="NGÀY", callback=_day, help="Xét vào ngày này; mặc định hôm nay."
)
@click.option(
    "--type",
    "kind",
    type=click.Choice(list(_KINDS)),
    help="Chỉ tra một sổ: cơ quan, địa danh, văn bản.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Dạng kết quả: text cho người đọc; json cho chương trình.",
)
def lookup(text: tuple[str, ...], day: dt.date, kind: Any, form: str) -> None:
    """Tra tên, tên tắt, ký hiệu, số hoặc mã trong sổ cơ quan, sổ đơn vị hành chính, sổ văn bản.

    Mã thoát: 0 tìm thấy, 1 không có (in các tên gần giống), 2 máy hoặc lệnh có vấn đề.
    """
    from kehoach.api import registers_of
    from kehoach.inspecting.lookup import look_up, nearest
    from kehoach.office import find_office

    registers, _ = registers_of(find_office(Path()).registers)
    wanted = " ".join(text)
    found = look_up(wanted, registers, day, kind)
    near = [] if found else nearest(wanted, registers, kind)
    if form == "json":
        say(_json(found, near, day))
    elif found:
        say("\n\n".join("\n".join(_lines(one, day)) for one in found))
    else:
        hint = f" Gần giống: {'; '.join(near)}." if near else ""
        say(f"Không tìm thấy '{wanted}' trong sổ.{hint}", err=True)
    sys.exit(0 if found else 1)


def _json(found: list[Answer], near: list[str], day: dt.date) -> str:
    whole = {"on": day, "found": [_fields(one) for one in found], "nearest": near}
    return as_json(whole, default=str)


def _fields(one: Answer) -> dict[str, Any]:
    from dataclasses import asdict

    made = asdict(one)
    return made | {"heirs": made.pop("successors")}  # the key that programs have read so far


def _lines(one: Answer, day: dt.date) -> Iterator[str]:
    yield f"{one.name} ({one.id}), {_KINDS[one.kind]}"
    rows = [
        ("tình trạng", _state(one, day)),
        (_WITHIN[one.kind], one.within),
        ("tên khác", ", ".join(one.aliases)),
        *_successors(one),
        ("nguồn", one.source),
        ("ghi chú", one.note),
    ]
    yield from (f"  {name:<11} {text}" for name, text in rows if text)


def _state(one: Answer, day: dt.date) -> str:
    words = _DOCUMENT_STATES if one.kind == "document" else _STATES
    first = f"từ {one.first:%d/%m/%Y}" if one.first else ""
    last = f"đến hết {one.last:%d/%m/%Y}" if one.last else ""
    days = " ".join(filter(None, (first, last)))
    open_end = one.kind == "document" and one.successors and one.state == "in-force"
    doubt = "; đã có văn bản thay, sổ chưa ghi ngày hết hiệu lực" if open_end else ""
    return f"{words[one.state]} vào ngày {day:%d/%m/%Y}{f' ({days})' if days else ''}{doubt}"


def _successors(one: Answer) -> Iterator[tuple[str, str]]:
    title = "thay bằng" if one.kind == "document" else "nay là"
    divided = any(now.task for now in one.successors)
    for index, now in enumerate(one.successors):
        task = f"{now.task or 'việc khác'}: " if divided else ""
        yield ("" if index else title), f"{task}{now.name} ({now.id})"
