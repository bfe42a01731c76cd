"""Tổng kinh phí của cả kế hoạch khác tổng các dự án, nhiệm vụ.

Vì sao:
    Kế hoạch nêu một tổng cho cả chương trình và nêu kinh phí của từng dự án, nhiệm vụ; cộng lại
    phải ra tổng đó. Tổng nhỏ hơn các phần thì luôn sai; tổng lớn hơn chỉ bị báo khi phần nào cũng
    có số. Dự án có tổng ghi sai thì lấy các nguồn của nó. Câu nói về năm khác không bị so.

Sai:
    year: 2027
    projects:
      - {id: da_1, title: Nhà ở, budget: {total: 600 triệu đồng}}
      - {id: da_2, title: Sinh kế, budget: {total: 450 triệu đồng}}
    outline:
      - title: Kinh phí
        text: Tổng kinh phí thực hiện Kế hoạch năm 2027 là 1.500 triệu đồng.

Đúng:
    year: 2027
    projects:
      - {id: da_1, title: Nhà ở, budget: {total: 600 triệu đồng}}
      - {id: da_2, title: Sinh kế, budget: {total: 450 triệu đồng}}
    outline:
      - title: Kinh phí
        text: Tổng kinh phí thực hiện Kế hoạch năm 2027 là 1.050 triệu đồng.

Căn cứ:
    Luật Ngân sách nhà nước: dự toán phải cân đối giữa tổng số và chi tiết.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.formats.values import Money
from kehoach.language.sentences import sentences
from kehoach.language.skeleton import Skeleton, skeleton
from kehoach.plan import SOURCES, Budget, Plan, Project
from kehoach.plan.budget import total_of
from kehoach.plan.time import years_of
from kehoach.source import Route

SEVERITY: Severity = "warning"

_ON = r"(?:(?!dự án \d|tiểu dự án|[.;⟦]).)"
_WHOLE = re.compile(
    r"\b[Tt]ổng (?:số )?(?:kinh phí|nguồn vốn|vốn|nguồn lực|nhu cầu (?:kinh phí|vốn)|dự toán)"
    rf"{_ON}{{0,80}}?(?:[Cc]hương trình|[Kk]ế hoạch|các dự án|các nhiệm vụ){_ON}{{0,60}}⟦0⟧"
)
_OF_ONE_SOURCE = re.compile(
    r"(?:từ|do|thuộc|nguồn|vốn|bằng|hỗ trợ) (?:nguồn )?(?:vốn )?"
    r"(?:ngân sách (?!nhà nước)|NSTW|NSĐP|xã hội hóa|xã hội hoá|đầu tư|sự nghiệp|tín dụng|huy động)"
)
"""A total of one source or kind is no total of the plan."""
_YEAR = re.compile(r"\b(20\d\d)\b")
_KINDS = {"projects": "các dự án", "tasks": "các nhiệm vụ", "policies": "các chính sách"}


class _Stated(NamedTuple):
    path: Route
    money: Money


class _Sum(NamedTuple):
    label: str
    money: Money
    every: bool


def check(case: Case) -> Iterator[Finding]:
    """Each stated total of the plan against the sums that it may mean."""
    every = list(_sums(case.plan, ()))
    for stated in _stated(case):
        inside = stated.path[0] == "policies"
        sums = list(_sums(case.plan, stated.path)) if inside else every
        if sums and not any(_same(stated.money, one) for one in _together(sums)):
            yield from _against(stated, sums[0], case.plan)


def _against(stated: _Stated, total: _Sum, plan: Plan) -> Iterator[Finding]:
    if stated.money.dong > total.money.dong and not total.every:
        return
    unit = stated.money.unit
    off = Money.of(abs(stated.money.dong - total.money.dong)).to(unit)
    yield Finding(
        path=stated.path,
        message=f"tổng kinh phí nêu {stated.money.text}, {total.label} cộng lại là"
        f" {total.money.to(unit).text} (lệch {off.text})",
        hint=f"Sửa tổng hoặc phần bị sai.{_by_source(plan, unit)}",
        needle=stated.money.text,
    )


def _stated(case: Case) -> Iterator[_Stated]:
    """Totals in policies of their own, then in sentences."""
    own = []
    for index, policy in enumerate(case.plan.policies):
        whole = _WHOLE.search(skeleton(policy.text).words)
        if whole and policy.budget and policy.budget.total:
            own.append(index)
            yield _Stated(("policies", index, "budget", "total"), policy.budget.total)
    for path, text in case.prose:
        if path[0] == "results" or (path[0] == "policies" and path[1] in own):
            continue
        for sentence in case.memory.once(sentences, text):
            yield from _told(case.plan, path, case.memory.once(skeleton, sentence.text))


def _told(plan: Plan, path: Route, found: Skeleton) -> Iterator[_Stated]:
    whole = _WHOLE.search(found.words)
    if (
        whole is None
        or _OF_ONE_SOURCE.search(whole[0])
        or not found.figures[0].plain
        or found.figures[0].kind != "money"
    ):
        return
    years = {int(one) for one in _YEAR.findall(whole[0])}
    if years <= _years(plan) and (money := _money(found.figures[0].text)):
        yield _Stated(path, money)


def _years(plan: Plan) -> set[int]:
    return {plan.year} if plan.year else set(years_of(plan) or ())


def _money(text: str) -> Money | None:
    try:
        return Money.parse(" ".join(text.split()))
    except ValueError:
        return None


def _sums(plan: Plan, stated: Route) -> Iterator[_Sum]:
    """The sums of projects, tasks and policies, the policy that states the total left out."""
    policies = [one for i, one in enumerate(plan.policies) if ("policies", i) != stated[:2]]
    amounts = {
        "projects": [_of_project(one) for one in plan.projects],
        "tasks": [_right(one.budget) for one in plan.tasks],
        "policies": [_right(one.budget) for one in policies],
    }
    for key, parts in amounts.items():
        total = total_of(parts)
        if total:
            yield _Sum(_KINDS[key], total, all(parts))


def _of_project(project: Project) -> Money | None:
    if project.budget:
        return _right(project.budget)
    return total_of(_of_project(one) for one in project.subprojects)


def _right(budget: Budget | None) -> Money | None:
    """The amount of a budget; its parts where they contradict the total that is stated."""
    return (budget.computed or budget.total) if budget else None


def _together(sums: Iterable[_Sum]) -> Iterator[Money]:
    """Every sum, and every sum of sums: a total may mean projects and policies both."""
    found = [one.money for one in sums]
    for count in range(1, len(found) + 1):
        for some in combinations(found, count):
            yield Money.total(some)


def _same(stated: Money, total: Money) -> bool:
    return total.to(stated.unit).rounded(stated.number.decimals).dong == stated.dong


def _by_source(plan: Plan, unit: str) -> str:
    """What the projects add up to by source, to find the part that is wrong."""
    budgets = [one.budget for project in plan.projects for one in (project, *project.subprojects)]
    told = []
    for name, label in SOURCES.items():
        total = total_of(one.sources.get(name) for one in budgets if one)
        told += [f"{label} {total.to(unit).text}"] if total else []
    return f" Các dự án theo nguồn: {', '.join(told)}." if told else ""
