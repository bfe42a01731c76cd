"""`kehoach fmt`: pairs of files in tests/fmt, laws for any file, and the command."""

from __future__ import annotations

import datetime as dt
import shutil
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from jinja2 import Environment

from conftest import PLANS, ROOT
from fmt.scribe import written
from kehoach.api import open_plan
from kehoach.cli import kehoach
from kehoach.documents.texts import blocks_of
from kehoach.drafting.formatting import DifferentError, format_plan, formatted
from kehoach.drafting.formatting.order import keys_of
from kehoach.drafting.formatting.sentences import by_sentences
from kehoach.editing.canonical import comments_of
from kehoach.issuing import documents
from kehoach.plan import Plan
from kehoach.plan.cells import cells_of
from kehoach.plan.kinds import TextKind
from kehoach.plan.schema import kind_at
from kehoach.source import read

PAIRS = Path(__file__).parent / "fmt"
NAMES = sorted(file.name.removesuffix(".before.yaml") for file in PAIRS.glob("*.before.yaml"))
FILES = [*sorted(PLANS.rglob("*.yaml")), ROOT / "docs" / "example.yaml"]
TODAY = dt.date(2026, 11, 22)
BADLY = b"year:   2027\n"
WELL = b"year: 2027\n"


def text_of(data):
    done = format_plan("x.yaml", data.encode() if isinstance(data, str) else data)
    assert [one.message for one in done.diagnostics] == []
    return done.after.decode()


@pytest.mark.parametrize("name", NAMES)
def test_pair(name):
    before, after = (PAIRS / f"{name}.{part}.yaml" for part in ("before", "after"))
    assert text_of(before.read_bytes()) == after.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_after_stays_as_it_is(name):
    after = (PAIRS / f"{name}.after.yaml").read_text(encoding="utf-8")
    assert text_of(after) == after


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_formatting_a_formatted_plan_changes_nothing(file):
    once = text_of(file.read_bytes())
    assert text_of(once) == once


def test_formatted_plans_make_the_same_documents(tmp_path):
    shutil.copytree(PLANS, tmp_path / "plans")
    result = CliRunner().invoke(kehoach, ["fmt", str(tmp_path / "plans")])
    assert result.exit_code == 0, result.output
    for file in sorted(PLANS.glob("*.yaml")):
        pages = [
            {one.name: one.data for one in documents(open_plan(folder / file.name, TODAY), TODAY)}
            for folder in (PLANS, tmp_path / "plans")
        ]
        assert pages[0] == pages[1], file.name


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Họp tại TP. Huế. Gửi ThS. An. Hết.", ["Họp tại TP. Huế.", "Gửi ThS. An.", "Hết."]),
        ("Số 1.200 hộ. Năm 2027. Điều 5. Bộ.", ["Số 1.200 hộ.", "Năm 2027.", "Điều 5. Bộ."]),
        ("Lúa, ngô, v.v... Các xã…  Hết. hết. Đủ", ["Lúa, ngô, v.v... Các xã…  Hết. hết.", "Đủ"]),
        ("Một (câu. Trong). Hai “Ba. Bốn”. Năm!", ["Một (câu. Trong).", "Hai “Ba. Bốn”.", "Năm!"]),
        ("Đạt {{ x | f('A. B') }}. Vậy; Các xã", ["Đạt {{ x | f('A. B') }}.", "Vậy; Các xã"]),
        ("ngắt\ngiữa câu;\nsau dấu", ["ngắt giữa câu;", "sau dấu"]),
        ("{{ a }}\nmột\n{{ b }}", ["{{ a }}", "một", "{{ b }}"]),
        ("{% if a %}\nMột. Hai\n{% endif %}", ["{% if a %}", "Một. Hai", "{% endif %}"]),
        ("- Một. Hai.\n+ Ba. Bốn.\n\nNăm", ["- Một.", "  Hai.", "  + Ba.", "    Bốn.", "", "Năm"]),
        ("+ Một.\n\n\n- Hai", ["+ Một.", "", "- Hai"]),
    ],
)  # fmt: skip
def test_sentences(text, lines):
    assert by_sentences(text).split("\n") == lines
    assert blocks_of("\n".join(lines)) == blocks_of(text)


def test_every_key_of_every_model_has_a_place():
    for model, keys in keys_of().items():
        assert set(keys) - {"after", "before", "remove"} == set(model.model_fields)
    assert keys_of()[Plan][3:] == tuple(Plan.model_fields)


# Laws for any file.


