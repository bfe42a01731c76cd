"""Một cơ quan vừa chủ trì vừa phối hợp trong cùng một việc.

Vì sao:
    Cơ quan chủ trì không phối hợp với chính mình: một trong hai chỗ ghi nhầm.

Sai:
    tasks:
      - {id: t1, text: Rà soát, lead: Sở Nội vụ, partners: [Sở Y tế, so-noi-vu]}

Đúng:
    tasks:
      - {id: t1, text: Rà soát, lead: Sở Nội vụ, partners: [Sở Y tế, Sở Tài chính]}

Căn cứ:
    Không có; đây là điều kiện để phân công không mâu thuẫn.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.language.letters import fold
from kehoach.plan import Project, Task
from kehoach.plan.walk import projects
from kehoach.registers.mentions import named
from kehoach.source import Route

SEVERITY: Severity = "warning"

_HINT = "Bỏ cơ quan chủ trì khỏi partners, hoặc sửa lead."


def check(case: Case) -> Iterator[Finding]:
    """Partners that are the lead, by id or by name."""
    works: list[tuple[Route, Project | Task]] = list(projects(case.plan))
    works += [(("tasks", index), task) for index, task in enumerate(case.plan.tasks)]
    for path, work in works:
        leading = _bodies(case, work.lead)
        for index, partner in enumerate(work.partners):
            if leading & _bodies(case, partner):
                message = f"{partner} vừa chủ trì vừa phối hợp cùng một việc"
                yield Finding(
                    path=(*path, "partners", index), message=message, hint=_HINT, needle=partner
                )


def _bodies(case: Case, text: str) -> set[str]:
    """Ids of the agencies in a text, with their place; the text itself where it is none's name."""
    if not text or "@" in text:
        return {text} - {""}
    found = named(case.registers.agencies, text)
    rest = fold(text[found[0].end :]) if len(found) == 1 else ""
    ids = {one.id + rest for mention in found for one in mention.agencies}
    return ids or {fold(text)}
