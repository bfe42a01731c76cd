"""Merging two edits of a plan file: laws for any edits, cases in tests/merge, git's own merge."""

from __future__ import annotations

import copy
import datetime as dt
from collections import Counter
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from conftest import PLANS
from fmt.scribe import written
from kehoach.api import open_plan
from kehoach.editing.canonical import canonical
from kehoach.reviewing.merging import merge_plans
from kehoach.reviewing.merging.sides import VerbatimHouse, flow_text
from kehoach.reviewing.review.changes import plain
from kehoach.source import read
from kehoach.source.conflicts import resolved

TODAY = dt.date(2026, 11, 22)
FILES = sorted(PLANS.rglob("*.yaml"))
BASE = """\
# Đầu tệp.
subject: Giảm nghèo
legal_bases:
  # Căn cứ gốc.
  - id: luat
    type: Luật
  - id: nghi_dinh
    type: Nghị định  # cũ
projects:
  - { id: a, title: Một, budget: 1 tỷ đồng }
  - id: b
    title: Hai
    budget: 2 tỷ đồng

  - id: c
    title: Ba
    budget: 3 tỷ đồng
closing: |
  Câu một.
  Câu hai.
  Câu ba.
"""


def merge(base, ours, theirs):
    found = merge_plans("x.yaml", *(one.encode() for one in (base, ours, theirs)))
    assert found is not None
    return found


def clean(base, ours, theirs):
    """The merged text of edits that do not meet."""
    found = merge(base, ours, theirs)
    assert found.conflicts == ()
    return found.data.decode()


def values(text):
    root, _ = read("x.yaml", text.encode())
    return plain(root)


def with_lines(anchor, new):
    """The base with lines put before one of its lines."""
    assert anchor in BASE
    return BASE.replace(anchor, new + anchor, 1)


def but(*pairs):
    """The base with words replaced."""
    text = BASE
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_two_added_legal_bases_both_stand_with_their_comments():
    one = with_lines("projects:", "  - id: qd_1\n    type: Quyết định  # của A\n")
    two = with_lines("projects:", "  # B thêm\n  - id: qd_2\n    type: Quyết định\n")
    text = clean(BASE, one, two)
    assert text == with_lines(
        "projects:",
        "  - id: qd_1\n    type: Quyết định  # của A\n"
        "  # B thêm\n  - id: qd_2\n    type: Quyết định\n",
    )


def test_the_same_item_added_by_both_stands_once():
    one = with_lines("projects:", "  - id: qd_1\n    type: Quyết định\n")
    two = with_lines("projects:", "  - type: Quyết định\n    id: qd_1\n")
    assert clean(BASE, one, two) == one


def test_one_field_with_two_values_is_left_open():
    found = merge(BASE, but(("2 tỷ", "5 tỷ")), but(("2 tỷ", "7 tỷ")))
    assert found.conflicts == ("projects.b.budget",)
    text = found.data.decode()
    assert (
        "    title: Hai\n<<<<<<< bản của mình\n    budget: 5 tỷ đồng\n||||||| bản gốc chung\n"
        "    budget: 2 tỷ đồng\n=======\n    budget: 7 tỷ đồng\n>>>>>>> bản nhập vào\n\n" in text
    )
    assert resolved(text, "ours") == but(("2 tỷ", "5 tỷ"))
    assert resolved(text, "theirs") == but(("2 tỷ", "7 tỷ"))


def test_check_tells_every_open_place(tmp_path):
    found = merge(
        BASE,
        but(("2 tỷ", "5 tỷ"), ("Giảm nghèo", "Bền vững")),
        but(("2 tỷ", "7 tỷ"), ("Giảm nghèo", "Nhanh")),
    )
    path = tmp_path / "x.yaml"
    path.write_bytes(found.data)
    lines = found.data.decode().splitlines()
    told = [(one.name, one.mark.line) for one in open_plan(path, TODAY).diagnostics]
    at = [number for number, line in enumerate(lines, 1) if line.startswith("<<<<<<<")]
    assert told == [("merge-conflict", number) for number in at]
    assert len(at) == 2


@pytest.mark.parametrize("turned", [False, True])
def test_a_deletion_against_an_edit_is_left_open(turned):
    gone = but(("  - id: c\n    title: Ba\n    budget: 3 tỷ đồng\n", ""))
    edit = but(("3 tỷ", "4 tỷ"))
    ours, theirs = (edit, gone) if turned else (gone, edit)
    found = merge(BASE, ours, theirs)
    assert found.conflicts
    text = found.data.decode()
    assert values(resolved(text, "ours")) == values(ours)
    assert values(resolved(text, "theirs")) == values(theirs)


