"""data/language/word_borders.tsv from counted neighbours: `build_word_borders.py FILE`.

FILE is a gzipped table first, second, count of neighbouring syllables in law text. For each slip of
data/language/wrong_words.tsv that changes its first or last syllable, the table keeps the outer
neighbours with which the syllable as written makes words, and the one that is meant does not.
"""

from __future__ import annotations

import csv
import gzip
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

from kehoach.language.tables import language_rows

TABLE = Path(__file__).parents[1] / "src/kehoach/data/language/word_borders.tsv"
HEAD = """\
# Chữ đứng cạnh khiến chữ của wrong_words.tsv là đúng (hợp đồng | bảo dưỡng, không phải đồng bào):
# side: before đứng trước, after đứng sau; đếm trong văn bản luật, xem data/NOTICE
written\tmeant\tside\tneighbours
"""
LEAST, TIMES, BOUND = 30, 8, 4.4
"""How often a pair must stand, how much oftener than with the syllable that is meant, and how much
its syllables are bound to one another (their mutual information, in bits): a word, no chance."""

Pairs = dict[tuple[str, str], int]


def main() -> None:
    """Write the table anew."""
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as file:
        counted = csv.DictReader(file, delimiter="\t")
        pairs = {(row["first"], row["second"]): int(row["count"]) for row in counted}
    bound = words_of(pairs)
    rows = language_rows("wrong_words")
    lines = sorted({line for row in rows for line in borders(row, pairs, bound)})
    TABLE.write_text(HEAD + "".join(lines), encoding="utf-8")


def words_of(pairs: Pairs) -> Pairs:
    """The pairs that are words: often enough, and their syllables bound to one another."""
    firsts, seconds, every = Counter[str](), Counter[str](), sum(pairs.values())
    for (first, second), count in pairs.items():
        firsts[first] += count
        seconds[second] += count
    return {
        (first, second): count
        for (first, second), count in pairs.items()
        if count >= LEAST and math.log2(count * every / (firsts[first] * seconds[second])) >= BOUND
    }


def borders(row: dict[str, str], pairs: Pairs, bound: Pairs) -> list[str]:
    """The line of the first syllable of a slip, or of the last one, whichever it changes."""
    wrong, right = row["wrong"].split(), row["right"].split()
    changed = [at for at, (a, b) in enumerate(zip(wrong, right, strict=False)) if a != b]
    if len(wrong) != len(right) or changed not in ([0], [len(wrong) - 1]):
        return []
    before = changed == [0]
    written, meant = wrong[changed[0]], right[changed[0]]
    found = defaultdict[str, int](int)
    for (first, second), count in bound.items():
        if (second if before else first) == written:
            found[first if before else second] = count
    kept = [
        one
        for one, count in found.items()
        if count >= TIMES * pairs.get((one, meant) if before else (meant, one), 0)
    ]
    side = "before" if before else "after"
    return [f"{written}\t{meant}\t{side}\t{' '.join(sorted(kept))}\n"] if kept else []


if __name__ == "__main__":
    main()
