"""The filters of expressions: the project's own, and a few small ones that Jinja has too."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from pydantic import BaseModel

from kehoach.formats import FILTERS as FORMATS
from kehoach.plan.figures import Figures, Line
from kehoach.plan.grammar import RefusedError
from kehoach.plan.printed import printed

_MOST_LETTERS = 1_000_000


def default(value: Any, other: Any = "") -> Any:
    """Thay giá trị còn trống bằng giá trị khác.

    Examples:
        >>> default(None, "chưa giao")
        'chưa giao'
    """
    return other if value is None or value == "" else value


def first(items: Any) -> Any:
    """Mục đầu của danh sách; danh sách trống thì không có gì."""
    return next(iter(items), None)


def last(items: Any) -> Any:
    """Mục cuối của danh sách; danh sách trống thì không có gì."""
    return items[-1] if items else None


def join(items: Iterable[Any], mark: str = "") -> str:
    """Nối các mục thành chữ, giữa hai mục là dấu này.

    Examples:
        >>> join(["Sở Y tế", "Sở Tài chính"], "; ")
        'Sở Y tế; Sở Tài chính'
    """
    return _room(str(mark), len(texts := [printed(one) for one in items])).join(texts)


def replace(text: str, old: str, new: str, count: int = -1) -> str:
    """Thay một đoạn chữ bằng đoạn khác, ở mọi chỗ hoặc ở một số chỗ đầu.

    Examples:
        >>> replace("Ủy ban nhân dân xã Ba Bể", "Ủy ban nhân dân ", "")
        'xã Ba Bể'
    """
    written = printed(text)
    return written.replace(old, _room(new, written.count(old)), count)


def _room(text: str, times: int) -> str:
    if len(text) * times > _MOST_LETTERS:
        raise RefusedError("kết quả dài quá")
    return text


def trim(text: str) -> str:
    """Bỏ khoảng trống ở hai đầu."""
    return printed(text).strip()


def lower(text: str) -> str:
    """Viết thường toàn bộ."""
    return printed(text).lower()


SMALL: dict[str, Callable[..., Any]] = {
    "abs": abs,
    "default": default,
    "first": first,
    "join": join,
    "last": last,
    "length": len,
    "lower": lower,
    "max": max,
    "min": min,
    "replace": replace,
    "trim": trim,
}
FILTERS: dict[str, Callable[..., Any]] = SMALL | FORMATS
"""All but `each`, which looks into the plan (see `evaluate`)."""
NAMES = sorted({*FILTERS, "each"})
OF_NOTHING = frozenset(
    {"default"}
    | {
        name
        for name, one in FORMATS.items()
        if "None" in str(next(iter(one.__annotations__.values()), ""))
    }
)
"""Those that take a value which is still empty; any other gives an empty value again."""
WHOLE = frozenset({"default", "first", "last", "length"})
"""Those that take whole entries of the plan, which print nothing themselves."""


def plain(value: Any) -> Any:
    """A value that a filter may print; a whole entry is refused, in a list too."""
    for one in value if isinstance(value, (tuple, list)) else (value,):
        if isinstance(one, (BaseModel, Line, Figures)):
            printed(one)
    return value
