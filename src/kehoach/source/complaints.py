"""What the YAML parser says when it stops -> the user's words and the place to mend."""

from __future__ import annotations

import re
from collections.abc import Callable

from kehoach.source.complaint import QUOTE, Complaint, Finding, lowered
from kehoach.source.faults import EMPTY_KEY
from kehoach.source.syntax_text import line_at, line_before, line_number

_INDENT = "Thụt bằng dấu cách; các khóa cùng nhóm, các gạch cùng danh sách phải thẳng cột."


BARE = (
    "giá trị bắt đầu bằng {{ hoặc {% phải đặt trong dấu nháy, vì YAML hiểu dấu { là mở nhóm khóa",
    "Viết '{{ ... }} ...' trong dấu nháy đơn, hoặc 'khóa: |' rồi viết câu ở dòng dưới.",
)
_BARE_VALUE = re.compile(r"(?:^|[:-][ \t]+)(\{[{%])", re.MULTILINE)


def bare_value(one: Complaint) -> Finding | None:
    """A value in the lines concerned that begins with `{{` or `{%` and lacks quotes."""
    for offset in (one.opened, one.at):
        start, line = line_at(one.text, offset)
        found = _BARE_VALUE.search(line)
        if found:
            return Finding(start + found.start(1), *BARE)
    return None


def first(said: str) -> Callable[[Complaint], Finding]:
    """The wording for what the parser said, "context: problem"."""
    return next(word for pattern, word in _WORDING if pattern.search(said))


def _quote_open(one: Complaint) -> Finding:
    message = f"dấu nháy {one.text[one.opened]} mở ở đây mà không đóng"
    return Finding(one.opened, message, "Thêm dấu nháy cùng loại ở cuối câu.")


def _no_colon(one: Complaint) -> Finding:
    message = "dòng này thiếu dấu hai chấm sau tên khóa"
    hint = "Viết 'khóa: giá trị'; nếu là phần tiếp của câu ở dòng trên thì thụt vào sâu hơn khóa."
    return Finding(one.opened, message, hint)


def _colon(one: Complaint) -> Finding:
    """A second colon in a line, or a line that cannot be a key where it stands."""
    start, line = line_at(one.text, one.at)
    if re.search(r":\s", line[: one.at - start]):
        message = "dấu hai chấm trong câu làm YAML tưởng là một khóa mới"
        return Finding(one.at, message, f"{QUOTE[:-1]}, hoặc viết 'khóa: |' rồi xuống dòng.")
    above_at, above = line_before(one.text, start)
    glued = re.match(r"[\s-]*[\w.-]+:(?=[^\s:])", above)
    if glued:
        message = "thiếu dấu cách sau dấu hai chấm"
        return Finding(above_at + glued.end(), message, "Viết 'khóa: giá trị'.")
    if ":" not in above:
        return _no_colon(one._replace(opened=above_at + _indent(above)))
    message = "dòng này thụt sâu hơn dòng trên, mà dòng trên đã có giá trị"
    return Finding(start + _indent(line), message, _INDENT)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _character(one: Complaint) -> Finding:
    if one.character == "\t":
        return _tab(one)
    return Finding(one.at, f"giá trị không được bắt đầu bằng '{one.character}'", QUOTE)


def _tab(one: Complaint) -> Finding:
    start, line = line_at(one.text, one.at)
    indents = not line[: one.at - start].strip()
    message = "thụt đầu dòng bằng ký tự Tab" if indents else "có ký tự Tab trong câu"
    hint = "Thay Tab bằng dấu cách (2 dấu cách mỗi cấp)."
    return Finding(one.at, message, hint, "yaml-tab")


def _star(one: Complaint) -> Finding:
    message = "giá trị bắt đầu bằng dấu * phải đặt trong dấu nháy"
    return Finding(one.opened, message, "Ví dụ: '**Mục tiêu** ...' trong dấu nháy đơn.")


def _ampersand(one: Complaint) -> Finding:
    return Finding(one.opened, "giá trị bắt đầu bằng dấu & phải đặt trong dấu nháy", QUOTE)


def _block_sign(one: Complaint) -> Finding:
    sign = one.text[one.opened]
    message = f"sau dấu {sign} ở đầu giá trị phải xuống dòng"
    return Finding(one.opened, message, f"Nếu dấu {sign} thuộc câu chữ: {lowered(QUOTE)}")


def _dash(one: Complaint) -> Finding:
    message = "gạch đầu dòng không được đứng ngay sau khóa"
    hint = f"Viết danh sách ở dòng dưới; nếu gạch thuộc câu chữ: {lowered(QUOTE)}"
    return Finding(one.at, message, hint)


