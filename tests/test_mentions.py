"""Agencies and places as sentences name them: what is found, and what is passed by."""

from __future__ import annotations

import datetime as dt

import pytest

from conftest import ROOT
from kehoach import checks
from kehoach.api import read_plan
from kehoach.citations.reading import names_document
from kehoach.language.past import speaks_of_past
from kehoach.language.place_names import place_names
from kehoach.plan import resolve, type_plan
from kehoach.registers import Registers, Validity, load_registers
from kehoach.registers.collectives import covered
from kehoach.registers.likeness import one_slip_apart, same_name
from kehoach.registers.mentions import mentions, named
from kehoach.registers.successors import holders
from kehoach.registers.territory import look_up, nearest, province_id
from kehoach.registers.unknown_names import unknown_names
from kehoach.source import Memory

DAY_2018 = Validity(dt.date(2018, 4, 11), dt.date(2018, 4, 11))
DAY_2026 = Validity(dt.date(2026, 3, 2), dt.date(2026, 3, 2))


@pytest.fixture(scope="module")
def registers() -> Registers:
    return load_registers()[0]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Giao Sở Nội vụ, Sở Văn hóa, Thể thao và Du lịch.",
            ["so-noi-vu", "so-van-hoa-the-thao-va-du-lich"],
        ),
        ("Các Sở: Tài chính, Nội vụ và Y tế báo cáo", ["so-tai-chinh", "so-noi-vu", "so-y-te"]),
        ("các sở, ban, ngành", ["cac-so-ban-nganh-tinh"]),
        ("Sở Lao động- TBXH; Sở LĐTBXH", ["so-lao-dong-tbxh", "so-lao-dong-tbxh"]),
        ("Uỷ ban nhân dân huyện Na Rì", ["ubnd-huyen"]),
        ("phòng Nội vụ và phòng họp", ["phong-noi-vu"]),
        ("cơ sở y tế, cơ sở Y tế, ban hành, bộ tiêu chí", []),
        ("Tờ trình số 12/TTr-UBND, Quyết định 5/QĐ-TTg", []),
        ("Ban Dân tộc HĐND tỉnh; Phòng Nội vụ của Sở Y tế", ["hdnd-tinh", "so-y-te"]),
        ("Phòng Nội vụ - Lao động", []),
        ("Sở Nội vụ - Sở Y tế", ["so-noi-vu", "so-y-te"]),
    ],
)
def test_agencies_of_a_text(registers: Registers, text: str, found: list[str]) -> None:
    assert [one.agencies[0].id for one in mentions(registers.agencies, text)] == found


def test_mention_knows_where_it_stands(registers: Registers) -> None:
    text = "Giao  Phòng Tài chính- Kế hoạch lập dự toán."
    (one,) = mentions(registers.agencies, text)
    assert text[one.start : one.end] == one.text == "Phòng Tài chính- Kế hoạch"


@pytest.mark.parametrize("text", ["so-noi-vu", "so-noi-vu@thai-nguyen", "Sở Nội vụ (để b/c)"])
def test_fields_hold_ids_or_names(registers: Registers, text: str) -> None:
    assert [one.agencies[0].id for one in named(registers.agencies, text)] == ["so-noi-vu"]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Sở Lao động Thương binh Xã hội tổ chức", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở Nông ngiệp và Môi trường", "Sở Nông nghiệp và Môi trường"),
        ("Sở Khoa học và Công nghệ", None),
        ("Sở Thủy sản", None),
        ("Phòng Quản lý khoa học", None),
        ("Bộ tiêu chí quốc gia", None),
    ],
)
def test_nearly_known_names(registers: Registers, text: str, near: str | None) -> None:
    found = unknown_names(registers.agencies, text)
    assert [one.near[0].name for one in found] == ([near] if near else [])


