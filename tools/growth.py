"""`make growth`: what n, 2n and 4n of a thing cost, by step and by check, on texts made to hurt.

Doubled input may take 2.6 times the time. Processor time, the least of several runs; what takes
less than 20 ms at 4n is not judged, since it cannot be told from noise and hurts nobody. A text is
doubled until it takes a second, so that each is judged where it begins to hurt.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import NamedTuple

from growing import TEXTS, measured
from kehoach.source import LIMITS
from kehoach.source.collector import collector_off

FACTOR = 2.6
LEAST = 0.02
_FIRST = 25
_ENOUGH = 1.0
_RUNS = 2


class Growth(NamedTuple):
    """What a step or check takes on one kind of text: seconds at n, 2n and 4n, which is `most`."""

    text: str
    name: str
    most: int
    seconds: tuple[float, float, float]

    @property
    def factor(self) -> float:
        """How many times longer the doubled text takes."""
        return self.seconds[2] / max(self.seconds[1], 1e-6)

    def steep(self, least: float = LEAST, factor: float = FACTOR) -> bool:
        """Whether it grows faster than it may."""
        return self.seconds[2] >= least and self.factor > factor


def growths(text: str, most: int, runs: int = _RUNS) -> list[Growth]:
    """Every step and check on one kind of text, doubled until it takes a second or is `most`."""
    n, columns = _FIRST, [_least(TEXTS[text](_FIRST), runs)]
    while len(columns) < 3 or (n < most and columns[-1].total() < _ENOUGH and _fits(text, 2 * n)):
        n *= 2
        columns.append(_least(TEXTS[text](n), runs))
    first, second, third = columns[-3:]
    return [Growth(text, name, n, (first[name], second[name], third[name])) for name in third]


def _fits(text: str, n: int) -> bool:
    """Whether a plan may hold so much in one value."""
    return max(map(len, TEXTS[text](n).split("\n"))) < LIMITS.letters


def _least(text: str, runs: int) -> Counter[str]:
    with collector_off():  # which would fall on whoever happens to be measured
        every = [measured(text) for _ in range(runs)]
    return Counter({name: min(one[name] for one in every) for name in every[0]})


def report(done: list[Growth]) -> Iterator[str]:
    """Each step and check with the text that hurts it most, the steep ones marked."""
    yield f"{'step or check':30}{'text':20}{'4n':>6}{'t(n)':>9}{'t(2n)':>9}{'t(4n)':>9} ms  factor"
    worst: dict[str, Growth] = {}
    for one in sorted(done, key=lambda one: (one.steep(), one.seconds[2])):
        worst[one.name] = one
    steep = [one for one in done if one.steep() and one is not worst[one.name]]
    for one in [*sorted(worst.values(), key=lambda one: -one.seconds[2]), *steep]:
        times = "".join(f"{second * 1000:9.1f}" for second in one.seconds)
        judged = f"{one.factor:7.2f}" if one.seconds[2] >= LEAST else "      -"
        yield f"{one.name:30}{one.text:20}{one.most:6}{times}    {judged}{'  <' * one.steep()}"


def main() -> int:
    """Measure in two processes; 1 when something grows too fast."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=3200, help="how many of a thing at most (3200)")
    parser.add_argument("--text", action="append", default=[], help="kinds of text; none: all")
    options = parser.parse_args()
    start, texts = time.perf_counter(), options.text or list(TEXTS)
    with ProcessPoolExecutor(2) as pool:
        done = [one for some in pool.map(growths, texts, [options.n] * len(texts)) for one in some]
    print("\n".join(report(done)))
    steep = sum(one.steep() for one in done)
    print(f"{len(texts)} kinds of text, {steep} too steep, {time.perf_counter() - start:.0f} s")
    return 1 if steep else 0


if __name__ == "__main__":
    sys.exit(main())
