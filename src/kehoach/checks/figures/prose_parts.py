"""Các phần kể trong câu cộng lại khác tổng, hoặc lớn hơn tổng.

Vì sao:
    Câu "tổng ... là A, gồm B và C" mà B cộng C không bằng A thì một số sai. Sau "gồm" là mọi phần
    (khi phần nào cũng có số), sau "trong đó" chỉ là một số phần: khi ấy chỉ sai nếu một phần lớn
    hơn tổng, hoặc các phần không trùng nhau (hai nguồn vốn, hai năm) cộng lại lớn hơn tổng. Danh
    sách gạch đầu dòng sau dấu hai chấm được đọc cùng câu. Tổng ghi gọn hơn các phần được nhận.

Sai:
    outline:
      - title: Kinh phí
        text: Tổng kinh phí là 360 triệu đồng, gồm 300 triệu đồng vốn A và 66 triệu đồng vốn B.

Đúng:
    outline:
      - title: Kinh phí
        text: Tổng kinh phí là 366 triệu đồng, gồm 300 triệu đồng vốn A và 66 triệu đồng vốn B.

Căn cứ:
    Luật Ngân sách nhà nước: dự toán phải cân đối giữa tổng số và chi tiết.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.formats.values import EXACT
from kehoach.language.parts import parts
from kehoach.language.relations import Parts

SEVERITY: Severity = "warning"
AFTER = ("budget-total", "unit-scale")


def check(case: Case) -> Iterator[Finding]:
    """Each whole told with its parts; once where the data or the units tell it too."""
    for path, text in case.prose:
        for found in case.memory.once(parts, text, case.memory):
            if wrong := _wrong(found):
                yield Finding(
                    path=path,
                    message=f"'{found.quote}': {wrong}",
                    hint=_HINT,
                    needle=found.whole.text,
                )


_HINT = "Sửa tổng hoặc sửa phần bị sai; lấy số từ dữ liệu bằng {{ }} thì không phải gõ hai lần."


def _wrong(found: Parts) -> str:
    whole = found.whole
    greater = [part.text for part in found.parts if part.worth > whole.worth]
    if greater:
        return f"một phần ({greater[0]}) lớn hơn cả tổng {whole.text}"
    if not _off(found):
        return ""
    off = whole.write(abs(found.total - whole.worth))
    sum_of = " + ".join(part.text for part in found.parts)
    total = whole.write(found.total)
    return f"các phần cộng lại là {total} ({sum_of}), tổng ghi {whole.text} (lệch {off})"


def _rounded(found: Parts) -> bool:
    """Whether figures with decimals differ by no more than half a last digit a part."""
    every = (found.whole, *found.parts)
    if found.whole.kind == "bare" or not all(one.number.decimals for one in every):
        return False
    if len({one.grain for one in every}) > 1:
        return False
    return abs(found.total - found.whole.worth) * 2 <= found.whole.grain * len(found.parts)


def _off(found: Parts) -> bool:
    shown = (found.total / found.whole.grain).quantize(1, context=EXACT) * found.whole.grain
    if shown == found.whole.worth or len(found.parts) == 1:
        return False
    if _rounded(found):
        return False
    return found.complete or (found.apart and found.total > found.whole.worth)
