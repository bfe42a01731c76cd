"""New words for a value, in the style in which it is written, or else in one that can hold them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach.editing.canonical.scalars import inline, literal, quoted
from kehoach.editing.scalars import Scalar
from kehoach.source import LIMITS
from kehoach.source.build import build
from kehoach.source.decode import decode


class Splice(NamedTuple):
    """`text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str


def joined(text: str, pieces: Sequence[Splice]) -> str:
    """A text with pieces of it changed; they stand in order and do not overlap."""
    made: list[str] = []
    at = 0
    for one in pieces:
        made += (text[at : one.start], one.new)
        at = one.end
    return "".join((*made, text[at:]))


def rewritten(scalar: Scalar, pieces: Sequence[Splice], line_end: str) -> list[Splice]:
    """The pieces of the file's text that give a value its new words; proved by reading the value.

    Args:
        scalar: the value as it stands.
        pieces: what of the value changes, by places in the value, in order.
        line_end: the line break that the file uses.

    Raises:
        LookupError: no style can hold the words.
    """
    new = joined(scalar.value, pieces)
    inside = _in_place(scalar, pieces, line_end)
    if inside is not None and reads(scalar, joined(scalar.written, inside), new):
        return [Splice(scalar.start + a, scalar.start + b, words) for a, b, words in inside]
    kept = None if inside is None else joined(scalar.written, inside)
    ways = _whole(scalar, new, kept, line_end)
    found = next((one for one in ways if reads(scalar, one, new)), None)
    if found is None:
        raise LookupError("a control letter, which no plan file may hold")
    return [Splice(scalar.start, scalar.end, found)]


def _in_place(scalar: Scalar, pieces: Sequence[Splice], line_end: str) -> list[Splice] | None:
    """The pieces by their places in what is written; None where those are not known."""
    spans = scalar.letters
    if not spans or not joined(scalar.value, pieces).strip():
        return None
    pad = line_end + scalar.pad
    made = []
    for start, end, words in pieces:
        first = spans[start][0] if start < end or start == 0 else spans[start - 1][1]
        last = spans[end - 1][1] if end > start else first
        made.append(Splice(first, last, _styled(words, scalar.style, pad)))
    return made


def _styled(words: str, style: str, pad: str) -> str:
    if style == '"':
        return quoted(words)[1:-1]
    if style == "'":
        return words.replace("'", "''")
    return words.replace("\n", pad if style == "|" else pad * 2) if style else words


def _whole(scalar: Scalar, new: str, kept: str | None, line_end: str) -> Iterator[str]:
    """Ways to write the whole value, the nearest to the author's first; the last holds any text."""
    if not scalar.style:
        if kept is not None:
            yield "'{}'".format(kept.replace("'", "''"))
        yield inline(new, bare=True, flow=scalar.flow)
    if scalar.is_block and (block := literal(new, scalar.pad)):
        yield line_end.join([block.head, *block.lines])
    if "\n" not in new and scalar.style != '"':
        yield "'{}'".format(new.replace("'", "''"))
    yield quoted(new)


def value_of(written: str) -> str | None:
    """The text that YAML on the line of a key says; None where it says no text."""
    found, _, _ = build("", f"k: {written}\n", LIMITS)
    value = found.get("k") if isinstance(found, dict) else None
    return value if isinstance(value, str) else None


def reads(scalar: Scalar, written: str, value: str) -> bool:
    """Whether what is to be written in place of a value reads as that value."""
    around, meant = _alone(scalar, written, value)
    found, problems = decode("", around.encode("utf-8", "replace"))
    if problems or found is None:
        return False
    made, faults, _ = build("", found, LIMITS)
    return made == meant and not any(one.severity == "error" for one in faults)


def _alone(scalar: Scalar, written: str, value: str) -> tuple[str, object]:
    """The value, or key, at its column in a file of its own, and what that file is to say."""
    pad = " " * scalar.column
    if scalar.is_key:
        return f"{{{written}: x}}" if scalar.flow else f"{pad}{written}: x\n", {value: "x"}
    if scalar.flow:
        return f"k: [{written}]", {"k": [value]}
    if isinstance(scalar.path[-1], int):
        return f"k:\n{pad}- {written}\n", {"k": [value]}
    return f"{pad}k: {written}\n", {"k": value}
