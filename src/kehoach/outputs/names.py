"""What a template asks for, walked over its syntax tree against a tree of known names.

`jinja2.meta` knows only the first name of `plan.title`, and nothing of loops.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import nodes

from kehoach.outputs.shapes import GIVES, TABLE, Place, Shape, misfit

# A tree of names: None is a text, TABLE a table, a mapping has fields, a list of one element is a
# list of such.
Known = Mapping[str, Any]
_ANYTHING: Any = object()  # what a computation gives: every name under it passes
_ONE_OF = frozenset({"first", "last"})
_OF_LISTS = frozenset({"join", "list_text", "length", "money_total", "max", "min"})


@dataclass(frozen=True, slots=True)
class _Reach:
    """What an expression reaches: its names, its dotted path ("" when it has none), its shape."""

    tree: Any
    path: str = ""
    gives: Shape | None = None


_OPAQUE = _Reach(_ANYTHING)
_Scope = dict[str, _Reach]


class NameWalk:
    """Collects `missing` and `misshapen` (tag, message) and `shown` (dotted fields) of one tree."""

    def __init__(self, known: Known) -> None:
        self._known: _Scope = {name: _Reach(tree, name) for name, tree in known.items()}
        self._place = Place()
        self.missing: list[tuple[int, str]] = []
        self.misshapen: list[tuple[int, str]] = []
        self.shown: set[str] = set()

    def walk(self, tree: nodes.Template) -> None:
        """Go through a whole template."""
        self._all(tree.body, dict(self._known))

    def _all(self, statements: Iterable[nodes.Node], scope: _Scope) -> None:
        for node in statements:
            if isinstance(node, nodes.For):
                self._for(node, scope)
            elif isinstance(node, nodes.If):
                self._show(node.test, scope)
                self._all([*node.body, *node.elif_, *node.else_], scope)
            elif isinstance(node, nodes.Output):
                for child in node.nodes:
                    self._print(child, scope)

    def _for(self, node: nodes.For, scope: _Scope) -> None:
        reach = self._reach(node.iter, scope)
        if reach.tree is not _ANYTHING and not isinstance(reach.tree, list):
            told = f"“{reach.path}” không phải là danh sách, không lặp qua được bằng for."
            self.misshapen.append((node.lineno, told))
        inner = scope | {"loop": _OPAQUE}
        for name in node.target.find_all(nodes.Name):
            inner[name.name] = _OPAQUE
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = _element(reach)
        if node.test is not None:
            self._show(node.test, inner)
        self._all(node.body, inner)
        self._all(node.else_, scope)

    def _print(self, node: nodes.Node, scope: _Scope) -> None:
        if isinstance(node, nodes.TemplateData):
            self._place.pass_over(node.data)
            return
        self._show(node, scope)
        for one in _alternatives(node):
            before = len(self.missing)
            reach = self._reach(one, scope)
            del self.missing[before:]  # told by _show
            if told := misfit(reach.tree, reach.gives, self._place.shape, reach.path):
                self.misshapen.append((node.lineno, told))

    def _show(self, node: nodes.Node, scope: _Scope) -> None:
        reach = self._reach(node, scope)
        if reach.path:
            self.shown.add(reach.path)

    def _reach(self, node: nodes.Node, scope: _Scope) -> _Reach:
        match node:
            case nodes.Name(name=name):
                return self._name(name, node.lineno, scope)
            case nodes.Getattr(node=owner, attr=name):
                return self._field(self._reach(owner, scope), name, node.lineno)
            case nodes.Getitem(node=owner, arg=nodes.Const(value=str(name))):
                return self._field(self._reach(owner, scope), name, node.lineno)
            case nodes.Getitem(node=owner, arg=arg):
                self._show(arg, scope)
                return _element(self._reach(owner, scope))
            case nodes.Filter():
                return self._filter(node, scope)
            case nodes.Test(name="defined" | "undefined"):
                before = len(self.missing)
                self._show(node.node, scope)
                del self.missing[before:]
                return _OPAQUE
        for child in node.iter_child_nodes():
            self._show(child, scope)
        return _OPAQUE

    def _name(self, name: str, tag: int, scope: _Scope) -> _Reach:
        if name in scope:
            return scope[name]
        self._miss(tag, f"Không có “{name}” trong dữ liệu của mẫu", name, scope)
        return _OPAQUE

    def _miss(self, tag: int, message: str, name: str, names: Iterable[str]) -> None:
        near = difflib.get_close_matches(name, list(names), 1)
        self.missing.append((tag, f"{message}; có phải “{near[0]}”?" if near else f"{message}."))

    def _field(self, reach: _Reach, name: str, tag: int) -> _Reach:
        if reach.tree is _ANYTHING:
            return _OPAQUE
        if isinstance(reach.tree, Mapping) and name in reach.tree:
            return _Reach(reach.tree[name], f"{reach.path}.{name}")
        fields = reach.tree if isinstance(reach.tree, Mapping) else ()
        self._miss(tag, f"Không có trường “{name}” trong “{reach.path}”", name, fields)
        return _OPAQUE

    def _filter(self, node: nodes.Filter, scope: _Scope) -> _Reach:
        assert node.node is not None  # grammar.refusals: no `{% filter %}`
        reach = self._reach(node.node, scope)
        for argument in (*node.args, *(one.value for one in node.kwargs)):
            self._show(argument, scope)
        if node.name in _ONE_OF:
            return _element(reach)
        if node.name == "each":
            return self._each(node, reach)
        if reach.path:
            self.shown.add(reach.path)
        gives: Shape = GIVES.get(node.name, "text")
        if told := _untaken(node.name, reach):
            self.misshapen.append((node.lineno, told))
        return _Reach(_ANYTHING, gives=gives)

    def _each(self, node: nodes.Filter, reach: _Reach) -> _Reach:
        found = _element(reach)
        for step in _path(node):
            found = _element(self._field(found, step, node.lineno))
        if found.path:
            self.shown.add(found.path)
        return _Reach([found.tree], found.path)


def _path(node: nodes.Filter) -> list[str]:
    """The steps that the filter `each` is told."""
    match node.args:
        case [nodes.Const(value=str(path))]:
            return path.split(".")
    return []


def _untaken(name: str, reach: _Reach) -> str:
    """Why a filter does not take what it is given."""
    tree = reach.tree
    if tree is _ANYTHING or name == "default":
        return ""
    if name == "table":
        fits, needed = tree is TABLE or isinstance(tree, Mapping), "bảng"
    elif name in _OF_LISTS:
        fits, needed = isinstance(tree, list), "danh sách"
    else:
        fits, needed = tree is None, "chữ"
    return "" if fits else f"“{reach.path}” không phải là {needed}: bộ lọc {name} không dùng được."


def _alternatives(node: nodes.Node) -> Iterator[nodes.Node]:
    """The expressions of which one is printed."""
    match node:
        case nodes.CondExpr(expr1=one, expr2=two):
            yield from _alternatives(one)
            yield from _alternatives(two) if two is not None else ()
        case nodes.Or(left=one, right=two) | nodes.And(left=_ as one, right=two):
            yield from _alternatives(one)
            yield from _alternatives(two)
        case _:
            yield node


def _element(reach: _Reach) -> _Reach:
    """An item of a list; the value itself where it is none."""
    if isinstance(reach.tree, list):
        return _Reach(reach.tree[0] if reach.tree else _ANYTHING, reach.path)
    return reach
