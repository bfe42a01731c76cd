"""What the YAML parser says when it stops -> the user's words and the place to mend."""

from __future__ import annotations

import re
from collections.abc import Callable

from kehoach.source.complaint import QUOTE, Complaint, Explained, lowered
from kehoach.source.faults import EMPTY_KEY
from kehoach.source.syntax_text import line_at, line_before, line_number

_INDENT = "Thụt bằng dấu cách; các khóa cùng nhóm, các gạch cùng danh sách phải thẳng cột."


BARE = (
    "giá trị bắt đầu bằng {{ hoặc {% phải đặt trong dấu nháy, vì YAML hiểu dấu { là mở nhóm khóa",
    "Viết '{{ ... }} ...' trong dấu nháy đơn, hoặc 'khóa: |' rồi viết câu ở dòng dưới.",
)
_BARE_VALUE = re.compile(r"(?:^|[:-][ \t]+)(\{[{%])", re.MULTILINE)


def bare_value(one: Complaint) -> Explained | None:
    """A value in the lines concerned that begins with `{{` or `{%` and lacks quotes."""
    for offset in (one.opened, one.at):
        start, line = line_at(one.text, offset)
        found = _BARE_VALUE.search(line)
        if found:
            return Explained(start + found.start(1), *BARE)
    return None


def first(said: str) -> Callable[[Complaint], Explained]:
    """The wording for what the parser said, "context: problem"."""
    return next(word for pattern, word in _WORDING if pattern.search(said))


def _quote_open(one: Complaint) -> Explained:
    message = f"dấu nháy {one.text[one.opened]} mở ở đây mà không đóng"
    return Explained(one.opened, message, "Thêm dấu nháy cùng loại ở cuối câu.")


def _no_colon(one: Complaint) -> Explained:
    message = "dòng này thiếu dấu hai chấm sau tên khóa"
    hint = "Viết 'khóa: giá trị'; nếu là phần tiếp của câu ở dòng trên thì thụt vào sâu hơn khóa."
    return Explained(one.opened, message, hint)


def _colon(one: Complaint) -> Explained:
    """A second colon in a line, or a line that cannot be a key where it stands."""
    start, line = line_at(one.text, one.at)
    if re.search(r":\s", line[: one.at - start]):
        message = "dấu hai chấm trong câu làm YAML tưởng là một khóa mới"
        return Explained(one.at, message, f"{QUOTE[:-1]}, hoặc viết 'khóa: |' rồi xuống dòng.")
    above_at, above = line_before(one.text, start)
    glued = re.match(r"[\s-]*[\w.-]+:(?=[^\s:])", above)
    if glued:
        message = "thiếu dấu cách sau dấu hai chấm"
        return Explained(above_at + glued.end(), message, "Viết 'khóa: giá trị'.")
    if ":" not in above:
        return _no_colon(one._replace(opened=above_at + _indent(above)))
    message = "dòng này thụt sâu hơn dòng trên, mà dòng trên đã có giá trị"
    return Explained(start + _indent(line), message, _INDENT)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _character(one: Complaint) -> Explained:
    if one.character == "\t":
        return _tab(one)
    return Explained(one.at, f"giá trị không được bắt đầu bằng '{one.character}'", QUOTE)


def _tab(one: Complaint) -> Explained:
    start, line = line_at(one.text, one.at)
    indents = not line[: one.at - start].strip()
    message = "thụt đầu dòng bằng ký tự Tab" if indents else "có ký tự Tab trong câu"
    hint = "Thay Tab bằng dấu cách (2 dấu cách mỗi cấp)."
    return Explained(one.at, message, hint, "yaml-tab")


def _star(one: Complaint) -> Explained:
    message = "giá trị bắt đầu bằng dấu * phải đặt trong dấu nháy"
    return Explained(one.opened, message, "Ví dụ: '**Mục tiêu** ...' trong dấu nháy đơn.")


def _ampersand(one: Complaint) -> Explained:
    return Explained(one.opened, "giá trị bắt đầu bằng dấu & phải đặt trong dấu nháy", QUOTE)


def _block_sign(one: Complaint) -> Explained:
    sign = one.text[one.opened]
    message = f"sau dấu {sign} ở đầu giá trị phải xuống dòng"
    return Explained(one.opened, message, f"Nếu dấu {sign} thuộc câu chữ: {lowered(QUOTE)}")


def _dash(one: Complaint) -> Explained:
    message = "gạch đầu dòng không được đứng ngay sau khóa"
    hint = f"Viết danh sách ở dòng dưới; nếu gạch thuộc câu chữ: {lowered(QUOTE)}"
    return Explained(one.at, message, hint)


