"""One plan file formatted: bytes in, bytes out."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.diagnostics import Diagnostic, of_problem
from kehoach.drafting.formatting.house import PlanHouse
from kehoach.drafting.formatting.same import prove_same
from kehoach.editing.canonical import canonical
from kehoach.source import LIMITS, Problem
from kehoach.source.reader import Reading, read_file


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file before and after.

    Attributes:
        name: the file as the user named it.
        before: its bytes.
        after: its bytes in the canonical form; the same as before where it has errors.
        text: what was read of it, for showing lines of it.
        diagnostics: what keeps it from being formatted.
    """

    name: str
    before: bytes
    after: bytes
    text: str
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether it is not in the canonical form."""
        return self.before != self.after

    @property
    def diff(self) -> Iterator[str]:
        """The unified diff from before to after, line by line, without line ends."""
        old, new = (
            one.decode("utf-8").removeprefix("\ufeff").removesuffix("\n").split("\n")
            for one in (self.before, self.after)
        )
        return difflib.unified_diff(old, new, self.name, self.name, lineterm="")


def format_plan(name: str, data: bytes) -> Formatted:
    """A plan file, or a base, in its canonical form.

    Args:
        name: the file as the user named it, with "/" on every system.
        data: its bytes.

    Raises:
        DifferentError: formatting would change what the file says.
    """
    reading = _read(name, data)
    faults = [one for one in reading.problems if one.severity == "error"]
    if faults or reading.root is None or reading.text is None:
        return _refused(name, data, reading, faults)
    root, text = reading.root, reading.text
    written, faults = canonical(name, root, text, PlanHouse(root))
    if faults:
        return _refused(name, data, reading, faults)
    again = _read(name, written.encode("utf-8"))
    prove_same(name, (root, text), (again.root, again.text or ""))
    return Formatted(name, data, written.encode("utf-8"), text)


def _refused(name: str, data: bytes, reading: Reading, faults: list[Problem]) -> Formatted:
    found = tuple(of_problem(one) for one in faults)
    return Formatted(name, data, data, reading.text or "", found)


def _read(name: str, data: bytes) -> Reading:
    """Read a file whose lines may end in any way."""
    return read_file(name, data.replace(b"\r\n", b"\n").replace(b"\r", b"\n"), LIMITS)
