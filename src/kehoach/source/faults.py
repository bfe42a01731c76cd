"""The reader's own findings in the user's words; `syntax` words those of the YAML parser."""

from __future__ import annotations

from kehoach.source.finding import Finding
from kehoach.source.marks import Mark, Route
from kehoach.source.nearest import nearest

_SAVE_AS = (
    "Mở tệp bằng Notepad, chọn Save as... (Lưu thành), "
    "ở mục Encoding (Mã hóa) chọn UTF-8 rồi lưu lại"
)

BAD_CHARACTER = "bad-character"


def utf16(mark: Mark) -> Finding:
    """Bytes of UTF-16, which Notepad calls Unicode."""
    message = "tệp được lưu bằng mã UTF-16, không phải UTF-8"
    return Finding(name="not-utf-8", message=message, hint=f"{_SAVE_AS}.", mark=mark)


def not_utf8(mark: Mark, byte: int) -> Finding:
    """A byte that UTF-8 cannot have there: Windows-1258, TCVN3 or a damaged file."""
    message = f"tệp không phải là chữ mã UTF-8: byte 0x{byte:02X} ở đây không đọc được"
    hint = f"{_SAVE_AS}; nếu chữ dùng bảng mã cũ (TCVN3, VNI) thì chuyển sang Unicode trước."
    return Finding(name="not-utf-8", message=message, hint=hint, mark=mark)


def other_program(mark: Mark, kind: str) -> Finding:
    """A file of another program where a plan is expected; `kind` is what people call it."""
    hint = (
        "Kế hoạch là tệp .yaml: kehoach new lập tệp mới; kehoach verify xem tệp Word do kehoach "
        "xuất đã bị sửa tay chưa; kehoach template check xem một mẫu Word."
    )
    return Finding(
        name="not-utf-8", message=f"đây là {kind}, không phải tệp kế hoạch", hint=hint, mark=mark
    )


def bad_character(mark: Mark, character: str) -> Finding:
    """A control character, or a line separator that editors do not show."""
    message = f"có ký tự điều khiển không nhìn thấy (U+{ord(character):04X})"
    hint = "Xóa ký tự này; nó thường lẫn vào khi sao chép từ Word hoặc PDF."
    return Finding(name=BAD_CHARACTER, message=message, hint=hint, mark=mark)


def escaped_character(mark: Mark, character: str) -> Finding:
    """A control character that is written with a backslash in double quotes."""
    code = f"U+{ord(character):04X}"
    message = f"trong dấu nháy kép, dấu \\ ở đây tạo ra ký tự điều khiển không nhìn thấy ({code})"
    hint = "Đặt giá trị trong dấu nháy đơn '...', hoặc viết dấu \\ đôi (\\\\)."
    return Finding(name=BAD_CHARACTER, message=message, hint=hint, mark=mark)


def many_marks(mark: Mark, limit: int) -> Finding:
    """Accents without end on one letter."""
    message = f"một chữ có hơn {limit} dấu chồng lên nhau"
    return Finding(
        name=BAD_CHARACTER, message=message, hint="Xóa các dấu này rồi gõ lại chữ.", mark=mark
    )


def not_nfc(mark: Mark) -> Finding:
    """Letters and their marks as separate characters."""
    message = "chữ có dấu được lưu ở dạng Unicode tổ hợp; kehoach đọc như dạng dựng sẵn"
    hint = "Chuyển cả tệp sang Unicode dựng sẵn (NFC) để tìm kiếm và so sánh không bị sót."
    return Finding(name="not-nfc", message=message, hint=hint, mark=mark, severity="warning")


def too_large(mark: Mark, size: int, limit: int) -> Finding:
    """More bytes than one file may have."""
    message = f"tệp dài {size:,} byte, quá mức {limit:,} byte".replace(",", ".")
    return Finding(
        name="too-large",
        message=message,
        hint="Đưa bảng số liệu dài sang tệp .csv hoặc .xlsx.",
        mark=mark,
    )


