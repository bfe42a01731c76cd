"""Values against tags by shape: text stands in `{{ }}`, runs in `{{r }}`, a table in `{{p }}`."""

from __future__ import annotations

import re
from typing import Any, Literal

Shape = Literal["text", "runs", "paragraphs"]

TABLE = object()
"""In a tree of known names: the leaf of a whole table."""
GIVES: dict[str, Shape] = {"runs": "runs", "rule": "runs", "table": "paragraphs"}
"""What the filters of Word's own XML make; all others make text."""

_STEPS = re.compile(
    r"<(?P<open>w:t|w:p|w:instrText|a:t|m:t)(?: [^>]*)?(?<!/)>"
    r"|</(?P<close>w:t|w:p|w:instrText|a:t|m:t)>"
)
_PLAIN = {
    "runs": "“{0}” là chữ: thẻ {{{{r }}}} cần bộ lọc, như {{{{r {0} | runs }}}}.",
    "paragraphs": "“{0}” là chữ: thẻ {{{{p }}}} chỉ dùng cho bảng, hãy dùng {{{{ }}}}.",
}
_TAGS = {"text": "{{ }}", "runs": "{{r }}", "paragraphs": "{{p }} đứng riêng một đoạn"}


class Place:
    """Where in the XML a tag stands, followed piece by piece."""

    def __init__(self) -> None:
        self._paragraphs, self._in_text, self._in_mark = 0, False, False

    def pass_over(self, xml: str) -> None:
        """Go over XML between two tags."""
        for step in _STEPS.finditer(xml):
            name, opens = step["open"] or step["close"], bool(step["open"])
            if name == "w:p":
                self._paragraphs += 1 if opens else -1
            else:
                self._in_text = opens
        last = max(xml.rfind("<"), xml.rfind(">"))
        self._in_mark = xml[last] == "<" if last >= 0 else self._in_mark

    @property
    def shape(self) -> Shape:
        """What may stand here."""
        if self._in_text or self._in_mark:
            return "text"
        return "runs" if self._paragraphs > 0 else "paragraphs"


def misfit(tree: Any, gives: Shape | None, place: Shape, path: str) -> str:
    """Why a value cannot be printed at a place; nothing where it can.

    `gives` is what its last filter makes, None where there is none.
    """
    if gives is not None and gives != place:
        if gives == "text":
            return _PLAIN[place].format(path or "Giá trị này")
        return f"Giá trị này phải đứng trong thẻ {_TAGS[gives]}."
    if gives is not None:
        return ""
    if tree is None and place != "text":
        return _PLAIN[place].format(path)
    if tree is TABLE:
        return f"“{path}” là cả một bảng: dùng {{{{p {path} | table }}}} đứng riêng một đoạn."
    if isinstance(tree, list):
        return f"“{path}” là cả một danh sách: lặp qua từng mục bằng {{%p for … in {path} %}}."
    if isinstance(tree, dict):
        return f"“{path}” là cả một mục: nêu một trường của nó: {', '.join(tree)}."
    return ""
