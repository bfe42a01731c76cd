"""Official document types: each turns a plan into the values that its Word template shows.

A document type is a module of this package with STEM (file name), TITLE, CONTEXT (a dataclass of
`context`), `wanted(scope)` and `context(scope)`.
"""

from kehoach.documents import appendix, decision, plan
from kehoach.documents.scope import Scope
from kehoach.documents.shown import lines_shown

TYPES = (decision, plan)
"""The types that make a file of their own, in the order in which a dossier holds them."""

__all__ = ["TYPES", "Scope", "appendix", "decision", "lines_shown", "plan"]
