"""Issuing: plans and rows into files."""

from kehoach.issuing.rendering import Output, Templates
from kehoach.issuing.writing import documents, origin_of, plan_hash, scope_of, templates_of, write

__all__ = [
    "Output",
    "Templates",
    "documents",
    "origin_of",
    "plan_hash",
    "scope_of",
    "templates_of",
    "write",
]
