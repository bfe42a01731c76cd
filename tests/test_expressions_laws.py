"""Expressions at random: what is allowed gives what Jinja gives; nothing ends in a traceback."""

from __future__ import annotations

from typing import Any

from hypothesis import given, seed, settings
from hypothesis import strategies as st
from jinja2 import Environment

from kehoach.outputs.faults import TemplateError
from kehoach.outputs.inspection import inspect_template
from kehoach.outputs.template import Template
from kehoach.plan import Filler
from kehoach.source import Memory
from outputs import words
from test_expressions import plan as dossier

PLAN = dossier("hết").plan
assert PLAN is not None
NAMES: dict[str, Any] = {
    "year": 2026,
    "place": "Quảng Khê",
    "subject": "Giảm nghèo bền vững năm 2026",
}
FILLER = Filler(PLAN, Memory())
JINJA = Environment(autoescape=False)

_numbers = st.sampled_from(["year", "0", "1", "7", "40", "(2 - 9)", "(place | length)"])
_texts = st.sampled_from(
    ["place", "subject", "'a'", "'đ ă'", '"b c"', "(place | lower)", "(' x' | trim)"]
)


def _wider(numbers: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pair = st.tuples(numbers, st.sampled_from(["+", "-", "*", "//", "%"]), numbers)
    return st.one_of(
        pair.map(lambda one: f"({' '.join(one)})"),
        st.tuples(numbers, numbers, numbers).map(lambda one: "({} if {} < {} else 3)".format(*one)),
        numbers.map(lambda one: f"(-{one})"),
        st.tuples(numbers, numbers).map(lambda one: "({} and {})".format(*one)),
        st.lists(numbers, min_size=1, max_size=4).map(lambda many: f"([{', '.join(many)}] | max)"),
    )


def _longer(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pair = st.tuples(texts, texts)
    return st.one_of(
        pair.map(lambda one: "({} ~ {})".format(*one)),
        pair.map(lambda one: "({} + {})".format(*one)),
        pair.map(lambda one: "({} or {})".format(*one)),
        pair.map(lambda one: "('có' if {} in {} else 'không')".format(*one)),
        texts.map(lambda one: f"({one} | replace('a', 'bb'))"),
        st.lists(texts, min_size=1, max_size=3).map(
            lambda many: f"([{', '.join(many)}] | join('; '))"
        ),
    )


ALLOWED = st.one_of(
    st.recursive(_numbers, _wider, max_leaves=8), st.recursive(_texts, _longer, max_leaves=6)
)


@seed(20261129)
@settings(max_examples=300, deadline=None, database=None)
@given(ALLOWED, ALLOWED)
def test_what_is_allowed_gives_what_jinja_gives(one: str, other: str) -> None:
    text = f"A {{{{ {one} }}}}{{% if {other} %}} b {{{{- {other} }}}}{{% else %}}c{{% endif %}}\n"
    try:
        expected = JINJA.from_string(text).render(NAMES)
    except ZeroDivisionError:
        assert "chia cho không" in FILLER.fill(text)[1][0].message
    else:
        assert FILLER.fill(text) == (expected, [])


_SIGNS = "{{ }} {% %} {# #} {{- -}} ( ) [ ] { } | . , : ' \" ~ + - * / // % ** == < \n á"
_WORDS = """
in not and or if else elif endif for endfor set macro is raw endraw loop self year place this plan
projects da_1 tables figures each money join replace default attr __class__ 0 1 1e9 99999999999 'x'
"""
SCRAPS = st.sampled_from([*_SIGNS.split(" "), *_WORDS.split()])
TAGS = st.lists(SCRAPS, max_size=14).map(" ".join)


@seed(20261129)
@settings(max_examples=400, deadline=None, database=None)
@given(TAGS)
def test_any_scraps_in_a_plan_are_worked_out_or_told(text: str) -> None:
    filled, found = FILLER.fill(text)
    assert found == [] or filled == text
    assert all(one.needle in text and one.message for one in found)


@seed(20261129)
@settings(max_examples=60, deadline=None, database=None)
@given(st.lists(TAGS, min_size=1, max_size=3))
def test_any_scraps_in_a_template_are_filled_or_told(texts: list[str]) -> None:
    data = words.paragraphs(*texts)
    told = inspect_template(data, {}, {}).faults
    try:
        assert Template(data, "mẫu.docx").render(NAMES)
    except TemplateError:
        return
    assert {one.kind for one in told} <= {"undefined", "shape"}
