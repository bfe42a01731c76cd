"""The language readers: tables of syllables and words, slips that mend, texts left alone."""

from __future__ import annotations

import typing
import unicodedata
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import PLANS, ROOT
from kehoach.api import read_plan
from kehoach.checks.form.wide_table import least_width
from kehoach.documents.tables import table_spec
from kehoach.language.abbreviations import definitions
from kehoach.language.capitals import misused_capitals
from kehoach.language.days import days, periods
from kehoach.language.doubles import doubled
from kehoach.language.lookalikes import lookalikes
from kehoach.language.marks import loose_dashes, spacing
from kehoach.language.paired_marks import straight_quotes, unbalanced
from kehoach.language.spelling import guesses, strange_words
from kehoach.language.syllables import LETTERS, is_syllable
from kehoach.language.tables import language_rows
from kehoach.language.tones import toned_words
from kehoach.language.typed_lists import breaks
from kehoach.language.typos import Span, Typo, typo, typos
from kehoach.language.written import plain_words
from kehoach.language.wrong_words import wrong_words
from kehoach.outputs.fit import column_widths
from kehoach.plan import Plan, type_plan, work_out
from kehoach.registers import load_registers
from kehoach.source import Memory

MEMORY = Memory()
READERS: dict[str, typing.Callable[[str], typing.Iterable[Span]]] = {
    "capitals": lambda text: misused_capitals(text, MEMORY),
    "doubles": lambda text: doubled(text, MEMORY),
    "lookalikes": lookalikes,
    "loose dashes": loose_dashes,
    "spacing": spacing,
    "straight quotes": straight_quotes,
    "strange words": lambda text: strange_words(text, MEMORY),
    "unbalanced": unbalanced,
    "wrong words": lambda text: wrong_words(text, MEMORY),
}
TABLES = ("abbreviations", "capitals", "doubles", "foreign", "rimes", "syllables", "wrong_words")
PAIRS = language_rows("wrong_words")
FEWEST_PAIRS = 120


@pytest.mark.parametrize("name", TABLES)
def test_table_is_clean(name: str) -> None:
    rows = language_rows(name)
    first = [next(iter(row.values())) for row in rows]
    assert len(first) == len(set(first)) or name == "doubles"
    for row in rows:
        for cell in row.values():
            assert cell == unicodedata.normalize("NFC", cell).strip()


def test_enough_pairs_of_wrong_words() -> None:
    assert len(PAIRS) >= FEWEST_PAIRS


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["wrong"])
def test_pair_is_found_and_mended(pair: dict[str, str]) -> None:
    phrase = pair["only"].split(";")[0] or pair["wrong"]
    (found,) = typos(phrase, wrong_words(phrase, MEMORY))
    assert phrase.replace(found.needle, found.mend or "") == phrase.replace(
        pair["wrong"], pair["right"]
    )


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["wrong"])
def test_right_words_of_a_pair_are_left_alone(pair: dict[str, str]) -> None:
    assert list(wrong_words(pair["right"], MEMORY)) == []
    assert all(is_syllable(word.strip(",")) for word in pair["right"].split())


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["wrong"])
def test_pair_is_left_alone_where_it_is_right(pair: dict[str, str]) -> None:
    for phrase in pair["unless"].split(";"):
        assert pair["wrong"] not in {
            phrase[one.start : one.end] for one in wrong_words(phrase, MEMORY)
        }


def test_common_syllables_are_syllables() -> None:
    words = [row["syllable"] for row in language_rows("syllables")]
    assert [word for word in words if not is_syllable(word)] == []


def test_foreign_words_are_no_syllables() -> None:
    words = [row["word"] for row in language_rows("foreign")]
    assert [word for word in words if is_syllable(word)] == []


NO_SYLLABLES = (
    "nghành ngế cế ké̀ ghà ka kac ngi hyện đuợc đựơc viêc hoc quôc thuơng nguời giừơng tươg"
    " phảt biêt hòan hoàng̣ ăa oă uơng khoáng̉ zâu fải jì wà"
)
SYLLABLES = (
    "gì gìn giếng giết quốc quý quả khuya khuỷu khuếch huơ thuở ngoằn ngoèo nghiêng yêu yến ý"
    " hòa hoà thủy thuỷ xoong goòng ừ ươm ướt uống oanh uyên quạch quỵt tuýp buýt phụ nữ"
)
SCRAPS = (
    'hộ nghèo hoà hoàn các các chi tiêu ( có ) , ; . : “Quỹ” "Quỹ" phân đấu điều 5 nhân dân của'
    " viêc Ðề kế- hoạch\n\n- \u00a0 \u200b 31/4 quý V năm 2026"
)


@pytest.mark.parametrize("word", NO_SYLLABLES.split())
def test_no_such_syllable(word: str) -> None:
    assert not is_syllable(unicodedata.normalize("NFC", word))


