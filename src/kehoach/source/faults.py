"""The reader's own findings in the user's words; `syntax` words those of the YAML parser."""

from __future__ import annotations

from kehoach.source.marks import Mark, Route
from kehoach.source.nearest import nearest
from kehoach.source.problems import Problem

_SAVE_AS = (
    "Mở tệp bằng Notepad, chọn Save as... (Lưu thành), "
    "ở mục Encoding (Mã hóa) chọn UTF-8 rồi lưu lại"
)

BAD_CHARACTER = "bad-character"


def utf16(mark: Mark) -> Problem:
    """Bytes of UTF-16, which Notepad calls Unicode."""
    message = "tệp được lưu bằng mã UTF-16, không phải UTF-8"
    return Problem("not-utf-8", message, f"{_SAVE_AS}.", mark)


def not_utf8(mark: Mark, byte: int) -> Problem:
    """A byte that UTF-8 cannot have there: Windows-1258, TCVN3 or a damaged file."""
    message = f"tệp không phải là chữ mã UTF-8: byte 0x{byte:02X} ở đây không đọc được"
    hint = f"{_SAVE_AS}; nếu chữ dùng bảng mã cũ (TCVN3, VNI) thì chuyển sang Unicode trước."
    return Problem("not-utf-8", message, hint, mark)


def bad_character(mark: Mark, character: str) -> Problem:
    """A control character, or a line separator that editors do not show."""
    message = f"có ký tự điều khiển không nhìn thấy (U+{ord(character):04X})"
    hint = "Xóa ký tự này; nó thường lẫn vào khi sao chép từ Word hoặc PDF."
    return Problem(BAD_CHARACTER, message, hint, mark)


def escaped_character(mark: Mark, character: str) -> Problem:
    """A control character that is written with a backslash in double quotes."""
    code = f"U+{ord(character):04X}"
    message = f"trong dấu nháy kép, dấu \\ ở đây tạo ra ký tự điều khiển không nhìn thấy ({code})"
    hint = "Đặt giá trị trong dấu nháy đơn '...', hoặc viết dấu \\ đôi (\\\\)."
    return Problem(BAD_CHARACTER, message, hint, mark)


def many_marks(mark: Mark, limit: int) -> Problem:
    """Accents without end on one letter."""
    message = f"một chữ có hơn {limit} dấu chồng lên nhau"
    return Problem(BAD_CHARACTER, message, "Xóa các dấu này rồi gõ lại chữ.", mark)


def not_nfc(mark: Mark) -> Problem:
    """Letters and their marks as separate characters."""
    message = "chữ có dấu được lưu ở dạng Unicode tổ hợp; kehoach đọc như dạng dựng sẵn"
    hint = "Chuyển cả tệp sang Unicode dựng sẵn (NFC) để tìm kiếm và so sánh không bị sót."
    return Problem("not-nfc", message, hint, mark, "warning")


def too_large(mark: Mark, size: int, limit: int) -> Problem:
    """More bytes than one file may have."""
    message = f"tệp dài {size:,} byte, quá mức {limit:,} byte".replace(",", ".")
    return Problem("too-large", message, "Đưa bảng số liệu dài sang tệp .csv hoặc .xlsx.", mark)


def too_deep(mark: Mark, limit: int) -> Problem:
    """Values within one another beyond the limit."""
    message = f"các nhóm khóa và danh sách lồng nhau quá {limit} cấp"
    return Problem("too-deep", message, "Xem lại cách thụt đầu dòng hoặc dấu ngoặc ở đây.", mark)


def too_many_nodes(mark: Mark, limit: int) -> Problem:
    """More values than one file may have, aliases written out."""
    message = f"tệp có hơn {limit:,} giá trị".replace(",", ".")
    return Problem("too-many-nodes", message, "Tách tệp, hoặc đưa bảng sang .csv, .xlsx.", mark)


def too_many_aliases(mark: Mark, limit: int) -> Problem:
    """More uses of `*name` than one file may have."""
    message = f"tệp dùng lại giá trị bằng dấu * hơn {limit:,} lần".replace(",", ".")
    return Problem("too-many-nodes", message, "Viết thẳng giá trị thay cho dấu *.", mark)


def too_many_problems(mark: Mark, limit: int) -> Problem:
    """So many findings that the rest of the file was not read."""
    message = f"tệp có từ {limit} lỗi trở lên; phần sau chỗ này chưa được đọc"
    return Problem("too-many-problems", message, "Sửa các lỗi trên rồi kiểm tra lại.", mark)


def empty_file(mark: Mark) -> Problem:
    """Nothing, or comments only."""
    hint = "Viết nội dung kế hoạch dạng 'khóa: giá trị', mỗi khóa một dòng."
    return Problem("empty-file", "tệp không có nội dung", hint, mark)


