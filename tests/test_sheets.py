"""Sheets as offices keep them: read right, or refused with the cell that is wrong."""

import datetime as dt

import pytest

from kehoach import api
from kehoach.plan import work_out
from kehoach.source import read_page
from sheets_zoo import DAY, HEAD, ods, workbook

TODAY = dt.date(2026, 11, 22)
PLAN = """\
issuer: Ủy ban nhân dân xã A
symbol: KH-UBND
place: A
subject: thử
outline: [Theo bảng kèm theo.]
appendices:
  - id: pl
    title: Bảng
    tables:
      - id: b
        source: {name}
"""
NUMBERS = """\
        columns:
          - {id: stt, title: STT, kind: ordinal}
          - {id: thon, title: Thôn, kind: text}
          - {id: ho, title: Số hộ}
          - {id: von, title: Kinh phí}
"""
WORDS = """\
        columns:
          - {id: a, title: Nội dung, kind: text}
          - {id: b, title: Hạn, kind: text}
"""
SHARE = """\
        columns:
          - {id: a, title: Thôn, kind: text}
          - {id: b, title: Tỷ lệ, unit: "%", sum: false}
"""
YEARS = """\
        columns:
          - {id: a, title: Thôn, kind: text}
          - {title: Năm 2025, columns: [{id: x, title: Vốn}, {id: y, title: Chi}]}
          - {title: Năm 2026, columns: [{id: z, title: Vốn}]}
"""
TOTAL = "        total: Tổng\n"


def opened(tmp_path, data, *, table=NUMBERS, name="so.xlsx"):
    if isinstance(data, str):
        data = data.encode()
    (tmp_path / name).write_bytes(workbook(data) if isinstance(data, list) else data)
    (tmp_path / "a.yaml").write_text(PLAN.replace("{name}", name) + table, encoding="utf-8")
    return api.open_plan(tmp_path / "a.yaml", TODAY)


def told(dossier):
    names = {"table-file", "table-cell"}
    return [(one.severity, one.message) for one in dossier.diagnostics if one.name in names]


def lines(dossier):
    (table,) = dossier.plan.tables
    return [" | ".join(cell.text for cell in line.cells) for line in work_out(table).lines]


