"""The plan's schema: for editors (JSON Schema), for messages and for the manual."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kehoach.plan.base import Shorthand
from kehoach.plan.kinds import WRITTEN, TextKind, kind_of
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


class Slot(NamedTuple):
    """A field as routes and texts meet it.

    Attributes:
        field: what pydantic knows of it.
        model: whose keys stand in it, or in its items; None where it holds plain values.
        kind: what a text in it is; of a shorthand that of the field which it fills.
        mapped: whether the file chooses its keys.
    """

    field: FieldInfo
    model: type[BaseModel] | None
    kind: TextKind | None
    mapped: bool


@cache
def slots() -> dict[type[BaseModel], dict[str, Slot]]:
    """The fields of every model of a plan, by model and key."""
    found: dict[type[BaseModel], dict[str, Slot]] = {}
    for model, name, field in every_field():
        found.setdefault(model, {})[name] = _slot(model, field)
    return found


def _slot(owner: type[BaseModel], field: FieldInfo) -> Slot:
    model = next(models_in(field.annotation), None)
    if model and issubclass(model, Shorthand):
        kind = _kind(model, fields_of(model)[model.shorthand])
    else:
        kind = _kind(owner, field)
    forms = (field.annotation, *typing.get_args(field.annotation))
    mapped = any(typing.get_origin(one) is dict for one in forms)
    return Slot(field, model, kind, mapped)


def _kind(owner: type[BaseModel], field: FieldInfo) -> TextKind | None:
    kind = kind_of(Annotated[field.annotation, *field.metadata, None])
    quoted = kind in WRITTEN and getattr(owner, "quoted", False)
    return TextKind.CITED if quoted else kind


def slot_at(route: Route) -> Slot | None:
    """The field that a route leads to or into; an item of a list or map is told by it."""
    return _reached(route)[0]


def _reached(route: Route) -> tuple[Slot | None, bool]:
    """The last field on a route, and whether the route ends at a key that the file chose."""
    slot: Slot | None = None
    model: type[BaseModel] | None = Plan
    chosen = False
    for step in route:
        if isinstance(step, int):
            continue
        chosen = slot is not None and slot.mapped and not chosen
        if not chosen:
            slot = slots()[model].get(step) if model else None
            if slot is None and (slot := _free(model)):
                chosen = True
            if slot is None:
                break
            model = slot.model
    return slot, chosen


def _free(model: type[BaseModel] | None) -> Slot | None:
    """The field that takes the keys which a model leaves to the file."""
    free = model.free if model and issubclass(model, Shorthand) else ""
    return slots()[model].get(free) if model and free else None


def kind_at(route: Route) -> TextKind | None:
    """What a text at a route is, by the model alone; None where no text can stand."""
    slot = slot_at(route)
    return slot.kind if slot else None


def model_at(route: Route) -> type[BaseModel] | None:
    """The model whose keys stand at a route; None where the file chooses them or none can stand."""
    slot, chosen = _reached(route)
    if not route:
        return Plan
    return None if slot is None or (slot.mapped and not chosen) else slot.model


def field_at(route: Route) -> FieldInfo | None:
    """The field that a route names; an item of a list is told by its list, a free key by none."""
    slot, chosen = _reached(route)
    return None if slot is None or chosen else slot.field


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
