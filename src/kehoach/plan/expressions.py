"""Expressions inside the plan's texts: `{{ projects.p2.budget.amount | money }}`."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import DecimalException, localcontext
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from kehoach.diagnostics import Finding
from kehoach.formats.values.number import EXACT
from kehoach.plan.evaluate import Budget, Evaluation
from kehoach.plan.figures import UnreadyError
from kehoach.plan.filters import NAMES
from kehoach.plan.grammar import SENTENCES, RefusedError, Tags, UnknownFilterError, refusals, tags
from kehoach.plan.plan import Plan
from kehoach.plan.reach import Reach, UnknownNameError
from kehoach.source import Memory, Route

_OPEN = re.compile(r"\{\{|\{%|\{#")
_JINJA = Environment(extensions=[Tags])  # noqa: S701 - only reads; nothing is rendered by it


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A text read once: its statements, or what is wrong with it in which tag."""

    body: list[nodes.Node]
    fault: Exception | None = None
    tag: int = 0
    node: nodes.Node | None = None


def _parse(text: str) -> _Parsed:
    try:
        tree = _JINJA.parse(text)
    except TemplateSyntaxError as error:
        return _Parsed([], error, error.lineno)
    for node, reason in refusals(tree, SENTENCES, NAMES):
        return _Parsed([], reason, node.lineno, node)
    return _Parsed(tree.body)


def holds_expression(text: str) -> bool:
    """Whether the text has anything to work out."""
    return "{" in text and _OPEN.search(text) is not None


class Filler:
    """Works out the texts of one plan, within one budget for all of them.

    An expression may use the plan's keys, `plan`, `tables`, `targets`, and `this`, the entry that
    its text belongs to.
    """

    def __init__(self, plan: Plan, memory: Memory, budget: Budget | None = None) -> None:
        self._names: dict[str, Any] = {key: getattr(plan, key) for key in Plan.model_fields}
        self._names |= {"plan": plan, "tables": plan.tables, "targets": plan.objectives.targets}
        self._reach, self._memory, self._budget = Reach(), memory, budget or Budget()

    def fill(self, text: str, this: Any = None, path: Route = ()) -> tuple[str, list[Finding]]:
        """Work out the expressions of one text; the text stays as it is where one fails."""
        if not holds_expression(text) or self._budget.spent:
            return text, []
        names = self._names if this is None else self._names | {"this": this}
        parsed = self._memory.once(_parse, text)
        if parsed.fault is not None:
            fault = _unknown_first(parsed, names)
            return text, [_diagnostic(fault, _piece(text, parsed.tag), names, path)]
        evaluation = Evaluation(names, self._reach, self._budget)
        try:
            with localcontext(EXACT):
                return "".join(evaluation.text(parsed.body)), []
        except UnreadyError:
            return text, []
        except Exception as error:  # noqa: BLE001 - a filter may fail in any way; all are the text's
            return text, [_diagnostic(error, _piece(text, evaluation.tag), names, path)]


def _unknown_first(parsed: _Parsed, names: Iterable[str]) -> Exception:
    """A call of what the plan does not know is an unknown name rather than a call."""
    match parsed.node:
        case nodes.Call(node=nodes.Name(name=name)) if name not in names:
            return UnknownNameError(name, None)
    assert parsed.fault is not None
    return parsed.fault


def _piece(text: str, tag: int) -> str:
    """The tag of this number as written; to the end of its line where it is never closed."""
    for number, piece in enumerate(pieces(text), 1):
        if number >= tag:
            return piece
    return _line(text)


def _line(text: str) -> str:
    """From the first sign of an expression to the end of its line."""
    found = _OPEN.search(text)
    return text[found.start() if found else 0 :].strip().splitlines()[0]


def pieces(text: str) -> Iterator[str]:
    """The expressions of a text, as written."""
    for start, end in tags(text, _JINJA.lexer):
        piece = text[start : end if end > 0 else len(text)].strip()
        yield piece if end > 0 else piece.splitlines()[0]


def _diagnostic(error: Exception, piece: str, names: Iterable[str], path: Route) -> Finding:
    shown = _short(" ".join(piece.split()))
    if isinstance(error, UnknownNameError):
        message = f"biểu thức {shown} nhắc tới '{error.name}' mà kế hoạch không có"
        hint = _nearest(error.name, names if error.known is None else error.known)
        return Finding(name="unknown-name", message=message, path=path, hint=hint, needle=piece)
    if isinstance(error, UnknownFilterError):
        message = f"biểu thức {shown} dùng bộ lọc '{error.name}' không có"
        return Finding(
            name="unknown-name",
            message=message,
            path=path,
            hint=_nearest(error.name, NAMES),
            needle=piece,
        )
    if isinstance(error, TemplateSyntaxError):
        why = f": {error.__cause__}" if isinstance(error.__cause__, RefusedError) else ""
        message, hint = f"biểu thức {shown} viết sai cú pháp{why}", _SYNTAX_HINT
    else:
        message = f"biểu thức {shown} không tính được: {_reason(error)}"
        hint = "Xem lại giá trị mà biểu thức nhắc tới và bộ lọc sau dấu |."
    return Finding(name="bad-expression", message=message, path=path, hint=hint, needle=piece)


_SYNTAX_HINT = "Mẫu đúng: {{ projects.da_2.budget.amount | money }}."
_LONGEST_SHOWN = 120


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _nearest(name: str, known: Iterable[str]) -> str:
    found = list(known)
    near = difflib.get_close_matches(name, found, n=1, cutoff=0.6)
    if near:
        return f"Có phải là '{near[0]}'?"
    return f"Có thể dùng: {', '.join(found[:12])}." if found else "Ở đây chưa có mục nào."


_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (ZeroDivisionError, "chia cho không"),
    (DecimalException, "phép tính này không có kết quả"),
    (TypeError, "bộ lọc hoặc phép tính không dùng được với giá trị này"),
)


def _reason(error: Exception) -> str:
    said = str(error)
    if isinstance(error, RefusedError):
        return said
    if isinstance(error, ValueError) and not said.isascii():
        return _short(said)  # of our own filters; those of Jinja and Python are in English
    told = (text for kind, text in _REASONS if isinstance(error, kind))
    return next(told, "giá trị không hợp với phép tính hoặc bộ lọc")
