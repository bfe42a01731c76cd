"""Whom a line means that names many at once: "Các sở, ban, ngành", "UBND các xã, phường"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kehoach.language.administration import UNIT, one_of, words_of
from kehoach.language.letters import fold
from kehoach.registers.agencies import Agencies, Agency
from kehoach.registers.mentions import named

_EVERYONE = re.compile(
    r"(?i)các cơ quan|các đơn vị|thủ trưởng|cơ quan, đơn vị|các ngành|tổ chức, cá nhân|liên quan"
    r"|thành viên|danh sách|^như |có tên|ban, ngành|phân công"
)
_NAMED_IN = re.compile(r"(?i)có tên|nêu (?:tên )?(?:tại|trong)|được giao|phân công|^như ")
"""Those that the plan itself names, of any level."""
_PROVINCE = re.compile(r"(?i)các sở|sở, ban|sở, ngành|sở ngành")
_ROOMS = re.compile(r"(?i)các phòng|phòng, ban|phòng ban|cơ quan chuyên môn|phòng, đơn vị")
_COMMUNE, _DISTRICT = one_of(words_of("commune")), one_of(words_of("district"))
_COMMUNES = re.compile(rf"(?i)các {_COMMUNE}|{_COMMUNE}, {_COMMUNE}|cấp xã")
_DISTRICTS = re.compile(rf"(?i)các {_DISTRICT}|{_DISTRICT}, (?:{_DISTRICT}|thành phố)|cấp huyện")
_UNIONS = re.compile(
    r"(?i)đoàn thể|chính trị\s*-\s*xã hội|CT\s*-\s*XH|các hội|tổ chức hội|tổ chức thành viên"
)
_RANK = re.compile(rf"(?i)\b(?:{UNIT}|cấp|chi nhánh|phòng giao dịch|việt nam|ủy ban)(?!\w)")
_GOVERNMENTS = {"ubnd-cac-xa": "ubnd-xa", "ubnd-cac-xa-thi-tran": "ubnd-xa"}


def covered(agencies: Agencies, one: Agency, lines: Sequence[str]) -> bool:
    """Whether lines that name agencies mean this one, by itself or among others."""
    return any(_means(line, one) for line in lines) or any(
        same_body(one, other)
        for line in lines
        for mention in named(agencies, line)
        for other in mention.agencies
    )


def names_some(agencies: Agencies, lines: Iterable[str]) -> bool:
    """Whether lines name agencies at all, so that one that is missing is missed."""
    return any(named(agencies, line) for line in lines)


def same_body(one: Agency, other: Agency) -> bool:
    """Whether two rows stand for one body: "Hội Nông dân" and "Hội Nông dân huyện"."""
    first, second = (_GOVERNMENTS.get(each.id, each.id) for each in (one, other))
    return first == second or ("ubnd" not in first + second and _core(one) == _core(other))


def _core(one: Agency) -> str:
    """A name without its rank; that of a bank's branch is the bank's."""
    return fold(" ".join(_RANK.sub(" ", one.name).split()))


def _means(line: str, one: Agency) -> bool:
    """Whether a line of many means an agency of this level."""
    if one.id in {"ubnd-xa", "ubnd-cac-xa", "ubnd-cac-xa-thi-tran"}:
        return bool(_COMMUNES.search(line) or _NAMED_IN.search(line))
    if one.id in {"ubnd-huyen", "ubnd-cac-huyen"}:
        return bool(_DISTRICTS.search(line) or _NAMED_IN.search(line))
    if _EVERYONE.search(line):
        return True
    if one.level == "union":
        return bool(_UNIONS.search(line))
    patterns = (_PROVINCE, _ROOMS) if one.level == "other" else (_OF_LEVEL.get(one.level),)
    return any(pattern.search(line) for pattern in patterns if pattern)


_OF_LEVEL = {"province": _PROVINCE, "district": _ROOMS, "commune": _ROOMS}
