"""The real plans through the default templates: as docxtpl itself fills them, and as PDF."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from docxtpl import DocxTemplate

from conftest import PLANS, ROOT
from kehoach import api, issuing
from kehoach.cli import kehoach
from kehoach.documents import every_paper
from kehoach.formats import FILTERS as FORMATS
from kehoach.issuing.rendering import Templates, named
from kehoach.outputs.environment import environment
from kehoach.outputs.filters import FILTERS, NOTES
from kehoach.outputs.footnotes import Footnotes
from kehoach.outputs.page import page_filters
from kehoach.word.package import read_package
from kehoach.word.writing import write_parts
from outputs import words

TODAY = dt.date(2026, 11, 22)
TEMPLATES = Templates()
FOLDER = ROOT / "templates"
STEMS = sorted(file.stem for file in FOLDER.glob("*.docx"))
NAMES = sorted(path.stem for path in PLANS.glob("*.yaml"))
every_plan = pytest.mark.parametrize("name", NAMES)
office = pytest.mark.office


@cache
def dossier(name: str) -> api.Dossier:
    return api.open_plan(PLANS / f"{name}.yaml", TODAY)


@cache
def rendered(name: str) -> Mapping[str, bytes]:
    assert dossier(name).plan is not None
    return {one.name: one.data for one in issuing.documents(dossier(name), TODAY)}


def contexts(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each template that a plan fills, with its values."""
    scope = issuing.scope_of(dossier(name), TODAY)
    for paper in every_paper(scope):
        yield paper.template, named(paper.context)


def by_docxtpl(stem: str, context: dict[str, Any], notes: Footnotes) -> bytes:
    data = (FOLDER / f"{stem}.docx").read_bytes()
    word = DocxTemplate(io.BytesIO(data))
    filters = {**FILTERS, **FORMATS, **page_filters(data)}
    word.render({**context, NOTES: notes}, environment(filters))
    return read_package(words.saved(word))[words.MAIN]


@every_plan
def test_text_equals_docxtpl(name: str) -> None:
    texts = issuing.scope_of(dossier(name), TODAY).plan.footnotes
    for stem, context in contexts(name):
        ours = TEMPLATES.get(stem).document_xml(context, footnotes=Footnotes(texts))
        theirs = by_docxtpl(stem, context, Footnotes(texts))
        assert words.canonical(ours.encode()) == words.canonical(theirs), stem


@every_plan
def test_documents_are_valid_word_files(name: str, tmp_path: Path) -> None:
    for data in rendered(name).values():
        assert words.valid(data, tmp_path) == []


@every_plan
def test_nothing_of_the_templates_own_is_left(name: str) -> None:
    """Tags, and the grey they stand in."""
    for data in rendered(name).values():
        xml = words.main_xml(data)
        assert re.findall(r"\{[{%#]|[%#}]\}|7F7F7F|\"Control\"", xml) == []


_RENDER = """
import datetime as dt, hashlib, sys
from pathlib import Path
from kehoach import api, issuing
for path in sorted(Path(sys.argv[1]).glob("*.yaml")):
    day = dt.date(2026, 11, 22)
    for one in issuing.documents(api.open_plan(path, day), day):
        print(path.stem, one.name, hashlib.sha256(one.data).hexdigest())
"""


