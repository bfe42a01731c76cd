"""The drawn rule: the thin line Nghị định 30/2020/NĐ-CP puts under a name, a motto, a subject.

Phụ lục I, mục II wants a line of its own (never underlining) as long as a part of the text above.
It is anchored, wraps nothing and takes no space: put it in a paragraph of its own under the text.
All its namespaces are declared on the spot, so a template's root needs none but `w`.
"""

from __future__ import annotations

from markupsafe import Markup

from kehoach.word.names import NAMESPACES, declared

_EMU = 635  # to a twip
_WEIGHT = 9525  # 0.75 pt
_FLAT = 1  # EMU; with 0 LibreOffice rounds the two ends apart, a step one can see
_DROP = 60  # twips under the top of its paragraph
_SHAPE = NAMESPACES["wps"]
_NAMESPACES = declared("mc", "wp", "a", "wps", "v")


def rule(length_twips: int, drop_twips: int = _DROP) -> Markup:
    """A run with a black line of 0.75 pt, centred in its column or cell.

    `drop_twips` is its distance under the top of the paragraph. The drawing's number is given when
    the document is complete (see `drawings`).
    """
    return Markup(  # noqa: S704 - only numbers are filled in
        f"<w:r><mc:AlternateContent {_NAMESPACES}>"
        f'<mc:Choice Requires="wps"><w:drawing>{_anchor(length_twips, drop_twips)}</w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict>{_vml(length_twips, drop_twips)}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def _anchor(length: int, drop: int) -> str:
    return (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph">'
        f"<wp:posOffset>{drop * _EMU}</wp:posOffset></wp:positionV>"
        f'<wp:extent cx="{length * _EMU}" cy="{_FLAT}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        '<wp:wrapNone/><wp:docPr id="1" name="Đường kẻ"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_SHAPE}">{_line(length)}</a:graphicData></a:graphic>'
        "</wp:anchor>"
    )


def _line(length: int) -> str:
    return (
        "<wps:wsp><wps:cNvCnPr/><wps:spPr>"
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{length * _EMU}" cy="{_FLAT}"/></a:xfrm>'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{_WEIGHT}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
        "</wps:spPr><wps:bodyPr/></wps:wsp>"
    )


def _vml(length: int, drop: int) -> str:
    top = _points(drop)
    return (
        '<v:line style="position:absolute;mso-position-horizontal:center;'
        "mso-position-horizontal-relative:text;mso-position-vertical-relative:text;"
        f'margin-top:{top}" from="0,0" to="{_points(length)},0" strokeweight=".75pt"/>'
    )


def _points(twips: int) -> str:
    whole, rest = divmod(twips, 20)
    return f"{whole}.{rest * 5:02d}pt"
