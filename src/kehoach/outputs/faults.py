"""What is wrong with a Word template, as values that name the part and the paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FaultKind = Literal["syntax", "shape", "undefined", "runtime", "active", "output"]


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """One fault: `message` is Vietnamese, `paragraph` counts from 1 in `part` (0: not known).

    `text` is that paragraph of the template as Word shows it, tags included.
    """

    kind: FaultKind
    message: str
    part: str
    paragraph: int
    text: str

    def __str__(self) -> str:
        """One line for a terminal."""
        where = f"{self.part}, đoạn {self.paragraph}" if self.paragraph else self.part
        shown = f": “{self.text}”" if self.text else ""
        message = self.message.rstrip(".") if shown else self.message
        return f"{where}: {message}{shown}"


class TemplateError(Exception):
    """A template that cannot be compiled or filled; `faults` say where and why."""

    def __init__(self, name: str, faults: tuple[TemplateFault, ...]) -> None:
        super().__init__("\n".join(f"{name}: {fault}" for fault in faults))
        self.name = name
        self.faults = faults