A, B, C = ["Nà Hai", 12, 5], ["Nà Ba", 8, 4], ["Nà Tư", 10, 1]
RIGHT = {
    "titles above": ([["BIỂU 1"], ["(Kèm theo)"], [], HEAD, A, B], NUMBERS, ["Nà Hai | 12 | 5"]),
    "stt": ([["TT", *HEAD], [1, *A], [2, *B]], NUMBERS, ["Nà Hai | 12 | 5", "Nà Ba | 8 | 4"]),
    "labels": ([["STT", *HEAD], ["A", "B", 1, 2], [1, *A]], NUMBERS, ["Nà Hai | 12 | 5"]),
    "total last": ([HEAD, A, B, ["Tổng cộng", 20, 9]], NUMBERS + TOTAL, ["Tổng | 20 | 9"]),
    "total first": ([HEAD, ["TỔNG SỐ", 20, 9], A, B], NUMBERS + TOTAL, ["Tổng | 20 | 9"]),
    "total of a line called Cộng": ([HEAD, A, B, ["Cộng", 20, 9]], NUMBERS, ["Cộng | 20 | 9"]),
    "a year": ([["Nội dung", "Hạn"], ["Đường", 2027]], WORDS, ["Đường | 2027"]),
    "a code": ([["Nội dung", "Hạn"], ["Cầu", ("1905", "000000")]], WORDS, ["Cầu | 001905"]),
    "a phone": ([["Nội dung", "Hạn"], ["Đường", "0912345678"]], WORDS, ["Đường | 0912345678"]),
    "thousands": (
        [["Nội dung", "Hạn"], ["Vốn", ("1905.5", "#,##0.00")]],
        WORDS,
        ["Vốn | 1.905,50"],
    ),
    "a day": ([["Nội dung", "Hạn"], ["Họp", DAY]], WORDS, ["Họp | 01/05/2026"]),
    "a share": ([["Thôn", "Tỷ lệ"], ["Nà Hai", ("0.155", "0.0%")]], SHARE, ["Nà Hai | 15,5"]),
    "a share as text": ([["Thôn", "Tỷ lệ"], ["Nà Hai", "15,5%"]], SHARE, ["Nà Hai | 15,5"]),
    "text numbers": ([HEAD, ["Nà Hai", "1.234", "5,5"]], NUMBERS, ["Nà Hai | 1.234 | 5,5"]),
    "groups": (
        [["STT", *HEAD], ["I", "Bắc", 20, 9], [1, *A], [2, *B], ["II", "Nam"], [1, *C]],
        NUMBERS,
        ["Bắc | 20 | 9", "Nà Hai | 12 | 5", "Nà Ba | 8 | 4"],
    ),
    "groups by their sums": (
        [HEAD, ["Bắc"], A, B, ["Cộng I", 20, 9], ["Nam"], C, ["Cộng II", 10, 1], ["Tổng", 30, 10]],
        NUMBERS,
        ["Bắc | 20 | 9", "Nà Hai | 12 | 5", "Nà Ba | 8 | 4", "Nam | 10 | 1"],
    ),
    "groups by the plan": (
        [HEAD, ["Bắc"], A, B, ["Nam"], C],
        NUMBERS + "        groups: names\n        subtotals: true\n",
        ["Bắc | 20 | 9"],
    ),
    "no total is a co-operative": ([HEAD, ["Cộng đồng Nà Hai", 12, 5], B], NUMBERS, []),
    "until": (
        [HEAD, A, B, ["Phụ biểu", 1, 2]],
        NUMBERS + "        until: Phụ biểu\n",
        ["Nà Hai | 12 | 5", "Nà Ba | 8 | 4"],
    ),
    "range": ([[], [None, *HEAD, "x"], [None, *A, 7]], NUMBERS + "        range: B2:D3\n", []),
}


@pytest.mark.parametrize(("rows", "table", "expected"), RIGHT.values(), ids=RIGHT)
def test_read_right_and_without_a_word(tmp_path, rows, table, expected):
    dossier = opened(tmp_path, rows, table=table)
    assert told(dossier) == []
    assert set(expected) <= set(lines(dossier))


WRONG = {
    "an error": ([HEAD, ["Nà Hai", "#DIV/0!", 5]], NUMBERS, "so.xlsx [Biểu 1]!B2 có lỗi #DIV/0!"),
    "no result": ([HEAD, ["Nà Hai", 1, "=B2*2"]], NUMBERS, "!C2 là công thức chưa có kết quả"),
    "no result in words": ([HEAD, ['="a"', 1, 2]], NUMBERS, "!A2 là công thức chưa có kết quả"),
    "text": ([HEAD, ["Nà Hai", "mười", 5]], NUMBERS, "!B2 là chữ 'mười'"),
    "English digits": ([HEAD, ["Nà Hai", "1,234.5", 5]], NUMBERS, "!B2 là chữ '1,234.5'"),
    "a day": ([HEAD, ["Nà Hai", DAY, 5]], NUMBERS, "!B2 là ngày"),
    "a share": ([HEAD, ["Nà Hai", ("0.155", "0%"), 5]], NUMBERS, "!B2 là tỷ lệ phần trăm"),
    "truth": ([["Nội dung", "Hạn"], ["Họp", True]], WORDS, "!B2 là TRUE"),
    "thirds": ([HEAD, ["Nà Hai", 1, 1 / 3]], NUMBERS, "!C2 là 0,333333333333333"),
    "a bar": ([HEAD, ["Nà | Hai", 1, 2]], NUMBERS, "!A2 có dấu |"),
    "beyond": ([HEAD, [*A, None, "thừa"]], NUMBERS, "!E2 ('thừa') không có tiêu đề"),
    "missing": ([["Thôn", "Số hộ"], ["Nà Hai", 1]], NUMBERS, "dòng 1 không có cột 'Kinh phí'"),
    "twice": ([["Thôn", "Số hộ", "Số hộ", "Kinh phí"], [*A, 1]], NUMBERS, "2 cột cùng tên 'Số hộ'"),
    "no header": ([["a", "b"], [1, 2]], NUMBERS, "không có cột nào của bảng"),
    "unit": (
        [[None, None, "ĐVT: nghìn đồng"], HEAD, A],
        "        unit: triệu đồng\n" + NUMBERS,
        "!C1 ghi đơn vị 'nghìn đồng'",
    ),
    "unit in a title": (
        [["Thôn", "Số hộ", "Kinh phí (nghìn đồng)"], A],
        "        unit: triệu đồng\n" + NUMBERS,
        "!C1 ghi đơn vị 'nghìn đồng'",
    ),
    "rows below a total": ([HEAD, A, ["Tổng cộng", 12, 5], B], NUMBERS, "còn dòng khác"),
    "a sum of what": (
        [HEAD, A, ["Cộng nhóm I", 12, 5], B],
        NUMBERS,
        "không rõ cộng những dòng nào",
    ),
    "until what": ([HEAD, A], NUMBERS + "        until: Hết\n", "until: 'Hết'"),
    "range of what": ([HEAD, A], NUMBERS + "        range: B2\n", "không phải vùng ô"),
    "header of what": ([HEAD, A], NUMBERS + "        header: đầu\n", "không phải dòng tiêu đề"),
}


