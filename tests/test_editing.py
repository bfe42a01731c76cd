"""Edits of plan text: any words into any style, and nothing else changes."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from fmt.scribe import written
from kehoach.editing import put
from kehoach.editing.diff import hunks, unified
from kehoach.editing.edits import MEETING, UNSAFE, Edit, edited
from kehoach.editing.letters import letters
from kehoach.editing.scalars import scalars
from kehoach.editing.tree import GONE, Meant, says
from kehoach.editing.wording import joined
from kehoach.source import read

AWKWARD = [
    *("a: b", "a:", " #b", "# b", "- b", "-", "? b", "* b", "*b", "&b", "!b", "%b", "@b", "`b"),
    *("'", '"', "''", '\\"', "\\", "[", "]", "{", "}", ",", "|", ">", "b ", " b", "  ", "\t", ""),
    *("\n", "b\nc", "\n\nb", "b\n", "b\n  c", "---", "...", "~", "no", "1e3", "{{ x }}", "a | b"),
    *("điều", "\u0301", "🙂", "<<", "="),
]
WORDS = st.sampled_from(AWKWARD) | st.text("aạ :#'\"-\\\n,[]{}|>&*!%@\t", max_size=12)
STYLES = {
    "plain": "k:\n  k: một hai ba\n  z: 1\n",
    "plain over lines": "k:\n  k: một\n    hai\n\n    ba\n  z: 1\n",
    "single": "k:\n  k: 'một ''hai'' ba'  # ghi chú\n  z: 1\n",
    "single over lines": "k:\n  k: 'một\n    hai ba'\n  z: 1\n",
    "double": 'k:\n  k: "một \\"hai\\" \\u1ebf\\tba"\n  z: 1\n',
    "double over lines": 'k:\n  k: "một \\\n    hai\n\n    ba"\n  z: 1\n',
    "literal": "k:\n  k: |\n    một\n      hai\n\n    ba\n  z: 1\n",
    "literal, kept and indented": "k:\n  k: |2+\n      một\n    hai\n\n  z: 1\n",
    "literal, stripped": "k:\n  k: |-  # ghi chú\n    một\n    hai\n  # sau\n  z: 1\n",
    "folded": "k:\n  k: >\n    một hai\n    ba\n\n    bốn\n  z: 1\n",
    "folded, stripped": "k:\n  k: >-\n    một\n    hai\n  z: 1\n",
    "list": "k:\n- một hai\n- 'ba'\n",
    "list in a list": "k:\n  - - một hai\n    - |\n      ba\n    -   bốn\n      năm\n",
    "flow": 'k: {k: một hai, "z": [một hai, \'ba\', "bốn"]}\n',
    "flow over lines": "k: [một hai,\n    'ba\n    bốn', {z: năm\n    sáu}]\n",
    "anchored": "k: &a một hai\nz: *a\n",
    "keys": "một hai: x\n'ba': {bốn: y, \"năm\": z}\n",
    "empty": 'k: ""\nz: \'\'\nl: [""]\n',
    "no final newline": "k: |\n  một\n  hai",
}
ENDS = {"LF": "\n", "CRLF": "\r\n"}


def opened(text):
    root, problems = read("a.yaml", text.encode())
    assert root is not None, problems
    return root, list(scalars(root, text, keys=True))


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(words=WORDS, data=st.data())
def test_any_words_go_into_any_style_and_nothing_else_changes(style, end, words, data):
    text = STYLES[style].replace("\n", end)
    root, every = opened(text)
    scalar = data.draw(st.sampled_from(every))
    start = data.draw(st.integers(0, len(scalar.value)))
    stop = data.draw(st.integers(start, len(scalar.value)))
    new = scalar.value[:start] + words + scalar.value[stop:]
    assume(not scalar.is_key or (new.strip() and new != "<<" and new not in {*root}))
    check_words(text, root, scalar, (start, stop, words))


def check_words(text, root, scalar, piece):
    made = edited(root, text, [[put.piece(scalar, *piece)]])
    assert not made.refused, made.text
    owner = opened(made.text)[1]
    found = [one for one in owner if one.path[:-1] == scalar.path[:-1]]
    start, stop, words = piece
    new = composed(scalar.value[:start] + composed(words) + scalar.value[stop:])
    assert composed(new) in {composed(one.value) for one in found}
    assert made.text.startswith(text[: scalar.start])
    assert made.text.endswith(text[scalar.end :])
    assert made.text.count("\r\n") == made.text.count("\n") or "\r\n" not in text


def composed(text):
    import unicodedata

    return unicodedata.normalize("NFC", text)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(written(), WORDS, st.data())
def test_a_value_of_any_file_takes_any_words(file, words, data):
    text = file[1]
    root, every = opened(text) if read("a.yaml", text.encode())[0] else (None, [])
    values = [one for one in every if not one.is_key]
    assume(values)
    scalar = data.draw(st.sampled_from(values))
    check_words(text, root, scalar, (0, len(scalar.value), words))
    at = data.draw(st.integers(0, len(scalar.value)))
    check_words(text, root, scalar, (at, at, words))


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(written(), st.lists(WORDS, min_size=1, max_size=6), st.data())
def test_many_edits_at_once_say_each_what_was_meant(file, words, data):
    text = file[1]
    root, _ = read("a.yaml", text.encode())
    assume(root)
    values = list(scalars(root, text))
    assume(values)
    chosen = {data.draw(st.integers(0, len(values) - 1)): one for one in words}
    groups = [put.reworded(values[index], new) for index, new in chosen.items()]
    made = edited(root, text, groups)
    assert not made.refused
    after = {one.path: one.value for one in scalars(read("", made.text.encode())[0], made.text)}
    before = {one.path: one.value for one in values}
    meant = {values[index].path: composed(new) for index, new in chosen.items()}
    assert {k: composed(v) for k, v in after.items()} == {
        k: composed(v) for k, v in (before | meant).items()
    }


def test_words_that_stay_are_not_touched():
    text = "k: >\n  Giảm 5.000 hộ\n  nghèo.\n\n  Đoạn hai.\nz: 1\n"
    root, every = opened(text)
    made = edited(root, text, [put.reworded(every[1], "Giảm 5.500 hộ nghèo.\nĐoạn ba.\n")])
    assert made.text == "k: >\n  Giảm 5.500 hộ\n  nghèo.\n\n  Đoạn ba.\nz: 1\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("k: Họp tổng kết", "Họp: tổng kết", "k: 'Họp: tổng kết'"),
        ("k: 'a'", "a 'b' #c", "k: 'a ''b'' #c'"),
        ('k: "a"', 'a "b"', 'k: "a \\"b\\""'),
        ("k: một\n  hai", "một\n  hai: ba".replace("\n  ", " "), "k: 'một\n  hai: ba'"),
        ("k: [a, b]", "a, c", "k: ['a, c', b]"),
        ("k: |-\n  a\n  b", "a\nb\nc", "k: |-\n  a\n  b\n  c"),
        ("k: a", "a\nb", 'k: "a\\nb"'),
    ],
)
def test_the_author_s_style_stays_while_it_can_hold_the_words(old, new, expected):
    root, every = opened(f"{old}\n")
    scalar = next(one for one in every if not one.is_key)
    assert edited(root, f"{old}\n", [put.reworded(scalar, new)]).text == f"{expected}\n"


def test_of_two_edits_that_meet_the_second_is_refused_and_told():
    text = "k: một hai ba\n"
    root, (_, scalar) = opened(text)
    one, two, three = (
        put.piece(scalar, *span) for span in [(0, 7, "A"), (4, 10, "B"), (8, 10, "C")]
    )
    made = edited(root, text, [[one], [two], [three]])
    assert (made.text, made.refused) == ("k: A C\n", {1: MEETING})


def test_one_edit_asked_for_twice_is_made_once():
    text = "k: một hai\n"
    root, (_, scalar) = opened(text)
    one = put.piece(scalar, 3, 3, " nửa")
    assert edited(root, text, [[one], [one]]).text == "k: một nửa hai\n"


def test_what_would_say_something_else_is_refused_and_the_rest_is_made():
    text = "k: một\nz: hai\ny: ba\n"
    root, every = opened(text)
    wild = Edit(3, 3, "[", meant=(Meant(("k",), "[một"),))
    made = edited(root, text, [put.reworded(every[5], "bốn"), [wild], put.reworded(every[3], "ba")])
    assert made.text == "k: một\nz: ba\ny: bốn\n"
    assert made.refused == {1: UNSAFE}


@pytest.mark.parametrize("letter", ["\x07", "\r", "\x85", "\u2028", "\u202e", "\ufeff", "\ufffe"])
def test_a_letter_that_no_plan_may_hold_is_refused(letter):
    text = "k: một\nz: hai\n"
    root, every = opened(text)
    made = edited(root, text, [put.reworded(every[1], f"a{letter}b"), put.reworded(every[3], "ba")])
    assert (made.text, made.refused) == ("k: một\nz: ba\n", {0: UNSAFE})


@pytest.mark.parametrize("wrong", ['"\\u0007"', '"a\\rb"', '"\ufeff"', "a\u2028b"])
def test_an_error_elsewhere_in_the_file_stops_no_edit(wrong):
    text = f"k: {wrong}\nz: hai\n"
    root, every = opened(text)
    made = edited(root, text, [put.reworded(every[3], "ba"), put.reworded(every[2], "\x07")])
    assert (made.text, made.refused) == (f"k: {wrong}\nz: ba\n", {1: UNSAFE})


def test_a_group_is_made_whole_or_not_at_all():
    text = "k: một\nz: hai\n"
    root, every = opened(text)
    wild = Edit(3, 3, "*", meant=(Meant(("k",), "*một"),))
    made = edited(root, text, [[*put.reworded(every[3], "ba"), wild]])
    assert (made.text, made.refused) == (text, {0: UNSAFE})


def test_an_edit_at_a_named_value_holds_where_the_name_is_called():
    text = "k: &a một\nz: *a\n"
    root, every = opened(text)
    made = edited(root, text, [put.reworded(every[1], "hai")])
    assert made.text == "k: &a hai\nz: *a\n"


def test_places_of_the_old_text_are_found_in_the_new():
    text = "# đầu\nk: một\nz: hai\n"
    root, every = opened(text)
    above = put.line_above(text, every[3].start, "bản cũ")
    made = edited(root, text, [[above], put.reworded(every[3], "ba")])
    assert made.text == "# đầu\nk: một\n# bản cũ\nz: ba\n"
    assert [made.moves.line(made.text, one.start) for one in every[::2]] == [2, 4]


def test_lines_become_comments_and_leave_the_plan():
    text = "k:\n  - a: 1\n    b: |\n      x\n\n      y\n  - a: 2\n"
    root, _ = opened(text)
    made = edited(root, text, [put.commented_out(text, 5, text.index("  - a: 2"), ("k", 0))])
    assert made.text == "k:\n  # - a: 1\n  #   b: |\n  #     x\n\n  #     y\n  - a: 2\n"
    assert says(made.text) == {"k": [{"a": "2"}]}


def test_a_comment_that_leaves_a_value_is_no_removal():
    text = "k: một\nz: hai\n"
    root, _ = opened(text)
    edit = Edit(0, 0, "# ", meant=(Meant(("z",), GONE),))
    assert edited(root, text, [[edit]]).refused == {0: UNSAFE}


def test_keys_change_names_all_at_once():
    text = "k: {2021: a, 2022: b}\n"
    root, every = opened(text)
    keys = [one for one in every if one.is_key and len(one.path) == 2]
    made = edited(root, text, [[put.words(one, str(int(one.value) + 1))] for one in keys])
    assert (made.text, made.refused) == ("k: {2022: a, 2023: b}\n", {})


VALUES = st.text("aạ'\"\\ \n", max_size=20)


@given(VALUES, VALUES)
def test_hunks_make_the_one_text_the_other(old, new):
    assert joined(old, hunks(old, new)) == new


@given(st.lists(st.text("aạ'\"\\", min_size=1, max_size=4), min_size=1, max_size=6))
def test_each_letter_is_found_where_it_is_written(parts):
    value = " ".join(("x", *parts))
    for written_, style in (
        (value, ""),
        ("'" + value.replace("'", "''") + "'", "'"),
        ('"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"', '"'),
        ("|-\n  " + value, "|"),
        (">-\n  " + value.replace(" ", "\n  "), ">"),
    ):
        found = letters(value, written_, style)
        assert found is not None
        told = "".join(written_[end - 1] for _, end in found)
        assert " ".join(told.split()) == value


def test_a_diff_ends_each_line():
    assert unified("a.yaml", "k: 1", "k: 2").splitlines()[-2:] == ["-k: 1", "+k: 2"]
