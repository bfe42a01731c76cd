"""An office whose template of the plan has text of the plan in its header and its footer."""

from __future__ import annotations

from pathlib import Path

from kehoach.office.templates import SHIPPED
from kehoach.word.package import read_package
from kehoach.word.writing import write_parts

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FOOTER = (
    '<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:p><w:r><w:t>{{ subject }}</w:t></w:r></w:p></w:ftr>"
)
_PAGE = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
_RELATION = f'<Relationship Id="rIdFooter" Type="{_OFFICE}/footer" Target="footer1.xml"/>'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"


def make_office(folder: Path) -> None:
    """Write kehoach.toml and the templates into a folder."""
    (folder / "kehoach.toml").write_text("templates = 'templates'\n", encoding="utf-8")
    (folder / "templates").mkdir()
    parts = read_package((SHIPPED / "ke-hoach.docx").read_bytes())
    parts |= {name: _changed(name, parts[name].decode()).encode() for name in _CHANGES}
    parts["word/footer1.xml"] = _FOOTER.encode()
    (folder / "templates" / "ke-hoach.docx").write_bytes(write_parts(parts))


_CHANGES = {
    "word/header2.xml": (
        "</w:p>",
        f"<w:r><w:t>Dự thảo {{{{ letterhead.number }}}}, trang </w:t></w:r>{_PAGE}</w:p>",
    ),
    "[Content_Types].xml": (
        "</Types>",
        f'<Override PartName="/word/footer1.xml" ContentType="{_TYPE}"/></Types>',
    ),
    "word/_rels/document.xml.rels": (
        "</Relationships>",
        f"{_RELATION}</Relationships>",
    ),
    "word/document.xml": (
        "<w:pgSz",
        '<w:footerReference w:type="first" r:id="rIdFooter"/><w:pgSz',
    ),
}


def _changed(name: str, text: str) -> str:
    before, after = _CHANGES[name]
    assert before in text
    return text.replace(before, after, 1)