def _flow(one: Complaint) -> Finding:
    """A bracket that is not closed, closed by another one, or a comma that is missing."""
    bracket = one.text[one.opened]
    if one.character in {"]", "}"}:
        message = f"dấu đóng {one.character} không khớp với dấu mở {bracket}"
        return Finding(one.at, message, "Dùng cùng loại: [ ] cho danh sách, { } cho nhóm khóa.")
    if one.character in {":", "-"} or not one.text[one.at :].strip():
        hint = f"Thêm dấu đóng; nếu dấu ngoặc thuộc câu chữ: {lowered(QUOTE)}"
        return Finding(one.opened, f"dấu {bracket} mở ở đây mà không đóng", hint)
    message = f"trong ngoặc {bracket} thiếu dấu phẩy trước chỗ này"
    return Finding(one.at, message, f"Thêm dấu phẩy; nếu là câu chữ: {lowered(QUOTE)}")


def _list_indent(one: Complaint) -> Finding:
    message = "dòng này không phải là mục của danh sách ở trên"
    return Finding(one.at, message, f"Thêm '- ' ở đầu mục. {_INDENT}")


def _map_indent(one: Complaint) -> Finding:
    """Text after a quoted value or a bracket, else a line at no column of those above."""
    return _after_quote(one) or _after_bracket(one) or _misplaced(one)


def _misplaced(one: Complaint) -> Finding:
    if one.character == ":":
        return Finding(one.at, *EMPTY_KEY, "yaml-key")
    if one.character in {"]", "}"}:
        message = f"dấu đóng {one.character} ở đây không có dấu mở"
        return Finding(one.at, message, "Xóa dấu này, hoặc thêm dấu mở ở trên.")
    return Finding(one.at, "dòng này thụt đầu dòng không khớp với các dòng ở trên", _INDENT)


def _after_quote(one: Complaint) -> Finding | None:
    if getattr(one.last, "style", None) not in {'"', "'"}:
        return None
    start, end = one.last.start_mark.index, one.last.end_mark.index
    if one.text[end : one.at].strip(" "):
        return None
    first, last = line_number(one.text, start), line_number(one.text, end)
    if first != last:
        message = f"dấu nháy mở ở đây mà đến dòng {last} mới gặp dấu đóng"
        return Finding(start, message, "Thêm dấu nháy cùng loại ở cuối câu.")
    hint = "Nếu trong câu có dấu nháy: bọc cả câu bằng dấu nháy loại kia, hoặc dùng “ ”."
    return Finding(one.at, "sau dấu nháy đóng còn chữ", hint)


def _after_bracket(one: Complaint) -> Finding | None:
    start, line = line_at(one.text, one.at)
    before = line[: one.at - start].rstrip()
    if not before.endswith(("]", "}")):
        return None
    message = f"sau dấu đóng {before[-1]} còn chữ"
    return Finding(one.at, message, f"Nếu dấu ngoặc thuộc câu chữ: {lowered(QUOTE)}")


def _outside(one: Complaint) -> Finding:
    message = "dòng này thụt ít hơn dòng đầu của tệp"
    return Finding(one.at, message, "Viết các khóa ngoài cùng thẳng cột với nhau, từ đầu dòng.")


def _escape(one: Complaint) -> Finding:
    message = 'trong dấu nháy kép, dấu \\ phải viết đôi ("\\\\")'
    return Finding(one.at, message, "Hoặc đặt câu trong dấu nháy đơn '...'.")


def _tag(one: Complaint) -> Finding:
    message = "giá trị bắt đầu bằng dấu ! phải đặt trong dấu nháy"
    return Finding(one.opened, message, QUOTE, "yaml-tag")


def _directive(one: Complaint) -> Finding:
    return Finding(one.opened, "dòng bắt đầu bằng dấu % không đọc được", QUOTE)


def _content(one: Complaint) -> Finding:
    if one.character == ":":
        return Finding(one.at, *EMPTY_KEY, "yaml-key")
    if not one.text[one.at :].strip():
        return _flow(one._replace(opened=one.within))
    return Finding(one.at, f"ở đây không được viết dấu '{one.character}'", QUOTE)


def _any(one: Complaint) -> Finding:
    hint = "Xem dấu nháy, dấu ngoặc, dấu hai chấm và thụt đầu dòng quanh chỗ này."
    return Finding(one.at, "không đọc được cú pháp YAML ở đây", hint)


# Of libyaml and of PyYAML's own parser, whose words differ a little; the first that fits.
_WORDING: list[tuple[re.Pattern[str], Callable[[Complaint], Finding]]] = [
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
