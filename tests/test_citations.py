"""Citations read out of texts, and the grammar of numbers and symbols."""

from __future__ import annotations

import csv
import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest

from conftest import ROOT
from kehoach.api import open_plan
from kehoach.citations import Mention, bases, level_of, mentions, same_document, same_issuer
from kehoach.citations.reading import CitedDocument, find_citations
from kehoach.formats.values import TYPE_NAMES, DocumentNumber
from kehoach.plan.schema import kind_at
from kehoach.plan.texts import PlanText
from kehoach.registers import Registers, load_registers
from kehoach.registers.shipped import table
from kehoach.registers.symbols import Symbols, symbols_of
from kehoach.source import Route

TABLES = Path(__file__).parent / "citations"
TODAY = dt.date(2026, 11, 22)


def rows(name: str) -> list[dict[str, str]]:
    with (TABLES / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def registers() -> Registers:
    return load_registers()[0]


@pytest.fixture(scope="module")
def symbols(registers: Registers) -> Symbols:
    return symbols_of(registers.agencies)


def shown(cited: CitedDocument) -> dict[str, str]:
    pieces = {name: getattr(cited, name) for name in ("number", "issuer", "name")}
    values = {"type": cited.type, "day": cited.day, "year": cited.year}
    texts = {name: piece.text if piece else "" for name, piece in pieces.items()}
    return {**texts, **{name: str(value or "") for name, value in values.items()}}


@pytest.mark.parametrize("row", rows("reading"), ids=lambda row: row["text"])
def test_citation_is_read(row: dict[str, str]) -> None:
    (cited,) = find_citations(row["text"])
    assert shown(cited) == {name: text or "" for name, text in row.items() if name != "text"}


@pytest.mark.parametrize("row", rows("nothing"), ids=lambda row: row["text"])
def test_nothing_is_read(row: dict[str, str]) -> None:
    assert find_citations(row["text"]) == ()


@pytest.mark.parametrize("row", rows("reading"), ids=lambda row: row["text"])
def test_pieces_stand_where_they_say(row: dict[str, str]) -> None:
    text = f"Xét thấy cần thiết; {row['text']}"
    (cited,) = find_citations(text)
    pieces = [one for one in (cited.number, cited.date, cited.issuer, cited.name) if one]
    assert [text[one.start : one.end] for one in pieces] == [one.text for one in pieces]
    assert all(cited.start <= one.start < one.end <= cited.end for one in pieces)


def test_several_citations_do_not_overlap() -> None:
    found = find_citations("; ".join(row["text"] for row in rows("reading")))
    assert len(found) == len(rows("reading"))
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("row", rows("symbols"), ids=lambda row: row["typed"])
def test_symbol_is_mended(row: dict[str, str], symbols: Symbols) -> None:
    assert symbols.mended(row["typed"]) == row["right"]
    assert symbols.mended(row["right"]) == row["right"]


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Chính phủ", {"CP"}),
        ("Thủ tướng Chính phủ", {"TTg"}),
        ("Văn phòng Chính phủ", {"VPCP"}),
        ("Bộ trưởng Bộ Tài chính", {"BTC"}),
        ("Bộ LĐTBXH", {"BLĐTBXH"}),
        ("Chủ tịch UBND tỉnh Nam Định", {"UBND"}),
        ("HĐND xã", {"HĐND"}),
        ("Ban chấp hành Đảng bộ huyện Bắc Sơn", {"HU"}),
        ("BCH Đảng bộ tỉnh khóa XV", {"TU"}),
        ("Bộ Chính trị", {"TW"}),
        ("Ban Quản lý rừng", set()),
    ],
)
def test_issuer_is_known_by_its_name(name: str, codes: set[str], symbols: Symbols) -> None:
    assert {one.code for one in symbols.issuers(name)} == codes


def test_registered_numbers_fit_the_grammar(registers: Registers, symbols: Symbols) -> None:
    """Every document of the shipped register is written, and issued, as the grammar says."""
    for one in registers.documents:
        if not one.number:
            continue
        assert symbols.mended(one.number) == one.number
        body = symbols.body(DocumentNumber.parse(one.number))
        named = {found.code for found in symbols.issuers(one.issuer)}
        assert body is None or not named or body.code in named, one
        assert body is None or one.date is None or body.validity.holds(one.date), one


