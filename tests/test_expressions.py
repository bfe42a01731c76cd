"""Expressions in the plan's texts: what they may name and compute, where their mistakes stand."""

from __future__ import annotations

import time

import pytest

from conftest import ROOT
from flow import opened, shown
from kehoach.api import Dossier
from kehoach.diagnostics import Finding

MINIMAL = ROOT / "tests" / "plans" / "minimal.yaml"
HEAD = """\
year: 2026
issuer: Ủy ban nhân dân xã Quảng Khê
number: "12"
symbol: KH-UBND
place: Quảng Khê
issued_on: 2026-03-02
subject: Giảm nghèo bền vững năm {{ year }}
signer: {on_behalf: Ủy ban nhân dân, position: Chủ tịch, name: Nguyễn Văn An}
"""
OUTLINE = "outline: [Nội dung.]\n"
DATA = """\
objectives:
  general: Giảm nghèo của {{ place }}.
  targets:
    - id: ty_le
      indicator: Tỷ lệ hộ nghèo
      quantity: 2,7%
      baseline: 4,1%
      text: "{{ this.indicator }} còn {{ this.quantity }}"
figures:
  truong: 08 trường
projects:
  - id: da_1
    title: Sinh kế
    budget: {investment: "1,25 tỷ đồng", recurrent: 500 triệu đồng}
  - {id: da_2, title: Nhà ở, budget: 250 triệu đồng}
policies:
  - {id: khong_tien, title: Chưa có kinh phí}
"""


def plan(closing: str, more: str = "", outline: str = OUTLINE) -> Dossier:
    """A plan with some data and this closing sentence."""
    lines = "".join(f"  {line}\n" for line in closing.splitlines())
    return opened(f"{HEAD}{outline}{DATA}{more}closing: |\n{lines}", MINIMAL)


def only(dossier: Dossier) -> Finding:
    (one,) = dossier.diagnostics
    return one


def closing_of(dossier: Dossier) -> str:
    about_texts = [
        one for one in dossier.diagnostics if one.name in {"unknown-name", "bad-expression"}
    ]
    assert about_texts == []
    assert dossier.plan is not None
    return dossier.plan.closing


WORKED_OUT = [
    ("không có biểu thức", "không có biểu thức"),
    ("năm {{ year }}, {{ plan.place }}", "năm 2026, Quảng Khê"),
    ("ngày {{ issued_on }}", "ngày 02/3/2026"),
    ("{{ issued_on | date_long }}", "ngày 02 tháng 3 năm 2026"),
    ("{{ targets.ty_le.quantity }}", "2,7%"),
    ("{{ objectives.targets[0].baseline }}", "4,1%"),
    ("{{ figures.truong }}", "08 trường"),
    ("{{ figures.truong.quantity | words }}", "tám"),
    ("{{ projects.da_1.budget.amount }}", "1,75 tỷ đồng"),
    ("{{ projects.da_1.budget.amount | money('triệu đồng') }}", "1.750 triệu đồng"),
    ("{{ plan.total_budget }}", "2,00 tỷ đồng"),
    ("{{ year + 4 }}", "2030"),
    ("{% if year %}có năm{% else %}không{% endif %}", "có năm"),
    ("{{ projects | each('title') | join('; ') }}", "Sinh kế; Nhà ở"),
    ("{{ projects | each('budget.amount') | money_total('triệu đồng') }}", "2.000 triệu đồng"),
    ("{{ plan.objectives.targets | each('quantity.unit') | join }}", "%"),
    ("{{ policies.khong_tien.budget.amount | money | default('chưa có') }}", "chưa có"),
    (
        "{{ plan['place'] | lower }} {{ projects['da_1'].title }} {{ projects[-1].title }}",
        "quảng khê Sinh kế Nhà ở",
    ),
    ("{{ projects | length }} dự án, {{ (projects | first).title }}", "2 dự án, Sinh kế"),
    ("{{ issued_on.year - 1 }}", "2025"),
    ("{{ figures.truong.quantity.number.value * 3 / 2 }}", "12"),
    (
        "{{ policies.khong_tien.budget.amount if policies.khong_tien.budget else 'chưa có' }}",
        "chưa có",
    ),
    ("{{ subject }}", "Giảm nghèo bền vững năm 2026"),
    ("{{ objectives.general }}", "Giảm nghèo của Quảng Khê."),
    ("{{ targets.ty_le.text }}", "Tỷ lệ hộ nghèo còn 2,7%"),
    ("{# ghi chú của người soạn #}hết", "hết"),
]


