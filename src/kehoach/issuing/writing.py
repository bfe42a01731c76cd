"""The finished files of a plan that was found to be in order: made, noted whence, written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath

from kehoach.api import Dossier
from kehoach.documents import Scope
from kehoach.issuing.rendering import Output, Templates, render
from kehoach.origin import Origin, hash_of
from kehoach.plan.time import is_undated
from kehoach.source import Map


def templates_of(dossier: Dossier) -> Templates:
    """The office's templates before the shipped ones; compiled once for all plans of a run."""
    folder = dossier.office.templates
    return dossier.memory.once(Templates, folder) if folder else _shipped()


@cache
def _shipped() -> Templates:
    return Templates()


def scope_of(dossier: Dossier, today: dt.date) -> Scope:
    """What the making of documents may look at."""
    assert dossier.plan is not None
    return Scope(dossier.plan, dossier.registers, today)


def documents(dossier: Dossier, today: dt.date, *, keyed: bool = False) -> Iterator[Output]:
    """The finished files of a plan that is ready; with `keyed`, with the keys of their blocks.

    Raises:
        TemplateError: a template cannot be compiled or filled.
    """
    scope = scope_of(dossier, today)
    variant = scope.plan.variant or dossier.office.settings.variant
    templates = templates_of(dossier)
    yield from render(scope, templates, variant, origin=origin_of(dossier, today), keyed=keyed)


def plan_hash(root: Map) -> str:
    """The hash of all that a plan says, its bases and data files included.

    Comments, layout, the order of keys, and which file a value stands in do not count.
    """
    from kehoach.plan.canonical import canonical

    return hash_of(canonical(root))


def origin_of(dossier: Dossier, today: dt.date) -> Origin:
    """What the documents of a plan note of it."""
    root, plan = dossier.layers.root, dossier.plan
    assert root is not None
    assert plan is not None
    name = PurePosixPath(dossier.file).name.rpartition(":")[2]  # of a version in git: A:plan.yaml
    return Origin(name, plan_hash(root), str(today.year) if is_undated(plan) else "")


def write(dossier: Dossier, folder: Path, today: dt.date) -> list[Path]:
    """Write a plan's files into a folder; all are made before the first is written."""
    from kehoach.outputs.files import sweep, write_aside

    made = list(documents(dossier, today))
    folder.mkdir(parents=True, exist_ok=True)
    for one in made:
        write_aside(folder / one.name, one.data)
    if made:
        sweep(folder / made[-1].name)
    return [folder / one.name for one in made]
