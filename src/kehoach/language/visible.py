"""Letters that steer a terminal or hide what a text says, written so that people see them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
"""Controls (C0, C1), directions, joiners and other letters without a shape, tags."""


def visible(text: str, keep: str = "\n\t") -> str:
    r"""The text with each steering letter as its escape; those in `keep` stay.

    >>> visible("đỏ\x1b[31m\u202e", keep="")
    'đỏ\\x1b[31m\\u202e'
    """
    if text.isprintable():
        return text
    return _STEERING.sub(lambda found: found[0] if found[0] in keep else _escape(found[0]), text)


def _escape(letter: str) -> str:
    return letter.encode("unicode_escape").decode()


def as_json(value: Any, default: Callable[[Any], Any] | None = None) -> str:
    r"""A value as indented JSON for programs and people; steering letters as JSON escapes.

    >>> as_json("a\u202e")
    '"a\\u202e"'
    """
    text = json.dumps(value, ensure_ascii=False, indent=2, default=default)
    return _STEERING.sub(_json_escape, text)


def _json_escape(found: re.Match[str]) -> str:
    return found[0] if found[0] == "\n" else json.dumps(found[0])[1:-1]
