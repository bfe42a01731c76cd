"""The command line: a thin skin over the pipeline; all it says is Vietnamese."""

from __future__ import annotations

import io
import os
import sys

from kehoach.cli.language import speak_vietnamese, start_light

speak_vietnamese()
start_light()

import click  # noqa: E402 - its texts are translated at import

from kehoach import __version__  # noqa: E402
from kehoach.cli.completion import completion  # noqa: E402
from kehoach.cli.drafting.fmt import fmt  # noqa: E402
from kehoach.cli.drafting.new import new  # noqa: E402
from kehoach.cli.drafting.rollover import rollover  # noqa: E402
from kehoach.cli.faults import FAULT, tell_fault  # noqa: E402
from kehoach.cli.inspecting.check import check  # noqa: E402
from kehoach.cli.inspecting.checks import checks  # noqa: E402
from kehoach.cli.inspecting.explain import explain  # noqa: E402
from kehoach.cli.inspecting.lookup import lookup  # noqa: E402
from kehoach.cli.inspecting.schema import schema  # noqa: E402
from kehoach.cli.issuing.render import render  # noqa: E402
from kehoach.cli.issuing.template import template  # noqa: E402
from kehoach.cli.reviewing.diff import diff  # noqa: E402
from kehoach.cli.reviewing.git_diff import git_diff, git_difftool  # noqa: E402
from kehoach.cli.reviewing.git_setup import git_setup  # noqa: E402
from kehoach.cli.reviewing.merge_file import merge_file  # noqa: E402
from kehoach.cli.reviewing.verify import verify  # noqa: E402
from kehoach.cli.terminal import say  # noqa: E402

STOPPED = 130  # as a shell counts a program that Ctrl-C ended


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", message="kehoach %(version)s", help="In phiên bản.")
def kehoach() -> None:
    """Soạn kế hoạch bằng YAML: kiểm tra số liệu, căn cứ, rồi xuất tệp Word đúng thể thức."""


def _say_in_vietnamese(command: click.Command) -> None:
    """The words of the usage line that click does not translate."""
    command.options_metavar = "[TÙY CHỌN]"
    if isinstance(command, click.Group):
        command.subcommand_metavar = "LỆNH [ĐỐI SỐ]..."
        for one in command.commands.values():
            _say_in_vietnamese(one)


for command in (
    new,
    rollover,
    lookup,
    render,
    check,
    checks,
    diff,
    explain,
    fmt,
    schema,
    template,
    completion,
    verify,
    git_setup,
    git_diff,
    git_difftool,
    merge_file,
):
    kehoach.add_command(command)
_say_in_vietnamese(kehoach)


def main() -> None:
    """The entry point: exit 0 clean, 1 errors in a plan, 2 the machine's fault, 130 stopped."""
    os.environ["PYTHONSAFEPATH"] = "1"  # workers import nothing from the working folder either
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may think otherwise
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        sys.exit(kehoach(prog_name="kehoach", standalone_mode=False))
    except click.ClickException as error:
        text = io.StringIO()
        error.show(text)
        say(text.getvalue(), err=True, nl=False)
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        say("Đã dừng theo yêu cầu; những tệp đã báo xuất thì còn nguyên.", err=True)
        sys.exit(STOPPED)
    except BrokenPipeError:  # whoever read our output (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAULT)
    except Exception as error:  # noqa: BLE001 - nobody above us could tell it
        tell_fault(error)
        sys.exit(FAULT)
