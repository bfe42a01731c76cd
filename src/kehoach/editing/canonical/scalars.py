"""Texts in YAML: plain, in quotes, folded, as a block of lines."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from yaml.emitter import Emitter
from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

_UNSAFE = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ud800-\\udfff\\ufeff\\ufffe\\uffff]"
)
_NOT_ASCII = re.compile(r"[^\x20-\x7e]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_NUMBER_1_2 = re.compile(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+")
_BREAK = re.compile(r"(?<=\S) (?=\S)")
_STRING = "tag:yaml.org,2002:str"

_emitter = Emitter(None, allow_unicode=True)  # type: ignore[arg-type]  # only analyses
_resolver = Resolver()


class LongText(NamedTuple):
    """A text over several lines: what stands on the line of its key, and the lines below it."""

    head: str
    lines: list[str]


def inline(text: str, *, bare: bool, flow: bool = False) -> str:
    """A text on one line: plain where YAML lets it, else in double quotes.

    Args:
        text: the text.
        bare: whether the author wrote it plain; what YAML takes for a number, a date or a truth
            value stays as the author wrote it, since editors go by that.
        flow: whether it stands within brackets.
    """
    return text if _may_be_plain(text, bare=bare, flow=flow) else quoted(text)


def _may_be_plain(text: str, *, bare: bool, flow: bool) -> bool:
    found = _emitter.analyze_scalar(text)
    allowed = found.allow_flow_plain if flow else found.allow_block_plain
    bounded = text == text.strip()  # YAML would keep a hard blank at either end, people would not
    return allowed and bounded and _is_composed(text) and (bare or not _looks_typed(text))


def _looks_typed(text: str) -> bool:
    """Whether YAML 1.1 or 1.2 takes a plain text for something else than a text."""
    if _NUMBER_1_2.fullmatch(text):
        return True
    kind = _resolver.resolve(ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return bool(kind != _STRING)


def _is_composed(text: str) -> bool:
    """Whether reading it again, which composes letters, leaves it as it is."""
    return unicodedata.is_normalized("NFC", text)


def quoted(text: str) -> str:
    """A text in double quotes, which hold any text, on one line."""
    body = re.sub(r'[\\"\n\t]', lambda found: _ESCAPES[found[0]], text)
    unsafe = _UNSAFE if _is_composed(body) else _NOT_ASCII  # an escape may join a mark after it
    return f'"{unsafe.sub(_escaped, body)}"'


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    letter, digits = ("x", 2) if code < 0x100 else ("u", 4) if code < 0x10000 else ("U", 8)
    return f"\\{letter}{code:0{digits}X}"


def literal(text: str, pad: str) -> LongText | None:
    """A text as a block of its lines, each after `pad`; None where only quotes can hold it."""
    lines = text.removesuffix("\n").split("\n")
    if not lines[-1].strip() or _UNSAFE.search(text) or not _is_composed(text):
        return None
    indented = not lines[0] or lines[0][0] in " \t"
    head = "|2" if indented else "|"
    head += "" if text.endswith("\n") else "-"
    return LongText(head, [pad + line if line else "" for line in lines])


def folded(text: str, written: str, pad: str, width: int) -> LongText | None:
    """A long line over several, broken as the author broke it, or where the width ends.

    Args:
        text: the line.
        written: the value as it stands in the file.
        pad: blanks before each line.
        width: most characters of a line, blanks before it counted.

    Returns:
        None where the text cannot be broken.
    """
    if text != text.strip() or "\n" in text or _UNSAFE.search(text) or not _is_composed(text):
        return None
    own = _own_lines(written)
    kept = len(own) > 1 and " ".join(own) == text
    lines = own if kept else _wrapped(text, width - len(pad))
    return LongText(">-", [pad + line for line in lines]) if len(lines) > 1 else None


def _own_lines(written: str) -> list[str]:
    lines = [line.strip() for line in written.splitlines()]
    return [line for line in (lines[1:] if written.startswith(">") else lines) if line]


def _wrapped(text: str, width: int) -> list[str]:
    """Lines broken at single blanks, never within `{{ }}` or `{% %}`."""
    lines = [""]
    for word in _BREAK.split(text):
        line = f"{lines[-1]} {word}" if lines[-1] else word
        if len(line) > width and lines[-1] and not _is_open(lines[-1]):
            lines.append(word)
        else:
            lines[-1] = line
    return lines


def _is_open(line: str) -> bool:
    return line.count("{{") > line.count("}}") or line.count("{%") > line.count("%}")
