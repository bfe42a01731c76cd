"""Families of checks: one folder each; the folder's docstring gives its titles.

First line: English title, a colon, what its checks find, for the README. Last line: Vietnamese
title, for the manual and for users.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from importlib import import_module
from typing import NamedTuple

from kehoach.checks.rule import Rule


class Family(NamedTuple):
    """One family: its folder's name, its titles in both languages, what its checks find."""

    name: str
    english: str
    example: str
    title: str


def family(rule: Rule) -> Family:
    """The family of a check: the folder that it lies in."""
    folder = import_module(f"{__package__}.{rule.family}")
    first, *_, title = (inspect.getdoc(folder) or "").splitlines()
    english, _, example = first.partition(": ")
    return Family(rule.family, english, example.rstrip("."), title)


def by_family(checks: Mapping[str, Rule]) -> dict[Family, list[str]]:
    """The names of checks by family, both in alphabetical order."""
    found: dict[Family, list[str]] = {}
    for name, rule in checks.items():
        found.setdefault(family(rule), []).append(name)
    return {one: sorted(found[one]) for one in sorted(found)}
