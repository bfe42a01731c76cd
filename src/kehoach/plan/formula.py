"""Formulas of table columns: arithmetic over the ids of other columns, exact in Decimal."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache

_OPERATORS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


@lru_cache(maxsize=256)
def parse_formula(formula: str) -> ast.expr:
    """Read `poor / households * 100`; ValueError in Vietnamese when it is not arithmetic.

    >>> names(parse_formula("poor / households * 100"))
    ['households', 'poor']
    """
    try:
        tree = ast.parse(formula.strip(), mode="eval").body
    except SyntaxError:
        raise ValueError(f"công thức '{formula}' viết sai; ví dụ đúng: (a - b) / c * 100") from None
    for node in ast.walk(tree):
        _refuse_other(node, formula)
    return tree


def _refuse_other(node: ast.AST, formula: str) -> None:
    arithmetic = (ast.BinOp, ast.UnaryOp, ast.USub, ast.Name, ast.Load, ast.Constant)
    number = not isinstance(node, ast.Constant) or type(node.value) in (int, float)
    if not (isinstance(node, (*arithmetic, *_OPERATORS)) and number):
        raise ValueError(f"công thức '{formula}' chỉ được có mã cột, số và các dấu + - * / ( )")


def names(tree: ast.expr) -> list[str]:
    """The column ids that a formula uses."""
    return sorted({node.id for node in ast.walk(tree) if isinstance(node, ast.Name)})


def evaluate(tree: ast.expr, values: Mapping[str, Decimal | None]) -> Decimal | None:
    """The exact value; nothing where a column is empty or the divisor is zero.

    >>> evaluate(parse_formula("a / b * 100"), {"a": Decimal(1), "b": Decimal(8)})
    Decimal('12.500')
    """
    match tree:
        case ast.Name(id=name):
            return values.get(name)
        case ast.Constant(value=value):
            return Decimal(str(value))
        case ast.UnaryOp(operand=operand):
            inner = evaluate(operand, values)
            return None if inner is None else -inner
        case ast.BinOp(left=left, op=op, right=right):
            one, two = evaluate(left, values), evaluate(right, values)
            if one is None or two is None or (isinstance(op, ast.Div) and not two):
                return None
            return _OPERATORS[type(op)](one, two)
    raise ValueError("công thức không tính được")  # parse_formula refuses everything else
