"""docs/filters.md: every filter with its arguments, and its doctests as templates write them."""

from __future__ import annotations

import ast
import doctest
import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from manual.markdown import document, fence, notice, table

INTRO = """\
Bộ lọc biến một giá trị thành chữ. Dùng sau dấu `|`, trong câu chữ của kế hoạch và
trong mẫu Word:

```
Tổng kinh phí là {{ projects.da_2.budget.amount | money("triệu đồng") }}.
```

Mỗi ví dụ dưới đây được chạy như một phép thử mỗi lần kiểm tra mã nguồn."""


def page(_: Path) -> str:
    from kehoach.formats import FILTERS

    named = sorted(FILTERS.items())
    summaries = [(f"[`{name}`](#{name})", summary(function)) for name, function in named]
    sections = [section(name, function) for name, function in named]
    head = (notice("src/kehoach/formats"), "# Bộ lọc", INTRO)
    return document(*head, table(("Bộ lọc", "Việc làm"), summaries), *sections)


def summary(function: Callable[..., Any]) -> str:
    """The first line of the docstring."""
    return (inspect.getdoc(function) or "").partition("\n")[0]


def section(name: str, function: Callable[..., Any]) -> str:
    doc = inspect.getdoc(function) or ""
    prose, _, rest = doc.partition("\nArgs:\n")
    arguments = re.split(r"\n(?:Examples|Returns|Raises):\n", rest)[0]
    block = fence("\n".join(shown(example, name) for example in examples(doc)))
    return document(f"## {name}", prose.partition("\nExamples:\n")[0], _arguments(arguments), block)


def _arguments(text: str) -> str:
    found = re.findall(r"^ {4}(\w+)(?: \(.*?\))?: (.*(?:\n {8,}.*)*)", text, re.MULTILINE)
    return "\n".join(f"- `{name}`: {' '.join(meaning.split())}" for name, meaning in found)


def examples(doc: str) -> Iterator[doctest.Example]:
    """The examples of a docstring, in order."""
    yield from doctest.DocTestParser().get_examples(doc)


def shown(example: doctest.Example, name: str) -> str:
    """An example as a template writes it, where it is a plain call; else as Python."""
    call = _call(example.source, name)
    if call is None:
        return f"{example.source.strip()}  →  {example.want.strip()}"
    value, *rest = [ast.get_source_segment(example.source.strip(), arg) for arg in _inputs(call)]
    arguments = f"({', '.join(map(str, rest))})" if rest else ""
    return f"{{{{ {value} | {name}{arguments} }}}}  →  {_unquoted(example.want.strip())}"


def _call(source: str, name: str) -> ast.Call | None:
    """The call of the filter, by itself or printed; nothing when the example does more."""
    node = ast.parse(source.strip(), mode="eval").body
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "print" and len(node.args) == 1:
        node = node.args[0]
    called = isinstance(node, ast.Call) and ast.unparse(node.func) == name
    return node if called and isinstance(node, ast.Call) and node.args else None


def _inputs(call: ast.Call) -> list[ast.expr | ast.keyword]:
    return [*call.args, *call.keywords]


def _unquoted(want: str) -> str:
    try:
        value = ast.literal_eval(want)
    except (SyntaxError, ValueError):
        return want
    return value if isinstance(value, str) else want
