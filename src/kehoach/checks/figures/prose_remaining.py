"""Số còn lại trong câu khác số được giao trừ số đã giải ngân.

Vì sao:
    Câu nêu số được giao, số đã giải ngân, số còn lại (hoặc chuyển sang năm sau) thì người đọc trừ
    được ngay; số giải ngân lớn hơn số được giao cũng là một chỗ sai, hoặc câu thiếu phần vốn chuyển
    từ năm trước sang. Không so câu có khoản tiền khác mà không rõ là gì, và câu đứng sau câu nói
    tới vốn chuyển sang năm sau.

Sai:
    outline:
      - title: Kết quả
        text: Được giao 254 triệu đồng, đã giải ngân 220,43 triệu đồng, còn lại 26,57 triệu đồng.

Đúng:
    outline:
      - title: Kết quả
        text: Được giao 254 triệu đồng, đã giải ngân 220,43 triệu đồng, còn lại 33,57 triệu đồng.

Căn cứ:
    Luật Ngân sách nhà nước: dự toán, số đã chi và số còn lại phải khớp nhau.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.language.relations import Remaining
from kehoach.language.sentences import sentences
from kehoach.language.skeleton import skeleton
from kehoach.language.spending import remaining

SEVERITY: Severity = "warning"
AFTER = ("disbursement",)  # the sentence shows a figure of the data that is told already

_CARRIED = re.compile(r"chuyển (?:sang )?năm|chuyển nguồn|kéo dài")


def check(case: Case) -> Iterator[Finding]:
    """Each sentence that tells what was given, spent and left; once where the data tell it too."""
    for path, text in case.prose:
        carried = _CARRIED.search(text)
        for sentence in case.memory.once(sentences, text):
            if carried and carried.end() <= sentence.start:
                break
            found = remaining(case.memory.once(skeleton, sentence.text))
            if found and (wrong := _wrong(found)):
                yield Finding(
                    path=path, message=f"'{found.quote}': {wrong}", hint=_HINT, needle=_last(found)
                )


_HINT = "Sửa số bị sai, hoặc nêu thêm phần vốn chuyển từ năm trước sang."


def _last(found: Remaining) -> str:
    return (found.left or found.used).text


def _wrong(found: Remaining) -> str:
    difference = found.planned.worth - found.used.worth
    if difference < 0:
        return f"đã giải ngân {found.used.text}, lớn hơn {found.planned.text} được giao"
    if found.left is None or abs(difference - found.left.worth) < found.left.grain:
        return ""
    off = found.left.write(abs(difference - found.left.worth))
    return (
        f"{found.planned.text} trừ {found.used.text} còn {found.left.write(difference)},"
        f" câu ghi {found.left.text} (lệch {off})"
    )
