"""Whether what a template makes is well-formed XML: shown once for all fillings, or looked at.

Looking at every filled part costs a quarter of the time of filling it (22 of 79 ms for a large
document, measured 2026-11-29). But values print as escaped text or as whole elements that the
drawing filters made, so a part can only be broken by its loops and conditions. Where each of their
branches leaves the same elements open that it found open, and no value stands inside a tag, all
fillings are well-formed; of other parts each filling is parsed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from jinja2 import nodes

_DRAWN = frozenset({"runs", "table", "rule", "e", "escape", "forceescape"})
"""Filters that give whole elements or escaped text, as long as nothing else is done to it."""
_MARKUP = _DRAWN | {"safe", "urlize", "xmlattr", "tojson"}
_UNSEEN = ("<!--", "<![CDATA[")
"""Where what looks like a tag is none: no shipped template has such."""
_HOLE = "<_/>"
"""What stands for a value or a block: an element, which no tag and no attribute may hold."""


def always_well_formed(tree: nodes.Template) -> bool:
    """Whether every filling of a part is well-formed, whatever the values."""
    try:
        _Branch((), tree.body).prove()
    except (expat.ExpatError, _UnprovenError):
        return False
    return True


class _UnprovenError(Exception):
    """A block that is neither loop nor condition, or something that hides tags."""


class _Branch:
    """The body of a part, loop or condition, parsed below the elements that are open there."""

    def __init__(self, around: Sequence[str], body: Iterable[nodes.Node]) -> None:
        self._around = tuple(around)
        self._body = body
        self._open: list[str] = []
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = lambda name, _: self._open.append(name)
        self._parser.EndElementHandler = lambda _: self._open.pop()

    def prove(self) -> None:
        """Raises ExpatError where the body breaks the elements around it."""
        self._feed("".join(f"<{name}>" for name in self._around))
        for one in self._body:
            self._node(one)
        self._parser.Parse("".join(f"</{name}>" for name in reversed(self._around)), True)

    def _feed(self, text: str) -> None:
        self._parser.Parse(text, False)

    def _node(self, node: nodes.Node) -> None:
        from jinja2 import nodes

        if isinstance(node, nodes.Output):
            for one in node.nodes:
                self._printed(one)
        elif isinstance(node, nodes.For):
            self._branches(node.body, node.else_)
        elif isinstance(node, nodes.If):
            bodies = (node.body, *(one.body for one in node.elif_), node.else_)
            self._branches(*bodies)
        elif isinstance(node, nodes.Assign):
            _refuse_markup(node.node)
        else:
            raise _UnprovenError

    def _printed(self, node: nodes.Node) -> None:
        from jinja2 import nodes

        if not isinstance(node, nodes.TemplateData):
            _refuse_cut_markup(node)
            self._feed(_HOLE)
        elif any(one in node.data for one in _UNSEEN):
            raise _UnprovenError
        else:
            self._feed(node.data)

    def _branches(self, *bodies: Sequence[nodes.Node]) -> None:
        self._feed(_HOLE)
        for body in bodies:
            _Branch(self._open, body).prove()


def _refuse_cut_markup(printed: nodes.Node) -> None:
    """What is drawn may be printed; cut, joined or replaced it may no longer be whole."""
    from jinja2 import nodes

    if isinstance(printed, nodes.CondExpr):
        for one in (printed.expr1, printed.expr2):
            if one is not None:
                _refuse_cut_markup(one)
    elif isinstance(printed, nodes.Filter) and printed.name in _DRAWN and printed.node:
        _refuse_markup(printed.node)
    else:
        _refuse_markup(printed)


def _refuse_markup(node: nodes.Node) -> None:
    from jinja2 import nodes

    filters = [*node.find_all(nodes.Filter), *([node] if isinstance(node, nodes.Filter) else [])]
    if any(one.name in _MARKUP for one in filters):
        raise _UnprovenError


def refuse_broken(xml: str | bytes) -> None:
    """Look at a filled part.

    Raises:
        ValueError: it is no well-formed XML; says in Vietnamese what is wrong and where.
    """
    try:
        expat.ParserCreate().Parse(xml, True)
    except expat.ExpatError as error:
        raise ValueError(f"phần điền ra không còn là XML đúng ({error})") from error
