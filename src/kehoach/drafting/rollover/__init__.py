"""Kế hoạch năm trước -> dự thảo năm sau: comments, order and layout of the YAML stay."""

from kehoach.drafting.rollover.paths import Folders
from kehoach.drafting.rollover.roll import Done, Rolled, in_base, roll
from kehoach.drafting.rollover.subject import year_of

__all__ = ["Done", "Folders", "Rolled", "in_base", "roll", "year_of"]
