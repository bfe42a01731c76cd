"""Text of plan files -> values that know where they stand; merging of bases."""

from kehoach.source.bases import load
from kehoach.source.layers import Files, Layers, ListedFiles
from kehoach.source.locate import find_in, locate
from kehoach.source.marks import Map, Mark, Route, Seq, Value
from kehoach.source.memory import Memory
from kehoach.source.problems import LIMITS, Limits, Problem
from kehoach.source.reader import read
from kehoach.source.sheets import Line, SheetError, fill_tables, read_lines

__all__ = [
    "LIMITS",
    "Files",
    "Layers",
    "Limits",
    "Line",
    "ListedFiles",
    "Map",
    "Mark",
    "Memory",
    "Problem",
    "Route",
    "Seq",
    "SheetError",
    "Value",
    "fill_tables",
    "find_in",
    "load",
    "locate",
    "read",
    "read_lines",
]
