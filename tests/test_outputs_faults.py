"""Faults of a template name the part, the paragraph and its text; inspection finds all at once."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from kehoach.outputs.faults import TemplateError, TemplateFault
from kehoach.outputs.inspection import inspect_template
from kehoach.outputs.template import Template
from outputs import words

MAIN = words.MAIN


def faults_of(data: bytes, context: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Kind, part, paragraph and text of what making or filling the template raises."""
    with pytest.raises(TemplateError) as raised:
        Template(data, "mẫu.docx").render(context)
    assert "mẫu.docx" in str(raised.value)
    return [dataclasses.astuple(one) for one in raised.value.faults]


@dataclasses.dataclass(frozen=True)
class Row:
    ten: str


CASES: dict[str, tuple[Callable[[], bytes], dict[str, Any], tuple[str, str, int, str, str]]] = {
    "undefined": (
        lambda: words.paragraphs("một", "hai", "ba {{ khong_co }}"),
        {},
        ("undefined", MAIN, 3, "ba {{ khong_co }}", "Không có “khong_co”"),
    ),
    "undefined after loops that docxtpl folds away": (
        lambda: words.paragraphs("{%p for x in l %}", "{{ x }}", "{%p endfor %}", "{{ y }}"),
        {"l": [1, 2, 3]},
        ("undefined", MAIN, 4, "{{ y }}", "Không có “y”"),
    ),
    "undefined in the head of a loop": (
        lambda: words.paragraphs("A", "{%p for x in y.z %}", "{{ x }}", "{%p endfor %}"),
        {"y": Row("a")},
        ("undefined", MAIN, 2, "{%p for x in y.z %}", "Không có trường “z”"),
    ),
    "field of a row": (
        lambda: words.table(
            ["TT", "Tên"],
            ["{%tr for r in rows %}", ""],
            ["{{ r.ten }}", "{{ r.tuoi }}"],
            ["{%tr endfor %}", ""],
        ),
        {"rows": [Row("a")]},
        ("undefined", MAIN, 6, "{{ r.tuoi }}", "Không có trường “tuoi”"),
    ),
    "runtime": (
        lambda: words.paragraphs("A", "{{ a / 0 }} và {{ b }}"),
        {"a": 1, "b": 2},
        ("runtime", MAIN, 2, "{{ a / 0 }} và {{ b }}", "division"),
    ),
    "runtime in split runs": (
        lambda: words.split_runs("x {", "{ a.", "b }", "}"),
        {"a": 1},
        ("undefined", MAIN, 1, "x {{ a.b }}", "Không có trường “b”"),
    ),
    "private attribute": (
        lambda: words.paragraphs("{{ a.__class__ }}"),
        {"a": Row("x")},
        ("syntax", MAIN, 1, "{{ a.__class__ }}", "Điều này không được phép"),
    ),
    "header": (
        lambda: words.with_edges("Đầu {{ nam }}", "", "thân"),
        {},
        ("undefined", "word/header1.xml", 1, "Đầu {{ nam }}", "“nam”"),
    ),
    "footnote": (
        lambda: words.with_note("thân", "Ghi {{ nam }}"),
        {},
        ("undefined", "word/footnotes.xml", 3, "Ghi {{ nam }}", "“nam”"),
    ),
    "property": (
        lambda: words.with_properties(title="KH {{ nam }}"),
        {},
        ("undefined", "docProps/core.xml", 0, "KH {{ nam }}", "“nam”"),
    ),
    "syntax": (
        lambda: words.paragraphs("A", "B", "{{ a b }}"),
        {},
        ("syntax", MAIN, 3, "{{ a b }}", "gặp “b”"),
    ),
    "syntax, nothing in the tag": (
        lambda: words.paragraphs("{{ a }}", "{{ }}", "{{ b }}"),
        {},
        ("syntax", MAIN, 2, "{{ }}", "thiếu biểu thức"),
    ),
    "block never closed": (
        lambda: words.paragraphs("A", "{%p for x in l %}", "{{ x }}", "{% if x %}{% endif %}"),
        {},
        ("syntax", MAIN, 2, "{%p for x in l %}", "“for” chưa được đóng"),
    ),
    "end without a start": (
        lambda: words.paragraphs("A", "{%p endfor %}"),
        {},
        ("syntax", MAIN, 2, "{%p endfor %}", "không có lệnh mở"),
    ),
    "unknown filter": (
        lambda: words.paragraphs("A", "{{ a|tien_te }}"),
        {},
        ("syntax", MAIN, 2, "{{ a|tien_te }}", "Không có bộ lọc “tien_te”"),
    ),
    "merged cells": (
        lambda: words.table(
            ["{%tr for x in l %}", ""], ["{% vm %}g", "{{ khong }}"], ["{%tr endfor %}", ""]
        ),
        {"l": [1]},
        ("undefined", MAIN, 4, "{{ khong }}", "“khong”"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_fault_is_located(name: str) -> None:
    make, context, (kind, part, paragraph, text, message) = CASES[name]
    [(found_kind, found_message, *found)] = faults_of(make(), context)
    assert (found_kind, *found) == (kind, part, paragraph, text)
    assert message in found_message


def test_a_filter_that_fails_is_located() -> None:
    def fail(value: object) -> str:
        raise KeyError(value)

    with pytest.raises(TemplateError) as raised:
        Template(words.paragraphs("A", "{{ 'x'|f }}"), "t", {"f": fail}).render({})
    assert raised.value.faults[0].paragraph == 2


KNOWN = {
    "plan": {"title": None, "head": {"number": None, "date": None}},
    "tasks": [{"text": None, "lead": None, "parts": [{"name": None}]}],
    "bases": [None],
    "table": {"rows": [None]},
}


def inspected(*texts: str) -> tuple[list[TemplateFault], set[str]]:
    found = inspect_template(words.paragraphs(*texts), KNOWN, {"han": str})
    return list(found.faults), set(found.shown)


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (("{{ plan.title }} {{ plan['head'].number|upper }}",), {"plan.title", "plan.head.number"}),
        (("{%p for t in tasks %}", "{{ loop.last }}{{ t.text }}", "{%p endfor %}"), {"tasks.text"}),
        (
            ("{%p for t in tasks %}", "{%p for p in t.parts %}", "{{ p.name }}", "{%p endfor %}",
             "{%p endfor %}"),
            {"tasks.parts.name"},
        ),
        (("{{ tasks[0].lead }}{{ (tasks|first).text }}",), {"tasks.lead", "tasks.text"}),
        (("{{ bases|join(', ') }}",), {"bases"}),
        (("{{ tasks|each('text')|join }}{{ tasks|each('parts.name')|join }}",),
         {"tasks.text", "tasks.parts.name"}),
        (("{% if plan.title is defined and not khac is defined %}x{% endif %}",), {"plan.title"}),
        (("{{ plan.title if plan.head.number else plan.head.date }}",),
         {"plan.title", "plan.head.number", "plan.head.date"}),
        (("{{p table|table(9000) }}",), {"table"}),
        (("{{ plan.title|han }}{{ bases[-1] or plan.title }}",), {"plan.title", "bases"}),
    ],
)  # fmt: skip
def test_inspection_finds_what_is_shown(texts: tuple[str, ...], shown: set[str]) -> None:
    assert inspected(*texts) == ([], shown)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (
            ("a", "{{ plna.title }}"),
            [(2, "Không có “plna” trong dữ liệu của mẫu; có phải “plan”?")],
        ),
        (("{{ plan.titel }}",), [(1, "Không có trường “titel” trong “plan”; có phải “title”?")]),
        (
            ("{%p for t in tasks %}", "{{ t.tex }}", "{%p endfor %}", "{{ t }}"),
            [
                (2, "Không có trường “tex” trong “tasks”; có phải “text”?"),
                (4, "Không có “t” trong dữ liệu của mẫu."),
            ],
        ),
        (("{{ plan.title|hna }}",), [(1, "Không có bộ lọc “hna”; có phải “han”?")]),
        (("{{ 1 is la_lung }}",), [(1, "Không có phép thử “la_lung”.")]),
        (("{{ tasks|each('ten')|join }}",), [(1, "Không có trường “ten” trong “tasks”")]),
        (("{{ plan.title.nam }}",), [(1, "Không có trường “nam” trong “plan.title”.")]),
    ],
)
def test_inspection_finds_unknown_names(
    texts: tuple[str, ...], found: list[tuple[int, str]]
) -> None:
    faults, _ = inspected(*texts)
    assert [one.paragraph for one in faults] == [paragraph for paragraph, _ in found]
    for fault, (_, message) in zip(faults, found, strict=True):
        assert fault.message.startswith(message)


def test_inspection_finds_every_broken_tag_at_once() -> None:
    faults, shown = inspected(
        "{{ plan. }}",
        "{%p for t in %}",
        "{{ plan.title }}",
        "{%p endfor %}",
        "{%p if %}",
        "{{ a b }}",
        "{%p endif %}",
        "{%p tron %}",
        "{{ plan.head.date }}",
        "{%p if plan %}",
    )
    assert [one.paragraph for one in faults] == [1, 2, 5, 6, 8, 10]
    assert {one.kind for one in faults} == {"syntax"}
    assert shown == {"plan.title", "plan.head.date"}


def test_inspection_of_a_header() -> None:
    found = inspect_template(words.with_edges("{{ x }}", "{{ plan.title }}", "a"), KNOWN, {})
    assert [(one.part, one.text) for one in found.faults] == [("word/header1.xml", "{{ x }}")]
    assert found.shown == {"plan.title"}
