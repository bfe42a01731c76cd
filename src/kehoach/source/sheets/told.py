"""What is wrong with a sheet, gathered while it is read, so that all of it is told at once."""

from __future__ import annotations

from kehoach.source.finding import Finding, Severity
from kehoach.source.marks import Mark, Route
from kehoach.source.sheets.cell import Page

SHOWN = 20
"""Findings of one sheet that are told one by one; of the others, how many there are."""


class Told:
    """The findings of one table's sheet."""

    def __init__(self, page: Page, at: Mark, path: Route) -> None:
        self.page = page
        self.at = at
        self.path = path
        self.findings: list[Finding] = []
        self.errors = 0
        self.left = 0

    def cell(self, row: int, column: int, message: str, hint: str = "") -> None:
        """Tell of a cell that cannot be read as its column asks."""
        self.errors += 1
        mark = Mark(self.page.file, row, column + 1)
        place = self.page.place(row, column)
        self._add("table-cell", f"ô {place} {message}", hint, mark, "error")

    def error(self, message: str, hint: str = "") -> None:
        """Tell of what keeps the sheet from being read."""
        self.errors += 1
        self._add("table-file", message, hint, self.at, "error")

    def warn(self, message: str, hint: str = "", severity: Severity = "warning") -> None:
        """Tell of what was read, or left out, on an understanding that may be wrong."""
        self._add("table-file", message, hint, self.at, severity)

    def close(self) -> list[Finding]:
        """All that is to be told."""
        if self.left:
            more = f"tệp '{self.page.file}' còn {self.left} lỗi nữa, chưa kể ra"
            self.findings.append(
                Finding(name="table-file", message=more, mark=self.at, path=self.path)
            )
        return self.findings

    def _add(self, name: str, message: str, hint: str, mark: Mark, severity: Severity) -> None:
        if len(self.findings) >= SHOWN:
            self.left += severity == "error"
            return
        self.findings.append(
            Finding(
                name=name, message=message, hint=hint, severity=severity, mark=mark, path=self.path
            )
        )
