"""Units behind a figure: money with its power of ten, percent, counted nouns."""

from __future__ import annotations

import re

from kehoach.language.administration import unit_words

_SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_NOUNS = (
    *("hộ gia đình", "hộ dân", "hộ", "nhân khẩu", "khẩu", "người", "lao động", "học sinh"),
    *("sinh viên", "trẻ em", "trẻ", "cán bộ", "công chức", "viên chức", "đảng viên", "hội viên"),
    *("đoàn viên", "học viên", "giáo viên", "đại biểu", "lượt người", "lượt", "đối tượng"),
    *unit_words(),
    *("cụm", "trường", "lớp", "phòng", "trạm", "nhà văn hóa", "nhà", "căn", "công trình"),
    *("tiểu dự án", "dự án", "mô hình", "chương trình", "đề án", "kế hoạch", "nhiệm vụ"),
    *("chỉ tiêu", "tiêu chí", "nội dung", "văn bản", "hồ sơ", "thủ tục", "dịch vụ", "báo cáo"),
    *("doanh nghiệp", "hợp tác xã", "tổ hợp tác", "tổ chức", "cơ quan", "đơn vị", "cơ sở"),
    *("sản phẩm", "cuộc", "đợt", "lần", "buổi", "hội nghị", "bộ", "cụm loa", "pano", "tủ", "máy"),
    *("con", "cây", "tấn", "tạ", "kg", "ha", "km", "m2", "m", "lít", "ngày", "tháng", "năm"),
    *("quý", "giờ", "tuổi", "điểm", "thẻ", "suất", "vụ", "bài", "tin", "cuốn", "tờ", "khách"),
    *("thuê bao", "tài khoản", "liều", "USD", "đô la", "kWh", "giường", "vị trí", "ca", "tin bài"),
)
_NOUN = "|".join(sorted(map(re.escape, _NOUNS), key=len, reverse=True))
_SCALE = r"(?:(?:nghìn|ngàn|triệu) (?:tỷ|tỉ)|nghìn|ngàn|triệu|tỷ|tỉ)"

UNIT = (
    r"(?:\s?(?P<percent>%|phần trăm\b|điểm %|điểm phần trăm\b)"
    rf"|\s?(?P<dong>(?:{_SCALE}\s)?(?:đồng|đ|VNĐ|VND|vnđ)\b(?!\s+(?:bào|chí|thời|bộ)\b))"
    rf"|\s?(?P<bare>(?:nghìn|ngàn|triệu) (?:tỷ|tỉ)|triệu|tỷ|tỉ)\b(?!\s+(?:{_NOUN})\b)"
    rf"|\s(?:{_SCALE}\s)?(?P<noun>{_NOUN})\b"
    r"|(?![\w/]|:\d))"
)
"""What may stand right behind the digits: nothing at all is a unit too, a letter or slash not."""

PER = r"(?P<per>\s?/\s?(?!tổng)[^\W\d]+)?"
"""`/năm`, `/hộ`: the figure is a rate, not an amount."""


def power(unit: str) -> int:
    """The power of ten of đồng that a writing of a money unit stands for.

    >>> power("nghìn tỷ đồng"), power("triệu"), power("đ")
    (12, 6, 0)
    """
    return sum(_SCALES.get(word, 0) for word in unit.lower().split())
