"""The grammar of số, ký hiệu: which body signs which types, with a year or without, and when.

State documents write `số/loại-cơ quan` (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản
3), those of the Party `số-loại/cơ quan`; legal documents put the year between (`số/năm/loại-...`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kehoach.formats.values import TYPE_NAMES, DocumentNumber
from kehoach.language.letters import fold
from kehoach.registers.agencies import Agencies
from kehoach.registers.row import LIST_MARK, day_of
from kehoach.registers.shipped import table
from kehoach.registers.validity import ALWAYS, Validity

PARTY, STATE = "party", "state"
_MORE_CODES = ("KL", "CV", "VBHN", "NQLT", "CTLT", "L")
_TYPES = (*TYPE_NAMES, *_MORE_CODES)
_JOINT = {"TTLT", "NQLT", "CTLT"}
_STROKES = re.compile(r"\s*([-‐‑‒–—−/])\s*")
_YEAR = re.compile(r"[12]\d{3}")
_POST = re.compile(
    r"(?:Bộ trưởng|Thứ trưởng|Chủ nhiệm|Thống đốc|Tổng Giám đốc|Tổng Thanh tra|Giám đốc|Trưởng ban)"
    r"\s+(?!Chính phủ)"
)


@dataclass(frozen=True, slots=True)
class Body:
    """Who signs with a code.

    Attributes:
        code: "TTg", "UBND", "BTC", "TU", "QH15".
        form: `party`, `state`, `plain` where no type stands in the symbol (24/2021/QH15), or
            `free` where both state and party bodies have the same code.
        rank: place in the order of legal bases, small first; None for local and party bodies.
        issuers: how its names begin in a citation.
        words: types that a symbol without a type code may bear: Luật, Nghị quyết.
        with_year: codes of types that bear a year.
        without_year: codes of types that bear none.
        validity: days on which it signs so.
    """

    code: str
    form: str = STATE
    rank: int | None = None
    issuers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    with_year: tuple[str, ...] = ()
    without_year: tuple[str, ...] = ()
    validity: Validity = ALWAYS

    def needs_year(self, type_: str) -> bool:
        """Whether a type of this body is a legal document in every case."""
        return type_ in self.with_year and type_ not in self.without_year

    def bars_year(self, type_: str) -> bool:
        """Whether a type of this body never bears a year."""
        return type_ in self.without_year and type_ not in self.with_year


class Symbols:
    """The bodies by code and by name: those of the shipped table, and the central agencies."""

    def __init__(self, bodies: Iterable[Body]) -> None:
        self._bodies = {one.code: one for one in bodies}
        self._by_fold = _unique(self._bodies)
        self._by_head: dict[str, list[Body]] = {}
        for one in self._bodies.values():
            for head in one.issuers:
                self._by_head.setdefault(fold(head), []).append(one)

    def body(self, number: DocumentNumber) -> Body | None:
        """Who signs so; of "BNN-TCLN" and "UBND-VX" the first part."""
        return self._bodies.get(number.body) or self._bodies.get(number.body.partition("-")[0])

    def issuers(self, name: str) -> tuple[Body, ...]:
        """The bodies whose name a citation begins with; none where the name is not known."""
        words = fold(_POST.sub("", name.strip())).split(" ")
        for size in range(len(words), 0, -1):
            found = self._by_head.get(" ".join(words[:size]))
            if found:
                return tuple(found)
        return ()

    def mended(self, text: str) -> str:
        """A number and symbol as it must be written; as it stands where nothing is known wrong.

        >>> symbols = Symbols(_shipped())
        >>> symbols.mended("51/KH – UBND"), symbols.mended("41/NQ-ĐU"), symbols.mended("5/QD-TTG")
        ('51/KH-UBND', '41-NQ/ĐU', '05/QĐ-TTg')
        """
        number, *rest = _STROKES.split(text.strip())
        strokes = ["/" if one == "/" else "-" for one in rest[::2]]
        parts = rest[1::2]
        year = parts.pop(0) if len(parts) > 1 and _YEAR.fullmatch(parts[0]) else ""
        codes = self._codes(parts)
        if not codes:
            return text
        return _joined(number, year, codes, self._strokes(strokes[bool(year) :], codes, year))

    def right_symbol(self, symbol: str) -> str:
        """A symbol without its number, as it must be written: "KH – UBND" as "KH-UBND"."""
        return "-".join(self._codes(_STROKES.split(symbol.strip())[::2]))

    def _codes(self, parts: list[str]) -> list[str]:
        if len(parts) < 2:
            return [self._code(part) for part in parts]
        return [
            _TYPE_BY_FOLD.get(_bare(parts[0]), parts[0]) if parts[0] not in _TYPES else parts[0]
        ] + [self._code(part) for part in parts[1:]]

    def _code(self, part: str) -> str:
        return part if part in self._bodies else self._by_fold.get(_bare(part), part)

    def _strokes(self, typed: list[str], codes: list[str], year: str) -> list[str]:
        """The strokes before each code: by the form of the body where it is known."""
        body = self._bodies.get(codes[-1] if len(codes) == 2 else codes[min(1, len(codes) - 1)])
        if body is None or codes[0] in _JOINT or len(codes) < 2 or codes[0] not in _TYPES:
            return typed
        if body.form == PARTY and len(codes) == 2 and not year:
            return ["-", "/"]
        return ["/", *["-"] * (len(codes) - 1)] if body.form == STATE else typed


def _joined(number: str, year: str, codes: list[str], strokes: list[str]) -> str:
    """The parts put together; a state document's number below ten takes a zero."""
    if strokes[0] == "/":
        number = number.zfill(2)
    head = f"{number}/{year}" if year else number
    return head + "".join(stroke + code for stroke, code in zip(strokes, codes, strict=True))


