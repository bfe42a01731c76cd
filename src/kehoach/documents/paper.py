"""One document of a dossier, as its type hands it to a template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Paper:
    """One document, and the documents that stand behind it in its file.

    Attributes:
        name: the file's stem.
        template: the stem of the Word template.
        title: the file's title among its properties.
        context: the values of the template, a dataclass of `context`.
        behind: documents with templates of their own on the pages after it.
    """

    name: str
    template: str
    title: str
    context: Any
    behind: tuple[Paper, ...] = ()
