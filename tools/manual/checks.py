"""docs/checks.md: every check's docstring, which is its page."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from kehoach.checks import examples
from manual.markdown import document, fence, notice, table

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
    from kehoach.checks import CHECKS

    named = sorted(CHECKS.items())
    rows = [(f"[`{name}`](#{name})", severity(check), summary(check)) for name, check in named]
    overview = table(("Tên", "Mức", "Báo khi"), rows)
    sections = [section(name, check) for name, check in named]
    return document(notice("src/kehoach/checks"), "# Các kiểm tra", INTRO, overview, *sections)


def severity(check: ModuleType) -> str:
    return SEVERITIES[check.SEVERITY]


def summary(check: ModuleType) -> str:
    """What stands before the first part of the docstring."""
    return " ".join(examples.parts(inspect.getdoc(check) or "")[""].split())


def section(name: str, check: ModuleType) -> str:
    found = examples.parts(inspect.getdoc(check) or "")
    intro = f"{found.pop('')}\n\nMức: {severity(check)}."
    return document(f"## {name}", intro, *_shown(found))


def _shown(found: dict[str, str]) -> Iterator[str]:
    for head, text in found.items():
        body = fence(text, "yaml") if head in EXAMPLES else text
        yield f"**{head}**\n\n{body}"
