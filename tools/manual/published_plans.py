"""docs/published-plans.md: what the checks find in five plans that were issued, line by line."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from kehoach.checks import CHECKS
from kehoach.checks.families import family
from kehoach.diagnostics import Finding
from manual.markdown import document, notice, table

TODAY = dt.date(2026, 11, 22)
"""The day of the findings, so that the page does not change with the clock."""

PLANS = {
    "bac-kan-2018": "Tỉnh Bắc Kạn, năm 2018 (Quyết định số 560/QĐ-UBND)",
    "ngoc-hoi-2020": "Huyện Ngọc Hồi, năm 2020 (Kế hoạch số 252/KH-UBND)",
    "thai-nguyen-2021-2025": "Tỉnh Thái Nguyên, giai đoạn 2021 - 2025 (Kế hoạch số 101/KH-UBND)",
    "bac-son-2024": "Huyện Bắc Sơn, năm 2024",
    "ha-nam-2016-2020": "Tỉnh Hà Nam, giai đoạn 2016 - 2020",
}
OTHER = "Khác"
_ASIDE = {"draft", "todo", "unused-allowance"}
_AROUND = 48
_WIDEST = 120

INTRO = """\
Năm kế hoạch dưới đây đã được ban hành và công bố; tệp trong `plans/` chép đúng chữ của bản công bố,
kể cả chỗ sai. Các bảng kê mọi điều `kehoach check` tìm thấy trong đó: dòng trong tệp, tên kiểm tra,
chỗ sai trích nguyên văn và lý do. Chỗ sai của bản đã ban hành được giữ nguyên và ghi ở `allow` của
tệp, nên kế hoạch vẫn xuất được; với bản đang soạn thì mỗi dòng là một chỗ phải sửa trước khi ký."""


def page(root: Path) -> str:
    found = {name: findings(root, name) for name in PLANS}
    sections = [section(root, name, those) for name, those in found.items()]
    return document(
        notice("plans"),
        "# Điều tìm thấy trong các kế hoạch đã ban hành",
        INTRO,
        "## Tổng hợp",
        counts(found),
        *sections,
    )


def findings(root: Path, name: str) -> list[Finding]:
    """What is found in one plan, accepted or not, in the order of its lines."""
    from kehoach.api import open_plan

    every = open_plan(root / "plans" / f"{name}.yaml", TODAY).diagnostics
    return [one for one in every if one.name not in _ASIDE]


def counts(found: dict[str, list[Finding]]) -> str:
    """How many of each family each plan has."""
    tallies = [Counter(_family(one.name) for one in those) for those in found.values()]
    used = sorted(set().union(*tallies))
    rows = [
        (name, *(_count(one[name]) for one in tallies), str(_sum(tallies, name))) for name in used
    ]
    totals = (
        "Cộng",
        *(str(one.total()) for one in tallies),
        str(sum(one.total() for one in tallies)),
    )
    return table(("Nhóm", *(f"[{name}](#{name})" for name in found), "Cộng"), [*rows, totals])


def _family(check: str) -> str:
    return family(CHECKS[check]).title if check in CHECKS else OTHER


def _count(number: int) -> str:
    return str(number) if number else "-"


def _sum(tallies: Sequence[Counter[str]], name: str) -> int:
    return sum(one[name] for one in tallies)


def section(root: Path, name: str, found: list[Finding]) -> str:
    """One plan: its findings as a table."""
    head = f'<a id="{name}"></a>\n\n## {PLANS[name]}'
    note = f"Tệp [`plans/{name}.yaml`](../plans/{name}.yaml): {len(found)} chỗ."
    return document(
        head, note, table(("Dòng", "Kiểm tra", "Trích", "Lý do"), _rows(root, name, found))
    )


def _rows(root: Path, name: str, found: list[Finding]) -> Iterator[tuple[str, str, str, str]]:
    for one in found:
        check = f"[`{one.name}`](checks.md#{one.name})"
        yield _line(name, one), check, _literal(quoted(root, one)), _literal(one.message)


def _line(name: str, one: Finding) -> str:
    """The line, with the file before it where that is a base of the plan."""
    if one.mark is None:
        return ""
    file = Path(one.mark.file)
    return str(one.mark.line) if file.stem == name else f"{file.stem}:{one.mark.line}"


def quoted(root: Path, one: Finding) -> str:
    """The source line around the piece that is meant, cut between words.

    Nothing where an expression made the piece: the message quotes the sentence then.
    """
    if one.mark is None:
        return ""
    lines = (root / one.mark.file).read_text(encoding="utf-8").splitlines()
    line, start = lines[one.mark.line - 1], one.mark.column - 1
    if line.endswith(("|", ">-")):
        return ""
    length = min(one.mark.end - one.mark.start, _WIDEST, len(line) - start)
    first, last = _cut(line, start, start + length)
    shown = line[first:last].strip()
    return f"{'…' if line[:first].strip() else ''}{shown}{'…' if line[last:].strip() else ''}"


def _cut(line: str, start: int, end: int) -> tuple[int, int]:
    """The ends of a stretch around a piece, moved to the nearest blanks inside it."""
    first = max(0, start - _AROUND)
    last = min(len(line), end + _AROUND)
    if first and (blank := re.search(r"\s", line[first:start])):
        first += blank.end()
    if last < len(line):
        last = max(end, line.rfind(" ", end, last))
    return first, last


def _literal(text: str) -> str:
    """Text that Markdown shows as it stands."""
    return re.sub(r"([*_`\[\]<>#])", r"\\\1", text)
