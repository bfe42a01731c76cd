"""`make mutate`: how many of the mistakes put into clean plans are found, and on the right line.

One mistake at a time; the same seed gives the same mistakes. Plans that have findings of their own
are left out unless named. A mistake is found when an error or warning comes that was not there
before; it is in place when one stands on the edited line or on the line that contradicts it.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import chain, zip_longest
from pathlib import Path

from mutations import OPERATORS, Mutation, Subject, Trial, run

ROOT = Path(__file__).resolve().parent.parent
FILES = [*sorted((ROOT / "plans").glob("*.yaml")), ROOT / "tests" / "plans" / "full.yaml"]
GOAL = 98
_MISSES = 3


@cache
def subjects(names: tuple[str, ...]) -> list[Subject]:
    """The plans named, else the clean ones."""
    every = [Subject.open(one) for one in FILES if not names or one.stem in names]
    return [one for one in every if names or one.clean]


def sample(
    name: str, plans: Sequence[Subject], seed: int, most: int
) -> list[tuple[Subject, Mutation]]:
    """The mistakes of one kind in random order, the plans by turns so that each has its share."""
    rows = []
    for plan in plans:
        made = [(plan, one) for one in OPERATORS[name](plan)]
        random.Random(f"{seed} {name} {plan.name}").shuffle(made)
        rows.append(made)
    turns = chain.from_iterable(zip_longest(*rows))
    return [one for one in turns if one is not None][: most * 2]


def trials(name: str, names: tuple[str, ...], seed: int, most: int) -> list[Trial]:
    """So many trials of one kind of mistake; those that prove to be none are made up for."""
    done: list[Trial] = []
    for plan, mutation in sample(name, subjects(names), seed, most):
        if len(done) < most:
            trial = run(plan, mutation)
            done += [] if trial.void else [trial]
    return done


def share(part: int, whole: int) -> str:
    return f"{part / whole:6.1%}" if whole else "     -"


def row(name: str, done: Sequence[Trial]) -> str:
    """One line of the table."""
    found, placed = sum(map(bool, (one.names for one in done))), sum(one.placed for one in done)
    marks = "" if found == placed == len(done) else "  <"
    return (
        f"{name:30}{len(done):6}{found:7}{placed:7} {share(found, len(done))} "
        f"{share(placed, len(done))}{marks}"
    )


def misses(done: Iterable[Trial]) -> Iterable[str]:
    """Some mistakes that were not found, or elsewhere: line, what it was, what it became."""
    for one in [one for one in done if not one.placed][:_MISSES]:
        file, line = min(one.lines)
        where = f"{Path(file).name}:{line}"
        by = f"elsewhere, by {', '.join(one.names)}" if one.names else "not found"
        yield f"    {where}: {by}\n      - {one.shown[0]}\n      + {one.shown[1]}"


def report(results: dict[str, list[Trial]]) -> None:
    """The table, the misses and the total."""
    print(f"{'mistake':30}{'put in':>6}{'found':>7}{'placed':>7}  found placed")
    for name, done in results.items():
        print(row(name, done))
    print("\nmissed, some of each kind")
    for name, done in results.items():
        lines = list(misses(done))
        print(
            "\n".join([f"  {name}: {OPERATORS[name].__doc__}", *lines]) if lines else "",
            end="\n" * bool(lines),
        )
    every = list(chain.from_iterable(results.values()))
    print(row("\nall kinds", every).rstrip(" <"))
    print(f"goal {GOAL} %; kinds {len(results)}, with no room in any plan: {_idle(results)}")


def _idle(results: dict[str, list[Trial]]) -> str:
    return ", ".join(name for name, done in results.items() if not done) or "none"


def main() -> int:
    """Run every operator in two processes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=30, help="which mistakes are drawn (30)")
    parser.add_argument(
        "--per-operator", type=int, default=24, help="trials of a kind at most (24)"
    )
    parser.add_argument(
        "--plan", action="append", default=[], help="plans by name; none: the clean ones"
    )
    parser.add_argument(
        "--operator", action="append", default=[], help="kinds of mistake; none: all"
    )
    options = parser.parse_args()
    names, start = tuple(options.plan), time.perf_counter()
    used = {one.name for one in subjects(names)}
    left = ", ".join(one.stem for one in FILES if one.stem not in used)
    print(f"plans: {', '.join(sorted(used))}\nleft out: {left or 'none'}\n", flush=True)
    kinds = options.operator or list(OPERATORS)
    with ProcessPoolExecutor(2) as pool:
        size = len(kinds)
        columns = (kinds, [names] * size, [options.seed] * size, [options.per_operator] * size)
        results = dict(zip(kinds, pool.map(trials, *columns), strict=True))
    report(results)
    print(f"{time.perf_counter() - start:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
