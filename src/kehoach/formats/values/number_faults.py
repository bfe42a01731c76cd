"""Why a text is not a Vietnamese number, and what its author most likely meant."""

from __future__ import annotations

import re

_ENGLISH = re.compile(r"[-−]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_DECIMAL_POINT = re.compile(r"[-−]?[0-9]+\.[0-9]+")
_GROUPS_AMISS = re.compile(r"([-−]?)([0-9]+(?:\.[0-9]+)+)((?:,[0-9]+)?)")
_SWAP = str.maketrans(",.", ".,")
_SHAPE = (
    "chỉ dùng chữ số, dấu chấm chia nhóm ba chữ số, dấu phẩy trước phần thập phân, ví dụ 3.659,590"
)


def fault(text: str) -> str:
    """The message for a text that is no number.

    >>> fault("12.34.567")
    'số “12.34.567” viết sai: dấu chấm chia nhóm đúng ba chữ số: 1.234.567'
    """
    return f"số “{text}” viết sai: {_reason(text)}" if text else f"thiếu số: {_SHAPE}"


def _reason(text: str) -> str:
    compact = "".join(text.split())
    if compact != text:
        return _space_reason(compact)
    if _DECIMAL_POINT.fullmatch(text):
        return f"dấu thập phân của tiếng Việt là dấu phẩy: {text.translate(_SWAP)}"
    if _ENGLISH.fullmatch(text):
        swapped = text.translate(_SWAP)
        return f"tiếng Việt dùng dấu chấm chia nhóm nghìn, dấu phẩy thập phân: {swapped}"
    if amiss := _GROUPS_AMISS.fullmatch(text):
        return f"dấu chấm chia nhóm đúng ba chữ số: {_regroup(*amiss.groups())}"
    return _SHAPE


def _space_reason(compact: str) -> str:
    whole = re.fullmatch(r"[-−]?[0-9]+(?:\.[0-9]{3})*(?:,[0-9]+)?", compact)
    advice = f"viết {compact}" if whole else _SHAPE
    return f"trong số không có dấu cách (kể cả dấu cách không ngắt): {advice}"


def _regroup(sign: str, groups: str, decimals: str) -> str:
    digits = int(groups.replace(".", ""))
    return f"{sign}{digits:,}".replace(",", ".") + decimals
