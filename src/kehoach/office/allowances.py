"""Findings that the plan or the office knows and accepts, each with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kehoach.checks import names_of
from kehoach.diagnostics import Diagnostic, path_text
from kehoach.plan import Allowance
from kehoach.source import Map, Route, Seq, Value


def spelled(root: Value, path: Route) -> str:
    """A path with ids for places where the items have them: `projects.da_2.budget.total`."""
    here, text = root, ""
    for step in path:
        inside = _below(here, step)
        if isinstance(step, int) and isinstance(inside, Map) and inside.get("id"):
            text += f".{inside['id']}"
        else:
            text = path_text((text, step)) if text else str(step)
        here = inside
    return text


def _below(here: Value, step: str | int) -> Value:
    if isinstance(here, Map) and isinstance(step, str):
        return here.get(step)
    if isinstance(here, Seq) and isinstance(step, int) and step < len(here):
        return here[step]
    return None


def covers(wanted: str, spellings: Iterable[str]) -> bool:
    """Whether an allowance's path is that of the finding or of what it stands in."""
    return not wanted or any(
        one == wanted or one.startswith((f"{wanted}.", f"{wanted}[")) for one in spellings
    )


def allow(
    diagnostics: Sequence[Diagnostic],
    allowances: Sequence[tuple[Allowance, Route | None]],
    root: Value,
    today: dt.date,
) -> list[Diagnostic]:
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


def _reason(one: Diagnostic, valid: Sequence[Allowance], root: Value) -> Allowance | None:
    spellings = (path_text(one.path), spelled(root, one.path))
    for allowance in valid:
        if allowance.name in names_of(one.name) and covers(allowance.path, spellings):
            return allowance
    return None


def _idle(
    allowances: Sequence[tuple[Allowance, Route | None]], used: set[int], today: dt.date
) -> Iterator[Diagnostic]:
    for one, path in allowances:
        if one.until and one.until < today:
            message = f"lời chấp nhận '{one.name}' đã hết hạn từ {one.until:%d/%m/%Y}"
            yield Diagnostic("expired-allowance", message, path or (), _MEND, "warning")
        elif id(one) not in used and path is not None:
            message = f"lời chấp nhận '{one.name}' không khớp với phát hiện nào"
            yield Diagnostic("unused-allowance", message, path, _MEND, "warning")


_MEND = "Bỏ mục này khỏi allow, hoặc sửa name, path, until."
