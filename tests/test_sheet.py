"""Tables worked out: cases are tests/sheet/cases.yaml, laws are for any figures."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT
from kehoach.formats.values import Number
from kehoach.plan import Sheet, work_out
from kehoach.plan.cells import cell_spans, cells_of
from kehoach.plan.formula import evaluate, names, parse_formula
from kehoach.plan.rows import Row
from kehoach.plan.tables import Table

CASES = yaml.safe_load((ROOT / "tests" / "sheet" / "cases.yaml").read_text(encoding="utf-8"))


def sheet(columns: list[Any], rows: list[Any], total: Any = None) -> Sheet:
    data = {"id": "b", "columns": columns, "rows": rows} | ({"total": total} if total else {})
    return work_out(Table.model_validate(data))


def lines(worked: Sheet) -> list[str]:
    return [
        f"{line.number}: {' | '.join(cell.text for cell in line.cells)}" for line in worked.lines
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda one: one["case"])
def test_case(case: dict[str, Any]) -> None:
    assert lines(sheet(case["columns"], case["rows"], case.get("total"))) == case["shows"]


def test_lines_know_their_cells_by_column() -> None:
    worked = sheet(
        [{"id": "t", "title": "T", "kind": "text"}, {"id": "a", "title": "A"}], ["x | 5"]
    )
    (line,) = worked.of_kind("row")
    assert line.by_id(worked.columns) == {"t": None, "a": Decimal(5)}


@pytest.mark.parametrize(
    ("row", "surplus"), [("x", 0), ("x | 1", 0), ("x | 1 | 2", 1), ("x | 1 | | ", 2)]
)
def test_cells_without_a_column_are_counted(row: str, surplus: int) -> None:
    worked = sheet([{"title": "T", "kind": "text"}, {"title": "A"}], [row])
    assert worked.lines[0].written.surplus == surplus


FIGURES = st.decimals(-(10**12), 10**12, places=3, allow_nan=False)


@given(st.lists(FIGURES, min_size=1, max_size=20))
def test_an_empty_total_is_the_exact_sum(figures: list[Decimal]) -> None:
    rows = [f"x | {Number.of(one).text}" for one in figures]
    worked = sheet([{"title": "T", "kind": "text"}, {"title": "A"}], rows, "Cộng")
    assert worked.lines[-1].cells[1].value == sum(figures)


@given(st.lists(st.lists(FIGURES, min_size=1, max_size=4), min_size=1, max_size=4))
def test_subtotals_add_up_to_the_total(groups: list[list[Decimal]]) -> None:
    rows = [
        {"title": "Nhóm", "subtotal": True, "rows": [f"x | {Number.of(one).text}" for one in group]}
        for group in groups
    ]
    worked = sheet([{"title": "T", "kind": "text"}, {"title": "A"}], rows, "Cộng")
    subtotals = [line.cells[1].value or Decimal(0) for line in worked.of_kind("subtotal")]
    assert sum(subtotals) == worked.lines[-1].cells[1].value


@given(FIGURES, FIGURES)
def test_a_computed_cell_passes_its_own_check(one: Decimal, other: Decimal) -> None:
    columns = [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}]
    formula = {"id": "c", "title": "C", "formula": "(a - b) / a * 100", "decimals": 2}
    row = f"{Number.of(one).text} | {Number.of(other).text}"
    shown = sheet([*columns, formula], [row]).lines[0].cells[2]
    again = sheet([*columns, formula], [f"{row} | {shown.text}"]).lines[0].cells[2]
    assert again.value == shown.value


# Formulas

ROW = {"a": Decimal("1.5"), "b": Decimal(8), "trong": None}


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("a", "1.5"),
        ("a + b * 2", "17.5"),
        ("(a + b) * 2", "19"),
        ("-a", "-1.5"),
        ("- (b - a)", "-6.5"),
        ("a / b", "0.1875"),
        ("b * 0.1", "0.8"),
        ("12345678901234567890.12345 + b", "12345678901234567898.12345"),
        ("a / 0", None),
        ("b / (a - 1.5)", None),
        ("a + trong", "1.5"),
        ("trong - a", "-1.5"),
        ("a * trong", None),
        ("a * trong + b", None),
        ("a / trong - b", None),
        ("100 - trong", None),
        ("-trong", None),
        ("a + khong_co", None),
    ],
)
def test_formula_gives(formula: str, value: str | None) -> None:
    found = evaluate(parse_formula(formula), ROW)
    assert found == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    "formula",
    [
        *("", "a +", "a b", "1,5 * a", "a = b", "a == b", "a ** b", "a // b", "a % b", "+a"),
        *("f(a)", "a.b", "a[0]", "'a'", "1e9", "1e999", "0x10", "1_000", "1j", "True", "None"),
        *("a if b else 1", "lambda: a", "[a]", "(a, b)", "a\nb", "__import__('os')", "a := 1"),
        "(" * 300 + "a" + ")" * 300,
        "-" * 100_000 + "a",
        "a" + " + a" * 1000,
    ],
)
def test_formula_refuses(formula: str) -> None:
    with pytest.raises(ValueError, match=r"^công thức '"):
        parse_formula(formula)


@given(st.text("ab1.,+-*/() \t_[]'%=<>!&|:\\đ", max_size=30))
def test_any_formula_is_read_or_refused(text: str) -> None:
    said = ""
    try:
        tree = parse_formula(text)
    except ValueError as error:
        said = str(error)
    if said:
        assert said.startswith("công thức '")
    else:
        found = evaluate(tree, dict.fromkeys(names(tree), Decimal(2)))
        assert found is None or isinstance(found, Decimal)


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("Xã A | 1 | 2", ["Xã A", "1", "2"]),
        ("Xã A | {{ figures.a | number }} | 2", ["Xã A", "{{ figures.a | number }}", "2"]),
        ("{{ a | b }}|{{ c }}", ["{{ a | b }}", "{{ c }}"]),
        ("{% if a | b %}x{% endif %} | 2", ["{% if a | b %}x{% endif %}", "2"]),
        ("Xã {A | 1", ["Xã {A", "1"]),
        ("|", ["", ""]),
        ("", [""]),
    ],
)
def test_a_bar_within_an_expression_ends_no_cell(row: str, cells: list[str]) -> None:
    assert cells_of(row) == cells
    assert [row[start:end].strip() for start, end in cell_spans(row)] == cells
    assert list(Row(cells=row).values) == (cells if row else [])
