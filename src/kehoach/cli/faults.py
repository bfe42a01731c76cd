"""A fault that is not the user's: told in a sentence, and kept in a file that can be sent."""

from __future__ import annotations

import datetime as dt
import platform
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from kehoach import __version__
from kehoach.cli.terminal import say
from kehoach.machine import Fault, fault_of

FAULT = 2
"""The exit code of the machine's faults and of a wrong command line."""


def tell_fault(error: BaseException) -> None:
    """Say what happened at the end of a command that could not go on."""
    fault = fault_of(error)
    say(f"kehoach: {fault.message}", err=True)
    keep_traces([fault])


def keep_traces(faults: Iterable[Fault]) -> None:
    """Write the traces of these faults, where they have any, to one file, and name it."""
    traces = [one.trace for one in faults if one.trace]
    if not traces:
        return
    now = dt.datetime.now()  # noqa: DTZ005 - the clock on the wall of the official
    where = f"kehoach {__version__}, Python {sys.version}, {platform.platform()}"
    text = "\n".join([f"{now:%Y-%m-%d %H:%M:%S}", where, f"lệnh: {sys.argv}", "", *traces])
    file = Path(tempfile.gettempdir()) / f"kehoach-loi-{now:%Y%m%d-%H%M%S-%f}.txt"
    try:
        file.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError:
        say(text, err=True)  # a full disk: the screen is what is left
        return
    say(f"Chi tiết ghi ở {file}: hãy gửi tệp này cho người phụ trách kehoach.", err=True)
