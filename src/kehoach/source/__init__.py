"""Text of plan files -> values that know where they stand; merging of bases."""

from kehoach.source.bases import load
from kehoach.source.layers import Files, Layers, ListedFiles
from kehoach.source.locate import find_in, locate
from kehoach.source.marks import Map, Mark, Path, Seq, Value
from kehoach.source.problems import LIMITS, Limits, Problem
from kehoach.source.reader import read

__all__ = [
    "LIMITS",
    "Files",
    "Layers",
    "Limits",
    "ListedFiles",
    "Map",
    "Mark",
    "Path",
    "Problem",
    "Seq",
    "Value",
    "find_in",
    "load",
    "locate",
    "read",
]
