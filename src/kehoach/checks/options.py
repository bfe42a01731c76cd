"""What an office may set for a check in kehoach.toml, as typed data in the check's own module."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

from pydantic import ConfigDict
from pydantic.fields import FieldInfo

from kehoach.plan.base import Entry


class Options(Entry):
    """The options of a check; this one has none.

    A check with options subclasses this, gives each field its usual value, a Vietnamese title and
    description, and names the class in OPTIONS; `case.options_of(TheClass)` gives what is set.
    """

    model_config = ConfigDict(strict=True)


_RANGES = (("gt", "lớn hơn"), ("ge", "từ"), ("le", "đến"))
_KINDS: dict[object, str] = {
    bool: "true hoặc false",
    int: "số nguyên",
    float: "số",
    str: "chữ trong dấu nháy",
    list: "danh sách chữ: ['...', '...']",
}


def kind_text(field: FieldInfo) -> str:
    """What may be written for an option, in Vietnamese.

    >>> from pydantic import Field
    >>> class Shown(Options):
    ...     days: int = Field(60, ge=0, le=90)
    ...     style: Literal["", "old", "new"] = ""
    >>> kind_text(Shown.model_fields["days"])
    'số nguyên từ 0 đến 90'
    >>> kind_text(Shown.model_fields["style"])
    "'old' hoặc 'new'"
    """
    bounds = ((word, getattr(one, key, None)) for one in field.metadata for key, word in _RANGES)
    told = "".join(f" {word} {bound}" for word, bound in bounds if bound is not None)
    return _kind(field.annotation) + told


def _kind(annotation: Any) -> str:
    origin = get_origin(annotation) or annotation
    if origin is Literal:
        return " hoặc ".join(f"'{one}'" for one in get_args(annotation) if one)
    return _KINDS.get(origin, "số")


def usual(field: FieldInfo) -> str:
    """The value where the office sets none, as kehoach.toml writes it."""
    return toml_text(field.get_default(call_default_factory=True))


def toml_text(value: object) -> str:
    """A value as kehoach.toml writes it.

    >>> toml_text(True), toml_text(60), toml_text(["a", "b"])
    ('true', '60', "['a', 'b']")
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(toml_text(one) for one in value)}]"
    return f"'{value}'" if isinstance(value, str) else str(value)
