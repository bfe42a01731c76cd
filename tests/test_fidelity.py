"""The published plans come out as published: every word in order, but for slips of a scan."""

import csv
import datetime as dt
import io
import re
import unicodedata
import zipfile
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from lxml import etree

from conftest import PLANS
from kehoach import api, issuing

DATA = Path(__file__).parent / "data"
PUBLISHED = sorted((DATA / "published").glob("*.txt"))
TODAY = dt.date(2026, 11, 22)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+")
MOVED = 5  # so many words that stand elsewhere are a footnote or a letterhead cell, not a loss


def words(text: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFC", text).casefold())


def corrections(plan: str) -> list[tuple[str, str]]:
    lines = (DATA / "corrections" / f"{plan}.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.reader(
        (one for one in lines if one and one[0] != "#"), delimiter="\t", quotechar=None
    )
    return [(old, new) for old, new in rows]


def published(path: Path) -> str:
    text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
    text = " ".join(re.sub(r"</?su[bp]>", " ", text).split())
    for old, new in corrections(path.stem):
        assert old in text, f"nothing to correct: {old}"
        text = text.replace(old, new)
    return text


def rendered(plan: str) -> str:
    dossier = api.open_plan(PLANS / f"{plan}.yaml", TODAY)
    assert dossier.ready, [one.message for one in dossier.diagnostics if one.blocks]
    return "\n".join(shown(one.data) for one in issuing.documents(dossier, TODAY))


def shown(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read("word/document.xml"), archive.read("word/footnotes.xml")]
    roots = (etree.fromstring(part) for part in parts)
    return "\n".join(
        "".join(map(text_of, one.iter())) for root in roots for one in root.iter(f"{W}p")
    )


def text_of(node: etree._Element) -> str:
    if node.tag == f"{W}t":
        return node.text or ""
    return " " if node.tag in {f"{W}tab", f"{W}br"} else ""


def losses(one: list[str], two: list[str]) -> tuple[int, int]:
    """How many words of the first are missing from the second, and how many the second has more."""
    gone, more = [], []
    for tag, i, j, k, m in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag != "equal":
            gone.append(" ".join(one[i:j]))
            more.append(" ".join(two[k:m]))
    pool = " | ".join(more)
    missing = 0
    for run in filter(None, gone):
        if run.count(" ") + 1 >= MOVED and run in pool:
            pool = pool.replace(run, " | ", 1)
        else:
            missing += run.count(" ") + 1
    return missing, len(pool.replace("|", " ").split())


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_every_word_comes_out_in_order(path):
    one, two = words(published(path)), words(rendered(path.stem))
    missing, extra = losses(one, two)
    assert 1 - missing / len(one) >= 0.995
    assert 1 - extra / len(two) >= 0.98


def test_a_lost_paragraph_is_noticed():
    text = published(PUBLISHED[0])
    words_of = words(text)
    assert losses(words_of, words_of[:500] + words_of[600:])[0] == 100
