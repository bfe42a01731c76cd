"""What a plan cites, in one form for all checks: legal bases, proposals, documents in its texts."""

from kehoach.citations.alike import (
    MOST_WAYS,
    issued_by,
    level_of,
    row_of,
    same_document,
    same_issuer,
    same_number,
)
from kehoach.citations.mentions import Basis, Mention, bases, mentions

__all__ = [
    "MOST_WAYS",
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
