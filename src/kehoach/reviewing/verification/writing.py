"""One text of a plan file to be changed where it stands, in the style in which it is written."""

from __future__ import annotations

from kehoach import api
from kehoach.editing import put
from kehoach.editing.edits import Edit
from kehoach.editing.scalars import scalars
from kehoach.source import Map, Mark, Route, locate


class UnwritableError(Exception):
    """A change that cannot be written into the plan file; says why, in Vietnamese."""


def changed(
    dossier: api.Dossier, own: Map, path: Route, old: str, new: str
) -> tuple[tuple[Edit, ...], Mark]:
    """The edits of a plan file that change one value from old to new, and where it stands.

    Args:
        dossier: the plan as it stands on the disk.
        own: its file as read, without the bases.
        path: of the value in the merged plan.
        old: what the value is expected to say.
        new: what it is to say.

    Raises:
        UnwritableError: the value stands elsewhere, or says something else.
    """
    root = dossier.layers.root
    assert root is not None
    mark = locate(root, path)
    if mark.file != dossier.file:
        raise UnwritableError(f"chữ này nằm ở {mark.file}:{mark.line}, không phải trong kế hoạch")
    written = scalars(own, dossier.layers.texts[dossier.file])
    scalar = next((one for one in written if one.start == mark.start), None)
    if scalar is None or scalar.value != old:
        raise UnwritableError(f"{mark.file}:{mark.line}: chỗ này đã được sửa từ khi xuất tệp Word")
    return put.reworded(scalar, new), mark
