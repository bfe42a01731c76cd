"""Registers of agencies, places and documents, by day; an office adds its own rows."""

from kehoach.registers.agencies import Agencies, Agency, Successor
from kehoach.registers.documents import Document, Documents
from kehoach.registers.load import Registers, load_registers
from kehoach.registers.places import Place, Places
from kehoach.registers.validity import Validity

__all__ = [
    "Agencies",
    "Agency",
    "Document",
    "Documents",
    "Place",
    "Places",
    "Registers",
    "Successor",
    "Validity",
    "load_registers",
]
