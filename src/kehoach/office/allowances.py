"""Findings that the plan or the office knows and accepts, each with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kehoach.checks import names_of
from kehoach.diagnostics import Finding
from kehoach.plan import Allowance
from kehoach.source import Route, Value, covers, named_route, route_text


def allow(
    diagnostics: Sequence[Finding],
    allowances: Sequence[tuple[Allowance, Route | None]],
    root: Value,
    today: dt.date,
) -> list[Finding]:
    """Mark what is allowed; report allowances that have ended or meet nothing.

    Each allowance comes with its path in the plan, or None where it stands in the office file.
    """
    valid = [one for one, _ in allowances if one.until is None or one.until >= today]
    reasons = [_reason(one, valid, root) for one in diagnostics]
    marked = [
        replace(one, allowed=allowance.reason) if allowance else one
        for one, allowance in zip(diagnostics, reasons, strict=True)
    ]
    used = {id(one) for one in reasons if one}
    return marked + list(_idle(allowances, used, today))


def _reason(one: Finding, valid: Sequence[Allowance], root: Value) -> Allowance | None:
    spellings = (route_text(one.path), named_route(root, one.path))
    for allowance in valid:
        if allowance.name in names_of(one.name) and covers(allowance.path, spellings):
            return allowance
    return None


def _idle(
    allowances: Sequence[tuple[Allowance, Route | None]], used: set[int], today: dt.date
) -> Iterator[Finding]:
    for one, path in allowances:
        if one.until and one.until < today:
            message = f"lời chấp nhận '{one.name}' đã hết hạn từ {one.until:%d/%m/%Y}"
            yield Finding(
                name="expired-allowance",
                message=message,
                path=path or (),
                hint=_MEND,
                severity="warning",
            )
        elif id(one) not in used and path is not None:
            message = f"lời chấp nhận '{one.name}' không khớp với phát hiện nào"
            yield Finding(
                name="unused-allowance", message=message, path=path, hint=_MEND, severity="warning"
            )


_MEND = "Bỏ mục này khỏi allow, hoặc sửa name, path, until."
