"""What is wrong with a template and what it asks for, before any plan is at hand.

`kehoach template check` tells it, and a template with a fault fills no document.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kehoach.outputs.faults import TemplateFault
from kehoach.outputs.locate import Places
from kehoach.outputs.messages import vietnamese
from kehoach.outputs.paragraphs import faults as unreadable
from kehoach.outputs.paragraphs import vanishing
from kehoach.outputs.source import PartSource, read_sources

if TYPE_CHECKING:
    from jinja2 import TemplateSyntaxError, nodes

    from kehoach.outputs.environment import TemplateEnvironment
    from kehoach.outputs.names import Known

_MOST = 50  # broken tags told of one part: each is found by reading the part again
# A broken tag gives way to one that keeps the blocks around it paired.
_STANDS_FOR = {
    "for": "{% for x in [] %}",
    "if": "{% if false %}",
    "elif": "{% elif false %}",
}
_NOTHING = "{{ '' }}"


@dataclass(frozen=True, slots=True)
class Inspection:
    """`faults` in the order of the template; `shown` are the dotted fields it asks for.

    A field shown as a whole (`{{ table | table(9000) }}`) shows what is under it too. `trees` are
    the parts' syntax trees, by name, of those that can be read.
    """

    faults: tuple[TemplateFault, ...]
    shown: frozenset[str]
    trees: dict[str, nodes.Template] = field(default_factory=dict)


def inspect_template(
    data: bytes, known: Known, filters: Mapping[str, Callable[..., object]]
) -> Inspection:
    """Every tag that cannot be read or that prints nothing right; what is shown.

    `known` is a tree of names: None is a text, TABLE a table, a mapping has fields, a list of one
    element is a list of such elements.

    Raises:
        ValueError: the bytes are not a Word document.
    """
    from kehoach.outputs.environment import environment
    from kehoach.outputs.filters import FILTERS

    parts = [part for part in read_sources(data) if part.has_tags]
    return inspect(parts, environment({**FILTERS, **filters}), known)


def inspect(parts: list[PartSource], made: TemplateEnvironment, known: Known | None) -> Inspection:
    """The same for parts that are read; names and shapes are looked at where they are known."""
    faults: list[TemplateFault] = []
    shown: set[str] = set()
    trees: dict[str, nodes.Template] = {}
    for part in parts:
        places = Places(part)
        before = [places.at("syntax", why, at) for at, why in unreadable(part.raw, part.elements)]
        faults += before
        if before:
            continue
        found, tree = _parsed(part, places, made)
        found += [places.at("shape", why, at) for at, why in vanishing(part.elements)]
        if tree is not None:
            trees[part.name] = tree
            found += _looked_at(tree, places, made, known, shown)
        faults += sorted(found, key=lambda one: one.paragraph)
    return Inspection(tuple(faults), frozenset(shown), trees)


def _looked_at(
    tree: nodes.Template,
    places: Places,
    made: TemplateEnvironment,
    known: Known | None,
    shown: set[str],
) -> Iterator[TemplateFault]:
    """What the language does not hold; names that are not known, values in the wrong place."""
    from jinja2 import nodes

    from kehoach.outputs.environment import ALLOWED
    from kehoach.outputs.names import NameWalk
    from kehoach.plan.grammar import UnknownFilterError, refusals

    for test in tree.find_all(nodes.Test):
        if test.name not in made.tests:
            yield places.at_tag("syntax", f"Không có phép thử “{test.name}”.", test.lineno)
    refused = list(refusals(tree, ALLOWED, made.filters))
    for node, why in refused:
        if isinstance(why, UnknownFilterError):
            near = difflib.get_close_matches(why.name, list(made.filters), 1)
            told = f"Không có bộ lọc “{why.name}”" + (f"; có phải “{near[0]}”?" if near else ".")
        else:
            told = f"{str(why)[:1].upper()}{str(why)[1:]}."
        yield places.at_tag("syntax", told, node.lineno)
    if known is None:
        return
    walk = NameWalk(known)
    walk.walk(tree)
    shown |= walk.shown
    bad = {node.lineno for node, _ in refused}
    for tag, message in walk.missing:
        yield places.at_tag("undefined", message, tag)
    for tag, message in walk.misshapen:
        if tag not in bad:
            yield places.at_tag("shape", message, tag)


def _parsed(
    part: PartSource, places: Places, made: TemplateEnvironment
) -> tuple[list[TemplateFault], nodes.Template | None]:
    """The syntax tree once each broken tag has given way, each leaving its fault."""
    from jinja2 import TemplateSyntaxError

    faults: list[TemplateFault] = []
    source = part.jinja()
    while True:
        try:
            return faults, made.parse(source)
        except TemplateSyntaxError as error:
            faults.append(_fault(error, places))
            after = _without(source, error, made)
        if after == source or len(faults) == _MOST:
            return faults, None
        source = after


def _fault(error: TemplateSyntaxError, places: Places) -> TemplateFault:
    message = vietnamese(error.message or "", "Thẻ viết sai")
    return places.at_tag("syntax", message, error.lineno)


def _without(source: str, error: TemplateSyntaxError, made: TemplateEnvironment) -> str:
    """The source with something that can be read in place of the broken tag."""
    from kehoach.plan.grammar import tags

    spans = list(tags(source, made.lexer))
    start, end = spans[min(max(error.lineno, 1), len(spans)) - 1] if spans else (0, 0)
    end = len(source) if end < 0 else end
    tag = source[start:end]
    at_end = (error.message or "").startswith("Unexpected end of template")
    words = tag[2:-2].strip(" -+").split()
    keyword = words[0] if tag.startswith("{%") and words and not at_end else ""
    stand_in = _STANDS_FOR.get(keyword, _NOTHING)
    return source[:start] + (_NOTHING if stand_in == tag else stand_in) + source[end:]
