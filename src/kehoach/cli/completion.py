"""`kehoach completion`: the script that lets a shell complete commands."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command(short_help="In đoạn mã gợi ý lệnh cho bash, zsh, fish.")
@click.argument("shell", metavar="SHELL", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """In đoạn mã gợi ý lệnh; với bash: kehoach completion bash >> ~/.bashrc."""
    from kehoach.cli import kehoach

    made = get_completion_class(shell)
    assert made is not None
    click.echo(made(kehoach, {}, "kehoach", "_KEHOACH_COMPLETE").source())
