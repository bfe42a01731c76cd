"""A check's docstring taken apart: why it is there, a wrong and a right example, its legal source.

The manual prints the parts; the tests run the examples.
"""

from __future__ import annotations

import inspect
import re

PARTS = ("Vì sao", "Sai", "Đúng", "Căn cứ")
WRONG, RIGHT = "Sai", "Đúng"


def parts(doc: str) -> dict[str, str]:
    r"""A check's docstring by its parts, each without its indent; "" is what stands before them.

    >>> parts("Hạn.\n\nSai:\n\n    tasks: []\n")["Sai"]
    'tasks: []'
    """
    heads = "|".join(PARTS)
    first, *rest = re.split(rf"^({heads}):[ ]*(?:\n|$)", inspect.cleandoc(doc), flags=re.MULTILINE)
    pairs = zip(rest[::2], rest[1::2], strict=True)
    return {"": first.strip(), **{head: _block(text) for head, text in pairs}}


def _block(text: str) -> str:
    return inspect.cleandoc("\n" + text).strip()
