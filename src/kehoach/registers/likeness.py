"""How like two names are: the same but for habits of spelling, or one slip apart."""

from __future__ import annotations

from kehoach.language.letters import fold, slug

_LONG_ENOUGH = 6
_HABITS = {"đắk": "đăk", "đak": "đăk", "đác": "đăk", "plây": "plei", "krong": "krông"}


def same_name(one: str, other: str) -> bool:
    """Whether two spellings are those of one name.

    >>> same_name("Đắk Nông", "Đăk Nông"), same_name("Nhất Hoà", "Nhất Hòa")
    (True, True)
    """
    return plain(one) == plain(other)


def one_slip_apart(one: str, other: str) -> bool:
    """Whether two names differ by their marks alone or by one letter.

    >>> one_slip_apart("Trần Yên", "Trấn Yên"), one_slip_apart("Kắc Kạn", "Bắc Kạn")
    (True, True)
    """
    if same_name(one, other) or one.count(" ") != other.count(" "):
        return False
    first, second = slug(one), slug(other)
    return min(len(first), len(second)) >= _LONG_ENOUGH and _one_letter_off(first, second)


def plain(name: str) -> str:
    """A name without what may differ between two right spellings of it."""
    return fold(" ".join(_HABITS.get(word, word) for word in name.casefold().split()))


def _one_letter_off(one: str, other: str) -> bool:
    """Equal, or equal but for one letter put in, left out, or taken for another."""
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return abs(len(one) - len(other)) <= 1
    tails = (
        (one[start + 1 :], other[start + 1 :]),
        (one[start:], other[start + 1 :]),
        (one[start + 1 :], other[start:]),
    )
    return any(first == second for first, second in tails)
