"""`kehoach schema`: the JSON Schema of plan files, for editors."""

from __future__ import annotations

import json

import click


@click.command(short_help="In JSON Schema của tệp kế hoạch.")
def schema() -> None:
    """In JSON Schema của tệp kế hoạch, để trình soạn thảo gợi ý khóa và báo lỗi khi gõ."""
    from kehoach.plan.schema import plan_schema

    click.echo(json.dumps(plan_schema(), ensure_ascii=False, indent=2))
