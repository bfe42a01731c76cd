"""Rows of a data file (`--data`): each fills one plan with its values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kehoach.issuing.names import safe_name, same_names
from kehoach.plan import Plan
from kehoach.plan.labels import title_of
from kehoach.source import (
    Cell,
    Line,
    Map,
    Mark,
    Page,
    Route,
    SheetError,
    find_route,
    leaves,
    put,
    read_page,
    read_regular,
)

_REFUSED = {"error": "có lỗi", "unstored": "là công thức chưa có kết quả:", "bool": "là"}


@dataclass(frozen=True, slots=True)
class Filling:
    """One row of a data file: the values that it puts into the plan, by path."""

    file: str
    number: int
    values: tuple[tuple[Route, str], ...]
    name: str


def filled(root: Map, filling: Filling) -> Map:
    """The tree with a row's values at their paths; what does not change is shared."""
    mark = Mark(filling.file, filling.number, 1)
    for path, text in filling.values:
        root = put(root, path, text, mark)  # type: ignore[assignment]
    return root


def fillings(data: Path, root: Map) -> list[Filling]:
    """The rows of a data file whose first line names values of the plan; the first column names.

    A heading is a path of the plan, or the Vietnamese title of a key (`Số`, `Người ký / Họ tên`).
    A blank cell says that the row does not write the value.

    Raises:
        SheetError: the file cannot be read, its first line names what the plan does not have or
            one value twice, a row is longer than it, a cell has no value to read, or two rows have
            one name; all that is wrong at once.
    """
    page = read_page(data.as_posix(), read_regular(data))
    if len(page.lines) < 2:
        raise SheetError("cần dòng tên cột và ít nhất một dòng dữ liệu")
    head, *lines = page.lines
    titles = _titles(root)
    paths = [_path(name, root, titles) for name in head.texts[1:]]
    wrong = [*_wrong_names(page, head, paths), *_wrong_cells(page, head, lines)]
    found = [_filling(data, line, paths) for line in lines]
    for one, two in same_names(row.name for row in found):
        pair = f"dòng {found[one].number} và dòng {found[two].number}"
        wrong.append(f"{pair} cùng tên '{found[two].name}' nên kết quả đè lên nhau")
    if wrong:
        raise SheetError("\n".join(wrong))
    return found


def _titles(root: Map) -> dict[str, set[Route]]:
    """The routes that a heading in Vietnamese may mean: those of the plan and its keys."""
    routes = {route for route, _ in leaves(root)} | {(key,) for key in Plan.model_fields}
    found: dict[str, set[Route]] = {}
    for route in routes:
        steps = [title_of(route[: end + 1]) for end in range(len(route))]
        if not steps[-1]:
            continue
        for name in {steps[-1], " / ".join(filter(None, steps))}:
            found.setdefault(_folded(name), set()).add(route)
    return found


def _path(name: str, root: Map, titles: dict[str, set[Route]]) -> list[Route]:
    """The values that a heading may mean; an empty heading means the empty route."""
    if not name:
        return [()]
    found = find_route(root, name)
    if found is None and name in Plan.model_fields:
        found = (name,)  # a key of the plan that the file leaves out: year, number, ...
    if found is not None:
        return [found]
    titled = sorted(titles.get(_folded(name), ()), key=len)
    return [one for one in titled if len(one) == len(titled[0])]


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _wrong_names(page: Page, head: Line, paths: Sequence[Sequence[Route]]) -> Iterator[str]:
    seen: set[Route] = set()
    for column, found in enumerate(paths, 1):
        name, place = head.texts[column], page.place(head.number, column)
        if not found:
            yield (
                f"dòng {head.number}: kế hoạch không có chỗ nào tên '{name}' ({place});"
                " ghi đường dẫn (signer.name) hoặc tên của khóa"
            )
        elif len(found) > 1:
            yield f"ô {place}: '{name}' có thể là {len(found)} chỗ; ghi đường dẫn (signer.name)"
        elif found[0] and found[0] in seen:
            yield f"ô {place}: '{name}' đã có cột khác"
        else:
            seen.add(found[0])


def _wrong_cells(page: Page, head: Line, lines: Sequence[Line]) -> Iterator[str]:
    width = len(head.cells)
    for line in lines:
        if any(line.texts[width:]):
            yield f"dòng {line.number} có nhiều ô hơn dòng đầu"
        elif not page.sheet and len(line.cells) < width:
            yield f"dòng {line.number} có {len(line.cells)} ô, dòng đầu có {width}"
        for column, cell in enumerate(line.cells[:width]):
            if cell.kind in _REFUSED and head.texts[column]:
                yield f"ô {page.place(line.number, column)} {_REFUSED[cell.kind]} {cell.text}"


def _filling(data: Path, line: Line, paths: Sequence[Sequence[Route]]) -> Filling:
    name = safe_name(line.at(0).text, f"dong-{line.number}")
    values = tuple(
        (found[0], _text(cell))
        for found, cell in zip(paths, line.cells[1:], strict=False)
        if found and found[0] and cell.text
    )
    return Filling(data.as_posix(), line.number, values, name)


def _text(cell: Cell) -> str:
    """A cell as a plan writes it: a day as 2026-03-05, a number as the sheet shows it."""
    return cell.day.isoformat() if cell.day else cell.text
