"""Vietnamese values and text: the cases are tables under tests/formats."""

import inspect
import re
from decimal import Decimal
from pathlib import Path

import pytest
from jinja2.sandbox import SandboxedEnvironment

from kehoach.formats import FILTERS, families, family_filters
from kehoach.formats.numerals_read import parse_letter, parse_roman
from kehoach.formats.values import (
    DocumentNumber,
    Money,
    Number,
    Quantity,
    as_money,
    as_number,
    parse_day,
)
from kehoach.formats.words_read import parse_words

TABLES = Path(__file__).parent / "formats"


def rows(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            cells = line.replace("␣", "\N{NO-BREAK SPACE}").split("\t")
            yield ["" if cell == "∅" else cell for cell in cells]


def cases(folder):
    return [
        pytest.param(path.stem, *row, id=f"{path.stem}-{'-'.join(row[:2])}")
        for path in sorted((TABLES / folder).glob("*.tsv"))
        for row in rows(path)
    ]


# --- filters -----------------------------------------------------------------------------------


def option(text):
    name, _, value = text.strip().partition("=")
    known = {"true": True, "false": False}
    return name, known.get(value, int(value) if value.isdigit() else value)


def argument(name, text):
    several = name in {"money_total", "list_text"}
    return [part.strip() for part in text.split("+") if part] if several else text


@pytest.mark.parametrize(("name", "text", "options", "expected"), cases("filters"))
def test_filter(name, text, options, expected):
    keywords = dict(option(one) for one in options.split(";") if one)
    assert str(FILTERS[name](argument(name, text), **keywords)) == expected


def test_every_filter_has_a_table():
    assert {path.stem for path in (TABLES / "filters").glob("*.tsv")} == set(FILTERS)


def test_no_two_families_give_one_name():
    names = [name for family in families() for name in family_filters(family)]
    assert sorted(names) == sorted(FILTERS)


@pytest.mark.parametrize("name", FILTERS)
def test_docstring_is_a_manual_page(name):
    page = inspect.getdoc(FILTERS[name])
    first, blank, *_ = page.splitlines()
    assert re.search(r"[à-ỹđ]", first)
    assert first.endswith(".")
    assert not blank
    assert "Args:\n" in page
    assert f"Examples:\n    >>> {name}(" in page or f"Examples:\n    >>> print({name}(" in page


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ x | money('triệu đồng') }}", "57.141 triệu đồng"),
        ("{{ x }}", "57,141 tỷ đồng"),
        ("{{ [x, x] | money_total | money_words(commas=true) }}",
         "Một trăm mười bốn tỷ, hai trăm tám mươi hai triệu đồng"),
        ("{{ q | percent }} {{ q }}", "7-8% 7-8%/năm"),
        ("{{ q | number(1) }}", "7,0-8,0"),
        ("{{ n }} {{ n | number }} {{ n | words }}", "04 04 bốn"),
    ],
)  # fmt: skip
def test_filters_in_a_sandboxed_template(source, expected):
    environment = SandboxedEnvironment(autoescape=True)
    environment.filters.update(FILTERS)
    values = {
        "x": Money.parse("57,141 tỷ đồng"),
        "q": Quantity.parse("7-8%/năm"),
        "n": Number.parse("04"),
    }
    assert environment.from_string(source).render(values) == expected


# --- reading -----------------------------------------------------------------------------------


def show_number(text):
    number = Number.parse(text)
    assert str(number) == text
    return f"{number.value} decimals={number.decimals}"


def show_money(text):
    money = Money.parse(text)
    assert str(money) == text
    return f"{money.dong} {money.unit}"


def show_quantity(text):
    quantity = Quantity.parse(text)
    assert str(quantity) == text
    upper = "" if quantity.upper is None else f"..{quantity.upper}"
    return f"{quantity.number}{upper} «{quantity.unit}»"


def show_document_number(text):
    parts = DocumentNumber.parse(text)
    assert str(parts) == text
    shown = f"{parts.number} {parts.year or '.'} {parts.type or '.'} {parts.body or '.'}"
    return f"{shown} party" if parts.party else shown


def show_found(parse):
    return lambda text: "none" if (found := parse(text)) is None else str(found)


SHOWN = {
    "number": show_number,
    "money": show_money,
    "quantity": show_quantity,
    "day": lambda text: parse_day(text).isoformat(),
    "document_number": show_document_number,
    "words": show_found(parse_words),
    "roman": show_found(parse_roman),
    "letter": show_found(parse_letter),
}


@pytest.mark.parametrize(("kind", "text", "expected"), cases("parse"))
def test_parse(kind, text, expected):
    assert SHOWN[kind](text) == expected


@pytest.mark.parametrize(("kind", "text", "message"), list(rows(TABLES / "refused.tsv")))
def test_refused(kind, text, message):
    read = FILTERS[kind.removesuffix(" filter")] if kind.endswith(" filter") else SHOWN[kind]
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        read(text)


@pytest.mark.parametrize(
    ("x", "message"),
    [
        (0.5, "số 0.5 không chính xác: viết trong dấu nháy với dấu phẩy thập phân, như '1,75'"),
        (True, "có hoặc không không phải là số"),
        (None, "“None” không phải là số"),
        (Decimal("NaN"), "không viết được giá trị NaN thành số"),
    ],
)
def test_filters_refuse_what_is_no_exact_number(x, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        as_number(x)


def test_values_compare_by_worth_and_hash_alike():
    assert Number.parse("04") == Number.parse("4,0")
    assert len({Number.parse("04"), Number.parse("4,0")}) == 1
    assert Money.parse("1,5 tỷ đồng") == Money.parse("1.500 triệu") > Money.parse("1.499 triệu")
    assert len({Money.parse("1,5 tỷ đồng"), Money.parse("1.500 triệu")}) == 1
    assert Quantity.parse("98 %") == Quantity.parse("98%") != Quantity.parse("98 xã")


def test_money_subtracts_in_the_left_unit():
    left = Money.parse("1 tỷ đồng") - Money.parse("250 triệu đồng")
    assert left.text == "0,75 tỷ đồng"


def test_a_quantity_in_a_money_unit_is_money():
    assert as_money(Quantity.parse("57,141 tỷ đồng")) == Money.parse("57.141 triệu đồng")


def test_computed_quantities_attach_the_percent_sign_only():
    seven, eight = Number.parse("7"), Number.parse("8")
    assert Quantity.of(seven, "%/năm", eight).text == "7-8%/năm"
    assert Quantity.of(seven, "người").text == "7 người"
    assert Quantity.of(seven, "").text == "7"
