"""The Jinja sandbox of the plan's texts: what expressions may name, compute and print."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from jinja2 import StrictUndefined, TemplateRuntimeError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from pydantic import BaseModel

from kehoach.formats import FILTERS
from kehoach.formats.dates import date_short
from kehoach.formats.values import Number
from kehoach.plan.base import Entry, Items


class UnknownNameError(TemplateRuntimeError):
    """An expression names what the plan does not have.

    `known` are the names that stand there; None where the name is one of the plan's own.
    """

    def __init__(self, name: str, known: list[str] | None) -> None:
        super().__init__(name)
        self.name, self.known = name, known


class RefusedError(ValueError):
    """What a text may not print or compute; says why, in Vietnamese."""


class _Unknown(StrictUndefined):
    """A missing name: any use of it says which names there are."""

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: Callable[[str], TemplateRuntimeError] | None = None,
    ) -> None:
        known = names_of(obj) if isinstance(obj, (BaseModel, Items, dict)) else None
        refuse = exc or (lambda _: UnknownNameError(str(name), known))
        super().__init__(hint, obj, name, refuse)  # type: ignore[arg-type] # is only called


def names_of(owner: Any) -> list[str]:
    """What may stand after the dot."""
    if isinstance(owner, dict):
        return [str(key) for key in owner]
    if isinstance(owner, Items):
        keys = (getattr(one, "id", "") or getattr(one, "key", "") for one in owner)
        return [key for key in keys if key]
    kinds = [kind for kind in type(owner).__mro__ if issubclass(kind, Entry)]
    computed = [n for kind in kinds for n, v in vars(kind).items() if isinstance(v, property)]
    return [*type(owner).model_fields, *computed]


def _shown(value: Any) -> str:
    """Values print as written; what is no plain value is a mistake of the sentence."""
    match value:
        case None:
            raise RefusedError("giá trị này còn trống")
        case str():
            return value
        case dt.date():
            return date_short(value)
        case Decimal():
            return Number.of(value).text
        case int() if not isinstance(value, bool):
            return str(value)
    text = getattr(value, "text", None)
    if isinstance(text, str) and not isinstance(value, BaseModel):
        return text
    return _written_out(value)


def _written_out(value: Any) -> str:
    """What says itself how it prints (a figure, a document's number); the rest is refused."""
    kind = type(value)
    if kind.__module__.startswith("kehoach.") and "__str__" in vars(kind):
        return str(value)
    if isinstance(value, BaseModel):
        names = ", ".join(names_of(value)[:12])
        raise RefusedError(f"đây là cả một mục, hãy nêu một giá trị trong đó: {names}")
    if isinstance(value, (tuple, list, dict)):
        raise RefusedError("đây là cả một danh sách, hãy nêu một mục trong đó")
    raise RefusedError("giá trị này không in được thành chữ")


class _Sandbox(ImmutableSandboxedEnvironment):
    """Refuses powers and repeated texts, which could keep the machine busy without end."""

    intercepted_binops = frozenset({"**", "*"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Multiplication of numbers alone."""
        if operator == "**" or isinstance(left, (str, tuple, list)):
            raise RefusedError(f"không dùng được dấu {operator} ở đây")
        if isinstance(right, (str, tuple, list)):
            raise RefusedError("chỉ nhân được số với số")
        return super().call_binop(context, operator, left, right)


def sandbox() -> ImmutableSandboxedEnvironment:
    """A fresh sandbox with the project's filters, and no names but those of the plan."""
    made = _Sandbox(undefined=_Unknown, finalize=_shown)
    made.filters.update(FILTERS)
    made.globals.clear()
    return made
