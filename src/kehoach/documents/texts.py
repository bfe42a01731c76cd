"""Text blocks of the plan file: paragraphs, dashes and pluses."""

from __future__ import annotations

from kehoach.documents.context import Block, BlockKind
from kehoach.language.paragraphs import paragraphs

_MARKS: dict[str, BlockKind] = {"- ": "dash", "+ ": "plus"}


def blocks_of(text: str) -> list[Block]:
    r"""Part a text into blocks: a blank line ends one, a line that starts with a mark opens one.

    >>> [(one.kind, one.text) for one in blocks_of("Một câu.\nCâu hai.\n\n- Gạch\n+ Cộng")]
    [('paragraph', 'Một câu. Câu hai.'), ('dash', '- Gạch'), ('plus', '+ Cộng')]
    """
    return [_block(one) for one in paragraphs(text)]


def _block(text: str) -> Block:
    return Block(_MARKS.get(text[:2], "paragraph"), text)


def ended(text: str, mark: str) -> str:
    """The text with this mark at its end, unless it ends in a mark of its own.

    >>> ended("Lưu: VT", "."), ended("Đã xong.", ";")
    ('Lưu: VT.', 'Đã xong.')
    """
    return text if text.endswith((".", ";", ":", ",", "!", "?", "…")) else text + mark


def upper(text: str) -> str:
    """Capitals, but for footnote marks, whose ids are kept.

    >>> upper("Mục tiêu[^a]")
    'MỤC TIÊU[^a]'
    """
    head, *rest = text.split("[^")
    notes = (part.split("]", 1) for part in rest)
    return head.upper() + "".join(f"[^{one[0]}]{''.join(one[1:]).upper()}" for one in notes)


def one_line(text: str) -> str:
    r"""A text of one paragraph without the line breaks of the file.

    >>> one_line("Một câu.\n  Câu hai.\n")
    'Một câu. Câu hai.'
    """
    return " ".join(text.split())
