"""What the command line prints: texts of plans and files steer neither a terminal nor a CI log."""

from __future__ import annotations

import re

import click

from kehoach.language.visible import visible

_COMMAND = re.compile(r"^(\s*)(::|##\[)", re.MULTILINE)
"""How a line begins that a CI runner takes for a command of its own (`::error`, `##[error]`)."""


def say(text: object = "", *, err: bool = False, nl: bool = True) -> None:
    """Print a text of which parts come from a plan, a sheet, a template or a file's name."""
    click.echo(_COMMAND.sub(r"\1\\\2", visible(str(text))), err=err, nl=nl)
