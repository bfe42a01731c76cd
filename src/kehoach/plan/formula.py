"""Formulas of table columns: arithmetic over the ids of other columns, exact in Decimal."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from kehoach.formats.values.number import EXACT

_OPERATORS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: EXACT.add,
    ast.Sub: EXACT.subtract,
    ast.Mult: EXACT.multiply,
    ast.Div: EXACT.divide,
}
_LONGEST = 500
_LITERAL = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def parse_formula(formula: str) -> ast.expr:
    """Read `poor / households * 100`; ValueError in Vietnamese when it is not arithmetic.

    >>> names(parse_formula("poor / households * 100"))
    ['households', 'poor']
    """
    text = formula.strip()
    try:
        tree = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ValueError(f"công thức '{formula}' viết sai; ví dụ đúng: (a - b) / c * 100") from None
    if len(text) > _LONGEST or not all(_allowed(node, text) for node in ast.walk(tree)):
        raise ValueError(f"công thức '{formula}' chỉ được có mã cột, số và các dấu + - * / ( )")
    return tree


def _allowed(node: ast.AST, text: str) -> bool:
    """Whether a node is arithmetic; a number in it becomes the exact one that is written."""
    if isinstance(node, ast.Constant):
        written = ast.get_source_segment(text, node) or ""
        if not _LITERAL.fullmatch(written):
            return False
        node.value = Decimal(written)  # type: ignore[assignment] # instead of Python's float
        return True
    names = (ast.BinOp, ast.UnaryOp, ast.USub, ast.Name, ast.Load)
    return isinstance(node, (*names, *_OPERATORS))


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
        case ast.Constant(value=Decimal() as value):
            return value
        case ast.UnaryOp(operand=operand):
            inner = evaluate(operand, values)
            return None if inner is None else EXACT.minus(inner)
        case ast.BinOp(left=left, op=op, right=right):
            one, two = evaluate(left, values), evaluate(right, values)
            if one is None or two is None or (isinstance(op, ast.Div) and not two):
                return None
            return _OPERATORS[type(op)](one, two)
    raise ValueError("công thức không tính được")  # parse_formula refuses everything else
