"""docs/cli.md: every command with its arguments and options, as `--help` tells them."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from manual.markdown import document, fence, notice, table

if TYPE_CHECKING:
    import click


def page(_: Path) -> str:
    from kehoach.cli import kehoach

    sections = [section(line, command) for line, command in commands("kehoach", kehoach)]
    return document(notice("src/kehoach/cli"), "# Các lệnh", *sections)


def commands(line: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """The command and those below it, each with what one types to call it; hidden ones left out."""
    if command.hidden:
        return
    yield line, command
    for name, below in sorted(getattr(command, "commands", {}).items()):
        yield from commands(f"{line} {name}", below)


def section(line: str, command: click.Command) -> str:
    import click

    options = [row(one) for one in command.params if isinstance(one, click.Option)]
    listing = table(("Tùy chọn", "Ý nghĩa"), options) if options else ""
    return document(f"## {line}", *prose(command.help or ""), fence(usage(line, command)), listing)


def usage(line: str, command: click.Command) -> str:
    """What one types; click's own line changes with its version."""
    import click

    arguments = [one for one in command.params if isinstance(one, click.Argument)]
    names = [one.metavar or (one.name or "").upper() for one in arguments]
    below = ["LỆNH ..."] if hasattr(command, "commands") else []
    return " ".join([line, "[tùy chọn]", *below, *names])


def prose(text: str) -> Iterator[str]:
    """The paragraphs of a help text; those that click must not rewrap are shown as typed."""
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        typed = paragraph.startswith("\b\n")
        yield fence(paragraph.removeprefix("\b\n")) if typed else paragraph


def row(option: click.Option) -> tuple[str, str]:
    """How an option is typed, and what it does."""
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    choices = getattr(option.type, "choices", ())
    listed = f" Một trong: {', '.join(map(str, choices))}." if choices else ""
    typed = option.show_default and isinstance(option.default, str)
    default = f" Mặc định: {option.default}." if typed else ""
    return names, f"{option.help or ''}{listed}{default}"
