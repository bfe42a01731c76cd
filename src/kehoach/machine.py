"""The machine's faults in words that say what to do."""

from __future__ import annotations

import traceback
from dataclasses import dataclass

_REASONS = {
    1: "không được phép ghi ở đây",
    2: "không tìm thấy tệp hoặc thư mục",
    5: "ổ đĩa đọc, ghi bị hỏng",
    13: "không có quyền đọc hoặc ghi; tệp có thể đang mở trong Word, hãy đóng lại",
    17: "đã có tệp hoặc thư mục cùng tên",
    20: "một phần của đường dẫn không phải thư mục",
    21: "đã có thư mục trùng tên với tệp phải ghi",
    22: "tên tệp hoặc thư mục có ký tự không dùng được",
    28: "ổ đĩa đã đầy",
    30: "ổ đĩa chỉ cho đọc",
    36: "tên tệp quá dài",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that is not the plan's: what to tell, and `trace` for those who mend kehoach.

    `trace` is "" where the machine said itself what is wrong (a full disk, a file in use).
    """

    message: str
    trace: str = ""


def fault_of(error: BaseException) -> Fault:
    """What to tell of an exception that reached the end of a job."""
    if isinstance(error, OSError):
        return Fault(explained(error))
    trace = "".join(traceback.format_exception(error))
    if isinstance(error, MemoryError):
        return Fault("máy hết bộ nhớ khi làm việc này; hãy chia nhỏ tệp rồi làm lại", trace)
    return Fault(f"kehoach gặp lỗi ngoài dự tính ({type(error).__name__})", trace)


def explained(error: OSError) -> str:
    """A fault of the machine, with the file it is about."""
    place = f" ({error.filename})" if error.filename else ""
    return f"máy báo lỗi: {_REASONS.get(error.errno or 0, error.strerror or str(error))}{place}"
