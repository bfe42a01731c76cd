"""Small pieces of WordprocessingML."""

from __future__ import annotations

from html import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOT = f'xmlns:w="{W}" xmlns:r="{R}"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


# No colour: docxtpl leaves an empty run on each side of what it puts in, in the look of the tag.
_NOTE = '<w:rPr><w:sz w:val="18"/></w:rPr>'


def run(text: str, look: str = "") -> str:
    """A run of plain text (tags are plain text to Word)."""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def legible(tag: str) -> str:
    """A `{{r x }}` tag that can be read where letters are small; its run goes with it."""
    return run(tag, _NOTE)


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


def cell(width: int, *paragraphs: str, middle: bool = False) -> str:
    """A cell; an empty one holds the paragraph that Word asks for."""
    align = '<w:vAlign w:val="center"/>' if middle else ""
    content = "".join(paragraphs) or paragraph("Tail")
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{align}</w:tcPr>{content}</w:tc>'


def row(*cells: str, height: int = 0) -> str:
    """A row that does not split over pages; `height` makes it exactly so high."""
    exact = f'<w:trHeight w:val="{height}" w:hRule="exact"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{exact}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths: tuple[int, ...], *rows: str, top: int = 0, borders: str = "") -> str:
    """A table for the letterhead and the signature; `top` is the space over the text of cells."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    sizes = {"top": top, "left": 0, "right": 0}
    margins = "".join(f'<w:{side} w:w="{size}" w:type="dxa"/>' for side, size in sizes.items())
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'{borders}<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def frame(width: int, height: int, text: str) -> str:
    """A red frame of this size around one line."""
    line = '<w:{0} w:val="single" w:sz="8" w:space="0" w:color="FF0000"/>'
    borders = "".join(line.format(side) for side in ("top", "left", "bottom", "right"))
    drawn = f"<w:tblBorders>{borders}</w:tblBorders>"
    return table((width,), row(cell(width, text, middle=True), height=height), borders=drawn)
