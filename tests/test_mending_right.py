"""`check --fix` leaves more than 100,000 words of right text as they are."""

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from kehoach.cli import kehoach

PUBLISHED = sorted((Path(__file__).parent / "data" / "published").glob("*.txt"))
HEAD = """\
issuer: Ủy ban nhân dân {issuer}
number: "12"
symbol: KH-UBND
place: {place}
issued_on: {day}
year: {year}
subject: Thực hiện nhiệm vụ
recipients: [Các sở, Các đơn vị liên quan]
archive: VT
signer: {{on_behalf: Ủy ban nhân dân, position: Chủ tịch, name: Nguyễn Văn A}}
outline:
  - title: Nội dung
    sections:
"""
ISSUERS = [
    {"issuer": "tỉnh Thái Nguyên", "place": "Thái Nguyên", "day": "2026-03-02", "year": 2026},
    {"issuer": "xã Ba Bể", "place": "Ba Bể", "day": "2027-01-05", "year": 2027},
    {"issuer": "thành phố Hà Nội", "place": "Hà Nội", "day": "2020-04-07", "year": 2020},
]
SLIPS = {
    "51/KH – UBND": "51/KH-UBND",
    "252 /KH-UBND": "252/KH-UBND",
    "hiện...bảo": "hiện... bảo",
}
"""What the published plans themselves have that is proved wrong."""
MOST = 190
_WORDS = re.compile(r"[^\W\d_]+")


def lines_of(file):
    text = file.read_text(encoding="utf-8")
    for wrong, right in SLIPS.items():
        text = text.replace(wrong, right)
    return [line.strip() for line in text.splitlines() if line.strip()]


def meetings():
    """The words of two syllables that stand oftenest in the published plans, two by two."""
    counts = Counter()
    for file in PUBLISHED:
        for line in lines_of(file):
            for clause in re.split(r"[^\w ]", line):
                words = clause.split()
                if all(one.islower() and _WORDS.fullmatch(one) for one in words):
                    counts.update(pairwise(words))
    often = [" ".join(pair) for pair, _ in counts.most_common(MOST)]
    return [f"Việc {one} {two} được nêu." for one in often for two in often if one != two]


def plan_of(folder, head, lines):
    texts = "".join(f"      - text: {json.dumps(one, ensure_ascii=False)}\n" for one in lines)
    path = folder / "p.yaml"
    path.write_text(HEAD.format_map(head) + texts, encoding="utf-8")
    return path


def unchanged(path):
    before = path.read_bytes()
    done = CliRunner().invoke(kehoach, ["check", "--fix", str(path)])
    assert done.exit_code in {0, 1}, done.output
    assert "Đã sửa" not in done.stderr
    assert path.read_bytes() == before


def test_there_are_100_000_words():
    words = sum(len(one.split()) for file in PUBLISHED for one in lines_of(file))
    assert words + sum(len(one.split()) for one in meetings()) > 100_000


@pytest.mark.parametrize("file", PUBLISHED, ids=lambda one: one.stem)
def test_published_text_stays(file, tmp_path):
    for head in ISSUERS:
        unchanged(plan_of(tmp_path, head, lines_of(file)))


@pytest.mark.parametrize("part", range(6))
def test_right_words_that_meet_stay(part, tmp_path):
    unchanged(plan_of(tmp_path, ISSUERS[part % 3], meetings()[part::6]))


def test_the_slips_of_the_published_plans_are_mended(tmp_path):
    text = " ; ".join(f"theo Kế hoạch {one} ngày 01/3/2024 ," for one in list(SLIPS)[:2])
    path = plan_of(tmp_path, ISSUERS[0], [text, "Thực hiện...bảo đảm."])
    CliRunner().invoke(kehoach, ["check", "--fix", str(path)])
    after = path.read_text(encoding="utf-8")
    assert all(right in after for right in SLIPS.values())
