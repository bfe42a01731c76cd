"""The office file, and what plans and offices allow."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import ROOT
from flow import parsed
from kehoach.api import Dossier, open_plan
from kehoach.cli import kehoach
from kehoach.diagnostics import Finding, blocking
from kehoach.office import CheckRule, Office, OfficeFile, find_office, plan_files, read_office
from kehoach.office.allowances import allow
from kehoach.plan import Allowance
from kehoach.source import covers, named_route

TODAY = dt.date(2026, 6, 30)
PLANS = ROOT / "tests" / "plans"
WRONG = ROOT / "tests" / "broken" / "tong-sai.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An office with one plan, whose total is wrong, in a folder below it."""
    (tmp_path / "plans").mkdir()
    shutil.copy(WRONG, tmp_path / "plans" / "sai.yaml")
    return tmp_path


def office(folder: Path, text: str) -> Office:
    (folder / "kehoach.toml").write_text(text, encoding="utf-8")
    return read_office(folder / "kehoach.toml")


def with_office(folder: Path, text: str) -> Dossier:
    office(folder, text)
    return open_plan(folder / "plans" / "sai.yaml", TODAY)


# The file


def test_no_file_is_an_empty_office(tmp_path: Path) -> None:
    assert find_office(tmp_path).diagnostics == ()
    assert find_office(tmp_path).templates is None


def test_the_nearest_file_above_counts(folder: Path) -> None:
    office(folder, "variant = 'xa'\n")
    (folder / "plans" / "nam").mkdir()
    assert find_office(folder / "plans" / "nam").settings.variant == "xa"
    office(folder / "plans", "variant = 'tinh'\n")
    assert find_office(folder / "plans" / "nam").settings.variant == "tinh"


def test_a_file_above_the_repository_is_not_the_offices(folder: Path) -> None:
    office(folder, "variant = 'xa'\n")
    (folder / "plans" / ".git").mkdir()
    (folder / "plans" / "nam").mkdir()
    assert find_office(folder / "plans" / "nam") == Office()
    assert find_office(folder / "plans") == Office()
    office(folder / "plans", "variant = 'tinh'\n")
    assert find_office(folder / "plans" / "nam").settings.variant == "tinh"


def test_a_worktree_is_a_repository_too(folder: Path) -> None:
    office(folder, "variant = 'xa'\n")
    (folder / "plans" / ".git").write_text("gitdir: ../.git/worktrees/plans\n", encoding="utf-8")
    assert find_office(folder / "plans") == Office()