def unlike(old, new, path=()):
    """The first path whose values are not the same, by a comparison of its own."""
    if type(old) is not type(new) and {type(old), type(new)} & {dict, list, type(None)}:
        return path
    if isinstance(old, dict):
        if set(old) != set(new):
            return path
        found = (unlike(old[key], new[key], (*path, key)) for key in old)
    elif isinstance(old, list):
        if len(old) != len(new):
            return path
        found = (unlike(*pair, (*path, i)) for i, pair in enumerate(zip(old, new, strict=True)))
    else:
        like = LIKE.get(kind_at(path))
        return None if old == new or (like and like(old) == like(new)) else path
    return next((one for one in found if one is not None), None)


LIKE = {
    TextKind.PROSE: blocks_of,
    TextKind.CELL: lambda text: [cell.strip() for cell in (text or "").split("|")],
}


def plain(value):
    """The tree without its marks."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list) else value


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(written())
def test_no_value_changes_and_no_comment_is_lost(case):
    tree, text, comments = case
    before, problems = read("x.yaml", text.encode())
    assume(not any(one.severity == "error" for one in problems))  # the same id twice
    assert unlike(tree, plain(before)) is None, "the scribe wrote something else"
    once = text_of(text)
    after, _ = read("x.yaml", once.encode())
    assert unlike(plain(before), plain(after)) is None
    assert Counter(one.text for one in comments_of(after, once)) == Counter(comments)
    assert text_of(once) == once


@settings(max_examples=300)
@given(st.text("aAĐ.!?… -+\n{}()“”129TP", max_size=60))
@example("TP.\nA. B")
def test_sentences_make_the_same_paragraphs(text):
    found = by_sentences(text)
    assert blocks_of(found) == blocks_of(text)
    assert by_sentences(found) == found


PIECES = st.sampled_from(
    ["{{ e }}", "{{ l }}", "{{ d\n}}", "\n", "\n\n", " ", "A. B", "c", ". D", "- "]
)
VALUES = {"e": "", "l": "Dòng.\n\nĐoạn", "d": "- Gạch"}


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=12))
def test_sentences_make_the_same_paragraphs_once_expressions_are_worked_out(pieces):
    text = "".join(pieces)
    filled = (Environment().from_string(one).render(VALUES) for one in (text, by_sentences(text)))
    assert blocks_of(next(filled)) == blocks_of(next(filled))


@given(st.lists(st.sampled_from(["a", "", "1,5", "{{ a | b }}", "x {{ '|' }}"]), min_size=1))
def test_cells_are_found_again(cells):
    assert cells_of(" | ".join(cells)) == cells


@pytest.mark.parametrize(
    ("data", "after"),
    [
        (b"\xef\xbb\xbfyear: 2027\r\n# a\r\nplace: x\r\n", "year: 2027\n# a\nplace: x\n"),
        (b"closing: |\r\n  A\r\n\r\n  B\r\n", "closing: |\n  A\n\n  B\n"),
        (b"year: 2027\rplace: 'x'\r", "year: 2027\nplace: x\n"),
        (b"%YAML 1.2\n--- # a\nyear: 2027\n...\n", "# a\n\nyear: 2027\n"),
        ("place: Tie\u0302\u0301ng".encode(), "place: Tiếng\n"),
        (b"{year: 2027, place: x}", "year: 2027\nplace: x\n"),
        (b"? year\n: 2027", "year: 2027\n"),
    ],
)  # fmt: skip
def test_other_ways_to_write_a_file(data, after):
    assert text_of(data) == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("a: # x &b\n  c\nd: '&e'\n", 'a: c  # x &b\nd: "&e"\n'),
        ("a: &b # c\n  - d\ne: *b # f\n", "a: &b  # c\n  - d\n\ne: *b  # f\n"),
        ("a: &b # c\n  d: e\n", "a: &b  # c\n  d: e\n"),
        ("a: &b\nc: [*b, &d {e: f}, *d]\n", "a: &b\nc: [*b, &d {e: f}, *d]\n"),
        ("place: &b x\nyear: *b\n", "place: &b x\nyear: *b\n"),
        ("x: &b x\nplace: *b\nyear: 1\n", "x: &b x\nplace: *b\nyear: 1\n"),
        ("place: &b x\nyear: 1\nz: *b\n", "year: 1\nplace: &b x\nz: *b\n"),
        ("place: &b x\nyear: &b y\nz: *b\n", "place: &b x\nyear: &b y\nz: *b\n"),
    ],
)
def test_anchors_stay_before_their_uses(text, after):
    assert text_of(text) == after
    assert text_of(after) == after


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("year: 1\nyear: 2\n", "duplicate-key"),
        ("year: [\n", "yaml-syntax"),
        ("&a year: 1\n", "yaml-anchor"),
        ("- a\n", "root-not-map"),
        ("# a\n", "empty-file"),
        ("a: !b c\n", "yaml-tag"),
    ],
)
def test_a_file_with_errors_is_left_alone(text, name):
    done = format_plan("x.yaml", text.encode())
    assert [one.name for one in done.diagnostics] == [name]
    assert not done.changed


def run(*arguments):
    return CliRunner().invoke(kehoach, ["fmt", *map(str, arguments)])


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "bases").mkdir()
    (tmp_path / ".an").mkdir()
    for name, data in {"a": BADLY, "b": WELL, "bases/c": BADLY, ".an/d": BADLY}.items():
        (tmp_path / f"{name}.yaml").write_bytes(data)
    return tmp_path


def left(folder):
    files = (one for one in sorted(folder.rglob("*.yaml")) if one.read_bytes() == BADLY)
    return [one.relative_to(folder).as_posix() for one in files]


def test_command_writes_and_names_what_it_changed(folder):
    result = run(folder)
    names = [f"Đã viết lại {(folder / name).as_posix()}" for name in ("a.yaml", "bases/c.yaml")]
    assert (result.exit_code, result.output.splitlines()) == (0, names)
    assert left(folder) == [".an/d.yaml"]
    assert (run(folder).exit_code, run(folder).output) == (0, "")


def test_check_lists_and_writes_nothing(folder):
    result = run(folder, "--check")
    names = [f"Cần viết lại {(folder / name).as_posix()}" for name in ("a.yaml", "bases/c.yaml")]
    assert (result.exit_code, result.output.splitlines()) == (1, names)
    assert len(left(folder)) == 3
    assert (
        run(folder / "b.yaml", "--check").exit_code,
        run(folder / "b.yaml", "--check").output,
    ) == (0, "")


def test_diff_shows_and_writes_nothing(folder):
    name = (folder / "a.yaml").as_posix()
    result = run(folder / "a.yaml", "--diff")
    lines = [f"--- {name}", f"+++ {name}", "@@ -1 +1 @@", "-year:   2027", "+year: 2027"]
    assert (result.exit_code, result.output.splitlines()) == (0, lines)
    assert run(folder / "a.yaml", "--diff", "--check").exit_code == 1
    assert len(left(folder)) == 3


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"year: 2027\r\n", rb"-year: 2027\r" + b"\n+year: 2027\n"),
        (b"year:  2027", b"-year:  2027\n+year: 2027\n"),
        (b"\xef\xbb\xbfyear: 2027", "chỉ khác dấu BOM ở đầu tệp hoặc dấu hết dòng cuối".encode()),
    ],
)
def test_diff_shows_what_no_line_shows(tmp_path, data, said):
    (tmp_path / "a.yaml").write_bytes(data)
    assert said in run(tmp_path, "--diff").stdout_bytes


def test_faults_are_told_and_the_rest_is_formatted(folder):
    (folder / "e.yaml").write_bytes(b"year:   1\nyear: 2\n")
    result = run(folder)
    assert result.exit_code == 1
    assert (
        "e.yaml:2:1: lỗi: khóa 'year' viết hai lần, lần đầu ở dòng 1 [duplicate-key]"
        in result.output
    )
    assert (folder / "e.yaml").read_bytes() == b"year:   1\nyear: 2\n"
    assert left(folder) == [".an/d.yaml"]


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("year: 2028 # a\n", "'year'"),
        ("year: 2027\n", "ghi chú"),
        ("year: 2027 # a\nb:\n", "'b'"),
        ("[", "cả tệp"),
    ],
)
def test_what_would_change_a_value_is_refused(folder, monkeypatch, written, place):
    monkeypatch.setattr(formatted, "canonical", lambda *_: (written, []))
    data = b"year:   2027 # a\n"
    with pytest.raises(DifferentError, match=place):
        format_plan("x.yaml", data)
    (folder / "a.yaml").write_bytes(data)
    result = run(folder / "a.yaml")
    assert (result.exit_code, (folder / "a.yaml").read_bytes()) == (2, data)


def test_a_folder_without_files_is_a_wrong_command(tmp_path):
    result = run(tmp_path)
    assert result.exit_code == 2
    assert "không thấy tệp .yaml nào" in result.output
