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
    """The exact value; nothing where no column has a number, or it cannot be told.

    A sum or difference takes an empty column as nothing; a product or quotient with one cannot be
    told, and neither can anything that uses a column which `values` does not know.

    >>> evaluate(parse_formula("a / b * 100"), {"a": Decimal(1), "b": Decimal(8)})
    Decimal('12.500')
    >>> evaluate(parse_formula("a + b"), {"a": None, "b": Decimal(8)})
    Decimal('8')
    """
    used = names(tree)
    if used and all(values.get(name) is None for name in used):
        return None
    found = _value(tree, values)
    return None if found is None or found.is_nan() else found


_UNKNOWN = Decimal("NaN")  # what is worked out with it is unknown too


def _value(tree: ast.expr, values: Mapping[str, Decimal | None]) -> Decimal | None:
    """The value of a part; None where it is empty, not a number where it cannot be told."""
    match tree:
        case ast.Name(id=name):
            return values.get(name, _UNKNOWN)
        case ast.Constant(value=Decimal() as value):
            return value
        case ast.UnaryOp(operand=operand):
            inner = _value(operand, values)
            return None if inner is None else EXACT.minus(inner)
        case ast.BinOp(left=left, op=op, right=right):
            return _joined(op, _value(left, values), _value(right, values))
    raise ValueError("công thức không tính được")  # parse_formula refuses everything else


def _joined(op: ast.operator, one: Decimal | None, two: Decimal | None) -> Decimal | None:
    if one is None and two is None:
        return None
    if isinstance(op, ast.Add | ast.Sub):
        one, two = one or Decimal(0), two or Decimal(0)
    if one is None or two is None or (isinstance(op, ast.Div) and not two):
        return _UNKNOWN
    return _OPERATORS[type(op)](one, two)
