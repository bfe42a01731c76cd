"""Columns whose label tells how they are worked out: `3=1+2`, `(6) = (3) - (5)`, `4=3/1`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence

from kehoach.plan.formula import parse_formula
from kehoach.plan.tables import Column

_LABEL = re.compile(r"\(?(?P<own>\w+)\)?\s*=\s*(?P<how>[\w\s()+\-*/:x×.]+)")
_NAME = re.compile(r"\b([0-9]{1,2}[a-z]?|[a-z])\b")


def labelled(columns: Sequence[Column]) -> dict[int, ast.expr]:
    """Each column whose label is a formula over others' labels, read over names `_<index>`."""
    return dict(_labelled(columns))


def _labelled(columns: Sequence[Column]) -> Iterator[tuple[int, ast.expr]]:
    names = {_bare(one.label): index for index, one in enumerate(columns) if one.label}
    for index, column in enumerate(columns):
        found = _LABEL.fullmatch(column.label.strip()) if column.kind == "number" else None
        tree = _tree(found["how"], names) if found else None
        if tree is not None:
            yield index, tree


def _bare(label: str) -> str:
    return label.partition("=")[0].strip(" ()")


def _tree(how: str, names: Mapping[str, int]) -> ast.expr | None:
    used = {one[1] for one in _NAME.finditer(how)}
    if not used <= names.keys():
        return None
    plain = how.replace(":", "/").replace("×", "*").replace("x", "*")
    text = _NAME.sub(lambda found: f"_{names[found[1]]}", plain)
    try:
        return parse_formula(text)
    except ValueError:
        return None