@pytest.mark.parametrize(("text", "expected"), WORKED_OUT, ids=lambda one: one)
def test_worked_out(text: str, expected: str) -> None:
    assert closing_of(plan(text)) == expected


UNKNOWN = [
    ("{{ yaer }}", "yaer", "Có phải là 'year'?"),
    ("{{ targets.ti_le.quantity }}", "ti_le", "Có phải là 'ty_le'?"),
    ("{{ projects.da_9.title }}", "da_9", "Có phải là 'da_"),
    ("{{ projects.da_1.budget.amout }}", "amout", "Có phải là 'amount'?"),
    ("{{ figures.truong_hoc }}", "truong_hoc", "Có phải là 'truong'?"),
    ("{{ plan.signer.nam }}", "nam", "Có phải là 'name'?"),
    ("{{ tables.chi_tieu.rows }}", "chi_tieu", "Ở đây chưa có mục nào."),
    ("{{ this.title }}", "this", ""),
    ("{{ total_budget }}", "total_budget", ""),
    ("{{ year | mony }}", "mony", "Có phải là 'money'?"),
    ("{{ khong_co > 1 }}", "khong_co", "Có thể dùng: "),
    ("{{ khong_co() }}", "khong_co", "Có thể dùng: "),
    ("{{ -khong_co }}", "khong_co", "Có thể dùng: "),
    ("{{ 'a' ~ khong_co }}", "khong_co", "Có thể dùng: "),
    ("{% if khong_co %}a{% endif %}", "khong_co", "Có thể dùng: "),
    ("{{ projects | each('titel') | join }}", "titel", "Có phải là 'title'?"),
    ("{{ projects | each('budget.amout') | money_total }}", "amout", "Có phải là 'amount'?"),
    ("{{ projects[7].title }}", "7", "Có thể dùng: da_1, da_2."),
    ("{{ projects.get }}", "get", "Có thể dùng: da_1, da_2."),
    ("{{ plan.model_fields_set }}", "model_fields_set", "Có thể dùng: "),
    ("{{ figures.truong.copy }}", "copy", ""),
    ("{{ self }}", "self", ""),
    ("{{ loop }}", "loop", ""),
    ("{{ range(3) }}", "range", ""),
    ("{{ lipsum() }}", "lipsum", "Có thể dùng: "),
    ("{{ cycler('a') }}", "cycler", ""),
]


@pytest.mark.parametrize(("text", "name", "hint"), UNKNOWN, ids=lambda one: one)
def test_unknown_name(text: str, name: str, hint: str) -> None:
    one = only(plan(text))
    assert one.name == "unknown-name"
    assert f"'{name}'" in one.message
    assert one.hint.startswith(hint)


REFUSED = [
    ("{{ year | }}", "viết sai cú pháp"),
    ("{{ year", "viết sai cú pháp"),
    ("{% if year %}không đóng", "viết sai cú pháp"),
    ("{{ }}", "viết sai cú pháp"),
    ("{{ place | money }}", "không tính được: “Quảng Khê” không phải số tiền"),
    ("{{ figures.truong | money }}", "không phải là số"),
    ("{{ year | money(tron=1) }}", "không dùng được với giá trị này"),
    ("{{ signer.mark + 1 }}", "không dùng được với giá trị này"),
    ("{{ year / 0 }}", "chia cho không"),
    ("{{ year / 4 }}", "không in được thành chữ"),
    ("{{ period }}", "còn trống"),
    ("{{ period | money }}", "còn trống"),
    ("{{ projects }}", "cả một danh sách"),
    ("{{ projects.da_1 }}", "cả một mục"),
    ("{{ year == 2026 }}", "không in được thành chữ"),
    ("{% include 'a.txt' %}", "không"),
    ("{% import 'os' as os %}", "không"),
    ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "không"),
]


@pytest.mark.parametrize(("text", "says"), REFUSED, ids=lambda one: one)
def test_refused(text: str, says: str) -> None:
    one = only(plan(text))
    assert one.name == "bad-expression"
    assert says in one.message


