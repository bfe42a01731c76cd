"""The words for units of administration, from tỉnh to tổ dân phố: one table for all who read them.

Luật Tổ chức chính quyền địa phương 72/2025/QH15 has two levels since 01/7/2025, with đặc khu beside
xã and phường; older plans have the district level. Villages are no units of administration, but
stand in the same places of a sentence.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from kehoach.language.tables import language_rows

Tier = Literal["province", "district", "commune", "village"]
LEVELS: tuple[Tier, ...] = ("province", "district", "commune")


class UnitWord(NamedTuple):
    """One word for units.

    Attributes:
        word: "thị xã", in small letters.
        tiers: the levels that units called so belong to; two of thành phố alone.
        numbered: whether a number may be its name: Phường 5, thôn 3.
        small: whether it has no capital before any name: Phường and Quận have one before some
            (NĐ 30/2020, Phụ lục II), Thành phố in Thành phố Hồ Chí Minh.
        short: how it is abbreviated.
    """

    word: str
    tiers: tuple[Tier, ...]
    numbered: bool
    small: bool
    short: tuple[str, ...]


@cache
def unit_words() -> dict[str, UnitWord]:
    """Every word of the table, in its order."""
    rows = language_rows("administration")
    return {one.word: one for one in map(_unit_word, rows)}


def _unit_word(row: dict[str, str]) -> UnitWord:
    tiers: list[Tier] = [one for one in (*LEVELS, "village") if one in row["tiers"].split()]
    marks = bool(row["numbered"]), bool(row["small"])
    return UnitWord(row["unit"], tuple(tiers), *marks, tuple(row["short"].split()))


def words_of(*tiers: Tier) -> tuple[str, ...]:
    """The words that stand for units of these levels, of no other.

    >>> words_of("commune")
    ('xã', 'phường', 'thị trấn', 'đặc khu')
    """
    return tuple(one.word for one in unit_words().values() if set(one.tiers) <= set(tiers))


def one_of(words: tuple[str, ...]) -> str:
    """A pattern for any of these words, the longest first so that thị xã is not read as xã."""
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


UNIT = one_of(words_of(*LEVELS))
"""A pattern for any unit of administration, in small letters."""
