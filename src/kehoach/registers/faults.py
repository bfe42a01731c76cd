"""What is wrong with an office's own register file, in the user's words."""

from __future__ import annotations

from collections.abc import Iterable

from kehoach.source import Finding, Mark

FILES = ("agencies.csv", "places.csv", "documents.csv")


def unknown_file(mark: Mark) -> Finding:
    """A file whose name is none of the registers'."""
    return Finding(
        name="register-file",
        message=f"“{mark.file}” không phải là tệp sổ tra cứu",
        hint=f"Đặt tên tệp là một trong: {', '.join(FILES)}.",
        mark=mark,
    )


def not_utf8(mark: Mark) -> Finding:
    """Bytes that are no UTF-8: Excel's plain "CSV" instead of "CSV UTF-8"."""
    return Finding(
        name="register-encoding",
        message="tệp không phải là chữ mã UTF-8",
        hint="Trong Excel chọn Save As (Lưu thành), kiểu CSV UTF-8 (Comma delimited).",
        mark=mark,
    )


def unknown_column(mark: Mark, name: str, known: Iterable[str]) -> Finding:
    """A heading that no column of this register bears."""
    columns = list(known)
    return Finding(
        name="register-column",
        message=f"không có cột “{name}”" if name else "tên cột bị trống",
        hint=_meant(name, columns) or f"Các cột của sổ này: {', '.join(columns)}.",
        mark=mark,
    )


def repeated_column(mark: Mark, name: str) -> Finding:
    """A heading that stands twice."""
    hint = "Giữ lại một cột, xóa cột kia."
    return Finding(name="register-column", message=f"cột “{name}” có hai lần", hint=hint, mark=mark)


def missing_columns(mark: Mark, names: Iterable[str]) -> Finding:
    """Headings without which no row can be read."""
    listed = ", ".join(names)
    hint = "Dòng đầu của tệp ghi tên các cột."
    return Finding(
        name="register-column", message=f"thiếu cột bắt buộc: {listed}", hint=hint, mark=mark
    )


def too_many_cells(mark: Mark, cells: int, columns: int) -> Finding:
    """A row that is longer than the heading."""
    return Finding(
        name="register-row",
        message=f"dòng có {cells} ô, nhiều hơn {columns} cột ở dòng đầu",
        hint="Ô có dấu ngăn cách bên trong phải đặt trong dấu ngoặc kép.",
        mark=mark,
    )


def open_quote(mark: Mark) -> Finding:
    """A quote that is never closed, or text after the closing one."""
    hint = 'Đóng dấu ngoặc kép ở cuối ô; dấu ngoặc kép trong ô viết hai lần ("").'
    return Finding(
        name="register-row", message="dấu ngoặc kép của ô không đóng đúng chỗ", hint=hint, mark=mark
    )


def empty_cell(mark: Mark, column: str) -> Finding:
    """A cell that may not be empty."""
    return Finding(
        name="register-value", message=f"ô “{column}” bị trống", hint="Điền ô này.", mark=mark
    )


def bad_id(mark: Mark, text: str, example: str) -> Finding:
    """An id with other than small plain letters, digits and hyphens."""
    return Finding(
        name="register-value",
        message=f"mã “{text}” viết sai",
        hint=f"Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, như {example}.",
        mark=mark,
    )


def bad_day(mark: Mark, reason: str) -> Finding:
    """A day that cannot be read, with the reader's own reason."""
    return Finding(
        name="register-value", message=reason, hint="Để trống nếu chưa biết ngày.", mark=mark
    )


def bad_choice(mark: Mark, text: str, known: Iterable[str]) -> Finding:
    """A word that is none of those the column takes."""
    words = list(known)
    hint = _meant(text, words) or f"Chọn một trong: {', '.join(words)}."
    return Finding(
        name="register-value", message=f"“{text}” không dùng được ở cột này", hint=hint, mark=mark
    )


def days_crossed(mark: Mark, end: str, start: str) -> Finding:
    """A last day before the first."""
    message = f"ngày cuối {end} đứng trước ngày đầu {start}"
    return Finding(name="register-value", message=message, hint="Xem lại hai ngày này.", mark=mark)


def bad_pattern(mark: Mark, text: str) -> Finding:
    """A name pattern with other braces than the two it may have."""
    return Finding(
        name="register-value",
        message=f"mẫu tên “{text}” viết sai",
        hint="Trong mẫu chỉ dùng {place} (tỉnh Bắc Kạn) và {name} (Bắc Kạn).",
        mark=mark,
    )


def repeated_id(mark: Mark, text: str, line: int) -> Finding:
    """Two rows of one id that hold on the same days."""
    return Finding(
        name="register-row",
        message=f"mã “{text}” đã có ở dòng {line} cho cùng thời gian",
        hint="Đổi mã, hoặc ghi thời gian hiệu lực không chồng lên nhau.",
        mark=mark,
    )


def unknown_id(mark: Mark, text: str, known: Iterable[str]) -> Finding:
    """A reference to a row that no register has."""
    hint = _meant(text, list(known)) or "Thêm một dòng cho mã này, hoặc sửa mã."
    return Finding(
        name="register-reference", message=f"không có mã “{text}” trong sổ", hint=hint, mark=mark
    )


def _meant(text: str, words: list[str]) -> str:
    from difflib import get_close_matches

    found = get_close_matches(text, words, n=1, cutoff=0.6)
    return f"Có phải là “{found[0]}”?" if found else ""
