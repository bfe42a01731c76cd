"""The lines of a sheet as rows of a plan: groups by their numbers, totals to be compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from kehoach.source.marks import Map, Mark, Seq
from kehoach.source.sheets.cell import Page
from kehoach.source.sheets.records import SheetRecord
from kehoach.source.sheets.told import Told
from kehoach.source.sheets.wanted import Wanted

_ROMAN = re.compile(r"[IVXLC]+")


class Rows:
    """The rows being put together; `total` is the stated total, if the sheet has one."""

    def __init__(self, page: Page, wanted: Wanted, told: Told) -> None:
        self.page = page
        self.wanted = wanted
        self.told = told
        self.total: SheetRecord | None = None
        self.opened: list[tuple[int, Map]] = []
        self.numbered = False

    def build(self, records: Sequence[SheetRecord]) -> Seq:
        """Rows and groups of rows in the order of the sheet."""
        body = self.without_totals(records)
        levels = self.levels(body)
        rows = Seq(Mark(self.page.file, records[0].row if records else 1, 1))
        for index, (record, level) in enumerate(zip(body, levels, strict=True)):
            mark = Mark(self.page.file, record.row, 1)
            if record.kind == "subtotal":
                self.close(record, mark)
                continue
            self.opened = [one for one in self.opened if one[0] < level]
            deeper = index + 1 < len(levels) and levels[index + 1] > level
            into = self.opened[-1][1]["rows"] if self.opened else rows
            assert isinstance(into, Seq)
            group = deeper or (record.kind == "title" and self.by_names)
            if group:
                made = self.group(record, mark)
                into.add(made, mark)
                self.opened.append((level, made))
            else:
                into.add(self.row(record, mark), mark)
        self.said_nothing(body)
        return rows

    @property
    def by_names(self) -> bool:
        """Whether the plan says that a line with a name and nothing else is a group."""
        return self.wanted.groups == "names" or self.wanted.subtotals == "true"

    def without_totals(self, records: Sequence[SheetRecord]) -> list[SheetRecord]:
        """The lines without the totals of the whole table, which stand first, last or both."""
        closing = sum(one.kind == "subtotal" for one in records)
        found = []
        for index, one in enumerate(records):
            last = index == len(records) - 1
            whole = one.kind == "total" or (one.kind == "subtotal" and last and closing == 1)
            if not whole:
                found.append(one)
            elif index and not last:
                self.told.error(
                    f"tệp '{self.page.file}': dưới dòng {one.row} '{one.name}' còn dòng khác",
                    "Dòng tổng đứng đầu hoặc cuối bảng; ghi until: để bảng kết thúc ở đó.",
                )
            elif self.total and self.total.values(self.wanted) != one.values(self.wanted):
                rows = f"{self.total.row} và {one.row}"
                self.told.error(f"tệp '{self.page.file}': hai dòng tổng {rows} khác nhau")
            else:
                self.total = one
        return found

    def levels(self, body: Sequence[SheetRecord]) -> list[int]:
        """How deep each line stands, by its number, by the plan's word, or by a line of its sum."""
        forms: list[str] = []
        if self.wanted.typed:
            return [0] * len(body)
        numbered = [self.form(one.number, forms) for one in body]
        self.numbered = len(forms) > 1
        if self.numbered:
            return self.by_numbers(body, numbered, forms)
        if self.by_names:
            first = next((i for i, one in enumerate(body) if one.kind == "title"), len(body))
            return [int(i > first and one.kind != "title") for i, one in enumerate(body)]
        return self.by_sums(body)

    def form(self, number: str, forms: list[str]) -> str:
        """The kind of a line's number; a new one is added to those met before."""
        text = number.strip("().")
        if not text:
            return ""
        letter = len(text) == 1 and text.isalpha()
        if _ROMAN.fullmatch(text) and not ("A" in forms and letter and text != "I"):
            form = "I"
        elif letter:
            form = "A" if text.isupper() else "a"
        else:
            form = "1" + ".1" * text.count(".") if text[0].isdigit() else text[0]
        if form not in forms:
            forms.append(form)
        return form

    def by_numbers(
        self, body: Sequence[SheetRecord], numbered: Sequence[str], forms: Sequence[str]
    ) -> list[int]:
        """A line without a number stands beside the one above it, where it has figures."""
        found: list[int] = []
        for record, form in zip(body, numbered, strict=True):
            if form:
                found.append(forms.index(form))
            elif record.kind == "subtotal":
                found.append(len(forms))
            else:
                found.append(found[-1] if found else 0)
                self.told.warn(
                    f"{self.page.place(record.row)} '{record.name}' không có số thứ tự: coi là"
                    " cùng bậc với dòng trên"
                )
        return found

    def by_sums(self, body: Sequence[SheetRecord]) -> list[int]:
        """A line with a name only is a group where a line of its sum closes it; else a row."""
        levels = [0] * len(body)
        opened: int | None = None
        for index, record in enumerate(body):
            if record.kind == "title" and opened is None:
                opened = index
            elif record.kind == "subtotal" and opened is not None:
                levels[opened + 1 : index + 1] = [1] * (index - opened)
                opened = None
        for index, record in enumerate(body):
            group = index + 1 < len(body) and levels[index + 1] > levels[index]
            if record.kind == "title" and not group:
                self.told.warn(
                    f"{self.page.place(record.row)} '{record.name}' chỉ có tên, các ô khác trống:"
                    " coi là một dòng",
                    "Là tên nhóm thì ghi groups: names; là dòng không có số thì ghi dấu - ở ô số.",
                )
        return levels

    def row(self, record: SheetRecord, mark: Mark) -> Map | str:
        """A row: its cells on one line; with its own number where numbers tell the levels."""
        cells = " | ".join(record.texts)
        if self.wanted.typed and self.wanted.ordinals:
            return f"{record.number} | {cells}"
        if not (self.numbered and record.number):
            return cells
        row = Map(mark)
        row.put("cells", cells, mark, mark)
        row.put("number", record.number, mark, mark)
        return row

    def group(self, record: SheetRecord, mark: Mark) -> Map:
        """A group: its name, the sums that the sheet states, and its rows."""
        group = Map(mark)
        group.put("title", record.name, mark, mark)
        if self.numbered and record.number:
            group.put("number", record.number, mark, mark)
        self.state(group, record, mark)
        group.put("rows", Seq(mark), mark, mark)
        if self.wanted.subtotals:
            group.put("subtotal", self.wanted.subtotals, mark, mark)
        self.lost(record)
        return group

    def state(self, group: Map, record: SheetRecord, mark: Mark) -> None:
        """Put the sums of a line beside the ones that the plan works out."""
        values = record.values(self.wanted)
        if any(values):
            group.put("cells", " | ".join(values), mark, mark)

    def lost(self, record: SheetRecord) -> None:
        """Tell of words in a group's line that a group does not show."""
        pairs = zip(record.texts, self.wanted.columns, strict=True)
        words = [text for text, one in pairs if text and not one.number and text != record.name]
        if words:
            self.told.warn(f"{self.page.place(record.row)}: dòng nhóm không in '{words[0]}'")

    def close(self, record: SheetRecord, mark: Mark) -> None:
        """A line of a group's sum: it is compared and ends the innermost group that has none."""
        if not self.opened:
            self.told.error(
                f"{self.page.place(record.row)} '{record.name}': không rõ cộng những dòng nào",
                "Đánh số các nhóm (I, II) ở cột STT, hoặc ghi groups: names.",
            )
            return
        _, group = self.opened.pop()
        stated = " | ".join(record.values(self.wanted))
        if group.get("cells", stated) != stated:
            self.told.error(f"{self.page.place(record.row)}: khác số ở dòng '{group['title']}'")
        self.state(group, record, mark)

    def said_nothing(self, body: Sequence[SheetRecord]) -> None:
        """Tell of a last line that is the sum of those above it and does not say so."""
        rows = [one.amounts(self.wanted) for one in body if one.kind == "row"]
        if self.total or self.opened or len(rows) < 3 or len(rows) != len(body):
            return
        *above, last = rows
        columns = zip(*above, strict=True)
        sums = [sum((one or Decimal(0) for one in column), Decimal(0)) for column in columns]
        if any(last) and all(a == (b or 0) for a, b in zip(sums, last, strict=True)):
            self.told.warn(
                f"{self.page.place(body[-1].row)} '{body[-1].name}' bằng tổng các dòng trên mà"
                " không ghi là dòng cộng: đang được cộng thêm lần nữa",
                "Ghi 'Tổng cộng' ở tên dòng nếu đó là dòng tổng.",
            )
