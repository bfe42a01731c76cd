"""Dòng tên cơ quan đã tự chia, số và ký hiệu, họ tên người ký dài hơn chỗ của nó.

Vì sao:
    Tên cơ quan, số và ký hiệu ở nửa trái đầu trang; chức vụ và họ tên người ký ở nửa phải cuối
    trang. Dòng tự chia ở issuer.lines, issuer.parent mà vẫn dài thì Word ngắt thêm một lần nữa,
    thường ngắt giữa một tên; số, ký hiệu và họ tên bị ngắt thì khó đọc. Bề rộng theo mẫu chung.

Sai:
    issuer:
      name: Ủy ban nhân dân xã Quảng Khê
      lines: [Ủy ban nhân dân xã Quảng Khê]

Đúng:
    issuer:
      name: Ủy ban nhân dân xã Quảng Khê
      lines: [Ủy ban nhân dân, xã Quảng Khê]

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 2: tên cơ quan dài trình bày thành nhiều
    dòng.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import Field

from kehoach.checks.case import Case, Finding
from kehoach.checks.options import Options
from kehoach.diagnostics import Severity
from kehoach.plan import Plan, Signer
from kehoach.source import Route
from kehoach.word.metrics import line_width

SEVERITY: Severity = "warning"

_TWIPS_PER_MM = 1440 / 25.4
_MOST_LINES = 2  # of a position
_SMALL, _LARGE = 26, 28  # half points: 13 and 14


class LongLineOptions(Options):
    """Tùy chọn của long-line: rooms in mm of the shipped templates."""

    left: int | float = Field(
        67, gt=0, title="Nửa trái", description="Chỗ của tên cơ quan, số và ký hiệu, mm."
    )
    signer: int | float = Field(
        92, gt=0, title="Nửa phải", description="Chỗ của chức vụ và họ tên người ký, mm."
    )


OPTIONS = LongLineOptions


class _Line(NamedTuple):
    """A line of the page's frame: where it stands, how large, and what to do when it is long."""

    path: Route
    text: str
    place: str
    half_points: int = _SMALL
    bold: bool = False
    hint: str = "Viết ngắn lại."
    lines: int = 1


def check(case: Case) -> Iterator[Finding]:
    """Each line of the frame against the room it has."""
    rooms = case.options_of(LongLineOptions)
    for line in (*_head(case.plan), *_signers(case.plan)):
        width = line_width(line.text, line.half_points, bold=line.bold)
        room = getattr(rooms, line.place)
        if width > line.lines * room * _TWIPS_PER_MM:
            message = (
                f"dòng '{line.text}' rộng {round(width / _TWIPS_PER_MM)} mm,"
                f" chỗ của nó có {room} mm"
            )
            yield Finding(path=line.path, message=message, hint=line.hint)


def _head(plan: Plan) -> Iterator[_Line]:
    hint = "Chia thành nhiều dòng ở issuer.{}."
    for line in plan.issuer.parent:
        yield _Line(("issuer", "parent"), line.upper(), "left", hint=hint.format("parent"))
    for line in plan.issuer.lines:
        text = line.upper()
        yield _Line(("issuer", "lines"), text, "left", bold=True, hint=hint.format("lines"))
    yield _Line(("symbol",), f"Số: {plan.number or ' ' * 8}/{plan.symbol}", "left")


def _signers(plan: Plan) -> Iterator[_Line]:
    if plan.signer:
        yield from _signer(("signer",), plan.signer)
    if plan.decision and plan.decision.signer:
        yield from _signer(("decision", "signer"), plan.decision.signer)


def _signer(path: Route, signer: Signer) -> Iterator[_Line]:
    for line in signer.lines:
        yield _Line(path, line, "signer", _LARGE, bold=True, lines=_MOST_LINES)
    yield _Line((*path, "name"), signer.name, "signer", _LARGE, bold=True)
