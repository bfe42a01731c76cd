"""The decree's layout: its numbers, how a Word file measures against them, what breaks them."""

from kehoach.layout.measure import measure
from kehoach.layout.measured import Measured
from kehoach.layout.nd30 import ND30, Decree
from kehoach.layout.rules import findings, violations

__all__ = [
    "ND30",
    "Decree",
    "Measured",
    "findings",
    "measure",
    "violations",
]
