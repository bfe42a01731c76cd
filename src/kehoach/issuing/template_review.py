"""Look at a Word template beside the values that it will be given."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from typing import TYPE_CHECKING, Any

from kehoach.documents import TYPES
from kehoach.documents.context import visible
from kehoach.word.blocks import TableSpec

if TYPE_CHECKING:
    from kehoach.outputs.faults import TemplateFault

CONTEXTS: dict[str, type] = {stem: kind.CONTEXT for kind in TYPES for stem in kind.TEMPLATES}
"""The values of each kind of template, by its file's stem."""


def known_names(context: Any) -> Any:
    """A context's names as a tree: a field's fields, [an item's fields], None for plain text."""
    from kehoach.outputs.shapes import TABLE

    if typing.get_origin(context) in {types.UnionType, typing.Union}:
        return known_names(typing.get_args(context)[0])
    if typing.get_origin(context) is tuple:
        return [known_names(typing.get_args(context)[0])]
    if context is TableSpec:
        return TABLE
    if not is_dataclass(context):
        return None
    hints = typing.get_type_hints(context)
    return {one.name: known_names(hints[one.name]) for one in visible(context)}


def leaves(known: Any, name: str = "") -> Iterator[str]:
    """The dotted names of the plain values of a tree."""
    inner = known[0] if isinstance(known, list) else known
    if not isinstance(inner, dict):
        yield name
        return
    for key, below in inner.items():
        yield from leaves(below, f"{name}.{key}" if name else key)


@dataclass(frozen=True, slots=True)
class TemplateReview:
    """What is wrong with a template, and what it leaves out.

    Attributes:
        faults: what keeps documents from being made.
        unshown: dotted names of values that it never shows.
        styles: ids of styles that what it draws asks for, and it has not.
    """

    faults: tuple[TemplateFault, ...]
    unshown: tuple[str, ...]
    styles: tuple[str, ...]


def review(data: bytes, stem: str) -> TemplateReview:
    """A template of a document type, by its stem, looked at without any plan.

    Raises:
        WordFileError: the bytes are no template that documents can be made from.
        ValueError: no document type has a template of this name.
    """
    from kehoach.outputs.faults import TemplateFault
    from kehoach.outputs.inspection import inspect_template
    from kehoach.outputs.looks import missing_styles
    from kehoach.outputs.page import page_filters
    from kehoach.word.active import active_in, usable
    from kehoach.word.soundness import sound

    if stem not in CONTEXTS:
        raise ValueError(f"không có loại văn bản nào dùng mẫu '{stem}': {', '.join(CONTEXTS)}")
    package, roots = sound(data)
    active = [
        TemplateFault("active", f"{one.what}; không được chép vào văn bản.", one.part, 0, "")
        for one in active_in(roots)
    ]
    data = usable(data)
    known = known_names(CONTEXTS[stem])
    found = inspect_template(data, known, page_filters(data))
    return TemplateReview(
        faults=(*active, *found.faults),
        unshown=tuple(name for name in leaves(known) if name not in found.shown),
        styles=tuple(missing_styles(found.trees.values(), package.related("styles"))),
    )
