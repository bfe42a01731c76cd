"""How wide a text stands in Times New Roman, without a font at hand: advance widths only."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

_FACES = {
    (False, False): "regular",
    (True, False): "bold",
    (False, True): "italic",
    (True, True): "bold_italic",
}
_TWIPS = 10  # half a point
_EM = 2048  # units of the widths


def line_width(text: str, half_points: int, *, bold: bool = False, italic: bool = False) -> int:
    """The width of one line of text in twips, rounded up; no kerning, as Word sets by default.

    >>> line_width("n", 24), line_width("Độc lập - Tự do - Hạnh phúc", 28, bold=True)
    (120, 3428)
    """
    widths = _faces()[_FACES[bold, italic]]
    units = sum(map(widths.__getitem__, text))
    return -(-units * half_points * _TWIPS // _EM)


class _Widths(dict[str, int]):
    """Letters the faces lack (CJK, pictures) count one em: too wide is safe, too narrow is not."""

    def __missing__(self, letter: str) -> int:
        return _EM


@cache
def _faces() -> dict[str, _Widths]:
    text = (files("kehoach") / "data" / "times_widths.json").read_text(encoding="utf-8")
    return {face: _Widths(widths) for face, widths in json.loads(text)["faces"].items()}
