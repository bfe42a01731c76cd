"""Which names a template asks for, walked over Jinja's syntax tree against a tree of known names.

`jinja2.meta` knows only the first name of `plan.title`, and nothing of loops.
"""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from jinja2 import Environment, nodes

# A tree of names: None is a leaf, a mapping has fields, a list of one element is a list of such.
Known = Mapping[str, Any]
_ANYTHING: Any = object()  # what a call or a computation gives: every name under it passes
_SAME = frozenset({"sort", "list", "reverse", "unique", "selectattr", "rejectattr", "select"})
_ONE_OF = frozenset({"first", "last", "random", "min", "max"})
_BY_ATTRIBUTE = frozenset({"selectattr", "rejectattr", "groupby"})
_OF_LEAVES = frozenset(
    {*dir(str), *dir(Decimal), *dir(dt.date), *dir(list), *dir(dict)}  # methods of data
)


@dataclass(frozen=True, slots=True)
class _Reach:
    """What an expression reaches: its names, and its dotted path ("" when it has none)."""

    tree: Any
    path: str = ""


_OPAQUE = _Reach(_ANYTHING)
_Scope = dict[str, _Reach]


class NameWalk:
    """Collects `missing` (line, message) and `shown` (dotted fields) of one syntax tree."""

    def __init__(self, environment: Environment, known: Known) -> None:
        self._environment = environment
        self._known: _Scope = dict.fromkeys(environment.globals, _OPAQUE)
        self._known |= {name: _Reach(tree, name) for name, tree in known.items()}
        self.missing: list[tuple[int, str]] = []
        self.shown: set[str] = set()

    def walk(self, tree: nodes.Template) -> None:
        """Go through a whole template."""
        self._all(tree.body, dict(self._known))

    def _all(self, statements: Iterable[nodes.Node], scope: _Scope) -> None:
        for one in statements:
            self._statement(one, scope)

    def _statement(self, node: nodes.Node, scope: _Scope) -> None:
        if isinstance(node, nodes.For):
            self._for(node, scope)
        elif isinstance(node, nodes.Assign):
            self._bind(node.target, self._reach(node.node, scope), scope)
        elif isinstance(node, nodes.AssignBlock):
            self._bind(node.target, _OPAQUE, scope)
            self._all(node.body, dict(scope))
        elif isinstance(node, nodes.With):
            self._with(node, scope)
        elif isinstance(node, nodes.Macro):
            scope[node.name] = _OPAQUE
            self._all(node.body, scope | _opaque(node.args) | _MACRO_NAMES)
        elif isinstance(node, nodes.CallBlock):
            self._show(node.call, scope)
            self._all(node.body, scope | _opaque(node.args))
        else:
            self._children(node, scope)

    def _children(self, node: nodes.Node, scope: _Scope) -> None:
        """Output, If, Scope, ...: expressions are shown, statements walked in the same scope."""
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Expr):
                self._show(child, scope)
            else:
                self._statement(child, scope)

    def _for(self, node: nodes.For, scope: _Scope) -> None:
        inner = dict(scope) | {"loop": _OPAQUE}
        self._bind(node.target, _element(self._reach(node.iter, scope)), inner)
        if node.test is not None:
            self._show(node.test, inner)
        self._all(node.body, inner)
        self._all(node.else_, dict(scope))

    def _with(self, node: nodes.With, scope: _Scope) -> None:
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            self._bind(target, self._reach(value, scope), inner)
        self._all(node.body, inner)

    def _bind(self, target: nodes.Node, reach: _Reach, scope: _Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = reach
        elif isinstance(target, nodes.Tuple):
            for one in target.items:
                self._bind(one, _OPAQUE, scope)

    def _show(self, node: nodes.Node, scope: _Scope) -> None:
        reach = self._reach(node, scope)
        if reach.path:
            self.shown.add(reach.path)

    def _reach(self, node: nodes.Node, scope: _Scope) -> _Reach:
        if isinstance(node, nodes.Name):
            return self._name(node, scope)
        if isinstance(node, nodes.Getattr):
            return self._field(self._reach(node.node, scope), node.attr, node.lineno)
        if isinstance(node, nodes.Getitem):
            return self._item(node, scope)
        if isinstance(node, nodes.Filter):
            return self._filter(node, scope)
        if isinstance(node, nodes.Test):
            return self._test(node, scope)
        if isinstance(node, nodes.CondExpr):
            return self._either(node, scope)
        self._children(node, scope)
        return _OPAQUE

    def _name(self, node: nodes.Name, scope: _Scope) -> _Reach:
        if node.name in scope:
            return scope[node.name]
        self._miss(node.lineno, f"Không có “{node.name}” trong dữ liệu của mẫu", node.name, scope)
        return _OPAQUE

    def _miss(self, line: int, message: str, name: str, names: Iterable[str]) -> None:
        near = difflib.get_close_matches(name, list(names), 1)
        self.missing.append((line, f"{message}; có phải “{near[0]}”?" if near else f"{message}."))

    def _field(self, reach: _Reach, name: str, line: int) -> _Reach:
        tree = reach.tree
        if tree is _ANYTHING:
            return _OPAQUE
        if isinstance(tree, Mapping) and name in tree:
            return _Reach(tree[name], f"{reach.path}.{name}")
        if name in _OF_LEAVES and not name.startswith("_"):
            return _Reach(_ANYTHING, reach.path)
        fields = tree if isinstance(tree, Mapping) else ()
        self._miss(line, f"Không có trường “{name}” trong “{reach.path}”", name, fields)
        return _OPAQUE

    def _item(self, node: nodes.Getitem, scope: _Scope) -> _Reach:
        reach = self._reach(node.node, scope)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._field(reach, node.arg.value, node.lineno)
        if isinstance(node.arg, nodes.Slice):
            return reach
        self._show(node.arg, scope)
        return _element(reach)

    def _filter(self, node: nodes.Filter, scope: _Scope) -> _Reach:
        if node.name not in self._environment.filters:
            self._miss(
                node.lineno, f"Không có bộ lọc “{node.name}”", node.name, self._environment.filters
            )
        reach = _OPAQUE if node.node is None else self._reach(node.node, scope)
        for argument in (*node.args, *(one.value for one in node.kwargs)):
            self._show(argument, scope)
        by = self._by_attribute(node, reach)
        if node.name in _SAME:
            return reach
        if node.name in _ONE_OF:
            return _element(reach)
        if node.name == "map" and by is not None:
            return _Reach([by.tree], by.path)
        if reach.path and by is None:
            self.shown.add(reach.path)
        return _OPAQUE

    def _by_attribute(self, node: nodes.Filter, reach: _Reach) -> _Reach | None:
        """The field that `attribute="..."` (or the first argument of some filters) names."""
        named = [one.value for one in node.kwargs if one.key == "attribute"]
        if node.name in _BY_ATTRIBUTE:
            named += node.args[:1]
        for one in named:
            if isinstance(one, nodes.Const) and isinstance(one.value, str):
                found = _element(reach)
                for step in one.value.split("."):
                    found = self._field(found, step, node.lineno)
                if found.path:
                    self.shown.add(found.path)
                return found
        return None

    def _test(self, node: nodes.Test, scope: _Scope) -> _Reach:
        if node.name not in self._environment.tests:
            self._miss(node.lineno, f"Không có phép thử “{node.name}”", node.name, ())
        before = len(self.missing)
        self._children(node, scope)
        if node.name in ("defined", "undefined"):
            del self.missing[before:]
        return _OPAQUE

    def _either(self, node: nodes.CondExpr, scope: _Scope) -> _Reach:
        self._show(node.test, scope)
        if node.expr2 is not None:
            self._show(node.expr2, scope)
        return self._reach(node.expr1, scope)


_MACRO_NAMES = dict.fromkeys(("caller", "varargs", "kwargs"), _OPAQUE)


def _opaque(arguments: Iterable[nodes.Name]) -> _Scope:
    return {one.name: _OPAQUE for one in arguments}


def _element(reach: _Reach) -> _Reach:
    if isinstance(reach.tree, list):
        return _Reach(reach.tree[0] if reach.tree else _ANYTHING, reach.path)
    return _Reach(_ANYTHING, reach.path)
