"""How the total of each column comes about: rows added, its formula over the sums, or not at all.

Amounts add up; rates and prices do not. A formula shows which of them it makes: a quotient of
amounts is a rate, worked out of the sums; a product of columns is an amount, whose rows are added.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from enum import Enum
from typing import Literal, NamedTuple

from kehoach.plan.column_labels import labelled
from kehoach.plan.formula import parse_formula
from kehoach.plan.tables import Column

How = Literal["add", "formula", "none", "ask"]
"""Rows added; the formula over the line's own cells; left empty; not to be told: the plan says."""

_PRICE = re.compile(r"đơn giá|định mức|hệ số|năng suất|mật độ", re.IGNORECASE)
_RATE = re.compile(r"t[ỷỉ] lệ|t[ỷỉ] suất|t[ỷỉ] trọng|bình quân|%", re.IGNORECASE)


def parsed(formula: str) -> ast.expr | None:
    """A formula as a tree; None where there is none, or a wrong one, which its own check tells."""
    try:
        return parse_formula(formula) if formula else None
    except ValueError:
        return None


def hows(columns: Sequence[Column]) -> tuple[How, ...]:
    """How each column's cell in a line of sums comes about."""
    shapes = _Shapes(columns)
    return tuple(shapes.how(index) for index in range(len(columns)))


def labels_of_sums(columns: Sequence[Column]) -> frozenset[int]:
    """The columns whose label holds in a line of sums too: no product, nothing unclear."""
    shapes = _Shapes(columns)
    made = {index: shapes.tree(tree) for index, tree in shapes.labels.items()}
    return frozenset(
        index
        for index, one in made.items()
        if not one.by_row and one.shape in {_Shape.AMOUNT, _Shape.RATE}
    )


class _Shape(Enum):
    """What a value is when rows come together."""

    FIXED = "a number that the formula writes"
    AMOUNT = "adds up over rows"
    RATE = "does not: a rate, a price"
    OPEN = "a column that is not added, amount or rate"
    UNCLEAR = "no one can tell"


class _Made(NamedTuple):
    """The shape of a part of a formula, and whether only its rows, not the sums, can give it."""

    shape: _Shape
    by_row: bool = False


class _Shapes:
    """The columns of one table; each is looked at once, though others use it."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = columns
        self.labels = labelled(columns)
        self.places = {one.id: index for index, one in enumerate(columns) if one.id}
        self.trees = [parsed(one.formula) for one in columns]
        self.known: dict[int, _Made] = {}

    def how(self, index: int) -> How:
        """How a column's total comes about."""
        column = self.columns[index]
        if column.kind != "number":
            return "none"
        if column.total:
            return column.total
        if column.formula:
            made = self.column(index)
            return "none" if made.by_row and not column.sum else _of_formula(made)
        if not column.sum:
            return "none"
        return self.plain(index)

    def plain(self, index: int) -> How:
        """A column whose cells are written, by its title and its label."""
        column = self.columns[index]
        if "sum" in column.model_fields_set:
            return "add"
        label = self.labels.get(index)
        if label is not None and self.tree(label).shape is _Shape.RATE:
            return "ask"
        if _PRICE.search(column.title):
            return "none"
        return "ask" if _names_rate(column) else "add"

    def column(self, index: int) -> _Made:
        """What a column's values are."""
        if index not in self.known:
            self.known[index] = _Made(_Shape.UNCLEAR)  # as long as it is looked at: no circles
            self.known[index] = self.looked_at(index)
        return self.known[index]

    def looked_at(self, index: int) -> _Made:
        column, tree = self.columns[index], self.trees[index]
        if column.total:
            stated = {"add": _Shape.AMOUNT, "formula": _Shape.RATE, "none": _Shape.OPEN}
            return _Made(stated[column.total])
        if tree is not None:
            return self.tree(tree)
        if column.formula:
            return _Made(_Shape.UNCLEAR)
        if _PRICE.search(column.title) or _names_rate(column):
            return _Made(_Shape.RATE)
        return _Made(_Shape.AMOUNT if column.sum else _Shape.OPEN)

    def tree(self, tree: ast.expr) -> _Made:
        """What a part of a formula or label makes."""
        match tree:
            case ast.Name(id=name):
                place = self.places.get(name, _of_label(name))
                shape = _Shape.UNCLEAR if place is None else self.column(place).shape
                return _Made(shape)
            case ast.UnaryOp(operand=operand):
                return self.tree(operand)
            case ast.BinOp(left=left, op=op, right=right):
                one, two = self.tree(left), self.tree(right)
                made = _JOINS[type(op)](one.shape, two.shape)
                return _Made(made.shape, made.by_row or one.by_row or two.by_row)
        return _Made(_Shape.FIXED)


def _of_label(name: str) -> int | None:
    """The place in a name that `labelled` makes."""
    return int(name[1:]) if re.fullmatch(r"_\d+", name) else None


def _names_rate(column: Column) -> bool:
    return bool(_RATE.search(column.title) or "%" in column.unit or "/" in column.unit)


def _of_formula(made: _Made) -> How:
    if made.shape is _Shape.AMOUNT:
        return "add" if made.by_row else "formula"
    settled = made.shape in {_Shape.RATE, _Shape.OPEN} and not made.by_row
    return "formula" if settled else "ask"


def _sum(one: _Shape, two: _Shape) -> _Made:
    if one is two:
        return _Made(one)
    pair = {one, two}
    if _Shape.FIXED in pair and pair & {_Shape.RATE, _Shape.OPEN}:
        return _Made((pair - {_Shape.FIXED}).pop())  # 100 - rate
    return _Made(_Shape.UNCLEAR)


def _product(one: _Shape, two: _Shape) -> _Made:
    if _Shape.FIXED in {one, two}:
        return _Made(two if one is _Shape.FIXED else one)
    if _Shape.UNCLEAR in {one, two} or one is two is _Shape.RATE:
        return _Made(_Shape.UNCLEAR)
    return _Made(_Shape.AMOUNT, by_row=True)


def _quotient(one: _Shape, two: _Shape) -> _Made:
    if two is _Shape.FIXED:
        return _Made(one)
    if one is _Shape.AMOUNT and two is _Shape.RATE:
        return _Made(_Shape.AMOUNT, by_row=True)
    if two in {_Shape.AMOUNT, _Shape.OPEN} and one not in {_Shape.RATE, _Shape.UNCLEAR}:
        return _Made(_Shape.RATE)
    return _Made(_Shape.UNCLEAR)


_JOINS = {ast.Add: _sum, ast.Sub: _sum, ast.Mult: _product, ast.Div: _quotient}
