"""The command line as a user meets it: exit codes, reports for programs, words, files written."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from conftest import ROOT
from kehoach import cli
from kehoach.cli import kehoach

PLANS = ROOT / "tests" / "plans"
BROKEN = ROOT / "tests" / "broken"
JSON_KEYS = (
    *("name", "severity", "file", "line", "column"),
    *("path", "message", "hint", "allowed"),
)
ENGLISH = re.compile(
    r"\b(Usage|Options?|Commands?|Arguments?|Show this|and exit|default|Error|Try|for help|Missing"
    r"|Invalid|No such|required|INTEGER|TEXT|PATH|FILE|DIRECTORY|is not one of|Did you mean)\b"
)


def run(*arguments: str | Path) -> Result:
    done = CliRunner().invoke(kehoach, [str(one) for one in arguments])
    assert not isinstance(done.exception, Exception), done.exception
    return done


def commands(path: tuple[str, ...], command: click.Command) -> Iterator[tuple[str, ...]]:
    yield path
    for name, below in getattr(command, "commands", {}).items():
        yield from commands((*path, name), below)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of plans: two good ones, one that is wrong, one that cannot be read, a base."""
    plans = tmp_path / "các kế hoạch"
    (plans / "bases").mkdir(parents=True)
    (plans / "xã").mkdir()
    for name, source in {
        "tot.yaml": PLANS / "minimal.yaml",
        "xã/tot-2.yml": PLANS / "minimal.yaml",
        "sai.yaml": BROKEN / "tong-sai.yaml",
        "hong.yaml": BROKEN / "tab.yaml",
        "bases/goc.yaml": BROKEN / "tep-rong.yaml",
        "ghi-chu.txt": BROKEN / "tep-rong.yaml",
    }.items():
        (plans / name).write_bytes(source.read_bytes())
    return plans


def written(folder: Path) -> set[str]:
    return {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()}


def findings(*arguments: str | Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("check", *arguments, "--format", "json").stdout)
    return found


# Words


@pytest.mark.parametrize("path", list(commands((), kehoach)), ids=" ".join)
def test_help_is_vietnamese(path: tuple[str, ...]) -> None:
    done = run(*path, "--help")
    assert done.exit_code == 0
    assert done.stdout.startswith("Cách dùng: ")
    assert "Tùy chọn:" in done.stdout
    assert ENGLISH.findall(done.stdout) == []


def test_short_help_option() -> None:
    assert run("-h").stdout == run("--help").stdout


def test_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    done = run("--version")
    assert (done.exit_code, done.stdout) == (0, f"kehoach {project['version']}\n")


WRONG_LINES = {
    "no command": [],
    "unknown command": ["chek"],
    "no plan": ["render"],
    "unknown option": ["check", "--formatt", "json", "a.yaml"],
    "option without value": ["check", "a.yaml", "--format"],
    "unknown form": ["check", "--format", "xml", "a.yaml"],
    "unknown shell": ["completion", "csh"],
    "template that is not there": ["template", "check", "khong-co.docx"],
    "no processes": ["render", "a.yaml", "--jobs", "0"],
    "too much": ["schema", "a.yaml"],
}


@pytest.mark.parametrize("line", WRONG_LINES.values(), ids=WRONG_LINES)
def test_wrong_command_line_is_2_in_vietnamese(line: list[str]) -> None:
    done = run(*line)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert ENGLISH.findall(done.stderr) == []
    assert re.search("Lỗi: |Cách dùng: ", done.stderr)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(shell: str) -> None:
    done = run("completion", shell)
    assert done.exit_code == 0
    assert "_KEHOACH_COMPLETE" in done.stdout
    assert f"{shell}_complete" in done.stdout


def test_schema_is_json() -> None:
    assert json.loads(run("schema").stdout)["title"] == "Kế hoạch"


# check


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["tot.yaml"], 0),
        (["tot.yaml", "xã"], 0),
        (["sai.yaml"], 1),
        (["hong.yaml"], 1),
        (["tot.yaml", "sai.yaml"], 1),
        (["."], 1),
        (["bases/goc.yaml"], 1),
    ],
)
def test_check_exit_code(folder: Path, names: list[str], code: int) -> None:
    assert run("check", *(folder / name for name in names)).exit_code == code


def test_check_of_a_folder_counts_its_plans_but_not_the_bases(folder: Path) -> None:
    last = run("check", folder).stdout.splitlines()[-1]
    assert last == "Đã kiểm tra 4 kế hoạch: 2 lỗi."


