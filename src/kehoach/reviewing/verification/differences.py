"""What a person changed in a Word file: its paragraphs against those that the plan makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kehoach.word.shown import Shown

_ALIKE = 0.5  # of the letters: less is another paragraph


@dataclass(frozen=True, slots=True)
class HandEdit:
    """One paragraph or cell: what the plan makes and what the file says; None where it has none."""

    place: str
    old: str | None
    new: str | None


def hand_edits(made: Sequence[Shown], found: Sequence[Shown]) -> list[HandEdit]:
    """Each paragraph in which the file differs from what the plan makes, in the file's order."""
    texts = [one.text for one in made], [one.text for one in found]
    codes = SequenceMatcher(None, *texts, autojunk=False).get_opcodes()
    return [
        edit
        for tag, i, j, k, m in codes
        if tag != "equal"
        for edit in _paired(made[i:j], found[k:m])
    ]


def _paired(old: Sequence[Shown], new: Sequence[Shown]) -> Iterator[HandEdit]:
    """Changed paragraphs side by side; of unequal numbers, those that are alike."""
    if len(old) == len(new):
        for one, two in zip(old, new, strict=True):
            yield HandEdit(two.place, one.text, two.text)
        return
    left = list(new)
    for one in old:
        match = next((i for i, two in enumerate(left) if _alike(one.text, two.text)), None)
        if match is None:
            yield HandEdit(one.place, one.text, None)
            continue
        yield from (HandEdit(two.place, None, two.text) for two in left[:match])
        yield HandEdit(left[match].place, one.text, left[match].text)
        del left[: match + 1]
    yield from (HandEdit(two.place, None, two.text) for two in left)


def _alike(one: str, two: str) -> bool:
    return SequenceMatcher(None, one, two, autojunk=False).ratio() > _ALIKE
