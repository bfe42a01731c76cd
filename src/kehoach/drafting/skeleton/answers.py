"""What the user said of the new plan, and what the registers add to it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from kehoach.registers import Agency, Place, Registers

Form = Literal["plan", "attached"]
UBND = "Ủy ban nhân dân"


@dataclass(frozen=True, slots=True)
class Answers:
    """The user's own words; `base` is the path to write under `extends`, with "/"."""

    year: int
    issuer: str = ""
    province: str = ""
    base: str = ""
    form: Form = "plan"


@dataclass(frozen=True, slots=True)
class Head:
    """The new plan's head: who issues it, and what follows from that."""

    name: str
    parent: str = ""
    symbol: str = ""
    place: str = ""
    where: str = ""

    @property
    def behalf(self) -> str:
        """Whom the signer acts for."""
        return UBND if self.name.startswith(UBND) else ""


def head_of(answers: Answers, registers: Registers) -> Head:
    """The head as far as the registers know it; what they do not is left empty."""
    day = dt.date(answers.year, 1, 1)
    province = _province(answers.province, registers, day)
    name = answers.issuer or f"{UBND} {province.full_name if province else answers.province}"
    agency = next(iter(registers.agencies.find(name, day)), None)
    place = registers.places.get(agency.place, day) if agency and agency.place else province
    letters = "QĐ" if answers.form == "attached" else "KH"
    return Head(
        name,
        parent=_parent(agency, province),
        symbol=f"{letters}-{agency.symbol}" if agency and agency.symbol else "",
        place=place.name if place else "",
        where=place.full_name if place else "",
    )


def _province(text: str, registers: Registers, day: dt.date) -> Place | None:
    found = registers.places.find(text, day) if text else ()
    return next((one for one in found if one.tier == "province"), None)


def _parent(agency: Agency | None, province: Place | None) -> str:
    """Of a department of a province the people's committee above it."""
    department = agency is not None and agency.level == "province" and not agency.place
    return f"{UBND} {province.full_name}" if department and province else ""
