"""docs/checks.md: every check's docstring, which is its page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kehoach.checks import CHECKS, Rule, examples
from kehoach.checks.families import Family, by_family
from kehoach.checks.options import kind_text, usual
from manual.markdown import END, document, fence, notice, table

START = notice("src/kehoach/checks")
EXAMPLES = (examples.WRONG, examples.RIGHT)
SEVERITIES = {"error": "lỗi", "warning": "cảnh báo", "info": "ghi chú"}

INTRO = """\
Mỗi kiểm tra có một tên; tên ấy đứng trong ngoặc vuông ở cuối thông báo. Lỗi chặn việc xuất văn
bản, cảnh báo và ghi chú thì không. Muốn chấp nhận một thông báo, ghi vào kế hoạch tên, vị trí và lý
do; thông báo đã chấp nhận vẫn được liệt kê:

```yaml
allow:
  - name: budget-total
    path: projects.da_2.budget.total
    reason: Quyết định giao vốn ghi như vậy; đã báo cáo Sở Tài chính.
```"""


def page(_: Path) -> str:
    overviews = [overview(one, names) for one, names in by_family(CHECKS).items()]
    sections = [section(name, CHECKS[name]) for name in sorted(CHECKS)]
    return document(notice("src/kehoach/checks"), "# Các kiểm tra", INTRO, *overviews, *sections)


def overview(one: Family, names: list[str]) -> str:
    """The checks of a family, each with its severity and when it speaks."""
    rows = [
        (f"[`{name}`](#{name})", severity(CHECKS[name]), CHECKS[name].summary) for name in names
    ]
    return document(f"**{one.title}** ({len(names)})", table(("Tên", "Mức", "Báo khi"), rows))


def readme(root: Path) -> str:
    """The README as it stands, with its table of families made anew."""
    text = (root / "README.md").read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    rows = [
        (one.english[0].lower() + one.english[1:], str(len(names)), one.example)
        for one, names in by_family(CHECKS).items()
    ]
    families = table(("Of", f"Checks ({len(CHECKS)})", "For example"), rows)
    return f"{before}{START}\n\n{families}\n\n{END}{rest.partition(END)[2]}"


def severity(rule: Rule) -> str:
    return SEVERITIES[rule.severity]


def section(name: str, rule: Rule) -> str:
    found = examples.parts(rule.page)
    intro = f"{found.pop('')}\n\nMức: {severity(rule)}."
    return document(f"## {name}", intro, _formerly(rule), *_shown(found), _options(rule))


def _formerly(rule: Rule) -> str:
    former = rule.formerly
    return f"Trước đây thuộc [`{former}`](#{former}); `allow` ghi tên ấy vẫn có hiệu lực." * bool(
        former
    )


def _options(rule: Rule) -> str:
    """What an office may set for the check, with the usual values."""
    rows = [
        (f"`{name}`", kind_text(field), f"`{usual(field)}`", f"{field.title}. {field.description}")
        for name, field in rule.options.model_fields.items()
    ]
    heads = ("Tùy chọn", "Viết", "Nếu không đặt", "Là gì")
    return f"**Tùy chọn trong kehoach.toml**\n\n{table(heads, rows)}" if rows else ""


def _shown(found: dict[str, str]) -> Iterator[str]:
    for head, text in found.items():
        body = fence(text, "yaml") if head in EXAMPLES else text
        yield f"**{head}**\n\n{body}"
