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
    from kehoach.cli import main

    sections = [section(line, command) for line, command in commands("kehoach", main)]
    return document(notice("src/kehoach/cli"), "# Các lệnh", *sections)


def commands(line: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """The command and those below it, each with what one types to call it."""
    yield line, command
    for name, below in sorted(getattr(command, "commands", {}).items()):
        yield from commands(f"{line} {name}", below)


def section(line: str, command: click.Command) -> str:
    import click

    context = click.Context(command, info_name=line)
    usage = " ".join([line, *command.collect_usage_pieces(context)])
    options = [row(one) for one in command.params if isinstance(one, click.Option)]
    listing = table(("Tùy chọn", "Ý nghĩa"), options) if options else ""
    text = inspect.cleandoc(command.help or "").replace("\b\n", "")
    return document(f"## {line}", text, fence(usage), listing)


def row(option: click.Option) -> tuple[str, str]:
    """How an option is typed, and what it does."""
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    choices = getattr(option.type, "choices", ())
    listed = f" Một trong: {', '.join(map(str, choices))}." if choices else ""
    return names, f"{option.help or ''}{listed}"
