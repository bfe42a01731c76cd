"""The rules under motto, issuer and subject: drawn, solid, as long as the decree says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kehoach.layout.elements import TextPart, TextParts
from kehoach.layout.measured import Measured, Paragraph
from kehoach.layout.nd30 import Decree, RuleLength
from kehoach.layout.rules.finding import at
from kehoach.layout.widths import line_widths
from kehoach.source import Finding

_ROUNDING = 1  # hundredths: a third of a line is 33 1/3 of them


def findings(measured: Measured, parts: TextParts, decree: Decree) -> Iterator[Finding]:
    """Each element of the main part that asks for a rule, and has text."""
    if parts.main is None:
        return
    for name, rule in decree.rules.items():
        lines = _bearing(name, parts.main)
        if lines:
            yield from _rule(lines, rule, measured)


def _bearing(name: str, part: TextPart) -> Sequence[Paragraph]:
    """The element's paragraphs; an attached text's rule follows the reference under its subject."""
    below = part.found.get("reference", []) if name == "subject" else []
    return [*part.found.get(name, []), *below]


def _rule(lines: Sequence[Paragraph], rule: RuleLength, measured: Measured) -> Iterator[Finding]:
    places = {one.index for one in lines}
    found = [one.length for one in measured.rules if one.above in places]
    least, most = rule.percent
    demanded = f"nét liền, dài {least} đến {most} % dòng chữ"
    if not found:
        yield at(lines[-1], rule.name, "không có", demanded, rule.clause)
        return
    widths = [width for one in lines for width in line_widths(one, measured)]
    shares = [round(found[-1] * 100 / width) for width in widths]
    if not any(least - _ROUNDING <= share <= most + _ROUNDING for share in shares):
        share = min(shares, key=lambda one: min(abs(one - least), abs(one - most)))
        yield at(lines[-1], rule.name, f"dài {share} % dòng chữ", demanded, rule.clause)
