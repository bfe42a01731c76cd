"""Jobs on several processes, in order; a process that dies takes one job with it, not the rest."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import connection, get_context, parent_process
from threading import Thread
from typing import Generic, TypeVar

Job = TypeVar("Job")
Done = TypeVar("Done")

_AHEAD = 8  # jobs a worker has waiting: enough to keep it busy, few enough to hold in memory


def in_order(
    work: Callable[[Job], Done],
    jobs: Iterable[Job],
    workers: int,
    lost: Callable[[Job], Done],
) -> Iterator[Done]:
    """What `work` makes of each job, in the order of the jobs, on so many processes.

    When a process dies (killed, out of memory), what it may have been working on is done again,
    each job alone, so that the one that kills is known: `lost` says what came of that one.
    Closing the iterator ends the processes.
    """
    if workers <= 1:
        yield from map(work, jobs)
        return
    waiting: deque[_InFlight[Job, Done]] = deque()
    left = iter(jobs)
    while True:
        pool = _pool(workers)
        try:
            yield from _until_broken(pool, work, waiting, left, workers * _AHEAD)
        finally:
            _end(pool)
        if not waiting:
            return
        suspects = [one for one in waiting if not one.finished][:workers]
        while suspects:
            one = waiting.popleft()
            if one in suspects:
                suspects.remove(one)
                yield _alone(work, one.job, lost)
            else:
                yield one.future.result()  # type: ignore[union-attr] # finished, so it has one


@dataclass(slots=True, eq=False)
class _InFlight(Generic[Job, Done]):
    """A job in flight; `future` is None until a pool has it."""

    job: Job
    future: Future[Done] | None = None

    @property
    def finished(self) -> bool:
        future = self.future
        return future is not None and future.done() and not future.exception()


def _until_broken(
    pool: ProcessPoolExecutor,
    work: Callable[[Job], Done],
    waiting: deque[_InFlight[Job, Done]],
    left: Iterator[Job],
    ahead: int,
) -> Iterator[Done]:
    """What is done until all is, or a process dies: then `waiting` holds what is not."""
    try:
        for one in waiting:
            if not one.finished:
                one.future = pool.submit(work, one.job)
        while True:
            for job in islice(left, ahead - len(waiting)):
                waiting.append(one := _InFlight(job))
                one.future = pool.submit(work, job)
            if not waiting:
                return
            done = waiting[0].future.result()  # type: ignore[union-attr] # all are submitted
            waiting.popleft()
            yield done
    except BrokenProcessPool:
        return


def _alone(work: Callable[[Job], Done], job: Job, lost: Callable[[Job], Done]) -> Done:
    pool = _pool(1)
    try:
        return pool.submit(work, job).result()
    except BrokenProcessPool:
        return lost(job)
    finally:
        _end(pool)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start)


def _end(pool: ProcessPoolExecutor) -> None:
    """No job is begun any more; those at work are waited for, so that no half file stays."""
    pool.shutdown(wait=True, cancel_futures=True)


def _start() -> None:
    """In each process: Ctrl-C is the parent's to handle, and a parent that dies takes us along."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
