"""The first text of an office's kehoach.toml: every key as a comment."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic.fields import FieldInfo

from kehoach.office import OfficeFile

_SAMPLES = {
    "templates": '# templates = "templates"',
    "registers": '# registers = "so-tra-cuu"',
    "variant": '# variant = "ten-bien-the"',
    "allow": '# [[allow]]\n# name = "tên kiểm tra"\n# reason = "vì sao chấp nhận"',
}


def office_text() -> str:
    """The file's text; with nothing set it changes nothing."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield "# Cài đặt của văn phòng cho kehoach. Bỏ dấu # ở đầu dòng để dùng.\n"
    for key, field in OfficeFile.model_fields.items():
        yield f"# {field.title} ({key}): {field.description}"
        yield f"{_SAMPLES.get(key) or _sample(key, field)}\n"


def _sample(key: str, field: FieldInfo) -> str:
    return f"# {key} = {field.default!r}" if isinstance(field.default, str) else f"# {key} = ..."