def too_long(mark: Mark, size: int, limit: int) -> Finding:
    """More letters than one value may have."""
    message = f"giá trị này dài {size:,} ký tự, quá mức {limit:,} ký tự".replace(",", ".")
    hint = "Tách thành nhiều đoạn; nếu lẽ ra ngắn hơn, xem lại dấu nháy hoặc cách thụt đầu dòng."
    return Finding(name="too-long", message=message, hint=hint, mark=mark)


def too_deep(mark: Mark, limit: int) -> Finding:
    """Values within one another beyond the limit."""
    message = f"các nhóm khóa và danh sách lồng nhau quá {limit} cấp"
    return Finding(
        name="too-deep",
        message=message,
        hint="Xem lại cách thụt đầu dòng hoặc dấu ngoặc ở đây.",
        mark=mark,
    )


def too_many_nodes(mark: Mark, limit: int) -> Finding:
    """More values than one file may have, aliases written out."""
    message = f"tệp có hơn {limit:,} giá trị".replace(",", ".")
    return Finding(
        name="too-many-nodes",
        message=message,
        hint="Tách tệp, hoặc đưa bảng sang .csv, .xlsx.",
        mark=mark,
    )


def too_many_aliases(mark: Mark, limit: int) -> Finding:
    """More uses of `*name` than one file may have."""
    message = f"tệp dùng lại giá trị bằng dấu * hơn {limit:,} lần".replace(",", ".")
    return Finding(
        name="too-many-nodes", message=message, hint="Viết thẳng giá trị thay cho dấu *.", mark=mark
    )


def too_many_problems(mark: Mark | None, limit: int) -> Finding:
    """So many findings that the rest of the file was not read."""
    message = f"tệp có từ {limit} lỗi trở lên; phần sau chỗ này chưa được đọc"
    return Finding(
        name="too-many-problems",
        message=message,
        hint="Sửa các lỗi trên rồi kiểm tra lại.",
        mark=mark,
    )


def empty_file(mark: Mark) -> Finding:
    """Nothing, or comments only."""
    hint = "Viết nội dung kế hoạch dạng 'khóa: giá trị', mỗi khóa một dòng."
    return Finding(name="empty-file", message="tệp không có nội dung", hint=hint, mark=mark)


def root_not_map(mark: Mark) -> Finding:
    """A list or a text where the plan's keys should begin."""
    message = "tệp phải bắt đầu bằng các khóa, không phải danh sách hoặc câu chữ"
    return Finding(
        name="root-not-map",
        message=message,
        hint="Viết dạng 'khóa: giá trị' từ đầu dòng.",
        mark=mark,
    )


def many_documents(mark: Mark) -> Finding:
    """A second `---`."""
    message = "tệp có nhiều văn bản YAML, ngăn bởi dòng '---'"
    return Finding(
        name="yaml-many-documents",
        message=message,
        hint="Mỗi tệp chỉ giữ một; xóa dòng '---'.",
        mark=mark,
    )


def duplicate_key(mark: Mark, key: str, first: Mark) -> Finding:
    """The same key again in one map."""
    message = f"khóa '{key}' viết hai lần, lần đầu ở dòng {first.line}"
    return Finding(
        name="duplicate-key", message=message, hint="Giữ một, xóa hoặc đổi tên khóa kia.", mark=mark
    )


def duplicate_id(mark: Mark, name: str, first: Mark) -> Finding:
    """The same id again in one list."""
    message = f"id '{name}' đã dùng cho một mục khác của danh sách, ở dòng {first.line}"
    return Finding(
        name="duplicate-id", message=message, hint="Đổi id của một trong hai mục.", mark=mark
    )


def tag(mark: Mark, name: str) -> Finding:
    """`!name` before a value."""
    hint = "Nếu dấu ! thuộc câu chữ, đặt cả câu trong dấu nháy; nếu không thì xóa đi."
    return Finding(
        name="yaml-tag", message=f"thẻ YAML '{name}' không được dùng", hint=hint, mark=mark
    )


