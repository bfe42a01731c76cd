"""Expressions inside the plan's texts: `{{ projects.p2.budget.amount | money }}`."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, NoReturn

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import BaseModel

from kehoach.diagnostics import Diagnostic
from kehoach.formats import FILTERS
from kehoach.formats.dates import date_short
from kehoach.formats.values import Number
from kehoach.plan.base import Items
from kehoach.plan.plan import Plan
from kehoach.source import Path

_PIECE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_ROUNDS = 3
_UNRESOLVED = {("Section", "item")}  # a pattern: each item of the data fills it in its own turn


class UnknownNameError(TemplateError):
    """An expression names what the plan does not have."""

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(name)
        self.name, self.known = name, known


class _Unknown(StrictUndefined):
    """Says which names there are, besides that one is missing."""

    def _fail_with_undefined_error(self, *_: Any, **__: Any) -> NoReturn:
        owner = self._undefined_obj
        known = names_of(owner) if isinstance(owner, (BaseModel, Items, dict)) else []
        raise UnknownNameError(str(self._undefined_name), known)

    __str__ = __iter__ = __len__ = __bool__ = __eq__ = __ne__ = __hash__ = (
        _fail_with_undefined_error
    )
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __truediv__ = __getitem__ = (
        _fail_with_undefined_error
    )


def names_of(owner: Any) -> list[str]:
    """What may stand after the dot."""
    if isinstance(owner, dict):
        return [str(key) for key in owner]
    if isinstance(owner, Items):
        return [getattr(one, "id", "") or getattr(one, "key", "") for one in owner]
    fields = list(type(owner).model_fields)
    return fields + [n for n, v in vars(type(owner)).items() if isinstance(v, property)]


def _shown(value: Any) -> Any:
    """Values print as written; an empty one is a mistake of the sentence."""
    if value is None:
        raise ValueError("giá trị này còn trống")
    if isinstance(value, dt.date):
        return date_short(value)
    if isinstance(value, Decimal):
        return Number.of(value).text
    return getattr(value, "text", value) if not isinstance(value, BaseModel) else value


def environment() -> ImmutableSandboxedEnvironment:
    """A fresh sandbox with the project's filters."""
    sandbox = ImmutableSandboxedEnvironment(undefined=_Unknown, finalize=_shown)
    sandbox.filters.update(FILTERS)
    return sandbox


_ENVIRONMENT = environment()


@lru_cache(maxsize=4096)
def _compiled(text: str) -> Any:
    return _ENVIRONMENT.from_string(text)


def holds_expression(text: str) -> bool:
    """Whether the text has anything to work out."""
    return "{{" in text or "{%" in text


def names_in_reach(plan: Plan, this: Any = None) -> dict[str, Any]:
    """The names an expression may use: the plan's keys, `plan`, `tables`, `targets`, `this`."""
    names: dict[str, Any] = {key: getattr(plan, key) for key in Plan.model_fields}
    names |= {"plan": plan, "tables": plan.tables, "targets": plan.objectives.targets}
    return names | ({"this": this} if this is not None else {})


def fill(text: str, names: Mapping[str, Any], path: Path = ()) -> tuple[str, list[Diagnostic]]:
    """Work out the expressions of one text; the text stays as it is where one fails."""
    if not holds_expression(text):
        return text, []
    try:
        return str(_compiled(text).render(names)), []
    except Exception as error:  # noqa: BLE001 - an expression may fail in any way; all are the text's
        return text, [_diagnostic(error, _failing(text, names), names, path)]


def _failing(text: str, names: Mapping[str, Any]) -> str:
    """The first `{{ piece }}` that fails by itself, or the first piece."""
    pieces = _PIECE.findall(text)
    for piece in pieces:
        try:
            _compiled(piece).render(names)
        except Exception:  # noqa: BLE001 - any failure marks the piece
            return str(piece)
    return str(pieces[0]) if pieces else text.strip().splitlines()[0]


def _diagnostic(error: Exception, piece: str, names: Mapping[str, Any], path: Path) -> Diagnostic:
    if isinstance(error, UnknownNameError):
        return _unknown(error, piece, names, path)
    if isinstance(error, TemplateSyntaxError):
        message, hint = f"biểu thức {piece} viết sai cú pháp", _SYNTAX_HINT
    else:
        message = f"biểu thức {piece} không tính được: {_reason(error)}"
        hint = "Xem lại giá trị mà biểu thức nhắc tới và bộ lọc sau dấu |."
    return Diagnostic("bad-expression", message, path, hint, needle=piece)


_SYNTAX_HINT = "Mẫu đúng: {{ projects.da_2.budget.amount | money }}."


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, ValueError) else f"{type(error).__name__}: {error}"


def _unknown(
    error: UnknownNameError, piece: str, names: Mapping[str, Any], path: Path
) -> Diagnostic:
    known = error.known or list(names)
    near = difflib.get_close_matches(error.name, known, n=1, cutoff=0.6)
    hint = f"Có phải là '{near[0]}'?" if near else f"Có thể dùng: {', '.join(known[:12])}."
    message = f"biểu thức {piece} nhắc tới '{error.name}' mà kế hoạch không có"
    return Diagnostic("unknown-name", message, path, hint, needle=piece)


def resolve(plan: Plan) -> tuple[Plan, list[Diagnostic]]:
    """The plan with every text worked out; a text may show another that holds expressions."""
    for _ in range(_ROUNDS):
        walk = _Walk(plan)
        plan, before = walk.entry(plan, (), None), plan
        if walk.found or plan is before:
            break
    return plan, walk.found


class _Walk:
    """One pass over the plan's texts, in order."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.found: list[Diagnostic] = []

    def entry(self, entry: Any, path: Path, this: Any) -> Any:
        """The entry itself when nothing in it changes, else a changed copy."""
        this = entry if "id" in type(entry).model_fields else this
        changed = {}
        for name in type(entry).model_fields:
            old = getattr(entry, name)
            if (type(entry).__name__, name) in _UNRESOLVED:
                continue
            new = self.value(old, (*path, name), this)
            if new is not old:
                changed[name] = new
        return entry.model_copy(update=changed) if changed else entry

    def value(self, value: Any, path: Path, this: Any) -> Any:
        """A field's value, worked out."""
        if isinstance(value, str):
            return self.text(value, path, this) if holds_expression(value) else value
        if isinstance(value, BaseModel):
            return self.entry(value, path, this)
        if isinstance(value, tuple) and value:
            new = [self.value(one, (*path, i), this) for i, one in enumerate(value)]
            same = all(one is two for one, two in zip(new, value, strict=True))
            return value if same else type(value)(new)
        if isinstance(value, dict) and value:
            return self.map(value, path, this)
        return value

    def map(self, value: dict[Any, Any], path: Path, this: Any) -> dict[Any, Any]:
        """A map's values, worked out."""
        new = {key: self.value(one, (*path, str(key)), this) for key, one in value.items()}
        return value if all(new[key] is value[key] for key in value) else new

    def text(self, text: str, path: Path, this: Any) -> str:
        """One text, worked out."""
        filled, found = fill(text, names_in_reach(self.plan, this), path)
        self.found += found
        return filled
