"""Accepting and rejecting as the tests do it: the measure of tracked changes."""

from __future__ import annotations

import pytest
from lxml import etree

from tracked.accept import accepted, rejected
from tracked.plainly import part

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STAMP = 'w:id="1" w:author="a" w:date="2020-01-01T00:00:00Z"'
INS, DEL = f"<w:ins {STAMP}", f"<w:del {STAMP}"
P, R, END = "<w:p>", "<w:r><w:t>{}</w:t></w:r>", "<w:p><w:pPr><w:rPr>{}</w:rPr></w:pPr>"

LOOK = "<w:r><w:rPr>{}</w:rPr><w:t>a</w:t></w:r></w:p>"


def run(text: str) -> str:
    return R.format(text)


STEPS = {
    "words": (
        f"{P}{DEL}><w:r><w:delText>a</w:delText></w:r></w:del>{INS}>{run('b')}</w:ins></w:p>",
        f"{P}{run('b')}</w:p>",
        f"{P}{run('a')}</w:p>",
    ),
    "paragraph": (
        f"{END.format(INS + '/>')}{INS}>{run('a')}</w:ins></w:p>{P}{run('b')}</w:p>",
        f"{P}{run('a')}</w:p>{P}{run('b')}</w:p>",
        f"{P}{run('b')}</w:p>",
    ),
    "paragraph cut in two": (
        f"{END.format(INS + '/>')}{run('a')}</w:p>{P}{run('b')}</w:p>",
        f"{P}{run('a')}</w:p>{P}{run('b')}</w:p>",
        f"{P}{run('ab')}</w:p>",
    ),
    "come and gone": (f"{END.format(INS + '/>' + DEL + '/>')}</w:p>{P}</w:p>", *[f"{P}</w:p>"] * 2),
    "row": (
        f"<w:tbl><w:tr><w:trPr>{DEL}/></w:trPr><w:tc>{P}</w:p></w:tc></w:tr></w:tbl>{P}</w:p>",
        f"{P}</w:p>",
        f"<w:tbl><w:tr><w:tc>{P}</w:p></w:tc></w:tr></w:tbl>{P}</w:p>",
    ),
    "look": (
        P + LOOK.format(f"<w:b/><w:rPrChange {STAMP}><w:rPr><w:i/></w:rPr></w:rPrChange>"),
        P + LOOK.format("<w:b/>"),
        P + LOOK.format("<w:i/>"),
    ),
}


@pytest.mark.parametrize("step", STEPS)
def test_accepting_and_rejecting(step: str) -> None:
    tracked, new, old = (f"<w:body {W}>{one}</w:body>".encode() for one in STEPS[step])
    assert part(accepted(tracked)) == part(etree.fromstring(new))
    assert part(rejected(tracked)) == part(etree.fromstring(old))
