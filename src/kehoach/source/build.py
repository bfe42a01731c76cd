"""Text -> values with places."""

from __future__ import annotations

from typing import Any

import yaml

from kehoach.source.builder import Builder, StopError
from kehoach.source.collector import collector_off
from kehoach.source.complaint import NAME
from kehoach.source.finding import Finding
from kehoach.source.limits import Limits
from kehoach.source.marks import Value

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def build(name: str, text: str, limits: Limits) -> tuple[Value, list[Finding], int]:
    """The root value of a text (None where it cannot be read), what is wrong, how many values."""
    loader = _Loader(text)
    builder = Builder(name, text, limits, loader.get_event)
    try:
        with collector_off():
            root = builder.document()
    except yaml.MarkedYAMLError as error:
        builder.stopped(error)
        return None, builder.problems, builder.nodes
    except StopError as stop:
        return None, [*builder.problems, stop.problem], builder.nodes
    finally:
        loader.dispose()
    broken = any(one.name == NAME for one in builder.problems)
    return (None if broken else root), builder.problems, builder.nodes