def test_a_file_above_the_home_folder_is_not_the_users(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(folder, "variant = 'xa'\n")
    (folder / "plans" / "nam").mkdir()
    monkeypatch.setattr(Path, "home", lambda: folder / "plans")
    assert find_office(folder / "plans" / "nam") == Office()
    office(folder / "plans", "variant = 'tinh'\n")
    assert find_office(folder / "plans" / "nam").settings.variant == "tinh"


def test_a_user_without_a_home_has_an_office_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> Path:
        raise RuntimeError

    office(folder, "variant = 'xa'\n")
    monkeypatch.setattr(Path, "home", none)
    assert find_office(folder / "plans").settings.variant == "xa"


OFF = "[[check]]\nname = '{}'\nseverity = 'off'\n"


def test_what_a_settings_file_silences_is_said_at_the_end(folder: Path) -> None:
    names = ("budget-total", "todo", "undefined-abbreviation")  # the last is off by itself
    office(folder, "".join(OFF.format(name) for name in names) + "path = 'tasks'\n")
    done = CliRunner().invoke(kehoach, ["check", str(folder / "plans")])
    told = done.output.splitlines()[-1]
    assert told.startswith("kehoach.toml tắt 2 kiểm tra: budget-total, todo (")


def test_nothing_is_said_of_a_file_that_silences_nothing(folder: Path) -> None:
    office(folder, "[[check]]\nname = 'todo'\nseverity = 'info'\n")
    done = CliRunner().invoke(kehoach, ["check", str(folder / "plans")])
    assert "kehoach.toml" not in done.output


def test_folders_are_counted_from_the_file(folder: Path) -> None:
    (folder / "mẫu").mkdir()
    found = office(folder, "templates = 'mẫu'\n")
    assert found.diagnostics == ()
    assert found.templates == folder / "mẫu"
    assert found.registers is None


def test_a_mark_of_order_at_the_start_is_no_fault(folder: Path) -> None:
    (folder / "kehoach.toml").write_bytes("\ufeffvariant = 'xa'\n".encode())
    assert read_office(folder / "kehoach.toml").settings.variant == "xa"


ALLOW = "[[allow]]\nname = 'draft'\nreason = 'x'\n"
FAULTS = {
    "variant = \n": (1, "không đọc được tệp cài đặt"),
    "variant = 'a'\nvariant = 'b'\n": (2, "không đọc được tệp cài đặt"),
    "a = 'x'\n\nvarian = 'a'\na = 1\n": (4, "không đọc được tệp cài đặt"),
    "variant = 'a'\nvarian = 'a'\n": (2, "khóa 'varian' không có"),
    "\nvariant = 5\n": (2, "giá trị của 'variant' không dùng được"),
    "templates = ['a']\n": (1, "giá trị của 'templates' không dùng được"),
    "variant = 'a'\ntemplates = 'khong-co'\n": (2, "không có thư mục 'khong-co' (templates)"),
    "registers = 'khong-co'\n": (1, "không có thư mục 'khong-co' (registers)"),
    ALLOW + "[[allow]]\nname = 'draft'\n": (4, "thiếu khóa 'reason'"),
    ALLOW + ALLOW.replace("'x'", "''"): (6, "giá trị của 'reason' không dùng được"),
    ALLOW + "until = '31/2/2026'\n": (4, "giá trị của 'until' không dùng được"),
    ALLOW + "until = 2026-06-30T10:00:00\n": (4, "giá trị của 'until' không dùng được"),
    ALLOW + "reasons = 'x'\n": (4, "khóa 'reasons' không có"),
    "[[check]]\nname = 'draft'\n[[check]]\nname = 'draff'\n": (4, "không có kiểm tra 'draff'"),
    "[[check]]\nname = 'draft'\nseverity = 'lỗi'\n": (3, "giá trị của 'severity' không dùng được"),
    "[[check]]\nname = 'no-such-syllable'\noptions = { words = 3 }\n": (3, "danh sách chữ"),
    "[[check]]\nname = 'no-such-syllable'\noptions = { words = ['a', 3] }\n": (3, "danh sách chữ"),
    "[[check]]\nname = 'due-after-period'\n[check.options]\ndays = '90'\n": (4, "số nguyên từ 0"),
    "[[check]]\nname = 'due-after-period'\noptions.days = -1\n": (3, "số nguyên từ 0 đến 3660"),
    "[[check]]\nname = 'due-after-period'\noptions = { days = true }\n": (3, "số nguyên từ 0"),
    "[[check]]\nname = 'tone-style'\noptions = { style = 'cũ' }\n": (3, "'old' hoặc 'new'"),
    "[[check]]\nname = 'basis-order'\noptions = { by_date = 'no' }\n": (3, "true hoặc false"),
    "[[check]]\nname = 'wide-table'\noptions = { portrait = 0 }\n": (3, "số lớn hơn 0"),
    "[[check]]\nname = 'wide-table'\noptions = { ngang = 200 }\n": (3, "không có tùy chọn 'ngang'"),
    "[[check]]\nname = 'draft'\noptions = { days = 3 }\n": (3, "không có tùy chọn 'days'"),
    f"variant = {'[' * 3000}\n": (1, "lồng nhau quá sâu"),
    f"variant = {'{a=' * 3000}\n": (1, "lồng nhau quá sâu"),
    f"variant = {'9' * 5000}\n": (1, "không đọc được tệp cài đặt"),
    "until = 2026-13-41\n": (1, "không đọc được tệp cài đặt"),
    f"# {'x' * 200_000}\n": (1, "không đọc được"),
}


@pytest.mark.parametrize("text", FAULTS)
def test_fault_of_the_office_file(text: str, folder: Path) -> None:
    line, says = FAULTS[text]
    (one,) = office(folder, text).diagnostics
    assert one.name == "office-file"
    assert says in one.message
    assert one.mark is not None
    assert Path(one.mark.file).name == "kehoach.toml"
    assert one.mark.line == line
    assert re.search("[à-ỹđ]", one.hint)


def test_office_file_in_another_code_is_a_fault(folder: Path) -> None:
    (folder / "kehoach.toml").write_bytes("variant = 'xâ'\n".encode("cp1258"))
    (one,) = read_office(folder / "kehoach.toml").diagnostics
    assert one.name == "office-file"


def test_a_fault_of_the_office_keeps_its_plans_from_being_written(folder: Path) -> None:
    shutil.copy(PLANS / "minimal.yaml", folder / "plans")
    assert open_plan(folder / "plans" / "minimal.yaml", TODAY).ready
    office(folder, "varian = 'a'\n")
    dossier = open_plan(folder / "plans" / "minimal.yaml", TODAY)
    assert [one.name for one in dossier.diagnostics] == ["office-file"]
    assert not dossier.ready


def test_office_registers_are_used_and_their_faults_told(folder: Path) -> None:
    (folder / "sổ").mkdir()
    agencies = folder / "sổ" / "agencies.csv"
    agencies.write_text("id,name\nban-thu,Ban Thử\n", encoding="utf-8")
    plan = folder / "plans" / "minimal.yaml"
    text = (PLANS / "minimal.yaml").read_text(encoding="utf-8")
    plan.write_text(f"{text}tasks: [{{id: a, text: A, lead: ban-thu}}]\n", encoding="utf-8")
    assert [one.name for one in open_plan(plan, TODAY).diagnostics] == ["register-id"]
    assert open_plan(plan, TODAY, office(folder, "registers = 'sổ'\n")).diagnostics == ()


def test_a_variant_without_templates_is_told_at_its_key(folder: Path) -> None:
    plan = folder / "plans" / "minimal.yaml"
    text = (PLANS / "minimal.yaml").read_text(encoding="utf-8")
    plan.write_text(f"{text}variant: khong_co\n", encoding="utf-8")
    (one,) = open_plan(plan, TODAY).diagnostics
    assert one.name == "missing-template"
    assert one.mark is not None
    assert one.mark.line == len(text.splitlines()) + 1


# Rules for checks


def test_office_sets_the_severity_of_a_check(folder: Path) -> None:
    rule = "[[check]]\nname = 'budget-total'\nseverity = '{}'\n"
    for severity, ready in {"error": False, "warning": True, "info": True}.items():
        dossier = with_office(folder, rule.format(severity))
        assert [one.severity for one in dossier.diagnostics] == [severity]
        assert dossier.ready is ready
    assert with_office(folder, rule.format("off")).diagnostics == ()


@pytest.mark.parametrize(
    ("path", "severity"),
    [("policies.a", "info"), ("policies[0].budget", "info"), ("projects", "error")],
)
def test_office_sets_the_severity_at_a_place(folder: Path, path: str, severity: str) -> None:
    rule = f"[[check]]\nname = 'budget-total'\nseverity = 'info'\npath = '{path}'\n"
    assert [one.severity for one in with_office(folder, rule).diagnostics] == [severity]


# Plans of a folder


def test_plans_of_a_folder(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "bases/c.yaml", "x/bases/d.yaml", "x/e.yaml", "f.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = [one.relative_to(tmp_path).as_posix() for one in plan_files(tmp_path)]
    assert sorted(found) == ["a.yml", "b.yaml", "x/e.yaml"]
    assert list(plan_files(tmp_path / "b.yaml")) == [tmp_path / "b.yaml"]
    assert list(plan_files(tmp_path / "bases")) == [tmp_path / "bases" / "c.yaml"]


# Allowances


def test_office_allows_in_all_its_plans(folder: Path) -> None:
    dossier = with_office(folder, "[[allow]]\nname = 'budget-total'\nreason = 'Đã báo cáo.'\n")
    assert [one.allowed for one in dossier.diagnostics] == ["Đã báo cáo."]
    assert dossier.ready


@pytest.mark.parametrize(("until", "found"), [("2026-06-30", 1), ("2026-06-29", 2)])
def test_an_allowance_of_the_office_ends(folder: Path, until: str, found: int) -> None:
    text = f"[[allow]]\nname = 'budget-total'\nreason = 'x'\nuntil = {until}\n"
    dossier = with_office(folder, text)
    assert len(dossier.diagnostics) == found
    assert dossier.ready is (found == 1)


def test_an_allowance_of_the_office_may_meet_nothing_here(folder: Path) -> None:
    dossier = with_office(folder, "[[allow]]\nname = 'draft'\nreason = 'x'\n")
    assert [one.name for one in dossier.diagnostics] == ["budget-total"]


COVERS = [
    ("", True),
    ("projects", True),
    ("projects.da_1", True),
    ("projects[0]", True),
    ("projects.da_1.budget.total", True),
    ("projects[0].budget.total", True),
    ("projects.da", False),
    ("projects[01]", False),
    ("projects.da_1.budget.total.x", False),
    ("project", False),
    ("projects.da_1.bud", False),
]


@pytest.mark.parametrize(("wanted", "found"), COVERS)
def test_a_path_covers_what_stands_in_it(wanted: str, found: bool) -> None:
    spellings = ("projects[0].budget.total", "projects.da_1.budget.total")
    assert covers(wanted, spellings) is found


def test_a_path_is_spelled_with_the_ids_that_there_are() -> None:
    root = parsed("a:\n  - id: x\n    b: [{c: 1}, {id: y}]\n").root
    assert named_route(root, ("a", 0, "b", 0, "c")) == "a.x.b[0].c"
    assert named_route(root, ("a", 0, "b", 1)) == "a.x.b.y"
    assert named_route(root, ("a", 7, "b")) == "a[7].b"
    assert named_route(root, ()) == ""


def given(name: str, path: str = "", until: str | None = None) -> Allowance:
    data = {"name": name, "path": path, "reason": f"lý do {path}", "until": until}
    return Allowance.model_validate(data)


def test_the_first_allowance_that_fits_gives_the_reason() -> None:
    found = [
        Finding(name="a", message="m", path=("x", "y")),
        Finding(name="b", message="m", path=("x",)),
    ]
    allowances = [given("a", "x.y"), given("a", "x")]
    marked = allow(found, [(one, ("allow", i)) for i, one in enumerate(allowances)], None, TODAY)
    assert [(one.name, one.allowed) for one in marked] == [
        ("a", "lý do x.y"),
        ("b", ""),
        ("unused-allowance", ""),
    ]
    assert marked[-1].path == ("allow", 1)


def test_an_ended_allowance_allows_nothing_and_is_told_once() -> None:
    found = [Finding(name="a", message="m", path=("x",))]
    ended = given("a", "x", "2026-06-29")
    marked = allow(found, [(ended, ("allow", 0))], None, TODAY)
    assert [(one.name, one.allowed) for one in marked] == [("a", ""), ("expired-allowance", "")]
    assert "29/06/2026" in marked[-1].message
    assert blocking(marked)


def test_one_allowance_may_cover_many_findings() -> None:
    found = [Finding(name="a", message="m", path=("x", i)) for i in range(3)]
    marked = allow(found, [(given("a"), ("allow", 0))], None, TODAY)
    assert [one.allowed for one in marked] == ["lý do"] * 3
    assert not blocking(marked)


def test_old_name_of_a_split_check_goes_on_holding(tmp_path):
    plan = tmp_path / "a.yaml"
    plan.write_text(
        "issuer: Ủy ban nhân dân tỉnh Bắc Nnh\nsymbol: KH-UBND\nplace: Bắc Ninh\nsubject: thử\n"
        "outline:\n  - {title: Nội dung, text: Làm việc.}\n"
        "allow:\n  - {name: place-unknown, reason: bản cũ}\n",
        encoding="utf-8",
    )
    found = open_plan(plan, TODAY).diagnostics
    assert [one.allowed for one in found if one.name == "issuer-place"] == ["bản cũ"]
    assert "unused-allowance" not in {one.name for one in found}
    off = Office(settings=OfficeFile(check=(CheckRule(name="place-unknown", severity="off"),)))
    found = open_plan(plan, TODAY, off).diagnostics
    assert "issuer-place" not in {one.name for one in found}
