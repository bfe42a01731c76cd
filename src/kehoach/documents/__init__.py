"""Official document types: each turns a plan into the values that its Word template shows.

A document type is a module of this package with:
    PLACE: where it stands among the documents of a dossier, from 1;
    TEMPLATES: the stems of the Word templates that it fills, the usual one first;
    CONTEXT: what it fills them with, a dataclass of `context`;
    papers(scope): the documents of this type that the dossier has, each a file.
Dropping a file here registers it.
"""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from kehoach.documents.scope import Scope
from kehoach.documents.shown import every_paper, lines_shown


def types() -> tuple[ModuleType, ...]:
    """The document types in this folder, in the order in which a dossier holds them."""
    modules = (import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__))
    found = (one for one in modules if hasattr(one, "papers"))
    return tuple(sorted(found, key=lambda one: one.PLACE))


TYPES = types()

__all__ = ["TYPES", "Scope", "every_paper", "lines_shown", "types"]
