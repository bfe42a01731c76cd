"""Views: one module for each part of the plan's data that a section can show.

A view is a module of this package with a function `blocks(section, writer)`; the module's name is
the word that the plan writes after `view:`. Dropping a file here registers it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pkgutil import iter_modules

from kehoach.documents.context import Block
from kehoach.documents.sections import SectionWriter
from kehoach.plan import Section

View = Callable[[Section, SectionWriter], Iterable[Block]]

VIEWS: dict[str, View] = {
    info.name: import_module(f"{__name__}.{info.name}").blocks for info in iter_modules(__path__)
}
