"""Accept or reject every revision of a part of a Word file, as Word does it; plain rules, no more.

A paragraph's end that goes takes the paragraph with it where nothing is left in it; where something
is left, it runs on into the paragraph that follows.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def w(name: str) -> str:
    return f"{{{URI}}}{name}"


CAME, WENT = ("ins", "moveTo"), ("del", "moveFrom")
RANGES = [w(f"{side}Range{end}") for side in ("moveFrom", "moveTo") for end in ("Start", "End")]
CHANGES = [w(f"{name}PrChange") for name in ("r", "p", "tbl", "tr", "tc", "sect")]


def accepted(xml: bytes) -> Any:
    return _settled(etree.fromstring(xml), CAME, WENT, before=False)


def rejected(xml: bytes) -> Any:
    return _settled(etree.fromstring(xml), WENT, CAME, before=True)


def _settled(root: Any, stay: tuple[str, ...], go: tuple[str, ...], *, before: bool) -> Any:
    _properties(root, before=before)
    for row in list(root.iter(w("tr"))):
        _row(row, stay, go)
    for table in list(root.iter(w("tbl"))):
        if table.find(w("tr")) is None:
            table.getparent().remove(table)
    ending = [one for one in root.iter(w("p")) if _mark(one, go)]
    for name in go:
        for one in list(root.iter(w(name))):
            if one.getparent().tag != w("rPr"):
                one.getparent().remove(one)
    for paragraph in ending:
        _join(paragraph)
    _unwrap(root, stay)
    for one in list(root.iter(*RANGES)):
        one.getparent().remove(one)
    return root


def _properties(root: Any, *, before: bool) -> None:
    for change in list(root.iter(*CHANGES)):
        now = change.getparent()
        now.remove(change)
        if before:
            kept = [
                one for one in now if one.tag in (w("rPr"), w("sectPr")) and now.tag == w("pPr")
            ]
            kept += [one for one in now if one.tag[len(URI) + 2 :] in (*CAME, *WENT)]
            now[:] = [*change[0], *kept]


def _mark(paragraph: Any, names: tuple[str, ...]) -> bool:
    return any(paragraph.find(f"{w('pPr')}/{w('rPr')}/{w(name)}") is not None for name in names)


def _row(row: Any, stay: tuple[str, ...], go: tuple[str, ...]) -> None:
    properties = row.find(w("trPr"))
    for name in (*stay, *go):
        mark = None if properties is None else properties.find(w(name))
        if mark is not None and name in go:
            row.getparent().remove(row)
            return
        if mark is not None:
            properties.remove(mark)


def _join(paragraph: Any) -> None:
    """The paragraph without its end."""
    content = [one for one in paragraph if one.tag != w("pPr")]
    following = paragraph.getnext()
    while following is not None and following.tag in RANGES:
        following = following.getnext()
    if content:
        assert following is not None, "there is nothing to run on into"
        assert following.tag == w("p"), "text would run into a table"
        place = 0 if following.find(w("pPr")) is None else 1
        following[place:place] = content
    holder = paragraph.getparent()
    if holder is not None:
        holder.remove(paragraph)
        ends = [one for one in holder if one.tag in (w("p"), w("tbl"))]
        assert holder.tag != w("tc") or (ends and ends[-1].tag == w("p")), "a cell lost its end"


def _unwrap(root: Any, names: tuple[str, ...]) -> None:
    for name in names:
        for one in list(root.iter(w(name))):
            holder = one.getparent()
            place = holder.index(one)
            holder[place : place + 1] = [] if holder.tag == w("rPr") else list(one)
    for name, plain in (("delText", "t"), ("delInstrText", "instrText")):
        for one in root.iter(w(name)):
            one.tag = w(plain)
