"""The small language between `{{ }}`: Jinja's writing, of which only what is listed here is taken.

Plans work a tree out themselves (`evaluate`), Word templates compile it; both take the same nodes,
so that a file sent by a stranger runs nothing: no calls, no private names, nothing that grows.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from jinja2 import TemplateSyntaxError, nodes
from jinja2.ext import Extension
from jinja2.lexer import Lexer, Token, TokenStream

MOST_TOKENS = 250
"""Words and marks in one tag: what a reader can still follow, and the parser without deep calls."""
DEEPEST = 20
"""Brackets within brackets in one tag, and conditions within conditions."""

EXPRESSIONS: frozenset[type[nodes.Node]] = frozenset(
    {
        nodes.Add, nodes.And, nodes.Compare, nodes.Concat, nodes.CondExpr, nodes.Const, nodes.Div,
        nodes.Filter, nodes.FloorDiv, nodes.Getattr, nodes.Getitem, nodes.Keyword, nodes.List,
        nodes.Mod, nodes.Mul, nodes.Name, nodes.Neg, nodes.Not, nodes.Operand, nodes.Or, nodes.Pos,
        nodes.Sub, nodes.Tuple, nodes.TemplateData,
    }
)  # fmt: skip
SENTENCES = EXPRESSIONS | {nodes.Template, nodes.Output, nodes.If}
"""What the texts of a plan may hold."""

_OPENING = frozenset({"lparen", "lbracket", "lbrace"})
_CLOSING = frozenset({"rparen", "rbracket", "rbrace"})
_TAG_BEGINS = frozenset({"variable_begin", "block_begin"})
_NO_LOOP = "không dùng được vòng lặp for: dùng view của mục, hoặc bộ lọc each và join"
_NO_COMMAND = "chỉ dùng được lệnh if, elif, else, endif"
_REASONS: dict[type[nodes.Node], str] = {
    nodes.For: _NO_LOOP,
    nodes.Assign: f"không đặt được tên mới: nêu thẳng giá trị; {_NO_COMMAND}",
    nodes.Pow: "không dùng được dấu ** ở đây",
    nodes.Slice: "không cắt được chữ hay danh sách: nêu một mục bằng mã hoặc số thứ tự",
    nodes.Test: "không dùng được phép thử is: so sánh bằng ==, !=, in",
    nodes.Dict: "không viết được nhóm khóa ở đây",
}
_FOREIGN = "điều này không được phép trong kế hoạch"


class RefusedError(ValueError):
    """What the language does not hold, or a budget that is used up; says why, in Vietnamese."""


class UnknownFilterError(ValueError):
    """A filter that there is not."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Tags(Extension):
    """Numbers the tags of a text from 1: the `lineno` of every node and error is its tag's number.

    Refuses what is too long or nested too deep before the parser, which calls itself, goes there.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Jinja's tokens, each with the number of its tag."""
        count = _Count()
        try:
            for token in stream:
                count.take(token)
                yield Token(count.tag, token.type, token.value)
            if count.blocks:  # the end of the text tells of the command that is still open
                yield Token(count.blocks[-1], "data", "")
        except (TemplateSyntaxError, ValueError) as error:  # a ValueError: a number of 5,000 digits
            raise TemplateSyntaxError(str(error), count.tag) from error


@dataclass(slots=True)
class _Count:
    tag: int = 0
    tokens: int = 0
    brackets: int = 0
    blocks: list[int] = field(default_factory=list)
    opening: bool = False  # the next token is the word of a command

    def take(self, token: Token) -> None:
        kind = token.type
        self.tokens += 1
        if kind in _TAG_BEGINS:
            self.tag, self.tokens, self.brackets = self.tag + 1, 0, 0
        elif kind in _OPENING:
            self.brackets += 1
        elif kind in _CLOSING:
            self.brackets -= 1
        elif self.opening:
            self._command(token.value)
        self.opening = kind == "block_begin"
        if self.tokens > MOST_TOKENS:
            raise RefusedError(f"một biểu thức có nhiều nhất {MOST_TOKENS} từ và dấu")
        if max(self.brackets, len(self.blocks)) > DEEPEST:
            raise RefusedError(f"ngoặc, lệnh if chỉ lồng nhau nhiều nhất {DEEPEST} lớp")

    def _command(self, word: str) -> None:
        if word in {"if", "for"}:
            self.blocks.append(self.tag)
        elif word in {"endif", "endfor"} and self.blocks:
            self.blocks.pop()


def refusals(
    tree: nodes.Node, allowed: Container[type[nodes.Node]], filters: Container[str]
) -> Iterator[tuple[nodes.Node, ValueError]]:
    """The outermost nodes that are not taken, in the order of the text, each with its reason."""
    waiting: list[nodes.Node] = [tree]
    while waiting:
        node = waiting.pop()
        reason = _refusal(node, allowed, filters)
        if reason is not None:
            yield node, reason
        else:
            waiting += reversed(list(node.iter_child_nodes()))


def _refusal(
    node: nodes.Node, allowed: Container[type[nodes.Node]], filters: Container[str]
) -> ValueError | None:
    match node:
        case nodes.Call():
            return RefusedError(_called(node.node, filters))
        case nodes.Filter() if node.name not in filters:
            return _no_filter(node.name)
        case nodes.Filter() if node.node is None or node.dyn_args or node.dyn_kwargs:
            return RefusedError(_FOREIGN)
        case nodes.Getattr(attr=name) | nodes.Name(name=name) if name.startswith("_"):
            return RefusedError(_FOREIGN)
        case nodes.Stmt() if type(node) not in allowed:
            return RefusedError(_REASONS.get(type(node), _NO_COMMAND))
    return None if type(node) in allowed else RefusedError(_REASONS.get(type(node), _FOREIGN))


def _called(function: nodes.Expr, filters: Container[str]) -> str:
    name = getattr(function, "attr", getattr(function, "name", ""))
    told = f"không gọi được {name}()" if name else "không gọi được hàm"
    return f"{told}: dùng bộ lọc, viết … | {name}" if name in filters else told


def _no_filter(name: str) -> ValueError:
    """Jinja's own filters are known by name; most of them run, grow or look into things."""
    from jinja2.filters import FILTERS

    if name not in FILTERS:
        return UnknownFilterError(name)
    other = _INSTEAD.get(name, "")
    return RefusedError(f"không dùng được bộ lọc '{name}' ở đây{other and f': dùng {other}'}")


_INSTEAD = {
    **dict.fromkeys(("map", "selectattr", "groupby", "attr"), "each('tên')"),
    **dict.fromkeys(("select", "reject", "list", "rejectattr"), "each('tên'), bỏ các mục trống"),
    **dict.fromkeys(("round", "format", "int", "float"), "number(số chữ số thập phân)"),
    **dict.fromkeys(("title", "capitalize"), "capital_first"),
    "count": "length",
    "d": "default",
}


def tags(text: str, lexer: Lexer) -> Iterator[tuple[int, int]]:
    """Where each tag of a text stands: its start and end; -1 for the end of one never closed."""
    start, at = -1, 0
    try:
        for _, kind, value in lexer.tokeniter(text, None):
            at = max(text.find(value, at), at)
            start = at if kind in _TAG_BEGINS else start
            at += len(value)
            if kind in {"variable_end", "block_end"}:
                yield start, at
                start = -1
    except TemplateSyntaxError:
        pass
    if start >= 0:
        yield start, -1
