"""Whether a Word file is what its plan makes: unchanged, stale, or edited by hand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kehoach import __version__, api, issuing
from kehoach.origin import DOCUMENT, TEMPLATE, VERSION, Origin, origin_in
from kehoach.reviewing.comparison import Comparison, compare
from kehoach.reviewing.verification.differences import HandEdit, hand_edits
from kehoach.reviewing.verification.history import version_of
from kehoach.source import read_regular
from kehoach.word.custom import custom_properties
from kehoach.word.fault import WordFileError
from kehoach.word.shown import Shown, shown

_BARE = re.compile(r'[^\\/:*?"<>|\x00-\x1f\x7f-\x9f]+\.ya?ml', re.IGNORECASE)
"""A plan as a Word file may name it: the file is anyone's, and leads to no other folder."""
_MOST = 50 * 1024 * 1024  # bytes of a Word file


class UnverifiableError(Exception):
    """A file of which nothing can be told; says why, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is found.

    Attributes:
        plan: the plan as it stands now.
        made_from: the plan as it was when the file was made; None where that is not known.
        version: the version of `made_from` in git; "" where it is the plan as it stands.
        document: the name under which the plan makes this file.
        found: what the file says.
        edits: what a person changed in the file since.
        comparison: what changed in the plan since; None where nothing did, or it is not known.
        remarks: what else may explain a difference: another template, another version of kehoach.
        day: the day as of which the plan was read.
    """

    plan: api.Dossier
    made_from: api.Dossier | None
    version: str
    document: str
    found: tuple[Shown, ...]
    edits: tuple[HandEdit, ...]
    comparison: Comparison | None
    remarks: tuple[str, ...]
    day: dt.date

    @property
    def stale(self) -> bool:
        """Whether the plan has changed since."""
        return self.made_from is not self.plan

    @property
    def good(self) -> bool:
        """Whether the file says what its plan says."""
        return not self.stale and not self.edits


def verify(file: Path, plan: Path | None, today: dt.date, near: Sequence[Path] = ()) -> Verdict:
    """Compare a Word file with its plan.

    Args:
        file: the Word file.
        plan: its plan; None to look for it by name, in the folders above the file.
        today: the date on the official's own calendar.
        near: more folders to look for it in.

    Raises:
        UnverifiableError: the file has no mark of its origin, or its plan is not to be had.
    """
    data = read_regular(file, _MOST)
    properties, found = _read(file, data)
    origin = origin_in(properties)
    if origin is None:
        raise UnverifiableError(f"{file.name} không có dấu nguồn gốc: không phải do kehoach xuất")
    day = _day(file, origin, today)
    dossier = _opened(plan or _found(origin.plan, file, near), day)
    made_from, version = _made_from(dossier, origin, day)
    made, remarks = _made(made_from, properties, day) if made_from else (None, ())
    edits = tuple(hand_edits(made, found)) if made is not None else ()
    changed = made_from is not None and made_from is not dossier
    comparison = compare(made_from, dossier, day) if made_from and changed else None
    name = properties.get(DOCUMENT, "")
    return Verdict(dossier, made_from, version, name, found, edits, comparison, remarks, day)


def _read(file: Path, data: bytes) -> tuple[dict[str, str], tuple[Shown, ...]]:
    """What a file notes of its origin, and what it says."""
    try:
        return custom_properties(data), tuple(shown(data))
    except WordFileError as error:
        raise UnverifiableError(f"{file.name}: {error}") from error


def _day(file: Path, origin: Origin, today: dt.date) -> dt.date:
    """Today, or the last day of the year in which a draft was printed."""
    if origin.year in ("", str(today.year)):
        return today
    try:
        return dt.date.fromisoformat(f"{origin.year}-12-31")
    except ValueError as error:
        said = (
            f"{file.name}: dấu nguồn gốc ghi năm “{origin.year}”, không phải một năm có bốn chữ số"
        )
        raise UnverifiableError(said) from error


def _found(name: str, file: Path, near: Sequence[Path]) -> Path:
    """The plan of this name in one of these folders, or in `plans` there."""
    if not _BARE.fullmatch(name):
        raise UnverifiableError(
            f"{file.name} ghi tên kế hoạch không phải tên của một tệp .yaml; nêu bằng --plan"
        )
    folders = (*file.resolve().parents, *near)
    places = (place for folder in folders for place in (folder, folder / "plans"))
    found = next((place / name for place in places if (place / name).is_file()), None)
    if found is None:
        raise UnverifiableError(f"không tìm thấy kế hoạch {name}; nêu bằng --plan")
    return found


def _opened(path: Path, day: dt.date) -> api.Dossier:
    dossier = api.open_plan(path, day)
    if dossier.plan is None:
        raise UnverifiableError(f"{path.as_posix()} có lỗi nên không so được; chạy kehoach check")
    return dossier


def _made_from(
    dossier: api.Dossier, origin: Origin, day: dt.date
) -> tuple[api.Dossier | None, str]:
    """The plan as it was when the file was made, and that version's name."""
    assert dossier.layers.root is not None
    if issuing.plan_hash(dossier.layers.root) == origin.hash:
        return dossier, ""
    found = version_of(Path(dossier.file), dossier.layers, origin.hash, day)
    return (found[1], found[0]) if found and found[1].plan is not None else (None, "")


def _made(
    dossier: api.Dossier, properties: dict[str, str], day: dt.date
) -> tuple[list[Shown] | None, tuple[str, ...]]:
    """What the plan makes of the file now, and what else has changed since."""
    name = properties.get(DOCUMENT, "")
    data = next((one.data for one in issuing.documents(dossier, day) if one.name == name), None)
    if data is None:
        return None, (f"kế hoạch không còn làm ra {name}",)
    return shown(data), tuple(_remarks(properties, custom_properties(data)))


def _remarks(before: dict[str, str], now: dict[str, str]) -> Iterator[str]:
    if before.get(TEMPLATE) != now.get(TEMPLATE):
        name = now.get(TEMPLATE, "").partition(" ")[0]
        yield f"mẫu Word {name} đã đổi từ khi xuất; khác biệt có thể do mẫu"
    if before.get(VERSION) != __version__:
        yield f"tệp do kehoach {before.get(VERSION, '?')} xuất, nay là {__version__}"
