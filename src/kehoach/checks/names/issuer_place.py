"""Tên tỉnh, huyện, xã sai ở tên cơ quan ban hành.

Vì sao:
    Sai một dấu, một chữ cái là thành cơ quan của nơi khác. Xét tên cơ quan ban hành kế hoạch và các
    văn bản được dẫn; tên huyện, xã chỉ bị báo khi gần giống nơi ban hành của chính kế hoạch.

Sai:
    issuer: Ủy ban nhân dân tỉnh Bắc Nnh
    place: Bắc Ninh

Đúng:
    issuer: Ủy ban nhân dân tỉnh Bắc Ninh
    place: Bắc Ninh

Căn cứ:
    Nghị quyết 202/2025/QH15; Quyết định 19/2025/QĐ-TTg: tên và mã các đơn vị hành chính.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.checks.names.sightings import misspelt, nearly, of_issuer, of_issuers
from kehoach.diagnostics import Severity
from kehoach.language.place_names import PlaceName
from kehoach.registers.likeness import one_slip_apart
from kehoach.registers.territory import look_up, province_id
from kehoach.registers.validity import ALWAYS
from kehoach.source import Route

SEVERITY: Severity = "warning"
FORMERLY = "place-unknown"


def check(case: Case) -> Iterator[Finding]:
    """Provinces that no register has, then districts and communes nearly the plan's own."""
    for path, name in of_issuers(case):
        if name.unit != "tỉnh":
            yield from _beside_own(case, path, name)
        elif not province_id(name.unit, name.name, ALWAYS):
            yield from misspelt(case, path, name, "", ALWAYS)


def _beside_own(case: Case, path: Route, name: PlaceName) -> Iterator[Finding]:
    """A district or commune that is none and one slip off the plan's own."""
    own = {one.name for one in of_issuer(case) if one.unit == name.unit} | {case.plan.place}
    near = sorted(one for one in own if one_slip_apart(name.name, one))
    if near and not look_up(case.registers.places, name.unit, name.name, "", ALWAYS).known:
        yield nearly(path, f"{name.unit} {name.name}", name.name, near)
