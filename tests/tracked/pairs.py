"""Two versions of a plan and the documents of both, plain and with the changes tracked."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from conftest import ROOT
from kehoach import api, issuing
from kehoach.reviewing.redline import Redline, redlines
from kehoach.reviewing.tracked import LEFT
from kehoach.word.package import read_package
from tracked.accept import accepted, rejected
from tracked.plainly import part, plainly
from tracked.shown import shown

TODAY = dt.date(2026, 6, 30)
PAIRS = ROOT / "tests" / "review" / "pairs"
NAMES = sorted(one.name for one in PAIRS.iterdir())
MAIN, NOTES = "word/document.xml", "word/footnotes.xml"
EDGE = re.compile(r"word/(header|footer)\d*\.xml")
NUMBER = re.compile(
    r"<w:(?:ins|del|moveFrom|moveTo|\w+PrChange|moveFromRangeStart|moveToRangeStart) "
    r'w:id="(\d+)" [^>]*>'
)
Parts = Mapping[str, bytes]


@dataclass(frozen=True)
class Both:
    """`tracked` has the documents that both versions have, `alone` those of one version."""

    old: Mapping[str, bytes]
    new: Mapping[str, bytes]
    every: tuple[Redline, ...]

    @property
    def tracked(self) -> list[Redline]:
        return [one for one in self.every if one.name in self.old and one.name in self.new]


@cache
def pair(name: str) -> Both:
    return both(PAIRS / name / "old.yaml", PAIRS / name / "new.yaml")


def both(old: Path, new: Path) -> Both:
    one, two = (api.open_plan(path, TODAY) for path in (old, new))
    return Both(plain(one), plain(two), tuple(redlines(one, two, TODAY)))


def plain(dossier: api.Dossier) -> dict[str, bytes]:
    return {one.name: one.data for one in issuing.documents(dossier, TODAY)}


def left(one: Redline) -> tuple[str, ...]:
    return tuple(name for name, text in LEFT.items() if text in one.left)


def differences(every: Both) -> list[str]:
    """What accepting or rejecting does not give back."""
    found = []
    for one in every.tracked:
        done = read_package(one.data)
        old, new = read_package(every.old[one.name]), read_package(every.new[one.name])
        if texts(done, accepted) != texts(new, etree.fromstring):
            found.append(f"{one.name}: accepted, it is not the new one")
        if texts(done, rejected, left(one)) != texts(old, etree.fromstring, left(one)):
            found.append(f"{one.name}: rejected, it is not the old one")
    return found


def texts(parts: Parts, read: Callable[[bytes], Any], less: tuple[str, ...] = ()) -> list[Any]:
    """The document, its notes, its headers and footers."""
    notes = read(parts[NOTES]) if NOTES in parts else None
    edges = [part(read(parts[name])) for name in sorted(parts) if EDGE.fullmatch(name)]
    return [plainly(read(parts[MAIN]), notes, less), [] if "headers" in less else edges]


def marks(one: Redline) -> list[str]:
    """What a reader sees marked in a document, part by part."""
    parts = read_package(one.data)
    names = [MAIN, NOTES, *sorted(name for name in parts if EDGE.fullmatch(name))]
    return [line for name in names for line in shown(etree.fromstring(parts[name]))]


def numbers(one: Redline) -> list[str]:
    """The numbers of all revisions, in all parts."""
    parts = read_package(one.data)
    return [found for name in (MAIN, NOTES) for found in NUMBER.findall(parts[name].decode())]


def references(one: Redline) -> list[str]:
    """The notes that are referred to: two references may not share one."""
    return re.findall(r'<w:footnoteReference w:id="(\d+)"', read_package(one.data)[MAIN].decode())


def stamps(data: bytes) -> set[tuple[str, str]]:
    text = read_package(data)[MAIN].decode()
    return set(re.findall(r'w:author="([^"]*)" w:date="([^"]*)"', text))
