"""Numbers of a table's rows: computed level by level, or typed, when they tell the level."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.formats.letters import ALPHABET
from kehoach.formats.numerals import roman
from kehoach.plan.head import Numbering
from kehoach.plan.numbering import Level

_USUAL = {1: ("1",), 2: ("I", "1"), 3: ("I", "1", "a")}
_DEEP = ("A", "I", "1", "a", "-")
_ROMANS = {roman(value): value for value in range(1, 100)}
_SIGNS = {"-": "-", "–": "-", "—": "-", "+": "+", "*": "*", "•": "*"}


def forms_of(numbering: str, depth: int) -> tuple[str, ...]:
    """The forms of a table's levels; what a table of this depth usually has where it says none.

    >>> forms_of("", 2), forms_of("I / 1.1 / -", 3), forms_of("none", 2)
    (('I', '1'), ('I', '1.1', '-'), ())
    """
    if numbering in {"none", "typed"}:
        return ()
    if numbering:
        return tuple(numbering.split(" / "))
    return _USUAL.get(max(depth, 1), _DEEP)


def number_of(forms: tuple[str, ...], above: tuple[int, ...], index: int) -> str:
    """The number of a row: 1-based, below the rows of the places `above`; a dash beyond the forms.

    >>> number_of(("I", "1", "1.1"), (2, 3), 1), number_of(("I", "a"), (2,), 4)
    ('3.1', 'd')
    """
    if not forms:
        return ""
    form = forms[len(above)] if len(above) < len(forms) else "-"
    level = Level(Numbering(), _HEADINGS.get(form, form), above, len(above))
    label = level.label(index)
    return label if form in {"a)", "(1)"} else label.rstrip(".)")


_HEADINGS = {"A": "A.", "I": "I.", "1": "1.", "1.1": "1.1.", "1.1.1": "1.1.1.", "a": "a)"}


@dataclass(frozen=True, slots=True)
class _Level:
    """An open level of typed numbers: its form, its last value, the number as typed."""

    form: str
    value: int
    text: str


def levels_of(numbers: Iterable[str]) -> list[int | None]:
    """How deep each typed number stands, from 0; None where the number tells nothing.

    >>> levels_of(["A", "I", "1", "2", "II", "1", "-", "B"]), levels_of(["1", "1.1", "1.2", "2"])
    ([0, 1, 2, 2, 1, 2, 3, 0], [0, 1, 1, 0])
    """
    stack: list[_Level] = []
    found: list[int | None] = []
    for number in numbers:
        text = number.strip().rstrip(".)").lstrip("(")
        readings = list(_readings(text))
        if not readings:
            found.append(None)
            continue
        depth, level = _placed(stack, readings, text)
        stack[depth:] = [level]
        found.append(depth)
    return found


def _readings(text: str) -> Iterable[tuple[str, int]]:
    """What a number may be: a form and the value in it."""
    if text in _SIGNS:
        yield _SIGNS[text], 0
    if re.fullmatch(r"\d{1,4}(\.\d{1,3})*", text):
        yield "1" + ".1" * text.count("."), int(text.rpartition(".")[2])
    if text in _ROMANS:
        yield "I", _ROMANS[text]
    if len(text) == 1 and "A" <= text <= "Z":
        yield "A", ord(text) - 64
    if len(text) == 1 and text in ALPHABET:
        yield "a", ALPHABET.index(text) + 1


def _placed(stack: list[_Level], readings: list[tuple[str, int]], text: str) -> tuple[int, _Level]:
    """The level that a number goes on, or opens."""
    open_at = {one.form: depth for depth, one in enumerate(stack)}
    owner = next((i for i, one in enumerate(stack) if one.text == text.rpartition(".")[0]), None)
    if "." in text and owner is not None:
        form, value = readings[0]
        return owner + 1, _Level(form, value, text)
    for form, value in readings:
        if form in open_at and value in {0, stack[open_at[form]].value + 1}:
            return open_at[form], _Level(form, value, text)
    for form, value in readings:
        if form not in open_at and value in {0, 1}:
            return len(stack), _Level(form, value, text)
    form, value = readings[0]
    return open_at.get(form, len(stack)), _Level(form, value, text)
