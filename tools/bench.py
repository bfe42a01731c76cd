"""`make bench`: rendering beside its peers, the whole pipeline by step, and cold starts.

Times are medians in milliseconds on this machine, in this run; only their ratios say much.
"""

from __future__ import annotations

import datetime as dt
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import bench_batch
import bench_render
from kehoach import api, checks, issuing
from kehoach.plan import resolve, type_plan

_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"  # an installed program has its bytecode
ROOT = Path(__file__).parents[1]
TODAY = dt.date(2026, 11, 22)
PLANS = sorted((ROOT / "plans").glob("*.yaml"))


def median(run: Callable[[], object], times: int = 15) -> float:
    """The median time of a call, after one that is not counted."""
    run()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def pipeline(path: Path) -> dict[str, float]:
    """Each step of one plan from text to files, warm."""
    dossier = api.open_plan(path, TODAY)
    layers = api.read_plan(path)
    assert layers.root is not None
    typed, _ = type_plan(layers.root)
    assert typed is not None
    plan, _ = resolve(typed)
    registers, _ = api.registers_of(None)
    return {
        "read": median(lambda: api.read_plan(path)),
        "type": median(lambda: type_plan(layers.root)),  # type: ignore[arg-type]
        "resolve": median(lambda: resolve(typed)),
        "check": median(lambda: list(checks.run(checks.Case(plan, registers, TODAY)))),
        "documents": median(lambda: list(issuing.documents(dossier, TODAY))),
        "whole": median(lambda: list(issuing.documents(api.open_plan(path, TODAY), TODAY))),
    }


def slowest_checks(path: Path) -> list[tuple[str, float]]:
    """The five checks that take longest on one plan."""
    plan = api.open_plan(path, TODAY).plan
    assert plan is not None
    registers, _ = api.registers_of(None)
    taken = {
        name: median(lambda rule=rule: list(rule.check(checks.Case(plan, registers, TODAY))))  # type: ignore[misc]
        for name, rule in checks.CHECKS.items()
    }
    return sorted(taken.items(), key=lambda item: -item[1])[:5]


def cold(*arguments: str) -> float:
    """A whole process of the command line, in milliseconds."""
    command = [str(Path(sys.executable).with_name("kehoach")), *arguments]
    kept = {name: value for name, value in os.environ.items() if name != _NO_BYTECODE}
    return median(lambda: subprocess.run(command, capture_output=True, check=False, env=kept), 9)


def review_times() -> tuple[float, float]:
    """The comparison of the two largest plans, and their tracked documents (ms)."""
    from kehoach.reviewing.comparison import compare
    from kehoach.reviewing.redline import redlines

    large = sorted(PLANS, key=lambda path: -path.stat().st_size)[:2]
    old, new = (api.open_plan(path, TODAY) for path in large)
    return (
        median(lambda: compare(old, new, TODAY), 7),
        median(lambda: list(redlines(old, new, TODAY)), 5),
    )


def main() -> None:
    """Print everything."""
    bench_render.main()
    print("\nfrom YAML to Word files, warm (ms)")
    for path in PLANS:
        steps = pipeline(path)
        print(f"  {path.stem:24}" + "".join(f"{name} {ms:7.2f}   " for name, ms in steps.items()))
    largest = max(PLANS, key=lambda path: path.stat().st_size)
    print(f"\nslowest checks on {largest.stem} (ms)")
    for name, ms in slowest_checks(largest):
        print(f"  {name:24} {ms:7.2f}")
    told, tracked = review_times()
    print(f"\nreview of the two largest plans: diff {told:.0f} ms, tracked docx {tracked:.0f} ms")
    print("\none plan for many rows, two processes")
    bench_batch.main()
    print("\nwhole processes (ms)")
    plans = (ROOT / "docs/example.yaml", PLANS[0])
    for arguments in (("--help",), *(("check", str(one.relative_to(ROOT))) for one in plans)):
        print(f"  kehoach {' '.join(arguments):48} {cold(*arguments):7.0f}")


if __name__ == "__main__":
    main()
