"""Sentences, figures and the relations between figures, read from prose."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.formats.values import Money, Number
from kehoach.language.amounts_in_words import worded_figures
from kehoach.language.changes import changes
from kehoach.language.figures import figures
from kehoach.language.parts import parts
from kehoach.language.sentences import listings, sentences
from kehoach.language.skeleton import skeleton
from kehoach.language.spending import rates, remaining
from kehoach.source import Memory

SENTENCES = [
    ("Họp tại TP. Huế. Gửi báo cáo.", ["Họp tại TP. Huế.", "Gửi báo cáo."]),
    ("Nghiêm túc. 100% xã có mặt.", ["Nghiêm túc.", "100% xã có mặt."]),
    ("Kinh phí giao là 3. 553 triệu đồng.", ["Kinh phí giao là 3. 553 triệu đồng."]),
    ("Trước năm 2023. 12 xã đạt.", ["Trước năm 2023.", "12 xã đạt."]),
    ("Vật tư, giống, v.v. Sở báo cáo.", ["Vật tư, giống, v.v. Sở báo cáo."]),
    ("Một câu\ntrên hai dòng. Câu sau.", ["Một câu\ntrên hai dòng.", "Câu sau."]),
    ("Đoạn một\n\nĐoạn hai", ["Đoạn một", "Đoạn hai"]),
    ("- Ý một\n- Ý hai", ["Ý một", "Ý hai"]),
    ("ThS. Nguyễn Văn A (Q. 1). Hết.", ["ThS. Nguyễn Văn A (Q. 1).", "Hết."]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [one.text for one in sentences(text)] == expected


@given(st.text(alphabet='aÂ1.,!?- \n"“”(%', max_size=60))
def test_sentences_stand_where_they_say(text: str) -> None:
    for one in sentences(text):
        assert text[one.start : one.start + len(one.text)] == one.text


def test_listings_take_the_first_sentence_of_each_item() -> None:
    ((head, items),) = listings(sentences("Gồm:\n- Một. Thêm.\n+ Sâu\n- Hai\n\nXong:"))
    assert (head.text, [one.text for one in items]) == ("Gồm:", ["Một.", "Hai"])


FIGURES = [
    ("giao 1.392 triệu đồng cho 4 xã, đạt 68%", ["1.392 triệu đồng", "4 xã", "68%"]),
    ("Quyết định số 59/2015/QĐ-TTg ngày 19/11/2015", []),
    ("Nghị quyết số 24 ngày 01 tháng 5 năm 2017", []),
    ("giai đoạn 2016 - 2020, năm 2022, 2023", []),
    ("cuối năm 2022 hộ nghèo còn 5 hộ", ["5 hộ"]),
    ("khoản 2 Điều 7, điểm 3 mục 4", []),
    ("Dự án 2, tiểu dự án 1, lớp 12, khu vực 3", []),
    ("tổng số 500 hộ, số 12", ["500 hộ"]),
    ("hộ dân tộc thiểu số 400 hộ", ["400 hộ"]),
    ("năm 2023 3.257 triệu đồng", ["3.257 triệu đồng"]),
    ("trong năm 500 hộ thoát nghèo", ["500 hộ"]),
    ("8/15 xã, Chương trình 30a, 5G, m2", []),
    ("7-8%/năm và 2 – 3 lần", ["7-8%", "2 – 3 lần"]),
    ("2 triệu người, 1,5 tỷ", ["2 triệu người", "1,5 tỷ"]),
    ("5,2 nghìn tỷ đồng, 500.000đ", ["5,2 nghìn tỷ đồng", "500.000đ"]),
    ("giảm 3,35 điểm %", ["3,35 điểm %"]),
    ("9 đồng bào, 15 đồng chí", ["9", "15"]),
    ("từ 8h30 đến 11:30", []),
    ("Ðiện thoại 0208.3855.123", ["0208.3855.123"]),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_figures(text: str, expected: list[str]) -> None:
    assert [one.text for one in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "kind", "worth"),
    [
        ("57,141 tỷ đồng", "money", 57_141_000_000),
        ("5,2 nghìn tỷ", "money", 5_200_000_000_000),
        ("396.550 triệu", "money", 396_550_000_000),
        ("12 đ", "money", 12),
        ("2,50%", "percent", Decimal("2.5")),
        ("04 trường", "count", 4),
        ("12", "bare", 12),
        ("2.5 tỷ", "broken", 0),
        ("-5%", "percent", -5),
    ],
)
def test_worth(text: str, kind: str, worth: Decimal) -> None:
    (one,) = figures(text)
    assert (one.kind, one.worth) == (kind, worth)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("là 5%", True),
        ("khoảng 5%", False),
        ("giảm trên 5%", False),
        ("từ 5% trở lên", False),
        ("5%/năm", False),
        ("5-6%", False),
        ("2.5%", False),
        ("ước đạt 5 tỷ", False),
    ],
)
def test_plain(text: str, plain: bool) -> None:
    assert [one.plain for one in figures(text)] == [plain]


@given(
    st.integers(0, 10**15),
    st.integers(0, 4),
    st.sampled_from(["đồng", "nghìn đồng", "triệu đồng", "tỷ đồng"]),
)
def test_figures_read_money_as_money_reads_itself(value: int, places: int, unit: str) -> None:
    text = f"{Number.of(Decimal(value).scaleb(-places)).text} {unit}"
    (one,) = figures(f"Kinh phí là {text}, do tỉnh cấp.")
    assert (one.text, one.worth) == (text, Money.parse(text).dong)
    assert one.write(one.worth).endswith(unit)
    assert Money.parse(one.write(one.worth)).dong == one.worth


@given(st.text(alphabet="0123456789.,-–% /tỷđồngxã()từgiảm:⟦", max_size=40))
def test_figures_stand_where_they_say(text: str) -> None:
    found = figures(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    bones = skeleton(text)
    changes(bones), rates(bones), remaining(bones), worded_figures(bones)
    parts(text, Memory())


def test_skeleton_of_text_with_its_own_holes() -> None:
    found = skeleton("từ ⟦7⟧ đến 8%, gồm ⟦9⟧")
    assert len(found.figures) == found.words.count("⟦")


CHANGES = [
    ("giảm 2% (từ 9% xuống 7%)", [("2%", "9%", "7%", "down")]),
    ("tăng từ 40 lên 46 xã, tăng 6 xã", [("6 xã", "40", "46 xã", "up")]),
    ("từ 9% xuống còn 7%", [(None, "9%", "7%", "down")]),
    ("giảm từ 5% trở lên", []),
    ("từ 5 xã lên 7%", []),
    ("từ 9% xuống 7%; từ 5% lên 6%", [(None, "9%", "7%", "down"), (None, "5%", "6%", "up")]),
]


@pytest.mark.parametrize(("text", "expected"), CHANGES)
def test_changes(text: str, expected: list[tuple[str | None, str, str, str]]) -> None:
    found = [(c.by and c.by.text, c.start.text, c.end.text, c.way) for c in changes(skeleton(text))]
    assert found == expected


PARTS = [
    ("5 tỷ, gồm 3 tỷ A và 2 tỷ B", [("5 tỷ", 2, True, True)]),
    ("5 tỷ, trong đó 3 tỷ A và 2 tỷ B", [("5 tỷ", 2, False, False)]),
    ("5 tỷ, trong đó trung ương 3 tỷ, địa phương 2 tỷ", [("5 tỷ", 2, False, True)]),
    ("5 tỷ (vốn đầu tư 3 tỷ, vốn sự nghiệp 2 tỷ)", [("5 tỷ", 2, True, True)]),
    ("5 tỷ, gồm 3 tỷ A, 2 tỷ B và vốn khác", [("5 tỷ", 2, False, True)]),
    ("5 tỷ, chưa bao gồm 3 tỷ A và 2 tỷ B", []),
    ("5 tỷ, gồm khoảng 3 tỷ A và 2 tỷ B", []),
    ("gồm 3 tỷ A và 2 tỷ B", []),
    ("5 tỷ, gồm:\n- A: 3 tỷ\n- B: 2 tỷ", [("5 tỷ", 2, True, True)]),
    ("5 tỷ, gồm:\n- A: 3 tỷ\n- B: chưa rõ", []),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts(text: str, expected: list[tuple[str, int, bool, bool]]) -> None:
    found = [(p.whole.text, len(p.parts), p.complete, p.apart) for p in parts(text, Memory())]
    assert found == expected


REMAINING = [
    ("được giao 9 tỷ, đã giải ngân 5 tỷ, còn lại 4 tỷ", ["9 tỷ", "5 tỷ", "4 tỷ"]),
    ("được giao 9 tỷ, đã giải ngân 5 tỷ", ["9 tỷ", "5 tỷ"]),
    ("đã giải ngân 5 tỷ, được giao 9 tỷ", None),
    ("được giao 9 tỷ, chưa giải ngân 5 tỷ", None),
    ("được giao 9 tỷ, mua xe 2 tỷ, đã giải ngân 5 tỷ", None),
    ("được giao 9.5 tỷ, đã giải ngân 5 tỷ", None),
]


@pytest.mark.parametrize(("text", "expected"), REMAINING)
def test_remaining(text: str, expected: list[str] | None) -> None:
    found = remaining(skeleton(text))
    told = found and [one.text for one in (found.planned, found.used, found.left) if one]
    assert told == expected


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 3))
def test_a_rate_rounded_half_up_lies_in_its_bounds(part: int, whole: int, places: int) -> None:
    right = Number.of(Decimal(part * 100) / whole, places)
    text = f"Có {part} hộ trên tổng số {whole} hộ, chiếm {right.text}%."
    for rate in rates(skeleton(text)):
        low, high = rate.bounds
        assert low - rate.percent.grain < rate.percent.worth < high + rate.percent.grain


def test_figures_in_words_are_read_both_ways() -> None:
    text = "Làm hai (02) bản, 3 tỷ đồng (ba tỷ đồng), 05 (sáu) ngày, 2 ha (hai ha)."
    found = worded_figures(skeleton(text))
    told = {one.words: one.agrees for one in found}
    assert told == {"hai": True, "ba tỷ đồng": True, "sáu": False}