@pytest.mark.parametrize(("rows", "table", "message"), WRONG.values(), ids=WRONG)
def test_refused_with_its_cell(tmp_path, rows, table, message):
    found = told(opened(tmp_path, rows, table=table))
    assert [one for severity, one in found if severity == "error" and message in one], found


def test_all_that_is_wrong_comes_at_once(tmp_path):
    found = told(opened(tmp_path, [HEAD, ["Nà Hai", "x", "#N/A"], ["Nà Ba", "y", 1]]))
    cells = [message.split("!")[1][:2] for _, message in found if "[Biểu 1]!" in message]
    assert cells == ["B2", "C2", "B3"], found


NOTED = {
    "a name only": ([HEAD, A, ["Nà Ba"], C], "'Nà Ba' chỉ có tên"),
    "signatures": ([HEAD, A, [], ["Người lập biểu"], ["Lý Thị M"]], "dòng 4-5 dưới bảng không đọc"),
    "a note": ([HEAD, A, ["Ghi chú: đến hết tháng 02"]], "'Ghi chú: đến hết tháng 02'"),
    "a sum": ([HEAD, A, B, ["Cả hai thôn", 20, 9]], "bằng tổng các dòng trên"),
    "a unit": ([["ĐVT: triệu đồng"], HEAD, A], "mà bảng không có unit"),
}


@pytest.mark.parametrize(("rows", "message"), NOTED.values(), ids=NOTED)
def test_an_understanding_is_told(tmp_path, rows, message):
    dossier = opened(tmp_path, rows)
    assert any(message in one for _, one in told(dossier)), told(dossier)
    assert lines(dossier)[0] == "Nà Hai | 12 | 5"


def test_hidden_rows_are_read_and_told(tmp_path):
    dossier = opened(tmp_path, workbook([HEAD, A, B], hidden=[3]))
    ((severity, message),) = told(dossier)
    assert (severity, "dòng đang ẩn vẫn được đọc: 3" in message) == ("warning", True)
    assert len(lines(dossier)) == 2


def test_a_stated_total_that_is_wrong_is_compared(tmp_path):
    dossier = opened(tmp_path, [HEAD, A, B, ["Tổng cộng", 21, 9]], table=NUMBERS + TOTAL)
    assert any(one.severity == "error" and "21" in one.message for one in dossier.diagnostics)


