"""Một phần của kế hoạch không có gì bên trong.

Vì sao:
    Mục chỉ có tiêu đề, mục lấy từ dữ liệu mà dữ liệu trống, phụ lục không có bảng hay đoạn văn nào
    in ra thành chỗ trống: hoặc quên viết, hoặc thừa. Văn phòng có thể nêu những phần mà kế hoạch
    nào cũng phải có (tùy chọn parts).

Sai:
    outline:
      - title: Mục tiêu
        text: Giảm tỷ lệ hộ nghèo.
      - title: Giải pháp

Đúng:
    outline:
      - title: Mục tiêu
        text: Giảm tỷ lệ hộ nghèo.
      - title: Giải pháp
        text: Tổ chức dạy nghề.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6: phần, mục có tiêu đề thì có nội dung.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from kehoach.checks.case import Case, Finding
from kehoach.checks.options import Options
from kehoach.diagnostics import Severity
from kehoach.plan import Plan, Section
from kehoach.plan.outline import VIEWS
from kehoach.plan.walk import sections, shown_items
from kehoach.source import Route

SEVERITY: Severity = "warning"

_NAMES = dict(
    zip(VIEWS, ("chỉ tiêu", "chính sách", "dự án", "kết quả", "nhiệm vụ", "nhiệm vụ"), strict=True)
)


class EmptyPartOptions(Options):
    """Tùy chọn của empty-part."""

    parts: list[str] = Field(
        default_factory=list,
        title="Các phần phải có",
        description="Tiêu đề các mục mà kế hoạch nào cũng phải có.",
    )


OPTIONS = EmptyPartOptions


def check(case: Case) -> Iterator[Finding]:
    """Sections, articles and appendices without content; parts that the office wants and misses."""
    for path, section in sections(case.plan):
        yield from _section(case.plan, path, section)
    yield from _articles(case.plan)
    yield from _appendices(case.plan)
    yield from _missing(case)


def _section(plan: Plan, path: Route, section: Section) -> Iterator[Finding]:
    if section.text or section.sections or section.ending:
        return
    if not section.view:
        message = f"mục '{section.title}' không có nội dung"
        yield Finding(
            path=path, message=message, hint="Viết nội dung (text, view, sections) hoặc bỏ mục."
        )
    elif not section.only and not shown_items(plan, section):
        message = (
            f"mục '{section.title}' in {section.view}, mà kế hoạch không có {section.view} nào"
        )
        hint = f"Nhập dữ liệu {_NAMES[section.view]} ở khóa {section.view}, hoặc bỏ mục."
        yield Finding(path=(*path, "view"), message=message, hint=hint)


def _articles(plan: Plan) -> Iterator[Finding]:
    articles = plan.decision.articles if plan.decision else ()
    for index, article in enumerate(articles):
        if not (article.text or article.sections):
            path = ("decision", "articles", index)
            yield Finding(
                path=path,
                message=f"Điều {index + 1} không có nội dung",
                hint="Viết nội dung hoặc bỏ điều.",
            )


def _appendices(plan: Plan) -> Iterator[Finding]:
    for index, one in enumerate(plan.appendices):
        if not (one.text or one.tables or (one.tasks and plan.tasks)):
            hint = "Thêm bảng (tables), đoạn văn (text), nhiệm vụ (tasks), hoặc bỏ phụ lục."
            yield Finding(
                path=("appendices", index),
                message=f"phụ lục '{one.title}' không có nội dung",
                hint=hint,
            )


def _missing(case: Case) -> Iterator[Finding]:
    titles = [section.title.casefold() for _, section in sections(case.plan)]
    for part in case.options_of(EmptyPartOptions).parts:
        if not any(part.casefold() in title for title in titles):
            message = f"không có mục nào tên '{part}', phần mà văn phòng yêu cầu"
            yield Finding(path=("outline",), message=message, hint=f"Thêm mục '{part}'.")
