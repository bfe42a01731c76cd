"""The reader: cases are the tables in tests/source, laws are for any tree or text."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from pathlib import Path as FilePath

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import kehoach.source
from kehoach.source import Limits, Map, Mark, Pieces, Seq, load, locate, read
from kehoach.source import build as build_module
from kehoach.source.arrange import Place, arranged
from kehoach.source.merge import merge
from kehoach.source.orders import ORDERS

TABLES = FilePath(__file__).parent / "source"


def table(name):
    return yaml.safe_load((TABLES / name).read_text(encoding="utf-8"))


def cases(name):
    return [pytest.param(one, id=one.get("case", one.get("text"))) for one in table(name)]


class MemoryFiles:
    """Files of a test, some of which may be locked."""

    def __init__(self, files, locked=()):
        self.files = files
        self.locked = locked

    def read(self, name):
        if name in self.locked:
            raise PermissionError(name)
        if name not in self.files:
            raise FileNotFoundError(name)
        return self.files[name].encode()

    def names(self, folder):
        return [one.rpartition("/")[2] for one in self.files if one.rpartition("/")[0] == folder]


def place(mark):
    return f"{mark.file}:{mark.line}:{mark.column}"


def told(problems):
    return sorted(f"{place(one.mark)} {one.name}" for one in problems)


def check_wording(problems, case):
    """Every message and hint is Vietnamese; the pieces named by the case stand in one of them."""
    for one in problems:
        for text in (one.message, one.hint):
            assert not re.search(r"\b(found|expected|while|allowed|did not|token)\b", text)
            assert re.search("[à-ỹđ]", text), text
    assert not case.get("says") or any(case["says"] in one.message for one in problems)
    assert not case.get("hint") or any(case["hint"] in one.hint for one in problems)


@pytest.fixture(params=["libyaml", "PyYAML"])
def parser(request, monkeypatch):
    if request.param == "PyYAML":
        monkeypatch.setattr(build_module, "_Loader", yaml.SafeLoader)
    return request.param


EVERY_PROBLEM = list(cases("problems.yaml"))


@pytest.mark.parametrize("case", EVERY_PROBLEM)
def test_problems(case):
    data = bytes.fromhex(case["hex"]) if "hex" in case else None
    data = data or case.get("text", "").encode(case.get("encoding", "utf-8"))
    root, problems = read("f", data, Limits(**case.get("limits", {})))
    assert told(problems) == sorted(f"f:{one}" for one in case["expect"])
    assert (root is not None) == case.get("root", False)
    check_wording(problems, case)


@pytest.mark.parametrize("case", [one for one in EVERY_PROBLEM if not one.values[0].get("c_only")])
def test_problems_by_the_other_parser(case, monkeypatch):
    """Where libyaml is not to be had; two texts are left out, at which they stop elsewhere."""
    monkeypatch.setattr(build_module, "_Loader", yaml.SafeLoader)
    test_problems(case)


@pytest.mark.parametrize("case", cases("values.yaml"))
def test_values(case, parser):
    root, _ = read("f", case["text"].encode())
    assert root == case["tree"]


@pytest.mark.parametrize("case", cases("merging.yaml"))
def test_merging(case):
    files = MemoryFiles(case["files"], case.get("locked", ()))
    layers = load(case.get("main", "plan.yaml"), files, Limits(**case.get("limits", {})))
    assert told(layers.problems) == sorted(case.get("expect", []))
    assert layers.root == case.get("tree")
    if layers.root is not None:
        assert_keys_in_order(layers.root, case["tree"])
    if "bases" in case:
        assert layers.bases == case["bases"]
    check_wording(layers.problems, case)


def assert_keys_in_order(found, expected):
    assert list(found) == list(expected)
    for key, value in found.items():
        if isinstance(value, Map):
            assert_keys_in_order(value, expected[key])


def test_every_problem_has_a_case():
    source = FilePath(kehoach.source.__file__).parent
    wording = [*source.glob("*faults.py"), *source.glob("complaint*.py"), source / "syntax.py"]
    code = "".join(one.read_text(encoding="utf-8") for one in wording)
    names = set(re.findall(r'name="([a-z0-9-]+)"', code))
    names |= {"yaml-syntax", "yaml-tab", kehoach.source.faults.BAD_CHARACTER}
    rows = [*table("problems.yaml"), *table("merging.yaml")]
    covered = {one.split()[-1] for row in rows for one in row.get("expect", [])}
    assert covered == names


PLACES = table("places.yaml")


@pytest.fixture(scope="module")
def layers():
    return load("plan.yaml", MemoryFiles(PLACES["files"]))


@pytest.mark.parametrize("case", PLACES["places"], ids=lambda one: str(one["path"]))
def test_locate(case, layers):
    path = tuple(case["path"])
    assert place(locate(layers.root, path)) == case["value"]
    assert place(locate(layers.root, path, key=True)) == case.get("key", case["value"])


@pytest.mark.parametrize("case", PLACES["found"], ids=lambda one: one["needle"])
def test_find_in(case, layers):
    mark = locate(layers.root, tuple(case["path"]))
    assert place(Pieces(layers.texts).find(mark, case["needle"])) == case["place"]


@pytest.mark.parametrize("case", cases("pieces.yaml"))
def test_find_in_every_style(case):
    layers = load("f", MemoryFiles({"f": case["text"]}))
    mark = locate(layers.root, ("a",))
    assert place(Pieces(layers.texts).find(mark, case["needle"])) == f"f:{case['place']}"


def test_pieces_are_found_in_whatever_order_they_are_asked_for():
    text = "a: |\n  một hai\n  một\n  hai một\n"
    layers = load("f", MemoryFiles({"f": text}))
    mark = locate(layers.root, ("a",))
    pieces = Pieces(layers.texts)
    asked = [("một", 2), ("một", 0), ("một hai", 1), ("một", 1), ("một", 3), ("hai", 1), ("hai", 0)]
    found = [place(pieces.find(mark, needle, nth)) for needle, nth in asked]
    assert found == ["f:4:7", "f:2:3", "f:3:3", "f:3:3", "f:1:4", "f:4:3", "f:2:7"]
    alone = [place(Pieces(layers.texts).find(mark, needle, nth)) for needle, nth in asked]
    assert alone == found


def test_find_in_a_file_that_was_not_read():
    mark = Mark("other", 3, 4, 5, 6)
    assert Pieces({}).find(mark, "x") == mark


def test_marks_frame_the_value():
    text = 'a: Tiếng 😀\nb: &n\n  "x"\nc: [1, {d: 2}]\ne:\n  - f: g h  # i\n\nj: k\n'
    root, _ = read("f", text.encode())
    framed = {key: text[at.start : at.end] for key, at in root.values_at.items()}
    assert framed == {
        "a": "Tiếng 😀",
        "b": '"x"',
        "c": "[1, {d: 2}]",
        "e": "- f: g h",
        "j": "k",
    }
    assert root.values_at["b"][:3] == ("f", 3, 3)


def test_older_layers_stay_known():
    files = {
        "plan.yaml": "extends: b.yaml\nx: 3\nsame: 1\nl: [{id: u, remove: true}]\n",
        "b.yaml": "extends: c.yaml\nx: 2\nm: {n: 2}\n",
        "c.yaml": "x: {y: 1}\nsame: 1\nm: {n: 1}\nl: [{id: u}]\n",
    }
    root = load("plan.yaml", MemoryFiles(files)).root
    assert [(place(at), value) for at, value in root.overridden["x"]] == [
        ("b.yaml:2:4", "2"),
        ("c.yaml:1:4", {"y": "1"}),
    ]
    assert root["m"].overridden["n"] == ((Mark("c.yaml", 3, 8, 25, 26), "1"),)
    assert list(root.overridden) == ["x"]
    assert [(place(at), value) for at, value in root["l"].removed] == [
        ("c.yaml:4:5", {"id": "u"}),
    ]


def test_layers_keep_the_texts_composed():
    text = "extends: b.yaml\na: Tie\u0302\u0301ng\n"
    layers = load("./plan.yaml", MemoryFiles({"./plan.yaml": text, "b.yaml": "b: 1\n"}))
    assert layers.texts == {"./plan.yaml": unicodedata.normalize("NFC", text), "b.yaml": "b: 1\n"}


def test_no_layer_is_changed():
    files = {"plan.yaml": "a: {x: 1}\nl: [{id: u}, {id: n, before: u}]\n"}
    base, _ = read("base", b"a: {x: 0, y: 0}\nl: [{id: u, t: 1}]\n")
    over, _ = read("plan", files["plan.yaml"].encode())
    before = repr(base), repr(over)
    merge([base, over])
    assert (repr(base), repr(over)) == before


# Laws


def _composed(text):
    return unicodedata.normalize("NFC", text)


LETTERS = st.characters(
    exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn"), exclude_characters="\ufeff"
)
TEXTS = st.text(LETTERS, max_size=30).map(_composed)
KEYS = st.text(LETTERS, min_size=1, max_size=8).map(_composed).filter(lambda key: key not in ORDERS)
NAMES = st.sampled_from(["a", "b", "c", "đ"])
SCALARS = st.one_of(st.none(), TEXTS)


def _with_ids(items):
    return [{**item, "id": f"i{index}"} for index, item in enumerate(items)]


def _containers(children):
    maps = st.dictionaries(st.one_of(NAMES, KEYS), children, max_size=4)
    return st.one_of(
        maps, st.lists(children, max_size=4), st.lists(maps, max_size=3).map(_with_ids)
    )


TREES = st.dictionaries(
    st.one_of(NAMES, KEYS), st.recursive(SCALARS, _containers, max_leaves=12), max_size=5
)


class _Dumper(yaml.SafeDumper):
    """Writes None as nothing, as plans do, and no aliases."""

    def ignore_aliases(self, _):
        return True


_Dumper.add_representer(
    type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "")
)


def dump(tree):
    return yaml.dump(tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False)


def parsed(tree):
    root, problems = read("f", dump(tree).encode())
    assert not problems
    return root


def paths(value, before=()):
    """Every path in a tree."""
    yield before
    if isinstance(value, dict | list):
        for step, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from paths(one, (*before, step))


def at_path(value, path):
    for step in path:
        value = value[step]
    return value


@given(TREES)
def test_reading_gives_back_what_was_written(tree):
    assert parsed(tree) == tree


@given(TREES)
def test_places_are_those_of_the_parser_s_own_nodes(tree):
    text = dump(tree)
    root = parsed(tree)

    def walk(node, path):
        at = locate(root, path)
        assert (at.line, at.column, at.start) == (
            node.start_mark.line + 1,
            node.start_mark.column + 1,
            node.start_mark.index,
        )
        if isinstance(node, yaml.SequenceNode):
            for index, one in enumerate(node.value):
                walk(one, (*path, index))
        if isinstance(node, yaml.MappingNode):
            for key, one in node.value:
                assert locate(root, (*path, key.value), key=True).start == key.start_mark.index
                walk(one, (*path, key.value))

    walk(yaml.compose(text, Loader=yaml.SafeLoader), ())


@given(TREES)
def test_each_path_has_its_own_value_s_place(tree):
    root = parsed(tree)
    for path in paths(root):
        value = at_path(root, path)
        if isinstance(value, Map | Seq):
            assert locate(root, path) == value.mark
        elif path:
            parent = at_path(root, path[:-1])
            own = parent.values_at if isinstance(parent, Map) else parent.items_at
            assert locate(root, path) == own[path[-1]]


@given(TREES, st.data())
def test_steps_the_file_lacks_change_nothing(tree, data):
    root = parsed(tree)
    path = data.draw(st.sampled_from(list(paths(root))[1:] or [("none",)]))
    index = data.draw(st.integers(0, len(path) - 1))
    assert locate(root, (*path[:index], -7, *path[index:])) == locate(root, path)


@given(TREES)
def test_merging_with_nothing_changes_nothing(tree):
    root = parsed(tree)
    empty = Map(root.mark)
    for merged, problems in (merge([root]), merge([empty, root]), merge([root, empty])):
        assert not problems
        assert merged == root
        assert [locate(merged, one) for one in paths(root)] == [
            locate(root, one) for one in paths(root)
        ]


@given(TREES)
def test_merging_with_itself_changes_nothing(tree):
    root = parsed(tree)
    merged, problems = merge([root, root])
    assert merged == root
    assert not problems
    assert not merged.overridden


@given(TREES, TREES)
def test_a_plan_s_values_win_and_marks_stay_in_step(below, above):
    base, _ = read("base", dump(below).encode())
    plan, _ = read("plan", dump(above).encode())
    merged, _ = merge([base, plan])
    for path in paths(merged):
        value = at_path(merged, path)
        if isinstance(value, Map):
            assert list(value) == list(value.keys_at) == list(value.values_at)
        elif isinstance(value, Seq):
            assert len(value) == len(value.items_at)
    for key, value in plan.items():
        if isinstance(value, str | None):
            assert merged[key] == value
            assert merged.values_at[key].file == "plan"
    for key in base.keys() - plan.keys():
        assert merged.values_at[key].file == "base"


@given(st.lists(st.integers(0, 8).map(str), unique=True), st.data())
def test_arranging_keeps_every_id_and_the_order_of_the_others(ids, data):
    sides = st.builds(Place, st.sampled_from(["before", "after"]), st.sampled_from(ids or [""]))
    places = data.draw(st.dictionaries(st.sampled_from(ids or [""]), sides)) if ids else {}
    order, circle = arranged(ids, places)
    assert sorted([*order, *circle]) == sorted(ids)
    assert [one for one in order if one not in places] == [one for one in ids if one not in places]
    for name in order:
        if name in places:
            side, anchor = places[name]
            assert (order.index(name) < order.index(anchor)) == (side == "before")


def test_a_long_chain_of_places():
    ids = [str(number) for number in range(5000)]
    places = {one: Place("before", before) for before, one in pairwise(ids)}
    assert arranged(ids, places) == (ids[::-1], [])


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data):
    root, problems = read("f", data)
    assert root is not None or problems


@given(st.text("ab1,:-#&*!|>%@'\"{}[]? \n\t\r~<.\\đ", max_size=40))
def test_any_text_is_read_or_refused_within_the_file(text):
    root, problems = read("f", text.encode())
    assert root is not None or problems
    lines = len(text.splitlines()) + 1
    for one in problems:
        assert 1 <= one.mark.line <= lines
        assert one.mark.column >= 1
        assert 0 <= one.mark.start <= one.mark.end <= len(text) + 1
        check_wording([one], {})
