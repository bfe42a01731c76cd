"""After a failure: run the located source once more and say which paragraph fails, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kehoach.outputs.faults import FaultKind, TemplateFault
from kehoach.outputs.locate import Located, located
from kehoach.outputs.messages import vietnamese
from kehoach.outputs.source import PartSource

if TYPE_CHECKING:
    from types import TracebackType

    from jinja2 import TemplateSyntaxError

    from kehoach.outputs.environment import TemplateEnvironment

_OTHERWISE: dict[FaultKind, str] = {
    "syntax": "Thẻ viết sai",
    "undefined": "Thiếu dữ liệu cho mẫu",
    "runtime": "Không điền được mẫu",
    "active": "Mẫu có phần tự chạy hoặc tải từ ngoài",
    "output": "Mẫu điền ra không còn là XML đúng",
}
_TEMPLATE_FILE = "<template>"  # the name Jinja gives frames of a template made from a string


def syntax_fault(part: PartSource, env: TemplateEnvironment) -> TemplateFault | None:
    """The first tag of the part that does not compile."""
    from jinja2 import TemplateSyntaxError

    place = located(part)
    try:
        env.compile(place.source)
    except TemplateSyntaxError as error:
        return fault_of_syntax(part.name, place, error)
    return None


def fault_of_syntax(name: str, place: Located, error: TemplateSyntaxError) -> TemplateFault:
    """The fault at the error's line; a block never closed is named where it opens."""
    line = unclosed_line(place) if _at_end(error) else error.lineno
    paragraph, text = place.at(line)
    message = vietnamese(error.message or "", _OTHERWISE["syntax"])
    return TemplateFault("syntax", message, name, paragraph, text)


def _at_end(error: TemplateSyntaxError) -> bool:
    return (error.message or "").startswith("Unexpected end of template")


def unclosed_line(place: Located) -> int:
    """The line of the innermost block still open at the end of the source."""
    import re

    block = re.compile(r"\{%-?\+?\s*(end)?(for|if|macro|call|filter|with|set(?=\s+\w+\s*%))")
    lines: list[int] = []
    for number, text in enumerate(place.source.split("\n"), 1):
        for found in block.finditer(text):
            if found[1] is None:
                lines.append(number)
            elif lines:
                lines.pop()
    return lines[-1] if lines else len(place.paragraphs)


def runtime_fault(
    part: PartSource, env: TemplateEnvironment, context: Mapping[str, object], first: Exception
) -> TemplateFault:
    """The fault of filling the part; `first` is what the filling without lines has raised."""
    place = located(part)
    error, line = _fill_again(place, env, context)
    paragraph, text = place.at(line) if line else (0, "")
    return fault_of_filling(part.name, error or first, paragraph, text)


def fault_of_filling(name: str, error: Exception, paragraph: int, text: str) -> TemplateFault:
    """An error of filling, as a fault at a paragraph."""
    from jinja2 import UndefinedError

    kind: FaultKind = "undefined" if isinstance(error, UndefinedError) else "runtime"
    return TemplateFault(kind, vietnamese(str(error), _OTHERWISE[kind]), name, paragraph, text)


def _fill_again(
    place: Located, env: TemplateEnvironment, context: Mapping[str, object]
) -> tuple[Exception | None, int]:
    from kehoach.outputs.environment import compiled

    try:
        compiled(env, place.source).render(context)
    except Exception as error:  # noqa: BLE001 - whatever a filter raises is the template's fault
        return error, _template_line(error.__traceback__)
    return None, 0


def _template_line(trace: TracebackType | None) -> int:
    line = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == _TEMPLATE_FILE:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
