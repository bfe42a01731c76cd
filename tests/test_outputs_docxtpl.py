"""A filled template equals what docxtpl itself makes of the same template, context, environment."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from docxtpl import DocxTemplate
from markupsafe import Markup

from kehoach.outputs.environment import environment
from kehoach.outputs.filters import FILTERS
from kehoach.outputs.inline import runs
from kehoach.outputs.rules import rule
from kehoach.outputs.template import Template
from kehoach.word.package import read_package
from outputs import words

NASTY = "Giảm < 5% & \"nghèo\" 'bền' > 3"
PARAGRAPH = Markup("<w:p><w:r><w:t>xen vào</w:t></w:r></w:p>")
ROWS = [{"stt": n, "ten": f"Xã {n} & {NASTY}", "tien": f"{n}.000"} for n in range(1, 6)]

CASES: dict[str, tuple[Callable[[], bytes], dict[str, object]]] = {
    "values": (lambda: words.paragraphs("A {{ x }} b", "{{ y }}{{ x }}"), {"x": NASTY, "y": 7}),
    "paragraph loop": (
        lambda: words.paragraphs("{%p for one in many %}", "- {{ one }};", "{%p endfor %}", "Hết."),
        {"many": ["một", NASTY, ""]},
    ),
    "empty loop": (
        lambda: words.paragraphs("{%p for one in many %}", "{{ one }}", "{%p endfor %}", "Hết."),
        {"many": []},
    ),
    "row loop": (
        lambda: words.table(
            ["TT", "Tên", "Tiền"],
            ["{%tr for row in rows %}", "", ""],
            ["{{ row.stt }}", "{{ row.ten }}", "{{ row.tien }}"],
            ["{%tr endfor %}", "", ""],
        ),
        {"rows": ROWS},
    ),
    "conditions": (
        lambda: words.paragraphs(
            "{%p if yes %}",
            "có {% if no %}x{% else %}{{ v }}{% endif %}",
            "{%p else %}",
            "k",
            "{%p endif %}",
        ),
        {"yes": True, "no": False, "v": NASTY},
    ),
    "runs": (
        lambda: words.paragraphs("Trước {{r bold }} sau", "{{r more|runs }}"),
        {"bold": runs("**đậm** & *nghiêng*"), "more": "x^2^ < y\nz\tt"},
    ),
    "paragraph of xml": (lambda: words.paragraphs("A", "{{p xml }}", "B"), {"xml": PARAGRAPH}),
    "header and footer": (
        lambda: words.with_edges("Đầu {{ x }}", "{% if y %}{{ y }}{% endif %}", "{{ x }}"),
        {"x": NASTY, "y": "chân"},
    ),
    "footnotes": (lambda: words.with_note("Thân {{ x }}", "Ghi {{ x }}"), {"x": NASTY}),
    "breaks in values": (
        lambda: words.split_runs("a {{ x }} b", " đậm {{ x }}", "{{ z }}"),
        {"x": "một\nhai\tba", "z": "\n&\t"},
    ),
    "columns loop": (
        lambda: words.table(
            ["Tên", "{%tc for c in columns %}", "{{ c }}", "{%tc endfor %}"],
            ["x", "{%tc for c in columns %}", "{{ c }}", "{%tc endfor %}"],
        ),
        {"columns": ["a", "b", "c", "d", "e"]},
    ),
    "spans, colours, merges": (
        lambda: words.table(
            ["{% colspan n %}rộng", "b"],
            ["{% cellbg colour %}màu", "c"],
            ["{%tr for one in many %}", ""],
            ["{% vm %}gộp", "{{ one }}"],
            ["{%tr endfor %}", ""],
        ),
        {"n": 2, "colour": "FF0000", "many": ["x", "y"]},
    ),
    "split tags": (
        lambda: words.split_runs("{", "{ na", "me }", "} và {%", " if a %}", "x{% end", "if %}"),
        {"name": NASTY, "a": 1},
    ),
    "escaped brackets": (lambda: words.paragraphs("{_{ {{ x }} }_} {_% y %_}"), {"x": "x"}),
    "drawings": (
        lambda: words.paragraphs("{%p for n in (1, 2, 3) %}", "{{r line }}", "{%p endfor %}"),
        {"line": rule(2000)},
    ),
    "joined to neighbours": (
        lambda: words.paragraphs("một", "{%- if x %} hai", "{% endif -%}", "ba"),
        {"x": True},
    ),
    "quotes Word has curled": (lambda: words.paragraphs("{{ x or “không” }}"), {"x": ""}),
    "loops in loops": (
        lambda: words.paragraphs(
            "{%p for a in many %}",
            "{{ loop.index }}. {{ a.t }}",
            "{%p for b in a.l %}",
            "{{ b }}",
            "{%p endfor %}",
            "{%p endfor %}",
        ),
        {"many": [{"t": "A", "l": [1, 2]}, {"t": "B", "l": []}]},
    ),
}


def by_docxtpl(data: bytes, context: dict[str, object]) -> dict[str, bytes]:
    word = DocxTemplate(io.BytesIO(data))
    word.render(context, environment(FILTERS))
    return read_package(words.saved(word))


@pytest.mark.parametrize("name", CASES)
def test_equals_docxtpl(name: str) -> None:
    make, context = CASES[name]
    data = make()
    ours = read_package(Template(data, name).render(context))
    theirs = by_docxtpl(data, {**context, "footnotes": None})
    compared = [part for part in theirs if part.startswith("word/") and part.endswith(".xml")]
    assert words.MAIN in compared
    for part in compared:
        assert words.canonical(ours[part]) == words.canonical(theirs[part]), part