def test_two_processes_give_equal_bytes() -> None:
    """The order of sets differs from process to process; documents do not."""
    command = [sys.executable, "-c", _RENDER, str(PLANS)]
    printed = {
        subprocess.run(
            command,
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
    digests = {hashlib.sha256(one).hexdigest() for name in NAMES for one in rendered(name).values()}
    assert set(printed.pop().decode().split()) >= digests


def checked(path: Path, stem: str) -> str:
    return CliRunner().invoke(kehoach, ["template", "check", str(path), "--as", stem]).output


@pytest.mark.parametrize("stem", STEMS)
def test_template_check_finds_nothing(stem: str) -> None:
    assert checked(FOLDER / f"{stem}.docx", stem).endswith("0 lỗi, 0 dữ liệu không được in.\n")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{{ type_name }}", "{{ type_nam }}", "type_nam"),
        ("letterhead.dated }}", "letterhead.date }}", "date"),
        ("block.text | runs", "block.text | run", "run"),
        ("{%p endfor %}", "{%p %}", "lỗi"),
        ("{{ subject }}", "{{ subject ", "lỗi"),
        ("{{ type_name }}", "{{ subject }}", "mẫu không in 'type_name'"),
        ("{{ authority }}", "", "mẫu không in 'authority'"),
    ],
    ids=["name", "field", "filter", "block", "tag", "unshown", "dropped"],
)
def test_template_check_finds_what_is_planted(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    parts = read_package((FOLDER / "quyet-dinh.docx").read_bytes())
    assert old.encode() in parts[words.MAIN]
    parts[words.MAIN] = parts[words.MAIN].replace(old.encode(), new.encode(), 1)
    path = tmp_path / "quyet-dinh.docx"
    path.write_bytes(write_parts(parts))
    output = checked(path, "quyet-dinh")
    assert told in output
    assert not output.endswith("0 lỗi, 0 dữ liệu không được in.\n")


def poppler(tool: str, *arguments: str) -> str:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} (poppler-utils) is not on the PATH")
    done = subprocess.run([tool, *arguments], check=True, capture_output=True)
    return done.stdout.decode()


def lines_of(pdf: Path, page: int) -> list[str]:
    text = poppler("pdftotext", "-layout", "-f", str(page), "-l", str(page), str(pdf), "-")
    return [line.strip() for line in text.splitlines() if line.strip()]


def sizes_of(pdf: Path) -> list[tuple[float, float]]:
    """The paper of each page, in points."""
    found = re.findall(
        r"Page +\d+ size: +([\d.]+) x ([\d.]+)", poppler("pdfinfo", "-l", "999", str(pdf))
    )
    return [(float(width), float(height)) for width, height in found]


@pytest.fixture(scope="module")
def pdfs(
    soffice_pdf: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], list[Path]]:
    """The PDFs of a plan's documents."""
    folder = tmp_path_factory.mktemp("pdf")

    @cache
    def made(name: str) -> list[Path]:
        (folder / name).mkdir()
        for stem, data in rendered(name).items():
            (folder / name / stem).write_bytes(data)
        return [soffice_pdf(folder / name / stem) for stem in rendered(name)]

    return made


@office
@every_plan
def test_pages_are_numbered_from_the_second(pdfs: Callable[[str], list[Path]], name: str) -> None:
    for pdf in pdfs(name):
        pages = len(sizes_of(pdf))
        assert pages > 0
        assert not lines_of(pdf, 1)[0].isdigit()
        if pages > 1:
            assert lines_of(pdf, 2)[0] == "2" or starts_anew(pdf, 2)


def starts_anew(pdf: Path, page: int) -> bool:
    """An appendix begins on this page: its first page shows no number."""
    return "(Kèm theo" in " ".join(lines_of(pdf, page)[:6])


@office
@every_plan
def test_only_times_is_embedded(pdfs: Callable[[str], list[Path]], name: str) -> None:
    for pdf in pdfs(name):
        fonts = [line.split()[0] for line in poppler("pdffonts", str(pdf)).splitlines()[2:]]
        assert fonts
        plain = {font.split("+")[-1] for font in fonts}
        assert {
            one for one in plain if not one.startswith(("LiberationSerif", "TimesNewRoman"))
        } == set()


@office
@every_plan
def test_landscape_appendices_lie_down(pdfs: Callable[[str], list[Path]], name: str) -> None:
    plan = issuing.scope_of(dossier(name), TODAY).plan
    wide = {one.orientation == "landscape" for one in plan.appendices}
    found = {width > height for pdf in pdfs(name) for width, height in sizes_of(pdf)}
    assert (True in found) == (True in wide)
    assert {tuple(sorted(map(round, one))) for pdf in pdfs(name) for one in sizes_of(pdf)} == {
        (595, 842)
    }


@office
@every_plan
def test_signature_never_stands_alone(pdfs: Callable[[str], list[Path]], name: str) -> None:
    for pdf in pdfs(name):
        for page in range(2, len(sizes_of(pdf)) + 1):
            lines = lines_of(pdf, page)
            place = next((n for n, one in enumerate(lines) if one.startswith("Nơi nhận:")), None)
            assert place is None or place >= 2, (pdf.stem, page)
