"""Proof of origin in documents; `kehoach verify`: unchanged, stale, edited; edits taken back."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from random import Random

import pytest
from click.testing import CliRunner

from conftest import PLANS
from kehoach import __version__, api, issuing
from kehoach.cli import kehoach
from kehoach.reviewing.verification import apply
from kehoach.reviewing.verification import verify as verified
from kehoach.reviewing.verification.differences import hand_edits
from kehoach.source import read
from kehoach.word.custom import custom_properties, custom_xml
from kehoach.word.package import read_package
from kehoach.word.shown import shown
from kehoach.word.writing import write_parts
from outputs import words

TODAY = dt.date(2026, 11, 22)
NAME = "bac-kan-2018.yaml"


@pytest.fixture
def office(tmp_path, monkeypatch):
    """A folder with a plan and its documents, as an office has it."""
    (tmp_path / "plans").mkdir()
    shutil.copy(PLANS / NAME, tmp_path / "plans" / NAME)
    monkeypatch.chdir(tmp_path)
    return render(tmp_path)


def render(folder):
    plan = folder / "plans" / NAME
    issuing.write(api.open_plan(plan, TODAY), folder / "output", TODAY)
    return folder


def verify(office, *options, name="ke-hoach.docx"):
    done = CliRunner().invoke(kehoach, ["verify", str(office / "output" / name), *options])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    return done.exit_code, done.output


def by_hand(office, *pairs, name="ke-hoach.docx", count=1):
    """Words of a document replaced, as a person would in Word."""
    path = office / "output" / name
    parts = read_package(path.read_bytes())
    xml = parts["word/document.xml"].decode()
    for old, new in pairs:
        assert old in xml, old
        xml = xml.replace(old, new, count)
    path.write_bytes(write_parts(parts | {"word/document.xml": xml.encode()}))


def in_plan(office, *pairs):
    path = office / "plans" / NAME
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8", newline="\n")
    return text


def test_documents_note_their_origin_and_stay_valid(office):
    data = (office / "output" / "ke-hoach.docx").read_bytes()
    found = custom_properties(data)
    root = api.read_plan(office / "plans" / NAME).root
    assert found["kehoach.plan"] == NAME
    assert found["kehoach.hash"] == issuing.plan_hash(root)
    assert found["kehoach.version"] == __version__
    name, digest = found["kehoach.template"].split()
    assert (name, len(digest)) == ("ke-hoach.docx", 64)
    assert words.valid(data, office) == []
    render(office)
    assert (office / "output" / "ke-hoach.docx").read_bytes() == data


def test_a_template_keeps_its_own_properties():
    own = custom_xml({"so_hieu": "A&B"})
    both = custom_xml({"kehoach.plan": "x.yaml"}, own)
    made = words.paragraphs("a")
    parts = {**read_package(made), "docProps/custom.xml": both}
    assert custom_properties(write_parts(parts)) == {"so_hieu": "A&B", "kehoach.plan": "x.yaml"}
    assert b'pid="2"' in both
    assert b'pid="3"' in both


def test_the_hash_looks_at_what_is_said(tmp_path):
    def hashed(text):
        return issuing.plan_hash(read("x.yaml", text.encode())[0])

    assert hashed("a: 1\nb: x\n") == hashed("# c\nb:   'x'\na: 1\n")
    assert hashed("a: 1\nb: x\n") != hashed("a: 1\nb: y\n")
    assert hashed("closing: |\n  A.\n  B.\n") == hashed("closing: A. B.\n")
    assert hashed("closing: |\n  A.\n\n  B.\n") != hashed("closing: A. B.\n")
    assert hashed("a: [x, y]\n") != hashed("a: [y, x]\n")


@pytest.mark.parametrize("name", ["ke-hoach.docx", "quyet-dinh.docx"])
def test_unchanged(office, name):
    code, told = verify(office, name=name)
    assert (code, "còn nguyên" in told) == (0, True), told


def test_stale_without_history(office):
    in_plan(office, ("5.000 người", "5.500 người"))
    code, told = verify(office)
    assert code == 1
    assert "đã cũ" in told
    assert "Lịch sử git không có bản kế hoạch lúc xuất" in told


def git(folder, *arguments):
    who = ("-c", "user.name=A", "-c", "user.email=a@b", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def test_stale_with_history_tells_what_changed(office):
    git(office, "init", "-q")
    git(office, "add", "plans")
    git(office, "commit", "-qm", "một")
    in_plan(office, ("5.000 người", "5.500 người"))
    git(office, "commit", "-qam", "hai")
    by_hand(office, ("giảm nghèo bền vững", "GIẢM NGHÈO bền vững"))
    code, told = verify(office)
    assert code == 1
    assert "5.000 -> 5.500 người (+500; +10,0%)" in told
    assert "đã bị sửa tay 1 chỗ" in told


def test_edits_by_hand_are_told_with_both_texts(office):
    by_hand(office, ("Nâng cao chất lượng dạy nghề", "Nâng cao hiệu quả dạy nghề"))
    code, told = verify(office)
    assert code == 1
    assert "đã bị sửa tay 1 chỗ" in told
    assert "đoạn " in told
    old, new = (line for line in told.splitlines() if "dạy nghề" in line)
    assert "bản xuất: " in old
    assert "chất lượng dạy nghề" in old
    assert "trong tệp: " in new
    assert "hiệu quả dạy nghề" in new


def test_apply_writes_an_edit_back_where_it_stands(office):
    before = (office / "plans" / NAME).read_text(encoding="utf-8")
    by_hand(office, ("Nâng cao chất lượng dạy nghề", "Nâng cao hiệu quả dạy nghề"))
    _, told = verify(office, "--apply")
    assert "Đã ghi đoạn" in told
    after = (office / "plans" / NAME).read_text(encoding="utf-8")
    assert after == before.replace("Nâng cao chất lượng dạy nghề", "Nâng cao hiệu quả dạy nghề", 1)
    hand = (office / "output" / "ke-hoach.docx").read_bytes()
    render(office)
    made = (office / "output" / "ke-hoach.docx").read_bytes()
    parts = [read_package(one)["word/document.xml"] for one in (hand, made)]
    assert parts[0] == parts[1]


def test_apply_leaves_what_is_computed_and_says_why(office):
    before = (office / "plans" / NAME).read_text(encoding="utf-8")
    by_hand(office, ("Chủ tịch".upper(), "CHỦ TỊT"), name="quyet-dinh.docx")
    _, told = verify(office, "--apply", name="quyet-dinh.docx")
    assert "Chưa ghi được" in told
    assert (office / "plans" / NAME).read_text(encoding="utf-8") == before


def test_apply_goes_into_a_plan_that_has_moved_on(office):
    git(office, "init", "-q")
    git(office, "add", "plans")
    git(office, "commit", "-qm", "một")
    text = in_plan(office, ("5.000 người", "5.500 người  # mới"))
    by_hand(office, ("Nâng cao chất lượng dạy nghề", "Nâng cao hiệu quả dạy nghề"))
    _, told = verify(office, "--apply")
    assert "Đã ghi đoạn" in told
    after = (office / "plans" / NAME).read_text(encoding="utf-8")
    assert after == text.replace("Nâng cao chất lượng dạy nghề", "Nâng cao hiệu quả dạy nghề", 1)


def test_added_paragraphs_are_told_and_left(office):
    by_hand(office, ("<w:p>", "<w:p><w:r><w:t>Đoạn thêm bằng tay.</w:t></w:r></w:p><w:p>"))
    code, told = verify(office, "--apply")
    assert code == 1
    assert "trong tệp: Đoạn thêm bằng tay." in told
    assert "cả đoạn được thêm hoặc bỏ" in told


def test_files_of_which_nothing_can_be_told(office, tmp_path):
    (office / "output" / "la.docx").write_bytes(words.paragraphs("a"))
    code, told = verify(office, name="la.docx")
    assert (code, "không có dấu nguồn gốc" in told) == (2, True)
    (office / "output" / "rac.docx").write_bytes(b"PK")
    code, told = verify(office, name="rac.docx")
    assert (code, "không phải văn bản Word" in told) == (2, True)
    (office / "plans" / NAME).rename(office / "plans" / "khac.yaml")
    code, told = verify(office)
    assert (code, "nêu bằng --plan" in told) == (2, True)
    assert verify(office, "--plan", str(office / "plans" / "khac.yaml"))[0] == 0


@pytest.mark.parametrize("plan", sorted(PLANS.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_document_of_every_plan_is_found_unchanged(plan, tmp_path):
    for file in issuing.write(api.open_plan(plan, TODAY), tmp_path, TODAY):
        done = CliRunner().invoke(kehoach, ["verify", str(file), "--plan", str(plan)])
        assert done.exit_code == 0, done.output


@pytest.mark.parametrize("stem", ["bac-son-2024", "ha-nam-2016-2020", "so-khcn-chuyen-doi-so-2027"])
def test_words_changed_at_random_come_back_or_are_told(stem, tmp_path):
    shutil.copytree(PLANS, tmp_path / "plans")
    plan = tmp_path / "plans" / f"{stem}.yaml"
    file = issuing.write(api.open_plan(plan, TODAY), tmp_path / "out", TODAY)[-1]
    parts = read_package(file.read_bytes())
    xml, random = parts["word/document.xml"].decode(), Random(stem)
    found = list(re.finditer(r"(?<= )[a-zà-ỹ]{3,}(?= [^<>]*</w:t>)", xml))
    for one in sorted(random.sample(found, 5), key=re.Match.start, reverse=True):
        xml = f"{xml[: one.start()]}sửa{xml[one.end() :]}"
    file.write_bytes(write_parts(parts | {"word/document.xml": xml.encode()}))
    done = apply(verified(file, plan, TODAY))
    assert done.done
    plan.write_text(done.text, encoding="utf-8", newline="\n")
    made = next(
        one.data
        for one in issuing.documents(api.open_plan(plan, TODAY), TODAY)
        if one.name == file.name
    )
    left = hand_edits(shown(made), shown(file.read_bytes()))
    assert left == [edit for edit, _ in done.left]
