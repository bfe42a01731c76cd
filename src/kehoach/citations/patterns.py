"""How citations are written: the patterns by which `citations` finds them.

Wide enough for the slips that checks report; narrow enough that dates, fractions and sums pass by.
"""

from __future__ import annotations

import re

from kehoach.formats.values import TYPE_NAMES

LAWS = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh")
"""Types that are cited by name; the others are cited by number."""

_MORE_TYPES = (
    *("Chương trình hành động", "Kế hoạch hành động", "Thông báo kết luận", "Kết luận"),
    *("Nghị quyết liên tịch", "Văn bản hợp nhất", "Văn bản", "Công văn", "Lệnh", "Sắc lệnh"),
)
TYPES = sorted({*TYPE_NAMES.values(), *_MORE_TYPES, *LAWS}, key=len, reverse=True)
TYPE_CODES = (*TYPE_NAMES, "KL", "CV", "VBHN", "NQLT")

GAP = "[ \N{NO-BREAK SPACE}]"
DASH = "[-‐‑‒–—−]"
_STROKE = f"(?:{DASH}|/)"
_CODE = r"[A-Za-zĐđÐƯ][A-Za-zĐđÐƯ&]{0,14}\d{0,2}"
_CAPITALS = r"(?=[A-ZĐÐ][A-ZĐÐa-z&]?[A-ZĐÐ])"
_TYPE_CODE = "(?i:{})".format(
    "|".join(re.sub("Đ", "[ĐÐD]", code) for code in sorted(TYPE_CODES, key=len, reverse=True))
)
_TYPE_AND_BODY = f"{_TYPE_CODE}{GAP}?{_STROKE}{GAP}?{_CAPITALS}{_CODE}"
_NUMBER = (
    rf"\d{{1,5}}(?:\.\d{{1,3}})?[a-zđ]?{GAP}?{_STROKE}{GAP}?(?:\d{{4}}{GAP}?/{GAP}?)?{_CAPITALS}?"
    rf"(?:{_TYPE_AND_BODY}|{_CODE})(?:{_STROKE}{_CODE})*"
)
NUMBERED = re.compile(rf"(?<![\w/.,-])(?P<number>{_NUMBER})(?!\w)")
TYPED = re.compile(rf"(?<!\w)(?P<type>{'|'.join(TYPES)})\s+(?:số{GAP}?:?{GAP}*)?$", re.IGNORECASE)
"""The type that ends right before a number."""
ALONE = re.compile(rf"{_STROKE}{GAP}?{_TYPE_CODE}{GAP}?{_STROKE}{GAP}?[A-ZĐÐ]{{2}}")
"""A number that can be nothing else even where no type precedes it: 90/QĐ-TTg, 57-NQ/TW."""

DATE = re.compile(
    r",?\s+ngày\s+(?P<day>\d{1,2})"
    r"(?:\s*tháng\s*(?P<month>\d{1,2})\s*năm\s*(?P<year>\d{4})"
    rf"|{GAP}?[/.-]{GAP}?(?P<month2>\d{{1,2}}){GAP}?[/.-]{GAP}?(?P<year2>\d{{4}}))(?!\d)"
)
YEAR = re.compile(r",?\s+năm\s+(?P<year>\d{4})(?!\d)")

_IN_NAMES = (
    *("Đào tạo", "Đầu tư", "Xã hội", "Môi trường", "Công nghệ", "Du lịch", "Truyền thông"),
    *("Phát triển", "Tôn giáo", "Đô thị", "Thông tin", "Thể thao", "Giảm nghèo", "Hạ tầng"),
)
_OPENERS = "|".join(
    (
        rf"và(?!\s(?:{'|'.join(_IN_NAMES)}))",
        *(
            "về",
            "phê duyệt",
            "quy định",
            "ban hành",
            "giao",
            "thực hiện",
            "triển khai",
            "hướng dẫn",
        ),
        *("sửa đổi", "bổ sung", "thông qua", "công bố", "bãi bỏ", "thành lập", "phân bổ", "cho"),
        *("tại", "ngày", "đã", "trong", "trên", "để", "theo", "đối với", "áp dụng", "được"),
        *("năm", "số", "cụ thể", "như", "có", "là", "kiện toàn", "điều chỉnh", "nhằm", "gửi"),
    )
)
_MARKS = r"\n;,.:()\[\]“”\""
ISSUER = re.compile(
    rf",?\s+của\s+(?P<issuer>(?:,(?=\s(?:Thể thao và|Thương binh|Xã hội -))"
    rf"|(?!\s(?:{_OPENERS}|của)(?!\w))[^{_MARKS}])+)"
)
"""The issuer ends at a mark or where a subject opens: "về", "phê duyệt"."""

_TYPE_AHEAD = "|".join(TYPES)
_TAIL_AHEAD = r",?\s(?:ngày|năm|số:?)\s\d"
LAW = re.compile(
    r"(?<!\w)(?P<type>Bộ luật|Luật|Pháp lệnh)\s+"
    rf"(?P<name>[A-ZĐÀ-Ỹ](?:(?!\s(?:{_TYPE_AHEAD})\s|{_TAIL_AHEAD})[^\n;.()“”])*"
    rf"|sửa đổi(?:(?!{_TAIL_AHEAD})[^\n;.()“”])*)"
)
LAW_NUMBER = re.compile(rf",?\s+số{GAP}?:?\s+(?P<number>{_NUMBER})")
LAW_NAME_END = re.compile(r",| và (?=các |những |[A-ZĐ])| và$")
"""Where the name of a law ends that no date closes."""

SUBJECT_END = re.compile(
    r"[;\n]|\.\s|,? giao |, (?=Sở |Phòng |UBND|U[ỷy] ban|Ủy ban|Ban |Bộ |[Cc]ác |[Đđ]ề nghị)"
)
"""Where the subject of a cited document ends in a sentence."""
