"""Họ tên người ký có học hàm, học vị, danh hiệu, hoặc viết hoa hết.

Vì sao:
    Trước họ tên người ký không ghi học hàm, học vị, danh hiệu; họ tên in chữ thường, đậm. Văn bản
    của lực lượng vũ trang, của ngành giáo dục, y tế, khoa học được ghi nên không báo.

Sai:
    signer:
      on_behalf: Ủy ban nhân dân
      position: Chủ tịch
      name: ThS. Nguyễn Văn An

Đúng:
    signer:
      on_behalf: Ủy ban nhân dân
      position: Chủ tịch
      name: Nguyễn Văn An

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7 điểm b.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.checks.form.signing_authority import signings
from kehoach.diagnostics import Severity

SEVERITY: Severity = "warning"

_TITLE = re.compile(
    r"^(?:(?:GS|PGS|TS|TSKH|Th\.?S|Ths|ThS|BS|BSCK\w*|BS\.?CK\w*|KS|CN|DS|NGƯT|NGND|TTƯT|AHLĐ|CVC|CVCC)"
    r"(?:\.\s*|\s+|,\s*)"
    r"|(?:Giáo sư|Phó Giáo sư|Phó giáo sư|Tiến sĩ|Tiến sỹ|Thạc sĩ|Thạc sỹ|Bác sĩ|Bác sỹ|Kỹ sư"
    r"|Cử nhân|Luật sư|Dược sĩ|Ông|Bà|Đồng chí|Đ/c)\s+)+"
)
_MAY = re.compile(
    r"công an|quân sự|quốc phòng|biên phòng|bộ tư lệnh|y tế|bệnh viện|giáo dục|trường|đại học"
    r"|khoa học|học viện|viện ",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Finding]:
    """The names of those who sign."""
    for one in signings(case.plan):
        name, path = one.signer.name, (*one.path, "name")
        title = _TITLE.match(name)
        if title and not _MAY.search(case.plan.issuer.name):
            message = f"trước họ tên người ký không ghi '{title[0].strip()}'"
            yield Finding(
                path=path,
                message=message,
                hint=f"Chỉ ghi {name[title.end() :]}.",
                needle=title[0],
            )
        rest = name[title.end() :] if title else name
        if " " in rest and rest.isupper():
            small = " ".join(word[:1] + word[1:].lower() for word in rest.split())
            message = f"họ tên người ký viết hoa hết: {rest}"
            mend = small if rest.replace(" ", "").isalpha() else None
            yield Finding(path=path, message=message, hint=f"Viết {small}.", needle=rest, mend=mend)
