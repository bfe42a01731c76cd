"""Numbers of a sheet in Vietnamese writing, as the cell's own format shows them."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

_DIGITS = ".15g"  # what Excel itself shows of the binary number it stores
_QUIET = re.compile(r"\[[^\]]*\]|_.|\*.|\\(.)|\"([^\"]*)\"")
_FORM = re.compile(
    r"(?P<before>[^#0,.%]*)(?P<whole>[#0,]+)(?:\.(?P<rest>[0#]+))?(?P<after>[^#0.]*)"
)
_WRITTEN = re.compile(r"[-−]?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d+)?")


def exact(value: float) -> Decimal:
    """The decimal number that a stored binary one stands for."""
    return Decimal(format(value, _DIGITS))


def rounded(number: Decimal, places: int) -> Decimal:
    """A number with so many decimals, half up."""
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def vietnamese(number: Decimal, *, grouped: bool = True) -> str:
    """A number with `.` between thousands and `,` before decimals; no zeros at its end.

    >>> vietnamese(Decimal("1234.50")), vietnamese(Decimal("2027"), grouped=False)
    ('1.234,5', '2027')
    """
    whole, _, rest = (f"{number:,f}" if grouped else f"{number:f}").partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")


def written(text: str) -> Decimal | None:
    """The value of Vietnamese digits; None where they are none.

    >>> written("1.234,5"), written("1,234.5")
    (Decimal('1234.5'), None)
    """
    if not _WRITTEN.fullmatch(text):
        return None
    return Decimal(text.replace(".", "").replace(",", ".").replace("−", "-"))


def shown(number: Decimal, form: str) -> str:
    """A number as Excel shows it by its format, in Vietnamese signs.

    >>> shown(Decimal(7), "0000"), shown(Decimal("1234.5"), '#,##0.00" ha"')
    ('0007', '1.234,50 ha')
    >>> shown(Decimal("0.155"), "0.0%"), shown(Decimal(2027), "General")
    ('15,5%', '2027')
    """
    found = _FORM.fullmatch(_plain(form))
    if not found or ",," in form or found["whole"].endswith(","):
        return vietnamese(number, grouped=False)
    value = rounded(number * (100 if "%" in form else 1), len(found["rest"] or ""))
    digits, _, rest = f"{abs(value):f}".partition(".")
    digits = digits.zfill(found["whole"].replace(",", "").count("0"))
    if "," in found["whole"]:
        digits = re.sub(r"\B(?=(?:\d{3})+$)", ".", digits)
    fixed = (found["rest"] or "").rstrip("#")
    while len(rest) > len(fixed) and rest.endswith("0"):
        rest = rest[:-1]
    sign = "-" if value < 0 else ""
    return (sign + found["before"] + digits + (f",{rest}" if rest else "") + found["after"]).strip()


def _plain(form: str) -> str:
    """The first section of a format, without colours, fills and the quotes of its words."""
    section = re.sub(r"\"[^\"]*\"", lambda one: one[0].replace(";", ""), form).split(";")[0]
    return _QUIET.sub(lambda one: one[1] or one[2] or "", section)
