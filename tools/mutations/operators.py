"""The operators by name: each makes every mistake of one kind that a plan has room for."""

from __future__ import annotations

from zlib import crc32

from mutations.subject import Mutate

OPERATORS: dict[str, Mutate] = {}


def operator(mutate: Mutate) -> Mutate:
    """Register a function under its name; its docstring tells the mistake and where it applies."""
    OPERATORS[getattr(mutate, "__name__", "").replace("_", "-")] = mutate
    return mutate


def other_digit(digit: str, salt: str, *, first: bool = False) -> str:
    """Another digit than this one, the same for the same salt; never a leading zero."""
    turned = str((int(digit) + 1 + crc32(salt.encode()) % 9) % 10)
    return turned if turned != "0" or not first else other_digit(digit, salt + "+", first=first)