def test_table_of_symbols_is_whole() -> None:
    lines = table("symbols").decode("utf-8").rstrip("\n").split("\n")
    found = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    codes = [row["body"] for row in found]
    assert len(codes) == len(set(codes))
    assert {row["form"] for row in found} == {"party", "state", "plain", "free"}
    types = {
        code for row in found for code in f"{row['with_year']}|{row['without_year']}".split("|")
    }
    assert types - {"", *TYPE_NAMES, "KL", "CV", "VBHN", "L"} == set()
    assert all(row["source"] for row in found)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Bắc Kạn", True),
        ("Chủ tịch UBND tỉnh", "UBND tỉnh", True),
        ("BCH Đảng bộ tỉnh", "Ban Chấp hành Đảng bộ tỉnh khóa XV", True),
        ("HĐND huyện", "HĐND tỉnh", False),
    ],
)
def test_issuers_alike(one: str, other: str, same: bool) -> None:
    assert same_issuer(one, other) is same


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("UBND xã Quảng Khê, huyện Ba Bể", "commune"),
        ("UBND thị xã Kỳ Anh", "district"),
        ("Sở Y tế tỉnh Bắc Kạn", "province"),
        ("UBND thành phố Hà Nội", None),
    ],
)
def test_level(name: str, level: str | None) -> None:
    assert level_of(name) == level


def test_bases_of_a_plan_are_mentions_with_their_places(registers: Registers) -> None:
    plan = open_plan(ROOT / "plans" / "bac-son-2024.yaml", TODAY).plan
    assert plan is not None
    (own,) = bases(plan, registers)
    cited = {one.basis.id: one.cited for one in own}
    plan_51, decision_90 = cited["ke_hoach_51"], cited["quyet_dinh_90"]
    assert plan_51 is not None
    assert decision_90 is not None
    assert plan_51.right == "51/KH-UBND"
    assert plan_51.spot("number")[1] == "51/KH – UBND"
    assert decision_90.spot("number") == ((*own[2].path, "document"), "")
    assert decision_90.spot("subject")[1].startswith("phê duyệt")


def test_texts_are_read_and_the_basis_itself_is_not_read_twice(registers: Registers) -> None:
    plan = open_plan(ROOT / "plans" / "xa-ba-be-2027.yaml", TODAY).plan
    assert plan is not None
    written: list[tuple[Route, str]] = [
        (("legal_bases", 0, "text"), "Căn cứ Quyết định số 1/QĐ-UBND về Kế hoạch số 2/KH-UBND"),
        (("allow", 0, "reason"), "Như Quyết định số 3/QĐ-UBND"),
        (("closing",), "Theo Quyết định số 4/QĐ-UBND"),
    ]
    texts = [PlanText(route, text, kind_at(route)) for route, text in written]
    found = [one.number for one in mentions(plan, texts, registers) if one.role == "text"]
    assert found == ["2/KH-UBND", "4/QĐ-UBND"]


def mention(symbols: Symbols, number: str, day: str, issuer: str = "") -> Mention:
    symbol = DocumentNumber.parse(number)
    date = dt.date.fromisoformat(day) if day else None
    return Mention(
        (),
        "text",
        number=number,
        right=number,
        symbol=symbol,
        body=symbols.body(symbol),
        day=date,
        year=date.year if date else None,
        issuer=issuer,
    )


@pytest.mark.parametrize(
    ("number", "one", "other", "same"),
    [
        ("27/2022/NĐ-CP", ("2022-04-19",), ("2022-05-19",), True),
        ("90/QĐ-TTg", ("2022-01-18",), ("",), True),
        ("90/QĐ-TTg", ("2022-01-18",), ("2021-01-18",), True),
        ("90/QĐ-TTg", ("2022-01-18",), ("2021-02-18",), False),
        ("12/KH-UBND", ("2022-01-18", "UBND tỉnh"), ("2022-02-18", "UBND xã"), False),
        ("12/KH-UBND", ("2022-01-18", "UBND xã"), ("2022-02-18", "UBND xã Ba Bể"), True),
        ("12/KH-UBND", ("2022-01-18", "UBND xã"), ("2022-02-18",), False),
        ("12/KH-UBND", ("2022-01-18",), ("2022-02-18",), True),
    ],
)
def test_one_document_or_two(
    number: str, one: tuple[str, ...], other: tuple[str, ...], same: bool, symbols: Symbols
) -> None:
    pair = mention(symbols, number, *one), mention(symbols, number, *other)
    assert same_document(*pair) is same
    assert same_document(*reversed(pair)) is same
