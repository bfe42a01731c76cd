"""Expressions inside the plan's texts: `{{ projects.p2.budget.amount | money }}`."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import DecimalException
from functools import lru_cache
from typing import Any

from jinja2 import TemplateAssertionError, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from kehoach.diagnostics import Diagnostic
from kehoach.formats import FILTERS
from kehoach.plan.plan import Plan
from kehoach.plan.sandbox import UnknownNameError, sandbox
from kehoach.source import Route

_PIECE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_OPEN = re.compile(r"\{\{|\{%|\{#")
_ENDS = ("", "{% endif %}", "{% endfor %}")
_SANDBOX = sandbox()


@lru_cache(maxsize=4096)
def _compiled(text: str) -> Any:
    return _SANDBOX.from_string(text)


def holds_expression(text: str) -> bool:
    """Whether the text has anything to work out."""
    return "{" in text and _OPEN.search(text) is not None


def names_in_reach(plan: Plan, this: Any = None) -> dict[str, Any]:
    """The names an expression may use: the plan's keys, `plan`, `tables`, `targets`, `this`."""
    names: dict[str, Any] = {key: getattr(plan, key) for key in Plan.model_fields}
    names |= {"plan": plan, "tables": plan.tables, "targets": plan.objectives.targets}
    return names | ({"this": this} if this is not None else {})


def fill(text: str, names: Mapping[str, Any], path: Route = ()) -> tuple[str, list[Diagnostic]]:
    """Work out the expressions of one text; the text stays as it is where one fails."""
    if not holds_expression(text):
        return text, []
    try:
        return str(_compiled(text).render(names)), []
    except Exception as error:  # noqa: BLE001 - an expression may fail in any way; all are the text's
        return text, [_diagnostic(error, _failing(text, error, names), names, path)]


def _error(text: str, names: Mapping[str, Any]) -> Exception | None:
    try:
        _compiled(text).render(names)
    except Exception as error:  # noqa: BLE001 - as above
        return error
    return None


def _failing(text: str, error: Exception, names: Mapping[str, Any]) -> str:
    """The piece that fails alone as the whole text does, or that names what is unknown."""
    pieces = _PIECE.findall(text)
    fails = (one for one in pieces if _fails_so(one, error, names))
    word = re.compile(rf"\b{re.escape(getattr(error, 'name', None) or '')}\b")
    naming = (one for one in pieces if word.search(one))
    return next(fails, None) or next(naming, None) or _start(text)


def _fails_so(piece: str, error: Exception, names: Mapping[str, Any]) -> bool:
    if isinstance(error, TemplateSyntaxError) and piece.startswith("{%"):
        return False
    ways = (_error(piece + end, names) for end in _ENDS if not end or piece.startswith("{%"))
    return any(type(one) is type(error) and str(one) == str(error) for one in ways)


def _start(text: str) -> str:
    """From the first sign of an expression to the end of its line."""
    found = _OPEN.search(text)
    return text[found.start() if found else 0 :].strip().splitlines()[0]


def _diagnostic(error: Exception, piece: str, names: Mapping[str, Any], path: Route) -> Diagnostic:
    shown = " ".join(piece.split())
    if isinstance(error, UnknownNameError):
        message = f"biểu thức {shown} nhắc tới '{error.name}' mà kế hoạch không có"
        hint = _nearest(error.name, names if error.known is None else error.known)
        return Diagnostic("unknown-name", message, path, hint, needle=piece)
    if unknown := _unknown_filter(error):
        message = f"biểu thức {shown} dùng bộ lọc '{unknown}' không có"
        return Diagnostic("unknown-name", message, path, _nearest(unknown, FILTERS), needle=piece)
    if isinstance(error, TemplateSyntaxError):
        message, hint = f"biểu thức {shown} viết sai cú pháp", _SYNTAX_HINT
    else:
        message = f"biểu thức {shown} không tính được: {_reason(error)}"
        hint = "Xem lại giá trị mà biểu thức nhắc tới và bộ lọc sau dấu |."
    return Diagnostic("bad-expression", message, path, hint, needle=piece)


_SYNTAX_HINT = "Mẫu đúng: {{ projects.da_2.budget.amount | money }}."


def _nearest(name: str, known: Iterable[str]) -> str:
    found = list(known)
    near = difflib.get_close_matches(name, found, n=1, cutoff=0.6)
    if near:
        return f"Có phải là '{near[0]}'?"
    return f"Có thể dùng: {', '.join(found[:12])}." if found else "Ở đây chưa có mục nào."


def _unknown_filter(error: Exception) -> str:
    if not isinstance(error, TemplateAssertionError):
        return ""
    found = re.search(r"No filter named '(.*)'", str(error))
    return found[1] if found else ""


_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (SecurityError, "điều này không được phép trong kế hoạch"),
    (ZeroDivisionError, "chia cho không"),
    (DecimalException, "phép tính này không có kết quả"),
    (TypeError, "bộ lọc hoặc phép tính không dùng được với giá trị này"),
)


def _reason(error: Exception) -> str:
    said = str(error)
    if isinstance(error, ValueError) and "“None”" in said:
        return "giá trị này còn trống"  # as the filters say it, who take it for a word
    if isinstance(error, ValueError) and not said.isascii():
        return said  # of our own filters; those of Jinja and Python are in English
    told = (text for kind, text in _REASONS if isinstance(error, kind))
    return next(told, "giá trị không hợp với phép tính hoặc bộ lọc")


def pieces(text: str) -> Iterator[str]:
    """The expressions of a text, as written."""
    return (found.group() for found in _PIECE.finditer(text))
