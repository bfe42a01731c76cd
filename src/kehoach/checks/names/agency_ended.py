"""Cơ quan không còn (hoặc chưa có) vào ngày của kế hoạch.

Vì sao:
    Giao việc, gửi văn bản cho một cơ quan đã giải thể hoặc đã đổi tên thì không ai thực hiện. Các
    sở đổi từ 01/3/2025, cấp huyện không còn từ 01/7/2025. Nơi sổ cơ quan chưa chắc ngày cuối, kiểm
    tra chờ thêm bốn tháng.

Sai:
    duties:
      - {agencies: [Sở Kế hoạch và Đầu tư], text: Cân đối nguồn vốn.}
    recipients: [Các sở của tỉnh]

Đúng:
    duties:
      - {agencies: [Sở Tài chính], text: Cân đối nguồn vốn.}
    recipients: [Các sở của tỉnh]

Căn cứ:
    Nghị quyết 202/2025/QH15; Luật Tổ chức chính quyền địa phương 72/2025/QH15; NĐ 150/2025/NĐ-CP.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.plan import Decision, Plan, Project, Task, time
from kehoach.plan.walk import projects
from kehoach.registers.mentions import Mention, named
from kehoach.registers.successors import holders
from kehoach.registers.validity import Validity
from kehoach.source import Route

SEVERITY: Severity = "error"


def check(case: Case) -> Iterator[Finding]:
    """Agencies in the fields that hold agencies."""
    days = days_of(case)
    for path, text, about in _fields(case.plan):
        for mention in named(case.registers.agencies, text):
            yield from ended(case, days, path, mention, f"{about} {case.plan.subject}")


def days_of(case: Case) -> Validity:
    """The days on one of which the plan was issued, as far as it tells."""
    return Validity(*time.days_of(case.plan, case.today))


def ended(
    case: Case, days: Validity, path: Route, mention: Mention, about: str
) -> Iterator[Finding]:
    """The finding of an agency that was not there on the plan's day, with who has its tasks."""
    assert days.start
    assert days.end
    if mention.has_ended(days):
        last = max(one.validity.end for one in mention.agencies if one.validity.end)
        now = holders(case.registers.agencies, mention.agencies[-1], days.start, about)
        hint = f"Từ sau ngày đó: {'; '.join(now)}." if now else "Sửa tên cơ quan."
        message = f"{mention.text} chỉ có đến ngày {last:%d/%m/%Y}, kế hoạch ngày {_on(days)}"
        yield Finding(path=path, message=message, hint=hint, needle=mention.text)
    elif mention.has_yet_to_begin(days):
        first = min(one.validity.start for one in mention.agencies if one.validity.start)
        message = f"{mention.text} chỉ có từ ngày {first:%d/%m/%Y}, kế hoạch ngày {_on(days)}"
        yield Finding(
            path=path,
            message=message,
            hint="Ghi tên cơ quan vào thời điểm đó.",
            needle=mention.text,
        )


def _on(days: Validity) -> str:
    assert days.start
    assert days.end
    if days.start == days.end:
        return f"{days.start:%d/%m/%Y}"
    return f"trong năm {days.end.year}"


def _fields(plan: Plan) -> Iterator[tuple[Route, str, str]]:
    """Route, text, and what the text is about."""
    yield ("issuer", "name"), plan.issuer.name, ""
    for index, duty in enumerate(plan.duties):
        for place, name in enumerate(duty.agencies):
            yield ("duties", index, "agencies", place), name, duty.text
    for path, project in projects(plan):
        yield from _shared(path, project, project.title)
    for index, task in enumerate(plan.tasks):
        yield from _shared(("tasks", index), task, task.text)
    yield from _act((), plan)
    if plan.decision:
        yield from _act(("decision",), plan.decision)


def _shared(path: Route, work: Project | Task, about: str) -> Iterator[tuple[Route, str, str]]:
    others = " ".join((work.lead, *work.partners))
    yield (*path, "lead"), work.lead, f"{about} {others}"
    for index, name in enumerate(work.partners):
        yield (*path, "partners", index), name, f"{about} {others}"


def _act(path: Route, act: Plan | Decision) -> Iterator[tuple[Route, str, str]]:
    others = " ".join(one.text for one in act.recipients)
    for index, one in enumerate(act.recipients):
        yield (*path, "recipients", index, "text"), one.text, others
        if one.agency:
            yield (*path, "recipients", index, "agency"), one.agency, others
    if act.proposal:
        yield (*path, "proposal", "by"), act.proposal.by, ""
    if act.signer:
        yield (*path, "signer", "on_behalf"), act.signer.on_behalf, ""
        yield (*path, "signer", "position"), act.signer.position, ""
