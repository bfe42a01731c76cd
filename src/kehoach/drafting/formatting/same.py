"""Whether a file still says the same once it is formatted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kehoach.diagnostics import path_text
from kehoach.drafting.formatting.house import same_text
from kehoach.editing.canonical import comments_of
from kehoach.source import Map, Route, Seq, Value


class DifferentError(Exception):
    """Formatting would change what a file says: a fault of this program, not of the file."""

    def __init__(self, name: str, place: str) -> None:
        super().__init__(
            f"{name}: định dạng sẽ làm thay đổi {place}, nên tệp được giữ nguyên;"
            " đây là lỗi của kehoach."
        )


def prove_same(name: str, before: tuple[Map, str], after: tuple[Map | None, str]) -> None:
    """Compare a file, its root and its text, before and after.

    Raises:
        DifferentError: a value or a comment is not the same.
    """
    root, text = after
    if root is None:
        raise DifferentError(name, "cả tệp")
    path = next(differences(before[0], root), None)
    if path is not None:
        raise DifferentError(name, f"'{path_text(path)}'" if path else "cả tệp")
    old, new = (Counter(one.text for one in comments_of(*each)) for each in (before, (root, text)))
    if old != new:
        raise DifferentError(name, "ghi chú sau dấu #")


def differences(one: Value, two: Value, path: Route = ()) -> Iterator[Route]:
    """The paths of values that are not the same."""
    if isinstance(one, Map) and isinstance(two, Map) and set(one) == set(two):
        for key, value in one.items():
            yield from differences(value, two[key], (*path, key))
    elif isinstance(one, Seq) and isinstance(two, Seq) and len(one) == len(two):
        for index, pair in enumerate(zip(one, two, strict=True)):
            yield from differences(*pair, (*path, index))
    elif not _same_leaf(one, two, path):
        yield path


def _same_leaf(one: Value, two: Value, path: Route) -> bool:
    if isinstance(one, str) and isinstance(two, str):
        return same_text(path, one, two)
    return one is None and two is None
