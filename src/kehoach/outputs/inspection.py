"""Inspection."""

from __future__ import annotations
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from kehoach.outputs.faults import TemplateFault

Known = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Inspection:
    faults: tuple[TemplateFault, ...]
    shown: frozenset[str]


def inspect_template(
    data: bytes, known: Known, filters: Mapping[str, Callable[..., object]]
) -> Inspection:
    raise NotImplementedError
