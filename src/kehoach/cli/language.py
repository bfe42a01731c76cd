"""Make click speak Vietnamese, whatever the language of the machine."""

from __future__ import annotations

import gettext
import os
from importlib.resources import files

DOMAIN = "kehoach-click"


def speak_vietnamese() -> None:
    """Bind gettext to our translation of click's own texts; call it before importing click."""
    os.environ["LANGUAGE"] = "vi"  # gettext reads it at each lookup
    gettext.bindtextdomain(DOMAIN, str(files("kehoach") / "data" / "locale"))
    gettext.textdomain(DOMAIN)
