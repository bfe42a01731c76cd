"""What all tests share: the folders, golden texts, and LibreOffice where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A red run is red for everyone: on a busy machine as well, where any example takes its time.
settings.register_profile(
    "same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same")

ROOT = Path(__file__).resolve().parent.parent
PLANS = ROOT / "plans"
GOLDEN = ROOT / "tests" / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes seconds; runs all the same")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs LibreOffice where there is none; fail it where it is required."""
    if item.get_closest_marker("office") is None or shutil.which("soffice"):
        return
    reason = f"{item.name} needs LibreOffice: soffice is not on the PATH"
    if os.environ.get("REQUIRE_OFFICE") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def plans() -> Path:
    """The folder of the example plans."""
    return PLANS


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """`golden("ke-hoach/minimal.txt", text)`: the text equals that file of tests/golden."""

    def compare(name: str, text: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert file.exists(), f"there is no tests/golden/{name} yet: run `make golden`"
        assert file.read_text(encoding="utf-8") == text

    return compare


@pytest.fixture(scope="session")
def soffice_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """`soffice_pdf(path)`: the PDF that LibreOffice makes of a document; mark the test `office`."""
    folder, numbers = tmp_path_factory.mktemp("office"), count(1)
    profile = (folder / "profile").as_uri()  # a profile in use elsewhere would make soffice give up

    def convert(document: Path) -> Path:
        out = folder / str(next(numbers))
        options = [f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
        command = ["soffice", *options, "--outdir", str(out), str(document)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return out / f"{document.stem}.pdf"

    return convert
