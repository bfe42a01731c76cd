"""Files that the plan names: their paths hold from the folder of the new file."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from kehoach.drafting.rollover.subject import Change, Subject
from kehoach.editing import put
from kehoach.editing.scalars import Scalar

_OUT = (
    "ghi dự thảo vào thư mục văn phòng của kế hoạch, hoặc đặt kehoach.toml ở thư mục chứa cả hai; "
    "nơi mới không đọc được "
)


class Folders(NamedTuple):
    """Where a draft goes; all with "/", whole or counted from one folder.

    Attributes:
        old: the plan's folder.
        new: the draft's folder.
        office: the folder that all files of the draft lie in; empty: not known.
    """

    old: str = ""
    new: str = ""
    office: str = ""


def changes(subject: Subject, folders: Folders) -> Iterator[Change]:
    """The bases and the data files, as the new folder reaches them, or that it does not."""
    if posixpath.normpath(folders.old) == posixpath.normpath(folders.new):
        return
    for one in subject.scalars:
        if one.value and (one.path[0] == "extends" or _is_data(one)):
            target = posixpath.normpath(posixpath.join(folders.old, one.value.replace("\\", "/")))
            new = posixpath.relpath(target, folders.new)
            within = not folders.office or PurePosixPath(target).is_relative_to(folders.office)
            action, told = ("moved", f"{one.value} → {new}") if within else ("todo", _OUT + new)
            yield Change("tệp dùng lại", action, one.start, one.end, told, (put.whole(one, new),))


def _is_data(one: Scalar) -> bool:
    return one.key == "source" and "tables" in one.path
