"""The lock holds what pyproject.toml asks for, each with its hashes."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
RUN = [*PROJECT["dependencies"], *EXTRAS["build"]]


def locked(name: str) -> dict[str, tuple[Version, int]]:
    """Package -> its version and the number of its hashes."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)
    found = (re.match(r"([a-z0-9.-]+)==([^\s;]+)", one) for one in entries)
    pairs = zip(entries, found, strict=True)
    return {
        hit[1]: (Version(hit[2]), len(re.findall(r"--hash=sha256:[0-9a-f]{64}", entry)))
        for entry, hit in pairs
        if hit
    }


@pytest.mark.parametrize(
    ("lock", "asked"), [("run", RUN), ("dev", [*RUN, *EXTRAS["dev"]])], ids=["run", "dev"]
)
def test_lock_holds_what_is_asked_for(lock: str, asked: list[str]) -> None:
    found = locked(lock)
    for requirement in map(Requirement, asked):
        version, _ = found[requirement.name.lower()]
        assert requirement.specifier.contains(version), requirement
    assert all(hashes for _, hashes in found.values())


def test_tests_run_with_the_versions_that_users_get() -> None:
    run, dev = locked("run"), locked("dev")
    assert {name: dev[name][0] for name in run} == {name: run[name][0] for name in run}
