"""What a plan cites, in one form for all checks: legal bases, proposals, documents in its texts."""

from kehoach.citations.alike import (
    issued_by,
    level_of,
    row_of,
    same_document,
    same_issuer,
    same_number,
)
from kehoach.citations.mentions import Basis, Mention, bases, mentions

__all__ = [
    "Basis",
    "Mention",
    "bases",
    "issued_by",
    "level_of",
    "mentions",
    "row_of",
    "same_document",
    "same_issuer",
    "same_number",
]
