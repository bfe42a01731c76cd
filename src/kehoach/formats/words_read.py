"""Numbers in words, read back: for checks that compare the words with the digits beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

_DIGITS = {
    **{
        name: value
        for value, name in enumerate(
            ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
        )
    },
    "mốt": 1,
    "tư": 4,
    "lăm": 5,
}
_WRITINGS = {"tỉ": "tỷ", "ngàn": "nghìn", "lẻ": "linh", "bẩy": "bảy"}
_D = "|".join(name for name in _DIGITS if name not in {"mốt", "tư", "lăm"})
_GROUP = re.compile(
    rf"(?:(?P<hundreds>{_D}) trăm ?)?"
    rf"(?:linh (?P<odd>{_D}|tư)"
    rf"|mười(?: (?P<teen>{_D}|lăm))?"
    rf"|(?P<tens>{_D}) mươi(?: (?P<unit>{_D}|mốt|tư|lăm))?"
    rf"|(?P<digit>{_D}))?"
)
_BILLIONS = re.compile(r"((?:\s*\btỷ\b)+)")


def parse_words(text: str) -> Decimal | None:
    """The value that words name, or None when they are not a number read out in full.

    Takes every style that `words` and `money_words` write, any case, commas, a closing "đồng".
    "một tỷ năm" gives None: people mean 1,5 tỷ by it.

    >>> parse_words("Ba tỷ, một trăm ba mươi tám triệu đồng")
    Decimal('3138000000')
    >>> parse_words("một tỷ năm") is None
    True
    """
    spoken = _plain(text)
    whole, comma, decimals = spoken.partition(" phẩy ")
    negative = whole.startswith("âm ")
    value = _whole(whole.removeprefix("âm "))
    digits = _decimals(decimals) if comma else ""
    if value is None or digits is None:
        return None
    return Decimal(f"{'-' if negative else ''}{value}.{digits}".rstrip("."))


def _plain(text: str) -> str:
    """Lower case, one space between words, one writing for each word, no commas, no "đồng"."""
    spoken = text.lower().replace(",", " ").strip(" .").split()
    while spoken and spoken[-1] in {"đồng", "chẵn"}:
        spoken.pop()
    return " ".join(_WRITINGS.get(word, word) for word in spoken)


def _decimals(spoken: str) -> str | None:
    digits = [_DIGITS.get(word) for word in spoken.split()]
    return None if None in digits else "".join(map(str, digits))


def _whole(spoken: str) -> int | None:
    if spoken == "không":
        return 0
    total, last = 0, None
    for place, block in _blocks(spoken):
        value = _block(block, first=last is None)
        if value is None or (last is not None and place >= last):
            return None
        total, last = total + value * 10 ** (9 * place), place
    return total if last is not None else None


def _blocks(spoken: str) -> Iterator[tuple[int, str]]:
    """Each block of nine digits with the power of "tỷ" that closes it."""
    pieces = _BILLIONS.split(spoken)
    for block, billions in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        if block or billions:
            yield len(billions.split()), block.strip()


def _block(spoken: str, *, first: bool) -> int | None:
    total = 0
    for name, scale in (("triệu", 10**6), ("nghìn", 1000)):
        head, found, tail = spoken.partition(f" {name}")
        if found:
            value = _group(head)
            if not value:
                return None
            total, spoken, first = total + value * scale, tail.strip(), False
    if not spoken:
        return total or None
    value = _group(spoken)
    if not value or (not first and spoken in _DIGITS):
        return None
    return total + value


def _group(spoken: str) -> int | None:
    found = _GROUP.fullmatch(spoken)
    if found is None or not spoken:
        return None
    part = {key: _DIGITS[name] for key, name in found.groupdict().items() if name}
    tens = part.get("tens", 1 if "mười" in spoken else 0)
    unit = sum(part.get(key, 0) for key in ("odd", "teen", "unit", "digit"))
    return part.get("hundreds", 0) * 100 + tens * 10 + unit
