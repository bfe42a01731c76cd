"""Where a Word file comes from: the plan's name and the hash of all that it says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from kehoach import __version__

PLAN, HASH, YEAR = "kehoach.plan", "kehoach.hash", "kehoach.year"
DOCUMENT, TEMPLATE, VERSION = "kehoach.document", "kehoach.template", "kehoach.version"


@dataclass(frozen=True, slots=True)
class Origin:
    """What every document of a plan notes of it.

    Attributes:
        plan: the plan's file, without its folder, so that all machines write the same bytes.
        hash: of all that the plan says, with its bases and the data files of its tables.
        year: the year in which a draft without a date was printed; "" where the plan tells it.
    """

    plan: str
    hash: str
    year: str = ""

    def properties(self, document: str, template: str, digest: str) -> dict[str, str]:
        """The custom properties of one document, made from a template with this SHA-256."""
        found = {
            PLAN: self.plan,
            HASH: self.hash,
            DOCUMENT: document,
            TEMPLATE: f"{template} {digest}",
            VERSION: __version__,
        }
        return found | ({YEAR: self.year} if self.year else {})


def origin_in(properties: Mapping[str, str]) -> Origin | None:
    """The origin that a document notes; None where it notes none."""
    plan, found = properties.get(PLAN), properties.get(HASH)
    return Origin(plan, found, properties.get(YEAR, "")) if plan and found else None


def hash_of(said: Any) -> str:
    """SHA-256 of plain data; the order of keys does not count."""
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
