"""The registers: what they hold on a day, how names are found, who follows whom, own files."""

from __future__ import annotations

import csv
import datetime as dt
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from kehoach.language.letters import fold
from kehoach.registers import Registers, Validity, load_registers
from kehoach.registers.kinds import AGENCIES, DOCUMENTS, PLACES
from kehoach.registers.office import read_office_file
from kehoach.registers.shipped import PLACE_TABLES, table

CASES = Path(__file__).parent / "registers"
DAY = dt.date(2026, 11, 22)


def rows(name: str) -> list[dict[str, str]]:
    with (CASES / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def case(row: dict[str, str]) -> str:
    return "-".join(text for text in row.values() if text)[:60]


def day_of(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


@pytest.fixture(scope="module")
def registers() -> Registers:
    found, problems = load_registers()
    assert problems == []
    return found


@pytest.mark.parametrize("row", rows("counts"), ids=case)
def test_units_on_a_day(registers, row):
    units = registers.places.on(dt.date.fromisoformat(row["day"]))
    provinces_of_type = Counter(one.type for one in units if one.type == "tỉnh")
    counts = Counter(one.tier for one in units) + provinces_of_type
    counts += Counter(one.type for one in units if one.tier == "commune")
    assert counts[row["what"]] == int(row["count"])


@pytest.mark.parametrize("row", rows("names"), ids=case)
def test_names_are_found(registers, row):
    found = getattr(registers, row["register"]).find(row["text"], day_of(row["day"]))
    assert [one.id for one in found][:1] == ([row["id"]] if row["id"] else [])


@pytest.mark.parametrize("row", rows("successors"), ids=case)
def test_successors(registers, row):
    register = getattr(registers, row["register"])
    found = register.successors(row["id"], day_of(row["day"]), row["task"])
    assert ", ".join(one.name for one in found) == row["names"]


@pytest.mark.parametrize("row", rows("faults"), ids=case)
def test_faults_of_an_own_file(row):
    text = row["text"].encode().decode("unicode_escape").encode("latin-1")
    (problem,) = load_registers([(row["file"], text)])[1]
    assert problem.message == row["message"]
    assert problem.mark[:3] == (row["file"], int(row["line"]), int(row["column"]))
    assert problem.hint.endswith((".", "?"))


@pytest.mark.parametrize("name", ["agencies", "documents", *PLACE_TABLES])
def test_shipped_tables_pass_the_reading_of_own_files(name):
    kind = {"agencies": AGENCIES, "documents": DOCUMENTS}.get(name, PLACES)
    data = table(name)
    read = read_office_file(kind, f"{name}.tsv", data)
    lines = data.decode().splitlines()
    assert read.problems == []
    assert len(read.records) == len(lines) - 1
    assert unicodedata.is_normalized("NFC", data.decode())


def test_the_short_way_of_reading_places_gives_the_same(registers):
    files = (read_office_file(PLACES, name, table(name)) for name in PLACE_TABLES)
    assert set(registers.places) == {one for file in files for one in file.records}


@pytest.mark.parametrize("name", ["agencies", "places", "documents"])
def test_every_reference_leads_somewhere(registers, name):
    register = getattr(registers, name)
    for record in register:
        for heir in record.heirs(""):
            assert register.get(heir), (record.id, heir)


def test_every_parent_holds_while_its_unit_does(registers):
    for unit in registers.places:
        for day in filter(None, (unit.validity.start, unit.validity.end)):
            assert not unit.parent or registers.places.get(unit.parent, day), unit


@pytest.mark.parametrize("name", ["agencies", "places", "documents"])
def test_validity_is_ordered_and_states_do_not_overlap(registers, name):
    register = getattr(registers, name)
    for record in register:
        start, end = record.validity.start, record.validity.end
        assert not (start and end) or start <= end, record
        others = [one for one in register.states(record.id) if one != record]
        assert not any(one.validity.meet(record.validity) for one in others), record


@pytest.mark.parametrize("name", ["agencies", "places", "documents"])
def test_successors_go_forward_in_time(registers, name):
    """What has an heir has ended, or is a document that is being replaced; no walk comes back."""
    register = getattr(registers, name)
    for record in register:
        for heir in record.heirs(""):
            later = [one for one in register.states(heir) if one is not record]
            ends = [one.validity.end or dt.date.max for one in later]
            assert any(end > (record.validity.end or dt.date.min) for end in ends), record


def test_every_old_commune_leads_to_new_ones(registers):
    old = [one for one in registers.places.on(dt.date(2025, 6, 30)) if one.tier == "commune"]
    for commune in old:
        heirs = registers.places.successors(commune.id, DAY, since=dt.date(2025, 6, 30))
        assert {one.id for one in heirs} == {id_ for id_, _ in commune.successors}
        assert {share for _, share in commune.successors} == {
            "part" if len(commune.successors) > 1 else "whole"
        }
    assert sum(len(one.successors) > 1 for one in old) > 400


def test_sources(registers):
    for record in (*registers.agencies, *registers.documents):
        assert record.source, record
    for place in registers.places.on(DAY):
        assert place.tier == "province" or re.fullmatch(r"\d+/NQ-UBTVQH1[56]", place.resolution)


def test_ids_of_documents_tell_number_and_year(registers):
    for one in registers.documents:
        digits = re.match(r"[0-9]+", one.number)
        assert not digits or digits[0] in one.id.split("-")[1], one
        assert not one.date or str(one.date.year) in one.id, one


@pytest.mark.parametrize(
    ("text", "names"),
    [("Kắc Kạn", "Bắc Kạn"), ("tỉnh Kắc Kạn", "Bắc Kạn"), ("huyện Pác Nậm", "Pác Nặm")],
)
def test_the_place_probably_meant(registers, text, names):
    assert registers.places.nearest(text, 1)[0].name == names


def test_the_agency_and_the_document_probably_meant(registers):
    assert registers.agencies.nearest("Sở Nội vu")[0].id == "so-noi-vu"
    assert registers.documents.nearest("91/QĐ-TTg")[0].number.endswith("/QĐ-TTg")
    assert registers.agencies.nearest("zzzz qqqq") == ()


@pytest.mark.parametrize(
    ("id_", "day", "name"),
    [
        ("ubnd-tinh", None, "Ủy ban nhân dân tỉnh"),
        ("ubnd-tinh@bac-kan", None, "Ủy ban nhân dân tỉnh Bắc Kạn"),
        ("ubnd-tinh@bac-kan", "2025-07-01", None),
        ("ubnd-tinh@dong-nai", "2026-04-29", "Ủy ban nhân dân tỉnh Đồng Nai"),
        ("ubnd-tinh@dong-nai", "2026-05-01", "Ủy ban nhân dân thành phố Đồng Nai"),
        ("ubnd-tinh@thua-thien-hue", "2018-04-11", "Ủy ban nhân dân tỉnh Thừa Thiên Huế"),
        ("ubnd-tinh@ho-chi-minh", None, "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("ubnd-huyen@pac-nam", "2018-04-11", "Ủy ban nhân dân huyện Pác Nặm"),
        ("ubnd-huyen@huyen-pac-nam", None, "Ủy ban nhân dân huyện Pác Nặm"),
        ("ubnd-huyen@760", None, "Ủy ban nhân dân Quận 1"),
        ("tinh-uy@bac-kan", "2018-04-11", "Tỉnh ủy Bắc Kạn"),
        ("thanh-uy@bac-kan", "2018-04-11", None),
        ("so-noi-vu@bac-kan", "2018-04-11", "Sở Nội vụ tỉnh Bắc Kạn"),
        ("so-noi-vu@pac-nam", None, None),
        ("so-nong-nghiep-va-moi-truong@bac-kan", "2018-04-11", None),
        ("phong-kinh-te@01882", None, "Phòng Kinh tế xã Nghiên Loan"),
        ("bo-tai-chinh@bac-kan", None, None),
        ("so-noi-vu@chau-thanh", None, None),
        ("so-noi-vu@", None, None),
    ],
)
def test_agencies_of_places(registers, id_, day, name):
    found = registers.agencies.get(id_, day_of(day or ""))
    assert (found and found.name) == name
    kind, at, place = id_.partition("@")
    if at:
        assert registers.agencies.agency_name(kind, place, day_of(day or "")) == (name or "")


def test_an_agency_of_a_place_holds_while_both_do(registers):
    found = registers.agencies.get("so-nong-nghiep-va-moi-truong@bac-kan")
    assert found.validity == Validity(dt.date(2025, 3, 1), dt.date(2025, 6, 30))


def test_own_rows_come_over_the_shipped_ones():
    agencies = "﻿id;name;successors\nso-noi-vu;Sở Nội vụ và Lao động;\nban-a;Ban A;việc=so-noi-vu"
    documents = "id,type,number,date\nqd-9,Quyết định,9/QĐ-UBND,11/4/2018\n"
    found, problems = load_registers(
        [("so/agencies.csv", agencies.encode()), ("so\\documents.csv", documents.encode())]
    )
    assert problems == []
    assert found.agencies.get("so-noi-vu").name == "Sở Nội vụ và Lao động"
    assert found.agencies.find("Sở Nội vụ") == ()
    assert found.agencies.get("ban-a").successors == (("việc", "so-noi-vu"),)
    assert found.documents.get("qd-9").date == dt.date(2018, 4, 11)
    assert found.documents.get("qd-90-qd-ttg-2022") is not None


def test_the_last_own_file_wins():
    files = [(f"{name}/agencies.csv", f"id,name\nx,Tên {name}".encode()) for name in "ab"]
    found, problems = load_registers(files)
    assert problems == []
    assert found.agencies.get("x").name == "Tên b"


def test_own_states_of_one_unit_may_follow_one_another():
    text = "id,name,type,start,end\nx-1,Cũ,xã,,30/6/2025\nx-1,Mới,phường,1/7/2025,\n"
    found, problems = load_registers([("places.csv", text.encode())])
    assert problems == []
    assert found.places.get("x-1", dt.date(2025, 6, 30)).full_name == "xã Cũ"
    assert found.places.get("x-1").full_name == "phường Mới"


def test_an_own_file_that_is_no_utf8():
    (problem,) = load_registers([("agencies.csv", "id,name\nx,Tên".encode("utf-16"))])[1]
    assert (problem.name, problem.mark.line) == ("register-encoding", 1)


def test_a_circle_of_own_successors_comes_to_an_end():
    text = "id,name,end,successors\nvong-a,A,1/1/2020,vong-b\nvong-b,B,1/1/2020,vong-a\n"
    found, problems = load_registers([("agencies.csv", text.encode())])
    assert problems == []
    assert found.agencies.successors("vong-a", DAY) == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Khánh Hòa", "khánh hoà", True),
        ("Thuỷ", "Thủy", True),
        ("Ea H'Leo", "Ea H’leo", True),
        ("Đắk Lắk", "Ðắk Lắk", True),
        ("Bà Rịa-Vũng Tàu", "Bà Rịa – Vũng Tàu", True),
        ("Bắc Kạn", unicodedata.normalize("NFD", "Bắc Kạn"), True),
        ("Bắc Kạn", "Bác Kạn", False),
        ("Đông", "Dông", False),
    ],
)
def test_folding(one, other, same):
    assert (fold(one) == fold(other)) is same


def test_places_are_not_read_before_they_are_asked_for():
    code = (
        "from kehoach.registers import load_registers as l; r, _ = l();"
        "r.agencies.get('so-noi-vu'); r.documents.find('90/QĐ-TTg');"
        "assert not r.places.__dict__.keys() & {'_states', '_by_key'}"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