def merge_key(mark: Mark) -> Finding:
    """The key `<<`."""
    hint = "Viết thẳng các khóa ra, hoặc đưa phần chung vào một tệp gốc rồi dùng extends."
    return Finding(
        name="yaml-merge-key", message="khóa gộp '<<' không được dùng", hint=hint, mark=mark
    )


EMPTY_KEY = ("thiếu tên khóa trước dấu hai chấm", "Viết tên khóa.")


def empty_key(mark: Mark) -> Finding:
    """Nothing before the colon."""
    message, hint = EMPTY_KEY
    return Finding(name="yaml-key", message=message, hint=hint, mark=mark)


def composite_key(mark: Mark) -> Finding:
    """A map, list or alias before the colon."""
    message = "tên khóa phải là chữ, không phải danh sách, nhóm khóa hoặc dấu *"
    hint = "Nếu đây là câu chữ có dấu ngoặc hoặc dấu *, đặt cả câu trong dấu nháy."
    return Finding(name="yaml-key", message=message, hint=hint, mark=mark)


def flow_comma(mark: Mark, key: str) -> Finding:
    """A decimal comma that cut a number in two within braces."""
    message = f"trong ngoặc nhọn, dấu phẩy cắt số làm đôi: '{key}' thành một khóa riêng"
    hint = 'Đặt số trong dấu nháy ("1,75"), hoặc viết mỗi khóa một dòng thay cho { }.'
    return Finding(name="flow-comma", message=message, hint=hint, mark=mark)


def file_missing(mark: Mark) -> Finding:
    """The plan itself is not there."""
    message = f"không tìm thấy tệp '{mark.file}'"
    return Finding(
        name="file-missing",
        message=message,
        hint="Kiểm tra tên tệp và thư mục đang đứng.",
        mark=mark,
    )


def file_unreadable(mark: Mark, name: str, reason: str = "") -> Finding:
    """A file is there but cannot be opened, or is refused for a reason."""
    message = f"không đọc được tệp '{name}'"
    if reason:
        return Finding(
            name="file-unreadable", message=f"{message}: {reason}", hint=REFUSED, mark=mark
        )
    hint = "Đây phải là một tệp, đang không bị khóa, và người dùng có quyền đọc."
    return Finding(name="file-unreadable", message=message, hint=hint, mark=mark)


REFUSED = (
    "Chỉ đọc tệp thường trong thư mục của văn phòng: thư mục có kehoach.toml, không có thì thư mục"
    " của kho git hoặc của kế hoạch."
)


def base_missing(mark: Mark, name: str, names: list[str], path: Route) -> Finding:
    """A base that is not there; names: the files of its folder, where they are known."""
    hint = near_hint(name.rpartition("/")[2], names) or "Đường dẫn tính từ thư mục của tệp này."
    return Finding(
        name="base-missing",
        message=f"không tìm thấy tệp gốc '{name}'",
        hint=hint,
        mark=mark,
        path=path,
    )


def base_cycle(mark: Mark, chain: list[str], path: Route) -> Finding:
    """Bases that extend one another."""
    message = f"các tệp gốc dùng lẫn nhau thành vòng: {' -> '.join(chain)}"
    return Finding(
        name="base-cycle",
        message=message,
        hint="Bỏ một extends trong vòng này.",
        mark=mark,
        path=path,
    )


def base_invalid(mark: Mark, path: Route) -> Finding:
    """`extends` is no relative file name and no list of them."""
    message = "extends phải là tên tệp (tính từ thư mục của tệp này) hoặc danh sách tên tệp"
    return Finding(
        name="base-invalid",
        message=message,
        hint="Ví dụ: extends: bases/giam-ngheo.yaml",
        mark=mark,
        path=path,
    )


def near_hint(word: str, words: list[str]) -> str:
    """A hint that names the nearest word, or nothing."""
    near = nearest(word, words)
    return f"Có phải là '{near}'?" if near else ""
