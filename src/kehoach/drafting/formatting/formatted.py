"""One plan file formatted: bytes in, bytes out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kehoach.diagnostics import Finding
from kehoach.drafting.formatting.house import PlanHouse
from kehoach.editing.canonical import canonical, comments_of
from kehoach.editing.diff import unified
from kehoach.editing.tree import differences
from kehoach.plan.canonical import canonical as canonical_values
from kehoach.source import LIMITS, route_text
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
    diagnostics: tuple[Finding, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether it is not in the canonical form."""
        return self.before != self.after

    @property
    def diff(self) -> str:
        """The unified diff from before to after."""
        return unified(self.name, *(one.decode("utf-8-sig") for one in (self.before, self.after)))


class DifferentError(Exception):
    """Formatting would change what a file says: a fault of this program, not of the file."""

    def __init__(self, name: str, place: str) -> None:
        super().__init__(
            f"{name}: định dạng sẽ làm thay đổi {place}, nên tệp được giữ nguyên;"
            " đây là lỗi của kehoach."
        )


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
    after = written.encode("utf-8")
    _prove_same(name, reading, _read(name, after))
    return Formatted(name, data, after, text)


def _prove_same(name: str, before: Reading, after: Reading) -> None:
    """Compare what a file says, and its comments, before and after.

    Raises:
        DifferentError: a value or a comment is not the same.
    """
    assert before.root is not None
    if after.root is None:
        raise DifferentError(name, "cả tệp")
    route = next(differences(canonical_values(before.root), canonical_values(after.root)), None)
    if route is not None:
        raise DifferentError(name, f"'{route_text(route)}'" if route else "cả tệp")
    if _comments(before) != _comments(after):
        raise DifferentError(name, "ghi chú sau dấu #")


def _comments(reading: Reading) -> Counter[str]:
    assert reading.root is not None
    return Counter(one.text for one in comments_of(reading.root, reading.text or ""))


def _refused(name: str, data: bytes, reading: Reading, faults: list[Finding]) -> Formatted:
    found = tuple(faults)
    return Formatted(name, data, data, reading.text or "", found)


def _read(name: str, data: bytes) -> Reading:
    """Read a file whose lines may end in any way."""
    return read_file(name, data.replace(b"\r\n", b"\n").replace(b"\r", b"\n"), LIMITS)
