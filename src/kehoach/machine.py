"""The machine's faults in words that say what to do."""

from __future__ import annotations

_REASONS = {
    2: "không tìm thấy tệp",
    13: "không có quyền đọc hoặc ghi; tệp có thể đang mở trong Word, hãy đóng lại",
    20: "một phần của đường dẫn không phải thư mục",
    28: "ổ đĩa đã đầy",
    30: "ổ đĩa chỉ cho đọc",
    36: "tên tệp quá dài",
}


def explained(error: OSError) -> str:
    """A fault of the machine, with the file it is about."""
    place = f" ({error.filename})" if error.filename else ""
    return f"máy báo lỗi: {_REASONS.get(error.errno or 0, error.strerror or str(error))}{place}"
