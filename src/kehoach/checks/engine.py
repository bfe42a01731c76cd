"""Runs the rules: gives each finding its name and severity, drops what is said already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from graphlib import TopologicalSorter

from kehoach.checks.case import Case
from kehoach.checks.rule import Rule
from kehoach.diagnostics import Finding, Severity
from kehoach.source import Route

Settle = Callable[[Finding], Finding]
"""Gives a finding the severity that the office sets at its place."""


def in_order(rules: Iterable[Rule]) -> dict[str, Rule]:
    """Rules by name, each behind those that it comes AFTER.

    Raises:
        CycleError: two rules come after each other.
        KeyError: a rule comes after one that there is not.
    """
    named = {one.name: one for one in sorted(rules, key=lambda one: one.name)}
    order = TopologicalSorter({name: one.after for name, one in named.items()}).static_order()
    return {name: named[name] for name in order}


def findings(
    rules: Mapping[str, Rule],
    case: Case,
    severities: Mapping[str, Severity],
    settle: Settle,
) -> Iterator[Finding]:
    """The findings of the rules that are on; their marks are yet to be found.

    Args:
        rules: in the order of `in_order`.
        case: the plan and what may be known about it.
        severities: what the office sets by name; a rule that is not named keeps its own.
        settle: what the office sets for single places; a finding that it turns off counts as not
            reported, so that it hushes nothing.
    """
    reported: dict[tuple[str, str], set[Route]] = defaultdict(set)
    for name, rule in rules.items():
        usual = rule.severity if rule.on else "off"
        severity = next((severities[one] for one in rule.names if one in severities), usual)
        for found in rule.check(case) if severity != "off" else ():
            one = settle(replace(found, name=name, severity=severity))
            if one.severity != "off" and not _said(one, rule.after, reported):
                every = (one.path[:size] for size in range(len(one.path) + 1))
                reported[name, one.needle].update(every)
                yield one


def _said(
    one: Finding, after: tuple[str, ...], reported: Mapping[tuple[str, str], set[Route]]
) -> bool:
    """Whether one of these rules has reported the same words in the item that this stands in."""
    owner = owner_of(one.path)
    return any(owner in reported.get((name, one.needle), ()) for name in after)


def owner_of(route: Route) -> Route:
    """The route of the innermost list item that a value stands in; () is the plan itself.

    >>> owner_of(("projects", 1, "budget", "total")), owner_of(("general",))
    (('projects', 1), ())
    """
    ends = (end for end in range(len(route), 0, -1) if isinstance(route[end - 1], int))
    return route[: next(ends, 0)]