def test_a_plan_named_twice_counts_once(folder: Path) -> None:
    done = run("check", folder / "tot.yaml", folder / "tot.yaml")
    assert done.stdout == "Đã kiểm tra 1 kế hoạch: không có lỗi.\n"


def test_folder_without_plans(tmp_path: Path) -> None:
    done = run("check", tmp_path)
    assert done.exit_code == 2
    assert "không thấy tệp kế hoạch" in done.stderr


@pytest.mark.parametrize("command", ["check", "render"])
def test_missing_file(command: str, tmp_path: Path) -> None:
    done = run(command, tmp_path / "khong-co.yaml")
    assert done.exit_code == 1
    assert re.search(r"khong-co\.yaml:1:1: lỗi: không tìm thấy .* \[file-missing\]", done.output)


def test_text_shows_the_place_and_the_mending(folder: Path) -> None:
    first, line, caret, hint, _ = run("check", folder / "hong.yaml").stdout.splitlines()
    assert first.endswith("hong.yaml:11:1: lỗi: thụt đầu dòng bằng ký tự Tab [yaml-tab]")
    assert line == "    | \tposition: Chủ tịch"
    assert caret == "    | ^"
    assert hint.startswith("    cách sửa: ")


def test_text_shows_what_is_allowed_and_why() -> None:
    told = run("check", PLANS / "full.yaml").stdout
    assert "cảnh báo (đã chấp nhận): " in told
    assert "    lý do chấp nhận: Để thử lời chấp nhận còn hạn.\n" in told
    assert told.endswith("Đã kiểm tra 1 kế hoạch: 1 đã chấp nhận.\n")


def test_caret_of_a_long_line_stands_under_its_place(tmp_path: Path) -> None:
    plan = tmp_path / "dai.yaml"
    text = (PLANS / "minimal.yaml").read_text(encoding="utf-8")
    plan.write_text(f"{text}preamble: {'rất dài ' * 40}{{{{ khong }}}} hết\n", encoding="utf-8")
    _, line, caret, *_ = run("check", plan).stdout.splitlines()
    assert line[caret.index("^") :].startswith("{{ khong }}")


def test_json_of_a_clean_plan_is_an_empty_list(folder: Path) -> None:
    assert findings(folder / "tot.yaml") == []


def test_json_has_these_keys(folder: Path) -> None:
    found = findings(folder, PLANS / "full.yaml")
    assert {tuple(one) for one in found} == {JSON_KEYS}
    assert {one["severity"] for one in found} == {"error", "warning"}


def test_json_tells_place_and_path(folder: Path) -> None:
    (one,) = findings(folder / "sai.yaml")
    assert (one["name"], one["line"], one["column"]) == ("budget-total", 14, 14)
    assert one["path"] == "policies.a.budget.total"
    assert str(one["file"]).endswith("các kế hoạch/sai.yaml")
    assert one["allowed"] is None


def test_json_tells_why_a_finding_is_allowed() -> None:
    (one,) = findings(PLANS / "full.yaml")
    assert one["allowed"] == "Để thử lời chấp nhận còn hạn."


def test_github_commands(folder: Path) -> None:
    lines = run("check", folder, PLANS / "full.yaml", "--format", "github").stdout.splitlines()
    shape = re.compile(r"::(error|notice) file=[^,]+,line=\d+,col=\d+,title=[a-z-]+::[^\n]+")
    assert [found[1] for line in lines if (found := shape.fullmatch(line))] == [
        *("error", "error"),
        "notice",
    ]
    assert len(lines) == 3


def test_github_escapes_its_own_signs() -> None:
    (line,) = run("check", BROKEN / "so-luong-bang-chu.yaml", "--format", "github").stdout.split(
        "\n"
    )[:1]
    assert "98%25" in line
    assert "%0A" in line


