"""Findings that the plan or the office knows and accepts, each with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from operator import itemgetter

from kehoach.checks import names_of
from kehoach.diagnostics import Finding
from kehoach.plan import Allowance
from kehoach.source import Route, Value, covering, named_route, route_text


def allow(
    diagnostics: Sequence[Finding],
    allowances: Sequence[tuple[Allowance, Route | None]],
    root: Value,
    today: dt.date,
) -> list[Finding]:
    """Mark what is allowed; report allowances that have ended or meet nothing.

    Each allowance comes with its path in the plan, or None where it stands in the office file.
    """
    valid: dict[tuple[str, str], tuple[int, Allowance]] = {}
    for place, (one, _) in enumerate(allowances):
        if one.until is None or one.until >= today:
            valid.setdefault((one.name, one.path), (place, one))
    reasons = [_reason(one, valid, root) if valid else None for one in diagnostics]
    marked = [
        replace(one, allowed=allowance.reason) if allowance else one
        for one, allowance in zip(diagnostics, reasons, strict=True)
    ]
    used = {id(one) for one in reasons if one}
    return marked + list(_idle(allowances, used, today))


def _reason(
    one: Finding, valid: Mapping[tuple[str, str], tuple[int, Allowance]], root: Value
) -> Allowance | None:
    """The first allowance that covers a finding."""
    spellings = (route_text(one.path), named_route(root, one.path))
    asked = product(names_of(one.name), covering(spellings))
    found = [valid[key] for key in asked if key in valid]
    return min(found, key=itemgetter(0))[1] if found else None


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
