"""Kế hoạch năm trước -> dự thảo năm sau: comments, order and layout of the YAML stay."""

from kehoach.rollover.roll import Done, Rolled, in_base, roll
from kehoach.rollover.subject import year_of

__all__ = ["Done", "Rolled", "in_base", "roll", "year_of"]
