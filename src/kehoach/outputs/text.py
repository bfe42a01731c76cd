"""Text."""

from __future__ import annotations


def template_text(data: bytes) -> str:
    raise NotImplementedError
