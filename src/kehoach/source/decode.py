"""Bytes of a file -> the text that is parsed: UTF-8, NFC, no control characters."""

from __future__ import annotations

import re
import unicodedata

from kehoach.source import faults
from kehoach.source.marks import mark_at
from kehoach.source.problems import Problem

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")

# What YAML refuses, and the line separators that YAML counts as line ends but editors do not.
_BAD = re.compile(
    "[^\\t\\n\\r\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]"
)
_MOST_LISTED = 20


def decode(name: str, data: bytes) -> tuple[str | None, list[Problem]]:
    """The text of a file and what is wrong with its letters; None where it is not UTF-8.

    A character that may not stand in a plan is read as a space, so that places stay true.
    """
    data = data.removeprefix(_BOM)
    if _is_utf16(data):
        return None, [faults.utf16(mark_at(name, "", 0, 0))]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        end = len(before)
        return None, [faults.not_utf8(mark_at(name, before, end, end), data[error.start])]
    text, problems = _composed(name, text)
    bad = _bad_characters(name, text)
    return (_BAD.sub(" ", text) if bad else text), problems + bad


def _is_utf16(data: bytes) -> bool:
    """Whether Notepad's "Unicode" wrote it; without a mark, half of the bytes are then zero."""
    return data.startswith(_UTF16) or (len(data) > 1 and data.count(0) * 3 > len(data))


def _composed(name: str, text: str) -> tuple[str, list[Problem]]:
    if unicodedata.is_normalized("NFC", text):
        return text, []
    composed = unicodedata.normalize("NFC", text)
    pairs = enumerate(zip(text, composed, strict=False))
    first = next((i for i, (a, b) in pairs if a != b), len(composed))
    return composed, [faults.not_nfc(mark_at(name, composed, first, first + 1))]


def _bad_characters(name: str, text: str) -> list[Problem]:
    found = [match for _, match in zip(range(_MOST_LISTED), _BAD.finditer(text), strict=False)]
    return [
        faults.bad_character(mark_at(name, text, one.start(), one.end()), one.group())
        for one in found
    ]
