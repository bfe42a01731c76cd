"""Findings of merging, in the user's words."""

from __future__ import annotations

from kehoach.source.faults import near_hint
from kehoach.source.finding import Finding
from kehoach.source.marks import Mark, Route

_ORDERS = {"after": "đặt sau", "before": "đặt trước", "remove": "bỏ"}


def unknown_id(mark: Mark, order: str, name: str, known: list[str], path: Route) -> Finding:
    """`after`, `before` or `remove` names an id that the base's list does not have."""
    message = f"{order} ({_ORDERS[order]}): danh sách của tệp gốc không có id '{name}'"
    hint = near_hint(name, known) or _listing(known)
    return Finding(name="merge-unknown-id", message=message, hint=hint, mark=mark, path=path)


def _listing(known: list[str]) -> str:
    return (
        f"Các id đang có: {', '.join(known[:12])}." if known else "Danh sách gốc chưa có mục nào."
    )


def bad_order(mark: Mark, order: str, path: Route) -> Finding:
    """`remove` is not true, or `after` / `before` is no id."""
    wanted = "chỉ nhận true" if order == "remove" else "phải là một id"
    message = f"{order} ({_ORDERS[order]}) {wanted}"
    return Finding(
        name="merge-order",
        message=message,
        hint=f"Sửa lại, hoặc xóa dòng {order}.",
        mark=mark,
        path=path,
    )


def two_places(mark: Mark, path: Route) -> Finding:
    """Both `after` and `before` in one item."""
    message = "một mục chỉ có một chỗ: hoặc after (đặt sau), hoặc before (đặt trước)"
    return Finding(
        name="merge-order", message=message, hint="Xóa một trong hai dòng.", mark=mark, path=path
    )


def placed_in_circle(mark: Mark, name: str, path: Route) -> Finding:
    """Items that stand after or before one another."""
    message = f"chỗ của mục '{name}' quay vòng về chính nó qua after, before"
    return Finding(
        name="merge-order",
        message=message,
        hint="Đặt mục theo một id đã có chỗ.",
        mark=mark,
        path=path,
    )


def missing_id(mark: Mark, path: Route) -> Finding:
    """One item without id makes the whole list replace the base's, which is seldom meant."""
    message = "mục này không có id nên cả danh sách thay cho danh sách của tệp gốc"
    hint = "Thêm id cho mục này để gộp với tệp gốc."
    return Finding(
        name="merge-missing-id",
        message=message,
        hint=hint,
        mark=mark,
        severity="warning",
        path=path,
    )
