"""What is wrong with an office's own register file, in the user's words."""

from __future__ import annotations

from collections.abc import Iterable

from kehoach.source import Mark, Problem

FILES = ("agencies.csv", "places.csv", "documents.csv")


def unknown_file(mark: Mark) -> Problem:
    """A file whose name is none of the registers'."""
    return Problem(
        "register-file",
        f"“{mark.file}” không phải là tệp sổ tra cứu",
        f"Đặt tên tệp là một trong: {', '.join(FILES)}.",
        mark,
    )


def not_utf8(mark: Mark) -> Problem:
    """Bytes that are no UTF-8: Excel's plain "CSV" instead of "CSV UTF-8"."""
    return Problem(
        "register-encoding",
        "tệp không phải là chữ mã UTF-8",
        "Trong Excel chọn Save As (Lưu thành), kiểu CSV UTF-8 (Comma delimited).",
        mark,
    )


def unknown_column(mark: Mark, name: str, known: Iterable[str]) -> Problem:
    """A heading that no column of this register bears."""
    columns = list(known)
    return Problem(
        "register-column",
        f"không có cột “{name}”" if name else "tên cột bị trống",
        _meant(name, columns) or f"Các cột của sổ này: {', '.join(columns)}.",
        mark,
    )


def repeated_column(mark: Mark, name: str) -> Problem:
    """A heading that stands twice."""
    hint = "Giữ lại một cột, xóa cột kia."
    return Problem("register-column", f"cột “{name}” có hai lần", hint, mark)


def missing_columns(mark: Mark, names: Iterable[str]) -> Problem:
    """Headings without which no row can be read."""
    listed = ", ".join(names)
    hint = "Dòng đầu của tệp ghi tên các cột."
    return Problem("register-column", f"thiếu cột bắt buộc: {listed}", hint, mark)


def too_many_cells(mark: Mark, cells: int, columns: int) -> Problem:
    """A row that is longer than the heading."""
    return Problem(
        "register-row",
        f"dòng có {cells} ô, nhiều hơn {columns} cột ở dòng đầu",
        "Ô có dấu ngăn cách bên trong phải đặt trong dấu ngoặc kép.",
        mark,
    )


def open_quote(mark: Mark) -> Problem:
    """A quote that is never closed, or text after the closing one."""
    hint = 'Đóng dấu ngoặc kép ở cuối ô; dấu ngoặc kép trong ô viết hai lần ("").'
    return Problem("register-row", "dấu ngoặc kép của ô không đóng đúng chỗ", hint, mark)


def empty_cell(mark: Mark, column: str) -> Problem:
    """A cell that may not be empty."""
    return Problem("register-value", f"ô “{column}” bị trống", "Điền ô này.", mark)


def bad_id(mark: Mark, text: str, example: str) -> Problem:
    """An id with other than small plain letters, digits and hyphens."""
    return Problem(
        "register-value",
        f"mã “{text}” viết sai",
        f"Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, như {example}.",
        mark,
    )


def bad_day(mark: Mark, reason: str) -> Problem:
    """A day that cannot be read, with the reader's own reason."""
    return Problem("register-value", reason, "Để trống nếu chưa biết ngày.", mark)


def bad_choice(mark: Mark, text: str, known: Iterable[str]) -> Problem:
    """A word that is none of those the column takes."""
    words = list(known)
    hint = _meant(text, words) or f"Chọn một trong: {', '.join(words)}."
    return Problem("register-value", f"“{text}” không dùng được ở cột này", hint, mark)


def days_crossed(mark: Mark, end: str, start: str) -> Problem:
    """A last day before the first."""
    message = f"ngày cuối {end} đứng trước ngày đầu {start}"
    return Problem("register-value", message, "Xem lại hai ngày này.", mark)


def bad_pattern(mark: Mark, text: str) -> Problem:
    """A name pattern with other braces than the two it may have."""
    return Problem(
        "register-value",
        f"mẫu tên “{text}” viết sai",
        "Trong mẫu chỉ dùng {place} (tỉnh Bắc Kạn) và {name} (Bắc Kạn).",
        mark,
    )


def repeated_id(mark: Mark, text: str, line: int) -> Problem:
    """Two rows of one id that hold on the same days."""
    return Problem(
        "register-row",
        f"mã “{text}” đã có ở dòng {line} cho cùng thời gian",
        "Đổi mã, hoặc ghi thời gian hiệu lực không chồng lên nhau.",
        mark,
    )


def unknown_id(mark: Mark, text: str, known: Iterable[str]) -> Problem:
    """A reference to a row that no register has."""
    hint = _meant(text, list(known)) or "Thêm một dòng cho mã này, hoặc sửa mã."
    return Problem("register-reference", f"không có mã “{text}” trong sổ", hint, mark)


def _meant(text: str, words: list[str]) -> str:
    from difflib import get_close_matches

    found = get_close_matches(text, words, n=1, cutoff=0.6)
    return f"Có phải là “{found[0]}”?" if found else ""
