"""Cơ quan được giao việc mà không có ở nơi nhận.

Vì sao:
    Cơ quan được giao việc mà không nhận được kế hoạch thì không biết để làm. Dòng chung (Các sở,
    ban, ngành; UBND các xã, phường; Như Điều 2) được coi là có đủ; `recipient: false` ở mục trách
    nhiệm là không cần gửi riêng.

Sai:
    duties:
      - {agencies: [Sở Nội vụ], text: Theo dõi việc làm.}
      - {agencies: [Công an tỉnh], text: Bảo đảm an ninh.}
    recipients: [Sở Nội vụ]

Đúng:
    duties:
      - {agencies: [Sở Nội vụ], text: Theo dõi việc làm.}
      - {agencies: [Công an tỉnh], text: Bảo đảm an ninh.}
    recipients: [Sở Nội vụ, Công an tỉnh]

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9: nơi nhận để thực hiện.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.plan import Decision, Plan
from kehoach.registers.collectives import covered, names_some
from kehoach.registers.mentions import Mention, named
from kehoach.source import Route

SEVERITY: Severity = "warning"

_NOT_TO_NAME = re.compile("van-phong|^cac-|^to-chuc-")
"""Ids of the issuer's own office, and of all agencies at once."""


def check(case: Case) -> Iterator[Finding]:
    """Agencies with a duty that the recipients' list does not mean."""
    register = case.registers.agencies
    lines = recipient_lines(case.plan)
    if not names_some(register, lines):
        return
    for path, mention in _with_duty(case):
        if not any(covered(register, one, lines) for one in mention.agencies):
            message = f"{mention.text} được giao việc mà không có ở nơi nhận"
            hint = "Thêm vào recipients, hoặc ghi recipient: false ở mục trách nhiệm này."
            yield Finding(path=path, message=message, hint=hint, needle=mention.text)


def recipient_lines(plan: Plan) -> list[str]:
    """The recipients; where they are those of an article, the article's text with them."""
    acts: tuple[Plan | Decision, ...] = (plan, plan.decision) if plan.decision else (plan,)
    lines = [one.agency or one.text for act in acts for one in act.recipients]
    if plan.decision and any(line.startswith("Như Điều") for line in lines):
        lines += [article.text for article in plan.decision.articles]
    return lines


def _with_duty(case: Case) -> Iterator[tuple[Route, Mention]]:
    """Agencies of duties who are to receive the plan; the issuer and its office have it anyway."""
    issuer = {
        one.id
        for each in named(case.registers.agencies, case.plan.issuer.name)
        for one in each.agencies
    }
    for index, duty in enumerate(case.plan.duties):
        for place, name in enumerate(duty.agencies if duty.recipient else ()):
            for mention in named(case.registers.agencies, name):
                if not any(
                    one.id in issuer or _NOT_TO_NAME.search(one.id) for one in mention.agencies
                ):
                    yield ("duties", index, "agencies", place), mention
