"""`kehoach checks`: which checks there are, why each is there, how an office sets it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kehoach.checks import Rule
    from kehoach.office import Office

_WIDTH = 24


@click.command(short_help="Liệt kê các kiểm tra; giải thích một kiểm tra, cách tắt, cách đổi.")
@click.argument("name", metavar="[TÊN]", default="")
def checks(name: str) -> None:
    """Liệt kê các kiểm tra theo nhóm: tên, mức ở văn phòng này, báo khi nào, tùy chọn.

    Nêu TÊN thì in lý do, ví dụ sai, ví dụ đúng, căn cứ, và những dòng để chép vào kehoach.toml.

    Mã thoát: 0 có kiểm tra ấy, 1 không có, 2 máy hoặc lệnh có vấn đề.
    """
    from kehoach.checks import CHECKS
    from kehoach.office import find_office

    office = find_office(Path())
    if not name:
        click.echo("\n".join(_list(office)))
    elif name in CHECKS:
        click.echo("\n".join(_page(CHECKS[name], office)))
    else:
        click.echo(f"không có kiểm tra '{name}'{_nearest(name)}", err=True)
        sys.exit(1)


def _nearest(name: str) -> str:
    from difflib import get_close_matches

    from kehoach.checks import CHECKS

    near = get_close_matches(name, CHECKS, n=1)
    return f"; có phải là '{near[0]}'?" if near else "; lệnh kehoach checks liệt kê các kiểm tra."


def _list(office: Office) -> Iterator[str]:
    from kehoach.checks import CHECKS
    from kehoach.checks.families import by_family

    for family, names in by_family(CHECKS).items():
        yield f"{family.title} ({len(names)})"
        yield from (_line(CHECKS[name], office) for name in names)
        yield ""
    yield "Xem một kiểm tra và cách đặt trong kehoach.toml: kehoach checks TÊN"


def _line(rule: Rule, office: Office) -> str:
    options = ", ".join(rule.options.model_fields)
    told = f" Tùy chọn: {options}." if options else ""
    return f"  {rule.name:<{_WIDTH}} {_state(rule, office):<9} {rule.summary}{told}"


def _state(rule: Rule, office: Office) -> str:
    """The severity as the office has it; a check that does not run is off."""
    from kehoach.cli.reports.text import WORDS

    usual = rule.severity if rule.on else "off"
    set_here = (office.severities[one] for one in rule.names if one in office.severities)
    severity = next(set_here, usual)
    return WORDS.get(severity, "tắt")


def _page(rule: Rule, office: Office) -> Iterator[str]:
    from kehoach.checks.examples import parts

    found = parts(rule.page)
    yield f"{rule.name}: {_state(rule, office)}"
    yield found.pop("")
    for head, text in found.items():
        yield f"\n{head}:"
        yield from (f"    {line}".rstrip() for line in text.splitlines())
    yield from _options(rule)
    yield "\nĐặt trong kehoach.toml (chép những dòng cần, sửa giá trị):\n"
    yield from _lines_to_copy(rule)


def _options(rule: Rule) -> Iterator[str]:
    from kehoach.checks.options import kind_text

    if rule.options.model_fields:
        yield "\nTùy chọn:"
    for name, field in rule.options.model_fields.items():
        yield f"    {name} ({kind_text(field)}): {field.title}. {field.description}"


def _lines_to_copy(rule: Rule) -> Iterator[str]:
    """A table of the office file that is right as it stands: it switches the check off or on."""
    from kehoach.checks.options import usual

    severity = "off" if rule.on else rule.severity
    fields = rule.options.model_fields.items()
    options = ", ".join(f"{name} = {usual(field)}" for name, field in fields)
    yield "[[check]]"
    yield f"name = '{rule.name}'"
    yield f"severity = '{severity}'  # error, warning, info; off: tắt; bỏ dòng này: giữ nguyên mức"
    if options:
        yield f"options = {{ {options} }}"
