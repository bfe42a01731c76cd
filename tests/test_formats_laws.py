"""Laws of Vietnamese values and text, over random values: what is written reads back, exactly."""

import datetime as dt
import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.formats import FILTERS
from kehoach.formats.numerals_read import parse_letter, parse_roman
from kehoach.formats.values import (
    MONEY_UNITS,
    DocumentNumber,
    Money,
    Number,
    Quantity,
    parse_day,
)
from kehoach.formats.words_read import parse_words

READERS = [
    Number.parse,
    Money.parse,
    Quantity.parse,
    DocumentNumber.parse,
    parse_day,
    parse_words,
    parse_roman,
    parse_letter,
]
DECIMALS = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places),
    st.integers(-(10**24), 10**24),
    st.integers(0, 9),
)
MONEY = st.builds(Money.of, DECIMALS, st.sampled_from(list(MONEY_UNITS)))
STYLES = st.fixed_dictionaries(
    {
        "commas": st.booleans(),
        "odd": st.sampled_from(["linh", "lẻ"]),
        "thousand": st.sampled_from(["nghìn", "ngàn"]),
        "billion": st.sampled_from(["tỷ", "tỉ"]),
        "four": st.sampled_from(["bốn", "tư"]),
    }
)


@given(DECIMALS, STYLES)
def test_words_read_back(value, style):
    assert parse_words(FILTERS["words"](value, **style)) == value


@given(MONEY, STYLES)
def test_money_words_read_back_in_dong(money, style):
    assert parse_words(FILTERS["money_words"](money, **style)) == money.dong


@given(DECIMALS)
def test_numbers_read_back(value):
    written = Number.of(value)
    again = Number.parse(written.text)
    assert (again, again.text, again.value) == (written, written.text, value)


@given(DECIMALS, st.integers(0, 6))
def test_rounding_is_to_the_nearest(value, decimals):
    rounded = Number.of(value, decimals)
    assert rounded.decimals == decimals
    assert abs(Fraction(rounded.value) - Fraction(value)) * 2 <= Fraction(1, 10**decimals)


@given(MONEY, st.sampled_from(list(MONEY_UNITS)))
def test_money_converts_exactly(money, unit):
    there = money.to(unit)
    assert there.unit == unit
    assert Money.parse(there.text).dong == money.dong
    assert there.to(money.unit) == money


@given(st.lists(MONEY, max_size=5))
def test_money_totals_exactly(items):
    total = Money.total(items)
    assert Fraction(total.dong) == sum(Fraction(item.dong) for item in items)
    assert total.unit == (items[0].unit if items else "đồng")


@given(st.integers(1, 3999))
def test_roman_reads_back(value):
    assert parse_roman(FILTERS["roman"](value)) == value


@given(st.integers(1, 22), st.booleans())
def test_letters_read_back(place, with_d):
    assert parse_letter(FILTERS["letter"](place, with_d), with_d=with_d) == place


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_days_read_back(day):
    assert parse_day(FILTERS["date_short"](day)) == day
    assert parse_day(day.isoformat()) == day


def refusal(parse, text):
    try:
        parse(text)
    except ValueError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("parse", READERS)
@given(text=st.text(st.sampled_from("0123456789.,-−/% đồngtỷriệuKHUBNDxã\t\n") | st.characters()))
def test_any_text_is_read_or_refused_in_vietnamese(parse, text):
    message = refusal(parse, text)
    assert not message or re.search(r"[à-ỹđ]", message.replace(text, ""))
