"""What a clerk knows the elements by: their words."""

from __future__ import annotations

import re

TYPES = frozenset(
    """
    nghị quyết, quyết định, chỉ thị, quy chế, quy định, thông cáo, thông báo, hướng dẫn,
    chương trình, kế hoạch, phương án, đề án, dự án, báo cáo, biên bản, tờ trình, hợp đồng,
    công điện, bản ghi nhớ, bản thỏa thuận, giấy ủy quyền, giấy mời, giấy giới thiệu,
    giấy nghỉ phép, phiếu gửi, phiếu chuyển, phiếu báo
    """.strip()
    .replace(",\n    ", ", ")
    .split(", ")
)
"""The types of document that carry their name (Điều 7)."""

NATION = re.compile(r"cộng h(òa|oà) xã hội chủ nghĩa việt nam", re.IGNORECASE)
MOTTO = re.compile(r"độc lập\s*[-–—]\s*tự do\s*[-–—]\s*hạnh phúc", re.IGNORECASE)
NUMBER = re.compile(r"số\b.*/", re.IGNORECASE)
DATED = re.compile(r".*,\s*ngày\b.*\btháng\b.*\bnăm\b", re.IGNORECASE)
URGENCY = re.compile(r"(hỏa tốc|hoả tốc|thượng khẩn|khẩn)", re.IGNORECASE)
REFERENCE = re.compile(r"\((kèm theo|ban hành)\b", re.IGNORECASE)
BASIS = re.compile(r"(căn cứ|theo đề nghị|xét đề nghị|thực hiện)\b", re.IGNORECASE)
VERB = re.compile(r"quyết (định|nghị)\s*:?", re.IGNORECASE)
ARTICLE = re.compile(r"Điều \d+\w?\.", re.IGNORECASE)
SECTION = re.compile(r"[IVXLC]+\.\s*\D")
CLAUSE = re.compile(r"\d+\.\s*\D")
PART = re.compile(r"(phần|chương)\s+[IVXLC\w]+$|(mục|tiểu mục)\s+\d+$", re.IGNORECASE)
RECIPIENTS = re.compile(r"nơi nhận\s*:?", re.IGNORECASE)
LABEL = re.compile(r"(phụ lục|phụ biểu|biểu)(\s+(số\s+)?[IVXLC\d]+)?", re.IGNORECASE)
SHEET = re.compile(r"biểu\b", re.IGNORECASE)
SIGNING_LINE = re.compile(r"số:.*;\s*ngày", re.IGNORECASE)
TABLE_OWN = re.compile(r"\*?\s*(bảng|biểu|đơn vị( tính)?|đvt|ghi chú)\b", re.IGNORECASE)
CLOSED = "./."


def type_of(text: str) -> str:
    """The type of document that a line names, in small letters; "" for none."""
    plain = text.casefold().strip(" .:")
    return plain if plain in TYPES else ""
