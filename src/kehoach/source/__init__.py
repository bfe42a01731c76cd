"""Text of plan files -> values that know where they stand; merging of bases."""

from kehoach.source.bases import load
from kehoach.source.files import (
    OFFICE_FILE,
    DiskFiles,
    Files,
    GitFiles,
    OverlayFiles,
    RefusedError,
    beside,
    folders_above,
    inside,
    office_folder,
    read_regular,
)
from kehoach.source.finding import Finding, Severity
from kehoach.source.git import GitError, git, hand_over
from kehoach.source.layers import Layers
from kehoach.source.letters import UNPRINTABLE
from kehoach.source.limits import LIMITS, Limits
from kehoach.source.locate import Pieces, locate
from kehoach.source.marks import Map, Mark, Route, Seq, Value
from kehoach.source.memory import Memory
from kehoach.source.reader import read, read_safely
from kehoach.source.route import covering, covers, find_route, named_route, route_text
from kehoach.source.sheets import Cell, Line, Page, SheetError, read_page
from kehoach.source.tree import get, leaves, put, texts, walk

__all__ = [
    "LIMITS",
    "OFFICE_FILE",
    "UNPRINTABLE",
    "Cell",
    "DiskFiles",
    "Files",
    "Finding",
    "GitError",
    "GitFiles",
    "Layers",
    "Limits",
    "Line",
    "Map",
    "Mark",
    "Memory",
    "OverlayFiles",
    "Page",
    "Pieces",
    "RefusedError",
    "Route",
    "Seq",
    "Severity",
    "SheetError",
    "Value",
    "beside",
    "covering",
    "covers",
    "find_route",
    "folders_above",
    "get",
    "git",
    "hand_over",
    "inside",
    "leaves",
    "load",
    "locate",
    "named_route",
    "office_folder",
    "put",
    "read",
    "read_page",
    "read_regular",
    "read_safely",
    "route_text",
    "texts",
    "walk",
]
