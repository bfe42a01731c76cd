"""The text of a new plan file."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Collection, Iterator, Mapping
from string import Template

from pydantic import BaseModel

from kehoach.drafting.skeleton.answers import Answers, Head, head_of
from kehoach.drafting.skeleton.keys import about, below
from kehoach.drafting.skeleton.missing import missing_parts
from kehoach.editing.canonical.scalars import quoted
from kehoach.plan import Plan
from kehoach.plan.head import parted
from kehoach.registers import Registers
from kehoach.source import Map

_HEAD = """\
# Kế hoạch soạn bằng kehoach. Điền các chỗ ghi TODO; dòng bắt đầu bằng # là lời giải thích, hoặc
# khóa chưa dùng: bỏ dấu # để dùng. Kiểm tra: kehoach check; xuất Word: kehoach render.
"""
_FREE = {"kind"}  # a new plan has nothing to choose there


def new_plan(answers: Answers, registers: Registers, base: Map | None = None) -> str:
    """The file's text.

    Args:
        answers: what the user said.
        registers: the office's registers.
        base: the merged tree of the base, where the plan extends one.
    """
    samples = _samples(answers, head_of(answers, registers))
    if base is not None:
        samples = {key: one for key, one in samples.items() if key not in base or key in _OWN}
        samples |= missing_parts(base, set(samples))
    return "\n".join(_lines(answers, samples, base or ()))


_OF_DECISION = {"legal_bases", "preamble", "recipients", "archive", "signer"}
"""What an attached plan leaves to the decision that issues it."""
_OWN = {"year", "issuer", "symbol", "place"}
"""What the user has told: said in the plan even where a base says it too."""


def _samples(answers: Answers, head: Head) -> dict[str, str]:
    """The text of each key that the new plan begins with."""
    names = ["plan", *(["decision"] if answers.form == "attached" else [])]
    text = "".join(map(_resource, names))
    words = {
        "year": str(answers.year),
        "issuer": _issuer(head),
        "symbol": _scalar(head.symbol) or '"TODO: ký hiệu, như KH-UBND"',
        "place": _scalar(head.place) or '"TODO: địa danh ở dòng ngày tháng"',
        "where": _escaped(head.where) or "...",
        "name": _escaped(head.name),
        "behalf": f"on_behalf: {head.behalf}" if head.behalf else '# on_behalf: ""',
    }
    parts = re.split(r"^(?=\w)", Template(text).substitute(words), flags=re.MULTILINE)
    samples = {one.partition(":")[0]: one.rstrip("\n") for one in parts if one}
    attached = answers.form == "attached"
    return {key: one for key, one in samples.items() if not (attached and key in _OF_DECISION)}


def _resource(name: str) -> str:
    data = pkgutil.get_data("kehoach", f"data/skeleton/{name}.yaml")
    assert data is not None  # the file is part of the package
    return data.decode("utf-8")


def _issuer(head: Head) -> str:
    name = _scalar(head.name)
    return f"\n  name: {name}\n  parent: [{_in_lines(head.parent)}]" if head.parent else name


def _in_lines(name: str) -> str:
    """An agency's name parted as the letterhead has it."""
    return ", ".join(_scalar(line) for line in parted(name))


def _scalar(text: str) -> str:
    """A user's word as YAML takes it, in quotes unless it is plain words."""
    plain = re.fullmatch(r"[^\W\d_][\w -]*", text)
    return text if plain or not text else quoted(text)


def _escaped(text: str) -> str:
    """A user's word inside double quotes."""
    return quoted(text)[1:-1]


def _lines(answers: Answers, samples: Mapping[str, str], given: Collection[str]) -> Iterator[str]:
    yield _HEAD
    if answers.base:
        yield f"extends: {_scalar(answers.base)}\n"
    seen: set[type[BaseModel]] = set()
    for key, field in Plan.model_fields.items():
        if key in _FREE:
            continue
        yield about(field, key)
        yield from below(field, seen)
        if key in given and key not in samples:
            yield f"# {key}: (tệp gốc đã có)\n"
        else:
            yield f"{samples.get(key, f'# {key}:')}\n"
