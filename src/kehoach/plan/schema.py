"""The plan's schema: for editors (JSON Schema), for messages and for the manual."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kehoach.plan.plan import Plan
from kehoach.source import Route

SCHEMA_ID = "https://kehoach.vn/schema/plan.schema.json"


def plan_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a plan file, titles and descriptions in Vietnamese."""
    schema = Plan.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Kế hoạch"
    schema["properties"]["extends"] = {
        "title": "Dùng lại",
        "description": "Tệp gốc (hoặc danh sách tệp gốc) mà kế hoạch này dùng lại và sửa đổi.",
        "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
    }
    return schema


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a field's annotation mentions: itself, or inside lists, maps and unions."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        return
    for argument in typing.get_args(annotation):
        if not isinstance(argument, types.FunctionType):
            yield from models_in(argument)


@cache
def model_at(path: Route) -> type[BaseModel] | None:
    """The model whose keys stand at a path; nothing where the path leads to a plain value."""
    if not path:
        return Plan
    if isinstance(path[-1], int):
        return model_at(path[:-1])
    field = field_at(path)
    if field is None:
        return model_at(path[:-1])  # a free key of a map: figures.x
    return next(models_in(field.annotation), None)


@cache
def field_at(path: Route) -> FieldInfo | None:
    """The field that a path names; an item of a list is told by its list."""
    names = [step for step in path if isinstance(step, str)]
    if not names or path[-1] != names[-1]:
        return field_at(path[:-1]) if path else None
    model = model_at(path[:-1])
    return fields_of(model).get(names[-1]) if model else None


def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """A model's fields with their annotations worked out (models are built on first use)."""
    model.model_rebuild()
    return model.model_fields


def every_field() -> Iterator[tuple[type[BaseModel], str, FieldInfo]]:
    """Each field of each model once, for the manual and the test that all have titles."""
    seen: set[type[BaseModel]] = set()
    queue: list[type[BaseModel]] = [Plan]
    while queue:
        model = queue.pop(0)
        if model in seen:
            continue
        seen.add(model)
        for name, field in fields_of(model).items():
            yield model, name, field
            queue.extend(models_in(field.annotation))
