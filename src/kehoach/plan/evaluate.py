"""Works out the tree of a text, node by node: there is a way for each node the language holds."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from jinja2 import nodes

from kehoach.formats.numbers import number
from kehoach.formats.values import Number
from kehoach.plan.filters import FILTERS, OF_NOTHING, WHOLE, plain
from kehoach.plan.grammar import RefusedError
from kehoach.plan.printed import printed
from kehoach.plan.reach import Reach, UnknownNameError

LONGEST = 100_000
"""Letters of one computed value."""
MOST_STEPS = 1_000_000
"""Nodes worked out in all texts of one plan."""
MOST_LETTERS = 5_000_000
"""Letters that the expressions of one plan print."""
_LARGEST = Decimal("1e100")
_LISTS = (str, tuple, list)


class SpentError(RefusedError):
    """The budget of the whole plan is used up: what follows is not worked out."""


class Budget:
    """What the expressions of one plan may still take."""

    def __init__(self) -> None:
        self.steps, self.letters = MOST_STEPS, MOST_LETTERS

    @property
    def spent(self) -> bool:
        """Whether nothing is left."""
        return self.steps < 0 or self.letters < 0

    def step(self, count: int = 1) -> None:
        """Take so many steps."""
        self.steps -= count
        if self.steps < 0:
            raise SpentError(
                f"các biểu thức của một kế hoạch có nhiều nhất {number(MOST_STEPS)} bước tính"
            )

    def printed(self, text: str) -> str:
        """Take the letters of a text that goes into the plan."""
        self.letters -= len(text)
        if self.letters < 0:
            raise SpentError(
                f"các biểu thức của một kế hoạch in nhiều nhất {number(MOST_LETTERS)} chữ"
            )
        return text


class Evaluation:
    """One text being worked out; `tag` is the number of the tag in hand, for its message."""

    def __init__(self, names: Mapping[str, Any], reach: Reach, budget: Budget) -> None:
        self.names, self.reach, self.budget = names, reach, budget
        self.tag = 0

    def text(self, body: list[nodes.Node]) -> Iterator[str]:
        """The pieces of a text in order."""
        for node in body:
            if isinstance(node, nodes.If):
                yield from self.text(self._branch(node))
            elif isinstance(node, nodes.Output):
                yield from map(self._piece, node.nodes)

    def _branch(self, node: nodes.If) -> list[nodes.Node]:
        for one in (node, *node.elif_):
            if self._tagged(one.test):
                return one.body
        return node.else_

    def _piece(self, node: nodes.Node) -> str:
        if isinstance(node, nodes.TemplateData):
            return node.data
        return self.budget.printed(printed(self._tagged(node)))

    def _tagged(self, node: nodes.Node) -> Any:
        self.tag = node.lineno
        return self.value(node)

    def value(self, node: nodes.Node) -> Any:
        """What an expression gives, within the size of one value."""
        self.budget.step()
        return _bounded(_WAYS[type(node)](self, node))

    def all(self, found: list[nodes.Expr]) -> list[Any]:
        """The values of several expressions."""
        return [self.value(one) for one in found]


def _bounded(value: Any) -> Any:
    match value:
        case str() if len(value) > LONGEST:
            raise RefusedError(f"giá trị dài quá {number(LONGEST)} chữ")
        case int() | Decimal() if not -_LARGEST < value < _LARGEST:
            raise RefusedError("số lớn quá")
    return value


def _name(at: Evaluation, node: nodes.Name) -> Any:
    if node.name not in at.names:
        raise UnknownNameError(node.name, None)
    return at.names[node.name]


def _getattr(at: Evaluation, node: nodes.Getattr) -> Any:
    return at.reach.field(at.value(node.node), node.attr)


def _getitem(at: Evaluation, node: nodes.Getitem) -> Any:
    owner, key = at.value(node.node), at.value(node.arg)
    if not isinstance(key, (str, int)) or isinstance(key, bool):
        raise RefusedError("trong ngoặc vuông là mã của mục, hoặc số thứ tự tính từ 0")
    return at.reach.item(owner, key)


def _cond(at: Evaluation, node: nodes.CondExpr) -> Any:
    if at.value(node.test):
        return at.value(node.expr1)
    return None if node.expr2 is None else at.value(node.expr2)


def _and(at: Evaluation, node: nodes.And) -> Any:
    return at.value(node.left) and at.value(node.right)


def _or(at: Evaluation, node: nodes.Or) -> Any:
    return at.value(node.left) or at.value(node.right)


def _concat(at: Evaluation, node: nodes.Concat) -> str:
    return "".join(map(printed, at.all(node.nodes)))


def _filter(at: Evaluation, node: nodes.Filter) -> Any:
    assert node.node is not None  # grammar.refusals: no `{% filter %}`
    value, arguments = at.value(node.node), at.all(node.args)
    named: dict[str, Any] = {str(one.key): at.value(one.value) for one in node.kwargs}
    if node.name == "each":
        found = at.reach.each(value, *map(printed, arguments), **named)
        at.budget.step(len(found))
        return tuple(found)
    at.budget.step(len(value) // 100 if isinstance(value, _LISTS) else 1)
    if value is None and node.name not in OF_NOTHING:
        return None
    if node.name not in WHOLE:
        value, arguments = plain(value), [*map(plain, arguments)]
    return FILTERS[node.name](value, *arguments, **named)


def _binary(work: Callable[[Any, Any], Any]) -> Callable[[Evaluation, nodes.BinExpr], Any]:
    def way(at: Evaluation, node: nodes.BinExpr) -> Any:
        left, right = (_number(at.value(one)) for one in (node.left, node.right))
        return work(left, right)

    return way


def _number(value: Any) -> Any:
    """A figure of a table counts as the number that it is."""
    return value.value if isinstance(value, Number) else value


def _times(left: Any, right: Any) -> Any:
    if isinstance(left, _LISTS):
        raise RefusedError("không dùng được dấu * ở đây")
    if isinstance(right, _LISTS):
        raise RefusedError("chỉ nhân được số với số")
    return left * right


def _modulo(left: Any, right: Any) -> Any:
    if isinstance(left, str):
        raise RefusedError("không dùng được dấu % với chữ: nối chữ bằng dấu ~")
    return left % right


def _compare(at: Evaluation, node: nodes.Compare) -> bool:
    left = _number(at.value(node.expr))
    for one in node.ops:
        right = _number(at.value(one.expr))
        if isinstance(right, _LISTS):
            at.budget.step(len(right) // 100)
        if not _COMPARED[one.op](left, right):
            return False
        left = right
    return True


_COMPARED: dict[str, Callable[[Any, Any], Any]] = {
    "eq": operator.eq, "ne": operator.ne, "gt": operator.gt, "gteq": operator.ge,
    "lt": operator.lt, "lteq": operator.le,
    "in": lambda one, many: one in many, "notin": lambda one, many: one not in many,
}  # fmt: skip
_WAYS: dict[type[nodes.Node], Callable[[Evaluation, Any], Any]] = {
    nodes.Name: _name,
    nodes.Const: lambda _, node: node.value,
    nodes.TemplateData: lambda _, node: node.data,
    nodes.Tuple: lambda at, node: tuple(at.all(node.items)),
    nodes.List: lambda at, node: tuple(at.all(node.items)),
    nodes.Getattr: _getattr,
    nodes.Getitem: _getitem,
    nodes.Filter: _filter,
    nodes.CondExpr: _cond,
    nodes.And: _and,
    nodes.Or: _or,
    nodes.Not: lambda at, node: not at.value(node.node),
    nodes.Compare: _compare,
    nodes.Concat: _concat,
    nodes.Neg: lambda at, node: -_number(at.value(node.node)),
    nodes.Pos: lambda at, node: +_number(at.value(node.node)),
    nodes.Add: _binary(operator.add),
    nodes.Sub: _binary(operator.sub),
    nodes.Mul: _binary(_times),
    nodes.Div: _binary(operator.truediv),
    nodes.FloorDiv: _binary(operator.floordiv),
    nodes.Mod: _binary(_modulo),
}
