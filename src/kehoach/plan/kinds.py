"""What each text of a plan is, said in the type of its field."""

from __future__ import annotations

import typing
from enum import Enum
from typing import Any, Literal


class TextKind(Enum):
    """What a text is, and so what may be read in it.

    A field's type bears its kind: `Name = Annotated[Line, TextKind.NAME]`. Choices and whole
    numbers are told by their own types.
    """

    PROSE = "sentences"
    NAME = "words that name or describe: a title, an indicator, a product, a place"
    AGENCY = "an agency or who acts for it, by name; where the field says so, by id"
    CITED = "words of another document: its subject, its issuer, a basis as it is printed"
    CELL = "the cells of a row, parted by bars"
    FORM = "what the form asks for: words before numbers, units, signs, who signs"
    ASIDE = "a remark for those who draft, which no page shows"
    ID = "what is looked up or chosen, never read: ids, symbols, formulas, names of files"
    REGISTER = "an id in a register"
    NUMBER = "a number or a quantity with its unit"
    MONEY = "an amount with its unit"
    DATE = "a day"


_LANGUAGE = frozenset({TextKind.PROSE, TextKind.NAME, TextKind.AGENCY, TextKind.CELL})
OWN = _LANGUAGE | {TextKind.FORM}
"""What the plan says itself."""
WRITTEN = _LANGUAGE | {TextKind.CITED}
"""What is language, its own or another document's."""

_PLAIN = {bool: TextKind.ID, int: TextKind.NUMBER}


def kind_of(annotation: Any) -> TextKind | None:
    """The kind of the texts that a type takes, in lists and maps too; None where it says none."""
    if isinstance(annotation, type) and annotation in _PLAIN:
        return _PLAIN[annotation]
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Literal:
        return TextKind.ID
    if origin is dict:
        return kind_of(inner[1])
    own = (one for one in reversed(inner) if isinstance(one, TextKind))
    below = (kind_of(one) for one in inner)
    return next(own, None) or next(filter(None, below), None)
