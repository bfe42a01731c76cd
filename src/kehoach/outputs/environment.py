"""The Jinja environment of every template: what the language holds, escaped, within budgets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, Template, nodes, pass_context, pass_environment
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from kehoach.formats import FILTERS as FORMATS
from kehoach.plan.filters import SMALL
from kehoach.plan.grammar import SENTENCES, RefusedError, Tags, refusals
from kehoach.word.keys import Keyed, inside_run
from kehoach.word.xmltext import refuse_forbidden

if TYPE_CHECKING:
    from jinja2.environment import Environment

ALLOWED = SENTENCES | {nodes.For, nodes.Test}
"""The nodes of a template: those of a plan's text, loops over lists, tests."""
TESTS = frozenset({"defined", "undefined", "none", "odd", "even"})
TURNS = "turns"
"""The name under which a filling finds what its loops may still take."""
MOST_TURNS = 2_000_000
MOST_LETTERS = 200_000_000
_LISTED = ".listed"  # no tag can name it
_LOOP = frozenset({"index", "index0", "first", "last", "length", "revindex"})
_LISTS = (str, tuple, list)
_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;"), ("'", "&#39;"))


class TemplateEnvironment(SandboxedEnvironment):
    """Values are read by field, key or number, never by method."""

    intercepted_binops = frozenset({"*", "%"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a value of the context, a key of a map."""
        kind = type(obj)
        if kind is dict:
            if attribute in obj:
                return obj[attribute]
        elif attribute in getattr(kind, "__dataclass_fields__", ()) or (
            kind is LoopContext and attribute in _LOOP
        ):
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item of a list by its number, anything by its name."""
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        if isinstance(obj, (tuple, list)) and -len(obj) <= argument < len(obj):
            return obj[argument]
        return self.undefined(obj=obj, name=argument)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Numbers alone: a text times a number, or formatted to a width, grows without end."""
        if isinstance(left, _LISTS) or isinstance(right, _LISTS):
            raise RefusedError(f"Dấu {operator} chỉ dùng được với số.")
        return super().call_binop(context, operator, left, right)


def environment(filters: Mapping[str, Callable[..., object]]) -> TemplateEnvironment:
    """An environment with these filters besides the language's own."""
    made = TemplateEnvironment(autoescape=True, undefined=StrictUndefined, extensions=[Tags])
    made.globals.clear()
    made.filters = {**SMALL, "each": _each, **FORMATS, **filters, _LISTED: _listed}
    made.tests = {name: made.tests[name] for name in TESTS}
    made.concat = _within_budget  # type: ignore[method-assign]
    return made


def compiled(made: TemplateEnvironment, tree: nodes.Template) -> Template:
    """A checked tree as a template whose loops count their turns and whose values are `printed`.

    Jinja's own `escape` builds a Markup for each value, which is half the time of filling a
    document, and looks for no forbidden characters; its code finds the function by name.

    Raises:
        jinja2.TemplateSyntaxError: a test that there is not.
    """
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, _LISTED, [], [], None, None, lineno=loop.lineno)
    tree.set_environment(made)
    template = Template.from_code(made, made.compile(tree), {})
    template.root_render_func.__globals__["escape"] = printed
    return template


def checked(tree: nodes.Template, made: TemplateEnvironment) -> nodes.Template:
    """The same tree; ValueError where it holds what the language does not."""
    for _, reason in refusals(tree, ALLOWED, made.filters):
        raise reason
    return tree


@pass_context
def _listed(context: Context, items: Any) -> Any:
    """A list to loop over; its turns are taken at once, which costs a loop one call."""
    if not isinstance(items, (tuple, list)):
        iter(items)  # what there is not says so itself
        raise RefusedError("Chỉ lặp được (for) trên một danh sách, đây là một giá trị.")
    left = context.get(TURNS)
    if left is not None:
        left[0] -= len(items)
        if left[0] < 0:
            raise RefusedError(f"Các vòng lặp của mẫu chạy quá {MOST_TURNS} lượt.")
    return items


def _within_budget(pieces: Iterable[str]) -> str:
    """The pieces as one text; looked at a few hundred at a time, which costs nothing."""
    waiting: Iterator[str] = iter(pieces)
    found, size = [], 0
    while some := "".join(islice(waiting, 256)):
        found.append(some)
        size += len(some)
        if size > MOST_LETTERS:
            raise RefusedError(f"Văn bản dài quá {MOST_LETTERS} chữ.")
    return "".join(found)


@pass_environment
def _each(environment: Environment, items: Any, path: str) -> list[Any]:
    """What a dotted path gives from each item, as in plans."""
    found = items
    for step in path.split("."):
        found = [environment.getattr(one, step) for one in found]
    return [one for one in found if one is not None and one != ""]


def printed(value: object) -> str:
    """A value as it stands in the XML, safe in text and in attributes; markup stays as it is.

    Raises:
        ValueError: it holds a character no XML file may hold.
        TypeError: it is None, which would print as a word, or no plain value.
    """
    if type(value) is not str:
        if type(value) is Markup:
            return value
        if hasattr(value, "__html__"):
            return str(value.__html__())
        if type(value) is Keyed:
            return inside_run(value) + printed(str(value))
        value = _text(value)
    if not value.isprintable():
        refuse_forbidden(value)
    for letter, entity in _ENTITIES:
        if letter in value:
            value = value.replace(letter, entity)
    return value


def _text(value: object) -> str:
    if value is None:
        raise TypeError("Giá trị trống: hãy dùng {% if %} hoặc {{ ... or '' }} trong mẫu.")
    if isinstance(value, (tuple, list, dict)) or hasattr(value, "__dataclass_fields__"):
        kind = type(value)
        if "__str__" not in vars(kind):
            raise TypeError("Đây là cả một mục hoặc danh sách, hãy nêu một giá trị trong đó.")
    return str(value)
