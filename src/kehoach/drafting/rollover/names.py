"""Names of agencies as texts write them, to be found whatever their dashes and tone marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from kehoach.language.letters import fold, slug
from kehoach.registers import Agency

_SPACE = re.compile(r"\s+")
_TONES = (
    *("òa oà", "óa oá", "ỏa oả", "õa oã", "ọa oạ", "ùy uỳ", "úy uý", "ủy uỷ", "ũy uỹ", "ụy uỵ"),
    *("òe oè", "óe oé", "ỏe oẻ", "õe oẽ", "ọe oẹ"),
)
_PAIRS = [tuple(one.split()) for one in _TONES]
_PAIRS += [(new.capitalize(), old.capitalize()) for new, old in _PAIRS]


def any_of(names: Iterable[str], *, as_written: bool = False) -> re.Pattern[str]:
    """A pattern for whole names, the longest first; abbreviations keep their capitals."""
    ordered = sorted(set(names), key=lambda one: (-len(one), one))
    either = "|".join(map(_pattern, ordered)) or r"(?!)"
    return re.compile(
        rf"(?<![\w/])(?<![\w/]-)(?<!cán )(?:{either})(?![\w/])", 0 if as_written else re.IGNORECASE
    )


def _pattern(name: str) -> str:
    parts = re.split(r"\s*[-–]\s*", name)
    text = r"\s*[-–]\s*".join(
        _SPACE.sub(r"\\s+", re.escape(one).replace(r"\ ", " ")) for one in parts
    )
    for new, old in _PAIRS:
        text = text.replace(new, f"(?:{new}|{old})")
    return f"(?-i:{text})" if " " not in name else text


def names_itself(key: str, name: str) -> bool:
    """Whether a way to write a name says what it is: "Sở LĐTBXH", "SLĐTBXH", not "LĐTBXH" alone.

    >>> names_itself("SLĐTBXH", "Sở Lao động"), names_itself("Thông tin", "Sở Thông tin")
    (True, False)
    """
    first, *_ = key.split()
    short = len(first) > 1 and first.isupper() and slug(first)[0] == slug(name)[0]
    return short or fold(first) == fold(name.split(maxsplit=1)[0])


def called(heir: Agency, written: str) -> str:
    """The heir's name, or a short one made the way that the old one is written."""
    alike = [one for one in heir.keys() if _make(one) == _make(written)]  # noqa: SIM118 - a method
    return max(alike, key=lambda one: _shared(one, written), default=heir.name)


def _make(name: str) -> tuple[bool, bool]:
    """Whether a name is one word, and whether it has letters for words."""
    words = name.split()
    return len(words) == 1, any(len(word) > 1 and word.isupper() for word in words)


def _shared(one: str, other: str) -> int:
    """How many words two names begin with together."""
    words = (text.replace(",", " ").split() for text in (one, other))
    pairs = zip(*words, strict=False)
    return sum(1 for _ in takewhile(lambda pair: fold(pair[0]) == fold(pair[1]), pairs))


def like(new: str, old: str) -> str:
    """A name with the old one's first letter small, or all in capitals, as the old one is.

    >>> like("Phòng Kinh tế", "phòng Lao động"), like("tỉnh Thái Nguyên", "TỈNH BẮC KẠN")
    ('phòng Kinh tế', 'TỈNH THÁI NGUYÊN')
    """
    if old.isupper() and " " in old:
        return new.upper()
    if old[:1].islower() and not new.startswith(old[:1].upper() * 2):
        return new[:1].lower() + new[1:]
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
