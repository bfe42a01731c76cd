"""How fast one plan is made for many rows, how much memory it takes, and docxtpl beside it."""

from __future__ import annotations

import datetime as dt
import io
import statistics
import sys
import tempfile
import time
from pathlib import Path

from docxtpl import DocxTemplate

from kehoach import api, issuing
from kehoach.documents import TYPES
from kehoach.documents.paper import Paper
from kehoach.formats import FILTERS
from kehoach.issuing import rendering
from kehoach.office.templates import SHIPPED
from kehoach.outputs.environment import environment
from kehoach.outputs.filters import FILTERS as DRAWING
from kehoach.outputs.filters import NOTES
from kehoach.outputs.footnotes import Footnotes
from kehoach.outputs.page import page_filters
from kehoach.registers import load_registers

ROOT = Path(__file__).parents[1]
PLAN = ROOT / "plans/xa-ba-be-2027.yaml"
TODAY = dt.date(2026, 11, 22)


def communes(rows: int) -> list[str]:
    """The communes of today, each with the names of its committee and its place."""
    places = load_registers()[0].places.on(TODAY)
    units = [one for one in places if one.tier == "commune"][:rows]
    return [f"{one.id};Ủy ban nhân dân {one.full_name};{one.name}" for one in units]


def measured(rows: int) -> tuple[float, float]:
    """Seconds and peak MB (of the largest process) of a render of so many rows."""
    import resource
    import subprocess

    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "rows.csv"
        data.write_text("\n".join(["mã;issuer;place", *communes(rows)]), encoding="utf-8")
        command = [str(Path(sys.executable).with_name("kehoach")), "render", str(PLAN)]
        start = time.perf_counter()
        subprocess.run(
            [*command, "--data", str(data), "-o", folder], check=True, stdout=subprocess.DEVNULL
        )
        taken = time.perf_counter() - start
    return taken, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def docxtpl_ms() -> float:
    """docxtpl's time for the same plan's documents, from the same values."""
    dossier = api.open_plan(PLAN, TODAY)
    scope = issuing.scope_of(dossier, TODAY)
    return sum(_docxtpl(one) for kind in TYPES for one in kind.papers(scope))


def _docxtpl(paper: Paper) -> float:
    path = SHIPPED / f"{paper.template}.docx"
    data = path.read_bytes()
    filters = {**FILTERS, **DRAWING, **page_filters(data)}
    values = rendering.named(paper.context)
    taken = []
    for _ in range(7):
        start = time.perf_counter()
        word = DocxTemplate(io.BytesIO(data))
        word.render({**values, NOTES: Footnotes({})}, environment(filters))
        word.save(io.BytesIO())
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def main(sizes: tuple[int, ...] = (100, 500)) -> None:
    """Print rates for growing numbers of rows; `bench_batch.py 3321` for the whole country."""
    for rows in sizes:
        taken, peak = measured(rows)
        rate = rows / taken
        print(
            f"  {rows:5} rows: {taken:6.1f} s, {rate:6.1f} plans/s, peak {peak:5.0f} MB a process"
        )
    print(f"  docxtpl, filling alone, for the same plan: {1000 / docxtpl_ms():6.1f} plans/s")


if __name__ == "__main__":
    main(tuple(int(one) for one in sys.argv[1:]) or (100, 500))
