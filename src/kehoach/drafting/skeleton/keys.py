"""The keys of the model as comments: each with its Vietnamese title and description."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kehoach.plan.schema import models_in

_WIDTH = 100


def about(field: FieldInfo, key: str) -> str:
    """One line: the title, the key, what it is for."""
    need = ", bắt buộc" if field.is_required() else ""
    return _cut(f"# {field.title} ({key}{need}): {field.description}")


def below(field: FieldInfo, seen: set[type[BaseModel]], depth: int = 1) -> Iterator[str]:
    """A line for each key inside a field, those of one model but once in the page."""
    for model in models_in(field.annotation):
        if model in seen:
            yield f"#{'  ' * depth}  (các khóa như đã kê ở trên)"
            continue
        seen.add(model)
        for key, one in model.model_fields.items():
            need = ", bắt buộc" if one.is_required() else ""
            yield _cut(f"#{'  ' * depth}{key}: {one.title}{need}. {one.description}")
            yield from below(one, seen, depth + 1)


def _cut(line: str) -> str:
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1]}…"
