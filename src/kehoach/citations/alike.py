"""Whether two citations mean one document.

A number with its year is unique among the documents of one body; without, only within one year of
one body (Nghị định 30/2020/NĐ-CP, Điều 15), and every province, district and commune has its own.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kehoach.citations.mentions import Mention
from kehoach.language.administration import LEVELS, UNIT, Tier, one_of, words_of
from kehoach.language.letters import fold
from kehoach.registers import Document, Registers

MOST_WAYS = 32
"""Ways of citing one number that are held against each other; no plan cites one in so many."""

_LEVELS = {word: tier for tier in LEVELS for word in words_of(tier)}
_LEVEL = re.compile(rf"(?<!\w)({one_of(tuple(_LEVELS))})(?!\w)")
_BARE = re.compile(rf"(?<!\w)({UNIT})[ ,;.]*$")
_LONG = {"ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "bch": "ban chấp hành"}
_SHORT = re.compile(rf"\b({'|'.join(_LONG)})\b")
_POSTS = map(fold, ("chủ tịch", "phó chủ tịch", "bộ trưởng", "thứ trưởng", "giám đốc"))
_POST = re.compile(rf"^(?:{'|'.join(_POSTS)}) ")


def level_of(issuer: str) -> Tier | None:
    """The level that an issuer's name tells; "thành phố" tells none.

    >>> level_of("UBND xã Quảng Khê"), level_of("Sở Y tế tỉnh Bắc Kạn"), level_of("Chính phủ")
    ('commune', 'province', None)
    """
    found = _LEVEL.search(issuer)
    return _LEVELS[found[1]] if found else None


def same_issuer(one: str, other: str) -> bool:
    """Whether two names can be of one issuer: UBND tỉnh, Ủy ban nhân dân tỉnh Bắc Kạn."""
    first, second = sorted(map(_spelt, (one, other)), key=len)
    return second.startswith(first)


def issued_by(one: Mention, row: Document) -> bool:
    """Whether a mention names the very issuer of a row; a bare "tỉnh" is the plan's own."""
    bare = _BARE.search(one.issuer)
    own = (name for name in one.home if bare and name.startswith(f"{bare[1]} "))
    name = f"{one.issuer[: bare.start()]} {next(own, '')}" if bare else one.issuer
    return _spelt(name) == _spelt(row.issuer)


@lru_cache(maxsize=2_000)
def _spelt(issuer: str) -> str:
    """An issuer's name for comparing: abbreviations written out, without the post of who signs."""
    name = _SHORT.sub(lambda found: fold(_LONG[found[1]]), fold(issuer.strip(" ,;.")))
    return _POST.sub("", name)


def central(mention: Mention) -> bool:
    """Whether only one body in the country signs so."""
    return mention.body is not None and mention.body.rank is not None


def same_document(one: Mention, other: Mention) -> bool:
    """Whether two mentions with one number mean one document, however their dates differ."""
    if one.key != other.key or one.symbol is None or other.symbol is None:
        return False
    if central(one):
        return one.symbol.year is not None or _near(one, other)
    known = [bool(one.issuer), bool(other.issuer)]
    if all(known):
        return same_issuer(one.issuer, other.issuer) and _near(one, other)
    return not any(known) and _near(one, other)


def _near(one: Mention, other: Mention) -> bool:
    """Dates of one year, or of one day and month: another year's document bears another day."""
    if one.year is None or other.year is None or one.year == other.year:
        return True
    if one.day is None or other.day is None:
        return False
    return (one.day.day, one.day.month) == (other.day.day, other.day.month)


def row_of(one: Mention, registers: Registers) -> Document | None:
    """The register's row of a cited document; None where it has none or cannot tell which."""
    if one.document:
        return registers.documents.get(one.document)
    if one.symbol is None:
        return _law(one, registers)
    rows = [row for row in registers.documents.find(one.right) if _means(one, row)]
    return rows[0] if len(rows) == 1 else None


def same_number(one: Mention, row: Document) -> bool:
    """Whether a mention and a row bear one number."""
    return one.key == row.number.casefold() or fold(one.right) in map(fold, row.aliases)


def _law(one: Mention, registers: Registers) -> Document | None:
    """A law by its name and its day: one name may have been given to several."""
    rows = registers.documents.find(f"{one.type} {one.subject}") if one.subject else ()
    return next((row for row in rows if one.day and row.date == one.day), None)


def _means(one: Mention, row: Document) -> bool:
    """Whether a row with the right number can be what is cited."""
    if one.type and row.type not in {one.type, ""}:
        return False
    if row.number and row.number.casefold() != one.key and row.date != one.day:
        return False  # found by another writing of its number, which only the day confirms
    asked = Mention((), "text", day=row.date, year=row.date.year if row.date else None)
    if central(one):
        return (one.symbol is not None and one.symbol.year is not None) or _near(one, asked)
    if not one.issuer or not same_issuer(one.issuer, row.issuer):
        return False
    return one.day == row.date or (issued_by(one, row) and _near(one, asked))
