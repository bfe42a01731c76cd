"""Many documents in one go: many plans, or one plan once for each row of a data file."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import count
from pathlib import Path

from kehoach import api, issuing
from kehoach.issuing.names import safe_name
from kehoach.issuing.rows import Filling, filled
from kehoach.issuing.workers import in_order
from kehoach.machine import Fault, fault_of
from kehoach.source import Memory, inside

_REMEMBERED = 100  # rows after which a process forgets the texts of those before
_filled = count(1)

Told = Callable[[api.Dossier], str]


@dataclass(frozen=True, slots=True)
class Job:
    """One plan to be written, filled with a row where there is one."""

    plan: Path
    folder: Path
    today: dt.date
    allow_errors: bool = False
    filling: Filling | None = None

    @property
    def name(self) -> str:
        """What the job is called in reports."""
        if self.filling is None:
            return self.plan.as_posix()
        return f"{self.filling.file}:{self.filling.number}: {self.filling.name}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job: files written, what is to be told; `fault` where it is not the plan's."""

    name: str
    written: tuple[Path, ...] = ()
    told: str = ""
    good: bool = True
    fault: Fault | None = None


def run(jobs: Iterable[Job], told: Told, workers: int) -> Iterator[Outcome]:
    """Do the jobs in order, on so many processes; a failing one never stops the rest."""
    return in_order(partial(perform, told=told), jobs, workers, _lost)


def _lost(job: Job) -> Outcome:
    message = "tiến trình làm việc này bị ngắt hai lần (hết bộ nhớ hoặc bị chương trình khác tắt)"
    return Outcome(job.name, told=message, good=False, fault=Fault(message))


def perform(job: Job, told: Told) -> Outcome:
    """Read, check and write one plan; what goes wrong is told in the outcome."""
    if job.filling and next(_filled) % _REMEMBERED == 0:
        forget()
    from kehoach.outputs.faults import TemplateError

    try:
        dossier = _dossier(job)
        if dossier.plan is None or not (dossier.ready or job.allow_errors):
            return Outcome(job.name, told=told(dossier), good=False)
        folder = job.folder / (job.filling.name if job.filling else safe_name(job.plan.stem))
        inside(folder, job.folder)  # a folder that is a link leading out is refused
        written = issuing.write(dossier, folder, job.today)
    except TemplateError as error:
        return Outcome(job.name, told=f"mẫu Word có lỗi:\n{error}", good=False)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is this job's; the rest go on
        fault = fault_of(error)
        return Outcome(job.name, told=fault.message, good=False, fault=fault)
    return Outcome(job.name, tuple(written), "" if dossier.ready else told(dossier), dossier.ready)


def forget() -> None:
    """Empty what is remembered of earlier texts, so that memory does not grow with the rows."""
    for name, module in list(sys.modules.items()):
        if name.startswith("kehoach."):
            for function in list(vars(module).values()):
                clear = getattr(function, "cache_clear", None)  # as functools.lru_cache gives it
                if clear is not None:
                    clear()


def _dossier(job: Job) -> api.Dossier:
    memory = _memory()
    memory.turn()
    layers = memory.once(api.read_plan, job.plan) if job.filling else api.read_plan(job.plan)
    if job.filling and layers.root is not None:
        root = filled(layers.root, job.filling)
        layers = replace(layers, root=root, problems=list(layers.problems))
    return api.examine(layers, job.plan, job.today, memory=memory)


@cache
def _memory() -> Memory:
    """The run's, as far as this process has a part in it: a job brings nothing from the last."""
    return Memory()


def default_workers(jobs: int) -> int:
    """One process a core, no more than there are jobs."""
    return max(1, min(os.cpu_count() or 1, jobs))
