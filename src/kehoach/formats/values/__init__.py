"""The values a plan holds, each with the digits as its author wrote them.

Every `parse` raises ValueError with a Vietnamese sentence: what is wrong, what to write instead.
"""

from kehoach.formats.values.accept import as_day, as_money, as_number, as_whole
from kehoach.formats.values.day import parse_day
from kehoach.formats.values.document_number import DocumentNumber
from kehoach.formats.values.document_types import TYPE_NAMES
from kehoach.formats.values.money import MONEY_UNITS, Money, MoneyUnit, money_unit
from kehoach.formats.values.number import EXACT, Number
from kehoach.formats.values.quantity import Quantity

__all__ = [
    "EXACT",
    "MONEY_UNITS",
    "TYPE_NAMES",
    "DocumentNumber",
    "Money",
    "MoneyUnit",
    "Number",
    "Quantity",
    "as_day",
    "as_money",
    "as_number",
    "as_whole",
    "money_unit",
    "parse_day",
]
