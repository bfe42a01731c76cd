"""Values into Vietnamese text: every public function of a module here is a filter of the templates.

A new filter is a new function in its family's file, a new family a new file. Modules whose name
ends in `_read` go the other way (text to value) and give no filters, nor does the package `values`.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

Filter = Callable[..., Any]


def families() -> Iterator[str]:
    """The full names of the modules that hold filters, in alphabetical order."""
    for module in pkgutil.iter_modules(__path__, f"{__name__}."):
        if not module.ispkg and not module.name.endswith("_read"):
            yield module.name


def family_filters(name: str) -> dict[str, Filter]:
    """The filters of one module, in the order it defines them."""
    return {
        key: function
        for key, function in vars(importlib.import_module(name)).items()
        if inspect.isfunction(function) and function.__module__ == name and not key.startswith("_")
    }


FILTERS: dict[str, Filter] = {
    key: function for name in families() for key, function in family_filters(name).items()
}
"""Each filter by its name in templates, which is the function's name."""
