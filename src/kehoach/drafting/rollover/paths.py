"""Files that the plan names: their paths hold from the folder of the new file."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from kehoach.drafting.rollover.subject import Change, Subject
from kehoach.editing import put
from kehoach.editing.scalars import Scalar


def changes(subject: Subject, folder: str, new_folder: str) -> Iterator[Change]:
    """The bases and the data files, as the new folder reaches them; both folders with "/"."""
    if posixpath.normpath(folder) == posixpath.normpath(new_folder):
        return
    for one in subject.scalars:
        if one.value and (one.path[0] == "extends" or _is_data(one)):
            target = posixpath.join(folder, one.value.replace("\\", "/"))
            new = posixpath.relpath(target, new_folder)
            edit = put.whole(one, new)
            told = f"{one.value} → {new}"
            yield Change("tệp dùng lại", "moved", one.start, one.end, told, (edit,))


def _is_data(one: Scalar) -> bool:
    return one.key == "source" and "tables" in one.path
