"""Turn what pydantic found into diagnostics an official can act on, all at once."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import ValidationError

from kehoach.diagnostics import Finding, few_alike
from kehoach.plan.labels import key_label, purpose_of
from kehoach.plan.plan import Plan
from kehoach.plan.schema import field_at, model_at
from kehoach.plan.todo import HINT, Todo, open_texts, todos
from kehoach.plan.values import REGISTER_ID
from kehoach.source import Map, Route, Seq, Value

_KIND_OF_VALUE: dict[type, str] = {
    Map: "một nhóm khóa",
    Seq: "một danh sách",
    str: "một dòng chữ",
    type(None): "chỗ trống",
}
_LONGEST = 1000
_OF_KEY = "[key]"  # pydantic's last step where the key itself is at fault, not its value


def type_plan(root: Map) -> tuple[Plan | None, list[Finding]]:
    """Type the merged tree: the plan, or every reason why it is none."""
    try:
        return Plan.model_validate(root), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
        found = [*few_alike(errors, lambda one: one["type"], lambda one: _diagnostic(one, root))]
        known = {one.path for one in found if one.name == "todo"}
        left = open_texts(root, known)
        return None, [*found, *few_alike(left, lambda one: one.name, lambda one: one)]


def _diagnostic(error: Any, root: Map) -> Finding:
    loc = error["loc"]
    path = real_path(root, tuple(step for step in loc if step != _OF_KEY))
    if error["type"] != "extra_forbidden" and (todo := _todo(error["input"])):
        return Finding(name="todo", message=todo.message, path=path, hint=HINT)
    name, message, hint = _WORDING.get(error["type"], _other)(error, path)
    hint = hint or _describe((*path, loc[-1]))  # a map written as one line has no key there
    at_key = name == "unknown-key" or loc[-1:] == (_OF_KEY,)
    return Finding(
        name=name, message=shorten(message), path=path, hint=shorten(hint), at_key=at_key
    )


def shorten(text: str) -> str:
    """A message in which a value of any length may stand."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _todo(value: Any) -> Todo | None:
    return next(todos(value), None) if isinstance(value, str) else None


def _as_shown(value: Any) -> str:
    """What stands in the file, as a message shows it."""
    return f"'{value}'" if isinstance(value, str) else _KIND_OF_VALUE.get(type(value), "")


def real_path(root: Value, loc: Route) -> Route:
    """The steps of pydantic's location that the file has, and a missing last key."""
    path: list[str | int] = []
    here: Any = root
    for step in loc:
        if isinstance(here, Map) and step in here:
            here = here[str(step)]
        elif isinstance(here, Seq) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            continue
        path.append(step)
    if len(path) < len(loc) and isinstance(here, Map):
        path.append(loc[-1])
    return tuple(path)


def _unknown(error: Any, path: Route) -> tuple[str, str, str]:
    key, model = str(error["loc"][-1]), model_at(path[:-1])
    known = list(model.model_fields) if model else []
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.6)
    hint = f"Có phải là {key_label((*path[:-1], near[0]))}?" if near else _listing(known)
    return "unknown-key", f"khóa '{key}' không có trong mẫu kế hoạch", hint


def _listing(known: list[str]) -> str:
    return f"Ở đây có thể viết: {', '.join(known)}." if known else ""


def _missing(_: Any, path: Route) -> tuple[str, str, str]:
    hint = f"Thêm {path[-1]}: ... — {purpose_of(path)}" if field_at(path) else ""
    return "missing-key", f"thiếu {key_label(path)}", hint


def _wrong_kind(expected: str) -> Callable[[Any, Route], tuple[str, str, str]]:
    def wording(error: Any, path: Route) -> tuple[str, str, str]:
        found = _KIND_OF_VALUE.get(type(error["input"]), "một giá trị khác")
        message = f"{key_label(path)} phải là {expected}, ở đây là {found}"
        return "wrong-type", message, _describe(path)

    return wording


def _describe(path: Route) -> str:
    purpose = purpose_of(path)
    return f"Ở đây ghi: {purpose}" if purpose else ""


def _value(error: Any, path: Route) -> tuple[str, str, str]:
    reason = str(error["ctx"]["error"]) if "ctx" in error else error["msg"]
    return "bad-value", f"{key_label(path)}: {reason}", _describe(path)


def _choice(error: Any, path: Route) -> tuple[str, str, str]:
    allowed = error["ctx"]["expected"].replace(" or ", ", ")
    message = f"{key_label(path)} không nhận {_as_shown(error['input'])}"
    return "bad-choice", message, f"Chọn một trong: {allowed}."


def _pattern(error: Any, path: Route) -> tuple[str, str, str]:
    message = f"{key_label(path)}: mã '{error['input']}' không hợp lệ"
    if error["ctx"]["pattern"] == REGISTER_ID:
        return "bad-id", message, "Mã trong sổ gồm chữ thường không dấu, chữ số và dấu -."
    return "bad-id", message, "Mã gồm chữ thường không dấu, chữ số và dấu _; bắt đầu bằng chữ."


def _integer(error: Any, path: Route) -> tuple[str, str, str]:
    message = f"{key_label(path)} phải là một số nguyên, ở đây là {_as_shown(error['input'])}"
    return "bad-value", message, _describe(path)


def _bound(error: Any, path: Route) -> tuple[str, str, str]:
    bound = next(iter(error["ctx"].values()))
    side = "từ" if error["type"].startswith("greater") else "đến"
    message = f"{key_label(path)}: {error['input']} ngoài khoảng cho phép ({side} {bound})"
    return "bad-value", message, _describe(path)


def _other(error: Any, path: Route) -> tuple[str, str, str]:
    message = f"{key_label(path)}: không dùng được {_as_shown(error['input'])}"
    return "bad-value", message, _describe(path)


def _empty(_: Any, path: Route) -> tuple[str, str, str]:
    return "bad-value", f"{key_label(path)} không được để trống", _describe(path)


_GROUP = _wrong_kind("một nhóm khóa")
_LIST = _wrong_kind("một danh sách (mỗi mục bắt đầu bằng '- ')")
_TEXT = _wrong_kind("một dòng chữ")
_FLAG = _wrong_kind("true hoặc false")

_WORDING: dict[str, Callable[[Any, Route], tuple[str, str, str]]] = {
    "extra_forbidden": _unknown,
    "missing": _missing,
    "model_type": _GROUP,
    "model_attributes_type": _GROUP,
    "dict_type": _GROUP,
    "list_type": _LIST,
    "tuple_type": _LIST,
    "string_type": _TEXT,
    "bool_type": _FLAG,
    "bool_parsing": _FLAG,
    "int_parsing": _integer,
    "int_parsing_size": _integer,
    "int_type": _integer,
    "int_from_float": _integer,
    "greater_than_equal": _bound,
    "less_than_equal": _bound,
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "string_too_short": _empty,
    "too_short": _empty,
    "value_error": _value,
}


def messages() -> Iterator[str]:
    """The pydantic error types that have a wording of their own (for the test of completeness)."""
    return iter(_WORDING)
