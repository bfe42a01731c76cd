"""Plans made to hurt: each is a small thing repeated n times, in one text or in one list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

HEAD = """\
issuer: Ủy ban nhân dân xã Quảng Khê
symbol: KH-UBND
place: Quảng Khê
subject: giảm nghèo năm 2026
year: 2026
"""

_ONE_TEXT = {
    "words": "thôn bản ",
    "words-doubled": "của của ",
    "sentences": "Giao Sở Tài chính chủ trì. ",
    "brackets-opened": "nghèo (xã ",
    "brackets-closed": "nghèo) xã ",
    "quotes-opened": "nghèo “xã ",
    "quotes-mixed": "“nghèo\" 'xã ",
    "marks-apart": "nghèo , xã ;",
    "dashes": "kinh tế- xã hội –bản ",
    "points": "nghèo. . . ",
    "counts": "1.234 hộ, 1,234 hộ; ",
    "counts-numbered": "{i}.234 hộ và 1,{i} người, ",
    "money": "{i},5 triệu đồng và {i}.500 triệu đồng, ",
    "parts": "tổng {i} hộ, trong đó 2 hộ nghèo và 3 hộ cận nghèo; ",
    "parts-one-whole": "gồm 3 triệu đồng vốn trung ương, 4 triệu đồng vốn tỉnh; ",
    "changes": "tỷ lệ hộ nghèo giảm 3% từ 11% xuống 8%, ",
    "rates": "giải ngân 3 triệu đồng trên 4 triệu đồng đạt 75%, ",
    "words-of-numbers": "hai (02) bản, ba mươi tám (38) xã, ",
    "days": "ngày 31/4/2026, tháng 13/2026, quý V/2026; ",
    "citations": "Quyết định số {i}/QĐ-UBND ngày 01/02/2025 của UBND tỉnh, ",
    "citations-alike": "Quyết định số 58/QĐ-UBND ngày 0{d}/02/2025 của UBND tỉnh, ",
    "symbols": "58/KH – UBND, 58/QD-TTg, ",
    "pointing": "theo mục I.{i}, Phụ lục IX, Điều {i}; ",
    "agencies": "Sở Lao động Thương binh Xã hội, Sở Giao thông vận tải, ",
    "places": "xã Bản Mới {i}, huyện Ba Bể, tỉnh Bắc Kạn, ",
    "abbreviations": "Chương trình A{i} (MTQG{i}), UBTĐ{i}, ",
    "capitals": "Khoản 2 điều 5 của nhà nước, ",
    "letters": "Ðề án củа xã, hoà thuỷ, ",
    "long-word": "a",
    "long-number": "1",
    "long-dots": ".",
    "long-dashes": "-",
    "emphasis": "**xã** và *thôn ",
    "expressions": "{{{{ subject }}}} và ",
    "todo": "TODO xã ",
}

_LINES = {
    "lines-lettered": "a) Rà soát hộ nghèo.",
    "lines-bracketed": "{i}) Rà soát hộ nghèo",
    "lines-dashed": "- Rà soát hộ nghèo;",
    "lines-numbered": "{i}. Rà soát hộ nghèo.",
}

_LISTS = {
    "sections": ("outline", "{{title: Phần {i}, text: Nội dung phần {i}.}}"),
    "projects": (
        "projects",
        "{{id: d{i}, title: Dự án {i}, lead: Sở Tài chính, budget: {{total: {i} triệu đồng}}}}",
    ),
    "tasks": ("tasks", "{{id: t{i}, text: Việc {i}, lead: Sở Tài chính, due: 2027-01-31}}"),
    "duties": ("duties", "{{agencies: [Sở Tài chính], text: Cân đối vốn {i}.}}"),
    "recipients": ("recipients", "Sở Tài chính {i}"),
    "bases": ("legal_bases", "Căn cứ Quyết định số {i}/QĐ-UBND ngày 01/02/2025 của UBND tỉnh"),
    "allowances": ("allow", "{{name: todo, path: 'outline[{i}]', reason: bản cũ}}"),
}


def _one_text(unit: str, n: int) -> str:
    text = "".join(unit.format(i=i, d=i % 9 + 1) for i in range(n))
    return f"{HEAD}outline:\n  - title: Nội dung\n    text: |\n      Xã {text}\n"


def _lines(unit: str, n: int) -> str:
    text = "".join(f"      {unit.format(i=i)}\n" for i in range(n))
    return f"{HEAD}outline:\n  - title: Nội dung\n    text: |\n{text}"


def _list(key: str, unit: str, n: int) -> str:
    own = f"{key}:\n" + "".join(f"  - {unit.format(i=i)}\n" for i in range(n))
    rest = "" if key == "outline" else "outline:\n  - {title: Nội dung, text: Giảm nghèo.}\n"
    return HEAD + rest + own


def _targets(n: int) -> str:
    unit = (
        "    - {{id: c{i}, indicator: Giảm tỷ lệ hộ nghèo {i}, quantity: '{i}%', baseline: '9%'}}\n"
    )
    targets = "".join(unit.format(i=i) for i in range(n))
    return f"{_rows(n)}objectives:\n  targets:\n{targets}"


def _rows(n: int) -> str:
    rows = "".join(f"          - Thôn {i} | {i} | {i % 7} | 9\n" for i in range(n))
    return f"""{HEAD}outline:
  - {{title: Nội dung, text: Theo phụ lục.}}
appendices:
  - id: pl
    title: Chỉ tiêu
    tables:
      - id: b
        columns:
          - {{id: ten, title: Thôn, kind: text}}
          - {{id: ho, title: Số hộ}}
          - {{id: ngheo, title: Hộ nghèo}}
          - {{id: con, title: Tỷ lệ còn (%), formula: ho - ngheo}}
        rows:
{rows}        total: {{title: Tổng cộng, cells: 1 | 2 | 3}}
"""


TEXTS: dict[str, Callable[[int], str]] = {
    **{name: partial(_one_text, unit) for name, unit in _ONE_TEXT.items()},
    **{name: partial(_lines, unit) for name, unit in _LINES.items()},
    **{name: partial(_list, *pair) for name, pair in _LISTS.items()},
    "rows": _rows,
    "targets": _targets,
}
"""Each kind of text by its name: n gives the plan file."""
