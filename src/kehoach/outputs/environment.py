"""The Jinja environment of every template: sandboxed, escaping, strict about names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import CodeType, FrameType, FunctionType, GeneratorType, MethodType, TracebackType
from typing import Any

from jinja2 import StrictUndefined, Template, nodes
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from kehoach.word.keys import Keyed, inside_run
from kehoach.word.xmltext import refuse_forbidden

_PLAIN = frozenset({str, Markup, int, bool, tuple, list})
_DICT = frozenset(dir(dict))
_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;"), ("'", "&#39;"))
_GUARDED = frozenset(
    {CodeType, FrameType, FunctionType, GeneratorType, MethodType, TracebackType, type}
)


class TemplateEnvironment(SandboxedEnvironment):
    """A sandbox whose plain data costs one look instead of ten type tests."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Data under a public name passes at once; all else takes the sandbox's way."""
        if type(obj) is dict:
            if attribute in obj and attribute not in _DICT:
                return obj[attribute]
        elif type(obj) not in _GUARDED and attribute[0] != "_":
            value = getattr(obj, attribute, None)
            if type(value) in _PLAIN:
                return value
        return super().getattr(obj, attribute)


def environment(filters: Mapping[str, Callable[..., object]]) -> TemplateEnvironment:
    """An environment with these filters besides Jinja's own."""
    made = TemplateEnvironment(autoescape=True, undefined=StrictUndefined)
    made.filters.update(filters)
    return made


def compiled(made: TemplateEnvironment, source: str | nodes.Template) -> Template:
    """A template, from its text or its syntax tree, whose values go through `printed`.

    Jinja's own `escape` builds a Markup for each value, which is half the time of filling a
    document, and looks for no forbidden characters; its code finds the function by name.

    Raises:
        jinja2.TemplateSyntaxError: a tag that does not parse.
    """
    template = made.from_string(source)
    template.root_render_func.__globals__["escape"] = printed
    return template


def printed(value: object) -> str:
    """A value as it stands in the XML, safe in text and in attributes; markup stays as it is.

    Raises:
        ValueError: it holds a character no XML file may hold.
        TypeError: it is None, which would print as a word.
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
    return str(value)
