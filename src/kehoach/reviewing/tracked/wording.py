"""Two paragraphs' tokens side by side: whole words and numbers that stay, go and come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from kehoach.reviewing.tracked.tokens import RunToken

_ALIKE = 0.2  # below this share of common words a text is replaced as a whole


class Stretch(NamedTuple):
    """Tokens that stay (as many old as new), or old ones that give way to new ones."""

    stays: bool
    old: Sequence[RunToken]
    new: Sequence[RunToken]


def stretches(old: Sequence[RunToken], new: Sequence[RunToken]) -> list[Stretch]:
    """The stretches that make up both texts, in order; changes with only marks between are one."""
    matcher = SequenceMatcher(None, _texts(old), _texts(new), autojunk=False)
    found = [
        Stretch(tag == "equal", old[i:j], new[k:m]) for tag, i, j, k, m in matcher.get_opcodes()
    ]
    joined = list(_joined(found))
    return joined if _enough(joined, old, new) else [Stretch(stays=False, old=old, new=new)]


def _texts(tokens: Sequence[RunToken]) -> list[str]:
    return [one.text for one in tokens]


def _joined(found: Sequence[Stretch]) -> Iterator[Stretch]:
    """Spaces and commas between two changes change along with them."""
    held: Stretch | None = None
    for index, one in enumerate(found):
        island = one.stays and held is not None and index + 1 < len(found)
        if one.stays and not (island and _only_marks(one.new)):
            if held is not None:
                yield held
            yield one
            held = None
        elif held is None:
            held = one
        else:
            held = Stretch(stays=False, old=[*held.old, *one.old], new=[*held.new, *one.new])
    if held is not None:
        yield held


def _only_marks(tokens: Sequence[RunToken]) -> bool:
    return not any(one.nodes or one.is_word for one in tokens)


def _enough(found: Sequence[Stretch], old: Sequence[RunToken], new: Sequence[RunToken]) -> bool:
    kept = sum(one.is_word or bool(one.nodes) for part in found if part.stays for one in part.new)
    most = max(sum(one.is_word for one in old), sum(one.is_word for one in new))
    return most == 0 or kept >= _ALIKE * most
