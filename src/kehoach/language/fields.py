"""Which texts of a plan are prose: sentences that people read, not ids, cells or names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kehoach.source import Route

_FIELDS = {
    *("text", "general", "preamble", "closing", "ending", "budget_sentence", "note"),
    *("objective", "beneficiaries", "content", "funding", "assignment"),
}
_ELSEWHERE = {"legal_bases", "allow", "recipients", "signer", "style", "issuer"}


def prose(texts: Iterable[tuple[Route, str]]) -> Iterator[tuple[Route, str]]:
    """The prose among a plan's texts; one with expressions left in it is a pattern, not prose."""
    for path, text in texts:
        if is_prose(path) and "{{" not in text and "{%" not in text:
            yield path, text


def is_prose(path: Route) -> bool:
    """Whether a text at this path is prose.

    >>> is_prose(("outline", 0, "text")), is_prose(("figures", "x", "note"))
    (True, False)
    """
    if path[0] in _ELSEWHERE or (path[0] == "figures"):
        return False
    return path[0] == "footnotes" or path[-1] in _FIELDS