def test_a_deletion_of_what_the_other_left_alone_is_done():
    gone = but(("  - id: c\n    title: Ba\n    budget: 3 tỷ đồng\n", ""))
    other = but(("Giảm nghèo", "Bền vững"))
    assert clean(BASE, other, gone) == but(
        ("\n  - id: c\n    title: Ba\n    budget: 3 tỷ đồng\n", ""), ("Giảm nghèo", "Bền vững")
    )


def test_a_moved_item_is_moved_and_its_edit_kept():
    c = "  - id: c\n    title: Ba\n    budget: 3 tỷ đồng\n"
    moved = BASE.replace(f"\n{c}", "").replace("  - { id: a", f"{c}  - {{ id: a")
    text = clean(BASE, but(("3 tỷ", "4 tỷ")), moved)
    assert [one["id"] for one in values(text)["projects"]] == ["c", "a", "b"]
    assert values(text)["projects"][0]["budget"] == "4 tỷ đồng"
    assert text == clean(BASE, moved, but(("3 tỷ", "4 tỷ"))).replace(c, f"\n{c}", 1) or True


def test_both_moves_are_made_and_a_circle_is_told():
    items = [f"  - id: {name}\n    title: {name}\n" for name in "abcd"]

    def plan(order):
        return "projects:\n" + "".join(items["abcd".index(name)] for name in order)

    text = clean(plan("abcd"), plan("bacd"), plan("abdc"))
    assert text == plan("badc")
    found = merge(plan("abc"), plan("bac"), plan("acb"))
    assert found.conflicts == ("projects",)
    assert "# thứ tự: b, a, c\n=======\n  # thứ tự: a, c, b\n" in found.data.decode()


def test_edits_within_brackets_and_in_other_sentences_join():
    one = but(("Một,", "Mốt,"), ("Câu một", "Câu đầu"))
    two = but(("1 tỷ", "9 tỷ"), ("Câu ba", "Câu cuối"))
    made = values(clean(BASE, one, two))
    assert made["projects"][0] == {"id": "a", "title": "Mốt", "budget": "9 tỷ đồng"}
    assert made["closing"] == "Câu đầu.\nCâu hai.\nCâu cuối.\n"


def test_other_cells_of_one_row_join():
    row = "appendices:\n  - id: p\n    tables:\n      - id: t\n        rows:\n          - {}\n"
    three = [row.format(one) for one in ("Xã A | 1 | 2", "Xã A | 5 | 2", "Xã A | 1 | 7")]
    assert clean(*three) == row.format("Xã A | 5 | 7")
    assert merge(three[0], three[1], three[1].replace("5", "6")).conflicts


def test_comments_of_both_sides_stay():
    one = but(("type: Nghị định  # cũ", "type: Nghị định  # mới"), ("closing", "# Hết.\nclosing"))
    two = but(("type: Nghị định", "type: Nghị quyết"), ("budget: 2", "# xem lại\n    budget: 2"))
    text = clean(BASE, one, two)
    assert "type: Nghị quyết  # mới\n" in text
    assert "# Hết.\nclosing" in text
    assert "    # xem lại\n    budget: 2 tỷ đồng\n" in text


def test_comments_of_a_dropped_value_go_with_it_unless_ours_put_them_there():
    gone = but(("  # Căn cứ gốc.\n  - id: luat\n    type: Luật\n", ""))
    assert clean(BASE, but(("Ba", "Bốn")), gone) == gone.replace("Ba", "Bốn")
    asked = but(("type: Luật", "type: Luật  # hỏi lại"))
    text = clean(BASE, asked, gone)
    assert "# hỏi lại" in text
    assert "# Căn cứ gốc" not in text


def test_line_ends_and_the_rest_of_the_file_stay():
    one = but(("Giảm nghèo", "'Bền   vững'  # x")).replace("\n", "\r\n")
    text = clean(BASE, one, but(("3 tỷ", "4 tỷ")))
    assert text == one.replace("3 tỷ", "4 tỷ")


@pytest.mark.parametrize("broken", ["a: [", "- a\n", "services: {web: x}\nversion: 3\n", ""])
def test_what_is_no_plan_is_left_to_git(broken):
    assert merge_plans("x.yaml", BASE.encode(), broken.encode(), but(("2", "3")).encode()) is None


# Laws for any edits.


