"""What `make growth` measures: texts made to hurt, and a meter for what reads them."""

from growing.meter import Meter, measured
from growing.texts import TEXTS

__all__ = ["TEXTS", "Meter", "measured"]