def root_not_map(mark: Mark) -> Problem:
    """A list or a text where the plan's keys should begin."""
    message = "tệp phải bắt đầu bằng các khóa, không phải danh sách hoặc câu chữ"
    return Problem("root-not-map", message, "Viết dạng 'khóa: giá trị' từ đầu dòng.", mark)


def many_documents(mark: Mark) -> Problem:
    """A second `---`."""
    message = "tệp có nhiều văn bản YAML, ngăn bởi dòng '---'"
    return Problem("yaml-many-documents", message, "Mỗi tệp chỉ giữ một; xóa dòng '---'.", mark)


def duplicate_key(mark: Mark, key: str, first: Mark) -> Problem:
    """The same key again in one map."""
    message = f"khóa '{key}' viết hai lần, lần đầu ở dòng {first.line}"
    return Problem("duplicate-key", message, "Giữ một, xóa hoặc đổi tên khóa kia.", mark)


def duplicate_id(mark: Mark, name: str, first: Mark) -> Problem:
    """The same id again in one list."""
    message = f"id '{name}' đã dùng cho một mục khác của danh sách, ở dòng {first.line}"
    return Problem("duplicate-id", message, "Đổi id của một trong hai mục.", mark)


def tag(mark: Mark, name: str) -> Problem:
    """`!name` before a value."""
    hint = "Nếu dấu ! thuộc câu chữ, đặt cả câu trong dấu nháy; nếu không thì xóa đi."
    return Problem("yaml-tag", f"thẻ YAML '{name}' không được dùng", hint, mark)


def merge_key(mark: Mark) -> Problem:
    """The key `<<`."""
    hint = "Viết thẳng các khóa ra, hoặc đưa phần chung vào một tệp gốc rồi dùng extends."
    return Problem("yaml-merge-key", "khóa gộp '<<' không được dùng", hint, mark)


EMPTY_KEY = ("thiếu tên khóa trước dấu hai chấm", "Viết tên khóa.")


def empty_key(mark: Mark) -> Problem:
    """Nothing before the colon."""
    return Problem("yaml-key", *EMPTY_KEY, mark)


def composite_key(mark: Mark) -> Problem:
    """A map, list or alias before the colon."""
    message = "tên khóa phải là chữ, không phải danh sách, nhóm khóa hoặc dấu *"
    hint = "Nếu đây là câu chữ có dấu ngoặc hoặc dấu *, đặt cả câu trong dấu nháy."
    return Problem("yaml-key", message, hint, mark)


def flow_comma(mark: Mark, key: str) -> Problem:
    """A decimal comma that cut a number in two within braces."""
    message = f"trong ngoặc nhọn, dấu phẩy cắt số làm đôi: '{key}' thành một khóa riêng"
    hint = 'Đặt số trong dấu nháy ("1,75"), hoặc viết mỗi khóa một dòng thay cho { }.'
    return Problem("flow-comma", message, hint, mark)


def file_missing(mark: Mark) -> Problem:
    """The plan itself is not there."""
    message = f"không tìm thấy tệp '{mark.file}'"
    return Problem("file-missing", message, "Kiểm tra tên tệp và thư mục đang đứng.", mark)


def file_unreadable(mark: Mark, name: str, reason: str = "") -> Problem:
    """A file is there but cannot be opened, or is refused for a reason."""
    message = f"không đọc được tệp '{name}'"
    if reason:
        return Problem("file-unreadable", f"{message}: {reason}", REFUSED, mark)
    hint = "Đây phải là một tệp, đang không bị khóa, và người dùng có quyền đọc."
    return Problem("file-unreadable", message, hint, mark)


REFUSED = (
    "Chỉ đọc tệp thường trong thư mục của văn phòng: thư mục có kehoach.toml, không có thì thư mục"
    " của kho git hoặc của kế hoạch."
)


def base_missing(mark: Mark, name: str, names: list[str], path: Route) -> Problem:
    """A base that is not there; names: the files of its folder, where they are known."""
    hint = near_hint(name.rpartition("/")[2], names) or "Đường dẫn tính từ thư mục của tệp này."
    return Problem("base-missing", f"không tìm thấy tệp gốc '{name}'", hint, mark, path=path)


def base_cycle(mark: Mark, chain: list[str], path: Route) -> Problem:
    """Bases that extend one another."""
    message = f"các tệp gốc dùng lẫn nhau thành vòng: {' -> '.join(chain)}"
    return Problem("base-cycle", message, "Bỏ một extends trong vòng này.", mark, path=path)


def base_invalid(mark: Mark, path: Route) -> Problem:
    """`extends` is no relative file name and no list of them."""
    message = "extends phải là tên tệp (tính từ thư mục của tệp này) hoặc danh sách tên tệp"
    return Problem(
        "base-invalid", message, "Ví dụ: extends: bases/giam-ngheo.yaml", mark, path=path
    )


def near_hint(word: str, words: list[str]) -> str:
    """A hint that names the nearest word, or nothing."""
    near = nearest(word, words)
    return f"Có phải là '{near}'?" if near else ""