def _bare(code: str) -> str:
    """A code without what slips change: Đ, look-alikes of it, case."""
    return code.upper().replace("Đ", "D").replace("Ð", "D")


def _unique(codes: Iterable[str]) -> dict[str, str]:
    """Codes by their bare form, those that no other code shares."""
    found: dict[str, list[str]] = {}
    for code in codes:
        found.setdefault(_bare(code), []).append(code)
    return {bare: same[0] for bare, same in found.items() if len(same) == 1}


_TYPE_BY_FOLD = _unique(_TYPES)


def symbols_of(agencies: Agencies) -> Symbols:
    """The grammar with the central agencies of a register; made once for each register.

    A code that local agencies bear too (BHXH, KBNN) tells nobody apart and is left out.
    """
    return agencies.memory.once(_symbols, agencies)


def _symbols(agencies: Agencies) -> Symbols:
    shipped = {one.code: one for one in _shipped()}
    common = shipped.pop("*")
    shared = {one.symbol for one in agencies if one.level != "central"}
    central = (one for one in agencies if one.symbol and one.symbol not in shared)
    own = [
        replace(common, code=one.symbol, issuers=tuple(one.keys()), validity=one.validity)
        for one in central
        if one.symbol not in shipped
    ]
    return Symbols([*own, *shipped.values()])


def _shipped() -> Iterator[Body]:
    lines = table("symbols").decode("utf-8").rstrip("\n").split("\n")
    columns = lines[0].split("\t")
    for line in lines[1:]:
        yield _body(dict(zip(columns, line.split("\t"), strict=True)))


def _body(row: dict[str, str]) -> Body:
    lists = {name: _words(row[name]) for name in ("issuers", "words", "with_year", "without_year")}
    rank = int(row["rank"]) if row["rank"] else None
    return Body(row["body"], row["form"], rank, **lists, validity=_days(row["start"], row["end"]))


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(LIST_MARK)) if text else ()


def _days(start: str, end: str) -> Validity:
    first: dt.date | None = day_of(start)
    return Validity(first, day_of(end))