@pytest.mark.parametrize(
    ("name", "about", "names"),
    [
        ("Sở Kế hoạch và Đầu tư", "", ("Sở Tài chính",)),
        ("Sở Lao động - Thương binh và Xã hội", "giảm nghèo", ("Sở Nông nghiệp và Môi trường",)),
        ("Sở Lao động - Thương binh và Xã hội", "Sở LĐTBXH dạy trẻ em", ("Sở Y tế",)),
        (
            "Phòng Kinh tế và Hạ tầng",
            "làm đường",
            ("Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ),
    ],
)
def test_holders_by_task(
    registers: Registers, name: str, about: str, names: tuple[str, ...]
) -> None:
    (one,) = mentions(registers.agencies, name)
    assert one.has_ended(DAY_2026)
    assert not one.has_ended(DAY_2018)
    assert holders(registers.agencies, one.agencies[-1], dt.date(2026, 3, 2), about) == names


def test_holders_without_a_task_are_all_with_theirs(registers: Registers) -> None:
    (one,) = mentions(registers.agencies, "Sở Thông tin và Truyền thông")
    found = holders(registers.agencies, one.agencies[-1], dt.date(2026, 3, 2), "")
    assert found[1] == "Sở Văn hóa, Thể thao và Du lịch (báo chí, xuất bản)"


def test_agency_of_later(registers: Registers) -> None:
    (one,) = mentions(registers.agencies, "Sở Nông nghiệp và Môi trường")
    assert one.has_yet_to_begin(DAY_2018)
    assert not one.has_yet_to_begin(DAY_2026)


@pytest.mark.parametrize(
    ("name", "lines", "expected"),
    [
        ("so-y-te", ["Các sở, ban, ngành"], True),
        ("so-y-te", ["UBND các xã, phường"], False),
        ("so-y-te", ["Sở Nội vụ"], False),
        ("phong-kinh-te", ["Các phòng, ban"], True),
        ("ubnd-cac-xa", ["UBND các xã, phường"], True),
        ("ubnd-cac-xa", ["Các sở, ban, ngành"], False),
        ("hoi-nong-dan-tinh", ["MTTQ và các đoàn thể"], True),
        ("hoi-nong-dan-tinh", ["Hội Nông dân"], True),
        ("ngan-hang-chinh-sach-xa-hoi", ["Chi nhánh Ngân hàng Chính sách xã hội tỉnh"], True),
        ("ubnd-tinh", ["Ủy ban nhân dân xã"], False),
        ("so-y-te", ["Như Điều 2"], True),
    ],
)
def test_lines_of_many(registers: Registers, name: str, lines: list[str], expected: bool) -> None:
    agency = registers.agencies.get(name)
    assert agency
    assert covered(registers.agencies, agency, lines) is expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("các xã A Lù, Y Tý và Trịnh Tường", ["A Lù", "Y Tý", "Trịnh Tường"]),
        ("04 xã (Nhất Hòa, Tân Tri)", ["Nhất Hòa", "Tân Tri"]),
        ("xã Ea H’leo, TP. Huế", ["Ea H’leo", "Huế"]),
        ("tỉnh Bà Rịa - Vũng Tàu", ["Bà Rịa - Vũng Tàu"]),
        ("Báo Bắc Kạn, Báo và Phát thanh, Truyền hình", ["Bắc Kạn"]),
        ("Hợp tác xã Sông Lô, huyện Đoàn, tỉnh Ủy, xã NTM, xã hội", []),
        ("xã Tân Tri, Nguyễn Văn An", ["Tân Tri"]),
    ],
)
def test_places_of_a_text(text: str, names: list[str]) -> None:
    assert [one.name for one in place_names(text)] == names


def test_place_name_knows_where_it_stands() -> None:
    text = "Họp tại huyện Na Rì."
    (one,) = place_names(text)
    assert (text[one.from_unit :], text[one.start :]) == ("huyện Na Rì.", "Na Rì.")


def test_what_belongs_to_a_document() -> None:
    text = "Quyết định số 5/QĐ-UBND ngày 01/3/2024 của UBND huyện Na Rì về vốn; huyện Na Rì họp"
    assert names_document(text, text.index("huyện"), Memory())
    assert not names_document(text, text.rindex("huyện"), Memory())


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("Năm 2024, huyện có 5 xã.", True),
        ("Năm 2026, huyện có 5 xã.", False),
        ("Xã thành lập trên cơ sở ba xã.", True),
        ("Theo Nghị định 07/2021/NĐ-CP, huyện báo cáo.", False),
    ],
)
def test_what_speaks_of_the_past(text: str, past: bool) -> None:
    assert speaks_of_past(text, 0, dt.date(2025, 6, 30), Memory()) is past


@pytest.mark.parametrize(
    ("one", "other", "same", "slip"),
    [
        ("Trần Yên", "Trấn Yên", False, True),
        ("Kắc Kạn", "Bắc Kạn", False, True),
        ("Bắc Nnh", "Bắc Ninh", False, True),
        ("Nhất Hoà", "Nhất Hòa", True, False),
        ("Đắk Ang", "Đăk Ang", True, False),
        ("Tân Lập", "Tân Thành", False, False),
        ("A Lù", "A Lũ", False, False),
    ],
)
def test_likeness(one: str, other: str, same: bool, slip: bool) -> None:
    assert (same_name(one, other), one_slip_apart(one, other)) == (same, slip)


def test_look_up_by_province_and_day(registers: Registers) -> None:
    places = registers.places
    here = look_up(places, "xã", "Trấn Yên Chủ tịch", "lang-son", DAY_2018)
    assert [one.full_name for one in here.here] == ["xã Trấn Yên"]
    now = look_up(places, "xã", "Trấn Yên", "lang-son", DAY_2026)
    assert now.ended
    assert now.elsewhere
    assert not look_up(places, "xã", "Trần Yên", "lang-son", DAY_2018).known
    assert nearest(places, "xã", "Trần Yên", "lang-son", DAY_2018) == ("Trần Yên", ["Trấn Yên"])


@pytest.mark.parametrize(
    ("unit", "name", "days", "found"),
    [
        ("tỉnh", "Bắc Kạn", DAY_2018, "bac-kan"),
        ("tỉnh", "Bắc Kạn", DAY_2026, ""),
        ("thành phố", "Thái Nguyên", DAY_2026, ""),
        ("thành phố", "Hà Nội", DAY_2026, "ha-noi"),
        ("xã", "Hà Nội", DAY_2026, ""),
    ],
)
def test_provinces(unit: str, name: str, days: Validity, found: str) -> None:
    assert province_id(unit, name, days) == found


def test_the_long_tables_stay_unread_where_no_place_needs_them() -> None:
    layers = read_plan(ROOT / "tests" / "plans" / "minimal.yaml")
    typed, _ = type_plan(layers.root)
    assert typed
    plan, _ = resolve(typed)
    registers, _ = load_registers()
    assert plan
    list(checks.run(checks.Case(plan, registers, dt.date(2026, 6, 30))))
    assert "_states" not in vars(registers.places)
