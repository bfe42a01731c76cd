"""docs/plan.md: every key of a plan file and of an office file, as the models describe them."""

from __future__ import annotations

import datetime as dt
import inspect
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from manual.markdown import document, notice, table

INTRO = """\
Tệp kế hoạch là một tệp YAML: khóa tiếng Anh, nội dung tiếng Việt. Trang này liệt kê mọi khóa;
trình soạn thảo đọc được `schema/plan.schema.json` thì gợi ý khóa và hiện ý nghĩa ngay khi gõ.

- Khóa in đậm là bắt buộc. Khóa để trống được coi như không viết.
- `extends: tên tệp` dùng lại một tệp gốc. Nhóm khóa được gộp theo từng khóa. Danh sách mà các mục
  có `id` được gộp theo `id`: `after: mã` hoặc `before: mã` đặt chỗ cho một mục, `remove: true` bỏ
  mục ấy. Danh sách khác thì thay cả.
- "Chữ" là một dòng; "đoạn văn" gồm nhiều đoạn cách nhau một dòng trống, dòng bắt đầu bằng `- ` là
  gạch đầu dòng. Cả hai có thể nhắc tới dữ liệu: `{{ figures.so_truong }}`, với các
  [bộ lọc](filters.md).
- Số viết theo lối Việt Nam: `3.659,59`; số tiền luôn kèm đơn vị: `57,141 tỷ đồng`.

`Plan` là cả tệp; các phần khác là những nhóm khóa nằm trong nó. Cuối trang,
`OfficeFile` là tệp cài đặt của văn phòng, `kehoach.toml`."""


def page(_: Path) -> str:
    from kehoach.office import OfficeFile
    from kehoach.plan.schema import every_field

    groups = groupby(every_field(), key=lambda found: found[0])
    sections = [section(model, [found[1:] for found in fields]) for model, fields in groups]
    head = (notice("src/kehoach/plan"), "# Các khóa của tệp kế hoạch", INTRO)
    return document(*head, *sections, section(OfficeFile, [*OfficeFile.model_fields.items()]))


def section(model: type[BaseModel], fields: list[tuple[str, FieldInfo]]) -> str:
    rows = [row(name, field) for name, field in fields]
    listing = table(("Khóa", "Tên", "Kiểu", "Mặc định", "Ý nghĩa"), rows)
    return document(f"## {model.__name__}", inspect.getdoc(model) or "", shorthand(model), listing)


def shorthand(model: type[BaseModel]) -> str:
    """How a part may be written as one line, where it may."""
    key = getattr(model, "shorthand", "")
    return f"Có thể viết gọn thành một dòng chữ, khi đó dòng ấy là `{key}`." if key else ""


def row(name: str, field: FieldInfo) -> tuple[str, ...]:
    shown = f"**`{name}`**" if field.is_required() else f"`{name}`"
    kind = kind_of(Annotated[field.annotation, *field.metadata, None])
    return shown, field.title or "", kind, default(field), field.description or ""


def default(field: FieldInfo) -> str:
    """The default as one would type it; nothing where it is empty."""
    value = field.get_default()
    if field.is_required() or isinstance(value, BaseModel) or value in (None, "", (), {}):
        return ""
    return f"`{str(value).lower() if isinstance(value, bool) else _flow(value)}`"


def _flow(value: object) -> str:
    return f"[{', '.join(map(str, value))}]" if isinstance(value, tuple) else str(value)


def kind_of(annotation: Any) -> str:
    """A type in Vietnamese, with links to the parts."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        inner, *metadata = arguments
        return _text(metadata) if inner is str else kind_of(inner)
    if origin is Literal:
        return ", ".join(f"`{choice}`" for choice in arguments if choice)
    if origin is dict:
        return f"nhóm khóa tự đặt, mỗi khóa: {kind_of(arguments[1])}"
    if origin is not None and inspect.isclass(origin) and issubclass(origin, tuple):
        return f"danh sách {kind_of(arguments[0])}"
    if arguments:  # a union with None: the key may be left out
        return kind_of(next(one for one in arguments if one is not type(None)))
    return _plain(annotation)


def _text(metadata: list[Any]) -> str:
    rules = [one for one in metadata if isinstance(one, StringConstraints)]
    if any(rule.pattern for rule in rules):
        return "mã"
    return "chữ" if rules or not any(metadata) else "đoạn văn"


def _plain(kind: type) -> str:
    from kehoach.formats.values import Money, Number, Quantity

    names = {
        bool: "`true` hoặc `false`",
        dt.date: "ngày",
        int: "số nguyên",
        str: "chữ",
        Money: "số tiền",
        Number: "số",
        Quantity: "số kèm đơn vị",
    }
    return names.get(kind) or f"[{kind.__name__}](#{kind.__name__.lower()})"
