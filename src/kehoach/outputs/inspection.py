"""What a template asks for, before any plan is at hand: for `kehoach template check`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kehoach.outputs.diagnose import fault_of_syntax, unclosed_line
from kehoach.outputs.faults import TemplateFault
from kehoach.outputs.locate import Located, located
from kehoach.outputs.names import Known, NameWalk
from kehoach.outputs.source import PartSource, read_sources

if TYPE_CHECKING:
    from jinja2 import Environment, TemplateSyntaxError, nodes

_TAG = re.compile(r"\{([{%])[-+]?\s*(\w*)[^\n]*?[-+]?[%}]\}$")
# A broken tag gives way to one that keeps the blocks around it paired.
_STANDS_FOR = {"for": "{% for _ in [] %}", "if": "{% if false %}", "elif": "{% elif false %}"}


@dataclass(frozen=True, slots=True)
class Inspection:
    """`faults` in the order of the template; `shown` are the dotted fields it asks for.

    A field shown as a whole (`{{ table | table(9000) }}`) shows what is under it too.
    """

    faults: tuple[TemplateFault, ...]
    shown: frozenset[str]


def inspect_template(
    data: bytes, known: Known, filters: Mapping[str, Callable[..., object]]
) -> Inspection:
    """Every tag that does not parse, every filter and name that is not known; what is shown.

    `known` is a tree of names: None is a leaf, a mapping has fields, a list of one element is a
    list of such elements.

    Raises:
        ValueError: the bytes are not a Word document.
    """
    from kehoach.outputs.environment import environment
    from kehoach.outputs.filters import FILTERS

    made = environment({**FILTERS, **filters})
    faults: list[TemplateFault] = []
    shown: set[str] = set()
    for part in read_sources(data):
        if not part.has_tags:
            continue
        tree, place = _parsed(part, made, faults)
        walk = NameWalk(made, known)
        if tree is not None:
            walk.walk(tree)
        faults += _missing(part, place, walk)
        shown |= walk.shown
    return Inspection(tuple(faults), frozenset(shown))


def _missing(part: PartSource, place: Located, walk: NameWalk) -> Iterator[TemplateFault]:
    for line, message in sorted(walk.missing):
        paragraph, text = place.at(line)
        yield TemplateFault("undefined", message, part.name, paragraph, text)


def _parsed(
    part: PartSource, made: Environment, faults: list[TemplateFault]
) -> tuple[nodes.Template | None, Located]:
    """The syntax tree once each broken tag has given way, each leaving its fault."""
    from jinja2 import TemplateSyntaxError

    place = located(part)
    for _ in place.paragraphs:
        try:
            return made.parse(place.source), place
        except TemplateSyntaxError as error:
            faults.append(fault_of_syntax(part.name, place, error))
            place = _without(place, error)
    return None, place


def _without(place: Located, error: TemplateSyntaxError) -> Located:
    lines = place.source.split("\n")
    at_end = (error.message or "").startswith("Unexpected end of template")
    index = (unclosed_line(place) if at_end else error.lineno) - 1
    lines[index] = _TAG.sub(lambda found: "" if at_end else _stand_in(found), lines[index])
    return replace(place, source="\n".join(lines))


def _stand_in(found: re.Match[str]) -> str:
    keyword = found[2] if found[1] == "%" else ""
    broken = _STANDS_FOR.get(keyword, "")
    return "" if broken == found[0] else broken
