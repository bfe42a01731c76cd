"""Parts of Word files in one spelling, so that equal documents are equal text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from tracked.accept import w

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NUMBERS = re.compile(r'(<wp:docPr [^>]*?id=")\d+')


def plainly(document: Any, notes: Any, left: tuple[str, ...] = ()) -> tuple[str, list[str]]:
    """The main part and its notes in the order of their references; without what `left` names."""
    ids = _number_notes(document)
    _write_out_fields(document)
    _drop(document, left)
    return _spelled(document), _notes(notes, ids)


def part(root: Any) -> str:
    """Another part: a header, a footer."""
    return _spelled(root)


def _number_notes(document: Any) -> dict[str, int]:
    """References, their bookmarks and the fields that point at those, by their order."""
    ids: dict[str, int] = {}
    names: dict[str, str] = {}
    for one in document.iter(w("footnoteReference")):
        number = ids.setdefault(one.get(w("id")), len(ids) + 1)
        one.set(w("id"), str(number))
        start = one.getparent().getprevious()
        end = one.getparent().getnext()
        if start is not None and start.tag == w("bookmarkStart"):
            names[start.get(w("name"))] = f"_RefNote{number}"
            start.set(w("name"), f"_RefNote{number}")
            start.set(w("id"), str(number))
            end.set(w("id"), str(number))
    _point(document, names)
    return ids


def _point(document: Any, names: Mapping[str, str]) -> None:
    """Where a field points; the number it shows is worked out by Word."""
    for one in document.iter(w("fldSimple"), w("instrText")):
        text = one.get(w("instr")) if one.tag == w("fldSimple") else one.text
        found = re.search(r"NOTEREF (\S+)", text or "")
        if found is None:
            continue
        new = text.replace(found[1], names[found[1]])
        number = names[found[1]].removeprefix("_RefNote")
        if one.tag == w("fldSimple"):
            one.set(w("instr"), new)
            shown = one.find(f".//{w('t')}")
        else:
            one.text = new
            shown = one.getparent().getnext().getnext().find(w("t"))
        shown.text = number


def _write_out_fields(document: Any) -> None:
    """A simple field as the runs that say the same."""
    for one in list(document.iter(w("fldSimple"))):
        before = [_run(_char("begin")), _run(_code(one.get(w("instr")))), _run(_char("separate"))]
        holder = one.getparent()
        place = holder.index(one)
        holder[place : place + 1] = [*before, *one, _run(_char("end"))]


def _run(node: Any) -> Any:
    run = etree.Element(w("r"))
    run.append(node)
    return run


def _char(kind: str) -> Any:
    made = etree.Element(w("fldChar"))
    made.set(w("fldCharType"), kind)
    return made


def _code(text: str) -> Any:
    made = etree.Element(w("instrText"))
    made.text = text
    return made


EXEMPT = {"sections": ["sectPr"], "widths": ["tblW", "tblGrid", "tcW"]}


def _drop(root: Any, left: tuple[str, ...]) -> None:
    """What the summary says is as in the new document."""
    tags = [w(tag) for name in left for tag in EXEMPT.get(name, [])]
    for one in list(root.iter(*tags)) if tags else ():
        one.getparent().remove(one)
    if "drawings" in left:
        for one in root.iter(MC):
            one[:] = []


def _notes(root: Any, ids: Mapping[str, int]) -> list[str]:
    """The notes that are referred to, in order."""
    if root is None:
        return []
    found = {ids.get(one.get(w("id")), 0): one for one in root if one.get(w("type")) is None}
    for one in found.values():
        one.attrib.pop(w("id"))
    return [_spelled(found[number]) for number in sorted(found) if number]


def _spelled(root: Any) -> str:
    for one in reversed(list(root.iter(w("pPr"), w("rPr"), w("trPr")))):
        if len(one) == 0:
            one.getparent().remove(one)
    for paragraph in root.iter(w("p")):
        _join_runs(paragraph)
    for one in root.iter():
        one.attrib.pop(SPACE, None)
    text = etree.tostring(root, method="c14n", exclusive=True).decode()
    return NUMBERS.sub(r"\g<1>0", text)


def _join_runs(paragraph: Any) -> None:
    """Runs of one look are one run; empty ones are none."""
    last = None
    for run in list(paragraph.iterchildren()):
        if run.tag != w("r"):
            last = None
            continue
        _join_texts(run)
        if not [one for one in run if one.tag != w("rPr")]:
            paragraph.remove(run)
        elif last is not None and _look(last) == _look(run):
            last.extend(one for one in list(run) if one.tag != w("rPr"))
            _join_texts(last)
            paragraph.remove(run)
        else:
            last = run


def _look(run: Any) -> bytes:
    look = run.find(w("rPr"))
    return b"" if look is None else etree.tostring(look, method="c14n", exclusive=True)


def _join_texts(run: Any) -> None:
    last = None
    for one in list(run):
        if one.tag == w("t") and not one.text:
            run.remove(one)
        elif one.tag == w("t") and last is not None:
            last.text += one.text
            run.remove(one)
        else:
            last = one if one.tag == w("t") else None
