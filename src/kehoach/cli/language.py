"""Make click speak Vietnamese, whatever the language of the machine; start without delay."""

from __future__ import annotations

import gc
import gettext
import os
from pathlib import Path

DOMAIN = "kehoach-click"
_LOCALE = Path(__file__).parents[1] / "data" / "locale"


def speak_vietnamese() -> None:
    """Bind gettext to our translation of click's own texts; call it before importing click."""
    os.environ["LANGUAGE"] = "vi"  # gettext reads it at each lookup
    gettext.bindtextdomain(DOMAIN, str(_LOCALE))
    gettext.textdomain(DOMAIN)


def start_light() -> None:
    """Leave out what a short command would only wait for: plugins that nobody has, collections."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(100_000, 20, 20)
