"""The runs of a paragraph: what is printed, and how."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from kehoach.layout.measured import Run
from kehoach.layout.properties import Properties
from kehoach.layout.styles import NamedStyle, Styles
from kehoach.word.names import Element, R, T, child, value, w
from kehoach.word.walk import content

_TEXTS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}


def runs_of(paragraph: Element, base: Sequence[NamedStyle], styles: Styles) -> tuple[Run, ...]:
    """The visible runs with their effective looks; `base` are the styles around the paragraph."""
    fields = [one for one in paragraph if one.tag == w("fldSimple")]
    shows_page = any(_asks_page(value(one, "instr")) for one in fields)
    found = [_run(one, base, styles) for one in content(paragraph) if one.tag == R]
    kept = tuple(run for run in found if run is not None)
    return (*kept, Run("", page_field=True)) if shows_page else kept


def _run(element: Element, base: Sequence[NamedStyle], styles: Styles) -> Run | None:
    look = child(element, "rPr")
    named = value(child(look, "rStyle"))
    own = (styles.named(named, "character"),) if named else ()
    properties = styles.run((*base, *own), look)
    if properties.get("hidden"):
        return None
    text = unicodedata.normalize("NFC", "".join(_pieces(element)))
    return _made(text, _has_page(element), properties)


def _made(text: str, page_field: bool, properties: Properties) -> Run:
    keys = ("half_points", "bold", "italic", "caps", "underline", "color")
    known = {key: properties[key] for key in keys if key in properties}
    return Run(text, _fonts(text, properties), page_field=page_field, **known)


def _fonts(text: str, properties: Properties) -> tuple[str, ...]:
    """The fonts that its letters use: one for ASCII, one for the other letters of Vietnamese."""
    letters = [one for one in text if not one.isspace()]
    used = {"ascii" if one.isascii() else "hAnsi" for one in letters}
    return tuple(sorted({str(properties.get(one, "")) for one in used}))


def _pieces(element: Element) -> Iterator[str]:
    for one in element:
        yield (one.text or "") if one.tag == T else _TEXTS.get(one.tag, "")


def _has_page(element: Element) -> bool:
    return any(_asks_page(one.text) for one in element.findall(w("instrText")))


def _asks_page(instruction: str | None) -> bool:
    return (instruction or "").split()[:1] == ["PAGE"]
