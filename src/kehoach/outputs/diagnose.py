"""After a failed filling: which tag fails, in which paragraph, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.outputs.faults import FaultKind, TemplateFault
from kehoach.outputs.locate import Places
from kehoach.outputs.messages import vietnamese
from kehoach.outputs.source import PartSource

if TYPE_CHECKING:
    from types import TracebackType

_OTHERWISE: dict[FaultKind, str] = {
    "undefined": "Thiếu dữ liệu cho mẫu",
    "runtime": "Không điền được mẫu",
    "active": "Mẫu có phần tự chạy hoặc tải từ ngoài",
    "output": "Mẫu điền ra không còn là XML đúng",
}
_TEMPLATE_FILE = "<template>"  # the name Jinja gives frames of a template made from a string


def fault_of_filling(part: PartSource, error: Exception) -> TemplateFault:
    """An error of filling as a fault; Jinja's line is the number of the tag (`grammar.Tags`)."""
    kind, message = told(error)
    return Places(part).at_tag(kind, message, _tag(error.__traceback__))


def told(error: Exception) -> tuple[FaultKind, str]:
    """The kind of an error of filling, and its message in Vietnamese."""
    from jinja2 import UndefinedError

    kind: FaultKind = "undefined" if isinstance(error, UndefinedError) else "runtime"
    return kind, vietnamese(str(error), _OTHERWISE[kind])


def _tag(trace: TracebackType | None) -> int:
    tag = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == _TEMPLATE_FILE:
            tag = trace.tb_lineno
        trace = trace.tb_next
    return tag
