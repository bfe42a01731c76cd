"""The registers of one run: the shipped tables, overridden by an office's own files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from kehoach.registers import faults
from kehoach.registers.agencies import Agencies
from kehoach.registers.documents import Documents
from kehoach.registers.kinds import AGENCIES, DOCUMENTS, PLACES, Kind
from kehoach.registers.office import OfficeRows, read_office_file
from kehoach.registers.places import Places
from kehoach.registers.register import Record, Register
from kehoach.registers.shipped import shipped, shipped_places
from kehoach.source import Finding, Mark

T = TypeVar("T", bound=Record)


@dataclass(frozen=True, slots=True)
class Registers:
    """What the offices of the country are called, where they are and what they have issued."""

    agencies: Agencies
    places: Places
    documents: Documents


_Own = dict[str, list[OfficeRows[Any]]]


def load_registers(extra: Sequence[tuple[str, bytes]] = ()) -> tuple[Registers, list[Finding]]:
    """The shipped registers and an office's own rows over them.

    Args:
        extra: name and bytes of the office's files, `agencies.csv`, `places.csv` or
            `documents.csv` in any folder; the rows of an id replace those of earlier files.

    Returns:
        The registers, and what is wrong with the office's files; faulty rows are left out.
    """
    own, problems = _read_own(extra)
    places = Places(_overridden(shipped_places, own["places"]))
    agencies = Agencies(_overridden(shipped(AGENCIES), own["agencies"]), places)
    documents = Documents(_overridden(shipped(DOCUMENTS), own["documents"]))
    for kind, register in ((AGENCIES, agencies), (PLACES, places), (DOCUMENTS, documents)):
        problems += _dangling(kind, register, own[kind.name])
    return Registers(agencies, places, documents), problems


def _read_own(extra: Sequence[tuple[str, bytes]]) -> tuple[_Own, list[Finding]]:
    kinds: dict[str, Kind[Any]] = {one.name: one for one in (AGENCIES, PLACES, DOCUMENTS)}
    own: _Own = {name: [] for name in kinds}
    problems: list[Finding] = []
    for name, data in extra:
        stem = name.replace("\\", "/").rpartition("/")[2].partition(".")[0]
        if stem not in kinds:
            problems.append(faults.unknown_file(Mark(name, 1, 1)))
            continue
        own[stem].append(read_office_file(kinds[stem], name, data))
        problems += own[stem][-1].problems
    return own, problems


def _overridden(
    rows: Callable[[], Iterable[T]], own: list[OfficeRows[T]]
) -> Callable[[], Iterable[T]]:
    """Rows of which each id's are those of the last file that has it."""
    if not own:
        return rows

    def merged() -> Iterator[T]:
        layers: list[Iterable[T]] = [rows(), *(one.records for one in own)]
        by_id: dict[str, list[T]] = {}
        for layer in layers:
            fresh: dict[str, list[T]] = {}
            for row in layer:
                fresh.setdefault(row.id, []).append(row)
            by_id |= fresh
        return (row for states in by_id.values() for row in states)

    return merged


def _dangling(kind: Kind[T], register: Register[T], own: list[OfficeRows[T]]) -> list[Finding]:
    """References of an office's rows to ids that the register does not have."""
    found = [
        (row.mark(column), one)
        for row in (row for file in own for row in file.rows)
        for column, ids in kind.references.items()
        for one in ids(row)
        if register.get(one) is None
    ]
    known = sorted({one.id for one in register}) if found else []
    return [faults.unknown_id(mark, one, known) for mark, one in found]
