"""Số trong câu viết sai dấu: dấu của tiếng Anh, dấu cách xen giữa, dấu thừa.

Vì sao:
    Tiếng Việt dùng dấu chấm chia nhóm nghìn, dấu phẩy thập phân, trong số không có dấu cách. 4, 97%
    dễ đọc thành hai số; 1,234 hộ thành một hộ và phần lẻ; 2.5 tỷ đồng không rõ là bao nhiêu. Chỉ
    báo khi sau số là phần trăm, đơn vị tiền hoặc một thứ đếm được.

Sai:
    outline:
      - title: Mục tiêu
        text: Tỷ lệ hộ nghèo giảm còn khoảng 4, 97% vào cuối năm.

Đúng:
    outline:
      - title: Mục tiêu
        text: Tỷ lệ hộ nghèo giảm còn khoảng 4,97% vào cuối năm.

Căn cứ:
    Cách viết số trong văn bản tiếng Việt: dấu chấm phân nhóm nghìn, dấu phẩy thập phân.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.formats.values import Number
from kehoach.language.figures import Figure
from kehoach.language.sentences import sentences
from kehoach.language.skeleton import Skeleton, skeleton
from kehoach.source import Route

SEVERITY: Severity = "warning"

_LEAD = (
    r"\b(?:từ|đạt|giảm|tăng|còn|khoảng|trên|dưới|hơn|gần|chiếm|xuống|lên|bằng|thêm|mức|được|giao"
    r"|ngân|tiền)\s+"
)
_MONEY = r"(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+đồng\b"
_DECIMAL_BLANK = re.compile(
    rf"{_LEAD}(?P<number>\d{{1,3}}(?:\.\d{{3}})*\s?, ?\d{{1,3}})(?=\s?(?:%|{_MONEY}))"
)
_GROUP = r"\d{1,3}(?:\.\d{3})*(?: ?\. \d{3}| \.\d{3}| \d{3})+(?:,\d+)?"
_GROUP_BLANK = re.compile(
    rf"(?:{_LEAD}|\blà\s+)(?P<number>{_GROUP})(?=\s?(?:{_MONEY}|đồng\b|(?:hộ|người|khẩu)\b))"
)
_DANGLING = re.compile(rf"(?<![\w.,])(?P<number>\d[\d.,]*[.,])(?=\s*(?:%|{_MONEY}))")
_DIGIT_BLANK = re.compile(
    r"(?<!\d)(?<!\d[.,])\d[\d.,]*[.,\s][.,]?\s?(?:\d|%|nghìn|ngàn|triệu|tỷ|tỉ)"
)
_LIST = re.compile(r"lần lượt|tương ứng là|các mức")
_ENGLISH = re.compile(r"-?\d{1,3}(?:,\d{3})+\.\d+|-?\d{1,3}(?:,\d{3}){2,}")
_POINT = re.compile(r"-?(?:\d+\.\d{1,2}|0\.\d+|\d+\.\d{4,})")
_COUNTED = re.compile(r"\d{1,3},\d{3}")
_WHOLE_THINGS = {
    *("hộ", "hộ dân", "hộ gia đình", "người", "nhân khẩu", "khẩu", "lao động", "học sinh", "xã"),
    *("thôn", "trường", "lớp", "trẻ em", "cán bộ", "đối tượng", "lượt", "lượt người", "hồ sơ"),
}
_SWAP = str.maketrans(",.", ".,")


class _Slip(NamedTuple):
    written: str
    right: str | None
    why: str
    proved: bool = False


def check(case: Case) -> Iterator[Finding]:
    """Slips of separators in targets and prose, with the right number where one is possible."""
    told = set()
    for path, quantity in _quantities(case):
        for slip in _slips(case.memory.once(skeleton, quantity)):
            told.add(slip.written)
            yield _finding(path, slip)
    for path, text in case.prose:
        for sentence in case.memory.once(sentences, text):
            for slip in _slips(case.memory.once(skeleton, sentence.text)):
                if slip.written not in told:
                    yield _finding(path, slip)


def _quantities(case: Case) -> Iterator[tuple[Route, str]]:
    """The levels of targets, which sentences show by expressions."""
    for index, target in enumerate(case.plan.objectives.targets):
        for name in ("quantity", "baseline"):
            if level := getattr(target, name):
                yield ("objectives", "targets", index, name), level.text


def _finding(path: Route, slip: _Slip) -> Finding:
    hint = f"Viết {slip.right}." if slip.right else "Viết số kiểu 1.234,5."
    return Finding(
        path=path,
        message=f"số '{slip.written}' {slip.why}",
        hint=hint,
        needle=slip.written,
        mend=slip.right if slip.proved else None,
    )


def _slips(found: Skeleton) -> Iterator[_Slip]:
    for one in found.figures:
        if one.kind == "broken" and one.unit:
            yield from _broken(one)
        elif (
            one.kind == "count"
            and one.unit in _WHOLE_THINGS
            and _COUNTED.fullmatch(one.number.text)
        ):
            why = "có dấu phẩy thập phân mà đếm không thể lẻ"
            yield _Slip(one.number.text, one.number.text.translate(_SWAP), why)
    if _DIGIT_BLANK.search(found.text):
        yield from _blanks(found.text)


def _broken(one: Figure) -> Iterator[_Slip]:
    written = re.match(r"[\d.,]+", one.text)
    if written is None:
        return
    digits = written[0]
    if _ENGLISH.fullmatch(digits) or _POINT.fullmatch(digits):
        proved = bool(_ENGLISH.fullmatch(digits)) or one.unit == "%" or one.unit.endswith("đồng")
        yield _Slip(digits, digits.translate(_SWAP), "viết dấu kiểu tiếng Anh", proved)
    else:
        yield _Slip(digits, None, "có dấu chấm, dấu phẩy đặt sai chỗ")


def _blanks(text: str) -> Iterator[_Slip]:
    for form, why in ((_DECIMAL_BLANK, _BLANK), (_GROUP_BLANK, _BLANK), (_DANGLING, _EXTRA)):
        for found in form.finditer(text) if not _LIST.search(text) else ():
            written = found["number"]
            right = "".join(written.split()) if form is not _DANGLING else None
            if form is _GROUP_BLANK and "." not in written:
                right = written.replace(" ", ".")
            if written != right and (right is None or _reads(right)):
                yield _Slip(written, right, why)


_BLANK = "có dấu cách xen giữa"
_EXTRA = "có dấu thừa ở cuối"


def _reads(number: str) -> bool:
    try:
        Number.parse(number)
    except ValueError:
        return False
    return True
