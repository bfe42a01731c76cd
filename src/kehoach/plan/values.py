"""Field types of the plan: text in the file, an exact value in the model."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, PlainValidator, StringConstraints
from pydantic.json_schema import WithJsonSchema

from kehoach.formats.values import Money as MoneyValue
from kehoach.formats.values import Number as NumberValue
from kehoach.formats.values import Quantity as QuantityValue
from kehoach.formats.values import parse_day
from kehoach.plan.kinds import TextKind

T = TypeVar("T")

REGISTER_ID = r"^[a-z0-9][a-z0-9-]*(@[a-z0-9-]+)?$"
ROW_NUMBERS = ("A", "I", "1", "1.1", "1.1.1", "a", "a)", "(1)", "-", "+")
"""How a table may number the rows of a level."""
_TRUE = {"true", "có", "yes"}
_FALSE = {"false", "không", "no"}


def _parsed(kind: type[T], parse: Callable[[str], T]) -> PlainValidator:
    def read(value: object) -> T:
        if type(value) is kind:  # a date with a time, which TOML has, is no day
            return value
        if not isinstance(value, str):
            raise ValueError("cần một giá trị viết trên một dòng")  # noqa: TRY004 - pydantic's way
        return parse(value)

    return PlainValidator(read)


def _flag(value: object) -> object:
    if not isinstance(value, str):
        return value
    word = value.casefold()
    return True if word in _TRUE else False if word in _FALSE else value


def _schema(pattern: str, example: str, *, bare: bool = False) -> Any:
    """For editors, which take a bare whole number for a number where the reader sees text."""
    kind = ["string", "integer"] if bare else "string"
    return WithJsonSchema({"type": kind, "pattern": pattern, "examples": [example]})


def _cells(value: object) -> object:
    """Cells on one line, in a list, or by column; a cell left empty says nothing."""
    if isinstance(value, str):
        return value.strip()
    each = value.values() if isinstance(value, dict) else value
    if not isinstance(each, Iterable) or not all(isinstance(one, str | None) for one in each):
        raise ValueError("mỗi ô là một dòng chữ hoặc số; ô có dấu phẩy thì đặt trong ngoặc kép")
    if isinstance(value, dict):
        return {key: (one or "").strip() for key, one in value.items()}
    return tuple((one or "").strip() for one in each)


def _row_numbers(value: object) -> str:
    """The forms of a table's numbers, by level, with one blank around each bar."""
    if not isinstance(value, str):
        raise ValueError("ghi trên một dòng, như I / 1 / a")  # noqa: TRY004 - pydantic's way
    forms = [one.strip() for one in value.split("/")]
    wrong = next((one for one in forms if one not in ROW_NUMBERS), None)
    if wrong is not None and value.strip() not in {"", "none", "typed"}:
        known = ", ".join(ROW_NUMBERS)
        raise ValueError(f"không có kiểu số '{wrong}'; các kiểu: {known}; hoặc 'none', 'typed'")
    return " / ".join(forms)


def _plain_text(value: str) -> str:
    return value.rstrip("\n")


Number = Annotated[
    NumberValue,
    _parsed(NumberValue, NumberValue.parse),
    _schema(r"^[-−]?\d[\d.]*(,\d+)?$", "3.659,59", bare=True),
    TextKind.NUMBER,
]
Money = Annotated[
    MoneyValue,
    _parsed(MoneyValue, MoneyValue.parse),
    _schema(r"^[-−]?\d[\d.]*(,\d+)? *\D+$", "57,141 tỷ đồng"),
    TextKind.MONEY,
]
Quantity = Annotated[
    QuantityValue,
    _parsed(QuantityValue, QuantityValue.parse),
    _schema(r"^[-−]?\d", "5.000 người", bare=True),
    TextKind.NUMBER,
]
Day = Annotated[
    dt.date,
    _parsed(dt.date, parse_day),
    _schema(r"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/\d{4})$", "2018-04-11"),
    TextKind.DATE,
]
Flag = Annotated[bool, BeforeValidator(_flag)]
Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    AfterValidator(_plain_text),
    WithJsonSchema({"type": ["string", "number"]}),
]
"""One line of plain text; may hold `{{ expressions }}`. What it is, the types below say."""
Name = Annotated[Line, TextKind.NAME]
AgencyName = Annotated[Line, TextKind.AGENCY]
Cited = Annotated[Line, TextKind.CITED]
Cells = Annotated[Line, TextKind.CELL]
RowCells = Annotated[
    str | tuple[str, ...] | dict[str, str],
    PlainValidator(_cells),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": ["string", "number"]},
                {"type": "array", "items": {"type": ["string", "number", "null"]}},
                {"type": "object", "additionalProperties": {"type": ["string", "number", "null"]}},
            ]
        }
    ),
    TextKind.CELL,
]
"""The cells of a line: parted by bars, in a list, or in a map by the ids of columns."""
RowNumbers = Annotated[
    str,
    PlainValidator(_row_numbers),
    WithJsonSchema({"type": ["string", "number"], "examples": ["I / 1 / a"]}),
    TextKind.ID,
]
Form = Annotated[Line, TextKind.FORM]
Aside = Annotated[Line, TextKind.ASIDE]
Code = Annotated[Line, TextKind.ID]
"""A symbol, a number of a document, a formula, the name of a file."""
WrittenNumber = Annotated[Line, TextKind.NUMBER]
"""A number that is kept as it was written."""
Prose = Annotated[str, AfterValidator(_plain_text), TextKind.PROSE]
"""Paragraphs: a blank line parts them, `- ` and `+ ` start dashes; may hold `{{ expressions }}`."""
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$"), TextKind.ID]
"""A name inside the plan, fit for expressions: small letters without marks, digits, `_`."""
RegisterId = Annotated[str, StringConstraints(pattern=REGISTER_ID), TextKind.REGISTER]
"""A name in a register: small letters without marks, digits, `-`; `so-y-te@lang-son` of a place."""