def test_merged_titles_are_paths(tmp_path):
    rows = [["Thôn", "Năm 2025", None, "Năm 2026", None], [None, "Vốn", "Chi", "Vốn", "Chi"]]
    data = workbook([*rows, ["Nà Hai", 1, 2, 3, 4]], merged=["A1:A2", "B1:C1", "D1:E1"])
    dossier = opened(tmp_path, data, table=YEARS)
    assert (told(dossier), lines(dossier)) == ([], ["Nà Hai | 1 | 2 | 3"])


def test_names_merged_downwards_are_those_of_all_their_rows(tmp_path):
    data = workbook([["Nội dung", "Hạn"], ["Họp", "x"], [None, "y"]], merged=["A2:A3"])
    assert lines(opened(tmp_path, data, table=WORDS)) == ["Họp | x", "Họp | y"]


def test_hidden_sheets_are_not_the_first(tmp_path):
    dossier = opened(tmp_path, workbook([HEAD, A], before=["Nháp"]))
    assert (told(dossier), lines(dossier)) == ([], ["Nà Hai | 12 | 5"])


def test_an_ods_knows_its_kinds(tmp_path):
    rows = [["Nội dung", "Hạn"], ["Họp", DAY], ["Mã", 1905], ["Tỷ lệ", ("0.155", "15,5%")]]
    dossier = opened(tmp_path, ods(rows), table=WORDS, name="so.ods")
    assert lines(dossier) == ["Họp | 01/05/2026", "Mã | 1905", "Tỷ lệ | 15,5%"]
    found = told(opened(tmp_path, ods([HEAD, ["Nà Hai", "#DIV/0!", 1]]), name="so.ods"))
    assert "so.ods [Biểu 1]!B2 có lỗi #DIV/0!" in found[0][1]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("Thôn,Số hộ,Kinh phí\nNà Hai,12,5,3\n", "dòng 2 có 4 ô"),
        ("Thôn,Số hộ,Kinh phí\nNà Hai,12\n", "dòng 2 có 2 ô"),
        ('Thôn,Số hộ,Kinh phí\n"Nà Hai,1,2\nNà Ba,3,4\n', "dòng 2 có ô quá dài, hoặc dấu nháy"),
        ('Thôn,Số hộ,Kinh phí\n"Nà" Hai,1,2\n', "dòng 2 "),
        ("Thôn,Số hộ\nNà Hai".encode("utf-16"), "UTF-16"),
        ("Thôn,Số hộ\nNà Hai".encode("utf-16-le"), "UTF-16"),
        (b"Th\xf4n,S\xd2 h\xf4\nN", "không phải mã UTF-8"),
    ],
)
def test_a_csv_is_strict(tmp_path, data, message):
    found = told(opened(tmp_path, data, name="so.csv"))
    assert message in found[0][1], found


@pytest.mark.parametrize(
    "data",
    [
        "Thôn;Số hộ;Kinh phí\rNà Hai;12;5\r",
        "sep=;\r\nThôn;Số hộ;Kinh phí\r\nNà Hai;12;5\r\n",
        "\ufeffThôn\tSố hộ\tKinh phí\nNà Hai\t12\t5\n",
        "Tho\u0302n,Sô\u0301 hộ,Kinh phi\u0301\nNà Hai,12,5\n",
        'Thôn,Số hộ,Kinh phí\n"Nà\nHai",12,"5"\n',
    ],
)
def test_a_csv_of_any_system(tmp_path, data):
    dossier = opened(tmp_path, data, name="so.csv")
    assert (told(dossier), lines(dossier)) == ([], ["Nà Hai | 12 | 5"])


def test_an_old_workbook_is_told_the_way_out(tmp_path):
    assert "lưu thành .xlsx" in told(opened(tmp_path, b"\xd0\xcf\x11\xe0", name="so.xls"))[0][1]


def test_no_columns_is_the_plans_mistake_alone(tmp_path):
    dossier = opened(tmp_path, [HEAD, A], table="        columns: []\n")
    assert any(one.severity == "error" for one in dossier.diagnostics)


def test_a_page_tells_places_as_excel_does():
    page = read_page("a/so.xlsx", workbook([HEAD]))
    assert page.place(7, 2) == "so.xlsx [Biểu 1]!C7"
