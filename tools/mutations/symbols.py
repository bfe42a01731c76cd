"""Mistakes in số, ký hiệu: of sources as data, of sources in sentences, of the plan itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mutations.operators import operator
from mutations.subject import Found, Mutation, Spot, Subject, replaced

SYMBOL = re.compile(r"\b(?P<n>\d+)(?P<y>/\d{4})?(?P<s>/)(?P<c>[A-ZĐ][\wĐ]*(?P<dash>-)[A-ZĐ][\w]*)")
_TYPES = {
    "QĐ": "Quyết định",
    "NĐ": "Nghị định",
    "NQ": "Nghị quyết",
    "TT": "Thông tư",
    "KH": "Kế hoạch",
}
_YEARLY = re.compile(r"NĐ-CP|TT-")


def symbols(subject: Subject) -> Iterator[Found]:
    """The numbers of sources, as data and in sentences."""
    bases = [one for one in subject.keyed("text", "subject") if "legal_bases" in one.path]
    numbers: list[Spot] = list(subject.keyed("number"))
    yield from subject.found(SYMBOL, [*numbers, *bases, *subject.prose])


@operator
def symbol_year_dropped(subject: Subject) -> Iterator[Mutation]:
    """No year in the number of a decree or circular, or of a source of a day the register has."""
    for found in symbols(subject):
        rest = subject.raw(found.spot.mark)[found.match.end() :]
        dated = found.spot.path[-1] == "number" or rest.startswith((" ngày", ", ngày"))
        known = dated and subject.registers.documents.find(found.match[0])
        if found.match["y"] and (_YEARLY.match(found.match["c"]) or known):
            yield found.mutation("", "y")


@operator
def symbol_blank(subject: Subject) -> Iterator[Mutation]:
    """A blank after the stroke of a number; wherever a source is cited."""
    for found in symbols(subject):
        yield found.mutation("/ ", "s")


@operator
def symbol_dash(subject: Subject) -> Iterator[Mutation]:
    """A long dash in a number; wherever a source is cited."""
    for found in symbols(subject):
        yield found.mutation("–", "dash")


@operator
def symbol_d(subject: Subject) -> Iterator[Mutation]:
    """D for Đ in a number: QD-TTg; wherever a number has Đ in its kind."""
    for found in symbols(subject):
        if found.match["c"].startswith(tuple(one for one in _TYPES if "Đ" in one)):
            yield found.mutation(found.match["c"].replace("Đ", "D", 1), "c")


@operator
def symbol_type(subject: Subject) -> Iterator[Mutation]:
    """Another word of kind than the number has: Nghị quyết số 41/2016/QĐ-TTg."""
    pattern = re.compile(rf"(?P<type>{'|'.join(_TYPES.values())})(?: số:?)? {SYMBOL.pattern}")
    for found in subject.found(pattern, subject.prose):
        if _TYPES.get(found.match["c"].partition("-")[0]) == found.match["type"]:
            yield found.mutation(_other_type(found.match["type"]), "type")
    for one in subject.keyed("type"):
        numbers = (other for other in subject.keyed("number") if other.path[:-1] == one.path[:-1])
        for number in numbers:
            code = number.value.rpartition("/")[2].partition("-")[0]
            if _TYPES.get(code) == one.value:
                yield replaced(one.mark, _other_type(one.value), number.mark)


def _other_type(name: str) -> str:
    return "Nghị quyết" if name != "Nghị quyết" else "Quyết định"


@operator
def own_symbol(subject: Subject) -> Iterator[Mutation]:
    """The plan's own symbol of another issuer or another kind of document; in every plan."""
    for one in subject.keyed("symbol"):
        if one.path == ("symbol",):
            kind, _, issuer = one.value.partition("-")
            for other in (f"{kind}-HĐND", f"BC-{issuer}", f"{kind.replace('Đ', 'D')}-UBDN"):
                if other != one.value:
                    yield replaced(one.mark, other)


@operator
def number_as_year(subject: Subject) -> Iterator[Mutation]:
    """Another year in a number than in its date, where both stand together."""
    pattern = re.compile(
        SYMBOL.pattern + r"\s+ngày\s+\d{1,2}(?:/| tháng )\d{1,2}(?:/| năm )(?P<of>\d{4})"
    )
    for found in subject.found(pattern, subject.prose):
        if found.match["y"] == f"/{found.match['of']}":
            yield found.mutation(f"/{int(found.match['of']) - 2}", "y")
    for one in subject.keyed("number"):
        dates = [other for other in subject.keyed("date") if other.path[:-1] == one.path[:-1]]
        for found in subject.found(SYMBOL, [one]):
            year = (found.match["y"] or "/")[1:]
            if year and any(year in date.value for date in dates):
                yield found.mutation(f"/{int(year) - 2}", "y", *(date.mark for date in dates))