def _flow(one: Complaint) -> Explained:
    """A bracket that is not closed, closed by another one, or a comma that is missing."""
    bracket = one.text[one.opened]
    if one.character in {"]", "}"}:
        message = f"dấu đóng {one.character} không khớp với dấu mở {bracket}"
        return Explained(one.at, message, "Dùng cùng loại: [ ] cho danh sách, { } cho nhóm khóa.")
    if one.character in {":", "-"} or not one.text[one.at :].strip():
        hint = f"Thêm dấu đóng; nếu dấu ngoặc thuộc câu chữ: {lowered(QUOTE)}"
        return Explained(one.opened, f"dấu {bracket} mở ở đây mà không đóng", hint)
    message = f"trong ngoặc {bracket} thiếu dấu phẩy trước chỗ này"
    return Explained(one.at, message, f"Thêm dấu phẩy; nếu là câu chữ: {lowered(QUOTE)}")


def _list_indent(one: Complaint) -> Explained:
    message = "dòng này không phải là mục của danh sách ở trên"
    return Explained(one.at, message, f"Thêm '- ' ở đầu mục. {_INDENT}")


def _map_indent(one: Complaint) -> Explained:
    """Text after a quoted value or a bracket, else a line at no column of those above."""
    return _after_quote(one) or _after_bracket(one) or _misplaced(one)


def _misplaced(one: Complaint) -> Explained:
    if one.character == ":":
        return Explained(one.at, *EMPTY_KEY, "yaml-key")
    if one.character in {"]", "}"}:
        message = f"dấu đóng {one.character} ở đây không có dấu mở"
        return Explained(one.at, message, "Xóa dấu này, hoặc thêm dấu mở ở trên.")
    return Explained(one.at, "dòng này thụt đầu dòng không khớp với các dòng ở trên", _INDENT)


def _after_quote(one: Complaint) -> Explained | None:
    if getattr(one.last, "style", None) not in {'"', "'"}:
        return None
    start, end = one.last.start_mark.index, one.last.end_mark.index
    if one.text[end : one.at].strip(" "):
        return None
    first, last = line_number(one.text, start), line_number(one.text, end)
    if first != last:
        message = f"dấu nháy mở ở đây mà đến dòng {last} mới gặp dấu đóng"
        return Explained(start, message, "Thêm dấu nháy cùng loại ở cuối câu.")
    hint = "Nếu trong câu có dấu nháy: bọc cả câu bằng dấu nháy loại kia, hoặc dùng “ ”."
    return Explained(one.at, "sau dấu nháy đóng còn chữ", hint)


def _after_bracket(one: Complaint) -> Explained | None:
    start, line = line_at(one.text, one.at)
    before = line[: one.at - start].rstrip()
    if not before.endswith(("]", "}")):
        return None
    message = f"sau dấu đóng {before[-1]} còn chữ"
    return Explained(one.at, message, f"Nếu dấu ngoặc thuộc câu chữ: {lowered(QUOTE)}")


def _outside(one: Complaint) -> Explained:
    message = "dòng này thụt ít hơn dòng đầu của tệp"
    return Explained(one.at, message, "Viết các khóa ngoài cùng thẳng cột với nhau, từ đầu dòng.")


def _escape(one: Complaint) -> Explained:
    message = 'trong dấu nháy kép, dấu \\ phải viết đôi ("\\\\")'
    return Explained(one.at, message, "Hoặc đặt câu trong dấu nháy đơn '...'.")


def _tag(one: Complaint) -> Explained:
    message = "giá trị bắt đầu bằng dấu ! phải đặt trong dấu nháy"
    return Explained(one.opened, message, QUOTE, "yaml-tag")


def _directive(one: Complaint) -> Explained:
    return Explained(one.opened, "dòng bắt đầu bằng dấu % không đọc được", QUOTE)


def _content(one: Complaint) -> Explained:
    if one.character == ":":
        return Explained(one.at, *EMPTY_KEY, "yaml-key")
    if not one.text[one.at :].strip():
        return _flow(one._replace(opened=one.within))
    return Explained(one.at, f"ở đây không được viết dấu '{one.character}'", QUOTE)


def _any(one: Complaint) -> Explained:
    hint = "Xem dấu nháy, dấu ngoặc, dấu hai chấm và thụt đầu dòng quanh chỗ này."
    return Explained(one.at, "không đọc được cú pháp YAML ở đây", hint)


# Of libyaml and of PyYAML's own parser, whose words differ a little; the first that fits.
_WORDING: list[tuple[re.Pattern[str], Callable[[Complaint], Explained]]] = [
    (re.compile(pattern), word)
    for pattern, word in [
        (r"tab character", _tab),
        (r"quoted scalar: found unexpected", _quote_open),
        (r"escape|expected hexdecimal|expected escape sequence", _escape),
        (r"could not find expected ':'", _no_colon),
        (r"mapping values are not allowed", _colon),
        (r"cannot start any token", _character),
        (r"scanning an alias", _star),
        (r"scanning an anchor", _ampersand),
        (r"scanning a block scalar", _block_sign),
        (r"sequence entries are not allowed", _dash),
        (r"parsing a flow (sequence|mapping)", _flow),
        (r"parsing a block collection", _list_indent),
        (r"parsing a block mapping", _map_indent),
        (r"directive", _directive),
        (r"\btag\b", _tag),
        (r"document start", _outside),
        (r"node content", _content),
        (r"", _any),
    ]
]