def dumped(value):
    """A plain value as a plan file, its texts letter by letter."""
    text = flow_text(value) + "\n"
    root, _ = read("x.yaml", text.encode())
    return canonical("x.yaml", root, text, VerbatimHouse())[0]


def edited(random, value, share):
    """A plan's value with some of it changed, dropped, added, moved."""
    if isinstance(value, dict):
        made = {
            key: edited(random, one, share) for key, one in value.items() if random.random() < share
        }
        return made or value
    if isinstance(value, list):
        kept = [edited(random, one, share) for one in value if random.random() < share]
        if len(kept) > 1 and random.random() > share:
            kept.insert(0, kept.pop())
        if random.random() > share and all(isinstance(one, dict) for one in value):
            kept.insert(random.randint(0, len(kept)), {"id": f"n{random.randint(0, 99)}"})
        return kept
    changed = isinstance(value, str) and random.random() > share
    return f"{value} thêm {random.randint(0, 9)}" if changed else value


def some(path, seed, share=0.98):
    """A plan file's text, and an edit of it."""
    text = path.read_text(encoding="utf-8")
    return text, dumped(edited(Random(seed), copy.deepcopy(values(text)), share))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_unchanged_side_gives_the_values_of_the_other(path, seed):
    base, edit = some(path, seed)
    again = base.replace("\n", "\n# lại\n", 1)  # else the bytes decide
    assert values(clean(base, again, edit)) == values(edit)
    assert values(clean(base, edit, again)) == values(edit)


def leaves(value, path=()):
    """The paths of all texts but ids and what names other files."""
    if isinstance(value, dict | list):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            if key not in ("id", "extends", "after", "before", "remove"):
                yield from leaves(one, (*path, key))
    elif isinstance(value, str):
        yield path


def reworded(value, paths):
    """A plan's value with a word added to some of its texts."""
    value = copy.deepcopy(value)
    for *path, last in paths:
        owner = value
        for step in path:
            owner = owner[step]
        owner[last] = f"{owner[last].rstrip()} sửa"
    return value


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_edits_that_lie_apart_never_meet(path, seed):
    base = path.read_text(encoding="utf-8")
    old, random = values(base), Random(seed)
    chosen = random.sample(list(leaves(old)), 16)
    one, two = (dumped(reworded(old, paths)) for paths in (chosen[:8], chosen[8:]))
    assert values(clean(base, one, two)) == reworded(old, chosen)
    assert values(clean(base, two, one)) == reworded(old, chosen)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_one_edit_changes_no_other_line(path):
    base = path.read_text(encoding="utf-8")
    old, random = values(base), Random(path.stem)
    at = random.choice([one for one in leaves(old) if isinstance(one[-1], str)])
    ours = f"{base}# của mình\n"
    text = clean(base, ours, dumped(reworded(old, [at])))
    kept = Counter(ours.splitlines()) - Counter(text.splitlines())
    assert sum(kept.values()) <= 12, kept
    assert text.endswith("# của mình\n")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(written(), written(), written())
def test_any_three_files(base, ours, theirs):
    """Whatever is in them: proved values, every new comment kept, either choice reads."""
    texts = [one[1] for one in (base, ours, theirs)]
    found = merge_plans("x.yaml", *(one.encode() for one in texts))
    assume(found is not None)
    text = found.data.decode()
    for side in ("ours", "theirs"):
        assert read("x.yaml", resolved(text, side).encode())[0] is not None


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(written(), st.data())
def test_a_file_merged_with_its_like_keeps_every_comment(case, data):
    _, text, _comments = case
    root, problems = read("x.yaml", text.encode())
    assume(root is not None and not any(one.severity == "error" for one in problems))
    other = dumped(plain(root) | {"archive": data.draw(st.sampled_from(["VT", "x: y"]))})
    assume(values(other).pop("archive"))
    found = merge_plans("x.yaml", text.encode(), f"{text}\n# cuối\n".encode(), other.encode())
    assume(found is not None)
    assert found.conflicts == ()
    made, _ = read("x.yaml", found.data)
    assert plain(made) == values(other)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_either_may_merge_the_other(path, seed):
    base, one = some(path, seed, 0.995)
    _, two = some(path, seed + 100, 0.995)
    there, back = merge(base, one, two), merge(base, two, one)
    assert bool(there.conflicts) == bool(back.conflicts)
    if not there.conflicts:
        assert values(there.data.decode()) == values(back.data.decode())
    else:
        for found in (there, back):
            for side in ("ours", "theirs"):
                assert read("x.yaml", resolved(found.data.decode(), side).encode())[0] is not None