ATTACKS = [
    "{{ year.__class__ }}",
    "{{ plan.__init__.__globals__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ plan.model_copy.__func__.__globals__['os'] }}",
    "{{ plan['__class__'] }}",
    "{{ (plan | attr('__class__')) }}",
    "{{ '{0.__class__.__mro__}'.format(plan) }}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "{{ plan.projects.append(1) }}",
    "{{ figures.update({'a': 1}) }}",
    "{% set plan.year = 1 %}{{ year }}",
]


@pytest.mark.parametrize("text", ATTACKS)
def test_sandbox_lets_nothing_out(text: str) -> None:
    dossier = plan(text)
    assert {one.name for one in dossier.diagnostics} <= {"bad-expression", "unknown-name"}
    assert dossier.diagnostics
    assert dossier.plan is not None
    assert dossier.plan.closing == text


ENDLESS = [
    "{% for i in range(10**9) %}x{% endfor %}",
    "{% for i in range(1000000000) %}x{% endfor %}",
    "{{ 9**9**9**9 }}",
    "{{ 'x' * 10000000000 }}",
    "{{ 10000000000 * 'x' }}",
    "{{ [1] * 10000000000 }}",
    "{{ lipsum(n=100000000) }}",
]


@pytest.mark.parametrize("text", ENDLESS)
def test_what_would_have_no_end_is_refused_at_once(text: str) -> None:
    start = time.perf_counter()
    assert only(plan(text)).name in {"bad-expression", "unknown-name"}
    assert time.perf_counter() - start < 1


# Texts that show one another


def test_a_text_shown_by_another_keeps_its_own_this() -> None:
    dossier = plan("{{ preamble }}", "preamble: Trong đó {{ targets.ty_le.text }}.\n")
    assert closing_of(dossier) == "Trong đó Tỷ lệ hộ nghèo còn 2,7%."


def test_a_long_chain_of_texts() -> None:
    texts = "".join(f"  t{i}: '{{{{ footnotes.t{i + 1} }}}}'\n" for i in range(30))
    dossier = plan("{{ footnotes.t0 }}", f"footnotes:\n{texts}  t30: cuối\n")
    assert closing_of(dossier) == "cuối"


def test_texts_that_show_one_another_in_a_circle() -> None:
    dossier = plan("A {{ preamble }}", "preamble: B {{ closing }}\n")
    assert {one.name for one in dossier.diagnostics} == {"bad-expression"}
    assert len(dossier.diagnostics) == 2
    assert all("nhắc tới chính đoạn chữ chứa nó" in one.message for one in dossier.diagnostics)


def test_this_is_the_nearest_entry_with_an_id() -> None:
    duty = "duties:\n  - {agencies: [A], text: 'Về {{ this.agencies[0] }}.'}\n"
    dossier = plan("hết", duty)
    assert dossier.plan is not None
    assert dossier.plan.duties[0].text == "Về A."


# Patterns of sections

PATTERN = """\
outline:
  - title: Các dự án
    view: projects
    only: [{only}]
    item: "- {{{{ this.title }}}}: {{{{ this.{key} }}}}."
"""


def test_a_pattern_is_filled_by_each_item() -> None:
    dossier = plan("hết", outline=PATTERN.format(only="da_1, da_2", key="budget.amount"))
    lines = shown(dossier)
    assert "- Sinh kế: 1,75 tỷ đồng." in lines
    assert "- Nhà ở: 250 triệu đồng." in lines


def test_a_pattern_that_no_item_fits_is_told_once_at_its_place() -> None:
    dossier = plan("hết", outline=PATTERN.format(only="", key="budgett"))
    one = only(dossier)
    assert one.name == "unknown-name"
    assert one.hint == "Có phải là 'budget'?"
    assert one.mark is not None
    assert dossier.layers.texts["plan.yaml"][one.mark.start :].startswith("{{ this.budgett }}")


def test_a_pattern_that_one_item_does_not_fit() -> None:
    more = PATTERN.format(only="", key="budget.investment")
    assert "còn trống" in only(plan("hết", outline=more)).message
    assert plan("hết", outline=PATTERN.format(only="da_1", key="budget.investment")).ready


# Places

