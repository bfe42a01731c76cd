"""A workbook without its looks: openpyxl refuses odd fills and fonts, which no figure needs."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from kehoach.source.sheets.size import SheetError

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_KEPT = ("numFmts", "cellXfs")
_LEAN = (
    '<styleSheet xmlns="{}"><fonts count="1"><font/></fonts><fills count="1"><fill>'
    '<patternFill/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1">'
    "<xf/></cellStyleXfs></styleSheet>"
).format(_MAIN.strip("{}"))


def without_looks(data: bytes) -> bytes:
    """The same workbook whose styles are number formats and nothing else.

    Raises:
        SheetError: the part with the styles is broken.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(made, "w") as out:
        for one in parts.infolist():
            part = parts.read(one)
            out.writestr(one.filename, _lean(part) if one.filename.endswith("styles.xml") else part)
    return made.getvalue()


def _lean(part: bytes) -> bytes:
    try:
        old = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise SheetError("có phần bị hỏng bên trong") from error
    new = etree.fromstring(_LEAN)
    for place, name in zip((0, len(new) + 1), _KEPT, strict=True):
        kept = old.find(_MAIN + name)
        if kept is not None:
            new.insert(place, kept)
    for one in new.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf"):
        form = one.get("numFmtId", "0")
        one.clear()
        one.set("numFmtId", form)
    return bytes(etree.tostring(new))
