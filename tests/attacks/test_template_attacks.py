"""Word templates that others sent: told by `template check`, and no document is filled by them."""

from __future__ import annotations

import time

import pytest

from kehoach.issuing.template_review import CONTEXTS, known_names
from kehoach.outputs.faults import TemplateError
from kehoach.outputs.inspection import inspect_template
from kehoach.outputs.template import Template
from outputs import words

KNOWN = known_names(CONTEXTS["ke-hoach"])
LOOP = ("{%p for block in body %}", "{%p endfor %}")

ATTACKS: list[tuple[tuple[str, ...], int, str]] = [
    # braces
    (("{{ type_name }}", "{{ subject }"), 2, "“{{” không được đóng"),
    (("{ subject }}",), 1, "không có “{{” mở ở trước"),
    (("{{ subject", "{{ type_name }}"), 1, "“{{” không được đóng"),
    (("{{ subject", "}}"), 1, "“{{” không được đóng"),
    (("{% if subject }}x{% endif %}",), 1, "“{%” không được đóng"),
    (("{% if subject %}x{% endif }",), 1, "“{%” không được đóng"),
    (("{# ghi chú", "{{ subject }}"), 1, "“{#” không được đóng"),
    (("{{ subject }} %}",), 1, "Dấu “%}”"),
    (("{%p if subject", "x", "{%p endif %}"), 1, "“{%” không được đóng"),
    (("{{ 'a }} và {{ subject }}",), 1, "không được đóng"),
    # shapes
    (("{{ body }}",), 1, "“body” là cả một danh sách"),
    (("{{ letterhead }}",), 1, "“letterhead” là cả một mục"),
    (("{{ subject or body }}",), 1, "“body” là cả một danh sách"),
    (("{{ body[0] }}",), 1, "là cả một mục"),
    (("{{ body[0].table }}",), 1, "là cả một bảng"),
    (("{%p for x in subject %}", "{{ x }}", "{%p endfor %}"), 1, "không phải là danh sách"),
    (("{%p for x in letterhead %}", "{{ x }}", "{%p endfor %}"), 1, "không phải là danh sách"),
    (("{{r subject }}",), 1, "cần bộ lọc"),
    (("{{p subject }}",), 1, "chỉ dùng cho bảng"),
    (("{{p subject | runs }}",), 1, "phải đứng trong thẻ {{r }}"),
    (("{{ subject | runs }}",), 1, "phải đứng trong thẻ {{r }}"),
    (("{{ body[0].table | table }}",), 1, "phải đứng trong thẻ {{p }}"),
    (("{{p subject | table }}",), 1, "không phải là bảng"),
    (("{{ body | upper }}",), 1, "không phải là chữ"),
    (("{{ subject | join }}",), 1, "không phải là danh sách"),
    (("Chú ý {%p if subject %}", "a", "{%p endif %}"), 1, "sẽ mất: “Chú ý”"),
    (("a", "{%p if subject %}", "b", "{%p endif %} chữ cuối"), 4, "sẽ mất: “chữ cuối”"),
    (("{{p body[0].table | table }} xem bảng",), 1, "sẽ mất: “xem bảng”"),
    # the language
    (("{{ subject.upper() }}",), 1, "Không gọi được upper()"),
    (("{{ subject.__class__ }}",), 1, "không được phép"),
    (("{{ range(9) | join }}",), 1, "Không gọi được range()"),
    (("{{ range }}",), 1, "Không có “range”"),
    (("{{ lipsum }}",), 1, "Không có “lipsum”"),
    (("{{ self }}",), 1, "Không có “self”"),
    (("{{ subject.format }}",), 1, "Không có trường “format”"),
    (("{{ 2 ** 9 }}",), 1, "Không dùng được dấu **"),
    (("{{ subject | center(1000000000) }}",), 1, "Không dùng được bộ lọc 'center'"),
    (("{{ subject | attr('__class__') }}",), 1, "Không dùng được bộ lọc 'attr'"),
    (("{{ body | map(attribute='text') | join }}",), 1, "dùng each('tên')"),
    (("{{ subject | random }}",), 1, "Không dùng được bộ lọc 'random'"),
    (("{{ subject | safe }}",), 1, "Không dùng được bộ lọc 'safe'"),
    (("{{ subject | .listed }}",), 1, "Thẻ viết sai"),
    (("{% set x = subject %}{{ x }}",), 1, "Không đặt được tên mới"),
    (("{% macro m() %}x{% endmacro %}",), 1, "Chỉ dùng được lệnh if"),
    (("{% include 'a' %}",), 1, "Chỉ dùng được lệnh if"),
    (("{% block a %}{% endblock %}",), 1, "Chỉ dùng được lệnh if"),
    (("{{ subject[:3] }}",), 1, "Không cắt được chữ"),
    (("{{ " + "(" * 100 + "1" + ")" * 100 + " }}",), 1, "lồng nhau"),
    (("{{ 1" + " + 1" * 500 + " }}",), 1, "từ và dấu"),
]


@pytest.mark.parametrize(("texts", "paragraph", "says"), ATTACKS, ids=lambda one: str(one)[:60])
def test_told_and_not_filled(texts: tuple[str, ...], paragraph: int, says: str) -> None:
    data = words.paragraphs(*texts)
    faults = inspect_template(data, KNOWN, {}).faults
    assert (faults[0].paragraph, says in faults[0].message) == (paragraph, True), faults
    with pytest.raises(TemplateError) as raised:
        Template(data, "mẫu.docx", known=KNOWN)
    assert raised.value.faults == faults


GROWING = [
    "{{ 'a' * n }}",
    "{{ n * 'a' }}",
    "{{ '%1000000000d' % n }}",
    "{{ many * n }}",
    "{{ many }}",
    "{{ row }}",
    "{{ nothing }}",
    "{% for x in text %}{{ x }}{% endfor %}",
    "{{ row.items }}",
]


@pytest.mark.parametrize("text", GROWING)
def test_what_only_filling_shows_is_refused_there(text: str) -> None:
    context = {"n": 10**9, "many": [1, 2], "text": "chữ", "row": {"a": 1}, "nothing": None}
    start = time.process_time()
    with pytest.raises(TemplateError) as raised:
        Template(words.paragraphs(text), "mẫu.docx").render(context)
    assert time.process_time() - start < 2
    assert raised.value.faults[0].paragraph == 1


def test_loops_have_a_budget() -> None:
    loops = [f"{{%p for x{n} in many %}}" for n in range(9)]
    data = words.paragraphs(*loops, "x", *["{%p endfor %}"] * 9)
    start = time.process_time()
    with pytest.raises(TemplateError, match="lượt"):
        Template(data, "mẫu.docx").render({"many": ["a"] * 30})
    assert time.process_time() - start < 10


def test_a_document_has_a_budget() -> None:
    data = words.paragraphs(
        "{% for x in many %}{% for y in many %}{{ long }}{% endfor %}{% endfor %}"
    )
    with pytest.raises(TemplateError, match="dài quá"):
        Template(data, "mẫu.docx").render({"many": ["a"] * 100, "long": "dài " * 25_000})


def test_a_percent_sign_is_arithmetic_in_every_tag() -> None:
    data = words.paragraphs("{%p if 5 % 2 == 1 %}", "lẻ {{ 7 % 4 }}", "{%p endif %}", "100%")
    xml = Template(data, "mẫu.docx").document_xml({})
    assert "lẻ 3" in xml
    assert "100%" in xml