PLACES = [
    ("{{ khong_co }}", 0, 0),
    ("Câu đầu.\n\nCâu hai {{ khong_co }} hết.", 2, 8),
    ("{{ year }} và {{ khong_co }}", 0, 14),
    ("{% if year %}A{% endif %} {{ khong_co }}", 0, 26),
    ("{{ year }}\n{{ year | mony }}", 1, 0),
    ("{{ year }}\n- Gạch {{ year | }} hết", 1, 7),
    ("{{ year }}\n{{\n  khong_co\n}}", 1, 0),
    ("{% if projects %}\n{{ projects.da_1.titel }}\n{% endif %}", 1, 0),
    ("{{ year }} {{ year }} {{ year.x }}", 0, 22),
    ("{{ '}}' }} {{ khong_co }}", 0, 11),
    ("{{ year }} {{ place | money }} {{ place }}", 0, 11),
]


@pytest.mark.parametrize(("text", "line", "column"), PLACES, ids=str)
def test_mistake_stands_at_its_expression(text: str, line: int, column: int) -> None:
    dossier = plan(text)
    one = only(dossier)
    first = dossier.layers.texts["plan.yaml"].splitlines().index("closing: |") + 2
    assert one.mark is not None
    assert (one.mark.line - first, one.mark.column - 3) == (line, column)


def test_every_text_with_a_mistake_is_told() -> None:
    dossier = plan("{{ mot }}", "preamble: '{{ hai }}'\nfootnotes: {a: '{{ ba }}'}\n")
    found = {one.message.split("'")[1] for one in dossier.diagnostics}
    assert found == {"mot", "hai", "ba"}


# Figures of tables

TABLE = """\
appendices:
  - id: a
    title: Kinh phí
    tables:
      - id: kp
        columns:
          - {title: TT, kind: ordinal}
          - {id: ten, title: Tên, kind: text}
          - {id: von, title: Vốn}
          - {id: so_xa, title: Số xã}
          - {id: binh_quan, title: Bình quân, formula: von / so_xa, decimals: 1}
        rows:
          - id: mien_nui
            title: Miền núi
            subtotal: true
            rows:
              - {id: da_1, cells: "{{ projects.da_1.title }} | 1.200,5 | 4"}
              - {id: da_2, cells: Nhà ở | 300 | 5}
          - Đồng bằng | 100 | -
        total: Tổng cộng
"""
FIGURES = [
    ("{{ tables.kp.total.von }}", "1.600,5"),
    ("{{ tables.kp.rows.da_1.von }} của {{ tables.kp.rows.da_1.ten }}", "1.200,5 của Sinh kế"),
    ("{{ tables.kp.rows.da_1.binh_quan | number(2) }}", "300,10"),
    ("{{ tables.kp.rows.mien_nui.von }}", "1.500,5"),
    ("{{ tables.kp.rows['Đồng bằng'].von }} {{ tables.kp.rows[1].von }}", "100 100"),
    ("{{ tables.kp.total.von - tables.kp.rows.mien_nui.von }}", "100,0"),
    ("{% if tables.kp.total.von > 1600 %}trên{% endif %}", "trên"),
    ("{{ tables.kp.total.title }}", "Tổng cộng"),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES, ids=lambda one: one)
def test_figures_of_tables_stand_in_sentences(text: str, expected: str) -> None:
    assert closing_of(plan(text, TABLE)) == expected


@pytest.mark.parametrize(
    ("text", "name", "hint"),
    [
        ("{{ tables.kp.total.vonn }}", "vonn", "Có phải là 'von'?"),
        ("{{ tables.kp.rows.da_3.von }}", "da_3", "Có phải là 'da_"),
        ("{{ tables.kp.rows[9].von }}", "9", "Có thể dùng: mien_nui, da_1, da_2, Đồng bằng."),
    ],
)
def test_unknown_figures_of_tables(text: str, name: str, hint: str) -> None:
    one = only(plan(text, TABLE))
    assert (one.name, one.hint[: len(hint)]) == ("unknown-name", hint)
    assert f"'{name}'" in one.message


def test_a_total_that_a_cell_of_its_own_table_shows_goes_in_a_circle() -> None:
    rows = TABLE.replace("Đồng bằng | 100", "Đồng bằng | {{ tables.kp.total.von }}")
    assert "nhắc tới chính đoạn chữ chứa nó" in only(plan("hết", rows)).message


def test_a_cell_may_show_another_row_of_its_table() -> None:
    rows = TABLE.replace("Đồng bằng | 100", "Đồng bằng | {{ tables.kp.rows.da_2.von }}")
    assert closing_of(plan("{{ tables.kp.total.von }}", rows)) == "1.800,5"
