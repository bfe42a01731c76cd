"""Một cơ quan được viết bằng nhiều cách trong một văn bản.

Vì sao:
    Khi thì "Lao động-TBXH", khi thì "Lao động - Thương binh và Xã hội": người đọc tưởng là hai cơ
    quan, tìm trong văn bản không ra. Tên đủ đi cùng tên viết tắt (Sở LĐTBXH) thì được.

Sai:
    preamble: Sở Nông nghiệp và Môi trường chủ trì; báo cáo Sở Nông nghiệp và môi trường.

Đúng:
    preamble: Sở Nông nghiệp và Môi trường chủ trì; báo cáo Sở NN&MT.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 2: tên cơ quan theo văn bản thành lập; Phụ
    lục II, Mục III, khoản 1: viết hoa tên cơ quan.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from kehoach.checks.case import Case, Finding
from kehoach.checks.names.agency_ended import days_of
from kehoach.citations.reading import names_document
from kehoach.diagnostics import Severity
from kehoach.language.letters import fold
from kehoach.plan.kinds import OWN
from kehoach.registers.mentions import Mention, mentions
from kehoach.registers.validity import Validity
from kehoach.source import Route

SEVERITY: Severity = "warning"

_HEAD = re.compile(r"(?:Sở|Phòng|Bộ|phòng|sở) ")
_DASH = re.compile(r"\s*[-–]\s*")
_DEFINED = re.compile(r"(?:gọi|viết) (?:tắt )?là:? ?[“\"]?$")


class _Use(NamedTuple):
    path: Route
    mention: Mention


_Uses = dict[str, list[_Use]]


def check(case: Case) -> Iterator[Finding]:
    """Each way of writing but the right one, at every text where it stands."""
    days = days_of(case)
    for (id_, short), ways in _grouped(case).items():
        if len(ways) > 1:
            right = _most_used(ways) if short else _official(id_, ways, days)
            yield from _deviating(ways, right)


def _grouped(case: Case) -> dict[tuple[str, bool], _Uses]:
    """Uses by agency and kind of name, then by how they are written."""
    found: dict[tuple[str, bool], _Uses] = defaultdict(lambda: defaultdict(list))
    for path, text in case.texts_of(OWN):
        for one in mentions(case.registers.agencies, text):
            if _counts(case, text, one):
                found[one.agencies[0].id, _is_short(one.text)][_way(one.text)].append(
                    _Use(path, one)
                )
    return found


def _counts(case: Case, text: str, one: Mention) -> bool:
    defined = _DEFINED.search(text, max(0, one.start - 20), one.start)
    return (
        bool(_HEAD.match(one.text))
        and not defined
        and not names_document(text, one.start, case.memory)
    )


def _is_short(text: str) -> bool:
    """Whether a name is abbreviated as a whole: "Sở NN&MT"; "Sở Lao động - TBXH" is not."""
    return not any(word[1:].islower() for word in text.split()[1:])


def _way(text: str) -> str:
    """What tells ways of writing apart: words, capitals after the first, blanks at dashes."""
    capitals = "".join("A" if word[0].isupper() else "a" for word in text.split()[1:])
    dashes = "|".join(one.replace("–", "-") for one in _DASH.findall(text))
    return f"{fold(text)} {capitals} {dashes}"


def _official(id_: str, ways: _Uses, days: Validity) -> str:
    rows = [one for uses in ways.values() for one in uses[0].mention.agencies if one.id == id_]
    present = [one for one in rows if one.validity.meet(days)]
    return (present or rows)[0].name


def _most_used(ways: _Uses) -> str:
    return max(ways.values(), key=len)[0].mention.text


def _deviating(ways: _Uses, right: str) -> Iterator[Finding]:
    listed = "; ".join(f"'{uses[0].mention.text}' ({len(uses)} lần)" for uses in ways.values())
    for way, uses in ways.items():
        if way == _way(right):
            continue
        for path, text in dict.fromkeys((use.path, use.mention.text) for use in uses):
            message = f"một cơ quan được viết {len(ways)} cách: {listed}"
            yield Finding(
                path=path,
                message=message,
                hint=f"Viết thống nhất: {right}.",
                needle=text,
            )
