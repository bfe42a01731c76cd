"""Readers of language on texts made to be slow: time grows with the text, findings are capped."""

from __future__ import annotations

import datetime as dt
import math
import time
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from kehoach.citations.reading import find_citations, names_document
from kehoach.language.abbreviations import definitions, uses
from kehoach.language.amounts_in_words import worded_figures
from kehoach.language.capitals import misused_capitals
from kehoach.language.changes import changes
from kehoach.language.days import days, periods
from kehoach.language.doubles import doubled
from kehoach.language.letters import fold
from kehoach.language.lookalikes import lookalikes
from kehoach.language.marks import loose_dashes, spacing
from kehoach.language.paired_marks import curly_quotes, straight_quotes, unbalanced
from kehoach.language.parts import parts
from kehoach.language.past import speaks_of_past
from kehoach.language.place_names import place_names
from kehoach.language.sentences import listings, sentences
from kehoach.language.skeleton import skeleton
from kehoach.language.spelling import strange_words
from kehoach.language.spending import rates, remaining
from kehoach.language.tones import toned_words
from kehoach.language.typed_lists import breaks
from kehoach.language.typos import MOST, Span, typos, typos_in
from kehoach.language.written import plain_words
from kehoach.language.wrong_words import wrong_words
from kehoach.source import Memory

READERS: dict[str, Callable[[str], Any]] = {
    "doubled": lambda text: typos(text, doubled(text, Memory())),
    "misused_capitals": lambda text: typos(text, misused_capitals(text, Memory())),
    "lookalikes": lambda text: typos(text, lookalikes(text)),
    "loose_dashes": lambda text: typos(text, loose_dashes(text)),
    "spacing": lambda text: typos(text, spacing(text)),
    "straight_quotes": lambda text: typos(text, straight_quotes(text)),
    "curly_quotes": lambda text: typos(text, curly_quotes(text)),
    "unbalanced": lambda text: typos(text, unbalanced(text)),
    "strange_words": lambda text: list(strange_words(text, Memory())),
    "wrong_words": lambda text: typos(text, wrong_words(text, Memory())),
    "toned_words": toned_words,
    "plain_words": plain_words,
    "definitions": definitions,
    "uses": uses,
    "days": days,
    "periods": periods,
    "breaks": lambda text: list(breaks(text)),
    "sentences": sentences,
    "listings": lambda text: list(listings(sentences(text))),
    "skeleton": skeleton,
    "changes": lambda text: changes(skeleton(text)),
    "worded_figures": lambda text: worded_figures(skeleton(text)),
    "remaining": lambda text: remaining(skeleton(text)),
    "rates": lambda text: rates(skeleton(text)),
    "parts": lambda text: parts(text, Memory()),
    "place_names": place_names,
    "find_citations": find_citations,
    "names_document": lambda text: _everywhere(text, names_document),
    "speaks_of_past": lambda text: _everywhere(
        text, lambda one, at, memory: speaks_of_past(one, at, dt.date(2025, 2, 28), memory)
    ),
    "fold": fold,
}
HOSTILE = {
    "words": "xã ",
    "phrases": "thực hiện kế hoạch ",
    "shouted": "UBND ",
    "blanks": "\u00a0 ",
    "lines": "\n",
    "one word": "a",
    "one word of other marks": "e\u0302\u0301",
    "letters alike": "Ðề\u200b",
    "small": "điều 1 khoản 1 ",
    "wrong": "hyện phân đấu nghành ",
    "opened": "(",
    "crossed": "([“",
    "closed": ")]”",
    "quotes": '"a" “b” ',
    "marks": " ,.;:",
    "dashes": "a- b -c ",
    "listed": "gồm 1 hộ, ",
    "nested": "5 hộ (vốn 1 hộ ",
    "bracketed": "(5 hộ gồm 1 hộ) ",
    "headed": "5 hộ gồm:\n- 1 hộ\n",
    "digits": "1",
    "numbers": "1.234,5 ",
    "fractions": "1/2 ",
    "words of numbers": "một hai ba ",
    "worded": "hai (02) ",
    "changing": "giảm 1% (từ 2% xuống ",
    "spent": "giao 9 tỷ, đã giải ngân 5 tỷ, còn lại ",
    "dates": "ngày 31/4 tháng 13 quý V ",
    "cited": "Quyết định số 1/QĐ-UBND ngày 1/1/2020 của ",
    "laws": "Luật Đất ",
    "places": "các xã Tân Tri, Vũ Lễ và ",
    "addresses": "a.a",
    "mailed": "a@",
    "footnotes": "[^",
    "short": "(BQL) ABC ",
    "items": "1. Một\n2. Hai\n2. Hai\n",
    "stops": ". . ",
    "toned": "hoà hòa ",
}
SIZE, TIMES = 12_000, 4
"""The letters of a text, and how many times longer the other is."""
MOST_GROWTH = 8
"""Half way between time that grows with the text (4) and with its square (16)."""
NOTHING = 0.02
"""Seconds in which growth is no more than noise."""
TRIES = 5


