"""How long a Word document takes, and how much memory: kehoach, docxtpl, python-docx, bare zlib.

Run: python tools/bench_render.py. Each variant runs in a process of its own; times are medians of
warm runs in milliseconds, memory is the peak of the process in MB.
"""

import io
import json
import resource
import statistics
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Pt
from docxtpl import DocxTemplate

SIZES = {"small": (110, 10), "large": (1200, 500)}
COLUMNS = (
    "stt",
    "ten",
    "don_vi",
    "ke_hoach",
    "trung_uong",
    "dia_phuong",
    "khac",
    "tong",
    "ghi_chu",
)
SYLLABLES = """
tổ chức thực hiện giảm nghèo bền vững trên địa bàn tỉnh cơ sở hạ tầng thiết yếu hỗ trợ phát triển
sản xuất đa dạng hóa sinh kế hộ cận phối hợp với các sở ban ngành ủy nhân dân xã kiểm tra giám
sát đánh giá vốn ngân sách trung ương đối ứng của phương theo quy định hành đào tạo nghề cho lao
động nông thôn tiếp dịch vụ hội bản bảo hiểm y tế nước sạch vệ môi trường nâng cao năng lực cán
bộ truyền thông về báo cáo kết quả trước ngày tỷ lệ chiều nhà ở người & <5% mục tiêu nội dung kinh
phí nguồn khác giao chủ trì quan đơn vị liên chịu trách nhiệm hướng dẫn rà soát bổ sung điều chỉnh
""".split()  # noqa: SIM905 - a wall of text reads better than a wall of quotes
RUN = 2  # syllables that stand together: the text packs four or five to one, as real plans do


def words(runs: int, *seeds: int) -> str:
    """So many short runs of syllables, other ones for other seeds."""
    starts = (zlib.crc32(repr((*seeds, i)).encode()) % len(SYLLABLES) for i in range(runs))
    return " ".join(" ".join(SYLLABLES[start : start + RUN]) for start in starts)


def template() -> bytes:
    """A paragraph loop and a table of nine columns with a row loop."""
    document = Document()
    document.styles["Normal"].font.size = Pt(14)
    document.add_heading("{{ title }}", 1)
    document.add_paragraph("{%p for one in paragraphs %}")
    document.add_paragraph("{{ one }}")
    document.add_paragraph("{%p endfor %}")
    table = document.add_table(rows=4, cols=len(COLUMNS), style="Table Grid")
    for cell, name in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.text = name
    table.cell(1, 0).text = "{%tr for row in rows %}"
    for cell, name in zip(table.rows[2].cells, COLUMNS, strict=True):
        cell.text = "{{ row." + name + " }}"
    table.cell(3, 0).text = "{%tr endfor %}"
    return saved(document)


def saved(document: Any) -> bytes:
    """A python-docx document as bytes."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def context(size: str) -> dict[str, Any]:
    """Paragraphs of some 40 syllables, rows of nine cells."""
    paragraphs, rows = SIZES[size]
    return {
        "title": "Kế hoạch giảm nghèo bền vững",
        "paragraphs": [f"{n}. {words(12 + n % 16, n)}" for n in range(paragraphs)],
        "rows": [
            {name: words(1 + i % 2, n, i) + f" {n * i % 9973}" for i, name in enumerate(COLUMNS)}
            for n in range(rows)
        ],
    }


def kehoach_warm(size: str) -> Callable[[], bytes]:
    """A template compiled once, filled each time."""
    from kehoach.outputs.template import Template

    compiled, data = Template(template(), "bench"), context(size)
    return lambda: compiled.render(data)


def docxtpl_manual(size: str) -> Callable[[], bytes]:
    """docxtpl as its manual shows: open, render, save."""
    source, data = template(), context(size)

    def run() -> bytes:
        word = DocxTemplate(io.BytesIO(source))
        word.render(data, autoescape=True)
        return saved(word)

    return run


def python_docx(size: str) -> Callable[[], bytes]:
    """The same document built paragraph by paragraph and cell by cell."""
    data = context(size)

    def run() -> bytes:
        document = Document()
        document.add_heading(data["title"], 1)
        for one in data["paragraphs"]:
            document.add_paragraph(one)
        table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
        for cell, name in zip(table.rows[0].cells, COLUMNS, strict=True):
            cell.text = name
        for row in data["rows"]:
            for cell, name in zip(table.add_row().cells, COLUMNS, strict=True):
                cell.text = row[name]
        return saved(document)

    return run


def zip_floor(size: str) -> Callable[[], bytes]:
    """Only compressing the finished main part and laying the parts together."""
    from kehoach.word.package import read_package
    from kehoach.word.writing import pack, write_package

    parts = read_package(kehoach_warm(size)())
    main = parts.pop("word/document.xml")
    packed = [pack(name, data) for name, data in parts.items()]
    return lambda: write_package([*packed, pack("word/document.xml", main)])


VARIANTS: dict[str, tuple[str, Callable[[str], Callable[[], bytes]]]] = {
    "kehoach": ("kehoach, warm", kehoach_warm),
    "docxtpl": ("docxtpl as its manual shows", docxtpl_manual),
    "python-docx": ("python-docx, paragraph by paragraph", python_docx),
    "floor": ("zip floor", zip_floor),
}


def measure(variant: str, size: str) -> dict[str, float]:
    """Median milliseconds, peak MB, and the size of the main part in KB."""
    run = VARIANTS[variant][1](size)
    made = run()
    times: list[float] = []
    begin = time.perf_counter()
    while len(times) < 5 or (time.perf_counter() - begin < 3 and len(times) < 300):
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1000)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        main = archive.getinfo("word/document.xml").file_size / 1024
    return {"ms": statistics.median(times), "mb": peak, "kb": main}


def in_process(variant: str, size: str) -> dict[str, float]:
    """The same in a process of its own, so that peaks do not mix."""
    command = [sys.executable, str(Path(__file__)), variant, size]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    """Print the table."""
    if len(sys.argv) == 3:
        print(json.dumps(measure(sys.argv[1], sys.argv[2])))
        return
    for size, (paragraphs, rows) in SIZES.items():
        found = {variant: in_process(variant, size) for variant in VARIANTS}
        base = found["kehoach"]["ms"]
        print(f"{size}: {paragraphs} paragraphs, {rows} x {len(COLUMNS)} table")
        for variant, (title, _) in VARIANTS.items():
            one = found[variant]
            print(
                f"  {title:38} {one['ms']:9.2f} ms {one['ms'] / base:7.2f} x "
                f"{one['mb']:7.0f} MB  document.xml {one['kb']:7.0f} KB"
            )


if __name__ == "__main__":
    main()
