"""Small pieces of WordprocessingML."""

from __future__ import annotations

from html import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOT = f'xmlns:w="{W}" xmlns:r="{R}"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def run(text: str) -> str:
    """A run of plain text (tags are plain text to Word)."""
    return f'<w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def paragraph(style: str, text: str = "", inner: str = "") -> str:
    """A paragraph in a named style."""
    content = inner or (run(text) if text else "")
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def control(tag: str) -> str:
    """A paragraph that only steers: `{%p if x %}`; it leaves no paragraph behind."""
    return paragraph("Control", "{%p " + tag + " %}")


def repeated(loop: str, *paragraphs: str) -> str:
    """Paragraphs between a loop or condition and its end."""
    end = "endfor" if loop.startswith("for ") else "endif"
    return control(loop) + "".join(paragraphs) + control(end)


def cell(width: int, *paragraphs: str, bottom: bool = False) -> str:
    """A cell without borders."""
    align = '<w:vAlign w:val="bottom"/>' if bottom else ""
    content = "".join(paragraphs) or paragraph("Control")
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{align}</w:tcPr>{content}</w:tc>'


def row(*cells: str) -> str:
    """A row that does not split over pages."""
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def table(widths: tuple[int, ...], *rows: str) -> str:
    """A table without borders, for the letterhead and the signature."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    none = '<w:{0} w:w="0" w:type="dxa"/>'
    margins = none.format("left") + none.format("right")
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