def _everywhere(text: str, read: Callable[[str, int, Memory], bool]) -> int:
    memory = Memory()
    return sum(read(text, at, memory) for at in range(0, len(text), 8))


def _growth(read: Callable[[str], Any], unit: str) -> float:
    """How many times longer the longer text takes; 0 where that is nothing.

    What else the machine does only adds to a time: the least of several is the reader's own.
    """
    least: dict[int, float] = {}
    for _ in range(TRIES):
        for size in (SIZE, TIMES * SIZE):
            text = (unit * (size // len(unit) + 1))[:size]
            start = time.process_time()
            read(text)
            least[size] = min(least.get(size, math.inf), time.process_time() - start)
        once, longer = least.values()
        if longer < max(NOTHING, MOST_GROWTH * once):
            break
    return longer / once if longer >= NOTHING else 0


@pytest.mark.parametrize("reader", READERS)
def test_time_grows_with_the_text(reader: str) -> None:
    growth = {name: _growth(READERS[reader], unit) for name, unit in HOSTILE.items()}
    assert {name: one for name, one in growth.items() if one >= MOST_GROWTH} == {}


def test_what_grows_with_the_square_of_the_text_is_found() -> None:
    assert _growth(lambda text: [text.count("b") for _ in text[::8]], "a") >= MOST_GROWTH


def _typed(text: str, read: Callable[[str], Iterable[Span]]) -> list[tuple[str, str]]:
    every = typos_in([(("closing",), text)], read)
    return [(one.typo.wrong, one.typo.rest) for one in every]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (" ".join(f"có{n} (hộ" for n in range(57)), unbalanced),
        (" ".join(f"nghèo ,hộ {n}" for n in range(57)), spacing),
        (" ".join(f"kế- hoạch {n}" for n in range(57)), loose_dashes),
        (" ".join(f"điều {n} và" for n in range(57)), lambda one: misused_capitals(one, Memory())),
    ],
)
def test_findings_of_one_kind_in_one_text_are_capped_and_counted(
    text: str, read: Callable[[str], Iterable[Span]]
) -> None:
    found = _typed(text, read)
    assert len(found) == MOST
    assert [rest for _, rest in found if rest] == [f" ... và {57 - MOST} chỗ nữa"]
    assert found[-1][1]


def test_few_findings_are_all_told() -> None:
    assert [rest for _, rest in _typed("một (hai (ba", unbalanced)] == ["", ""]


@pytest.mark.parametrize("order", [1, -1])
def test_a_text_that_another_shows_is_told_where_it_was_written(order: int) -> None:
    """A title shown by `{{ }}` in a sentence: its typo stands in both, and is written in one."""
    texts = [
        (("subject",), "Kế hoạch giảm nghèo ,năm 2026"),
        (("closing",), "Trên đây là Kế hoạch giảm nghèo ,năm 2026 của xã"),
        (("preamble",), "Hộ nghèo ,hộ cận nghèo"),
    ]
    found = {one.path for one in typos_in(texts[::order], spacing)}
    assert found == {("subject",), ("preamble",)}