def test_sarif_shape(folder: Path) -> None:
    sarif = json.loads(run("check", folder, PLANS / "full.yaml", "--format", "sarif").stdout)
    (one,) = sarif["runs"]
    rules = [rule["id"] for rule in one["tool"]["driver"]["rules"]]
    assert sarif["version"] == "2.1.0"
    assert sarif["$schema"].endswith("sarif-2.1.0.json")
    assert rules == ["budget-total", "stated-number", "yaml-tab"]
    assert {result["ruleId"] for result in one["results"]} == set(rules)
    for result in one["results"]:
        ((place,),) = ([spot["physicalLocation"] for spot in result["locations"]],)
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        assert place["region"]["startLine"] >= 1
        assert place["region"]["startColumn"] >= 1
        assert re.fullmatch(r"[\x21-\x7e]+", place["artifactLocation"]["uri"])
    allowed = [result for result in one["results"] if "suppressions" in result]
    assert [result["ruleId"] for result in allowed] == ["stated-number"]


# render


@pytest.fixture
def templates() -> None:
    if not (ROOT / "templates" / "ke-hoach.docx").exists():
        pytest.skip("templates/ke-hoach.docx is not there yet")


@pytest.mark.usefixtures("templates")
def test_render_writes_each_plan_into_its_own_folder(tmp_path: Path) -> None:
    out = tmp_path / "kết quả"
    done = run("render", PLANS / "minimal.yaml", PLANS / "full.yaml", "-o", out)
    assert done.exit_code == 0, done.output
    assert written(out) == {
        "minimal/ke-hoach.docx",
        "full/quyet-dinh.docx",
        "full/ke-hoach.docx",
    }
    assert done.stdout.splitlines()[-1] == "Xong: 3 tệp từ 2 kế hoạch, 0 lỗi."


@pytest.mark.usefixtures("templates")
def test_render_of_a_mixed_folder_writes_the_good_plans(folder: Path, tmp_path: Path) -> None:
    done = run("render", folder, "-o", tmp_path / "out")
    assert done.exit_code == 1
    assert written(tmp_path / "out") == {"tot/ke-hoach.docx", "tot-2/ke-hoach.docx"}
    assert done.stderr.count("có lỗi, chưa xuất tệp nào.") == 2


@pytest.mark.usefixtures("templates")
def test_allow_errors_writes_what_can_be_understood(folder: Path, tmp_path: Path) -> None:
    done = run("render", folder, "-o", tmp_path / "out", "--allow-errors")
    assert done.exit_code == 1
    assert written(tmp_path / "out") == {
        "tot/ke-hoach.docx",
        "tot-2/ke-hoach.docx",
        "sai/ke-hoach.docx",
    }


@pytest.mark.usefixtures("templates")
def test_separate_appendix_is_a_file_of_its_own(tmp_path: Path) -> None:
    plan = tmp_path / "rieng.yaml"
    text = (PLANS / "minimal.yaml").read_text(encoding="utf-8")
    appendix = "appendices: [{id: phan_cong, title: A, text: a, separate: true}]"
    plan.write_text(f"{text}preamble: Xem phụ lục.\n{appendix}\n", encoding="utf-8")
    assert run("render", plan, "-o", tmp_path / "out").exit_code == 0
    assert written(tmp_path / "out" / "rieng") == {"ke-hoach.docx", "phu-luc-phan-cong.docx"}


@pytest.mark.usefixtures("templates")
def test_render_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("một", "hai"):
        run("render", PLANS / "full.yaml", "-o", tmp_path / name)
    for name in written(tmp_path / "một"):
        assert (tmp_path / "một" / name).read_bytes() == (tmp_path / "hai" / name).read_bytes()


def test_plans_of_one_name_would_overwrite_each_other(folder: Path, tmp_path: Path) -> None:
    (folder / "xã" / "TOT.yaml").write_bytes((folder / "tot.yaml").read_bytes())
    done = run("render", folder, "-o", tmp_path / "out")
    assert done.exit_code == 2
    assert "cùng tên" in done.stderr
    assert not (tmp_path / "out").exists()


# The machine


def test_machine_fault_is_2_and_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def locked(**_: object) -> None:
        raise PermissionError(13, "Permission denied", "ke-hoach.docx")

    monkeypatch.setattr(cli, "kehoach", locked)
    monkeypatch.setenv("PYTHONSAFEPATH", "1")  # main sets it, for a process that ends with it
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 2
    assert "tệp có thể đang mở trong Word, hãy đóng lại (ke-hoach.docx)" in capsys.readouterr().err


def test_program_speaks_utf_8_where_the_machine_does_not() -> None:
    command = [sys.executable, "-c", "from kehoach.cli import main; main()", "--help"]
    environment = {"LC_ALL": "C", "LANG": "C", "LANGUAGE": "en", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert "Cách dùng: kehoach" in done.stdout.decode("utf-8")