@pytest.mark.parametrize("word", SYLLABLES.split())
def test_syllable(word: str) -> None:
    assert is_syllable(word)


@settings(deadline=None)
@given(st.text(alphabet=sorted(LETTERS), max_size=7))
def test_any_letters_are_read(word: str) -> None:
    assert is_syllable(word) in {True, False}
    assert all(isinstance(one, str) for one in guesses(word))


@given(st.sampled_from([row["syllable"] for row in language_rows("syllables")]))
def test_two_tones_make_no_syllable(word: str) -> None:
    decomposed = unicodedata.normalize("NFD", word)
    toned = [mark for mark in "\u0300\u0301\u0303\u0309\u0323" if mark in decomposed]
    if toned:
        assert not is_syllable(unicodedata.normalize("NFC", decomposed + "a\u0301"))


WORDS = st.sampled_from(SCRAPS.split(" "))


@settings(deadline=None)
@given(st.lists(WORDS, max_size=25), st.sampled_from(["", " ", "  "]))
def test_every_mend_puts_its_own_place_right(words: list[str], glue: str) -> None:
    text = plain_words(glue.join(words))
    for reader in READERS.values():
        for one in typos(text, reader(text)):
            assert one.wrong in one.needle
            assert one.needle in text
            if one.mend is not None:
                at = text.index(one.needle)
                assert at <= one.start <= at + len(one.needle)
                assert one.mend != one.needle


def test_needle_is_found_at_its_place_alone() -> None:
    one = typo("hoàn thành hoà bình", 11, 14, "hòa")
    assert one == Typo("hoà", "hòa", 11, "hoà bình", "hòa bình")


def test_needle_does_not_leave_its_line() -> None:
    text = "Hoàn thành\n\nhoàn\n\nhoà"
    assert "\n" not in typo(text, len(text) - 3, len(text), "hòa").needle


def test_needle_counts_all_white_space_as_one() -> None:
    text = "các thôn có  hộ nghèo; các xã có hộ nghèo"
    at = text.rindex("có hộ")
    found = typo(text, at, at + 2, "còn")
    assert found.mend == "xã còn" or found.needle.split() == ["xã", "có"] or found.start == at


@pytest.mark.parametrize("name", [row["word"] for row in language_rows("doubles")])
def test_word_typed_twice_beside_others(name: str) -> None:
    kinds = {row["kind"] for row in language_rows("doubles") if row["word"] == name}
    text = f"bạn {name} {name} bạn"
    found = [text[one.start : one.end] for one in doubled(text, MEMORY)]
    if "reduplicated" in kinds:
        assert found == []
    elif kinds == {"function"}:
        assert found == [f"{name} {name}"]


@pytest.mark.parametrize("name", ["districts", "communes", "provinces"])
def test_names_of_places_are_left_alone(name: str) -> None:
    registers, _ = load_registers([])
    rows = [one for one in registers.places if one.tier == name.removesuffix("s")]
    assert rows
    text = "; ".join(f"ở {one.full_name}" for one in rows)
    assert [one for reader in (strange_words, wrong_words) for one in reader(text, MEMORY)] == []


def test_letters_of_points_with_and_without_d() -> None:
    for last, text in product("đe", ["a) A\nb) B\nc) C\nd) D\n{}) E"]):
        assert list(breaks(text.format(last))) == []


def test_definition_needs_its_letters() -> None:
    assert definitions("cơ quan thường trực (UBND)") == ()
    assert definitions("Ủy ban nhân dân (UBND)")[0].words == "Ủy ban nhân dân"


def test_days_that_are_no_days() -> None:
    assert days("Tỷ lệ 31/4 xã, Kế hoạch 30/2/KH, 12-13, 3-4/2026") == ()
    assert [one.possible for one in periods("24 tháng 20 ngày, tháng 12, quý IV")] == [True, True]


def test_tone_styles_are_each_other() -> None:
    for word in ("hoà", "thuỷ", "khoẻ", "XOÁ", "Uỷ"):
        (one,) = toned_words(word)
        (other,) = toned_words(one.other)
        assert (one.style, other.style, other.other) == ("new", "old", word)


def _plan(path: str) -> Plan:
    typed, _ = type_plan(typing.cast("typing.Any", read_plan(ROOT / path).root))
    assert typed is not None
    return typed


@pytest.mark.parametrize(
    "path", [*(f"plans/{one.name}" for one in PLANS.glob("*.yaml")), "tests/plans/full.yaml"]
)
def test_least_width_is_the_drawn_one(path: str) -> None:
    """At the least width no column is cut; a twip less and one is."""
    for table in _plan(path).tables:
        sheet = work_out(table)
        least = least_width(sheet)
        assert sum(column_widths(table_spec(sheet), least, 12)) == least
        wide = column_widths(table_spec(sheet), least, 12)
        assert min(wide) > 0
