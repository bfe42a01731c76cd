"""One text of a plan file changed where it stands, in the style in which it is written."""

from __future__ import annotations

from kehoach import api
from kehoach.editing.edits import Edit, applied, compose
from kehoach.editing.letters import offsets
from kehoach.editing.scalars import Scalar, scalars
from kehoach.reviewing.verification.shape import hunks
from kehoach.source import Mark, Route, locate, read


class UnwritableError(Exception):
    """A change that cannot be written into the plan file; says why, in Vietnamese."""


def written(dossier: api.Dossier, text: str, path: Route, old: str, new: str) -> tuple[str, Mark]:
    """The file's text with one value changed from old to new, and where.

    Args:
        dossier: the plan as it stands on the disk.
        text: its file's text, maybe with other values changed already.
        path: of the value in the merged plan.
        old: what the value is expected to say.
        new: what it is to say.

    Raises:
        UnwritableError: the value stands elsewhere, says something else, or cannot be reached.
    """
    root = dossier.layers.root
    assert root is not None
    mark = locate(root, path)
    if mark.file != dossier.file:
        raise UnwritableError(f"chữ này nằm ở {mark.file}:{mark.line}, không phải trong kế hoạch")
    scalar = _scalar(dossier, text, mark)
    if scalar is None or scalar.value != old:
        raise UnwritableError(f"{mark.file}:{mark.line}: chỗ này đã được sửa từ khi xuất tệp Word")
    made = _changed(text, scalar, new)
    if made is None:
        raise UnwritableError(f"{mark.file}:{mark.line}: cách viết ở đây không sửa tự động được")
    return made, mark


def _scalar(dossier: api.Dossier, text: str, mark: Mark) -> Scalar | None:
    """The value that stood at a mark before other values of the text were changed."""
    before = dossier.layers.texts[dossier.file]
    old, new = (read(dossier.file, one.encode())[0] for one in (before, text))
    path = next((one.path for one in scalars(old, before) if one.start == mark.start), None)
    return next((one for one in scalars(new, text) if one.path == path), None)


def _changed(text: str, scalar: Scalar, new: str) -> str | None:
    """The text with a value changed; None unless reading it again gives that value alone."""
    at = offsets(scalar, text)
    if at is None:
        return None
    edits = [Edit(at[i], at[j], words, scalar) for i, j, words in hunks(scalar.value, new)]
    made = applied(text, compose(text, edits))
    before, after = (read("", one.encode())[0] for one in (text, made))
    values = [
        {one.path: one.value for one in scalars(*two)} for two in ((before, text), (after, made))
    ]
    return made if values[0] | {scalar.path: new} == values[1] else None
