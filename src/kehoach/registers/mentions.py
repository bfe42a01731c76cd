"""Agencies as texts name them: by full name, abbreviation, or short within "các Sở: A, B"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from kehoach.language.letters import fold
from kehoach.registers.agencies import Agencies, Agency
from kehoach.registers.validity import Validity

_TOKEN = re.compile(r"\s*(\w+|[-‐‑–—]|,|&|/)")
_SPACED = re.compile(r"\s+")
_LONGEST = 24
_COMMON = re.compile(r"(?<!\w)[Cc]ác (?P<head>[Ss]ở|[Pp]hòng|[Bb]ộ)(?!\w):? ?")
_SEPARATOR = re.compile(r"(?:,|;| và|, và) ")
_GOES_ON = re.compile(r"\s*[-–]\s*(?P<next>\w+)")
_OTHER_BODY = re.compile(
    r"\s*-\s*(?:HĐND|Hội đồng)(?!\w)|\s+(?:của |thuộc )?(?:HĐND|Hội đồng|Sở|Chi cục|Cục)(?!\w)"
)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+(?:@[a-z0-9-]+)?")
_TOO_SHORT = 3
_DOUBT = dt.timedelta(days=122)
"""From 01/3/2025 to 01/7/2025 each province changed its agencies on a day of its own."""
_OTHER_TONES = ("Uỷ", "Toà")
_SMALL = r"(?<!cơ )(?:sở|phòng)(?= \w)"


class Mention(NamedTuple):
    """One naming of an agency.

    Attributes:
        text: as written.
        start: offset in the text.
        end: offset after it.
        agencies: the rows of the register that are called so, of all days.
    """

    text: str
    start: int
    end: int
    agencies: tuple[Agency, ...]

    def holds(self, days: Validity) -> bool:
        """Whether an agency was called so on one of these days."""
        return any(one.validity.meet(days) for one in self.agencies)

    def has_ended(self, days: Validity) -> bool:
        """Whether all called so had ended before these days, doubts about the end allowed for."""
        return not any(_lasting(one).meet(days) for one in self.agencies) and any(
            one.validity.end and days.start and one.validity.end < days.start
            for one in self.agencies
        )

    def has_yet_to_begin(self, days: Validity) -> bool:
        """Whether all called so began only after these days."""
        starts = [one.validity.start for one in self.agencies]
        return all(one and days.end and days.end < one - _DOUBT for one in starts)


def _lasting(agency: Agency) -> Validity:
    """Its days, wider where the register is not sure of them."""
    start, end = agency.validity.start, agency.validity.end
    unsure = "ngày" in agency.note
    return Validity(start - _DOUBT if start else None, end + _DOUBT if end and unsure else end)


class Token(NamedTuple):
    """A word or mark of a text, made comparable."""

    key: str
    start: int
    end: int


def named(agencies: Agencies, text: str) -> tuple[Mention, ...]:
    """The agencies in a field that holds an id or names."""
    rows = agencies.states(text.partition("@")[0]) if _ID.fullmatch(text) else ()
    return (Mention(text, 0, len(text), rows),) if rows else mentions(agencies, text)


@lru_cache(maxsize=20_000)
def mentions(agencies: Agencies, text: str) -> tuple[Mention, ...]:
    """The agencies that a text names, in its order; units inside another agency are left out."""
    return tuple(_mentions(reader_of(agencies), text))


def _mentions(reader: Reader, text: str) -> Iterator[Mention]:
    at = 0
    while found := reader.heads.search(text, at):
        named_at = not found[0].islower() or found[0] == "các" or text[found.end() + 1].isupper()
        mention = reader.longest(text, found.start()) if named_at else None
        if mention:
            yield mention
        at = mention.end if mention else found.end()
        common = None if mention else _COMMON.match(text, max(0, found.start() - 4))
        if common:
            listed = list(_listed(reader, text, common))
            yield from listed
            at = max([at, *(one.end for one in listed)])


def _listed(reader: Reader, text: str, common: re.Match[str]) -> Iterator[Mention]:
    """The agencies of "các Sở: Tài chính, Nội vụ và Y tế"."""
    at = common.end()
    while mention := reader.longest(text, at, (fold(common["head"]),)):
        yield mention
        separator = _SEPARATOR.match(text, mention.end)
        if not separator:
            return
        at = separator.end()


def reader_of(agencies: Agencies) -> Reader:
    """The reader of a register, made once."""
    return agencies.memory.once(Reader, agencies)


class Reader:
    """The names of a register as sequences of words, the longest of which is found in a text."""

    def __init__(self, agencies: Agencies) -> None:
        self.names: dict[tuple[str, ...], list[Agency]] = {}
        firsts: set[str] = set()
        for agency in agencies:
            for name in agency.keys():  # noqa: SIM118 -- a method of the record
                words = tuple(token.key for token in tokens(name, 0))
                if len(words) > 1 or len(name) > _TOO_SHORT:
                    self.names.setdefault(words, []).append(agency)
                    firsts.add(name.split()[0].rstrip(","))
        self._beginnings = {words[:size] for words in self.names for size in range(1, len(words))}
        self.heads = _heads(firsts)

    def longest(self, text: str, at: int, head: tuple[str, ...] = ()) -> Mention | None:
        """The longest name that begins at an offset, after words that are understood."""
        words, found, end = head, None, at
        for token in tokens(text, at):
            words = (*words, token.key)
            if words in self.names:
                found, end = self.names[words], token.end
            if words not in self._beginnings:
                break
        if found is None or self._goes_on(text, end):
            return None
        return Mention(text[at:end], at, end, tuple(found))

    def _goes_on(self, text: str, end: int) -> bool:
        """Whether a longer name stands there that the register does not know, or a unit inside."""
        if names_unit_inside(text, end):
            return True
        dash = _GOES_ON.match(text, end)
        return bool(dash and dash["next"][0].isupper() and not self.heads.match(dash["next"]))


def names_unit_inside(text: str, end: int) -> bool:
    """Whether a name goes on with the agency that it is a unit of: "Ban Dân tộc HĐND tỉnh"."""
    return bool(_OTHER_BODY.match(text, end))


def _heads(firsts: Iterable[str]) -> re.Pattern[str]:
    """First words of names; an abbreviation inside a symbol ("12/TTr-UBND") does not count."""
    written = {*firsts, *(one[0].upper() + one[1:] for one in firsts), *_OTHER_TONES}
    both = sorted(written, key=len, reverse=True)
    words = "|".join(re.escape(one) for one in both)
    return re.compile(rf"(?<![\w/-])(?:(?:{words})(?![\w/])|{_SMALL})")


def tokens(text: str, at: int) -> Iterator[Token]:
    """The words and marks from an offset on, as far as a name can reach."""
    for _ in range(_LONGEST):
        found = _TOKEN.match(text, at)
        if not found:
            return
        at = found.end()
        yield Token(_key(found[1]), found.start(1), at)


@lru_cache(maxsize=20_000)
def _key(word: str) -> str:
    return fold(word).strip()
