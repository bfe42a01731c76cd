"""Mistakes of writing in sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mutations.operators import operator
from mutations.subject import Found, Mutation, Subject

_WORD = re.compile(r"(?<![\w*{\[/-])[^\W\d_]{3,}(?![\w*}\]/-])")
_LOWER = re.compile(r"(?<![\w*{\[/.-] )(?<![\w*{\[/-])[a-zà-ỹđ]{2,}(?![\w*}\]/-])")
_RIMES = {"iê": "êi", "ươ": "ơư", "uy": "yu", "oa": "ao"}
_ONSETS = (("ngh", "ng"), ("kh", "hk"), ("tr", "rt"), ("ph", "hp"), ("nh", "hn"), ("th", "ht"))
_PAIRS = {
    "phấn đấu": "phân đấu",
    "sử dụng": "xử dụng",
    "bổ sung": "bổ xung",
    "xử lý": "sử lý",
    "hỗ trợ": "hổ trợ",
    "triển khai": "triễn khai",
    "thực hiện": "thực hiên",
    "chủ trì": "chủ trị",
    "phối hợp": "phối hơp",
    "kiểm tra": "kiễm tra",
    "đề xuất": "đề suất",
    "giải ngân": "giãi ngân",
    "địa bàn": "địa bản",
    "bảo đảm": "bão đảm",
    "phát triển": "phát triễn",
    "nâng cao": "nâng cáo",
    "chỉ đạo": "chỉ đao",
    "quản lý": "quãn lý",
    "tổ chức": "tổ chưc",
    "tuyên truyền": "tuyên truyên",
    "dân tộc thiểu số": "dân tộc thiếu số",
    "cơ quan": "có quan",
    "phong trào": "phòng trào",
    "cá nhân": "cá nhận",
    "giảm nghèo": "giảm nhèo",
    "đấu thầu": "đầu thầu",
    "sáp nhập": "sát nhập",
    "hộ nghèo": "hộ nghẻo",
    "kinh phí": "kinh phi",
    "đối tượng": "đối tương",
}
_STYLES = {
    "òa": "oà",
    "óa": "oá",
    "ỏa": "oả",
    "õa": "oã",
    "ọa": "oạ",
    "úy": "uý",
    "ủy": "uỷ",
    "ùy": "uỳ",
    "ụy": "uỵ",
}
_OLD = {new: old for old, new in _STYLES.items()}


def words(subject: Subject) -> Iterator[Found]:
    """Words in small letters inside sentences."""
    return subject.found(_LOWER, subject.prose)


@operator
def impossible_rime(subject: Subject) -> Iterator[Mutation]:
    """Two letters of a rime in each other's place, as no syllable has them: vịêc for việc."""
    marked = re.compile(r"(?P<a>i)(?P<b>[êếềểễệ])|(?P<c>ư)(?P<d>[ơớờởỡợ])")
    for found in subject.found(
        re.compile(r"(?<![\w*{\[/-])[a-zà-ỹđ]{3,}(?![\w*}\]/-])"), subject.prose
    ):
        at = marked.search(found.match[0])
        if at:
            word = found.match[0]
            yield found.mutation(word[: at.start()] + at[0][1] + at[0][0] + word[at.end() :])


@operator
def impossible_onset(subject: Subject) -> Iterator[Mutation]:
    """An onset that no syllable has: hkai for khai, ngành without h before i, e, ê."""
    for found in words(subject):
        word = found.match[0]
        for right, wrong in _ONSETS:
            if word.startswith(right) and len(word) > len(right) + 1:
                yield found.mutation(wrong + word[len(right) :])


@operator
def letter_dropped(subject: Subject) -> Iterator[Mutation]:
    """The marked vowel of a word missing: thc for thực."""
    for found in words(subject):
        kept = re.sub(
            r"[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]",
            "",
            found.match[0],
        )
        if len(kept) >= 3 and not re.search(r"[aeiouy]", kept):
            yield found.mutation(kept)


@operator
def common_wrong_word(subject: Subject) -> Iterator[Mutation]:
    """A word that is often mistaken for the right one: phân đấu for phấn đấu."""
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(_PAIRS)})(?!\w)")
    for found in subject.found(pattern, subject.prose):
        yield found.mutation(_PAIRS[found.match[0]])


@operator
def tone_style(subject: Subject) -> Iterator[Mutation]:
    """One word in the other way of placing the tone: hoá for hòa; in plans that have one way."""
    forms = re.compile(rf"(?:{'|'.join((*_STYLES, *_OLD))})(?!\w)")
    styles = Counter(found.match[0] in _STYLES for found in subject.found(forms, subject.prose))
    if styles.most_common(1) and len(styles) == 1 and styles.total() >= 3:
        for found in subject.found(forms, subject.prose):
            before = subject.raw(found.spot.mark)[: found.match.start()][-1:].lower()
            if before != "q":
                yield found.mutation({**_STYLES, **_OLD}[found.match[0]])


@operator
def word_doubled(subject: Subject) -> Iterator[Mutation]:
    """A word twice: của của; words that are never doubled on purpose."""
    once = r"(?<!\w)(?:của|các|và|thực hiện|trên|theo|cho|với|để|được|trong|hỗ trợ)(?= \w)"
    for found in subject.found(re.compile(once), subject.prose):
        yield found.mutation(f"{found.match[0]} {found.match[0]}")


@operator
def blank_before_mark(subject: Subject) -> Iterator[Mutation]:
    """A blank before a comma, semicolon or full stop."""
    for found in subject.found(re.compile(r"(?<=\w)[,;.](?= \w)"), subject.prose):
        yield found.mutation(f" {found.match[0]}")


@operator
def blank_missing(subject: Subject) -> Iterator[Mutation]:
    """No blank after a comma or semicolon between words."""
    for found in subject.found(re.compile(r"(?<=[^\W\d])([,;]) (?=[^\W\d])"), subject.prose):
        yield found.mutation(found.match[1])


@operator
def quote_unclosed(subject: Subject) -> Iterator[Mutation]:
    """No closing quote."""
    for found in subject.found(re.compile(r"“[^“”]+(?P<end>”)"), subject.prose):
        yield found.mutation("", "end")


@operator
def bracket_unclosed(subject: Subject) -> Iterator[Mutation]:
    """No closing bracket."""
    for found in subject.found(re.compile(r"\([^()]+(?P<end>\))"), subject.prose):
        yield found.mutation("", "end")


@operator
def percent_blank(subject: Subject) -> Iterator[Mutation]:
    """A blank inside a decimal number of a target: 4, 97%."""
    for found in subject.found(
        re.compile(r"\d(?P<c>,)\d+%"), [*subject.prose, *subject.keyed("quantity")]
    ):
        yield found.mutation(", ", "c")
