"""What the making of a document may look at besides the plan: registers, and names."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from kehoach.plan import Filler, Plan
from kehoach.plan.time import day_of
from kehoach.registers import Registers
from kehoach.source import Memory


@dataclass(frozen=True, slots=True)
class Scope:
    """One dossier in the making; `today` stands in for the date of a draft."""

    plan: Plan
    registers: Registers
    today: dt.date
    filler: Filler = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "filler", Filler(self.plan, Memory()))

    @property
    def date(self) -> dt.date:
        """The day on which names have to be right."""
        return day_of(self.plan, self.today)

    def agency(self, reference: str) -> str:
        """The name of an agency given by its id in the register, or by its name."""
        agencies = self.registers.agencies
        found = agencies.get(reference, self.date) or agencies.get(reference)
        return found.name if found else reference

    @property
    def issuer_name(self) -> str:
        """The issuer's full name, as in a sentence."""
        issuer = self.plan.issuer
        return issuer.name or (self.agency(issuer.agency) if issuer.agency else "")
